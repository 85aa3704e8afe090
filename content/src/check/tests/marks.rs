//! What a text leaves for pages and for the program, as docs/pages.md promises it.
use super::shelf::Copy;
use crate::text::Pass;

#[test]
fn a_section_falls_into_its_passes_and_knows_its_headings() {
    let book = Copy::new("passes", &[]).read().expect("no mistakes");
    let text = &book.chapters[0].sections[0].text;
    let passes: Vec<_> = text.passes.iter().map(|(pass, _)| *pass).collect();
    assert_eq!(passes, Pass::ALL);
    assert!(text.lead.trim().is_empty(), "{}", text.lead);
    let headings: Vec<_> =
        text.headings.iter().map(|one| (one.level, one.id.as_str(), one.pass)).collect();
    assert_eq!(headings[0], (4, "a-copy", Some(Pass::Intuition)));
    assert_eq!(headings[3], (4, "tests", Some(Pass::Mastery)));
}

#[test]
fn links_exercises_and_headings_carry_their_marks() {
    let book = Copy::new("marks", &[]).read().expect("no mistakes");
    let text = &book.chapters[0].sections[0].text;
    let html: String = text.passes.iter().map(|(_, html)| html.as_str()).collect();
    let says = "data-name=\"lease\" data-says=\"A promise with an end.\"";
    for mark in [
        says,
        "invariants/#freshness\" data-type=\"invariant\" data-name=\"Freshness\"",
        "evidence/#lease-epoch\" data-type=\"evidence\"",
        "models/#lease-ends\" data-type=\"model\" data-name=\"A lease ends\"",
        "play/ch01-lease/?stage=1\" data-type=\"run\"",
        "id=\"back-free\" href=\"#note-free\" aria-label=\"Note 1\">1</a><small class=\"mn note\"",
        "href=\"#back-free\" aria-label=\"Back to note 1 in the text\">1</a> Nor <em>there</em>.</small>",
        "data-type=\"vector\" data-name=\"Guarantee vector\" data-says=\"Scope, Object: ",
        "\nOrder, Lx: Linearizable: ",
        "data-exercise=\"1/lease-near\"",
        "<details data-choice=\"2\" data-right>",
        "<details class=\"answer\">",
        "<a class=\"anchor\" href=\"#a-copy\" aria-label=\"Link to this heading\">",
    ] {
        assert!(html.contains(mark), "no {mark} in {html}");
    }
    let opening = &book.chapters[0].opening.lead;
    let section = "chapter/1/#a-copy\" data-type=\"section\" data-name=\"The lease\" \
                   data-says=\"It ends by itself.\"";
    assert!(opening.contains(section), "{opening}");
}
