//! Modes around a node: the band is what it is entitled to, the ring what it believes.
use super::pen;
use super::turn::{Point, arc, polar, sector};
use engine::modes::{Gap, Mode};
use yew::prelude::*;

/// Where a node stands in one class, as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The ring.
    pub believed: Mode,
    /// The band.
    pub entitled: Mode,
    /// How the ring lies to the band.
    pub gap: Gap,
    /// From when until now, in turns of the dial, the lie lasts; drawn to scale.
    pub lie: Option<(f64, f64)>,
}

/// The part of the circle that a standing takes, when a node wears several.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ring {
    /// The middle of the node.
    pub centre: Point,
    /// 1 draws at full size.
    pub scale: f64,
    /// Which of how many.
    pub part: (usize, usize),
}

/// Fill, pattern and letter of a mode.
pub(super) const fn classes(
    mode: Mode,
) -> (&'static str, &'static str, &'static str, &'static str) {
    match mode {
        Mode::Target => ("m mT", "", "ml mlT", "mTf"),
        Mode::Degraded => ("m mD", "url(#pD)", "ml mlD", "mDf"),
        Mode::Floor => ("m mF", "url(#pF)", "ml mlF", "mFf"),
        Mode::Recovery => ("m mR", "url(#pR)", "ml mlR", "mRf"),
    }
}

/// Draws a standing around a node.
pub fn ring(at: Ring, standing: &Standing) -> Html {
    let Ring { centre, scale, part: (which, of) } = at;
    let share = 1.0 / of as f64;
    let (from, to) = (which as f64 * share, (which + 1) as f64 * share);
    let (from, to) = if of == 1 { (0.0, 0.9999) } else { (from + 0.006, to - 0.006) };
    let (inner, outer) = (45.0 * scale, 55.8 * scale);
    let (class, pattern, ..) = classes(standing.entitled);
    let band = sector(centre, inner, outer, from, to);
    let apart = matches!(standing.gap, Gap::Lying | Gap::Hopeful);
    let believed = match standing.gap {
        Gap::Honest => 57.0,
        Gap::Timid => 46.0,
        Gap::Lying | Gap::Hopeful => 72.0,
    } * scale;
    let ring_class = if standing.gap == Gap::Hopeful { "bel hopeful" } else { "bel" };
    let circle = match of {
        1 => pen::circle(centre, believed, ring_class),
        _ => pen::path(arc(centre, believed, from, to), ring_class),
    };
    html! {
        <g class="ring">
            if apart && of == 1 {
                { pen::circle(centre, believed, "pap-f") }
            }
            { lie(centre, scale, standing, (from, to)) }
            { circle }
            { pen::path(band.clone(), class) }
            if !pattern.is_empty() { <path d={band.clone()} fill={pattern} /> }
            { pen::path(band, "mo hollow") }
            { letters(at, standing, (from, to)) }
        </g>
    }
}

/// The hatched part: its angle is how long the lie has lasted.
fn lie(centre: Point, scale: f64, standing: &Standing, (from, to): (f64, f64)) -> Html {
    let Some((begin, now)) = standing.lie else { return html! {} };
    let whole = to - from;
    let (begin, now) = match whole > 0.9 {
        true => (begin, now),
        false => (from, from + whole * (now - begin).min(1.0)),
    };
    let path = sector(centre, 56.8 * scale, 72.0 * scale, begin, now);
    let edge = [56.8, 72.0].map(|radius| polar(centre, radius * scale, begin));
    let edge = pen::line(edge[0], edge[1]);
    html! {
        <>
            { pen::path(path.clone(), "pap-f") }
            { pen::path(path, "lie") }
            { pen::path(edge, "thr-s lie-0") }
        </>
    }
}

/// The letter of the band, and where it differs that of the ring.
fn letters(at: Ring, standing: &Standing, (from, to): (f64, f64)) -> Html {
    let Ring { centre, scale, part: (_, of) } = at;
    let middle = (from + to) / 2.0;
    let (of_band, of_ring) = if of == 1 { (0.375, 0.125) } else { (middle + 0.08, middle - 0.08) };
    let size = (10.2 * scale).max(7.2);
    let reach = match standing.gap {
        Gap::Timid => 44.0,
        _ => 72.0,
    };
    let band = polar(centre, 50.4 * scale, of_band);
    let ring = polar(centre, reach * scale, of_ring);
    let (class, _, letter, _) = classes(standing.entitled);
    let tab = format!("{class} mo2");
    html! {
        <>
            { pen::circle(band, size, tab) }
            { pen::text((band.x, band.y + 4.2), "middle", letter, standing.entitled.letter()) }
            if standing.gap != Gap::Honest {
                { pen::circle(ring, size, "belt") }
                {
                    pen::text((ring.x, ring.y + 4.2), "middle", "ml mlh",
                        standing.believed.letter())
                }
            }
        </>
    }
}
