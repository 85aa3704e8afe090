//! One run: a scenario, a seed, what differs, and what befalls it. Nothing else changes a run.
use super::{Change, Scenario, plan};
use crate::timeline::{Script, Timeline};

/// All that a run depends on besides the engine and the scenario's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The scenario's name.
    pub scenario: String,
    /// From which stage it was started, counted from 0: what the page shows around it.
    pub stage: usize,
    /// Of all draws.
    pub seed: u64,
    /// Every setting and guard that differs from the scenario's file.
    pub change: Change,
    /// Every act.
    pub script: Script,
}

impl Run {
    /// A stage as it is prepared; the first one if there is none of this number.
    pub fn of_stage(scenario: &Scenario, stage: usize) -> Run {
        let number = if stage < scenario.stages.len() { stage } else { 0 };
        let stage = scenario.stages.get(number);
        Run {
            scenario: scenario.id.clone(),
            stage: number,
            seed: scenario.seed,
            change: stage.map(|stage| stage.change.clone()).unwrap_or_default(),
            script: stage.map(|stage| stage.script.clone()).unwrap_or_default(),
        }
    }

    /// The run at its start.
    pub fn timeline(&self, scenario: &Scenario) -> Timeline {
        let plan = plan::plan(scenario, &self.change, self.seed);
        Timeline::new(plan, self.script.clone())
    }
}
