//! The share code: a whole run in a few URL-safe letters. Reading one never panics.
//!
//! Layout, before base 64: format, engine version, scenario, stage, seed, settings, guards, acts,
//! playhead, one truncated trace hash for each act that was played; in the second format also how
//! far it was played and a hash at each eighth of that; checksum. Numbers are of variable length.
use super::fit::run_fits;
use super::{Change, Run, Scenario, sentence};
use crate::faults::{Fault, FaultKind, Target};
use crate::kernel::{HostSet, Instant, MessageName, digest};
use crate::timeline::{Act, Script, Timeline};

mod base64;
mod bytes;
mod marks;
mod saved;
use bytes::{Reader, Writer};
pub use marks::{Landmark, Marks, Parting};
pub use saved::{Fields, SAVED_LONGEST, Saved, write_saved};

/// The version of this engine, as share codes carry it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What is written; earlier formats are read for ever.
const FORMAT: u64 = 2;
/// No honest code is longer, in letters.
const LETTERS_MOST: usize = 64 * 1024;

/// What a share code carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Of the engine that made it.
    pub engine: String,
    /// The run.
    pub run: Run,
    /// Where the playhead stood.
    pub at: Option<Instant>,
    /// By what the run is known again.
    pub marks: Marks,
}

/// Writes a link.
pub fn encode(link: &Link) -> String {
    let mut out = Writer::default();
    out.number(FORMAT);
    out.text(&link.engine);
    out.text(&link.run.scenario);
    out.number(link.run.stage as u64);
    out.number(link.run.seed);
    out.number(link.run.change.settings.len() as u64);
    for (name, value) in &link.run.change.settings {
        out.text(name);
        out.signed(*value);
    }
    out.number(link.run.change.guards.len() as u64);
    for (name, on) in &link.run.change.guards {
        out.text(name);
        out.number(u64::from(*on));
    }
    out.number(link.run.script.acts().len() as u64);
    for act in link.run.script.acts() {
        write_act(&mut out, act);
    }
    out.number(link.at.map_or(0, |at| at.0.saturating_add(1)));
    out.shorts(&link.marks.acts);
    out.number(link.marks.played.0);
    out.shorts(&link.marks.instants);
    let checksum = digest(&out.0) as u16;
    out.short(checksum);
    base64::encode(&out.0)
}

/// Reads a link, or says in one sentence why it cannot be read.
pub fn decode(code: &str) -> Result<Link, String> {
    if code.len() > LETTERS_MOST {
        return Err(format!("The link has {} letters; no honest one is as long.", code.len()));
    }
    let bytes = base64::decode(code).ok_or("The link has letters that no link has.")?;
    let damaged = || "The link is damaged: copy it again, whole.".to_owned();
    let (body, checksum) = bytes.split_last_chunk::<2>().ok_or_else(damaged)?;
    if digest(&body.to_vec()) as u16 != u16::from_le_bytes(*checksum) {
        return Err(damaged());
    }
    let mut input = Reader::new(body);
    match input.number() {
        Some(format @ 1..=FORMAT) => read(&mut input, format).ok_or_else(damaged),
        _ => Err("The link was made by a newer edition: load the page again.".into()),
    }
}

fn read(input: &mut Reader<'_>, format: u64) -> Option<Link> {
    let engine = input.text()?;
    let mut run = Run { scenario: input.text()?, ..Run::default() };
    run.stage = usize::try_from(input.number()?).ok()?;
    run.seed = input.number()?;
    let mut change = Change::default();
    for _ in 0..input.count()? {
        change.settings.insert(input.text()?, input.signed()?);
    }
    for _ in 0..input.count()? {
        change.guards.insert(input.text()?, input.number()? == 1);
    }
    run.change = change;
    let acts: Option<Vec<_>> = (0..input.count()?).map(|_| read_act(input)).collect();
    run.script = Script::new(acts?);
    let at = input.number()?.checked_sub(1).map(Instant);
    let mut marks = Marks { acts: input.shorts()?, ..Marks::default() };
    if format > 1 {
        marks.played = Instant(input.number()?);
        marks.instants = input.shorts()?;
    }
    input.is_empty().then_some(Link { engine, run, at, marks })
}

fn write_act(out: &mut Writer, act: &Act) {
    out.time(act.at.0);
    out.number(act.fault.kind as u64);
    match act.fault.target {
        Target::All => out.number(0),
        Target::Hosts(set) => out.numbers(&[1, set.0]),
        Target::Sides(a, b) => out.numbers(&[2, a.0, b.0]),
        Target::OneWay(a, b) => out.numbers(&[3, a.0, b.0]),
        Target::Message(name) => {
            out.number(4);
            out.node(name.from);
            out.node(name.to);
            out.number(name.nth.into());
        }
        Target::Node(node) => {
            out.number(5);
            out.node(node);
        }
    }
    out.signed(act.fault.amount);
}

fn read_act(input: &mut Reader<'_>) -> Option<Act> {
    let at = Instant(input.time()?);
    let kind = *FaultKind::ALL.get(usize::try_from(input.number()?).ok()?)?;
    let mut set = || input.number().map(HostSet::from_bits);
    let target = match set()?.0 {
        0 => Target::All,
        1 => Target::Hosts(set()?),
        2 => Target::Sides(set()?, set()?),
        3 => Target::OneWay(set()?, set()?),
        4 => {
            let (from, to) = (input.node()?, input.node()?);
            Target::Message(MessageName { from, to, nth: input.number()?.try_into().ok()? })
        }
        5 => Target::Node(input.node()?),
        _ => return None,
    };
    Some(Act { at, fault: Fault { kind, target, amount: input.signed()? } })
}

impl Link {
    /// What of it a scenario does not know any more; nothing if it can be played.
    pub fn misfit(&self, scenario: &Scenario) -> Option<String> {
        let what = run_fits(scenario, &self.run).err()?;
        Some(sentence(&format!("the link does not fit this lab: {what}")))
    }
    /// Where the run that this engine makes of it differs from the one that was shared; nothing if
    /// it is still the same. `line` is that run, and is played as far as the link's was, but not
    /// beyond the end of the scenario.
    pub fn parting(&self, scenario: &Scenario, line: &mut Timeline) -> Option<Parting> {
        line.run_until(self.marks.played.min(Instant(0) + scenario.length));
        self.marks.parting(line)
    }
}
