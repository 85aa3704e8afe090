//! What a scenario must show, as assertions over runs.
use super::{Change, Run, Scenario};
use crate::checks::Check;
use crate::kernel::{Instant, NodeId, ServiceId, Span};
use crate::modes::{ClassId, Gap, Mode};
use crate::timeline::Timeline;

/// Something that must be so in one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// A check concludes this, at the end of the run.
    Verdict(ServiceId, Check, &'static str),
    /// A row has such windows, in all at least so long.
    Window(NodeId, ClassId, Gap, Span),
    /// A row believes, and is entitled to, these modes at an instant.
    Modes(NodeId, ClassId, Option<Mode>, Option<Mode>, Instant),
}

/// What a scenario shows: with one change a check is violated, with another it never is.
#[derive(Clone, Debug)]
pub struct Aha {
    /// In one sentence.
    pub says: String,
    /// Whose script it runs.
    pub stage: usize,
    /// What breaks.
    pub check: (ServiceId, Check),
    /// With this it breaks, at the scenario's seed.
    pub broken: Change,
    /// With this it does not, at any of so many seeds.
    pub mended: Change,
    /// How many.
    pub seeds: u64,
}

impl Expectation {
    /// Is it so? If not, what is so instead.
    pub fn verify(&self, scenario: &Scenario, run: &mut Timeline) -> Result<(), String> {
        let end = Instant(0) + scenario.length;
        match *self {
            Expectation::Verdict(service, check, wanted) => {
                run.seek_to(end);
                let verdict = check.verdict(service, run);
                let why = verdict.witness().map_or("", |breach| &breach.why);
                equal(wanted, verdict.word(), &format!("{}: {why}", check.slug()))
            }
            Expectation::Window(node, class, gap, least) => {
                run.seek_to(end);
                let windows = run.windows(run.cursor());
                let of_row = windows.iter().filter(|window| {
                    window.who.node() == node
                        && window.who.class() == class
                        && window.stance.gap == gap
                });
                let total = of_row.map(|window| window.length(end).0).sum();
                match Span(total) >= least {
                    true => Ok(()),
                    false => Err(format!("{} for {}, not {least}", gap.name(), Span(total))),
                }
            }
            Expectation::Modes(node, class, believed, entitled, at) => {
                run.seek_to(at);
                let stance = run.world().stance(node, class);
                let matrix = run.world().cluster(node.service).matrix().clone();
                let mode = |contract| matrix.contract(class, contract).mode.name();
                let shown = |of: Option<u8>| of.map_or("nothing", mode);
                let wanted = |mode: Option<Mode>| mode.map_or("nothing", Mode::name);
                let believes = shown(stance.map(|stance| stance.believed));
                equal(wanted(believed), believes, &format!("believed at {at}"))?;
                let entitles = shown(stance.map(|stance| stance.entitled));
                equal(wanted(entitled), entitles, &format!("entitled at {at}"))
            }
        }
    }
}

fn equal(wanted: &str, found: &str, of: &str) -> Result<(), String> {
    match wanted == found {
        true => Ok(()),
        false => Err(format!("{of}: {found}, not {wanted}")),
    }
}

impl Aha {
    /// Is the check violated with the one change, at the scenario's seed?
    pub fn breaks(&self, scenario: &Scenario) -> bool {
        self.violated(scenario, &self.broken, scenario.seed)
    }

    /// The first of the seeds at which the check is violated with the other change.
    pub fn first_failure(&self, scenario: &Scenario) -> Option<u64> {
        (1..=self.seeds).find(|seed| self.violated(scenario, &self.mended, *seed))
    }

    fn violated(&self, scenario: &Scenario, change: &Change, seed: u64) -> bool {
        let mut run = Run::of_stage(scenario, self.stage);
        run.change = run.change.with(change);
        run.seed = seed;
        let mut line = run.timeline(scenario);
        line.run_until(Instant(0) + scenario.length);
        let (service, check) = self.check;
        check.verdict(service, &line).witness().is_some()
    }
}
