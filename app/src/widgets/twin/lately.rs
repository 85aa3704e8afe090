//! What happened last, the latest first.
use crate::hooks::{LabProps, watched};
use crate::state::Interest;
use crate::words::{seconds, step};
use engine::kernel::Instant;
use yew::prelude::*;

/// So many steps are told.
const MOST: usize = 20;

/// The list.
pub(super) fn lately(props: &LabProps) -> Html {
    watched(props, Interest::Step, draw)
}

fn draw(props: &LabProps) -> Html {
    let session = props.lab.session();
    let (line, cursor) = (session.line(), session.line().cursor());
    let told = (cursor.saturating_sub(MOST)..cursor).rev().map(|at| {
        let when = seconds(line.trace().step(at).at() - Instant(0), 3);
        html! {
            <li key={at.to_string()}>
                <time class="mono i2">{ when }</time>{ step(&session, at) }
            </li>
        }
    });
    html! {
        <>
            <h3>{ "What happened last" }</h3>
            <ol class="lately">{ for told }</ol>
        </>
    }
}
