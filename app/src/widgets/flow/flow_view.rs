//! The diagram as a whole, and its twin as a table.
use super::followed::followed as follow;
use super::observer::{followed, given, given_to, observer};
use super::stations::{short, stations};
use crate::browser::value_of;
use crate::hooks::{LabProps, watched};
use crate::state::{Interest, Session, Topic, ViewAction};
use crate::words::standing_of;
use engine::kernel::NodeId;
use engine::modes::ClassId;
use engine::world::{Frame, ItemView};
use yew::prelude::*;

/// So many items at most; in a large cluster the rest is counted.
const MOST: usize = 40;

/// The flow of evidence to one node.
pub fn flow(props: &LabProps) -> Html {
    watched(props, Interest::Tick, draw)
}

fn draw(props: &LabProps) -> Html {
    let session = props.lab.session();
    let frame = session.frame();
    let Some(holder) = observer(&session, &frame, props.focus.topic) else {
        return html! { <p class="i2">{ "Nobody has given anybody anything yet." }</p> };
    };
    let items = given_to(&frame, holder);
    let shown = &items[..items.len().min(MOST)];
    let Some(chosen) = followed(shown, props.focus.topic) else { return html! {} };
    let on_follow = {
        let focus = props.focus.clone();
        Callback::from(move |topic: Topic| focus.dispatch(ViewAction::Look(Some(topic))))
    };
    let on_step = {
        let lab = props.lab.clone();
        Callback::from(move |step: usize| {
            lab.set_playing(false);
            lab.change(|session| session.seek_step(step));
        })
    };
    let hidden = items.len() - shown.len();
    html! {
        <div class="flow">
            { choice(props, &session, &frame, holder) }
            { stations(&session, shown, chosen, frame.at, &on_follow) }
            if hidden > 0 { <p class="i2">{ format!("{hidden} more are not drawn.") }</p> }
            { follow(&session, &frame, chosen, &on_step) }
            { twin(&session, &frame, shown) }
        </div>
    }
}

/// Whose evidence.
fn choice(props: &LabProps, session: &Session, frame: &Frame, holder: NodeId) -> Html {
    let have = frame.nodes.iter().filter(|node| given(node).next().is_some());
    let nodes: Vec<NodeId> = have.map(|node| node.id).collect();
    let option = |(nth, node): (usize, &NodeId)| {
        let name = session.scenario().cast.node_name(*node);
        html! { <option value={nth.to_string()} selected={*node == holder}>{ name }</option> }
    };
    let options: Vec<_> = nodes.iter().enumerate().map(option).collect();
    let onchange = {
        let focus = props.focus.clone();
        Callback::from(move |event: Event| {
            let node = value_of(&event).parse::<usize>().ok().and_then(|nth| nodes.get(nth));
            let topic = node.map(|node| Topic::Row(*node, ClassId(0), None));
            focus.dispatch(ViewAction::Look(topic));
        })
    };
    html! { <label>{ "evidence given to" }<select {onchange}>{ for options }</select></label> }
}

/// The same as a table, under a fold.
fn twin(session: &Session, frame: &Frame, items: &[&ItemView]) -> Html {
    html! {
        <details class="cards">
            <summary>{ "As a table" }</summary>
            { table(session, frame, items) }
        </details>
    }
}

fn table(session: &Session, frame: &Frame, items: &[&ItemView]) -> Html {
    let row = |item: &&ItemView| {
        html! {
            <tr>
                <th scope="row">{ short(session, item) }</th>
                <td>{ standing_of(item.believed, item.believed_span.1, frame.at) }</td>
                <td>{ standing_of(item.truth, item.truth_span.1, frame.at) }</td>
            </tr>
        }
    };
    html! {
        <table class="rows">
            <thead>
                <tr>
                    <th scope="col">{ "evidence" }</th>
                    <th scope="col">{ "for its holder" }</th>
                    <th scope="col">{ "in truth" }</th>
                </tr>
            </thead>
            <tbody>{ for items.iter().map(row) }</tbody>
        </table>
    }
}

/// The table as a still, and whose evidence stands in it.
pub fn still(session: &Session) -> Option<(Html, String)> {
    let frame = session.frame();
    let holder = observer(session, &frame, None)?;
    let items = given_to(&frame, holder);
    let says = format!("Evidence given to {}.", session.scenario().cast.node_name(holder));
    Some((table(session, &frame, &items[..items.len().min(MOST)]), says))
}
