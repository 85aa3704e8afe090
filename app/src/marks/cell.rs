//! One cell of the mode matrix: fill for entitled, ring for believed, a bar across the gap.
use super::pen;
use super::ring::classes;
use super::turn::Point;
use engine::modes::{Gap, Mode};
use yew::prelude::*;

/// What a cell shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The column.
    pub mode: Mode,
    /// What the row believes.
    pub believed: Mode,
    /// What it is entitled to.
    pub entitled: Mode,
    /// The difference.
    pub gap: Gap,
}

/// Draws a cell, 66 wide and 28 high.
pub fn cell(of: &Cell) -> Html {
    let (fill, ring) = (of.mode == of.entitled, of.mode == of.believed);
    let crossed = between(of);
    html! {
        <svg width="66" height="28" viewBox="0 0 66 28" aria-hidden="true" class="cell">
            { crossed }
            {
                match (fill, ring, of.gap) {
                    (true, true, Gap::Lying) => html! {
                        <>{ lying(of.mode) }{ filled(of.mode) }</>
                    },
                    (true, true, _) => html! { <>{ filled(of.mode) }
                        { pen::rect((14.0, 3.5), (38.0, 21.0), "bel") }</> },
                    (true, false, _) => filled(of.mode),
                    (false, true, Gap::Lying) => lying(of.mode),
                    (false, true, _) => believed(of.mode, of.gap),
                    (false, false, _) => pen::circle(Point::new(33.0, 14.0), 1.5, "dot"),
                }
            }
        </svg>
    }
}

fn filled(mode: Mode) -> Html {
    let (class, pattern, letter, plain) = classes(mode);
    html! {
        <>
            { pen::rect((15.5, 5.0), (35.0, 18.0), class) }
            if !pattern.is_empty() {
                { pen::patterned((15.5, 5.0), (35.0, 18.0), pattern) }
            }
            { pen::rect((15.5, 5.0), (35.0, 18.0), "mo hollow") }
            if !pattern.is_empty() {
                { pen::rect((27.5, 7.5), (11.0, 13.0), plain) }
            }
            { pen::text((33.0, 18.4), "middle", letter, mode.letter()) }
        </>
    }
}

fn lying(mode: Mode) -> Html {
    html! {
        <>
            { pen::rect((12.0, 2.0), (42.0, 24.0), "lie") }
            { pen::rect((12.0, 2.0), (42.0, 24.0), "bel") }
            { pen::rect((27.5, 7.5), (11.0, 13.0), "pap-f") }
            { pen::text((33.0, 18.4), "middle", "ml mlh", mode.letter()) }
        </>
    }
}

fn believed(mode: Mode, gap: Gap) -> Html {
    let class = if gap == Gap::Hopeful { "belt hopeful" } else { "belt" };
    html! {
        <>
            { pen::rect((19.5, 7.5), (27.0, 13.0), class) }
            { pen::rect((27.5, 7.5), (11.0, 13.0), "pap-f") }
            { pen::text((33.0, 18.4), "middle", "ml mlh", mode.letter()) }
        </>
    }
}

/// The bar that spans the gap, as far as it crosses this column.
fn between(of: &Cell) -> Html {
    let (here, a, b) = (of.mode as usize, of.believed as usize, of.entitled as usize);
    let (low, high) = (a.min(b), a.max(b));
    if low == high || !(low..=high).contains(&here) {
        return html! {};
    }
    let from = if here == low { 33.0 } else { 0.0 };
    let to = if here == high { 33.0 } else { 66.0 };
    let line = |class| pen::path(pen::trace("M# 14H#", &[from, to]), class);
    match of.gap {
        Gap::Lying => pen::rect((from, 10.0), (to - from, 8.0), "lie"),
        Gap::Hopeful => line("mo hopeful"),
        _ => line("mo"),
    }
}
