//! What stands over a lab while the reader decides.
//!
//! It is a menu, the rules of the run, or a list of what a run beside it could differ in.
use crate::state::{Lab, MenuRequest, Part};
use yew::prelude::*;

/// What is open, and how to open and shut it.
pub(in crate::pages) struct Dialogs {
    /// The menu that is open.
    pub menu: Option<MenuRequest>,
    /// The sheet that is open.
    pub sheet: Option<Sheet>,
    /// Opens a menu.
    pub on_menu: Callback<MenuRequest>,
    /// Opens a sheet.
    pub on_sheet: Callback<Sheet>,
    /// Shuts whatever is open.
    pub on_shut: Callback<()>,
}

/// Something of the whole run.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::pages) enum Sheet {
    /// Its rules.
    Rules,
    /// In what a run beside it could differ.
    Choose,
}

/// The run stands still while something is open.
#[hook]
pub(in crate::pages) fn use_dialogs(lab: &Lab) -> Dialogs {
    let menu = use_state(|| None::<MenuRequest>);
    let sheet = use_state_eq(|| None::<Sheet>);
    let on_menu = {
        let (lab, menu) = (lab.clone(), menu.clone());
        Callback::from(move |request: MenuRequest| {
            // Whoever asks, nothing can be struck where the address hides it.
            if lab.hides(Part::Faults) {
                return;
            }
            lab.set_playing(false);
            menu.set(Some(request));
        })
    };
    let on_sheet = {
        let (lab, sheet) = (lab.clone(), sheet.clone());
        Callback::from(move |open| {
            lab.set_playing(false);
            sheet.set(Some(open));
        })
    };
    let on_shut = {
        let (menu, sheet) = (menu.clone(), sheet.clone());
        Callback::from(move |()| {
            menu.set(None);
            sheet.set(None);
        })
    };
    Dialogs { menu: *menu, sheet: *sheet, on_menu, on_sheet, on_shut }
}
