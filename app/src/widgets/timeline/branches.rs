//! Futures that were left behind: each can be taken up again.
use super::scale::Scale;
use crate::marks::pen;
use crate::state::{Lab, Session};
use crate::words::seconds;
use engine::kernel::Instant;
use yew::prelude::*;

/// From one line to the next.
const LINE: f64 = 16.0;

/// How high all lines are together.
pub(super) fn height(branches: usize) -> f64 {
    branches as f64 * LINE
}

/// Draws one line for each, from where it parted to how far it had been played.
pub(super) fn view(lab: &Lab, session: &Session, scale: &Scale, top: f64) -> Html {
    let branch = |(place, branch): (usize, &engine::timeline::Branch)| {
        let y = top + place as f64 * LINE + 8.0;
        let (from, to) = (scale.x(branch.parted), scale.x(branch.head));
        let parted = seconds(branch.parted - Instant(0), 2);
        let lies = branch.windows.iter().filter(|window| window.is_lying());
        let lie = lies.map(|window| {
            let x = scale.x(window.from.max(branch.parted));
            let width = scale.x(window.until.unwrap_or(branch.head)) - x;
            let width = pen::n(width.max(1.0));
            html! { <rect x={pen::n(x)} y={pen::n(y - 4.0)} {width} height="8" class="lie" /> }
        });
        let lab = lab.clone();
        let take = move || {
            lab.set_playing(false);
            lab.change(|session| session.take_up(place));
        };
        let onkeydown = {
            let take = take.clone();
            Callback::from(move |event: KeyboardEvent| {
                use crate::browser::Key;
                if matches!(Key::of(&event), Key::Enter | Key::Space) {
                    event.prevent_default();
                    event.stop_propagation();
                    take();
                }
            })
        };
        let says = format!("Left behind at {parted}: take it up again");
        html! {
            <g key={place.to_string()}>
                { pen::text((0.0, y + 4.0), "start", "tx xs i3", "left behind") }
                { pen::path(pen::trace("M# #l6 6H#", &[from, y - 6.0, to]), "data thin") }
                { for lie }
                <g class="fork" role="button" tabindex="0" aria-label={says.clone()}
                    onclick={Callback::from(move |_: MouseEvent| take())} {onkeydown}>
                    <title>{ &says }</title>
                    { pen::rect((from - 4.0, y - 8.0), (to - from + 8.0, 16.0), "grab") }
                </g>
            </g>
        }
    };
    html! { <g>{ for session.line().branches().iter().enumerate().map(branch) }</g> }
}
