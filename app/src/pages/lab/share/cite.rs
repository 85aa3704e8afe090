//! How the run is cited: in a line, and for BibTeX.
use super::link::address;
use crate::browser::today;
use crate::controls::Lines;
use crate::state::{Lab, Session};
use engine::scenario::VERSION;
use yew::prelude::*;

/// The part of the dialog.
pub(super) fn part(lab: &Lab) -> Html {
    let session = lab.session();
    let cited = Cited::new(&session, address(&session, true), today());
    html! {
        <div class="citepart">
            <Lines title="In a line" text={cited.plain()} rows={6} />
            <Lines title="BibTeX" text={cited.bibtex()} />
            <p class="i2">{ "The text of the book is under CC BY 4.0. The run is fixed by what is \
                cited: whoever plays it again with this version gets the same trace." }</p>
        </div>
    }
}

const BOOK: &str = "Distributed Systems: From Theory to Practice";

/// What is said of a run.
struct Cited {
    scenario: String,
    title: String,
    stage: usize,
    seed: u64,
    hash: u64,
    address: String,
    day: String,
}

impl Cited {
    fn new(session: &Session, address: String, day: String) -> Cited {
        let (scenario, run) = (session.scenario(), session.run());
        Cited {
            scenario: scenario.id.clone(),
            title: scenario.title.clone(),
            stage: run.stage + 1,
            seed: run.seed,
            hash: session.hash(),
            address,
            day,
        }
    }

    fn plain(&self) -> String {
        let Cited { title, stage, seed, hash, address, day, .. } = self;
        format!(
            "“{title}”, stage {stage}. Simulation in {BOOK}, version {VERSION}, seed {seed}, trace \
             {hash:016x}. {address} (accessed {day})."
        )
    }

    fn bibtex(&self) -> String {
        let Cited { scenario, stage, seed, hash, address, day, .. } = self;
        let title = escaped(&self.title);
        format!(
            "@misc{{{scenario}-{stage}-{:08x},\n  \
             title        = {{{{{title}, stage {stage}}}}},\n  \
             howpublished = {{Simulation in \\emph{{{BOOK}}}}},\n  \
             note         = {{Version {VERSION}, seed {seed}, trace {hash:016x}, accessed {day}}},\n  \
             url          = {{{address}}}\n}}",
            hash >> 32
        )
    }
}

/// Signs that mean something to TeX.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', sign]),
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::sample;

    #[test]
    fn a_citation_names_all_that_fixes_the_run() {
        let session = sample(2_000);
        let cited = Cited::new(&session, "https://b.example/?run=A_b".into(), "2026-11-26".into());
        let hash = format!("{:016x}", session.hash());
        let seed = format!("seed {}", session.run().seed);
        for text in [cited.plain(), cited.bibtex()] {
            for part in [&*hash, &seed, VERSION, "https://b.example/?run=A_b", "2026-11-26"] {
                assert!(text.contains(part), "{part}: {text}");
            }
        }
        let opened = cited.bibtex().matches('{').count();
        assert_eq!(opened, cited.bibtex().matches('}').count());
    }

    #[test]
    fn nothing_of_a_title_means_something_to_tex() {
        assert_eq!(escaped("50 % {of} A&B_1 \\x"), "50 \\% \\{of\\} A\\&B\\_1 \\textbackslash{}x");
    }
}
