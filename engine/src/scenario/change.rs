//! Settings and guards that differ from what a scenario's file says.
use super::network::NETWORK;
use super::parse::in_range;
use super::{Cast, CastService, Scenario};
use crate::kernel::{ServiceId, SortedMap};
use crate::node::{GuardCard, SettingCard};

/// A setting of a service, or of the network.
#[derive(Clone, Copy, Debug)]
pub struct SettingRef {
    /// Whose; nothing for the network.
    pub service: Option<ServiceId>,
    /// Which.
    pub card: &'static SettingCard,
}

/// A setting that readers may change.
pub type Control = SettingRef;

impl SettingRef {
    /// "register.lease" or "network.latency".
    pub fn find(cast: &Cast, name: &str) -> Option<SettingRef> {
        let (owner, name) = name.split_once('.')?;
        if owner == Cast::NETWORK {
            let card = NETWORK.iter().find(|card| card.name == name)?;
            return Some(SettingRef { service: None, card });
        }
        let service = cast.service(owner)?;
        let card = cast.info(service).card.setting(name)?;
        Some(SettingRef { service: Some(service), card })
    }

    /// Its name.
    pub fn name(&self, cast: &Cast) -> String {
        let owner = self.service.map_or(Cast::NETWORK, |service| &cast.info(service).name);
        format!("{owner}.{}", self.card.name)
    }

    /// Reads a value, which must be in range.
    pub fn parse(&self, text: &str) -> Result<i64, String> {
        let value = self.card.unit.parse(text)?;
        self.takes(value).map(|()| value)
    }

    /// Is a value in range?
    pub(super) fn takes(&self, value: i64) -> Result<(), String> {
        in_range(value, self.card.range, self.card.unit)
    }
}

/// What differs. Names as in files, so that order and equality are plain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Change {
    /// Settings, by name, with their values in the units of their cards.
    pub settings: SortedMap<String, i64>,
    /// Guards, by name "register.pre-vote": are they on?
    pub guards: SortedMap<String, bool>,
}

impl Change {
    /// With another change on top.
    #[must_use]
    pub fn with(&self, other: &Change) -> Change {
        let mut both = self.clone();
        both.settings.extend(other.settings.iter().map(|(name, value)| (name.clone(), *value)));
        both.guards.extend(other.guards.iter().map(|(name, on)| (name.clone(), *on)));
        both
    }

    /// With one setting changed.
    #[must_use]
    pub fn set(mut self, name: &str, value: i64) -> Change {
        self.settings.insert(name.to_owned(), value);
        self
    }

    /// With one guard switched.
    #[must_use]
    pub fn guard(mut self, name: &str, on: bool) -> Change {
        self.guards.insert(name.to_owned(), on);
        self
    }
}

impl Scenario {
    /// The value of a setting with a change on top.
    pub fn value(&self, change: &Change, of: &SettingRef) -> i64 {
        let name = of.name(&self.cast);
        let in_file = of.service.and_then(|service| self.services.get(service.index()));
        let said = in_file.and_then(|base| base.change.settings.get(&name));
        let built = || match (of.service, of.card.name) {
            (Some(_), _) => of.card.default,
            (None, "latency") => self.latency.base.0.cast_signed(),
            (None, "jitter") => self.latency.jitter.0.cast_signed(),
            (None, "tail") => self.latency.tail.0.cast_signed(),
            (None, _) => self.flush.base.0.cast_signed(),
        };
        change.settings.get(&name).or(said).copied().unwrap_or_else(built)
    }

    /// Is a guard on with a change on top?
    pub fn is_on(&self, change: &Change, service: ServiceId, guard: &GuardCard) -> bool {
        let name = format!("{}.{}", self.cast.info(service).name, guard.name);
        let in_file = self.services.get(service.index());
        let said = in_file.and_then(|base| base.change.guards.get(&name));
        change.guards.get(&name).or(said).copied().unwrap_or(true)
    }
}

/// A guard, and the service that has it.
type Guard = (ServiceId, &'static GuardCard);

/// The guard of this name, "register.pre-vote". If there is none, there are others.
pub(super) fn guard_known(cast: &Cast, name: &str) -> Result<Guard, String> {
    guard_of(cast, name).ok_or_else(|| {
        let known = guard_names(cast).join(", ");
        format!("there is no guard `{name}`; there are {known}")
    })
}

/// The guard of this name, and whose it is.
pub(super) fn guard_of(cast: &Cast, name: &str) -> Option<Guard> {
    let (service, guard) = name.split_once('.')?;
    let service = cast.service(service)?;
    Some((service, cast.info(service).card.guard(guard)?))
}

/// The setting of this name, "register.lease". If there is none, there are others.
pub(super) fn setting_known(cast: &Cast, name: &str) -> Result<SettingRef, String> {
    SettingRef::find(cast, name).ok_or_else(|| {
        let known = setting_names(cast).join(", ");
        format!("there is no setting `{name}`; there are {known}")
    })
}

/// All guards, for hints.
pub(super) fn guard_names(cast: &Cast) -> Vec<String> {
    let of = |info: &CastService| {
        let names = info.card.guards.iter().map(|guard| format!("{}.{}", info.name, guard.name));
        names.collect::<Vec<_>>()
    };
    cast.services.iter().flat_map(of).collect()
}

/// The names of all settings, and then of all guards.
pub fn change_names(cast: &Cast) -> Vec<String> {
    setting_names(cast).into_iter().chain(guard_names(cast)).collect()
}

/// All settings, for hints.
pub(super) fn setting_names(cast: &Cast) -> Vec<String> {
    let network = NETWORK.iter().map(|card| format!("{}.{}", Cast::NETWORK, card.name));
    let of = |info: &CastService| {
        let settings = info.card.settings.iter();
        settings.map(|card| format!("{}.{}", info.name, card.name)).collect::<Vec<_>>()
    };
    network.chain(cast.services.iter().flat_map(of)).collect()
}
