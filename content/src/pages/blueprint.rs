//! A chapter's blueprint: one line stands open, the rest is folded: a title block, ruled.
use super::frame::escape;
use super::icons::{EVIDENCE, INVARIANT, mode};
use super::references::{evidence, invariant, run};
use crate::catalog::{COMPONENTS, GuaranteeWords, Meaning};
use crate::chapter::{Blueprint, Duality, Proof};
use crate::text::word_link;

/// The invariant and the sentence, and everything else behind them.
pub(super) fn folded(known: &Blueprint, words: &GuaranteeWords) -> String {
    let (word, says) = (escape(&known.invariant.word), escape(&known.invariant.says));
    let (title, sentence) = (escape(&known.title), &known.sentence);
    format!(
        "<section class=\"blue\" aria-label=\"Blueprint: {title}\"><div class=\"irr\"><p>{INVARIANT} \
         <b class=\"word\">{word}.</b> {says}</p><p class=\"sentence\">{}</p>\
         <p class=\"links\">{} {}</p></div>\
         <details><summary>Blueprint of the chapter</summary><div class=\"fields\">{}</div></details>\
         </section>",
        escape(&sentence.text),
        run(&sentence.witness, "Show me"),
        run(&sentence.counter, "Take the guard away"),
        fields(known, words)
    )
}

fn fields(known: &Blueprint, words: &GuaranteeWords) -> String {
    let supports: Vec<_> = known.invariant.supports.iter().map(|slug| invariant(slug)).collect();
    let doubt = &known.uncertainty;
    let doubt = list(&[
        ("Cannot know", &doubt.cannot_know),
        ("Cost to know", &doubt.cost_to_know),
        ("Acceptable", &doubt.acceptable),
    ]);
    let dualities: String = known.duality.iter().map(duality).collect();
    let proofs = known.evidence.iter().enumerate().map(|(nth, one)| proof(nth, one));
    let proofs = format!("<dl>{}</dl>", proofs.collect::<String>());
    let own = invariant(&known.invariant.catalog);
    [
        cell("b3", "Invariant", &format!("<p><b>{own}</b></p><p>with {}</p>", supports.join(", "))),
        cell("b9", "Uncertainty", &doubt),
        cell("b12", "Evidence", &proofs),
        cell("b12", "Guarantees", &guarantees(known, words)),
        cell("b12", "Modes", &modes(known)),
        cell("b12", "Dualities", &format!("<dl>{dualities}</dl>")),
        rest(known),
    ]
    .concat()
}

/// What is below the ruled tables: texts about the capsule, people, and learning.
fn rest(known: &Blueprint) -> String {
    let (capsule, human, spiral) = (&known.capsule, &known.human, &known.spiral);
    let capsule = list(&[
        ("Invariant", &capsule.invariant),
        ("Evidence", &capsule.evidence),
        ("Boundary", &capsule.boundary),
        ("Mode", &capsule.mode),
        ("Fallback", &capsule.fallback),
    ]);
    let human = list(&[("Sees", &human.see), ("Thinks", &human.think), ("Does", &human.r#do)]);
    let spiral = list(&[
        ("Intuition", &spiral.intuition),
        ("Understanding", &spiral.understanding),
        ("Mastery", &spiral.mastery),
    ]);
    let (transfer, ideas) = (&known.transfer, &known.introduces);
    let transfer =
        list(&[("Near", &transfer.near), ("Further", &transfer.medium), ("Far", &transfer.far)]);
    let new = list(&[
        ("Invariant", &ideas.invariant),
        ("Evidence", &ideas.evidence),
        ("Composition", &ideas.composition),
    ]);
    [
        cell("b6", "Context capsule", &capsule),
        cell("b6 next", "Human model: an operator", &human),
        cell("b6", "Learning spiral", &spiral),
        cell("b6 next", "Transfer tests", &transfer),
        cell("b12 last", "New here", &new),
    ]
    .concat()
}

fn cell(class: &str, name: &str, inside: &str) -> String {
    format!("<div class=\"{class}\"><h2 class=\"lbl\">{name}</h2>{inside}</div>")
}

fn list(all: &[(&str, &String)]) -> String {
    let lines = all.iter().map(|(name, says)| format!("<dt>{name}</dt><dd>{}</dd>", escape(says)));
    format!("<dl>{}</dl>", lines.collect::<String>())
}

/// A kind of evidence; the first is what the chapter brings.
fn proof(nth: usize, proof: &Proof) -> String {
    let new = if nth == 0 { " <span class=\"tag\">new</span>" } else { "" };
    let (kind, says) = (evidence(&proof.kind), escape(&proof.says));
    format!("<dt class=\"name\">{EVIDENCE} <b>{kind}</b>{new}</dt><dd>{says}</dd>")
}

fn duality(duality: &Duality) -> String {
    let (name, stance) = (escape(&duality.name), escape(&duality.stance));
    format!("<dt class=\"name\"><b>{name}</b></dt><dd>{stance}</dd>")
}

/// Vectors, component by component, with what raises and lowers them.
fn guarantees(known: &Blueprint, words: &GuaranteeWords) -> String {
    let heads = COMPONENTS.map(|name| format!("<th scope=\"col\">{name}</th>")).concat();
    let promises = &known.guarantees;
    let meaning = |vector| words.explain(vector).unwrap_or_default();
    let (before, after) = (meaning(&promises.r#in), meaning(&promises.out));
    let row = |name: &str, these: &Meaning<'_>, others: &Meaning<'_>| {
        let part = |part: &(&'static str, &str, String)| {
            let class = if others.contains(part) { "" } else { " class=\"k\"" };
            let (name, word, says) = part;
            format!("<td{class} data-name=\"{name}\">{}</td>", word_link(name, word, says))
        };
        let parts: String = these.iter().map(part).collect();
        format!("<tr><th scope=\"row\">{name}</th>{parts}</tr>")
    };
    format!(
        "<table class=\"vec\"><thead><tr><th><span class=\"vh\">Where</span></th>{heads}</tr>\
         </thead><tbody>{}{}</tbody></table>{}",
        row("In", &before, &after),
        row("Out", &after, &before),
        list(&[("Raised by", &promises.upgrade), ("Lowered by", &promises.downgrade)])
    )
}

fn modes(known: &Blueprint) -> String {
    let modes = &known.modes;
    let all = [
        ("Target", &modes.target),
        ("Degraded", &modes.degraded),
        ("Floor", &modes.floor),
        ("Recovery", &modes.recovery),
    ];
    let row = |(name, says): (&str, &String)| {
        let (field, says) = (mode(name), escape(says));
        format!("<tr><th scope=\"row\">{field}{name}</th><td class=\"d\">{says}</td></tr>")
    };
    format!("<table class=\"vec modes\"><tbody>{}</tbody></table>", all.map(row).concat())
}
