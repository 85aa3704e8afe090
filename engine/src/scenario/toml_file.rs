//! A scenario from its TOML file: every complaint with its line.
use super::reading::HINT;
use super::{Complaint, RawScenario, Scenario, Tree, check, read_raw};
use toml::Value;
use toml::de::{DeTable, DeValue};

/// Reads a scenario; `id` is the name of its file. All complaints at once.
pub fn read(id: &str, source: &str) -> Result<(RawScenario, Scenario), Vec<Complaint>> {
    let file = source.parse().map(Value::Table);
    let file = file.map_err(|error| vec![misread(source, &error)])?;
    let of_line = |mut complaints: Vec<Complaint>| {
        for complaint in &mut complaints {
            complaint.line = line_at(source, &complaint.at).or(complaint.line);
        }
        complaints
    };
    let mut raw = read_raw(&&file).map_err(of_line)?;
    id.clone_into(&mut raw.id);
    let scenario = check(&raw).map_err(of_line)?;
    Ok((raw, scenario))
}

impl Tree for &Value {
    fn field(&self, name: &str) -> Option<Self> {
        self.as_table()?.get(name)
    }

    fn names(&self) -> Option<Vec<String>> {
        self.as_table().map(|table| table.keys().cloned().collect())
    }

    fn list(&self) -> Option<Vec<Self>> {
        self.as_array().map(|list| list.iter().collect())
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.as_float().or_else(|| self.as_integer().map(|whole| whole as f64))
    }

    fn truth(&self) -> Option<bool> {
        self.as_bool()
    }
}

fn misread(source: &str, error: &toml::de::Error) -> Complaint {
    let line = error.span().map(|span| line_of(source, span.start));
    let what = error.message().replace('\n', ", ");
    Complaint { at: Vec::new(), line, what, hint: HINT.into() }
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
