//! What stands in the book's folders, read and checked.
use crate::catalog::{
    Bibliography, DerivedKind, Glossary, GuaranteeWords, Incident, InvariantNotes, MentalModel,
};
use crate::chapter::{Blueprint, Chapter, Contents, Entry, OpeningHead, Section, SectionHead};
use crate::check;
use crate::diagnostic::{Desk, Diagnostic, Trouble};
use crate::section::Source;
use crate::sheet::{Place, Sheet};
use crate::text::{Depth, Rendered, Seeds, Shelf, render};
use engine::scenario::{RawScenario, Scenario, Stage, read};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Everything that is read.
pub struct Book {
    /// All scenarios, by name.
    pub scenarios: Vec<(RawScenario, Scenario)>,
    /// All chapters, written or not.
    pub contents: Vec<Entry>,
    /// What is written: the prologue first.
    pub chapters: Vec<Chapter>,
    /// Terms.
    pub glossary: Glossary,
    /// What the words of a guarantee mean.
    pub guarantees: GuaranteeWords,
    /// Works.
    pub bibliography: Bibliography,
    /// What is to be known about each invariant, in the engine's order.
    pub invariants: Vec<InvariantNotes>,
    /// Kinds of evidence that the engine makes up from others.
    pub kinds: Vec<DerivedKind>,
    /// Mental models, in the order of the book.
    pub models: Vec<MentalModel>,
    /// What really happened.
    pub incidents: Vec<Incident>,
    /// Where the engine's source is, for listings.
    pub(crate) source: PathBuf,
}

impl Book {
    /// Reads the book in a folder, `content/book`; the catalogue stands beside it.
    pub fn read(folder: &Path) -> Result<Book, Trouble> {
        Book::read_with(folder, Seeds::Played)
    }

    /// The same, but what the book says of the runs of many seeds is taken on trust: that is most
    /// of the time that a reading takes.
    pub fn read_on_trust(folder: &Path) -> Result<Book, Trouble> {
        Book::read_with(folder, Seeds::Trusted)
    }

    fn read_with(folder: &Path, seeds: Seeds) -> Result<Book, Trouble> {
        let (book, found) = Book::read_all(folder, seeds);
        if found.is_empty() { Ok(book) } else { Err(Trouble(found)) }
    }

    /// Writes the list of all links that lead out of the book in a folder, and says where.
    pub fn write_links(folder: &Path) -> io::Result<PathBuf> {
        let (book, _) = Book::read_all(folder, Seeds::Trusted);
        let file = folder.parent().unwrap_or(folder).join("catalog").join(check::FILE);
        fs::write(&file, check::list(&book))?;
        Ok(file)
    }

    fn read_all(folder: &Path, seeds: Seeds) -> (Book, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let content = folder.parent().unwrap_or(folder);
        let mut book = Book {
            scenarios: scenarios(folder, &mut found),
            contents: contents(folder, &mut found),
            chapters: Vec::new(),
            glossary: Glossary::default(),
            guarantees: GuaranteeWords::default(),
            bibliography: Bibliography::default(),
            invariants: Vec::new(),
            kinds: Vec::new(),
            models: Vec::new(),
            incidents: Vec::new(),
            source: content.parent().unwrap_or(content).join("engine/src"),
        };
        for chapter in inside(folder).iter().filter(|path| path.join("opening.md").is_file()) {
            book.chapters.extend(chapter_in(chapter, &mut found));
        }
        book.read_catalog(&content.join("catalog"), &mut found);
        book.set(seeds, &mut found);
        check::check(&mut book, &content.join("catalog"), &mut found);
        found.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        (book, found)
    }

    /// A stage by scenario and number, counted from 1: "ch01-cap-partition/3".
    pub(crate) fn stage(&self, run: &str) -> Option<&Stage> {
        let (id, number) = run.split_once('/')?;
        let number = number.parse().ok()?;
        Some(&staged(&self.scenarios, id, number)?.stages[number - 1])
    }

    /// The chapter in which a key item is written.
    pub(crate) fn chapter_of(&self, item: &str) -> Option<u8> {
        let chapter = self.chapters.iter().find(|chapter| chapter.section(item).is_some());
        chapter.map(|chapter| chapter.number)
    }

    /// Sets all texts. Each run that they quote is played once.
    fn set(&mut self, seeds: Seeds, found: &mut Vec<Diagnostic>) {
        let shelf = Shelf::new(self, seeds);
        let mut set = |source: &Source, depth: Depth| render(source, depth, &shelf, found);
        let texts: Vec<(Rendered, Vec<Rendered>)> = (self.chapters.iter())
            .map(|chapter| {
                let opening = set(&chapter.source, Depth::Page);
                let sections = chapter.sections.iter();
                (opening, sections.map(|one| set(&one.source, Depth::Section)).collect())
            })
            .collect();
        for (chapter, (opening, sections)) in self.chapters.iter_mut().zip(texts) {
            chapter.opening = opening;
            chapter.sections.iter_mut().zip(sections).for_each(|(one, text)| one.text = text);
        }
    }

