//! Messages under way: data as dots, evidence as rectangles, lies hatched.
use super::room::{Area, Room};
use crate::marks::Point;
use crate::marks::{pen, text_width};
use engine::kernel::{Instant, Loss};
use engine::modes::Gap;
use engine::world::MessageView;
use yew::prelude::*;

/// Where a message is on its way.
pub(super) fn place(
    message: &MessageView,
    now: Instant,
    from: Point,
    to: Point,
    still: bool,
) -> Point {
    let whole = (message.due - message.sent).0.max(1) as f64;
    let part = (now - message.sent).0 as f64 / whole;
    let part = match still {
        true if part < 0.34 => 0.12,
        true if part < 0.67 => 0.5,
        true => 0.88,
        false => part,
    };
    let part = if message.doom == Some(Loss::Cut) { part.min(0.5) } else { part };
    from.towards(to, part.clamp(0.0, 1.0))
}

/// Draws a message at a place; one that brings evidence is told by name if there is room for that.
pub(super) fn view(message: &MessageView, at: Point, room: Option<&mut Room<'_>>) -> Html {
    let lies = message.stance.is_some_and(|stance| stance.gap == Gap::Lying);
    let lost = message.doom.is_some();
    let name = message.caption.brings.and_then(|_| named_chip(message, at, lies, room?));
    match message.caption.brings {
        Some(_) if name.is_some() => html! { { for name } },
        Some(_) => {
            let class = if lost { "msg chip expired" } else { "msg chip active" };
            pen::rect((at.x - 5.0, at.y - 3.5), (10.0, 7.0), class)
        }
        None if lies => html! {
            <g class="msg">
                { pen::rect((at.x - 8.0, at.y - 8.0), (16.0, 16.0), "lie") }
                { pen::circle(at, 4.5, "thr-f") }
            </g>
        },
        None if message.caption.epoch == 0 && message.caption.index == 0 => html! {
            { pen::circle(at, 4.0, if lost { "msg gone" } else { "msg ink-f" }) }
        },
        None => html! {
            { pen::circle(at, 3.0, if lost { "msg gone" } else { "msg quiet" }) }
        },
    }
}

fn named_chip(message: &MessageView, at: Point, lies: bool, room: &mut Room<'_>) -> Option<Html> {
    let caption = &message.caption;
    let text = match caption.epoch {
        0 => caption.name.to_owned(),
        epoch => format!("{} {epoch}", caption.name),
    };
    let width = text_width(&text, 115, false) + 14.0;
    let corner = (at.x - width / 2.0, at.y - 9.0);
    room.free(&[Area { x: corner.0, y: corner.1, width, height: 18.0 }])?;
    let class = match (message.doom.is_some(), lies) {
        (true, _) => "chip expired",
        (_, true) => "chip lie",
        _ => "chip active",
    };
    Some(html! {
        <g class="msg">
            { pen::rect(corner, (width, 18.0), class) }
            { pen::text((at.x, at.y + 4.0), "middle", "tx xs", text) }
        </g>
    })
}
