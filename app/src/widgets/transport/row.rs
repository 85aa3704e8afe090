//! The row of controls under the timeline.
use super::clocks::clocks;
use super::pace::pace;
use crate::browser::place_of_click;
use crate::hooks::{LabProps, use_watch};
use crate::marks::{Icon, icon};
use crate::state::{Focus, Interest, Lab, MenuRequest, Part, Session, Subject};
use yew::prelude::*;

/// What the row gets.
#[derive(Clone, PartialEq, Properties)]
pub struct TransportProps {
    /// The run.
    pub lab: Lab,
    /// What is looked at.
    pub focus: UseReducerHandle<Focus>,
    /// Somebody wants to strike something.
    pub on_menu: Callback<MenuRequest>,
    /// Somebody wants to change seed, settings or guards.
    pub on_rules: Callback<()>,
}

/// The row.
#[component]
pub fn Transport(props: &TransportProps) -> Html {
    use_watch(&props.lab, Interest::Step);
    let looked = LabProps { lab: props.lab.clone(), focus: props.focus.clone() };
    let lab = props.lab.clone();
    let (playing, seed) = (lab.is_playing(), lab.session().run().seed);
    let toggle = {
        let lab = lab.clone();
        Callback::from(move |_: MouseEvent| lab.toggle())
    };
    let faults = {
        let on_menu = props.on_menu.clone();
        Callback::from(move |event: MouseEvent| {
            on_menu.emit(MenuRequest { subject: Subject::Anything, at: place_of_click(&event) });
        })
    };
    let rules = props.on_rules.reform(|_: MouseEvent| ());
    html! {
        <footer class="transport">
            <div class="grp" role="group" aria-label="Playhead">
                { button(&lab, "To the start", Icon::First, Session::rewind) }
                { button(&lab, "One step back", Icon::Back, Session::step_back) }
                <button class="go" onclick={toggle} aria-label={if playing { "Pause" } else { "Play" }}>
                    { icon(if playing { Icon::Pause } else { Icon::Play }) }
                </button>
                { button(&lab, "One step on", Icon::On, Session::step_on) }
                { button(&lab, "To the end", Icon::Last, |session| session.seek_to(session.end())) }
            </div>
            if !lab.hides(Part::Pace) { { pace(&looked) } }
            if !lab.hides(Part::Clocks) { { clocks(&looked) } }
            <span class="push"></span>
            if !lab.hides(Part::Rules) {
                <button class="btn-line rules-open" onclick={rules} aria-haspopup="dialog">
                    <span class="seed">
                        { "Seed " }<span class="mono">{ seed }</span>{ ", rules" }
                    </span>
                    <span class="only-rules">{ "Rules" }</span>
                </button>
            }
            if !lab.hides(Part::Faults) {
                <button class="btn-line faults-open" onclick={faults} aria-haspopup="dialog">
                    { icon(Icon::Bolt) }{ " Faults " }{ icon(Icon::Down) }
                </button>
            }
        </footer>
    }
}

/// A button that stops the run and moves the playhead.
fn button(lab: &Lab, name: &'static str, sign: Icon, goes: fn(&mut Session)) -> Html {
    let lab = lab.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        lab.set_playing(false);
        lab.change(goes);
    });
    html! { <button aria-label={name} title={name} {onclick}>{ icon(sign) }</button> }
}
