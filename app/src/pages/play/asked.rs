//! What the address of a lab asks for, and what of it cannot be understood.
use super::super::lecture::session_name;
use crate::browser;
use crate::state::{Hidden, Opening, Setting, Shown};
use engine::scenario::{Difference, Scenario, decode};

/// What the address hides, and what of that could not be understood.
pub(super) fn hidden() -> (Hidden, Option<String>) {
    browser::query("hide").map(|names| Hidden::parse(&names)).unwrap_or_default()
}

/// In what the run beside this one differs, if the address asks for one.
pub(super) fn compared(scenario: &Scenario) -> Result<Option<Difference>, String> {
    let Some(text) = browser::query("with") else { return Ok(None) };
    let read = Difference::parse(scenario, &text).map(Some);
    read.map_err(|why| {
        let said: String = why.replace('`', "").chars().take(160).collect();
        format!("There is no run to compare with: {said}. The lab stands alone.")
    })
}

/// What `play` has to be, if anything is to play.
pub(super) const PLAYS: &str = "1";

/// Words that are known, and say nothing as they stand.
fn idle() -> Option<String> {
    if browser::query("play").is_some_and(|word| word != PLAYS) {
        return Some("The address says “play”, but not “play=1”; nothing plays by itself.".into());
    }
    let lecture = browser::query("view").is_some_and(|name| name == "lecture");
    let order = browser::query("order").filter(|_| !lecture);
    order.map(|_| {
        "The address carries a running order, but not “view=lecture”; this is the lab alone.".into()
    })
}

fn strange_view() -> Option<String> {
    let name = browser::query("view").filter(|name| Shown::named(name).is_none())?;
    let said: String = name.chars().take(20).collect();
    Some(format!("There is no view “{said}”; lecture, ask and notes are known."))
}

fn repeated() -> Option<String> {
    let name = browser::repeated_query()?;
    Some(format!("The address says “{name}” more than once; the first is heeded."))
}

/// A lecture's name that its windows cannot find one another by; the speaker window says it itself.
fn strange_session() -> Option<String> {
    browser::query("session")?;
    let lecture = browser::query("view").is_some_and(|name| name == "lecture");
    (lecture && session_name().is_none()).then(|| {
        "The “session” in the address is no name of 4 to 24 letters and digits; the lecture has a \
         new one."
            .into()
    })
}

/// Where the address says that the run begins, and what of it could not be understood.
pub(super) fn opening(scenario: &Scenario) -> (Opening, Option<String>) {
    let known = ["run", "stage", "theme", "play", "view", "order", "session", "hide", "with"];
    let strange = browser::strange_query(&known);
    let odd = strange
        .first()
        .map(|name| format!("The address says “{name}”, which means nothing here."))
        .or_else(repeated)
        .or_else(|| Setting::strange_theme(&browser::query("theme")?))
        .or_else(strange_view)
        .or_else(|| hidden().1)
        .or_else(idle)
        .or_else(strange_session)
        .or_else(|| compared(scenario).err());
    if let Some(code) = browser::query("run") {
        return match decode(&code) {
            Ok(link) if link.run.scenario != scenario.id => (
                Opening::Stage(0),
                Some("The link is for another lab; this one starts afresh.".into()),
            ),
            Ok(link) => match link.misfit(scenario) {
                None => (Opening::Link(Box::new(link)), odd),
                Some(sentence) => (Opening::Stage(0), Some(sentence)),
            },
            Err(sentence) => (Opening::Stage(0), Some(sentence)),
        };
    }
    let Some(stage) = browser::query("stage") else { return (Opening::Stage(0), odd) };
    let number = stage.parse::<usize>().ok().filter(|n| (1..=scenario.stages.len()).contains(n));
    match number {
        Some(number) => (Opening::Stage(number - 1), odd),
        None => {
            let known = scenario.stages.len();
            let said: String = stage.chars().take(20).collect();
            let sentence = format!(
                "There is no stage “{said}”; this lab has {known}. It starts with the first."
            );
            (Opening::Stage(0), Some(sentence))
        }
    }
}
