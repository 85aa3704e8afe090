//! Beside the stage: the matrix, and one panel at a time under its tab.
use super::instruments;
use crate::controls::{Tabs, TabsProps, piece};
use crate::hooks::LabProps;
use crate::state::{Panel, Part, ViewAction};
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
    let (label, controls) = ("Panel".into(), id.clone().into());
    let class = AttrValue::default();
    let tabs = piece::<Tabs>(TabsProps { label, names, open, controls, on_open, class });
    html! {
        <div class="right" role="group" aria-label="Modes and evidence">
            if !lab.hides(Part::Matrix) {
                { piece::<Matrix>(props.clone()) }
            }
            if !lab.hides(Part::Panels) {
                <div class="why">
                    { tabs }
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
        panel => instruments::panel(panel, props.clone()),
    }
}
