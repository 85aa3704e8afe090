//! Lets time pass while the run plays.
use crate::browser::Frames;
use crate::hooks::{LabProps, use_watch};
use crate::state::Interest;
use yew::prelude::*;

/// Draws nothing.
#[component]
pub(in crate::pages) fn Player(props: &LabProps) -> Html {
    use_watch(&props.lab, Interest::Run);
    let playing = props.lab.is_playing();
    let deps = (playing, props.lab.clone());
    use_effect_with(deps, move |(playing, lab)| {
        let lab = lab.clone();
        let frames = playing.then(|| Frames::start(move |passed| lab.pass(passed)));
        move || drop(frames)
    });
    html! {}
}
