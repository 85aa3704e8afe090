//! Guards, settings and mechanisms that could differ, each a link to both runs.
use crate::browser::{base, encoded, is_hosted};
use crate::state::{Lab, Session};
use crate::words::names;
use engine::kernel::{ServiceId, Unit};
use engine::scenario::{Control, Difference, exchangeable};
use yew::prelude::*;

/// All of them, under three headings.
pub(super) fn list(lab: &Lab) -> Html {
    let session = lab.session();
    let query = session.opening().query();
    let part = |title: &'static str, all: Vec<Difference>| {
        let link = |difference: &Difference| link(&session, &query, difference);
        if all.is_empty() {
            return html! {};
        }
        html! {
            <section>
                <h3 class="lbl">{ title }</h3>
                <ul>{ for all.iter().map(link) }</ul>
            </section>
        }
    };
    html! {
        <>
            <p class="i2">{ "Seed, script and everything else stay the same." }</p>
            { part("A guard", guards(&session)) }
            { part("A setting", settings(&session)) }
            { part("The mechanism of a service", mechanisms(&session)) }
        </>
    }
}

fn link(session: &Session, query: &str, difference: &Difference) -> Html {
    let scenario = session.scenario();
    let with = encoded(&difference.write(scenario));
    let href = format!("{}play/{}/?{query}&with={with}", base(), scenario.id);
    let [from, to] = names(scenario, session.change(), difference);
    let now = from.rsplit(": ").next().unwrap_or_default().to_owned();
    html! {
        <li>
            <a {href} target={is_hosted().then_some("_blank")}>{ to }</a>
            <span class="i2">{ format!(" instead of {now}") }</span>
        </li>
    }
}

/// Each guard, switched.
fn guards(session: &Session) -> Vec<Difference> {
    let scenario = session.scenario();
    let switched = scenario.guards.iter().map(|(service, guard)| {
        let name = format!("{}.{}", scenario.cast.info(*service).name, guard.name);
        Difference::Guard(name, !session.is_on(*service, guard))
    });
    switched.collect()
}

/// Each other choice of a setting; of a number, half and twice as much as far as that is allowed.
fn settings(session: &Session) -> Vec<Difference> {
    let of = |control: &Control| {
        let (now, card) = (session.setting(control).0, control.card);
        let mut values: Vec<i64> = match card.unit {
            Unit::Choice(words) => (0..words.len() as i64).collect(),
            _ => {
                [now / 2, now.saturating_mul(2)].map(|n| n.clamp(card.range.0, card.range.1)).into()
            }
        };
        values.retain(|value| *value != now);
        values.dedup();
        let name = control.name(&session.scenario().cast);
        values.into_iter().map(move |value| Difference::Setting(name.clone(), value))
    };
    session.scenario().controls.iter().flat_map(of).collect()
}

fn mechanisms(session: &Session) -> Vec<Difference> {
    let scenario = session.scenario();
    let services = (0..scenario.services.len() as u8).map(ServiceId);
    let of = |service| {
        let others = exchangeable(scenario, service).into_iter();
        others.map(move |card| Difference::Mechanism(service, card))
    };
    services.flat_map(of).collect()
}
