//! The Mode Compass: a solid needle for what is entitled, an open one for what is believed.
//! Between them lies a hatched arc where that is a lie.
use super::pen;
use super::ring::classes;
use super::turn::{Point, arc, polar, sector};
use engine::modes::{Gap, Mode};
use yew::prelude::*;

/// What a compass shows of one row.
#[derive(Clone, Debug, PartialEq)]
pub struct Compass {
    /// Where the open needle points.
    pub believed: Mode,
    /// Where the solid needle points.
    pub entitled: Mode,
    /// The difference.
    pub gap: Gap,
    /// From which mode belief went to which, and how often.
    pub moves: Vec<(Mode, Mode, usize)>,
    /// For those who do not see it.
    pub says: String,
}

const CENTRE: Point = Point::new(168.0, 126.0);
/// The band of the modes.
const BAND: (f64, f64) = (66.0, 86.0);
/// How far a needle reaches that stands beyond what is entitled.
const BEYOND: f64 = 104.0;

/// Where a mode is on the dial, in turns.
fn turns(mode: Mode) -> f64 {
    mode as usize as f64 / 4.0
}

/// Draws a compass, 336 wide and 252 high.
pub fn compass(of: &Compass) -> Html {
    let reach = if of.gap == Gap::Lying { BEYOND - 2.0 } else { BAND.0 - 6.0 };
    html! {
        <svg width="336" height="252" viewBox="0 0 336 252" role="img" aria-label={of.says.clone()}
            class="compass">
            { for Mode::ALL.into_iter().map(quarter) }
            { between(of) }
            { for of.moves.iter().map(went) }
            { pen::path(needle(turns(of.entitled), BAND.0 - 9.0, 5.0), "ink-f") }
            { pen::path(needle(turns(of.believed), reach, 9.0), "belief") }
            { pen::circle(CENTRE, 3.0, "pap-f") }
        </svg>
    }
}

/// A mode's part of the dial, with its letter on it and its name beside it.
fn quarter(mode: Mode) -> Html {
    let (class, pattern, letter, _) = classes(mode);
    let at = turns(mode);
    let d = sector(CENTRE, BAND.0, BAND.1, at - 0.118, at + 0.118);
    let tab = polar(CENTRE, f64::midpoint(BAND.0, BAND.1), at + 0.07);
    let (x, y, anchor) = match mode {
        Mode::Target => (CENTRE.x, 14.0, "middle"),
        Mode::Degraded => (CENTRE.x + BEYOND + 3.0, CENTRE.y + 4.5, "start"),
        Mode::Floor => (CENTRE.x, 246.0, "middle"),
        Mode::Recovery => (CENTRE.x - BEYOND - 3.0, CENTRE.y + 4.5, "end"),
    };
    html! {
        <>
            { pen::path(d.clone(), class) }
            if !pattern.is_empty() { <path d={d.clone()} fill={pattern} /> }
            { pen::path(d, "mo hollow") }
            { pen::circle(tab, 9.5, format!("{class} mo")) }
            { pen::text((tab.x, tab.y + 4.2), "middle", letter, mode.letter()) }
            { pen::text((x, y), anchor, "tx s", mode.name()) }
        </>
    }
}

/// What lies between the needles: hatched where it is a lie, the short way around.
fn between(of: &Compass) -> Html {
    let [a, b] = [of.believed, of.entitled].map(turns);
    let (low, high) = (a.min(b), a.max(b));
    let (from, to) = match high - low {
        far if far > 0.5 => (high - 1.0, low),
        near if near > 0.0 => (low, high),
        // A lie within one mode: about a contract that is not the one that it is entitled to.
        _ => (low - 0.1, high + 0.1),
    };
    match of.gap {
        Gap::Honest => html! {},
        Gap::Lying => html! {
            <>
                { pen::path(sector(CENTRE, BAND.1 + 2.0, BEYOND, from, to), "lie") }
                { pen::path(sector(CENTRE, BAND.1 + 2.0, BEYOND, from, to), "mo hollow") }
            </>
        },
        Gap::Hopeful => pen::path(arc(CENTRE, BAND.1 + 6.0, from, to), "bel hopeful"),
        Gap::Timid => pen::path(arc(CENTRE, BAND.0 - 5.0, from, to), "bel"),
    }
}

/// A curve from mode to mode; there and back are two curves.
fn went((from, to, times): &(Mode, Mode, usize)) -> Html {
    let [a, b] = [(*from, 0.028), (*to, -0.028)]
        .map(|(mode, by)| polar(CENTRE, BAND.0 - 3.0, turns(mode) + by));
    let middle = a.towards(b, 0.5);
    let aside = Point::new((b.y - a.y) * 0.22, (a.x - b.x) * 0.22);
    let bend = Point::new(
        middle.towards(CENTRE, 0.25).x + aside.x,
        middle.towards(CENTRE, 0.25).y + aside.y,
    );
    let label = middle.towards(bend, 0.5);
    let d = pen::trace("M# #Q# # # #", &[a.x, a.y, bend.x, bend.y, b.x, b.y]);
    html! {
        <>
            <path {d} class="data thin" marker-end="url(#ah)" />
            {
                pen::text((label.x, label.y + 4.0), "middle", "tx xs mono halo",
                    format!("×{times}"))
            }
        </>
    }
}

/// A lozenge from a little behind the middle to its tip.
fn needle(turns: f64, reach: f64, half: f64) -> String {
    let [tip, right, tail, left] =
        [(reach, 0.0), (half, 0.25), (reach.min(60.0) * 0.3, 0.5), (half, 0.75)]
            .map(|(far, by)| polar(CENTRE, far, turns + by));
    pen::trace(
        "M# #L# #L# #L# #Z",
        &[tip.x, tip.y, right.x, right.y, tail.x, tail.y, left.x, left.y],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arc_between_two_needles_goes_the_short_way() {
        let drawn = |believed, entitled, gap| {
            let of = Compass { believed, entitled, gap, moves: Vec::new(), says: String::new() };
            format!("{:?}", between(&of))
        };
        let lie = |from, to| sector(CENTRE, BAND.1 + 2.0, BEYOND, from, to);
        assert!(drawn(Mode::Target, Mode::Floor, Gap::Lying).contains(&lie(0.0, 0.5)));
        assert!(drawn(Mode::Target, Mode::Recovery, Gap::Lying).contains(&lie(-0.25, 0.0)));
        assert!(drawn(Mode::Target, Mode::Target, Gap::Lying).contains(&lie(-0.1, 0.1)));
        assert!(!drawn(Mode::Target, Mode::Target, Gap::Honest).contains("path"));
    }
}
