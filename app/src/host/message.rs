//! What a lab tells its host.
use crate::state::Session;
use crate::words::Row;
use engine::kernel::Instant;
use engine::modes::Gap;
use engine::scenario::write_script;
use serde::Serialize;

/// One message.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Message {
    /// It is there.
    Ready {
        /// As it stands.
        state: LabState,
    },
    /// It has become higher or lower.
    Height {
        /// How high it is.
        pixels: f64,
    },
    /// The run has moved on or was changed.
    State {
        /// As it stands.
        state: LabState,
    },
    /// An invariant is broken.
    Violation {
        /// Which, as lists of checks name it.
        invariant: String,
        /// When it broke, in seconds: the last of the answers that cannot stand together.
        at: f64,
        /// In a sentence.
        text: String,
    },
    /// It cannot run, or has not done what it was told.
    Failure {
        /// In a sentence.
        text: String,
        /// Where the lab has a page of its own.
        link: String,
    },
}

/// A run as it stands.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LabState {
    /// The lab.
    pub scenario: String,
    /// The stage, counted from 1.
    pub stage: usize,
    /// The seed, as text: it may be larger than numbers of JavaScript.
    pub seed: String,
    /// Where the playhead stands, in seconds.
    pub at: f64,
    /// Does it play?
    pub playing: bool,
    /// The same for the same run up to here, and for no other.
    pub hash: String,
    /// Rows that believe more than they are entitled to, with an invariant at stake.
    pub lying: Vec<String>,
    /// Every row of the mode matrix.
    pub modes: Vec<RowState>,
    /// What makes the run differ from its scenario.
    pub script: String,
}

/// A row of the mode matrix.
#[derive(Clone, Debug, Serialize)]
pub struct RowState {
    /// Whose.
    pub node: String,
    /// For which operations.
    pub capability: String,
    /// The mode that it believes it is in.
    pub believed: &'static str,
    /// The mode that it is entitled to.
    pub entitled: &'static str,
}

impl LabState {
    /// The run as it stands.
    pub(super) fn of(session: &Session, playing: bool) -> LabState {
        let (scenario, line) = (session.scenario(), session.line());
        let cast = &scenario.cast;
        let (mut modes, mut lying) = (Vec::new(), Vec::new());
        for (node, _) in cast.nodes() {
            for class in line.world().cluster(node.service).matrix().ids() {
                let Some(row) = Row::of(session, node, class) else { continue };
                let service = &cast.info(node.service).name;
                let capability = format!("{service}.{}", cast.class_name(node.service, class));
                let node = cast.node_name(node);
                if row.stance.gap == Gap::Lying {
                    lying.push(format!("{node} {capability}"));
                }
                let (believed, entitled) = (row.believed.name(), row.entitled.name());
                modes.push(RowState { node, capability, believed, entitled });
            }
        }
        LabState {
            scenario: scenario.id.clone(),
            stage: session.stage() + 1,
            seed: session.run().seed.to_string(),
            at: seconds(session.now()),
            playing,
            hash: format!("{:016x}", line.trace().hash_at(line.cursor())),
            lying,
            modes,
            script: write_script(scenario, &session.run(), None),
        }
    }
}

/// Virtual time as pages count it.
pub(super) fn seconds(at: Instant) -> f64 {
    at.0 as f64 / 1e9
}
