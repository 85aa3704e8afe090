//! Every stage of the book has a figure that can be read: nothing covers anything.
//! Nothing sticks out, and what lies is hatched.
mod crowd;
use super::{all, defs, diagrams};
use crate::marks::text_width;
use engine::scenario::{Scenario, read};
use std::fs;
use std::path::{Path, PathBuf};

fn inside(folder: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = found.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn scenarios() -> Vec<Scenario> {
    let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/book");
    let files = inside(&book).into_iter().flat_map(|chapter| inside(&chapter.join("scenarios")));
    let scenario = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("it can be read");
        let id = file.file_stem().expect("it has a name").to_string_lossy().into_owned();
        read(&id, &text).expect("it is valid").1
    };
    files.map(scenario).collect()
}

/// A text of a figure: where it is, and what it says.
struct Label<'a> {
    says: String,
    class: &'a str,
    left: f64,
    right: f64,
    base: f64,
}

impl Label<'_> {
    fn covers(&self, other: &Label) -> bool {
        let apart = (self.base - other.base).abs() >= 9.0;
        let beside = self.right <= other.left + 0.5 || other.right <= self.left + 0.5;
        !apart && !beside
    }
}

/// What stands between two marks.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let rest = &text[text.find(from)? + from.len()..];
    Some(&rest[..rest.find(to)?])
}

/// All texts of a part of a figure.
fn labels(part: &str) -> Vec<Label<'_>> {
    let label = |element: &'static str, whole: &str| whole.matches(element).count();
    assert_eq!(label("<text ", part), label("</text>", part));
    part.split("<text ").skip(1).map(of_text).collect()
}

fn of_text(text: &str) -> Label<'_> {
    let value = |name: &str| between(text, &format!("{name}=\""), "\"");
    let number = |name: &str| value(name).and_then(|of| of.parse().ok()).expect("a place");
    let class = value("class").expect("a class");
    let body = between(text, ">", "</text>").expect("a text");
    let name = between(body, "<tspan class=\"nm\">", "</tspan>").unwrap_or_default();
    let rest = body.rsplit("</tspan>").next().unwrap_or_default();
    let tenths = match () {
        () if class.contains("xs") => 115,
        () if class.contains("tx s") => 125,
        () if class.starts_with("ml") => 120,
        () => 135,
    };
    let bold = class.contains(" b") || class.starts_with("ml");
    let width = text_width(name, 160, true) + text_width(rest, tenths, bold);
    let (x, says) = (number("x"), format!("{name}{rest}"));
    let left = match value("text-anchor") {
        Some("middle") => x - width / 2.0,
        Some("end") => x - width,
        _ => x,
    };
    Label { says, class, left, right: left + width, base: number("y") }
}

/// Left, right, top and bottom of all items of evidence that are told by name.
fn chips(part: &str) -> Vec<[f64; 4]> {
    let one = |rest: &str| {
        let number = |name: &str| between(rest, &format!("{name}=\""), "\"")?.parse::<f64>().ok();
        let [x, y, width, height] = ["x", "y", "width", "height"].map(|of| number(of).expect(of));
        [x, x + width, y, y + height]
    };
    part.split("<g class=\"evidence\"><rect ").skip(1).map(one).collect()
}

/// The stage, and the timeline below it.
fn parts(figure: &str) -> [&str; 2] {
    let at = figure.find("<g transform=\"translate(0 ").expect("a timeline");
    [&figure[..at], &figure[at..]]
}

#[test]
fn every_stage_has_a_figure() {
    let (scenarios, mut figures) = (scenarios(), all(&scenarios()).into_iter());
    assert!(!scenarios.is_empty());
    for scenario in &scenarios {
        for stage in 0..scenario.stages.len() {
            let (id, nth, figure) = figures.next().expect("there is one");
            assert_eq!((&id, nth), (&scenario.id, stage));
            for part in ["class=\"dial", "class=\"strip\"", "class=\"ops\"", "class=\"phl\""] {
                assert!(figure.contains(part), "{id} {stage} has {part}");
            }
        }
    }
    assert!(figures.next().is_none());
}

