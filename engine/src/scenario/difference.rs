//! The one thing in which the second of two runs differs: a setting, a guard, or a mechanism.
use super::change::{guard_known, setting_known};
use super::fit::fault_fits;
use super::{Run, Scenario, cards};
use crate::kernel::ServiceId;
use crate::modes::ClassId;
use crate::node::Card;
use crate::timeline::Script;

/// In what another run of the same seed and script differs.
#[derive(Clone, Debug)]
pub enum Difference {
    /// A setting has another value, in the unit of its card.
    Setting(String, i64),
    /// A guard is on, or off.
    Guard(String, bool),
    /// A service is of another mechanism, with all settings of that as built.
    Mechanism(ServiceId, &'static Card),
}

impl Difference {
    /// Reads "register.reads=lease", "register.pre-vote=off" or "ledger=dynamo-quorum"; if that
    /// cannot be, the answer says why, in a few words.
    pub fn parse(scenario: &Scenario, text: &str) -> Result<Difference, String> {
        let Some((name, value)) = text.split_once('=') else {
            return Err(format!("`{text}` has no `=`; write a name, `=` and a value"));
        };
        if let Some(service) = scenario.cast.service(name) {
            let known = exchangeable(scenario, service);
            let found = known.iter().find(|card| card.slug == value);
            return match found {
                Some(card) => Ok(Difference::Mechanism(service, card)),
                None => {
                    let slugs: Vec<_> = known.iter().map(|card| card.slug).collect();
                    let known = slugs.join(", ");
                    Err(format!("`{name}` cannot be of the mechanism `{value}`, but of {known}"))
                }
            };
        }
        match (guard_known(&scenario.cast, name), value) {
            (Ok(_), "on") => Ok(Difference::Guard(name.into(), true)),
            (Ok(_), "off") => Ok(Difference::Guard(name.into(), false)),
            (Ok(_), _) => Err(format!("the guard `{name}` is `on` or `off`, not `{value}`")),
            (Err(_), _) => {
                let value = setting_known(&scenario.cast, name)?.parse(value)?;
                Ok(Difference::Setting(name.into(), value))
            }
        }
    }

    /// As it is read.
    pub fn write(&self, scenario: &Scenario) -> String {
        match self {
            Difference::Setting(name, value) => {
                let unit = setting_known(&scenario.cast, name).map(|setting| setting.card.unit);
                let said = unit.map_or_else(|_| value.to_string(), |unit| unit.write(*value));
                format!("{name}={said}")
            }
            Difference::Guard(name, on) => format!("{name}={}", if *on { "on" } else { "off" }),
            Difference::Mechanism(service, card) => {
                format!("{}={}", scenario.cast.info(*service).name, card.slug)
            }
        }
    }

    /// The mechanism that has to be brought to the scenario before this is applied.
    pub fn mechanism(&self) -> Option<&'static str> {
        match self {
            Difference::Mechanism(_, card) => Some(card.slug),
            Difference::Setting(..) | Difference::Guard(..) => None,
        }
    }

    /// The other run, and the scenario that it is a run of. Of a mechanism that nobody has brought
    /// no service can be: it stays what it was.
    pub fn apply(&self, scenario: &Scenario, run: &Run) -> (Scenario, Run) {
        let (mut other, mut changed) = (scenario.clone(), run.clone());
        match self {
            Difference::Setting(name, value) => changed.change = changed.change.set(name, *value),
            Difference::Guard(name, on) => changed.change = changed.change.guard(name, *on),
            Difference::Mechanism(service, card) => {
                exchange(&mut other, *service, card);
                forget_unknown(&other, &mut changed);
            }
        }
        (other, changed)
    }
}

/// The mechanisms that a service could be of instead: those with the same kinds of operations.
pub fn exchangeable(scenario: &Scenario, service: ServiceId) -> Vec<&'static Card> {
    let own = scenario.cast.info(service).card;
    let mut others = cards();
    others.retain(|card| card.slug != own.slug && card.classes.len() == own.classes.len());
    others
}

/// A service becomes one of another mechanism. Its classes stand for each other in their order.
fn exchange(scenario: &mut Scenario, service: ServiceId, by: &'static Card) {
    if scenario.mechanism(by.slug).is_none() {
        return;
    }
    let Some(info) = scenario.cast.services.get_mut(service.index()) else { return };
    info.card = by;
    if let Some(base) = scenario.services.get_mut(service.index()) {
        base.change = Default::default();
    }
    scenario.controls.retain(|control| control.service != Some(service));
    scenario.guards.retain(|(owner, _)| *owner != service);
    let known = |class: &ClassId| class.index() < by.classes.len();
    scenario.focus.retain(|(owner, class)| *owner != service || known(class));
}

/// What only the former mechanism knows is left out of a run.
fn forget_unknown(scenario: &Scenario, run: &mut Run) {
    let change = &mut run.change;
    change.settings.retain(|name, _| setting_known(&scenario.cast, name).is_ok());
    change.guards.retain(|name, _| guard_known(&scenario.cast, name).is_ok());
    let acts = run.script.acts().iter().copied();
    run.script = Script::new(acts.filter(|act| fault_fits(&scenario.cast, &act.fault).is_ok()));
}
