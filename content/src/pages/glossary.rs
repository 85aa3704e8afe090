//! What words mean: terms, invariants, kinds of evidence.
use super::shell::{Shell, escape};
use crate::Book;
use crate::catalog::{evidence_all, invariants_all};

/// The page.
pub(super) fn page(shell: &Shell<'_>, book: &Book) -> String {
    let entry = |slug: &str, name: &str, says: &str| {
        format!("<dt id=\"{slug}\">{}</dt><dd>{}</dd>", escape(name), escape(says))
    };
    let terms: String = book
        .glossary
        .terms()
        .iter()
        .map(|term| entry(&term.slug, &term.name, &term.says))
        .collect();
    let invariants: String = invariants_all()
        .map(|(slug, one)| entry(&format!("invariant-{slug}"), one.name(), one.says()))
        .collect();
    let kinds: String = evidence_all()
        .map(|(slug, kind)| entry(&format!("evidence-{slug}"), kind.name(), kind.card().says))
        .collect();
    let body = format!(
        "{}<main class=\"page\" id=\"text\"><header class=\"chead\"><h1>Words</h1></header>\
         <section class=\"words\"><h2>Terms</h2><dl>{terms}</dl><h2>Invariants</h2>\
         <dl>{invariants}</dl><h2>Evidence</h2><p>What each item says, in the words of whoever \
         issues it.</p><dl>{kinds}</dl></section></main>{}",
        shell.header(),
        shell.footer()
    );
    shell.page("Words · Distributed Systems", "Terms, invariants and kinds of evidence.", &body)
}
