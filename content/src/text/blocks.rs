//! Fenced blocks: labs, diagrams, listings, cards, cases, exercises.
use super::exercise::{Exercise, ExerciseKind};
use super::rendered::{Mentions, Words};
use super::{Depth, HOME, Rendered, STILL, Shelf, code, render};
use crate::diagnostic::Desk;
use crate::pages::escape;
use crate::section::Source;
use engine::scenario::Scenario;

/// A block that is being set.
pub(super) struct Block<'a, 'b> {
    /// What stands behind the fence.
    pub words: &'a str,
    /// What stands between the fences.
    pub body: &'a Source,
    /// The line of the fence.
    pub line: usize,
    pub shelf: &'a Shelf<'a>,
    pub desk: &'a mut Desk<'b>,
    pub mentions: &'a mut Mentions,
}

impl Block<'_, '_> {
    /// As HTML.
    pub fn html(mut self) -> String {
        let words: Vec<_> = self.words.split_whitespace().collect();
        let body = &self.body.text;
        match words.as_slice() {
            ["lab", id, stage] => self.lab(id, stage),
            ["compass", id, stage] => self.diagram("compass", "Mode Compass", id, stage),
            ["flow", id, stage] => self.diagram("flow", "Evidence Flow", id, stage),
            ["listing", rest @ ..] => {
                let caption = self.inside(body);
                code::listing(rest, &caption, self.line, &self.shelf.source, self.desk)
            }
            ["card", "definition"] => aside("mn", "Definition", &self.inside(body)),
            ["card", "ask"] => aside("mn", "Ask yourself", &self.inside(body)),
            ["card", "holds"] => aside("mn", "Holds under", &self.inside(body)),
            ["case", "constructed"] => aside("case", "A constructed case", &self.inside(body)),
            ["case", source] if source.starts_with('@') => {
                self.mentions.cases.push((self.line, source.trim_start_matches('@').into()));
                aside("case", "What happened", &self.inside(body))
            }
            ["exercise", kind, slug] => match ExerciseKind::named(kind) {
                Some(kind) => self.exercise(kind, slug),
                None => self.unknown(),
            },
            _ => self.unknown(),
        }
    }

    fn inside(&mut self, text: &str) -> String {
        self.inside_from(0, text)
    }

    /// A text that begins so many lines below the body's first.
    fn inside_from(&mut self, below: usize, text: &str) -> String {
        let line = self.body.line + below;
        let inner = self.set(line, text);
        self.mentions.add(inner.mentions);
        inner.lead
    }

    /// The same, of a text that a reader has to unfold.
    fn folded_from(&mut self, below: usize, text: &str) -> String {
        let mut inner = self.set(self.body.line + below, text);
        let words = inner.mentions.words;
        inner.mentions.words = Words { open: 0, folded: words.open + words.folded };
        self.mentions.add(inner.mentions);
        inner.lead
    }

    fn set(&mut self, line: usize, text: &str) -> Rendered {
        let source = Source { line, text: text.to_owned(), ..self.body.clone() };
        render(&source, Depth::Block, self.shelf, self.desk.found)
    }

    fn unknown(&mut self) -> String {
        let what = format!("there is no block `{}`", self.words);
        let hint = match self.words.split_whitespace().next() {
            Some("lab" | "compass" | "flow") => "write `lab SCENARIO STAGE`; so with the others",
            Some("card") => "write `card definition`, `card ask` or `card holds`",
            Some("case") => "write `case constructed`, or `case @key` with the key of its source",
            Some("exercise") => {
                "write `exercise KIND SLUG`, with predict, near, medium, far or project"
            }
            _ => "write lab, compass, flow, listing, card, case or exercise; see docs/book.md",
        };
        self.desk.note(Some(self.line), what, hint);
        String::new()
    }

    /// The place of a lab: it runs there, and is told in words until it does.
    fn lab(&mut self, id: &str, stage: &str) -> String {
        let caption = self.inside(&self.body.text);
        let Some((scenario, number)) = self.stage(id, stage) else { return String::new() };
        format!("{}<div class=\"caption\">{caption}</div>\n", lab_place(scenario, number, ""))
    }

    /// The place of a live diagram; without the program, what it would show is said.
    fn diagram(&mut self, kind: &str, name: &str, id: &str, stage: &str) -> String {
        let caption = self.inside(&self.body.text);
        let Some((scenario, number)) = self.stage(id, stage) else { return String::new() };
        let (title, headline) =
            (escape(&scenario.title), escape(&scenario.stages[number - 1].headline));
        format!(
            "<div class=\"inpage\" data-{kind}=\"{id}\" data-stage=\"{number}\">\
             <div class=\"still\"><p class=\"lbl\">{name}</p><p><b>{title}.</b> {headline}</p>\
             {STILL}{id}/{number}/{kind}{STILL}\
             <p><a href=\"{HOME}play/{id}/?stage={number}\">It moves in the lab</a>, which \
             needs scripts.</p></div></div><div class=\"caption\">{caption}</div>\n"
        )
    }

    fn stage(&mut self, id: &str, stage: &str) -> Option<(&Scenario, usize)> {
        let found = self.shelf.stage(id, stage);
        if found.is_none() {
            let what = format!("there is no stage {stage} of a scenario `{id}`");
            self.desk.note(Some(self.line), what, "name a scenario and one of its stages");
        }
        found
    }

    fn exercise(&mut self, kind: ExerciseKind, slug: &str) -> String {
        self.mentions.exercises.push((self.line, kind, slug.to_owned()));
        let read = Exercise::read(&self.body.text, self.body.line, self.desk);
        let question = self.inside(&read.question);
        let answer = match read.answer.as_str() {
            answer if answer.trim().is_empty() => String::new(),
            answer => format!(
                "<details class=\"answer\"><summary>An answer</summary>{}</details>",
                self.folded_from(read.answer_below, answer)
            ),
        };
        let choices = read.choices_html(|below, text, folded| match folded {
            true => self.folded_from(below, text),
            false => self.inside_from(below, text),
        });
        format!(
            "<section class=\"exercise\" data-exercise=\"{}/{}\"><p class=\"lbl\">{}</p>\
             {question}{choices}{answer}</section>\n",
            self.body.chapter,
            escape(slug),
            kind.label()
        )
    }
}

/// The place of a lab, at a stage counted from 1, with a class of its own or none.
pub(crate) fn lab_place(scenario: &Scenario, number: usize, class: &str) -> String {
    let shown = &scenario.stages[number - 1];
    let many = if scenario.has_many_rows() { " many" } else { "" };
    let [id, title, says, headline, reveal] =
        [&scenario.id, &scenario.title, &scenario.description, &shown.headline, &shown.reveal]
            .map(|text| escape(text));
    format!(
        "<div class=\"inpage{many}{class}\" data-lab=\"{id}\" data-stage=\"{number}\">\
         <figure class=\"still\">{STILL}{id}/{number}{STILL}<figcaption>\
         <p class=\"lbl\">Lab</p><p><b>{title}.</b> {says}</p>\
         <p>{headline} <span class=\"reveals\">{reveal}</span></p>\
         <p><a href=\"{HOME}play/{id}/?stage={number}\">The lab on a page of its own</a></p>\
         </figcaption></figure></div>"
    )
}

fn aside(class: &str, label: &str, inside: &str) -> String {
    format!("<aside class=\"{class}\"><p class=\"lbl\">{label}</p>{inside}</aside>\n")
}
