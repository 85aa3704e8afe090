//! A scenario as it stands in its file: words and numbers, nothing checked yet.
//!
//! Files are read by `reading`; what is written here is how the page gets them. What only the
//! book's build and tests ask of a scenario is not written: the page has no use for it.
use crate::kernel::SortedMap;
use serde::Serialize;

/// Settings by name, each with its value as text: "register.lease" = "2 s".
pub type RawSettings = SortedMap<String, String>;

/// A whole scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RawScenario {
    /// Its name in URLs: that of its file. Filled in by whoever reads the file.
    pub id: String,
    /// In headings.
    pub title: String,
    /// In lists: one sentence that makes one want to try.
    pub teaser: String,
    /// Of the book; 0 is the prologue.
    pub chapter: u8,
    /// Key items of the coverage list.
    pub covers: Vec<String>,
    /// The seed for which stages and expectations are written.
    pub seed: u64,
    /// How long a run lasts.
    pub length: String,
    /// At which pace it is played at first: 1 is real time.
    pub pace: f64,
    /// What the diagram shows, in words.
    pub description: String,
    /// Links and disks, as built.
    pub network: RawNetwork,
    /// The machines, with their places on the stage.
    #[serde(rename = "host")]
    pub hosts: Vec<RawHost>,
    /// What runs on them.
    #[serde(rename = "service")]
    pub services: Vec<RawService>,
    /// Who asks.
    #[serde(rename = "client")]
    pub clients: Vec<RawClient>,
    /// The rows that the nodes wear on the stage, "service.class".
    pub focus: Vec<String>,
    /// Settings that the reader may change.
    pub controls: Vec<String>,
    /// Guards that the reader may switch off.
    pub guards: Vec<String>,
    /// What is checked, "service.check".
    pub checks: Vec<String>,
    /// Under which faults the checks are claimed to hold.
    pub model: RawModel,
    /// One after the other.
    #[serde(rename = "stage")]
    pub stages: Vec<RawStage>,
    /// What the scenario shows, as an assertion.
    #[serde(rename = "aha", skip_serializing)]
    pub ahas: Vec<RawAha>,
    /// What is simplified, what is idealised, and where the facts are from.
    pub honesty: RawHonesty,
}

/// Links and disks; what is left out is as the engine has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RawNetwork {
    /// The least latency of a link.
    pub latency: Option<String>,
    /// A further part, drawn uniformly.
    pub jitter: Option<String>,
    /// The mean of a further part with a long tail.
    pub tail: Option<String>,
    /// What a flush of a disk takes.
    pub flush: Option<String>,
}

/// A machine.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RawHost {
    /// "n1". Clients' machines are not listed: each has its own, of its name.
    pub name: String,
    /// From the left, 0 to 100.
    pub x: f64,
    /// From the top, 0 to 100.
    pub y: f64,
    /// How wrong it claims its wall clock to be at most; no claim if left out.
    pub claims: Option<String>,
}

/// A service.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RawService {
    /// "register".
    pub name: String,
    /// "raft".
    pub mechanism: String,
    /// In the order of their places: "n1", or "grantor@n1" for a node with a name of its own.
    pub nodes: Vec<String>,
    /// For how long evidence must last before belief rises.
    pub sustain: Option<String>,
    /// What differs from the mechanism's card.
    pub settings: RawSettings,
    /// Guards that are off from the start.
    pub guards_off: Vec<String>,
    /// What its keys are called: "x".
    pub keys: Vec<String>,
}

