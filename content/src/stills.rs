//! Still figures: what a lab shows before it runs, where there are no scripts, and on paper.
use crate::Poster;
use std::collections::BTreeMap;

/// Figures drawn by whoever can draw labs; without one, a lab's place has words alone.
#[derive(Clone, Debug, Default)]
pub struct Stills {
    defs: String,
    figures: BTreeMap<(String, usize), String>,
    diagrams: BTreeMap<(String, usize, String), String>,
    posters: Vec<Poster>,
}

impl Stills {
    /// Figures as SVG, each with its scenario and its stage counted from 0, and the definitions
    /// that all of them refer to.
    pub fn new(defs: String, figures: impl IntoIterator<Item = (String, usize, String)>) -> Stills {
        let figures = figures.into_iter().map(|(id, stage, svg)| ((id, stage), svg));
        Stills { defs, figures: figures.collect(), ..Stills::default() }
    }

    /// The same with posters for other sites.
    pub fn with_posters(self, posters: impl IntoIterator<Item = Poster>) -> Stills {
        Stills { posters: posters.into_iter().collect(), ..self }
    }

    /// The same with what stands for diagrams: its scenario, the stage counted from 0, the name of
    /// the diagram as texts have it, and its HTML.
    pub fn with_diagrams(
        self,
        diagrams: impl IntoIterator<Item = (String, usize, &'static str, String)>,
    ) -> Stills {
        let keyed = |(id, stage, kind, html): (_, _, &str, _)| ((id, stage, kind.into()), html);
        Stills { diagrams: diagrams.into_iter().map(keyed).collect(), ..self }
    }

    /// All posters.
    pub(crate) fn posters(&self) -> &[Poster] {
        &self.posters
    }

    /// The figure of a stage counted from 0.
    pub(crate) fn figure(&self, id: &str, stage: usize) -> Option<&str> {
        self.figures.get(&(id.to_owned(), stage)).map(String::as_str)
    }

    /// What stands for a diagram of a stage counted from 0.
    pub(crate) fn diagram(&self, id: &str, stage: usize, kind: &str) -> Option<&str> {
        self.diagrams.get(&(id.to_owned(), stage, kind.to_owned())).map(String::as_str)
    }

    /// What figures refer to; a page with figures holds it once.
    pub(crate) fn defs(&self) -> &str {
        &self.defs
    }
}
