//! The dialog in which the reader chooses.
use super::list::list;
use crate::controls::Dialog;
use crate::state::Lab;
use yew::prelude::*;

/// The dialog. While it is open the run stands still, and the links know where.
pub fn choose(lab: &Lab, on_close: Callback<()>) -> Html {
    html! {
        <Dialog title="Compare with a run that differs in one thing" class="choosing" {on_close}>
            { list(lab) }
        </Dialog>
    }
}
