//! Reads a blueprint so that everything that is wrong with it is told at once.
use super::Blueprint;
use crate::diagnostic::Diagnostic;
use crate::sheet::Place;
use serde::Deserialize;
use toml::{Table, Value};

/// A blueprint that is being read: what it lacks is filled in, so that the rest can be looked at.
struct Reading<'a> {
    place: &'a Place,
    /// What is wrong in any case.
    wrong: &'a mut Vec<Diagnostic>,
    /// What is still to be written.
    lacking: &'a mut Vec<Diagnostic>,
}

impl Blueprint {
    /// Reads `table`, which is the file at `place`.
    pub(crate) fn of(
        mut table: Table,
        place: &Place,
        wrong: &mut Vec<Diagnostic>,
        lacking: &mut Vec<Diagnostic>,
    ) -> Option<Blueprint> {
        let mut reading = Reading { place, wrong, lacking };
        reading.names(&mut table);
        reading.ideas(&mut table);
        reading.supports(&mut table);
        for (name, fields) in Blueprint::TABLES {
            match *name {
                "" => reading.texts("", fields, &[], &mut table),
                name => {
                    let inner = table.entry(name).or_insert_with(|| Table::new().into());
                    reading.table(name, fields, inner);
                }
            }
        }
        for (name, fields) in Blueprint::LISTS {
            let list = table.entry(*name).or_insert_with(|| Value::Array(Vec::new()));
            reading.list(name, fields, list);
        }
        Blueprint::deserialize(table)
            .map_err(|error| place.note("", error.message(), HINT, wrong))
            .ok()
    }
}

const HINT: &str = "see docs/book.md for the fields of a blueprint";

impl Reading<'_> {
    fn lacks(&mut self, at: &str, what: &str) {
        self.place.note(at, what, "write it; docs/book.md says what belongs there", self.lacking);
    }

    /// Nothing but what a blueprint has.
    fn names(&mut self, table: &mut Table) {
        let known = |name: &str| {
            let all = Blueprint::TABLES[1..].iter().chain(Blueprint::LISTS);
            let mut names = all.map(|(name, _)| *name).chain(["title", "standfirst", "unfinished"]);
            names.any(|known| known == name)
        };
        let strange: Vec<_> = table.keys().filter(|name| !known(name)).cloned().collect();
        for name in strange {
            self.place.note(&name, format!("a blueprint has no `{name}`"), HINT, self.wrong);
            table.remove(&name);
        }
        if table.get("unfinished").is_some_and(|value| !value.is_bool()) {
            self.place.note("unfinished", "`unfinished` is true or false", HINT, self.wrong);
            table.remove("unfinished");
        }
    }

    /// One idea of a kind: three in all.
    fn ideas(&mut self, table: &mut Table) {
        let Some(ideas) = table.get_mut("introduces").and_then(Value::as_table_mut) else { return };
        let of = |value: &Value| value.as_array().map_or(1, Vec::len);
        let count: usize = ideas.iter().map(|(_, value)| of(value)).sum();
        if count > 3 {
            let what = format!("the chapter introduces {count} ideas");
            let hint = "at most three: one invariant, one kind of evidence, one composition";
            self.place.note("introduces", what, hint, self.wrong);
        }
        for (name, value) in ideas.iter_mut().filter(|(_, value)| value.is_array()) {
            let first = value.as_array().and_then(|all| all.first().cloned());
            if count <= 3 {
                let at = format!("introduces.{name}");
                let hint = "write one name, without brackets";
                self.place.note(&at, format!("`{name}` is a list"), hint, self.wrong);
            }
            *value = first.unwrap_or_else(|| String::new().into());
        }
    }

    fn supports(&mut self, table: &mut Table) {
        let focus = table.entry("invariant").or_insert_with(|| Table::new().into());
        let Some(focus) = focus.as_table_mut() else { return };
        let is_list =
            |value: &Value| value.as_array().is_some_and(|all| all.iter().all(Value::is_str));
        if !focus.get("supports").is_some_and(is_list) {
            self.lacks("invariant.supports", "the blueprint lacks a list `invariant.supports`");
            focus.insert("supports".into(), Value::Array(Vec::new()));
        }
    }

    fn table(&mut self, at: &str, fields: &[&str], value: &mut Value) {
        let besides: &[&str] = if at == "invariant" { &["supports"] } else { &[] };
        match value.as_table_mut() {
            Some(table) => self.texts(at, fields, besides, table),
            None => {
                self.place.note(at, format!("`{at}` is no table"), HINT, self.wrong);
                let mut table = Table::new();
                self.texts(at, fields, besides, &mut table);
                *value = table.into();
            }
        }
    }

    fn list(&mut self, name: &str, fields: &[&str], list: &mut Value) {
        if list.as_array().is_none_or(Vec::is_empty) {
            self.lacks(name, &format!("the blueprint has no [[{name}]]"));
            *list = Value::Array(Vec::new());
        }
        for (nth, value) in list.as_array_mut().into_iter().flatten().enumerate() {
            self.table(&format!("{name}.{}", nth + 1), fields, value);
        }
    }

    /// A table of texts, of which none is empty.
    fn texts(&mut self, at: &str, fields: &[&str], besides: &[&str], table: &mut Table) {
        let shown =
            |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
        for field in fields {
            let name = field.trim_start_matches("r#").replace('_', "-");
            match table.get(&name).map(Value::as_str) {
                Some(Some(text)) if !text.trim().is_empty() => continue,
                Some(None) => {
                    let what = format!("`{}` is no text", shown(&name));
                    self.place.note(&shown(&name), what, HINT, self.wrong);
                }
                _ => self.lacks(&shown(&name), &format!("the blueprint lacks `{}`", shown(&name))),
            }
            table.insert(name, String::new().into());
        }
        if at.is_empty() {
            return;
        }
        let known = |name: &str| {
            let mut all =
                fields.iter().map(|field| field.trim_start_matches("r#").replace('_', "-"));
            all.any(|known| known == name) || besides.contains(&name)
        };
        let strange: Vec<_> = table.keys().filter(|name| !known(name)).cloned().collect();
        for name in strange {
            let what = format!("a blueprint has no `{}`", shown(&name));
            self.place.note(&shown(&name), what, HINT, self.wrong);
            table.remove(&name);
        }
    }
}
