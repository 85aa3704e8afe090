//! Settings and guards under the reader's hands: what they are, and what they were prepared as.
use super::Session;
use engine::kernel::ServiceId;
use engine::node::GuardCard;
use engine::scenario::{Change, Run, SettingRef};

impl Session {
    /// Settings and guards of the stage as it is prepared.
    fn prepared(&self) -> Change {
        Run::of_stage(self.scenario(), self.stage()).change
    }

    /// The value of a setting now, and as the stage is prepared.
    pub fn setting(&self, of: &SettingRef) -> (i64, i64) {
        let value = |change: &Change| self.scenario().value(change, of);
        (value(self.change()), value(&self.prepared()))
    }

    /// Changes a setting, and runs anew. What is as prepared leaves no trace in links.
    pub fn set_setting(&mut self, of: &SettingRef, value: i64) {
        let (name, prepared) = (of.name(&self.scenario().cast), self.prepared());
        let mut change = self.change().clone();
        match (self.setting(of).1 == value, prepared.settings.get(&name)) {
            (true, None) => drop(change.settings.remove(&name)),
            _ => drop(change.settings.insert(name, value)),
        }
        self.set_change(change);
    }

    /// Is a guard on now?
    pub fn is_on(&self, service: ServiceId, guard: &GuardCard) -> bool {
        self.scenario().is_on(self.change(), service, guard)
    }

    /// Switches a guard, and runs anew.
    pub fn set_guard(&mut self, service: ServiceId, guard: &GuardCard, on: bool) {
        let name = format!("{}.{}", self.scenario().cast.info(service).name, guard.name);
        let prepared = self.prepared();
        let as_prepared = self.scenario().is_on(&prepared, service, guard) == on;
        let mut change = self.change().clone();
        match (as_prepared, prepared.guards.get(&name)) {
            (true, None) => drop(change.guards.remove(&name)),
            _ => drop(change.guards.insert(name, on)),
        }
        self.set_change(change);
    }
}

#[cfg(test)]
mod tests {
    use crate::state::sample;

    #[test]
    fn a_setting_that_is_put_back_leaves_no_trace() {
        let mut session = sample(1_000);
        let control = session.scenario().controls[1];
        assert_eq!(session.setting(&control), (2_000_000_000, 2_000_000_000));
        session.set_setting(&control, 900_000_000);
        assert_eq!(session.setting(&control), (900_000_000, 2_000_000_000));
        assert!(session.is_changed());
        session.set_setting(&control, 2_000_000_000);
        assert!(!session.is_changed());
    }

    #[test]
    fn what_the_file_says_of_the_network_is_known() {
        let session = sample(0);
        let values: Vec<_> = session.scenario().controls.iter().skip(4).collect();
        let values = values.into_iter().map(|control| session.setting(control).0);
        assert_eq!(values.collect::<Vec<_>>(), [20_000_000, 40_000_000]);
    }

    #[test]
    fn a_guard_is_switched_off_and_on_again() {
        let mut session = sample(1_000);
        let (service, guard) = session.scenario().guards[0];
        assert!(session.is_on(service, guard));
        session.set_guard(service, guard, false);
        assert!(!session.is_on(service, guard) && session.is_changed());
        session.set_guard(service, guard, true);
        assert!(!session.is_changed());
    }
}
