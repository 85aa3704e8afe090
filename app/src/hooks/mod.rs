//! Hooks that widgets share, and the props of those that look at a lab.
mod kept;
mod settings;
pub use kept::{keep, put_aside};
pub use settings::{SETTINGS, apply_settings, choose, settings, tell_settings, use_settings};

use crate::browser::{Element, WidthWatch};
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
    use_effect_with((lab.clone(), interest), move |(lab, interest)| {
        let id = lab.listen(*interest, Callback::from(move |()| again.force_update()));
        let lab = lab.clone();
        move || lab.leave(id)
    });
}

/// A part of the page that is drawn anew whenever what it is interested in changes, and keeps
/// nothing between two drawings. One component for all of them: each has its price in the page.
pub fn watched(props: &LabProps, interest: Interest, draw: fn(&LabProps) -> Html) -> Html {
    html! { <Watched props={props.clone()} {interest} draw={Draw(draw)} /> }
}

#[derive(Clone, Copy)]
struct Draw(fn(&LabProps) -> Html);

impl PartialEq for Draw {
    fn eq(&self, other: &Draw) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WatchedProps {
    props: LabProps,
    interest: Interest,
    draw: Draw,
}

#[component]
fn Watched(watched: &WatchedProps) -> Html {
    use_watch(&watched.props.lab, watched.interest);
    (watched.draw.0)(&watched.props)
}

/// The width of an element in whole pixels, as it is now; 0 before it is known.
#[hook]
pub fn use_width(element: &NodeRef) -> f64 {
    let width = use_state_eq(|| 0.0_f64);
    let set = width.setter();
    let element = element.clone();
    use_effect_with((), move |()| {
        let watch = element.cast::<Element>();
        let watch = watch.map(|element| WidthWatch::start(&element, move |w| set.set(w.floor())));
        move || drop(watch)
    });
    *width
}
