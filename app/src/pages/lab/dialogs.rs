//! What stands over a lab while the reader decides: a menu, or the rules of the run.
use crate::state::{Lab, MenuRequest, Part};
use yew::prelude::*;

/// What is open, and how to open and shut it.
pub(in crate::pages) struct Dialogs {
    /// The menu that is open.
    pub menu: Option<MenuRequest>,
    /// Are the rules open?
    pub rules: bool,
    /// Opens a menu.
    pub on_menu: Callback<MenuRequest>,
    /// Opens the rules.
    pub on_rules: Callback<()>,
    /// Shuts whatever is open.
    pub on_shut: Callback<()>,
}

/// The run stands still while something is open.
#[hook]
pub(in crate::pages) fn use_dialogs(lab: &Lab) -> Dialogs {
    let menu = use_state(|| None::<MenuRequest>);
    let rules = use_state_eq(|| false);
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
    let on_rules = {
        let (lab, rules) = (lab.clone(), rules.clone());
        Callback::from(move |()| {
            lab.set_playing(false);
            rules.set(true);
        })
    };
    let on_shut = {
        let (menu, rules) = (menu.clone(), rules.clone());
        Callback::from(move |()| {
            menu.set(None);
            rules.set(false);
        })
    };
    Dialogs { menu: *menu, rules: *rules, on_menu, on_rules, on_shut }
}
