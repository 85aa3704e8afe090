//! A scenario from its TOML file: every complaint with its line.
use super::{Complaint, RawScenario, Scenario, check};
use toml::de::{DeTable, DeValue};

/// Reads a scenario; `id` is the name of its file. All complaints at once.
pub fn read(id: &str, source: &str) -> Result<(RawScenario, Scenario), Vec<Complaint>> {
    let raw = toml::from_str::<RawScenario>(source);
    let mut raw = raw.map_err(|error| vec![misread(source, &error)])?;
    id.clone_into(&mut raw.id);
    match check(&raw) {
        Ok(scenario) => Ok((raw, scenario)),
        Err(mut complaints) => {
            for complaint in &mut complaints {
                complaint.line = line_at(source, &complaint.at).or(complaint.line);
            }
            Err(complaints)
        }
    }
}

fn misread(source: &str, error: &toml::de::Error) -> Complaint {
    let line = error.span().map(|span| line_of(source, span.start));
    let what = error.message().replace('\n', ", ");
    Complaint { at: Vec::new(), line, what, hint: "see the other scenarios for the form".into() }
}

/// The line in a TOML file to which keys and positions lead, as far as they lead; positions are
/// counted from 1, as lines are. Nothing where it is no TOML.
pub fn line_at<K: AsRef<str>>(source: &str, at: &[K]) -> Option<usize> {
    let table = DeTable::parse(source).ok()?;
    let mut start = table.span().start;
    let mut here = DeValue::Table(table.into_inner());
    for key in at.iter().map(AsRef::as_ref) {
        let next = match &here {
            DeValue::Table(table) => table.get(key).cloned(),
            DeValue::Array(array) => {
                let place = key.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
                place.and_then(|place| array.get(place)).cloned()
            }
            _ => None,
        };
        let Some(next) = next else { break };
        start = next.span().start;
        here = next.into_inner();
    }
    Some(line_of(source, start))
}

/// The line of a place in a text; the place is counted from 0, lines from 1.
pub fn line_of(source: &str, at: usize) -> usize {
    source.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}
