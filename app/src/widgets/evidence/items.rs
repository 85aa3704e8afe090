//! A table of items, holder by holder.
use crate::hooks::{LabProps, watched};
use crate::marks::{Icon, icon};
use crate::state::{Interest, Session, Topic, ViewAction};
use crate::words::{epoch, standing_of};
use engine::evidence::State;
use engine::kernel::Instant;
use engine::world::{ItemView, NodeView};
use yew::prelude::*;

/// So many rows at most; in a large cluster the rest is counted.
const MOST: usize = 80;

/// The table.
pub fn items(props: &LabProps) -> Html {
    watched(props, Interest::Step, draw)
}

fn draw(props: &LabProps) -> Html {
    let session = props.lab.session();
    let frame = session.frame();
    let on_ask = {
        let focus = props.focus.clone();
        Callback::from(move |topic: Topic| focus.dispatch(ViewAction::Ask(topic)))
    };
    let all: usize = frame.nodes.iter().map(|node| given(node).count()).sum();
    let mut room = MOST;
    let holders = frame.nodes.iter().filter(|node| given(node).next().is_some());
    let groups: Vec<_> = holders
        .map(|node| {
            let items: Vec<_> = given(node).take(room).collect();
            room -= items.len();
            group(&session, node, &items, frame.at, &on_ask)
        })
        .collect();
    html! {
        <div class="scroll">
            <table class="rows">
                <caption class="vh">{ "Evidence, by holder" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "evidence" }</th>
                        <th scope="col">{ "for its holder" }</th>
                        <th scope="col">{ "in truth" }</th>
                    </tr>
                </thead>
                { for groups }
            </table>
            if all > MOST { <p class="i2">{ format!("{} more are not listed.", all - MOST) }</p> }
            { kinds(&session) }
        </div>
    }
}

/// What is worth a row: what a node holds of somebody else, or does not hold any more.
fn given(node: &NodeView) -> impl Iterator<Item = &ItemView> {
    node.items.iter().filter(|item| item.held && item.issuer != item.holder)
}

fn group(
    session: &Session,
    node: &NodeView,
    items: &[&ItemView],
    now: Instant,
    on_ask: &Callback<Topic>,
) -> Html {
    let cast = &session.scenario().cast;
    let row = |item: &&ItemView| {
        let from = cast.own_name(item.issuer).to_owned();
        let binding = match item.epoch.0 {
            0 => String::new(),
            number => epoch(cast, item.holder, number),
        };
        let topic = Topic::Item(item.kind, item.issuer, item.holder);
        let onclick = on_ask.reform(move |_: MouseEvent| topic);
        let lies = counts(item.believed) && !counts(item.truth);
        html! {
            <tr>
                <th scope="row">
                    <button {onclick}>
                        { icon(Icon::Rectangle) }{ format!("{} of {from}", item.kind.name()) }
                        if !binding.is_empty() { <span class="i2">{ binding }</span> }
                    </button>
                </th>
                <td>{ standing_of(item.believed, item.believed_span.1, now) }</td>
                <td class={if lies { "red" } else { "" }}>
                    { standing_of(item.truth, item.truth_span.1, now) }
                </td>
            </tr>
        }
    };
    html! {
        <tbody>
            <tr class="grp">
                <th scope="rowgroup" colspan="3">
                    { format!("{} holds", cast.node_name(node.id)) }
                </th>
            </tr>
            { for items.iter().map(row) }
        </tbody>
    }
}

const fn counts(state: State) -> bool {
    matches!(state, State::Active | State::Expiring)
}

/// What the kinds are, on demand.
fn kinds(session: &Session) -> Html {
    let mut kinds = Vec::new();
    for service in &session.scenario().cast.services {
        for kind in service.card.kinds {
            if !kinds.contains(kind) {
                kinds.push(*kind);
            }
        }
    }
    let kind = |kind: &engine::evidence::Kind| {
        let card = kind.card();
        html! { <><dt>{ card.name }</dt><dd>{ card.says }</dd></> }
    };
    html! {
        <details class="cards">
            <summary>{ "What these are" }</summary>
            <dl>{ for kinds.iter().map(kind) }</dl>
        </details>
    }
}
