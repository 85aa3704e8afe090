//! Stages at many instants, widths and under many faults: no word lies on another or on a node.
use super::scenarios;
use crate::marks::text_width;
use crate::state::{Opening, Session};
use crate::stills::markup;
use crate::widgets::stage;
use crate::words::fault_sentence;
use engine::faults::{Fault, FaultKind, Target};
use engine::kernel::{HostId, HostSet, Instant};
use engine::scenario::Scenario;
use std::rc::Rc;

const WIDTHS: [f64; 4] = [360.0, stage::FAR_WIDTH, 588.0, 800.0];
/// Instants of a run that are looked at.
const INSTANTS: u64 = 6;

/// What takes up room on a stage.
#[derive(Clone, Debug, PartialEq)]
struct Mark {
    says: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    /// It is a node or a client, which words keep off.
    node: bool,
}

impl Mark {
    /// How far two marks reach into each other, both ways.
    fn depth(&self, other: &Mark) -> f64 {
        let across = self.right.min(other.right) - self.left.max(other.left);
        let down = self.bottom.min(other.bottom) - self.top.max(other.top);
        across.min(down)
    }

    /// Does it lie on a round node?
    fn lies_on(&self, node: &Mark) -> bool {
        let (x, y) = ((node.left + node.right) / 2.0, (node.top + node.bottom) / 2.0);
        let (dx, dy) = (x - x.clamp(self.left, self.right), y - y.clamp(self.top, self.bottom));
        dx.hypot(dy) < (node.right - node.left) / 2.0 - 1.0
    }

    fn covers(&self, other: &Mark) -> bool {
        match (self.node, other.node) {
            (false, false) => self.depth(other) > 1.0,
            (false, true) => self.lies_on(other),
            (true, false) => other.lies_on(self),
            (true, true) => false,
        }
    }
}

fn value<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let rest = tag.split_once(&format!(" {name}=\""))?.1;
    Some(rest.split_once('"')?.0)
}

fn number(tag: &str, name: &str) -> f64 {
    value(tag, name).and_then(|of| of.parse().ok()).unwrap_or_else(|| panic!("{name} in {tag}"))
}

/// All marks of a drawing: what stands in a box counts as the box.
fn marks(drawing: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    // How deep the group of a box lies, and how deep we are.
    let (mut boxed, mut depth, mut wanted) = (None, 0_usize, None);
    let mut rest = drawing;
    while let Some(begin) = rest.find('<') {
        let end = begin + rest[begin..].find('>').expect("it ends");
        let tag = &rest[begin..=end];
        rest = &rest[end + 1..];
        let class = value(tag, "class").unwrap_or_default();
        match tag[1..].split([' ', '>', '/']).next() {
            Some("g") => {
                depth += 1;
                if ["evidence", "msg"].contains(&class) {
                    (boxed, wanted) = (Some(depth), Some(class.to_owned()));
                }
            }
            Some("") if tag == "</g>" => {
                boxed = boxed.filter(|at| *at < depth);
                depth -= 1;
            }
            Some("rect") if boxed == Some(depth) && class.contains("chip") => {
                marks.extend(wanted.take().map(|says| chip(says, tag)));
            }
            Some("text") if boxed.is_none() && !class.starts_with("ml") => {
                marks.push(words(tag, &rest[..rest.find("</text>").expect("it ends")]));
            }
            Some("circle") if class == "face" => marks.push(node(tag)),
            Some("path") if class.starts_with("client") => marks.push(client(tag)),
            _ => (),
        }
    }
    marks
}

fn chip(says: String, tag: &str) -> Mark {
    let [left, top, width, height] = ["x", "y", "width", "height"].map(|of| number(tag, of));
    Mark { says, left, right: left + width, top, bottom: top + height, node: false }
}

/// The band of a node: what words keep off even where nothing lies.
fn node(tag: &str) -> Mark {
    let [x, y, face] = ["cx", "cy", "r"].map(|of| number(tag, of));
    let reach = face * 57.0 / 34.8;
    let (left, right, top, bottom) = (x - reach, x + reach, y - reach, y + reach);
    Mark { says: "a node".into(), left, right, top, bottom, node: true }
}

