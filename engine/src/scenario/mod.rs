//! A run as data: scenario files, scripts, share codes, and the plans of worlds made from them.
mod act_text;
mod aha;
mod at;
mod cast;
mod change;
mod check;
mod complaint;
mod complaints;
mod difference;
mod fit;
mod mechanisms;
mod network;
mod parse;
mod plan;
mod raw;
mod reading;
mod run;
mod script_text;
mod share;
mod stage;
mod swarm;
#[cfg(feature = "text")]
mod toml_file;
mod tree;
mod wild;
pub use act_text::{parse_act, parse_fault, write_act, write_fault};
pub use aha::{Aha, Expectation};
pub use cast::{Cast, CastHost, CastService};
pub use change::{Change, Control, SettingRef, change_names};
pub use check::{check, check_bare};
pub use complaint::{Complaint, complain, sentence};
pub use difference::{Difference, exchangeable};
pub use mechanisms::{Bare, card, cards};
pub use network::NETWORK;
pub use raw::{RawHonesty, RawScenario, RawStage};
pub use reading::read_raw;
pub use run::Run;
pub use script_text::{parse_script, write_script};
pub use share::{
    Fields, Landmark, Link, Marks, Parting, SAVED_LONGEST, Saved, VERSION, decode, encode,
    write_saved,
};
pub use stage::{Choice, Model, Scenario, ServiceBase, Stage};
pub use swarm::{beyond_model, within_model};
#[cfg(feature = "text")]
pub use toml_file::{line_at, line_of, read};
pub use tree::Tree;
pub use wild::wild_run;
