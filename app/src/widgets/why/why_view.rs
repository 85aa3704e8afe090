//! The panel as a whole.
use super::atoms::atoms;
use super::chain::Chain;
use super::item::item;
use super::question::{heading, topic_of};
use crate::controls::piece;
use crate::hooks::{LabProps, watched};
use crate::state::{Interest, Topic, ViewAction};
use crate::words::{Row, silence};
use yew::prelude::*;

/// The answer to "why?".
pub fn why(props: &LabProps) -> Html {
    watched(props, Interest::Tick, draw)
}

fn draw(props: &LabProps) -> Html {
    let session = props.lab.session();
    let Some(topic) = topic_of(&session, props.focus.topic) else {
        return html! { <p class="i2">{ silence(&session) }{ " Play, and ask again." }</p> };
    };
    let (question, says) = heading(&session, topic);
    let judged = match topic {
        Topic::Row(node, class, mode) => Row::of(&session, node, class)
            .map(|row| atoms(&session, node, class, mode.unwrap_or(row.believed))),
        _ => item(&session, topic),
    };
    let forget = {
        let focus = props.focus.clone();
        Callback::from(move |_: MouseEvent| focus.dispatch(ViewAction::Look(None)))
    };
    html! {
        <div class="answer">
            <h2>
                { question }
                if props.focus.topic == Some(topic) {
                    <button class="forget" onclick={forget} title="Follow whoever is worst off">
                        { "Follow the worst" }
                    </button>
                }
            </h2>
            if !says.is_empty() { <p class="says i2">{ says }</p> }
            { judged.unwrap_or_default() }
            { piece::<Chain>(props.clone()) }
        </div>
    }
}
