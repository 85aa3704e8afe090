//! The item that is followed: its instants for its holder and for its issuer, and its renewals.
use super::life::life;
use super::renewals::renewals;
use crate::state::Session;
use crate::words::{item as named, seconds, standing_of};
use engine::evidence::Nature;
use engine::kernel::{Instant, NodeId, Span};
use engine::world::{Frame, ItemView};
use yew::prelude::*;

/// Draws it.
pub(super) fn followed(
    session: &Session,
    frame: &Frame,
    item: &ItemView,
    on_step: &Callback<usize>,
) -> Html {
    let card = item.kind.card();
    let nature = match card.nature {
        Nature::Promise => "A promise",
        Nature::Report(_) => "A report",
    };
    let together = together(session, frame, item);
    let cast = &session.scenario().cast;
    let names = [item.holder, item.issuer].map(|node| cast.own_name(node));
    html! {
        <section class="followed">
            <h2>{ named(cast, &item.item()) }</h2>
            <p>{ format!("{nature}: “{}” {together}", card.says) }</p>
            { life(item, frame.at, names) }
            { instants(session, frame, item) }
            { renewals(session, item, on_step) }
        </section>
    }
}

/// How many of its kind are needed together, and are there.
fn together(session: &Session, frame: &Frame, item: &ItemView) -> String {
    let mut nodes = frame.nodes.iter().filter(|node| node.id == item.holder);
    let items = nodes.next().map(|node| node.items.as_slice()).unwrap_or_default();
    let holdings = session.line().world().holdings(item.holder, items, frame.at);
    let holding = holdings.iter().find(|holding| holding.kind == item.kind && holding.needed > 1);
    holding.map_or_else(String::new, |holding| {
        let (needed, of) = (holding.needed, holding.of);
        let (believed, held) = (holding.believed, holding.true_now);
        format!("It takes {needed} of {of}: {believed} count for the holder, {held} in truth.")
    })
}

fn instants(session: &Session, frame: &Frame, item: &ItemView) -> Html {
    let cast = &session.scenario().cast;
    let sides = [
        (item.holder, item.believed, item.believed_span),
        (item.issuer, item.truth, item.truth_span),
    ];
    let row = |name: &'static str, tell: &dyn Fn(usize) -> String| {
        html! {
            <tr><th scope="row">{ name }</th><td>{ tell(0) }</td><td>{ tell(1) }</td></tr>
        }
    };
    let expiring = |side: usize| {
        let until = sides[side].2.1;
        match is_known(until) {
            true => moment(Instant(until.0 - (until - item.renewed).0 / 4)),
            false => "never".into(),
        }
    };
    let by_clock = |side: usize| reading(session, frame, sides[side].0, sides[side].2.1);
    html! {
        <table class="rows">
            <caption class="vh">{ "Its instants, for its holder and for its issuer" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "true time" }</th>
                    <th scope="col">{ format!("for {}", cast.node_name(item.holder)) }</th>
                    <th scope="col">
                        { format!("by the word of {}", cast.node_name(item.issuer)) }
                    </th>
                </tr>
            </thead>
            <tbody>
                { row("it is", &|side| standing_of(sides[side].1, sides[side].2.1, frame.at)) }
                { row("counts from", &|side| moment(sides[side].2.0)) }
                { row("expiring from", &expiring) }
                { row("until", &|side| moment(sides[side].2.1)) }
                { row("on its own clock", &by_clock) }
            </tbody>
        </table>
    }
}

const fn is_known(at: Instant) -> bool {
    0 < at.0 && at.0 < u64::MAX / 2
}

fn moment(at: Instant) -> String {
    match is_known(at) {
        true => seconds(at - Instant(0), 2),
        false if at.0 == 0 => "—".into(),
        false => "further notice".into(),
    }
}

/// What a node's own clock shows at an instant, as it runs now.
fn reading(session: &Session, frame: &Frame, node: NodeId, at: Instant) -> String {
    let host = session.scenario().cast.host_of(node);
    let Some(view) = host.and_then(|host| frame.hosts.get(host.index())) else {
        return String::new();
    };
    if !is_known(at) {
        return "—".into();
    }
    let passed = at.0.cast_signed() - frame.at.0.cast_signed();
    let own = (passed as f64 * (1_000_000 + view.drift_ppm) as f64 / 1e6) as i64;
    seconds(Span((view.wall.0 + own).max(0).cast_unsigned()), 2)
}