#[test]
fn a_figure_is_an_image_that_stands_alone() {
    let (defs, mut ids) = (defs(), Vec::new());
    for (id, stage, figure) in all(&scenarios()) {
        for odd in [
            concat!(" st", "yle="),
            "tabindex",
            " role=\"button\"",
            "class=\"grab\"",
            "<script",
            "NaN",
        ] {
            assert!(!figure.contains(odd), "{id} {stage} has {odd}");
        }
        for place in figure.split("url(#").skip(1) {
            let name = place.split(')').next().unwrap_or_default();
            assert!(defs.contains(&format!("id=\"{name}\"")), "{name} is defined");
        }
        let own: Vec<_> = figure.split(" id=\"").skip(1).map(|id| id.to_owned()).collect();
        ids.extend(own.iter().filter_map(|id| id.split('"').next().map(str::to_owned)));
    }
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "no id occurs twice");
}

#[test]
fn no_label_of_a_figure_covers_another_or_leaves_it() {
    let mut wrong = Vec::new();
    for (id, stage, figure) in all(&scenarios()) {
        for part in parts(&figure) {
            // The handle of the playhead stands before the hours.
            let mut labels = labels(part);
            labels.retain(|label| !label.class.contains("phx"));
            assert!(labels.len() > 4);
            for (nth, label) in labels.iter().enumerate() {
                if label.left < -0.5 || label.right > 868.5 {
                    wrong.push(format!("{id} {stage}: “{}” sticks out", label.says));
                }
                let under = |[left, right, top, bottom]: &[f64; 4]| {
                    let apart = label.right <= *left + 0.5 || label.left >= right - 0.5;
                    let own = label.left >= *left && label.right <= right + 0.5;
                    !apart && !own && label.base > *top && label.base - 9.0 < *bottom
                };
                if chips(part).iter().any(under) {
                    wrong.push(format!("{id} {stage}: “{}” under evidence", label.says));
                }
                let covered = labels[nth + 1..].iter().find(|other| label.covers(other));
                if let Some(other) = covered {
                    wrong.push(format!("{id} {stage}: “{}” and “{}”", label.says, other.says));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_lie_is_hatched_on_the_stage_and_in_time() {
    let mut lies = 0;
    for scenario in scenarios() {
        for (stage, told) in all([&scenario]).into_iter().map(|(_, stage, figure)| (stage, figure))
        {
            let says = between(&told, "<p class=\"figuresays\">", "</p>").expect("a sentence");
            if says.contains("has been lying") {
                lies += 1;
                for part in parts(&told) {
                    assert!(part.contains("class=\"lie\""), "{} {stage}", scenario.id);
                }
            }
        }
    }
    assert!(lies > 2, "{lies}");
}

#[test]
fn every_stage_has_its_diagrams_for_those_without_scripts() {
    let all = diagrams(&scenarios());
    let stages: usize = scenarios().iter().map(|scenario| scenario.stages.len()).sum();
    for (kind, part) in [("compass", "class=\"compass\""), ("flow", "<th scope=\"row\">")] {
        let drawn: Vec<_> = all.iter().filter(|diagram| diagram.2 == kind).collect();
        assert_eq!(drawn.len(), stages, "of {kind}");
        for (id, stage, _, html) in drawn {
            assert!(html.contains(part), "{id} {stage} has {part}");
            for odd in ["<button", "<select", "tabindex", concat!(" st", "yle="), "NaN"] {
                assert!(!html.contains(odd), "{id} {stage} has {odd}");
            }
        }
    }
    let lies = |html: &str| html.contains("class=\"lie\"");
    assert!(all.iter().any(|diagram| diagram.2 == "compass" && lies(&diagram.3)));
}
