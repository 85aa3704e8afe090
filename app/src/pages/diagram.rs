//! A live diagram in the text, with a small run of its own.
use super::Shared;
use super::lab::{Player, panel, picture};
use super::patterns::use_patterns;
use crate::browser::value_of;
use crate::controls::piece;
use crate::hooks::{LabProps, watched};
use crate::state::{Focus, Interest, Lab, Opening, Panel, Session, View};
use crate::widgets::say::sentence;
use crate::words::seconds;
use engine::kernel::Instant;
use yew::prelude::*;

/// What is drawn.
#[derive(Clone, PartialEq, Properties)]
pub struct DiagramProps {
    /// The run.
    pub scenario: Shared,
    /// Its stage, counted from 0.
    pub stage: usize,
    /// The Evidence Flow, or else the Mode Compass.
    pub flow: bool,
}

/// The sentence, the diagram, and how to move in time.
#[component]
pub fn Diagram(props: &DiagramProps) -> Html {
    let lab = {
        let props = props.clone();
        use_memo((), move |()| {
            let opening = Opening::Stage(props.stage);
            let mut session = Session::open(props.scenario.0.clone(), &opening);
            session.seek_telling();
            Lab::new(session)
        })
    };
    let (lab, focus) = ((*lab).clone(), use_reducer(Focus::default));
    let patterns = use_patterns();
    let name = if props.flow { "Evidence Flow" } else { "Mode Compass" };
    let looked = LabProps { lab: lab.clone(), focus: focus.clone() };
    html! {
        <section class="lab diagram" aria-label={format!("{name}: {}", props.scenario.0.title)}>
            { patterns }
            { piece::<Player>(LabProps { lab, focus }) }
            { sentence(&looked) }
            { watched(&looked, Interest::Tick, transport) }
            { if props.flow { picture(View::Flow, looked, 0.0) } else { compass(looked) } }
        </section>
    }
}

fn compass(props: LabProps) -> Html {
    panel(Panel::Compass, props)
}

/// Play, and a slider over the whole run.
fn transport(props: &LabProps) -> Html {
    let lab = &props.lab;
    let (now, end) = (lab.session().now(), lab.session().end());
    let millis = |at: Instant| (at.0 / 1_000_000).to_string();
    let text = seconds(now - Instant(0), 2);
    let onclick = {
        let lab = lab.clone();
        Callback::from(move |_: MouseEvent| lab.toggle())
    };
    let oninput = {
        let lab = lab.clone();
        Callback::from(move |event: InputEvent| {
            let Ok(millis) = value_of(&event).parse::<u64>() else { return };
            lab.set_playing(false);
            lab.change(|session| session.seek_to(Instant(millis * 1_000_000)));
        })
    };
    html! {
        <div class="hand-on">
            <button class="btn-line" {onclick}>
                { if lab.is_playing() { "Pause" } else { "Play" } }
            </button>
            <input class="slider" type="range" aria-label="Playhead" min="0" max={millis(end)}
                step="10" value={millis(now)} aria-valuetext={text.clone()} {oninput} />
            <span class="mono">{ text }</span>
        </div>
    }
}
