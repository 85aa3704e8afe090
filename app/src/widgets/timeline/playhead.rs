//! The playhead: a slider over the run, the only part that moves with every frame.
use super::scale::Scale;
use crate::browser::Key;
use crate::hooks::use_watch;
use crate::marks::pen;
use crate::state::{Interest, Lab, Session};
use crate::words::seconds;
use engine::kernel::{Instant, Span};
use yew::prelude::*;

/// What the playhead gets.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlayheadProps {
    /// The run.
    pub lab: Lab,
    /// The whole width.
    pub width: f64,
    /// The whole height.
    pub height: f64,
}

/// How far an arrow key goes, and how far a page key.
const STEPS: [Span; 2] = [Span::millis(20), Span::millis(500)];

/// The playhead.
#[component]
pub(super) fn Playhead(props: &PlayheadProps) -> Html {
    use_watch(&props.lab, Interest::Tick);
    let session = props.lab.session();
    let text = seconds(session.now() - Instant(0), 2);
    let value = pen::n(session.now().0 as f64 / 1e9);
    let last = pen::n(session.end().0 as f64 / 1e9);
    html! {
        <g class="ph" role="slider" tabindex="0" aria-label="Playhead" aria-valuemin="0"
            aria-valuemax={last} aria-valuenow={value} aria-valuetext={text}
            aria-orientation="horizontal" onkeydown={keys(&props.lab)}>
            { line(&session, props.width, props.height) }
        </g>
    }
}

/// Where the run stands, with its instant; what has not been played lies under a veil.
pub(super) fn line(session: &Session, width: f64, height: f64) -> Html {
    let scale = Scale::new(width, session);
    let (x, known) = (scale.x(session.now()), scale.x(session.head()));
    let half = 30.0;
    let middle = x.clamp(half + 1.0, width - half - 1.0);
    // A number of the axis that the instant would cover in part is covered as a whole.
    let covered = |second: u64| {
        let at = scale.x(Instant(second * 1_000_000_000)) + if second == 0 { 6.0 } else { 0.0 };
        let near = (at - middle).abs() < half + 14.0;
        near.then(|| pen::rect((at - 13.0, 1.0), (26.0, 15.0), "pap-f"))
    };
    html! {
        <>
            if known < scale.right {
                { pen::rect((known, 17.0), (scale.right - known, height - 17.0), "veil") }
            }
            { pen::path(pen::trace("M# 16V#", &[x, height]), "phl") }
            { for scale.ticks().into_iter().filter_map(covered) }
            { pen::rect((middle - half, 0.0), (2.0 * half, 17.0), "phh") }
            {
                pen::text((middle, 12.5), "middle", "tx s mono phx",
                    seconds(session.now() - Instant(0), 2))
            }
        </>
    }
}

fn keys(lab: &Lab) -> Callback<KeyboardEvent> {
    let lab = lab.clone();
    Callback::from(move |event: KeyboardEvent| {
        let now = lab.session().now();
        let [little, much] = STEPS;
        let back = |by: Span| Instant(now.0.saturating_sub(by.0));
        let to = match Key::of(&event) {
            Key::Left | Key::Down => back(little),
            Key::Right | Key::Up => now + little,
            Key::PageDown => back(much),
            Key::PageUp => now + much,
            Key::Home => Instant(0),
            Key::End => lab.session().end(),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        lab.set_playing(false);
        lab.change(|session| session.seek_to(to));
    })
}
