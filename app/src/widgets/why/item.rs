//! One item of evidence: how it stands for its holder, and by the word of its issuer.
use crate::state::{Session, Topic};
use crate::words::{epoch, seconds, standing_of};
use engine::evidence::State;
use engine::kernel::Instant;
use engine::world::ItemView;
use yew::prelude::*;

/// The item that is asked about, if there is such an item now.
pub(super) fn item(session: &Session, topic: Topic) -> Option<Html> {
    let Topic::Item(kind, issuer, holder) = topic else { return None };
    let frame = session.frame();
    let mut items = frame.nodes.iter().flat_map(|node| &node.items);
    let found =
        items.find(|item| (item.kind, item.issuer, item.holder) == (kind, issuer, holder)).copied();
    Some(match found {
        Some(found) => table(session, &found, frame.at),
        None => html! { <p class="i2">{ "There is no such item now." }</p> },
    })
}

fn table(session: &Session, item: &ItemView, now: Instant) -> Html {
    let cast = &session.scenario().cast;
    let [issuer, holder] = [item.issuer, item.holder].map(|node| cast.node_name(node));
    let both = [(item.believed, item.believed_span), (item.truth, item.truth_span)];
    let row = |name: &str, tell: &dyn Fn((State, (Instant, Instant))) -> String| {
        html! {
            <tr>
                <th scope="row">{ name.to_owned() }</th>
                { for both.iter().map(|side| html! { <td>{ tell(*side) }</td> }) }
            </tr>
        }
    };
    let binding = match item.epoch.0 {
        0 => String::new(),
        number => epoch(cast, item.holder, number),
    };
    html! {
        <table class="atoms">
            <caption class="vh">{ "How it stands for its holder, and for its issuer" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ binding }</th>
                    <th scope="col">{ format!("for {holder}") }</th>
                    <th scope="col">{ format!("by the word of {issuer}") }</th>
                </tr>
            </thead>
            <tbody>
                { row("it is", &|(state, (_, until))| standing_of(state, until, now)) }
                { row("from", &|(_, (since, _))| moment(since)) }
                { row("until", &|(_, (_, until))| moment(until)) }
            </tbody>
        </table>
    }
}

/// An instant of true time, if it ever comes.
fn moment(at: Instant) -> String {
    match at.0 {
        0 => "—".into(),
        late if late > u64::MAX / 2 => "further notice".into(),
        _ => seconds(at - Instant(0), 2),
    }
}
