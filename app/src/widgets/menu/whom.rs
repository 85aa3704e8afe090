//! Choosing whom a fault is to strike.
use super::draft::{Aim, Draft};
use crate::browser::{is_ticked, value_of};
use crate::state::Session;
use crate::words::{act_title, message};
use engine::faults::{Fault, FaultKind, Target, TargetKind};
use engine::kernel::{HostId, HostSet, MessageName, NodeId};
use engine::scenario::Cast;
use yew::prelude::*;

/// All hosts of a cast.
pub(super) fn everybody(cast: &Cast) -> HostSet {
    (0..cast.hosts.len() as u16).map(HostId).collect()
}

/// A draft with the first message, or the first order, already chosen.
pub(super) fn prepared(session: &Session, kind: FaultKind) -> Draft {
    let draft = Draft::new(kind);
    let aim = match draft.aim {
        Aim::Message(_) => Aim::Message(messages(session).first().map(|(name, _)| *name)),
        Aim::Node(_) => Aim::Node(orders(session).first().map(|(node, _)| *node)),
        aim => aim,
    };
    Draft { aim, ..draft }
}

/// What is to be chosen for a draft.
pub(super) fn whom(session: &Session, draft: &Draft, set: &Callback<Draft>) -> Html {
    let cast = &session.scenario().cast;
    let aim = |to: fn(HostSet, &Draft) -> Aim| {
        let (draft, set) = (draft.clone(), set.clone());
        Callback::from(move |hosts| {
            set.emit(Draft { aim: to(hosts, &draft), ..draft.clone() });
        })
    };
    let none = HostSet::EMPTY;
    match draft.aim {
        Aim::At(_) => html! {},
        Aim::Hosts(hosts) => ticks(cast, "Hosts", hosts, none, &aim(|hosts, _| Aim::Hosts(hosts))),
        Aim::Around(hosts, back) => {
            let label = match draft.kind.card().target {
                TargetKind::Links => "Between these and all others; none means all links",
                _ => "One side; all others are on the other",
            };
            let on =
                aim(|hosts, draft| Aim::Around(hosts, matches!(draft.aim, Aim::Around(_, true))));
            html! {
                <>
                    { ticks(cast, label, hosts, none, &on) }
                    if draft.kind.card().target == TargetKind::OneWay {
                        { direction(draft, hosts, back, set) }
                    }
                </>
            }
        }
        Aim::Between(a, b) => {
            let first = aim(|a, draft| match draft.aim {
                Aim::Between(_, b) => Aim::Between(a, b.minus(a)),
                aim => aim,
            });
            let second = aim(|b, draft| match draft.aim {
                Aim::Between(a, _) => Aim::Between(a, b),
                aim => aim,
            });
            html! {
                <>
                    { ticks(cast, "These", a, none, &first) }
                    { ticks(cast, "cannot talk to those", b, a, &second) }
                </>
            }
        }
        Aim::Message(chosen) => which_message(session, draft, chosen, set),
        Aim::Node(chosen) => which_order(session, draft, chosen, set),
    }
}

fn which_message(
    session: &Session,
    draft: &Draft,
    chosen: Option<MessageName>,
    set: &Callback<Draft>,
) -> Html {
    let all = messages(session);
    let names = all.iter().map(|(_, told)| told.clone()).collect();
    let place = all.iter().position(|(name, _)| Some(*name) == chosen);
    list("Message", names, place, draft, set, move |place, draft| {
        let chosen = all.get(place).map(|(name, _)| *name);
        Draft { aim: Aim::Message(chosen), ..draft }
    })
}

fn which_order(
    session: &Session,
    draft: &Draft,
    chosen: Option<NodeId>,
    set: &Callback<Draft>,
) -> Html {
    let all = orders(session);
    let title = |(node, order): &(NodeId, i64)| {
        let fault = Fault::new(FaultKind::OperatorAction, Target::Node(*node));
        act_title(&session.scenario().cast, &fault.by(*order))
    };
    let names = all.iter().map(title).collect();
    let amount = draft.how_much().unwrap_or_default();
    let place = all.iter().position(|one| chosen == Some(one.0) && one.1 == amount);
    list("Order", names, place, draft, set, move |place, draft| match all.get(place) {
        Some((node, order)) => {
            Draft { aim: Aim::Node(Some(*node)), amount: order.to_string(), ..draft }
        }
        None => draft,
    })
}

/// All messages under way between hosts, each with its name.
fn messages(session: &Session) -> Vec<(MessageName, String)> {
    let cast = &session.scenario().cast;
    let told = session
        .frame()
        .messages
        .into_iter()
        .map(|found| (found.name, message(cast, found.name, found.caption.name)));
    told.collect()
}

/// Every order that a node understands.
fn orders(session: &Session) -> Vec<(NodeId, i64)> {
    let cast = &session.scenario().cast;
    let of = |node: NodeId| {
        let known = cast.info(node.service).card.orders.len() as i64;
        (0..known).map(move |order| (node, order))
    };
    cast.nodes().flat_map(|(node, _)| of(node)).collect()
}

/// Hosts to be ticked; some may be out of the question.
fn ticks(
    cast: &Cast,
    label: &'static str,
    chosen: HostSet,
    barred: HostSet,
    on: &Callback<HostSet>,
) -> Html {
    let tick = |host: HostId| {
        let on = on.clone();
        let onchange = Callback::from(move |event: Event| {
            on.emit(if is_ticked(&event) { chosen.with(host) } else { chosen.without(host) });
        });
        html! {
            <label class="tick">
                <input type="checkbox" checked={chosen.contains(host)}
                    disabled={barred.contains(host)} {onchange} />
                { cast.host_name(host).to_owned() }
            </label>
        }
    };
    html! {
        <fieldset class="ticks">
            <legend>{ label }</legend>
            { for everybody(cast).iter().map(tick) }
        </fieldset>
    }
}

/// Whose words are lost.
fn direction(draft: &Draft, hosts: HostSet, back: bool, set: &Callback<Draft>) -> Html {
    let (draft, set) = (draft.clone(), set.clone());
    let onchange = Callback::from(move |event: Event| {
        let aim = Aim::Around(hosts, is_ticked(&event));
        set.emit(Draft { aim, ..draft.clone() });
    });
    html! {
        <label class="tick">
            <input type="checkbox" checked={back} {onchange} />
            { "Words to these are lost, and not words from them" }
        </label>
    }
}

/// A list out of which one is chosen.
fn list(
    label: &'static str,
    names: Vec<String>,
    chosen: Option<usize>,
    draft: &Draft,
    set: &Callback<Draft>,
    choose: impl Fn(usize, Draft) -> Draft + 'static,
) -> Html {
    let (draft, set) = (draft.clone(), set.clone());
    let onchange = Callback::from(move |event: Event| {
        let place = value_of(&event).parse().unwrap_or_default();
        set.emit(choose(place, draft.clone()));
    });
    let option = |(place, name): (usize, String)| {
        let selected = Some(place) == chosen;
        html! { <option value={place.to_string()} {selected}>{ name }</option> }
    };
    if names.is_empty() {
        return html! { <p class="i2">{ "There is none now." }</p> };
    }
    html! {
        <label class="pick">
            { label }
            <select {onchange}>{ for names.into_iter().enumerate().map(option) }</select>
        </label>
    }
}
