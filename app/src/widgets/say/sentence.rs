//! The sentence above the stage.
use crate::hooks::{LabProps, watched};
use crate::state::Interest;
use crate::words::situation;
use yew::prelude::*;

/// The situation at the playhead, for the eye; it changes too often to be read aloud.
pub fn sentence(props: &LabProps) -> Html {
    watched(props, Interest::Tick, draw)
}

fn draw(props: &LabProps) -> Html {
    let say = situation(&props.lab.session());
    let then = if say.alarming { "red" } else { "" };
    html! {
        <p class="say">
            <b>{ &say.first }</b>
            if !say.then.is_empty() { { " " }<span class={then}>{ &say.then }</span> }
            if !say.broken.is_empty() { { " " }<span class="broken">{ &say.broken }</span> }
        </p>
    }
}
