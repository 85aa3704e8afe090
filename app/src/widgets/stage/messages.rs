//! Messages under way: data as dots, evidence as rectangles, lies hatched.
use crate::browser::text_width;
use crate::marks::Point;
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

/// Draws a message at a place; a few that bring evidence are told by name.
pub(super) fn view(message: &MessageView, at: Point, named: bool) -> Html {
    let lies = message.stance.is_some_and(|stance| stance.gap == Gap::Lying);
    let lost = message.doom.is_some();
    match message.caption.brings {
        Some(_) if named => named_chip(message, at, lies),
        Some(_) => {
            let class = if lost { "msg chip expired" } else { "msg chip active" };
            html! {
                <rect x={f(at.x - 5.0)} y={f(at.y - 3.5)} width="10" height="7" {class} />
            }
        }
        None if lies => html! {
            <g class="msg">
                <rect x={f(at.x - 8.0)} y={f(at.y - 8.0)} width="16" height="16" class="lie" />
                <circle cx={f(at.x)} cy={f(at.y)} r="4.5" class="thr-f" />
            </g>
        },
        None if message.caption.epoch == 0 && message.caption.index == 0 => html! {
            <circle cx={f(at.x)} cy={f(at.y)} r="4"
                class={if lost { "msg gone" } else { "msg ink-f" }} />
        },
        None => html! {
            <circle cx={f(at.x)} cy={f(at.y)} r="3"
                class={if lost { "msg gone" } else { "msg quiet" }} />
        },
    }
}

fn named_chip(message: &MessageView, at: Point, lies: bool) -> Html {
    let caption = &message.caption;
    let text = match caption.epoch {
        0 => caption.name.to_owned(),
        epoch => format!("{} {epoch}", caption.name),
    };
    let width = text_width(&text, 115, false) + 14.0;
    let class = match (message.doom.is_some(), lies) {
        (true, _) => "chip expired",
        (_, true) => "chip lie",
        _ => "chip active",
    };
    html! {
        <g class="msg">
            <rect x={f(at.x - width / 2.0)} y={f(at.y - 9.0)} width={f(width)} height="18"
                {class} />
            <text x={f(at.x)} y={f(at.y + 4.0)} class="tx xs" text-anchor="middle">
                { text }
            </text>
        </g>
    }
}

fn f(number: f64) -> String {
    format!("{number:.1}")
}
