//! `lab list`: mechanisms, scenarios and faults.
use super::book;
use engine::faults::FaultKind;
use engine::scenario::cards;
use serde_json::{Value, json};
use std::path::Path;

/// Everything there is.
pub fn list(folder: &Path) -> Result<Value, String> {
    let mut scenarios = Vec::new();
    for id in book::files(folder)?.keys() {
        let (_, scenario) = book::scenario(folder, id)?;
        let stages: Vec<_> = scenario.stages.iter().map(|stage| stage.title.clone()).collect();
        let name = |(service, guard): &(engine::kernel::ServiceId, &engine::node::GuardCard)| {
            format!("{}.{}", scenario.cast.info(*service).name, guard.name)
        };
        let guards: Vec<_> = scenario.guards.iter().map(name).collect();
        let title = &scenario.title;
        scenarios.push(json!({"id": id, "title": title, "stages": stages, "guards": guards}));
    }
    let mechanisms: Vec<_> = cards().iter().map(|card| card.slug).collect();
    let faults: Vec<_> = FaultKind::ALL.iter().map(|kind| kind.card().slug).collect();
    Ok(json!({
        "engine_version": env!("CARGO_PKG_VERSION"),
        "mechanisms": mechanisms,
        "scenarios": scenarios,
        "faults": faults,
    }))
}
