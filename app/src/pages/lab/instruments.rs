//! What of a lab is not there before somebody asks for it.
//!
//! That is all pictures but the stage, all panels but the reasons, the menus, the rules, and the
//! choice of what to compare a run with.
#![allow(unsafe_code, reason = "the mark at which the linked program is cut")]
use super::dialogs::Sheet;
use crate::browser::{Kept, Part};
use crate::controls::later;
use crate::hooks::LabProps;
use crate::state::{Lab, MenuRequest, Panel, View};
use crate::widgets::charts::Charts;
use crate::widgets::choose::choose;
use crate::widgets::compass::compass;
use crate::widgets::events::Events;
use crate::widgets::evidence::items;
use crate::widgets::flow::flow;
use crate::widgets::guarantees::vectors;
use crate::widgets::history::history;
use crate::widgets::invariants::findings;
use crate::widgets::menu::Menu;
use crate::widgets::rules::Rules;
use crate::widgets::space_time::SpaceTime;
use crate::widgets::twin::twin;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

/// How each is drawn.
struct Instruments {
    picture: fn(View, LabProps, f64) -> Html,
    panel: fn(Panel, &LabProps) -> Html,
    menu: fn(Lab, MenuRequest, Callback<()>) -> Html,
    sheet: fn(Sheet, Lab, Callback<()>) -> Html,
}

static INSTRUMENTS: Instruments = Instruments {
    picture: |view, props, width| match view {
        View::Stage => html! {},
        View::SpaceTime => html! { <SpaceTime lab={props.lab} focus={props.focus} {width} /> },
        View::Flow => flow(&props),
        View::Events => html! { <Events lab={props.lab} focus={props.focus} /> },
        View::Words => twin(&props),
    },
    panel: |panel, props| match panel {
        Panel::Why => html! {},
        Panel::Evidence => items(props),
        Panel::Compass => compass(props),
        Panel::Guarantees => vectors(props),
        Panel::History => history(props),
        Panel::Invariants => findings(props),
        Panel::Charts => {
            html! { <Charts lab={props.lab.clone()} focus={props.focus.clone()} /> }
        }
    },
    menu: |lab, request, on_close| html! { <Menu {lab} {request} {on_close} /> },
    sheet: |sheet, lab, on_close| match sheet {
        Sheet::Rules => html! { <Rules {lab} {on_close} /> },
        Sheet::Choose => choose(&lab, on_close),
    },
};

thread_local! {
    static KEPT: Kept<Instruments> = const { Kept::new(None) };
}

#[wasm_split(instruments, fallible)]
fn instruments() -> Result<&'static Instruments, SplitLoaderError> {
    Ok(&INSTRUMENTS)
}

const PART: Part<Instruments> = Part::new(&KEPT, || Box::pin(instruments()));

/// A picture besides the stage.
pub(in crate::pages) fn picture(view: View, props: LabProps, width: f64) -> Html {
    later(PART, move |has| (has.picture)(view, props.clone(), width), None)
}

/// A panel besides the reasons.
pub(in crate::pages) fn panel(panel: Panel, props: LabProps) -> Html {
    later(PART, move |has| (has.panel)(panel, &props), None)
}

/// The menu of what can be struck.
pub(in crate::pages) fn menu(lab: Lab, request: MenuRequest, on_close: Callback<()>) -> Html {
    let shut = on_close.clone();
    later(PART, move |has| (has.menu)(lab.clone(), request, shut.clone()), Some(on_close))
}

/// The rules of a run, or in what another could differ.
pub(in crate::pages) fn sheet(sheet: Sheet, lab: Lab, on_close: Callback<()>) -> Html {
    let shut = on_close.clone();
    later(PART, move |has| (has.sheet)(sheet, lab.clone(), shut.clone()), Some(on_close))
}
