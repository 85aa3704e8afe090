//! What one scenario is about, without running it.
use super::frame::{Page, escape};
use super::plain::{anchor, head, properties};
use super::{references, side};
use crate::Book;
use crate::text::{HOME, STILL};
use engine::scenario::{Choice, Scenario, Stage, write_fault};

/// The page.
pub(super) fn page(book: &Book, scenario: &Scenario) -> Page {
    let (id, description) = (&scenario.id, escape(&scenario.description));
    let stages = scenario.stages.iter().enumerate();
    let stages: String = stages.map(|(nth, known)| stage(scenario, nth + 1, known)).collect();
    Page {
        kind: "lab",
        path: format!("labs/{id}/"),
        title: format!("{}: what the lab is about · Distributed Systems", scenario.title),
        says: scenario.teaser.clone(),
        side: side::contents(book, None),
        text: format!(
            "{}<p class=\"after\"><a class=\"btn btn-solid\" href=\"{HOME}play/{id}/\">Open the \
             lab</a></p><figure class=\"still\">{STILL}{id}/1{STILL}<figcaption>{description}\
             </figcaption></figure>{}{stages}{}",
            head(&scenario.title, &scenario.teaser),
            facts(book, scenario),
            honesty(scenario)
        ),
    }
}

/// Where it is from, what it is checked against, under which faults.
fn facts(book: &Book, scenario: &Scenario) -> String {
    let items: Vec<_> = scenario.covers.iter().map(|item| references::item(book, item)).collect();
    let invariants = scenario.checks.iter().map(|(_, check)| check.invariant());
    let mut invariants: Vec<_> = invariants.map(references::of_invariant).collect();
    invariants.sort();
    invariants.dedup();
    let faults = scenario.model.faults.iter().map(|fault| write_fault(&scenario.cast, fault));
    let faults: Vec<_> = faults.map(|text| format!("<code>{}</code>", escape(&text))).collect();
    let guards = scenario
        .guards
        .iter()
        .map(|(_, guard)| format!("<p><b>{}</b> {}</p>", escape(guard.name), escape(guard.says)));
    let ahas = scenario
        .ahas
        .iter()
        .map(|aha| format!("<p>{} Tried at {} seeds.</p>", escape(&aha.says), aha.seeds));
    properties(&[
        ("In", references::chapter(book, scenario.chapter)),
        ("Covers", items.join("<br />")),
        ("Checked", invariants.join(", ")),
        ("It shows", ahas.collect()),
        ("Model", escape(&scenario.model.says)),
        ("Faults", faults.join(", ")),
        ("Guards", guards.collect()),
    ])
}

fn stage(scenario: &Scenario, number: usize, stage: &Stage) -> String {
    let id = &scenario.id;
    let [title, headline, question, reveal] =
        [&stage.title, &stage.headline, &stage.question, &stage.reveal].map(|text| escape(text));
    // The first stage's figure stands at the head of the page.
    let figure = match number {
        1 => String::new(),
        _ => format!("<figure class=\"still\">{STILL}{id}/{number}{STILL}</figure>"),
    };
    let choices: String = stage.choices.iter().map(choice).collect();
    format!(
        "<section class=\"stage-text prose\"><h2 id=\"stage-{number}\"><a class=\"hno\" \
         href=\"#stage-{number}\">{number}</a> {title}</h2><p class=\"line\">{headline}</p>\
         <div class=\"exercise\"><p class=\"lbl\">Before it runs</p><p>{question}</p>{choices}\
         </div><details class=\"unfolded\"><summary>What it shows</summary><p>{reveal}</p>{figure}\
         </details><p><a href=\"{HOME}play/{id}/?stage={number}\">Open the lab at stage {number}\
         </a></p></section>"
    )
}

fn choice(choice: &Choice) -> String {
    let verdict = if choice.right { "Right" } else { "No" };
    format!(
        "<details><summary>{}</summary><p><b>{verdict}.</b> {}</p></details>",
        escape(&choice.text),
        escape(&choice.why)
    )
}

/// What it does not claim.
fn honesty(scenario: &Scenario) -> String {
    let honesty = &scenario.honesty;
    let lists = [
        ("Simplified", &honesty.simplified),
        ("Idealised", &honesty.idealised),
        ("Sources", &honesty.sources),
    ];
    let lists = lists.map(|(name, all)| {
        let lines = all.iter().map(|line| format!("<p>{}</p>", escape(line)));
        (name, lines.collect::<String>())
    });
    format!(
        "<section class=\"honesty prose\"><h2 id=\"honesty\">What it does not claim\
         {}</h2>{}</section>",
        anchor("honesty"),
        properties(&lists)
    )
}