fn client(tag: &str) -> Mark {
    let d = value(tag, "d").expect("a path").trim_start_matches('M');
    let mut at = d.split([' ', 'l']).map(|of| of.parse().expect("a number"));
    let (left, top): (f64, f64) = (at.next().expect("x"), at.next().expect("y"));
    Mark { says: "a client".into(), left, right: left + 14.0, top, bottom: top + 14.0, node: true }
}

fn words(tag: &str, inside: &str) -> Mark {
    let class = value(tag, "class").expect("a class");
    let (bold, rest) = match inside.split_once("</tspan>") {
        Some((bold, rest)) => (bold.rsplit('>').next().unwrap_or_default(), rest),
        None => ("", inside),
    };
    let tenths = match () {
        () if class.contains("xs") => 115,
        () if class.contains("tx s") => 125,
        () => 135,
    };
    let width = text_width(bold, 160, true) + text_width(rest, tenths, class.contains(" b"));
    let (x, base) = (number(tag, "x"), number(tag, "y"));
    let left = match value(tag, "text-anchor") {
        Some("middle") => x - width / 2.0,
        Some("end") => x - width,
        _ => x,
    };
    let size = if bold.is_empty() { f64::from(tenths) / 10.0 } else { 16.0 };
    Mark {
        says: format!("{bold}{rest}"),
        left,
        right: left + width,
        top: base - size * 0.72,
        bottom: base + size * 0.2,
        node: false,
    }
}

/// A stage as it is prepared, and as it is with more faults than that.
fn runs(scenario: &Rc<Scenario>, stage: usize) -> Vec<(String, Session)> {
    let open = || Session::open(scenario.clone(), &Opening::Stage(stage));
    let whole: HostSet = (0..scenario.cast.hosts.len() as u16).map(HostId).collect();
    let mut runs = vec![("as prepared".to_owned(), open())];
    for host in whole.iter().filter(|host| !scenario.cast.hosts[host.index()].is_client) {
        let alone = HostSet::EMPTY.with(host);
        let faults = [
            Fault::new(FaultKind::Cut, Target::Sides(alone, whole.without(host))),
            Fault::new(FaultKind::Crash, Target::Hosts(alone)),
            Fault::new(FaultKind::ClockDrift, Target::Hosts(alone)),
        ];
        for fault in faults {
            let mut session = open();
            session.seek_to(Instant(session.end().0 / 3));
            session.act(&[fault]);
            runs.push((fault_sentence(&scenario.cast, &fault), session));
        }
    }
    runs
}

/// What is wrong with a stage, one after the other.
fn wrong(drawing: &str, width: f64) -> Vec<String> {
    let marks = marks(drawing);
    assert!(marks.len() > 4, "{drawing}");
    let mut wrong = Vec::new();
    for (nth, mark) in marks.iter().enumerate() {
        let covered = marks[nth + 1..].iter().filter(|other| mark.covers(other));
        wrong.extend(covered.map(|other| format!("“{}” and “{}”", mark.says, other.says)));
        if !mark.node && (mark.left < -0.5 || mark.right > width + 0.5) {
            wrong.push(format!("“{}” sticks out", mark.says));
        }
    }
    wrong
}

#[test]
fn no_word_of_a_stage_lies_on_another_or_on_a_node() {
    let (mut all, mut drawings) = (Vec::new(), 0);
    for scenario in scenarios().into_iter().map(Rc::new) {
        for stage in 0..scenario.stages.len() {
            for (under, mut session) in runs(&scenario, stage) {
                for nth in 0..INSTANTS {
                    session.seek_to(Instant(session.end().0 / INSTANTS * nth));
                    for width in WIDTHS {
                        let (drawing, _) = stage::still(&session, width);
                        drawings += 1;
                        let wrong = wrong(&markup::of(&drawing), width);
                        let at = session.now().0 as f64 / 1e9;
                        let where_ = format!("{} {stage}, {under}, {at} s, {width}", scenario.id);
                        all.extend(wrong.into_iter().map(|wrong| format!("{where_}: {wrong}")));
                    }
                }
            }
        }
    }
    assert!(drawings > 1_000, "{drawings}");
    assert!(all.is_empty(), "{} in {drawings} drawings\n{}", all.len(), all.join("\n"));
}
