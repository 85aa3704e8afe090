//! The rules as a whole, in a dialog.
use super::guards::guards;
use super::honesty::{Asking, honesty, keys};
use super::settings::{seed, settings};
use crate::controls::Dialog;
use crate::hooks::use_watch;
use crate::state::{Interest, Lab};
use yew::prelude::*;

/// What the rules get.
#[derive(Clone, PartialEq, Properties)]
pub struct RulesProps {
    /// The run.
    pub lab: Lab,
    /// They are closed.
    pub on_close: Callback<()>,
}

/// The rules. What is changed holds at once: the run is run anew, up to the playhead.
#[component]
pub fn Rules(props: &RulesProps) -> Html {
    use_watch(&props.lab, Interest::Run);
    let RulesProps { lab, on_close } = props;
    html! {
        <Dialog title="Rules of this run" class="rules" on_close={on_close.clone()}>
            <div class="half">
                { seed(lab) }
                { settings(lab) }
                { guards(lab) }
            </div>
            <div class="half">
                { honesty(lab) }
                { keys() }
                <Asking />
            </div>
        </Dialog>
    }
}
