//! Links of earlier releases replay as they did; where one does not, the changelog names it.
mod common;
use common::book::all;
use engine::kernel::Instant;
use engine::scenario::{Landmark, Link, Parting, Scenario, VERSION, decode};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// One link: the release that made it, what it shows, and its code.
struct Kept {
    release: String,
    name: String,
    link: Link,
}

impl Kept {
    /// As the changelog has to name it: "0.1.0 ch03-raft-lease-read/2".
    fn full_name(&self) -> String {
        format!("{} {}", self.release, self.name)
    }
}

fn beside(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is there", path.display()))
}

/// The links of one file; a line is a name and a code, or begins with # and says why.
fn links(release: &str, text: &str) -> Vec<Kept> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let (name, code) = line.split_once(' ').expect("a name and a code");
            let link = decode(code).unwrap_or_else(|sentence| panic!("{name}: {sentence}"));
            Kept { release: release.into(), name: name.into(), link }
        })
        .collect()
}

/// All links that releases have made.
fn archive() -> Vec<Kept> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/links");
    let entries = std::fs::read_dir(folder).expect("the archive is there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let of_release = files.iter().filter_map(|file| {
        let release = file.file_stem()?.to_str()?;
        release.starts_with(|sign: char| sign.is_ascii_digit()).then(|| {
            let text = std::fs::read_to_string(file).expect("a text");
            links(release, &text)
        })
    });
    of_release.flatten().collect()
}

fn scenarios() -> BTreeMap<String, Scenario> {
    all().into_iter().map(|scenario| (scenario.id.clone(), scenario)).collect()
}

/// What a link says when it is opened today; nothing if it shows what it showed.
fn differs(known: &BTreeMap<String, Scenario>, kept: &Kept) -> Option<String> {
    let Some(scenario) = known.get(&kept.link.run.scenario) else {
        return Some("its scenario is gone".into());
    };
    if let Some(sentence) = kept.link.misfit(scenario) {
        return Some(sentence);
    }
    let mut line = kept.link.run.timeline(scenario);
    let parting = kept.link.parting(scenario, &mut line)?;
    Some(format!("it differs first at {:?}", parting.at))
}

#[test]
fn old_links_replay_or_are_named_in_the_changelog() {
    let (known, changelog) = (scenarios(), beside("../CHANGELOG.md"));
    for kept in archive() {
        assert!(!kept.link.marks.acts.is_empty() || !kept.link.marks.instants.is_empty());
        if let Some(what) = differs(&known, &kept) {
            let name = kept.full_name();
            assert!(
                changelog.contains(&format!("`{name}`")),
                "the link {name} does not replay any more: {what}; name it in CHANGELOG.md as \
                 `{name}` and say why, or take the change back"
            );
        }
    }
}

#[test]
fn this_release_has_a_link_for_every_stage() {
    let kept: BTreeSet<_> = archive().iter().map(Kept::full_name).collect();
    for scenario in all() {
        for stage in 1..=scenario.stages.len() {
            let name = format!("{VERSION} {}/{stage}", scenario.id);
            assert!(kept.contains(&name), "no link is kept of {name}: run `cargo xtask archive`");
        }
    }
}

/// The engine that made it took 1 ms longer for each flush; see the file.
#[test]
fn a_link_of_a_changed_engine_is_found_out() {
    let known = scenarios();
    let kept = links("changed", &beside("tests/links/changed-engine.txt")).remove(0);
    let scenario = &known[&kept.link.run.scenario];
    assert_eq!(kept.link.misfit(scenario), None);
    let mut line = kept.link.run.timeline(scenario);
    let parting = kept.link.parting(scenario, &mut line).expect("it differs");
    assert!(matches!(parting, Parting { at: Landmark::Instant(_) | Landmark::Act(_), .. }));
    let Landmark::Act(act) = parting.at else { panic!("an act comes first: {parting:?}") };
    assert!(parting.same_until <= line.script().acts()[act].at);
    // And the same run, marked by this engine, is the same.
    let marks = engine::scenario::Marks::of(&line);
    assert_eq!(marks.parting(&line), None);
}

/// A link carries acts of its own, and is opened before what it had been played to.
#[test]
fn a_run_is_the_same_wherever_the_playhead_stands() {
    let scenario = common::book::slow_clock();
    let stages = scenario.stages.len();
    for seed in 0..40 {
        let mut run = engine::scenario::wild_run(&scenario, seed);
        run.stage = seed as usize % stages;
        let mut line = run.timeline(&scenario);
        line.run_until(Instant(2_000_000_000 + 100_000_000 * seed));
        line.seek_to(Instant(100_000_000));
        let marks = engine::scenario::Marks::of(&line);
        let link = Link { run, marks, ..Link::default() };
        let mut again = link.run.timeline(&scenario);
        assert_eq!(link.parting(&scenario, &mut again), None, "seed {seed}");
        let mut other = Link { run: link.run.clone(), ..link.clone() };
        other.run.seed += 1_000;
        let mut again = other.run.timeline(&scenario);
        assert!(other.parting(&scenario, &mut again).is_some(), "seed {seed}");
    }
}
