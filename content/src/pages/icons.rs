//! Small marks of the visual grammar, drawn without anything that they would have to refer to.

/// An invariant.
pub(super) const INVARIANT: &str = "<svg class=\"ic\" width=\"14\" height=\"14\" \
    viewBox=\"0 0 14 14\" aria-hidden=\"true\"><path class=\"inv-f\" \
    d=\"M7 .8L12.37 3.9V10.1L7 13.2L1.63 10.1V3.9Z\"/></svg>";

/// Evidence.
pub(super) const EVIDENCE: &str = "<svg class=\"ic\" width=\"14\" height=\"14\" \
    viewBox=\"0 0 14 14\" aria-hidden=\"true\"><rect x=\"1\" y=\"3.5\" width=\"12\" height=\"7\" \
    class=\"evi-s evi-t\"/></svg>";

/// A threat.
pub(super) const THREAT: &str = "<svg class=\"ic\" width=\"14\" height=\"14\" \
    viewBox=\"0 0 14 14\" aria-hidden=\"true\"><path class=\"thr-f\" \
    d=\"M8.5 .5L2.5 8H6.5L5 13.5L11.5 5.5H7.5Z\"/></svg>";

/// The field of a mode: its fill, its pattern and its letter.
pub(super) fn mode(name: &str) -> String {
    let letter = &name[..1];
    let pattern = match letter {
        "D" => "<path class=\"pd\" d=\"M1 4.5H20M1 8H20M1 11.500H20M1 15H20M1 18.500H20\"/>".into(),
        "F" => dots(),
        "R" => {
            "<path class=\"pr\" d=\"M4.500 1V20M8 1V20M11.500 1V20M15 1V20M18.500 1V20\"/>".into()
        }
        _ => String::new(),
    };
    // The letter stands on a plain patch, so that the pattern does not run through it.
    let patch = match letter {
        "T" => String::new(),
        _ => format!("<rect x=\"5\" y=\"4\" width=\"11\" height=\"13\" class=\"m{letter}f\"/>"),
    };
    format!(
        "<svg class=\"sw\" width=\"21\" height=\"21\" viewBox=\"0 0 21 21\" aria-hidden=\"true\">\
         <rect x=\"1\" y=\"1\" width=\"19\" height=\"19\" class=\"m{letter}\"/>{pattern}{patch}\
         <rect x=\"1\" y=\"1\" width=\"19\" height=\"19\" class=\"mo\" fill=\"none\"/>\
         <text x=\"10.5\" y=\"14.9\" text-anchor=\"middle\" class=\"ml ml{letter}\">{letter}</text>\
         </svg>"
    )
}

fn dots() -> String {
    let places = [3.5, 8.2, 12.8, 17.5];
    let all = places.iter().flat_map(|x| places.iter().map(move |y| (x, y)));
    all.map(|(x, y)| format!("<circle class=\"pf\" cx=\"{x}\" cy=\"{y}\" r=\".95\"/>")).collect()
}