/// A client.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RawClient {
    /// "A".
    pub name: String,
    /// From the left, 0 to 100.
    pub x: f64,
    /// From the top, 0 to 100.
    pub y: f64,
    /// Whom it asks, one service after the other.
    pub services: Vec<String>,
    /// Nodes that it may ask, by their names in the services; all if left out.
    pub targets: Vec<String>,
    /// "fixed", "follow" or "turns".
    pub route: Option<String>,
    /// "closed", "open" or "idle".
    pub pace: String,
    /// Think time of a closed client, mean interval of an open one.
    pub every: Option<String>,
    /// The first operation comes after this.
    pub start: Option<String>,
    /// No new operation comes after this.
    pub stop: Option<String>,
    /// Share of reads: "60 %".
    pub reads: Option<String>,
    /// How long it waits for one answer.
    pub patience: Option<String>,
    /// How long it asks again for one operation.
    pub persistence: Option<String>,
    /// Operations at set times: "4.7 s write x 2", "5.7 s read x".
    pub asks: Vec<String>,
}

/// The faults under which a scenario's checks are claimed to hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RawModel {
    /// In words.
    pub says: String,
    /// Each with the most that it allows: "cut", "clock-drift 5 %".
    pub faults: Vec<String>,
    /// One that is not among them, or more of one that is, which breaks a check.
    pub beyond: Vec<String>,
    /// Checks that are shown for what they find, and not claimed to hold.
    pub unclaimed: Vec<String>,
}

/// One stage: a slide of the talk.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RawStage {
    /// In tabs.
    pub title: String,
    /// One sentence that sets it.
    pub headline: String,
    /// What the reader is asked before it runs.
    pub question: String,
    /// What can be answered.
    #[serde(rename = "choice")]
    pub choices: Vec<RawChoice>,
    /// What it shows.
    pub reveal: String,
    /// Numbers in its texts, each with the question that the run answers with it: "5.48 s" =
    /// "told/B/3". The book's build asks; the page has no use for them and does not get them.
    #[serde(skip_serializing)]
    pub facts: SortedMap<String, String>,
    /// For whoever speaks.
    pub notes: String,
    /// How many minutes of a talk it is planned to take.
    pub minutes: Option<u8>,
    /// Acts, one a line: "2.4 s cut n1 n2 | n3 n4 n5".
    pub script: Vec<String>,
    /// Settings that differ.
    pub set: RawSettings,
    /// Guards that are off.
    pub guards_off: Vec<String>,
    /// Where the playhead stands at first; the start if left out.
    pub from: Option<String>,
    /// Where it is to be looked at.
    pub look: String,
    /// What must be so, at the scenario's seed.
    #[serde(rename = "expect", skip_serializing)]
    pub expects: Vec<RawExpect>,
}

/// An answer to a stage's question.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RawChoice {
    /// The answer.
    pub text: String,
    /// Is it the right one?
    pub right: bool,
    /// Why it is, or is not.
    pub why: String,
}

/// Something that must be so. One of `check`, `gap` or `believed` says what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawExpect {
    /// "register.linearizability": then `verdict` says what it concludes.
    pub check: Option<String>,
    /// "holds" or "violated".
    pub verdict: Option<String>,
    /// "n1 register.reads": whose row.
    pub row: Option<String>,
    /// "lying": the row has such a window, in all at least so long.
    pub gap: Option<String>,
    /// How long.
    pub at_least: Option<String>,
    /// "Target": what the row believes at an instant, and what it is entitled to.
    pub believed: Option<String>,
    /// See `believed`.
    pub entitled: Option<String>,
    /// When; at the end of the run if left out.
    pub at: Option<String>,
}

/// The assertion of a scenario: broken without something, at its seed; never with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawAha {
    /// In one sentence.
    pub says: String,
    /// Whose script it runs, counted from 1.
    pub stage: usize,
    /// What breaks.
    pub check: String,
    /// With these changes it breaks.
    pub broken: RawChange,
    /// With these it does not.
    pub mended: RawChange,
    /// Over so many seeds.
    pub seeds: u64,
}

/// Settings and guards that differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawChange {
    /// Settings.
    pub set: RawSettings,
    /// Guards.
    pub guards_off: Vec<String>,
}

/// What a scenario does not claim.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RawHonesty {
    /// Left out.
    pub simplified: Vec<String>,
    /// Taken to be perfect.
    pub idealised: Vec<String>,
    /// Where the facts are from.
    pub sources: Vec<String>,
}
