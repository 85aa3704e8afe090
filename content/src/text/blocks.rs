//! Fenced blocks: labs, listings, cards, cases, exercises.
use super::exercise::Exercise;
use super::{Depth, HOME, STILL, Shelf, code, render};
use crate::diagnostic::Desk;
use crate::pages::escape;
use crate::section::Source;

/// A block as HTML. `words` stand behind the fence, in `line`.
pub(super) fn block(
    words: &str,
    body: &Source,
    line: usize,
    shelf: &Shelf<'_>,
    desk: &mut Desk<'_>,
) -> String {
    let words: Vec<_> = words.split_whitespace().collect();
    let inside = |text: &str, desk: &mut Desk<'_>| {
        let source = Source { text: text.to_owned(), ..body.clone() };
        render(&source, Depth::Block, shelf, desk.found)
    };
    match words.split_first() {
        Some((&"lab", rest)) => {
            let caption = inside(&body.text, desk);
            lab(rest, &caption, line, shelf, desk)
        }
        Some((&"listing", rest)) => {
            let caption = inside(&body.text, desk);
            code::listing(rest, &caption, line, &shelf.source, desk)
        }
        Some((&"card", [kind])) => {
            let label = match *kind {
                "definition" => "Definition",
                "ask" => "Ask yourself",
                "holds" => "Holds under",
                _ => return unknown(&words, line, desk),
            };
            aside("mn", label, &inside(&body.text, desk))
        }
        Some((&"case", rest)) => {
            let label = if rest.first() == Some(&"constructed") {
                "A constructed case"
            } else {
                "What happened"
            };
            aside("case", label, &inside(&body.text, desk))
        }
        Some((&"exercise", [kind])) => exercise(kind, body, line, shelf, desk),
        _ => unknown(&words, line, desk),
    }
}

fn unknown(words: &[&str], line: usize, desk: &mut Desk<'_>) -> String {
    let what = format!("there is no block `{}`", words.join(" "));
    desk.note(Some(line), what, "write lab, listing, card, case or exercise; see docs/book.md");
    String::new()
}

fn aside(class: &str, label: &str, inside: &str) -> String {
    format!("<aside class=\"{class}\"><p class=\"lbl\">{label}</p>{inside}</aside>\n")
}

/// The place of a lab: it runs there, and is told in words until it does.
fn lab(
    words: &[&str],
    caption: &str,
    line: usize,
    shelf: &Shelf<'_>,
    desk: &mut Desk<'_>,
) -> String {
    let id = words.first().copied().unwrap_or_default();
    let stage: usize = words.get(1).and_then(|stage| stage.parse().ok()).unwrap_or(1);
    let found = shelf.scenarios.iter().find(|(raw, _)| raw.id == id);
    let Some((_, scenario)) = found.filter(|(_, known)| (1..=known.stages.len()).contains(&stage))
    else {
        let what = format!("there is no stage {stage} of a scenario `{id}`");
        desk.note(Some(line), what, "name a scenario and one of its stages");
        return String::new();
    };
    let shown = &scenario.stages[stage - 1];
    let [title, says, headline, reveal] =
        [&scenario.title, &scenario.description, &shown.headline, &shown.reveal]
            .map(|text| escape(text));
    format!(
        "<div class=\"inpage\" data-lab=\"{id}\" data-stage=\"{stage}\"><figure class=\"still\">\
         {STILL}{id}/{stage}{STILL}<figcaption><p class=\"lbl\">Lab</p>\
         <p><b>{title}.</b> {says}</p><p>{headline} {reveal}</p>\
         <p><a href=\"{HOME}play/{id}/?stage={stage}\">The lab on a page of its own</a></p>\
         </figcaption></figure></div><div class=\"caption\">{caption}</div>\n"
    )
}

fn exercise(
    kind: &str,
    body: &Source,
    line: usize,
    shelf: &Shelf<'_>,
    desk: &mut Desk<'_>,
) -> String {
    let label = match kind {
        "predict" => "Predict",
        "near" => "Transfer, near",
        "medium" => "Transfer, further",
        "far" => "Transfer, far",
        "project" => "Project",
        _ => return unknown(&["exercise", kind], line, desk),
    };
    let read = Exercise::read(&body.text, body.line, desk);
    let mut inside = |text: &str| {
        let source = Source { text: text.to_owned(), ..body.clone() };
        render(&source, Depth::Block, shelf, desk.found)
    };
    let question = inside(&read.question);
    let answer = match read.answer.trim() {
        "" => String::new(),
        answer => format!("<details><summary>An answer</summary>{}</details>", inside(answer)),
    };
    format!(
        "<section class=\"exercise\"><p class=\"lbl\">{label}</p>{question}{}{answer}</section>\n",
        read.choices_html()
    )
}
