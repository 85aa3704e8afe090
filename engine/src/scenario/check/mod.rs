//! From words to a scenario that can be run: all complaints at once.
mod clients;
mod names;
mod stages;

use super::act_text::{can_be_modelled, parse_fault};
use super::at::At;
use super::change::{guard_known, setting_known};
use super::complaints::Complaints;
use super::mechanisms::Bare;
use super::parse::span;
use super::raw::RawSettings;
use super::{Change, Complaint, Model, RawScenario, Scenario, ServiceBase, SettingRef};
use crate::checks::Check;
use crate::faults::Fault;
use crate::kernel::{Latency, ServiceId, Span};
use crate::modes::ClassId;

/// Checks a scenario, and brings every mechanism to it.
pub fn check(raw: &RawScenario) -> Result<Scenario, Vec<Complaint>> {
    check_bare(raw).map(Bare::with_all)
}

/// Checks a scenario for a program that has not got all mechanisms at hand.
pub fn check_bare(raw: &RawScenario) -> Result<Bare, Vec<Complaint>> {
    let mut complaints = Complaints::default();
    let to = &mut complaints;
    let cast = names::cast(raw, to);
    if !to.is_empty() {
        return Err(complaints.into_list());
    }
    let mut scenario = Scenario {
        id: raw.id.clone(),
        title: raw.title.clone(),
        teaser: raw.teaser.clone(),
        chapter: raw.chapter,
        covers: raw.covers.clone(),
        seed: raw.seed,
        length: time(to, At::FILE.key("length"), &raw.length),
        pace: raw.pace,
        description: raw.description.clone(),
        latency: latency(raw, to),
        flush: flush(raw, to),
        claims: claims(raw, to),
        brought: Vec::new(),
        services: Vec::new(),
        clients: Vec::new(),
        focus: Vec::new(),
        controls: Vec::new(),
        guards: Vec::new(),
        checks: Vec::new(),
        model: Model::default(),
        stages: Vec::new(),
        ahas: Vec::new(),
        honesty: raw.honesty.clone(),
        cast,
    };
    scenario.services = services(raw, &scenario, to);
    scenario.clients = clients::clients(raw, &scenario, to);
    scenario.focus = focus(raw, &scenario, to);
    scenario.controls = controls(raw, &scenario, to);
    scenario.guards = guards(raw, &scenario, to);
    scenario.checks = checks(At::FILE.key("checks"), &raw.checks, &scenario, to);
    let at = At::FILE.key("model");
    scenario.model = Model {
        says: raw.model.says.clone(),
        faults: faults(at.key("faults"), &raw.model.faults, &scenario, to),
        beyond: faults(at.key("beyond"), &raw.model.beyond, &scenario, to),
        unclaimed: checks(at.key("unclaimed"), &raw.model.unclaimed, &scenario, to),
    };
    scenario.stages = stages::stages(raw, &scenario, to);
    scenario.ahas = stages::ahas(raw, &scenario, to);
    if !(0.01..=1_000.0).contains(&scenario.pace) {
        let hint = "give 0.01 to 1000; 1 is real time";
        to.add(At::FILE.key("pace"), || format!("`{}` is no pace", raw.pace), hint);
    }
    match complaints.is_empty() {
        true => Ok(Bare(scenario)),
        false => Err(complaints.into_list()),
    }
}

/// A length of time.
fn time(to: &mut Complaints, at: At, text: &str) -> Span {
    to.or(at, span(text), "give a time", Span::ZERO)
}

fn optional(to: &mut Complaints, at: At, text: &Option<String>, built: Span) -> Span {
    text.as_ref().map_or(built, |text| time(to, at, text))
}

fn latency(raw: &RawScenario, to: &mut Complaints) -> Latency {
    let (network, at) = (&raw.network, At::FILE.key("network"));
    Latency {
        base: optional(to, at.key("latency"), &network.latency, Span::millis(20)),
        jitter: optional(to, at.key("jitter"), &network.jitter, Span::millis(20)),
        tail: optional(to, at.key("tail"), &network.tail, Span::ZERO),
    }
}

fn flush(raw: &RawScenario, to: &mut Complaints) -> Latency {
    let at = At::FILE.key("network");
    let base = optional(to, at.key("flush"), &raw.network.flush, Span::millis(2));
    Latency { base, jitter: base, tail: Span::ZERO }
}

