//! One of two runs: what it is called, and its stage.
use crate::controls::piece;
use crate::hooks::use_width;
use crate::state::{Lab, MenuRequest};
use crate::widgets::stage::{Stage, StageProps};
use yew::prelude::*;

/// What a side gets.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct OneSideProps {
    /// The run.
    pub lab: Lab,
    /// What it is called.
    pub name: String,
    /// Which of the two it is.
    pub of: &'static str,
    /// Somebody wants to strike something.
    pub on_menu: Callback<MenuRequest>,
}

/// A side.
#[component]
pub(super) fn OneSide(props: &OneSideProps) -> Html {
    let room = use_node_ref();
    let width = use_width(&room);
    let OneSideProps { lab, name, of, on_menu } = props.clone();
    html! {
        <section class="one-side" data-run={of} aria-label={name.clone()}>
            <h2>{ name }</h2>
            <div ref={room} class="room">
                if width > 0.0 { { piece::<Stage>(StageProps { lab, width, on_menu }) } }
            </div>
        </section>
    }
}
