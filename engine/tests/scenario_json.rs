//! A scenario as the page gets it is what its file says, without what only the book's build asks.
use engine::scenario::{RawScenario, Tree, read, read_raw};
use serde_json::Value;
use std::path::Path;

/// JSON, as a program that is no page reads it.
struct Json<'a>(&'a Value);

impl Tree for Json<'_> {
    fn field(&self, name: &str) -> Option<Self> {
        self.0.get(name).filter(|value| !value.is_null()).map(Json)
    }

    fn names(&self) -> Option<Vec<String>> {
        self.0.as_object().map(|table| table.keys().cloned().collect())
    }

    fn list(&self) -> Option<Vec<Self>> {
        self.0.as_array().map(|list| list.iter().map(Json).collect())
    }

    fn text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn truth(&self) -> Option<bool> {
        self.0.as_bool()
    }
}

/// Every scenario of the book, from its file.
fn all() -> Vec<RawScenario> {
    let book = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../content/book"));
    let folders = book.read_dir().expect("chapters").map(|chapter| chapter.expect("one").path());
    let files = folders.filter_map(|folder| folder.join("scenarios").read_dir().ok()).flatten();
    let files = files.map(|file| file.expect("a file").path());
    let scenario = |file: std::path::PathBuf| {
        let id = file.file_stem()?.to_str()?.to_owned();
        let is_one = file.extension()? == "toml";
        is_one.then(|| read(&id, &std::fs::read_to_string(&file).expect("a text")).expect("one").0)
    };
    files.filter_map(scenario).collect()
}

/// What the page has no use for.
fn without_what_is_asked(mut raw: RawScenario) -> RawScenario {
    raw.ahas.clear();
    for stage in &mut raw.stages {
        (stage.facts, stage.expects) = Default::default();
    }
    raw
}

#[test]
fn what_the_page_gets_is_what_the_file_says() {
    let all = all();
    assert!(!all.is_empty());
    for raw in all {
        let json = serde_json::to_value(&raw).expect("JSON");
        assert_eq!(read_raw(&Json(&json)), Ok(without_what_is_asked(raw)));
    }
}

#[test]
fn what_is_no_scenario_is_none() {
    for json in ["{}", "[]", "null", "3", "\"ch03\"", "[{}]"] {
        let value = serde_json::from_str(json).expect("JSON");
        assert!(read_raw(&Json(&value)).is_err(), "{json}");
    }
    let whole = serde_json::to_value(&all()[0]).expect("JSON");
    for (at, wrong) in [
        ("/seed", "-1"),
        ("/seed", "1.5"),
        ("/seed", "1e300"),
        ("/chapter", "256"),
        ("/title", "7"),
        ("/stage", "{}"),
        ("/stage/0/choice/0/right", "\"yes\""),
        ("/host/0", "\"n1\""),
        ("/focus/0", "null"),
        ("/service/0/settings", "[]"),
        ("/service/0/settings", "{\"lease\": 2}"),
    ] {
        let mut json = whole.clone();
        *json.pointer_mut(at).expect(at) = serde_json::from_str(wrong).expect("JSON");
        assert!(read_raw(&Json(&json)).is_err(), "{at} = {wrong}");
    }
}
