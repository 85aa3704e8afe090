//! What embeds can be told, as tables in Markdown: faults, settings, and the names of labs.
use crate::Book;
use engine::faults::{FaultCard, FaultKind, TargetKind};
use engine::kernel::Unit;
use engine::scenario::{Cast, Change, Scenario, SettingRef, change_names};

/// Every fault: its name in menus, one line that strikes, what it does, and how much of it there
/// can be.
pub(super) fn faults() -> String {
    let head = "| in menus | a line | what it does | amount |\n|---|---|---|---|\n".to_owned();
    let row = |kind: FaultKind| {
        let card = kind.card();
        let line = example(card).replace('|', "\\|");
        format!("| {} | `{line}` | {} | {} |\n", card.title, card.says, amount(card))
    };
    head + &FaultKind::ALL.map(row).concat()
}

/// A line that strikes; the amount is what menus propose.
fn example(card: &FaultCard) -> String {
    let target = match card.target {
        TargetKind::Sides | TargetKind::Links => "n1 | n2 n3",
        TargetKind::OneWay => "n1 -> n2 n3",
        TargetKind::Message => "n1 -> n2 #3",
        TargetKind::Hosts => "n1",
        TargetKind::Node => return format!("{} n1 step-down", card.slug),
    };
    let amount = card.param.map(|param| format!(" {}", param.unit.write(param.default)));
    format!("{} {target}{}", card.slug, amount.unwrap_or_default())
}

fn amount(card: &FaultCard) -> String {
    match card.param {
        None => "none".into(),
        Some(_) if card.target == TargetKind::Node => "an order that its mechanism knows".into(),
        Some(param) => {
            let (least, greatest) = param.range;
            let (least, greatest) = (param.unit.write(least), param.unit.write(greatest));
            format!("{}: {least} to {greatest}", param.name)
        }
    }
}

/// Every lab: its name, its title, and how many stages it has.
pub(super) fn labs(book: &Book) -> String {
    let row = |scenario: &Scenario| {
        let (id, title, stages) = (&scenario.id, &scenario.title, scenario.stages.len());
        format!("| `{id}` | {title} | {stages} |\n")
    };
    let rows: String = book.scenarios.iter().map(|(_, scenario)| row(scenario)).collect();
    format!("| `scenario` | title | stages |\n|---|---|---|\n{rows}")
}

/// Every lab's settings and guards, each with the value that its file says and, where it is one of
/// a few words, with all of them.
pub(super) fn settings(book: &Book) -> String {
    let row = |scenario: &Scenario| {
        let says = |name: &String| {
            let others = choices(&scenario.cast, name).join(" \\| ");
            let others = if others.is_empty() { others } else { format!(" ({others})") };
            format!("`{name}` {}{others}", value(scenario, name))
        };
        let all: Vec<_> = change_names(&scenario.cast).iter().map(says).collect();
        format!("| `{}` | {} |\n", scenario.id, all.join(", "))
    };
    let rows: String = book.scenarios.iter().map(|(_, scenario)| row(scenario)).collect();
    let head =
        "| in the lab | keys, each with the value that it has there (and all that it can be) |";
    format!("{head}\n|---|---|\n{rows}")
}

fn value(scenario: &Scenario, name: &str) -> String {
    let file = Change::default();
    match SettingRef::find(&scenario.cast, name) {
        Some(setting) => setting.card.unit.write(scenario.value(&file, &setting)),
        None if is_on(&scenario.cast, scenario, name) => "on".into(),
        None => "off".into(),
    }
}

/// The words that a setting can be, if it is not a number.
fn choices(cast: &Cast, name: &str) -> &'static [&'static str] {
    match SettingRef::find(cast, name).map(|setting| setting.card.unit) {
        Some(Unit::Choice(words)) => words,
        _ => &[],
    }
}

fn is_on(cast: &Cast, scenario: &Scenario, name: &str) -> bool {
    let found = name.split_once('.').and_then(|(service, guard)| {
        let service = cast.service(service)?;
        Some((service, cast.info(service).card.guard(guard)?))
    });
    found.is_some_and(|(service, guard)| scenario.is_on(&Change::default(), service, guard))
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::scenario::{parse_fault, parse_script, read};

    const RAFT: &str = include_str!("../../book/03-consensus/scenarios/ch03-raft-lease-read.toml");

    fn raft() -> Scenario {
        read("ch03-raft-lease-read", RAFT).expect("a scenario").1
    }

    #[test]
    fn each_line_of_the_table_can_be_injected() {
        let raft = raft();
        for kind in FaultKind::ALL {
            let line = example(kind.card());
            let read = parse_fault(&raft.cast, &line);
            assert_eq!(read.map(|fault| fault.kind), Ok(kind), "{line}");
        }
        assert_eq!(faults().lines().count(), 2 + FaultKind::ALL.len());
    }

    #[test]
    fn each_value_of_the_table_can_be_set() {
        let raft = raft();
        for name in change_names(&raft.cast) {
            let is_setting = SettingRef::find(&raft.cast, &name).is_some();
            let word = if is_setting { "set" } else { "guard" };
            let line = format!("{word} {name} {}", value(&raft, &name));
            assert!(parse_script(&raft, &line).is_ok(), "{line}");
            for choice in choices(&raft.cast, &name) {
                assert!(parse_script(&raft, &format!("set {name} {choice}")).is_ok(), "{choice}");
            }
        }
        assert_eq!(choices(&raft.cast, "register.reads").len(), 4);
        assert!(choices(&raft.cast, "network.latency").is_empty());
    }
}
