//! The dialog of the settings.
use super::choices::choices;
use super::kept::use_kept;
use crate::controls::Dialog;
use crate::hooks::{settings, use_settings};
use crate::state::Setting;
use yew::prelude::*;

/// What the dialog gets.
#[derive(Clone, PartialEq, Properties)]
pub struct SettingsDialogProps {
    /// It is closed.
    pub on_close: Callback<()>,
}

/// The dialog. What is chosen holds at once.
#[component]
pub fn SettingsDialog(props: &SettingsDialogProps) -> Html {
    let chosen = use_settings();
    let (_, odd) = settings();
    let kept = use_kept();
    html! {
        <Dialog title="Settings" class="settings" on_close={props.on_close.clone()}>
            if let Some(odd) = odd { <p class="notice">{ odd }</p> }
            { for Setting::ALL.iter().map(|setting| choices(*setting, &chosen)) }
            { kept }
        </Dialog>
    }
}
