//! The playhead: a slider over the run, the only part that moves with every frame.
use super::scale::{Scale, n};
use crate::browser::Key;
use crate::hooks::{LabProps, use_watch};
use crate::state::{Focus, Interest, Lab};
use crate::words::seconds;
use engine::kernel::{Instant, Span};
use yew::prelude::*;

/// What the playhead gets.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlayheadProps {
    /// The run.
    pub lab: Lab,
    /// What is looked at.
    pub focus: UseReducerHandle<Focus>,
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
    let LabProps { lab, .. } = LabProps { lab: props.lab.clone(), focus: props.focus.clone() };
    use_watch(&lab, Interest::Tick);
    let session = lab.session();
    let scale = Scale::new(props.width, &session);
    let (now, head) = (session.now(), session.head());
    let (x, known) = (scale.x(now), scale.x(head));
    let text = seconds(now - Instant(0), 2);
    let (half, top) = (30.0, 0.0);
    let middle = x.clamp(half + 1.0, props.width - half - 1.0);
    let value = format!("{:.2}", now.0 as f64 / 1e9);
    let last = format!("{:.2}", session.end().0 as f64 / 1e9);
    html! {
        <g class="ph" role="slider" tabindex="0" aria-label="Playhead" aria-valuemin="0"
            aria-valuemax={last} aria-valuenow={value} aria-valuetext={text.clone()}
            aria-orientation="horizontal" onkeydown={keys(&props.lab)}>
            if known < scale.right {
                <rect x={n(known)} y="17" width={n(scale.right - known)}
                    height={n(props.height - 17.0)} class="veil" />
            }
            <path d={format!("M{} 16V{}", n(x), n(props.height))} class="phl" />
            <rect x={n(middle - half)} y={n(top)} width={n(2.0 * half)} height="17" class="phh" />
            <text x={n(middle)} y={n(top + 12.5)} text-anchor="middle" class="tx s mono phx">
                { text }
            </text>
        </g>
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
