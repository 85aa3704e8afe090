//! The search over any page.
use super::panel::Panel;
use crate::controls::Dialog;
use yew::prelude::*;

/// What the dialog gets.
#[derive(Clone, PartialEq, Properties)]
pub struct SearchDialogProps {
    /// It is closed, or a result was chosen.
    pub on_close: Callback<()>,
}

/// The dialog.
#[component]
pub fn SearchDialog(props: &SearchDialogProps) -> Html {
    html! {
        <Dialog title="Search" class="search" on_close={props.on_close.clone()}>
            <Panel id="search-over" on_leave={props.on_close.clone()} />
        </Dialog>
    }
}
