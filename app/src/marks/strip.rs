//! One stretch of a row on the timeline: the bar is entitled, a second bar is belief beyond it.
use super::pen;
use super::ring::classes;
use engine::modes::{Gap, Mode};
use yew::prelude::*;

/// One stretch, in drawing units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// From the left.
    pub x: f64,
    /// How long.
    pub width: f64,
    /// The top of the bar.
    pub y: f64,
    /// What the row is entitled to.
    pub entitled: Mode,
    /// What it believes.
    pub believed: Mode,
    /// The difference.
    pub gap: Gap,
}

/// Draws a stretch, 14 high, and a second one on it where belief is stronger.
pub fn bar(of: &Bar) -> Html {
    let Bar { x, width, y, .. } = *of;
    let width = width.max(0.75);
    let (class, pattern, letter, plain) = classes(of.entitled);
    let (middle, wide) = (x + width / 2.0, width >= 16.0);
    html! {
        <g>
            { pen::rect((x, y), (width, 14.0), class) }
            if !pattern.is_empty() {
                { pen::patterned((x, y), (width, 14.0), pattern) }
            }
            { pen::rect((x, y), (width, 14.0), "mo hollow") }
            if of.gap == Gap::Honest {
                { pen::rect((x, y), (width, 14.0), "bel3 hollow") }
            }
            if wide && !pattern.is_empty() {
                { pen::rect((middle - 5.5, y + 0.5), (11.0, 13.0), plain) }
            }
            if wide {
                { pen::text((middle, y + 11.4), "middle", letter, of.entitled.letter()) }
            }
            { beyond(of, width) }
        </g>
    }
}

fn beyond(of: &Bar, width: f64) -> Html {
    let Bar { x, y, .. } = *of;
    let (top, middle) = (y - 15.5, x + width / 2.0);
    match of.gap {
        Gap::Honest => html! {},
        Gap::Timid => pen::rect((x + 1.0, y + 3.5), ((width - 2.0).max(0.5), 7.0), "belt"),
        Gap::Hopeful => {
            pen::path(pen::trace("M# #V#H#V#", &[x, y, y - 5.0, x + width, y]), "mo hopeful hollow")
        }
        Gap::Lying => html! {
            <>
                { pen::rect((x, top), (width, 15.5), "pap-f") }
                { pen::rect((x, top), (width, 15.5), "lie") }
                { pen::rect((x, top), (width, 15.5), "bel2 hollow") }
                if width >= 18.0 {
                    { pen::rect((middle - 6.0, top + 1.5), (12.0, 12.5), "pap-f") }
                    { pen::text((middle, top + 11.9), "middle", "tx xs b", of.believed.letter()) }
                }
            </>
        },
    }
}
