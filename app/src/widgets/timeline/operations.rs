//! What clients undertook: one lane a client, one line an operation, its outcome at its end.
use super::scale::Scale;
use crate::marks::pen;
use crate::state::{Session, Topic};
use crate::words::{label, outcome, seconds};
use engine::checks::Undertaking;
use engine::kernel::{HostId, Instant};
use engine::node::Outcome;
use yew::prelude::*;

/// From one lane to the next.
const LINE: f64 = 18.0;

/// The machines of all clients.
pub(super) fn lanes(session: &Session) -> Vec<HostId> {
    let hosts = session.scenario().cast.hosts.iter().enumerate();
    let clients = hosts.filter(|(_, host)| host.is_client);
    clients.map(|(number, _)| HostId(number as u16)).collect()
}

/// How high all lanes are together.
pub(super) fn height(lanes: usize) -> f64 {
    lanes as f64 * LINE
}

/// Draws the lanes.
pub(super) fn view(session: &Session, scale: &Scale, top: f64, on_ask: &Callback<Topic>) -> Html {
    let cast = &session.scenario().cast;
    let all = session.undertakings();
    let conclusions = session.conclusions();
    let guilty = |one: &Undertaking| {
        let mut found = conclusions.iter().filter_map(|(_, _, verdict)| verdict.witness());
        found.any(|breach| breach.operations.contains(&one.request.op))
    };
    let lane = |(place, host): (usize, HostId)| {
        let y = top + place as f64 * LINE + 9.0;
        let mine = all.iter().filter(|one| cast.host_of(one.request.op.client) == Some(host));
        let mut last = f64::NEG_INFINITY;
        let drawn = mine.filter_map(|one| {
            let x = scale.x(one.invoked);
            let guilty = guilty(one);
            let crowded = x - last < 3.0;
            last = x;
            (guilty || !crowded).then(|| operation(session, scale, one, guilty, y, on_ask))
        });
        html! {
            <g class="ops" key={host.0.to_string()}>
                { pen::text((0.0, y + 4.5), "start", "tx s", cast.host_name(host)) }
                { pen::path(pen::trace("M# #H#", &[scale.left, y, scale.right]), "lane") }
                { for drawn }
            </g>
        }
    };
    html! { <g>{ for lanes(session).into_iter().enumerate().map(lane) }</g> }
}

fn operation(
    session: &Session,
    scale: &Scale,
    one: &Undertaking,
    guilty: bool,
    y: f64,
    on_ask: &Callback<Topic>,
) -> Html {
    let cast = &session.scenario().cast;
    let from = scale.x(one.invoked);
    let until = one.told.as_ref().map_or(session.now().max(one.invoked), |told| told.at);
    let to = scale.x(until).max(from + 1.5);
    let open = !matches!(&one.told, Some(told) if !matches!(told.outcome, Outcome::Info));
    let class = match (guilty, open) {
        (true, _) => "viol",
        (_, true) => "info",
        _ => "data thin",
    };
    let end = match one.told.as_ref().map(|told| &told.outcome) {
        Some(Outcome::Ok(_)) => html! {
            <circle cx={pen::n(to)} cy={pen::n(y)} r={if guilty { "4" } else { "2.5" }}
                class={if guilty { "opbad" } else { "op" }} />
        },
        Some(Outcome::Fail(..)) => {
            pen::path(pen::trace("M# #l5 5m0-5l-5 5", &[to - 2.5, y - 2.5]), "data thin")
        }
        _ => html! {},
    };
    let told = format!(
        "{}, {}, at {}",
        label(cast, one),
        outcome(cast, one),
        seconds(one.invoked - Instant(0), 2)
    );
    let (on_ask, op) = (on_ask.clone(), one.request.op);
    let onclick = Callback::from(move |_: MouseEvent| on_ask.emit(Topic::Operation(op)));
    html! {
        <g class="operation" key={format!("{}-{}", op.client.place.0, op.nth)} {onclick}>
            <title>{ told }</title>
            { pen::path(pen::trace("M# #H#", &[from, y, to]), class) }
            { end }
            { pen::rect((from - 2.0, y - 8.0), (to - from + 6.0, 16.0), "grab") }
        </g>
    }
}
