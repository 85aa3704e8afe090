//! Machines, in words: what their nodes are, what ails them, what their clients want.
use super::{clock, operation, stance};
use crate::state::Session;
use engine::kernel::{HostId, Span};
use engine::scenario::Cast;
use engine::world::{Frame, HostView, NodeView};

/// The parts that the nodes of a machine play; among several, each with its name.
pub fn roles(session: &Session, frame: &Frame, host: HostId) -> Vec<String> {
    let cast = &session.scenario().cast;
    let nodes: Vec<_> = frame.nodes.iter().filter(|node| node.host == host).collect();
    let many = nodes.len() > 1;
    let told = nodes.iter().map(|node| {
        let looks = node.looks.as_ref().map(|looks| stance::role(cast, node.id, looks));
        let looks = looks.unwrap_or_else(|| "down".into());
        let name = short(cast, node);
        match many && !looks.starts_with(name) {
            true => format!("{name}: {looks}"),
            false => looks,
        }
    });
    told.collect()
}

/// Among several nodes on one host, a node is told by its own name, or by that of its service;
/// one that is called as what it is, a grantor, needs no name.
fn short<'a>(cast: &'a Cast, node: &NodeView) -> &'a str {
    let (own, host) = (cast.own_name(node.id), cast.host_name(node.host));
    if own == host { &cast.info(node.id.service).name } else { own }
}

/// What ails a machine.
pub fn ailments(view: &HostView) -> Vec<String> {
    let mut ails = Vec::new();
    if !view.up {
        ails.push("crashed".to_owned());
    }
    if view.paused {
        ails.push("stands still".to_owned());
    }
    if view.drift_ppm != 0 {
        let exaggerated = view.drift_ppm.unsigned_abs() > 500;
        let far = if exaggerated { ", exaggerated" } else { "" };
        ails.push(format!("clock {}{far}", clock::rate(view.drift_ppm)));
    }
    if view.slow > Span::ZERO {
        ails.push(format!("{} slower", clock::seconds(view.slow, 2)));
    }
    if view.disk_slow > Span::ZERO {
        ails.push(format!("disk {} slower", clock::seconds(view.disk_slow, 2)));
    }
    ails
}

/// What a client wanted last, and what became of it: "r19 x, x = 16".
pub fn last_wish(session: &Session, host: HostId) -> Option<String> {
    let (cast, all) = (&session.scenario().cast, session.undertakings());
    let last = all.iter().rev().find(|one| cast.host_of(one.request.op.client) == Some(host))?;
    Some(format!("{}, {}", operation::label(cast, last), operation::outcome(cast, last)))
}
