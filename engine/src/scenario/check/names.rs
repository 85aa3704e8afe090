//! The cast: every name is said once, and means one thing.
use super::super::at::At;
use super::super::mechanisms::{card, cards};
use super::super::{Cast, CastHost, CastService, RawScenario};
use super::Complaints;
use crate::kernel::{HostId, HostSet, SortedSet};
use crate::node::{Card, Protocol};
use crate::workload::Clients;

/// So many of anything have places in the sets of a world.
const MOST: usize = HostSet::LIMIT as usize;

pub(super) fn cast(raw: &RawScenario, to: &mut Complaints) -> Cast {
    let mut cast = Cast { hosts: hosts(raw, to), services: Vec::new() };
    at_most(raw.services.len(), At::FILE.key("service"), "services", to);
    for (place, service) in raw.services.iter().enumerate() {
        let at = At::FILE.key("service").nth(place);
        let Some(card) = card(&service.mechanism) else {
            let known = || cards().iter().map(|card| card.slug).collect::<Vec<_>>().join(", ");
            let what = || format!("there is no mechanism `{}`", service.mechanism);
            to.add_with(at.key("mechanism"), what, || format!("there are {}", known()));
            continue;
        };
        must_be_name(at.key("name"), &service.name, to);
        service.keys.iter().for_each(|key| must_be_name(at.key("keys"), key, to));
        at_most(service.keys.len(), at.key("keys"), "keys", to);
        let nodes = nodes(at, &service.nodes, &cast, to);
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
    at_most(all.len(), At::FILE.key("host"), "machines", to);
    for (place, host) in all.iter().enumerate() {
        let at = match place.checked_sub(raw.hosts.len()) {
            None => At::FILE.key("host").nth(place),
            Some(client) => At::FILE.key("client").nth(client),
        };
        must_be_name(at.key("name"), &host.name, to);
        for (key, value) in [("x", host.at.0), ("y", host.at.1)] {
            if !(0.0..=100.0).contains(&value) {
                let what = || format!("`{value}` is no place on the stage");
                to.add(at.key(key), what, "give a number from 0 to 100");
            }
        }
    }
    all
}

fn at_most(count: usize, at: At, what: &str, to: &mut Complaints) {
    if count > MOST {
        let hint = || format!("{MOST} is the most");
        to.add_with(at, || format!("there are {count} {what}"), hint);
    }
}

fn must_be_name(at: At, name: &str, to: &mut Complaints) {
    let letters = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || !name.chars().all(letters) {
        let hint = "begin with a letter; use letters, digits and hyphens";
        to.add(at, || format!("`{name}` is no name"), hint);
    }
}

fn nodes(at: At, raw: &[String], cast: &Cast, to: &mut Complaints) -> Vec<(String, HostId)> {
    at_most(raw.len(), at.key("nodes"), "nodes", to);
    let node = |text: &String| {
        let (name, host) = text.split_once('@').unwrap_or((text, text));
        let found = cast.host(host);
        must_be_name(at.key("nodes"), name, to);
        if found.is_none() {
            let what = || format!("there is no host `{host}`");
            to.add(at.key("nodes"), what, "list it first");
        }
        Some((name.to_owned(), found?))
    };
    let nodes: Vec<_> = raw.iter().filter_map(node).collect();
    if nodes.is_empty() {
        to.add(at.key("nodes"), || "the service has no node".into(), "place at least one");
    }
    nodes
}

fn said_once(cast: &Cast, to: &mut Complaints) {
    let mut hosts = SortedSet::new();
    for host in &cast.hosts {
        if !hosts.insert(&host.name) {
            let what = || format!("`{}` is named twice", host.name);
            to.add(At::FILE.key("host"), what, "rename one");
        }
    }
    let (mut services, at) = (SortedSet::new(), At::FILE.key("service"));
    for service in &cast.services {
        if service.name == Cast::NETWORK {
            let what = || format!("`{}` is the name of the links", service.name);
            to.add(at, what, "rename it");
        }
        if !services.insert(&service.name) {
            to.add(at, || format!("`{}` is named twice", service.name), "rename one");
        }
        let mut nodes = SortedSet::new();
        for (node, _) in &service.nodes {
            if !nodes.insert(node) {
                let what = || format!("`{}.{node}` is named twice", service.name);
                to.add(at, what, "give one a name of its own: `a@n1`");
            }
        }
    }
}