fn claims(raw: &RawScenario, to: &mut Complaints) -> Vec<Option<Span>> {
    let claim = |(place, host): (usize, &super::raw::RawHost)| {
        let claims = host.claims.as_ref()?;
        Some(time(to, At::FILE.key("host").nth(place).key("claims"), claims))
    };
    raw.hosts.iter().enumerate().map(claim).collect()
}

fn services(raw: &RawScenario, scenario: &Scenario, to: &mut Complaints) -> Vec<ServiceBase> {
    let base = |(place, service): (usize, &super::raw::RawService)| {
        let at = At::FILE.key("service").nth(place);
        let sustain = optional(to, at.key("sustain"), &service.sustain, Span::ZERO);
        let named = |name: &String| format!("{}.{name}", service.name);
        let settings: RawSettings =
            service.settings.iter().map(|(name, value)| (named(name), value.clone())).collect();
        let off: Vec<_> = service.guards_off.iter().map(named).collect();
        ServiceBase { sustain, change: change(at, &settings, &off, scenario, to) }
    };
    raw.services.iter().enumerate().map(base).collect()
}

/// Settings and guards that differ.
fn change(
    at: At,
    settings: &RawSettings,
    off: &[String],
    scenario: &Scenario,
    to: &mut Complaints,
) -> Change {
    let mut change = Change::default();
    for (name, value) in settings {
        let read = setting_known(&scenario.cast, name).and_then(|known| known.parse(value));
        let value = to.or(at, read, "mend or remove the setting", 0);
        change.settings.insert(name.clone(), value);
    }
    for name in off {
        if let Err(what) = guard_known(&scenario.cast, name) {
            to.add(at, || what, "mend or remove the guard");
        }
        change.guards.insert(name.clone(), false);
    }
    change
}

fn focus(raw: &RawScenario, scenario: &Scenario, to: &mut Complaints) -> Vec<(ServiceId, ClassId)> {
    raw.focus.iter().filter_map(|name| class(At::FILE.key("focus"), name, scenario, to)).collect()
}

fn class(
    at: At,
    name: &str,
    scenario: &Scenario,
    to: &mut Complaints,
) -> Option<(ServiceId, ClassId)> {
    let found = scenario.cast.class(name);
    if found.is_none() {
        let hint = "name a service and one of its classes, such as `register.reads`";
        to.add(at, || format!("there is no class `{name}`"), hint);
    }
    found
}

fn controls(raw: &RawScenario, scenario: &Scenario, to: &mut Complaints) -> Vec<SettingRef> {
    let at = At::FILE.key("controls");
    let control = |name: &String| {
        let found = setting_known(&scenario.cast, name);
        found.map_err(|what| to.add(at, || what, "mend or remove the setting")).ok()
    };
    raw.controls.iter().filter_map(control).collect()
}

fn guards(
    raw: &RawScenario,
    scenario: &Scenario,
    to: &mut Complaints,
) -> Vec<(ServiceId, &'static crate::node::GuardCard)> {
    let at = At::FILE.key("guards");
    let guard = |name: &String| {
        let found = guard_known(&scenario.cast, name);
        found.map_err(|what| to.add(at, || what, "mend or remove the guard")).ok()
    };
    raw.guards.iter().filter_map(guard).collect()
}

fn checks(
    at: At,
    names: &[String],
    scenario: &Scenario,
    to: &mut Complaints,
) -> Vec<(ServiceId, Check)> {
    names.iter().filter_map(|name| check_of(at, name, scenario, to)).collect()
}

fn check_of(
    at: At,
    name: &str,
    scenario: &Scenario,
    to: &mut Complaints,
) -> Option<(ServiceId, Check)> {
    let found = name.split_once('.').and_then(|(service, check)| {
        let check = Check::ALL.into_iter().find(|known| known.slug() == check)?;
        Some((scenario.cast.service(service)?, check))
    });
    if found.is_none() {
        let known = || Check::ALL.map(Check::slug).join(", ");
        let hint = || format!("name a service and one of {}", known());
        to.add_with(at, || format!("there is no check `{name}`"), hint);
    }
    found
}

fn faults(at: At, raw: &[String], scenario: &Scenario, to: &mut Complaints) -> Vec<Fault> {
    let fault = |text: &String| {
        let read =
            parse_fault(&scenario.cast, text).and_then(|fault| match can_be_modelled(&fault) {
                true => Ok(fault),
                false => Err(format!("`{text}` strikes one message or node")),
            });
        let hint = "name a fault, some target, and the most that is allowed";
        read.map_err(|what| to.add(at, || what, hint)).ok()
    };
    raw.iter().filter_map(fault).collect()
}
