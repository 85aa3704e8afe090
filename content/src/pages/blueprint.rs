//! A chapter's blueprint: one line stands open, the rest is folded.
use super::shell::escape;
use crate::catalog;
use crate::chapter::{Blueprint, Duality, Proof};
use crate::text::HOME;

/// The invariant and the sentence, and everything else behind them.
pub(super) fn folded(known: &Blueprint) -> String {
    let (word, says) = (escape(&known.invariant.word), escape(&known.invariant.says));
    let sentence = &known.sentence;
    let runs = [(&sentence.witness, "Show me"), (&sentence.counter, "Take the guard away")];
    let runs = runs.map(|(run, text)| {
        let (id, stage) = run.split_once('/').unwrap_or((run, "1"));
        format!("<a href=\"{HOME}play/{id}/?stage={stage}\">{text}</a>")
    });
    format!(
        "<section class=\"blue\" aria-label=\"Blueprint\"><div class=\"irr\"><p><b class=\"word\">\
         {word}.</b> {says}</p><p class=\"sentence\">{}</p><p class=\"links\">{}</p></div>\
         <details><summary>Blueprint of the chapter</summary><dl>{}</dl></details></section>",
        escape(&sentence.text),
        runs.join(" "),
        fields(known)
    )
}

fn fields(known: &Blueprint) -> String {
    let supports: Vec<_> = known.invariant.supports.iter().map(|slug| named(slug)).collect();
    let all = [
        ("Leans on", supports.join(", ")),
        ("Cannot be known", escape(&known.uncertainty.cannot_know)),
        ("What knowing costs", escape(&known.uncertainty.cost_to_know)),
        ("Doubt that is accepted", escape(&known.uncertainty.acceptable)),
        ("Evidence", known.evidence.iter().map(proof).collect()),
        ("Guarantees, in", escape(&known.guarantees.r#in)),
        ("Guarantees, out", escape(&known.guarantees.out)),
        ("Raised by", escape(&known.guarantees.upgrade)),
        ("Lowered by", escape(&known.guarantees.downgrade)),
        ("Target", escape(&known.modes.target)),
        ("Degraded", escape(&known.modes.degraded)),
        ("Floor", escape(&known.modes.floor)),
        ("Recovery", escape(&known.modes.recovery)),
        ("Dualities", known.duality.iter().map(duality).collect()),
        ("Capsule", capsule(known)),
        ("An operator sees", escape(&known.human.see)),
        ("thinks", escape(&known.human.think)),
        ("does", escape(&known.human.r#do)),
        ("Intuition", escape(&known.spiral.intuition)),
        ("Understanding", escape(&known.spiral.understanding)),
        ("Mastery", escape(&known.spiral.mastery)),
        ("Transfer, near", escape(&known.transfer.near)),
        ("further", escape(&known.transfer.medium)),
        ("far", escape(&known.transfer.far)),
        ("New here", new(known)),
    ];
    all.iter().map(|(name, says)| format!("<dt>{name}</dt><dd>{says}</dd>")).collect()
}

/// An invariant by the name of the catalogue.
fn named(slug: &str) -> String {
    catalog::invariant(slug).map_or_else(|| escape(slug), |known| known.name().to_owned())
}

fn proof(proof: &Proof) -> String {
    format!("<p><b>{}</b> {}</p>", escape(&proof.kind), escape(&proof.says))
}

fn duality(duality: &Duality) -> String {
    format!("<p><b>{}</b> {}</p>", escape(&duality.name), escape(&duality.stance))
}

fn capsule(known: &Blueprint) -> String {
    let capsule = &known.capsule;
    let fields = [
        ("invariant", &capsule.invariant),
        ("evidence", &capsule.evidence),
        ("boundary", &capsule.boundary),
        ("mode", &capsule.mode),
        ("fallback", &capsule.fallback),
    ];
    fields.iter().map(|(name, says)| format!("<p><b>{name}</b> {}</p>", escape(says))).collect()
}

fn new(known: &Blueprint) -> String {
    let ideas = &known.introduces;
    let all = [&ideas.invariant, &ideas.evidence, &ideas.composition];
    all.map(|idea| escape(idea)).join(" · ")
}
