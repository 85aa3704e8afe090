//! A running order as text: "ch03-raft-lease-read:1,ch01-cap-partition:2".
use super::super::answers::is_slug;

/// What a file with a running order says that it is.
pub const FORMAT: &str = "distributed-systems-lecture";

/// So many entries may stand in an order.
pub const MOST: usize = 60;

/// A stage in an order, or all stages of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The scenario's name.
    pub scenario: String,
    /// The stage, counted from 1; all of them where none is named.
    pub stage: Option<usize>,
}

impl Entry {
    fn parse(text: &str) -> Option<Entry> {
        let (scenario, stage) = match text.split_once(':') {
            Some((scenario, stage)) => (scenario, Some(stage.parse().ok()?)),
            None => (text, None),
        };
        let fits = is_slug(scenario) && scenario.len() <= 60 && stage.is_none_or(|n| n > 0);
        fits.then(|| Entry { scenario: scenario.into(), stage })
    }

    /// The places of the stages that it means, counted from 0, in a scenario of so many.
    pub fn places(&self, many: usize) -> impl Iterator<Item = usize> {
        let stage = self.stage;
        (0..many).filter(move |place| stage.is_none_or(|number| number == place + 1))
    }

    /// As it stands in an order.
    pub fn write(&self) -> String {
        match self.stage {
            Some(stage) => format!("{}:{stage}", self.scenario),
            None => self.scenario.clone(),
        }
    }
}

/// Reads an order, and says in one sentence what of it could not be read.
pub fn parse_order(text: &str) -> (Vec<Entry>, Option<String>) {
    let (mut order, mut odd) = (Vec::new(), None);
    for word in text.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        match Entry::parse(word) {
            _ if order.len() == MOST => {
                odd = Some(format!("A running order has at most {MOST} stages; the rest is left."));
                break;
            }
            Some(entry) => order.push(entry),
            None => {
                let word: String = word.chars().take(30).collect();
                odd = Some(format!("“{word}” is no stage of a running order, so it is skipped."));
            }
        }
    }
    (order, odd)
}

/// Writes it so that [`parse_order`] reads it back.
pub fn write_order(order: &[Entry]) -> String {
    order.iter().map(Entry::write).collect::<Vec<_>>().join(",")
}

/// What of an order there is not, in one sentence; nothing where there is all of it.
pub fn skipped(unknown: &[Entry]) -> Option<String> {
    let some: Vec<String> = unknown.iter().take(3).map(Entry::write).collect();
    let more = if unknown.len() > some.len() { " and others" } else { "" };
    let named = some.join(", ");
    match some.len() {
        0 => None,
        1 => Some(format!("There is no stage {named} in this edition; it is skipped.")),
        _ => Some(format!("There are no stages {named}{more} in this edition; they are skipped.")),
    }
}