    /// Reads the catalogue; the beginning of a file's name says what it holds.
    fn read_catalog(&mut self, folder: &Path, found: &mut Vec<Diagnostic>) {
        for file in inside(folder) {
            let name = stem(&file);
            match name.split('-').next().unwrap_or_default() {
                "glossary" => self.glossary.add(&Sheet::open(&file), found),
                "guarantees" => self.guarantees.add(&Sheet::open(&file), found),
                "bibliography" => self.bibliography.add(&file, found),
                "invariants" => {
                    self.invariants.extend(InvariantNotes::read(&Sheet::open(&file), found));
                }
                "evidence" => self.kinds.extend(DerivedKind::read(&Sheet::open(&file), found)),
                "models" => self.models.extend(MentalModel::read(&Sheet::open(&file), found)),
                "incidents" => self.incidents.extend(Incident::read(&Sheet::open(&file), found)),
                "links" => (),
                _ => {
                    let hint = "begin its name with glossary, guarantees, bibliography, invariants, \
                                evidence, models or incidents";
                    Desk { file: &file, found }.note(None, "nobody reads this file", hint);
                }
            }
        }
    }
}

/// A scenario by its name, if it has a stage of this number, counted from 1.
pub(crate) fn staged<'a>(
    scenarios: &'a [(RawScenario, Scenario)],
    id: &str,
    number: usize,
) -> Option<&'a Scenario> {
    let (_, scenario) = scenarios.iter().find(|(raw, _)| raw.id == id)?;
    (1..=scenario.stages.len()).contains(&number).then_some(scenario)
}

/// What is in a folder, in the order of names.
fn inside(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn scenarios(folder: &Path, found: &mut Vec<Diagnostic>) -> Vec<(RawScenario, Scenario)> {
    let chapters = inside(folder).into_iter();
    let files = chapters.flat_map(|chapter| inside(&chapter.join("scenarios")));
    let files = files.filter(|file| file.extension().is_some_and(|ending| ending == "toml"));
    let scenario = |file: PathBuf| {
        let id = stem(&file);
        let read = read(&id, &fs::read_to_string(&file).unwrap_or_default());
        let note = |complaints: Vec<_>| {
            found.extend(complaints.iter().map(|one| Diagnostic::of_scenario(&file, one)));
        };
        read.map_err(note).ok()
    };
    files.filter_map(scenario).collect()
}

fn stem(file: &Path) -> String {
    file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned()
}

fn contents(folder: &Path, found: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let hint = "give each [[chapter]] a number, a title and a line";
    let sheet = Sheet::open(&folder.join("contents.toml"));
    sheet.read::<Contents>(hint, found).unwrap_or_default().chapter
}

/// The chapter in a folder, "01-impossibility".
fn chapter_in(folder: &Path, found: &mut Vec<Diagnostic>) -> Option<Chapter> {
    let name = stem(folder);
    let number = name.split('-').next().and_then(|number| number.parse().ok());
    let Some(number) = number else {
        let what = format!("`{name}` has no number");
        Desk { file: folder, found }.note(None, what, "name the folder such as `01-impossibility`");
        return None;
    };
    let (blueprint, place, missing) = blueprint(folder, number, found);
    let file = folder.join("opening.md");
    let whole = fs::read_to_string(&file).unwrap_or_default();
    let mut desk = Desk { file: &file, found };
    let hint = "begin with `+++`, title = \"…\", `+++`";
    let (head, source) = Source::split::<OpeningHead>(&whole, number, &mut desk, hint)?;
    let title = blueprint.as_ref().map_or(head.title, |blueprint| blueprint.title.clone());
    let files = inside(folder).into_iter();
    let sections = files.filter_map(|file| section(&file, number, found)).collect();
    let opening = Rendered::default();
    Some(Chapter { number, title, blueprint, opening, sections, missing, source, place })
}

/// The blueprint in a folder, its place, and what it lacks; the prologue has none.
fn blueprint(
    folder: &Path,
    number: u8,
    found: &mut Vec<Diagnostic>,
) -> (Option<Blueprint>, Place, Vec<Diagnostic>) {
    let sheet = Sheet::open(&folder.join("chapter.toml"));
    let (place, mut missing) = (Place::new(&sheet, ""), Vec::new());
    let table = if number == 0 { None } else { sheet.read("see docs/book.md", found) };
    let known = table.and_then(|table| Blueprint::of(table, &place, found, &mut missing));
    (known, place, missing)
}

/// A section, if a file holds one: "2-cap.md".
fn section(file: &Path, chapter: u8, found: &mut Vec<Diagnostic>) -> Option<Section> {
    let name = stem(file);
    let (place, slug) = name.split_once('-')?;
    let is_text = file.extension().is_some_and(|ending| ending == "md");
    let number = place.parse().ok().filter(|_| is_text)?;
    let whole = fs::read_to_string(file).unwrap_or_default();
    let hint = "begin with `+++`, item = \"K-1.2\", title = \"…\", `+++`";
    let desk = &mut Desk { file, found };
    let (head, source) = Source::split::<SectionHead>(&whole, chapter, desk, hint)?;
    let (slug, text) = (slug.to_owned(), Rendered::default());
    Some(Section { item: head.item, number, title: head.title, slug, text, source })
}
