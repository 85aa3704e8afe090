//! Beside the stage: the matrix, and one panel at a time under its tab.
use crate::controls::Tabs;
use crate::hooks::LabProps;
use crate::state::{Panel, ViewAction};
use crate::widgets::charts::Charts;
use crate::widgets::evidence::Items;
use crate::widgets::guarantees::Vectors;
use crate::widgets::history::History;
use crate::widgets::invariants::Findings;
use crate::widgets::matrix::Matrix;
use crate::widgets::why::Why;
use yew::prelude::*;

/// The right-hand side.
#[component]
pub(super) fn Panels(props: &LabProps) -> Html {
    let LabProps { focus, .. } = props.clone();
    let open = Panel::ALL.iter().position(|panel| *panel == focus.panel).unwrap_or_default();
    let on_open = {
        let focus = focus.clone();
        Callback::from(move |place: usize| {
            focus.dispatch(ViewAction::Open(Panel::ALL.get(place).copied().unwrap_or_default()));
        })
    };
    let names: Vec<AttrValue> = Panel::ALL.iter().map(|panel| panel.name().into()).collect();
    html! {
        <section class="right" aria-label="Modes and evidence">
            <Matrix lab={props.lab.clone()} focus={focus.clone()} />
            <div class="why">
                <Tabs label="Panel" {names} {open} controls="panel" {on_open} />
                <div id="panel" role="tabpanel" key={open} tabindex="0"
                    aria-labelledby={format!("panel-tab-{open}")}>
                    { panel(focus.panel, props) }
                </div>
            </div>
        </section>
    }
}

fn panel(panel: Panel, props: &LabProps) -> Html {
    let LabProps { lab, focus } = props.clone();
    match panel {
        Panel::Why => html! { <Why {lab} {focus} /> },
        Panel::Evidence => html! { <Items {lab} {focus} /> },
        Panel::Guarantees => html! { <Vectors {lab} {focus} /> },
        Panel::History => html! { <History {lab} {focus} /> },
        Panel::Invariants => html! { <Findings {lab} {focus} /> },
        Panel::Charts => html! { <Charts {lab} {focus} /> },
    }
}
