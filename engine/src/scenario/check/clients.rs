//! What clients want: paces, routes, operations at set times.
use super::super::at::At;
use super::super::parse::{in_range, span};
use super::super::raw::RawClient;
use super::super::{Cast, CastService, RawScenario, Scenario};
use super::{Complaints, optional, time};
use crate::kernel::{NodeId, Place, ServiceId, Span, Unit};
use crate::modes::ClassId;
use crate::node::{Ask, Call, ClientPlan, Key, Pace, Provider, Route, Value};

/// With less between two operations a run would not end, or not fit into memory, where nothing
/// else takes time.
const OFTEN: Span = Span::millis(1);

pub(super) fn clients(
    raw: &RawScenario,
    scenario: &Scenario,
    to: &mut Complaints,
) -> Vec<ClientPlan> {
    let client = |(place, client): (usize, &RawClient)| {
        let at = At::FILE.key("client").nth(place);
        let asked = asked(at, client, scenario, to);
        plan(at, client, &asked, scenario, to)
    };
    raw.clients.iter().enumerate().map(client).collect()
}

/// The services that a client asks.
fn asked(at: At, client: &RawClient, scenario: &Scenario, to: &mut Complaints) -> Vec<ServiceId> {
    let service = |name: &String| {
        let found = scenario.cast.service(name).filter(|_| name != Cast::CLIENTS);
        if found.is_none() {
            let what = || format!("there is no service `{name}`");
            to.add(at.key("services"), what, "name one of the services");
        }
        found
    };
    let asked: Vec<_> = client.services.iter().filter_map(service).collect();
    if client.services.is_empty() {
        to.add(at.key("services"), || "it asks nobody".into(), "name at least one service");
    }
    asked
}

fn plan(
    at: At,
    client: &RawClient,
    asked: &[ServiceId],
    scenario: &Scenario,
    to: &mut Complaints,
) -> ClientPlan {
    let or = |to: &mut Complaints, key: &str, text: &Option<String>, built| {
        optional(to, at.key(key), text, built)
    };
    let reads = client.reads.as_deref().unwrap_or("50 %");
    let reads = Unit::PerMille
        .parse(reads)
        .and_then(|share| in_range(share, (0, 1_000), Unit::PerMille).map(|()| share));
    let reads = to.or(at.key("reads"), reads, "give a share", 0);
    let providers = asked.iter().map(|service| provider(at, client, *service, scenario, to));
    ClientPlan {
        providers: providers.collect(),
        route: route(at, client, to),
        pace: pace(at, client, to),
        start: or(to, "start", &client.start, Span::ZERO),
        stop: client.stop.as_ref().map(|stop| time(to, at.key("stop"), stop)),
        reads_per_mille: reads as u16,
        patience: or(to, "patience", &client.patience, Span::secs(1)),
        persistence: or(to, "persistence", &client.persistence, Span::ZERO),
        asks: asks(at, client, asked, scenario, to),
    }
}

fn provider(
    at: At,
    client: &RawClient,
    service: ServiceId,
    scenario: &Scenario,
    to: &mut Complaints,
) -> Provider {
    let info = scenario.cast.info(service);
    Provider {
        targets: targets(at, client, service, scenario, to),
        keys: info.keys.len() as u16,
        classes: classes(info),
    }
}

/// A mechanism's first class is that of reads, its second that of writes.
fn classes(info: &CastService) -> [ClassId; 2] {
    [ClassId(0), ClassId(info.card.classes.len().saturating_sub(1).min(1) as u8)]
}

fn targets(
    at: At,
    client: &RawClient,
    service: ServiceId,
    scenario: &Scenario,
    to: &mut Complaints,
) -> Vec<NodeId> {
    let info = scenario.cast.info(service);
    let all = (0..info.nodes.len() as u16).map(|place| NodeId { service, place: Place(place) });
    if client.targets.is_empty() {
        return all.collect();
    }
    let target = |name: &String| {
        let found = info.nodes.iter().position(|(node, _)| node == name);
        if found.is_none() {
            let what = || format!("`{}` has no node `{name}`", info.name);
            to.add(at.key("targets"), what, "name nodes of the service");
        }
        found.map(|place| NodeId { service, place: Place(place as u16) })
    };
    client.targets.iter().filter_map(target).collect()
}

fn route(at: At, client: &RawClient, to: &mut Complaints) -> Route {
    match client.route.as_deref() {
        Some("fixed") => Route::Fixed,
        None | Some("follow") => Route::Follow,
        Some("turns") => Route::Turns,
        Some(other) => {
            let what = || format!("`{other}` is no route");
            to.add(at.key("route"), what, "give fixed, follow or turns");
            Route::Fixed
        }
    }
}

fn pace(at: At, client: &RawClient, to: &mut Complaints) -> Pace {
    let every = client.every.as_deref().unwrap_or("100 ms");
    let long_enough = span(every).and_then(|read| match read >= OFTEN {
        true => Ok(read),
        false => Err(format!("`{every}` is too often")),
    });
    let every = to.or(at.key("every"), long_enough, "give 1 ms or more", OFTEN);
    match client.pace.as_str() {
        "idle" => Pace::Idle,
        "closed" => Pace::Closed { think: every },
        "open" => Pace::Open { every },
        other => {
            let what = || format!("`{other}` is no pace");
            to.add(at.key("pace"), what, "give idle, closed or open");
            Pace::Idle
        }
    }
}

fn asks(
    at: At,
    client: &RawClient,
    asked: &[ServiceId],
    scenario: &Scenario,
    to: &mut Complaints,
) -> Vec<Ask> {
    let keys: Vec<_> = asked.iter().map(|service| &scenario.cast.info(*service).keys[..]).collect();
    let ask = |text: &String| {
        let read = ask(text, &keys);
        if read.is_none() {
            let hint = "write `4.7 s write x 2` or `5.7 s read x`";
            to.add(at.key("asks"), || format!("`{text}` is no operation"), hint);
        }
        read
    };
    client.asks.iter().filter_map(ask).collect()
}

/// An operation on the first key of this name among those of the providers.
fn ask(text: &str, keys: &[&[String]]) -> Option<Ask> {
    let words: Vec<_> = text.split_whitespace().collect();
    let verb = words.iter().position(|word| matches!(*word, "read" | "write"))?;
    let (time, what) = words.split_at(verb);
    let (key, call) = match *what {
        ["read", key] => (key, Call::Read),
        ["write", key, value] => (key, Call::Write(Value(value.parse().ok()?))),
        _ => return None,
    };
    let mut found = keys.iter().enumerate().filter_map(|(provider, known)| {
        Some((provider, known.iter().position(|known| known == key)?))
    });
    let (provider, key) = found.next()?;
    let key = Key(key as u16);
    Some(Ask { at: span(&time.join(" ")).ok()?, provider, key, call })
}
