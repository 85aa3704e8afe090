//! The pictures of a run, one at a time, under their tabs.
use super::instruments;
use crate::controls::{Tabs, TabsProps, piece};
use crate::hooks::{LabProps, use_width};
use crate::state::{Focus, Lab, MenuRequest, Part, View, ViewAction};
use crate::widgets::say::{Announce, sentence};
use crate::widgets::stage::{Stage, StageProps};
use yew::prelude::*;

/// What the pictures get.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ViewsProps {
    /// The run.
    pub lab: Lab,
    /// What is looked at.
    pub focus: UseReducerHandle<Focus>,
    /// Somebody wants to strike something.
    pub on_menu: Callback<MenuRequest>,
    /// What could not be understood.
    pub notice: Option<String>,
    /// What stands above the pictures.
    pub children: Html,
}

/// The sentence, the tabs, and the picture that is chosen.
#[component]
pub(super) fn Views(props: &ViewsProps) -> Html {
    let ViewsProps { lab, focus, .. } = props.clone();
    let room = use_node_ref();
    let width = use_width(&room);
    let open = View::ALL.iter().position(|view| *view == focus.view).unwrap_or_default();
    let on_open = {
        let focus = focus.clone();
        Callback::from(move |place: usize| {
            focus.dispatch(ViewAction::Show(View::ALL.get(place).copied().unwrap_or_default()));
        })
    };
    let names: Vec<AttrValue> = View::ALL.iter().map(|view| view.name().into()).collect();
    let id = lab.id("view");
    let tabs = !lab.hides(Part::Views);
    let label = tabs.then(|| format!("{id}-tab-{open}"));
    let chooser = tabs.then(|| {
        let (label, controls, class) = ("View".into(), id.clone().into(), "stabs".into());
        piece::<Tabs>(TabsProps { label, names, open, controls, on_open, class })
    });
    let looked = LabProps { lab: lab.clone(), focus: focus.clone() };
    html! {
        <div class="left" role="group" aria-label="The run">
            if let Some(notice) = &props.notice { <p class="notice" role="alert">{ notice }</p> }
            { props.children.clone() }
            <div class="head">
                { sentence(&looked) }
                { piece::<Announce>(looked) }
                { chooser }
            </div>
            <div ref={room} {id} class="room" aria-labelledby={label}
                role={tabs.then_some("tabpanel")}>
                if width > 0.0 { { picture(props, width) } }
            </div>
        </div>
    }
}

fn picture(props: &ViewsProps, width: f64) -> Html {
    let ViewsProps { lab, focus, on_menu, .. } = props.clone();
    match focus.view {
        View::Stage => piece::<Stage>(StageProps { lab, width, on_menu }),
        view => instruments::picture(view, LabProps { lab, focus }, width),
    }
}
