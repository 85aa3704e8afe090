//! Beside the stage: the matrix, and one panel at a time under its tab.
use crate::controls::Tabs;
use crate::hooks::LabProps;
use crate::state::{Panel, Part, ViewAction};
use crate::widgets::charts::Charts;
use crate::widgets::compass::compass;
use crate::widgets::evidence::items;
use crate::widgets::guarantees::vectors;
use crate::widgets::history::history;
use crate::widgets::invariants::findings;
use crate::widgets::matrix::Matrix;
use crate::widgets::why::why;
use yew::prelude::*;

/// The right-hand side.
pub(super) fn panels(props: &LabProps) -> Html {
    let LabProps { lab, focus } = props.clone();
    if lab.hides(Part::Matrix) && lab.hides(Part::Panels) {
        return html! {};
    }
    let open = Panel::ALL.iter().position(|panel| *panel == focus.panel).unwrap_or_default();
    let on_open = {
        let focus = focus.clone();
        Callback::from(move |place: usize| {
            focus.dispatch(ViewAction::Open(Panel::ALL.get(place).copied().unwrap_or_default()));
        })
    };
    let id = props.lab.id("panel");
    let names: Vec<AttrValue> = Panel::ALL.iter().map(|panel| panel.name().into()).collect();
    html! {
        <div class="right" role="group" aria-label="Modes and evidence">
            if !lab.hides(Part::Matrix) {
                <Matrix lab={props.lab.clone()} focus={focus.clone()} />
            }
            if !lab.hides(Part::Panels) {
                <div class="why">
                    <Tabs label="Panel" {names} {open} controls={id.clone()} {on_open} />
                    <div id={id.clone()} role="tabpanel" key={open} tabindex="0"
                        aria-labelledby={format!("{id}-tab-{open}")}>
                        { panel(focus.panel, props) }
                    </div>
                </div>
            }
        </div>
    }
}

fn panel(panel: Panel, props: &LabProps) -> Html {
    match panel {
        Panel::Why => why(props),
        Panel::Evidence => items(props),
        Panel::Compass => compass(props),
        Panel::Guarantees => vectors(props),
        Panel::History => history(props),
        Panel::Invariants => findings(props),
        Panel::Charts => html! { <Charts lab={props.lab.clone()} focus={props.focus.clone()} /> },
    }
}
