//! The twin as a whole: the situation, the hosts, the messages, what happened last.
use super::hosts::table;
use super::lately::lately;
use crate::hooks::{LabProps, watched};
use crate::state::{Interest, Session};
use crate::words::{cuts, seconds, situation, under_way};
use engine::kernel::Instant;
use engine::world::Frame;
use yew::prelude::*;

/// So many messages are listed; the others are counted.
const MOST: usize = 24;

/// The twin.
pub fn twin(props: &LabProps) -> Html {
    html! {
        <div class="rolls twin" role="region" tabindex="0" aria-label="The run in words">
            { now(props) }
            { lately(props) }
        </div>
    }
}

/// What moves with the playhead.
fn now(props: &LabProps) -> Html {
    watched(props, Interest::Tick, draw)
}

fn draw(props: &LabProps) -> Html {
    let session = props.lab.session();
    let frame = session.frame();
    let say = situation(&session);
    let at = seconds(frame.at - Instant(0), 3);
    let cuts = cuts(&session.scenario().cast, &frame);
    html! {
        <>
            <p>{ &session.scenario().description }</p>
            <p>
                { format!("At {at}: ") }<b>{ &say.first }</b>
                { format!(" {} {} {cuts}", say.then, say.broken) }
            </p>
            <h3>{ "Hosts" }</h3>
            { table(&session, &frame) }
            { messages(&session, &frame) }
        </>
    }
}

fn messages(session: &Session, frame: &Frame) -> Html {
    let (cast, all) = (&session.scenario().cast, &frame.messages);
    let told = all.iter().take(MOST).map(|message| {
        html! {
            <li key={message.event.0.to_string()}>{ under_way(cast, message, frame.at) }</li>
        }
    });
    let more = all.len().saturating_sub(MOST);
    html! {
        <>
            <h3>{ format!("Messages under way: {}", all.len()) }</h3>
            <ul>{ for told }</ul>
            if more > 0 { <p class="i2">{ format!("And {more} more.") }</p> }
        </>
    }
}
