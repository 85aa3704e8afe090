//! Hooks that widgets share, and the props of those that look at a lab.
use crate::state::{Focus, Interest, Lab};
use yew::prelude::*;

/// What a widget of a lab gets.
#[derive(Clone, PartialEq, Properties)]
pub struct LabProps {
    /// The run.
    pub lab: Lab,
    /// What is looked at.
    pub focus: UseReducerHandle<Focus>,
}

/// Draws a widget anew whenever what it is interested in changes.
#[hook]
pub fn use_watch(lab: &Lab, interest: Interest) {
    let again = use_force_update();
    use_effect_with(lab.clone(), move |lab| {
        let id = lab.listen(interest, Callback::from(move |()| again.force_update()));
        let lab = lab.clone();
        move || lab.leave(id)
    });
}
