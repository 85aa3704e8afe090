//! A run as a file: what a link carries, as JSON that people can read and compare.
//!
//! Reading JSON itself is left to whoever can: the page has the browser's reader, the command line
//! another. Nothing of what they find is believed before [`Saved::read`] has seen it.
use super::{Link, Marks};
use crate::kernel::Instant;
use crate::scenario::{Scenario, complain, parse_script, sentence, write_script};

/// What a file of this kind says of itself.
const FORMAT: &str = "distributed-systems-run";
/// No honest file is longer, in bytes.
pub const SAVED_LONGEST: u64 = 1024 * 1024;
/// The only version of the format yet.
const VERSION: f64 = 1.0;
/// What a number of JSON can say exactly.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// Beyond these many letters a name is not one.
const NAME: usize = 60;

/// The fields of a JSON object, for whoever has read one.
pub trait Fields {
    /// A text under a name.
    fn text(&self, name: &str) -> Option<String>;
    /// A number under a name.
    fn number(&self, name: &str) -> Option<f64>;
    /// A list under a name, if all its parts are texts.
    fn texts(&self, name: &str) -> Option<Vec<String>>;
}

/// A run that was read from a file and has not met its scenario yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The scenario that it is a run of: small letters, digits and hyphens.
    pub scenario: String,
    /// Of the trace, as far as the run had been played.
    pub hash: u64,
    engine: String,
    script: String,
    at: Option<Instant>,
    marks: Marks,
}

impl Saved {
    /// Takes a run from a file, or says in one sentence what is wrong and where.
    pub fn read(file: &impl Fields) -> Result<Saved, String> {
        read(file).map_err(|what| sentence(&what))
    }

    /// The run as a link carries it, if the scenario knows all that it names.
    pub fn link(&self, scenario: &Scenario) -> Result<Link, String> {
        let (run, _) = parse_script(scenario, &self.script)
            .map_err(|complaints| complain("script", &complaints))?;
        let acts = run.script.acts().len();
        if self.marks.acts.len() > acts {
            let many = self.marks.acts.len();
            return Err(format!("The field `act_hashes` has {many} parts for {acts} acts."));
        }
        let (engine, at, marks) = (self.engine.clone(), self.at, self.marks.clone());
        Ok(Link { engine, run, at, marks })
    }
}

fn read(file: &impl Fields) -> Result<Saved, String> {
    let text = |name: &str| {
        file.text(name).ok_or_else(|| format!("the field `{name}` is missing or is not a text"))
    };
    if text("format").as_deref() != Ok(FORMAT) {
        let what = "the file was not saved by a lab of this book";
        return Err(format!("{what}: its field `format` does not say `{FORMAT}`"));
    }
    match file.number("version") {
        Some(VERSION) => (),
        Some(other) if other > VERSION => {
            return Err(format!(
                "the file is of version {other:.0} of its format, and this edition knows version \
                 {VERSION}: load the page again, or look for a newer edition"
            ));
        }
        _ => return Err("the field `version` is not the number of a version".into()),
    }
    let scenario = text("scenario")?;
    if !is_name(&scenario) {
        return Err(format!("the field `scenario` says `{scenario}`, which names no scenario"));
    }
    let lines = texts(file, "script")?;
    let marks = Marks {
        played: instant(file, "played_ns")?.ok_or("the field `played_ns` is missing")?,
        acts: shorts(file, "act_hashes")?,
        instants: shorts(file, "eighth_hashes")?,
    };
    if !matches!(marks.instants.len(), 0 | 8) {
        return Err("the field `eighth_hashes` has not eight parts".into());
    }
    let hash = text("trace_hash")?;
    let hash = hex(&hash, 16).ok_or("the field `trace_hash` is not 16 hexadecimal digits")?;
    let at = instant(file, "at_ns")?;
    Ok(Saved { scenario, hash, engine: text("engine")?, script: lines.join("\n"), at, marks })
}

fn is_name(text: &str) -> bool {
    let plain = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
    !text.is_empty() && text.len() <= NAME && text.bytes().all(plain)
}

fn texts(file: &impl Fields, name: &str) -> Result<Vec<String>, String> {
    file.texts(name)
        .ok_or_else(|| format!("the field `{name}` is missing or is not a list of texts"))
}

/// Whole nanoseconds since the start; nothing if there is no such field.
fn instant(file: &impl Fields, name: &str) -> Result<Option<Instant>, String> {
    match file.number(name) {
        Some(nanos) if nanos.fract() == 0.0 && (0.0..EXACT).contains(&nanos) => {
            Ok(Some(Instant(nanos as u64)))
        }
        None if file.text(name).is_none() && file.texts(name).is_none() => Ok(None),
        _ => Err(format!("the field `{name}` is not a whole number of nanoseconds")),
    }
}

fn shorts(file: &impl Fields, name: &str) -> Result<Vec<u16>, String> {
    let odd = |place: usize| format!("part {} of `{name}` is not 4 hexadecimal digits", place + 1);
    let short = |(place, text): (usize, &String)| {
        hex(text, 4).map(|short| short as u16).ok_or_else(|| odd(place))
    };
    texts(file, name)?.iter().enumerate().map(short).collect()
}

/// A number of exactly so many hexadecimal digits.
fn hex(text: &str, digits: usize) -> Option<u64> {
    let plain = text.len() == digits && text.bytes().all(|sign| sign.is_ascii_hexdigit());
    if plain { u64::from_str_radix(text, 16).ok() } else { None }
}

/// Writes a run so that [`Saved::read`] takes it back; `hash` is that of the trace, as far as it
/// has been played.
pub fn write_saved(scenario: &Scenario, link: &Link, hash: u64) -> String {
    let script = write_script(scenario, &link.run, None);
    let lines = list(script.lines().map(quoted), "\n    ", "\n  ");
    let shorts = |all: &[u16]| list(all.iter().map(|short| format!("\"{short:04x}\"")), " ", "");
    let mut fields = vec![
        ("format", quoted(FORMAT)),
        ("version", format!("{VERSION}")),
        ("engine", quoted(&link.engine)),
        ("scenario", quoted(&link.run.scenario)),
        ("title", quoted(&scenario.title)),
        ("script", lines),
        ("played_ns", link.marks.played.0.to_string()),
    ];
    fields.extend(link.at.map(|at| ("at_ns", at.0.to_string())));
    fields.push(("trace_hash", format!("\"{hash:016x}\"")));
    fields.push(("act_hashes", shorts(&link.marks.acts)));
    fields.push(("eighth_hashes", shorts(&link.marks.instants)));
    let fields: Vec<_> =
        fields.iter().map(|(name, value)| format!("\n  \"{name}\": {value}")).collect();
    format!("{{{}\n}}\n", fields.join(","))
}

fn list(parts: impl Iterator<Item = String>, before: &str, after: &str) -> String {
    let parts: Vec<_> = parts.map(|part| format!("{before}{part}")).collect();
    format!("[{}{after}]", parts.join(",").trim_start_matches(' '))
}

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            sign if sign.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(sign))),
            sign => out.push(sign),
        }
    }
    out + "\""
}
