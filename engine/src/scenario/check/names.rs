//! The cast: every name is said once, and means one thing.
use super::super::mechanisms::{card, cards};
use super::super::{Cast, CastHost, CastService, RawScenario};
use super::Complaints;
use crate::kernel::{HostId, HostSet, SortedSet};
use crate::node::{Card, Protocol};
use crate::workload::Clients;

pub(super) fn cast(raw: &RawScenario, to: &mut Complaints) -> Cast {
    let mut cast = Cast { hosts: hosts(raw, to), services: Vec::new() };
    for (place, service) in raw.services.iter().enumerate() {
        let at = format!("service.{}", place + 1);
        let Some(card) = card(&service.mechanism) else {
            let known: Vec<_> = cards().iter().map(|card| card.slug).collect();
            let what = format!("there is no mechanism `{}`", service.mechanism);
            to.add(&format!("{at}.mechanism"), what, &format!("there are {}", known.join(", ")));
            continue;
        };
        let nodes = nodes(&at, &service.nodes, &cast, to);
        let keys = if service.keys.is_empty() { vec!["x".into()] } else { service.keys.clone() };
        cast.services.push(CastService { name: service.name.clone(), card, nodes, keys });
    }
    let first = cast.hosts.len() - raw.clients.len();
    let seat = |(place, client): (usize, &super::super::raw::RawClient)| {
        (client.name.clone(), HostId((first + place) as u16))
    };
    cast.services.push(CastService {
        name: Cast::CLIENTS.into(),
        card: const { &<Clients as Protocol>::CARD as &Card },
        nodes: raw.clients.iter().enumerate().map(seat).collect(),
        keys: Vec::new(),
    });
    said_once(&cast, to);
    cast
}

fn hosts(raw: &RawScenario, to: &mut Complaints) -> Vec<CastHost> {
    let machines = raw.hosts.iter().map(|host| (&host.name, (host.x, host.y), false));
    let clients = raw.clients.iter().map(|client| (&client.name, (client.x, client.y), true));
    let all: Vec<_> = machines
        .chain(clients)
        .map(|(name, at, is_client)| CastHost { name: name.clone(), at, is_client })
        .collect();
    if all.len() > usize::from(HostSet::LIMIT) {
        to.add("host", format!("there are {} machines", all.len()), "64 is the most");
    }
    for (place, host) in all.iter().enumerate() {
        let letters = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let begins = host.name.starts_with(|c: char| c.is_ascii_alphabetic());
        if !begins || !host.name.chars().all(letters) {
            let hint = "begin with a letter; use letters, digits and hyphens";
            let at = format!("host.{}.name", place + 1);
            to.add(&at, format!("`{}` is no name", host.name), hint);
        }
    }
    all
}

fn nodes(at: &str, raw: &[String], cast: &Cast, to: &mut Complaints) -> Vec<(String, HostId)> {
    let node = |text: &String| {
        let (name, host) = text.split_once('@').unwrap_or((text, text));
        let found = cast.host(host);
        if found.is_none() {
            to.add(&format!("{at}.nodes"), format!("there is no host `{host}`"), "list it first");
        }
        Some((name.to_owned(), found?))
    };
    let nodes: Vec<_> = raw.iter().filter_map(node).collect();
    if nodes.is_empty() {
        to.add(&format!("{at}.nodes"), "the service has no node", "place at least one");
    }
    nodes
}

fn said_once(cast: &Cast, to: &mut Complaints) {
    let mut hosts = SortedSet::new();
    for host in &cast.hosts {
        if !hosts.insert(&host.name) {
            to.add("host", format!("`{}` is named twice", host.name), "rename one");
        }
    }
    let mut services = SortedSet::new();
    for service in &cast.services {
        if !services.insert(&service.name) {
            to.add("service", format!("`{}` is named twice", service.name), "rename one");
        }
        let mut nodes = SortedSet::new();
        for (node, _) in &service.nodes {
            if !nodes.insert(node) {
                let what = format!("`{}.{node}` is named twice", service.name);
                to.add("service", what, "give one a name of its own: `a@n1`");
            }
        }
    }
}
