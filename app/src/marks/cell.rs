//! One cell of the mode matrix: fill for entitled, ring for believed, a bar across the gap.
use super::ring::classes;
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
                        <rect x="14" y="3.5" width="38" height="21" class="bel" /></> },
                    (true, false, _) => filled(of.mode),
                    (false, true, Gap::Lying) => lying(of.mode),
                    (false, true, _) => believed(of.mode, of.gap),
                    (false, false, _) => html! { <circle cx="33" cy="14" r="1.5" class="dot" /> },
                }
            }
        </svg>
    }
}

fn filled(mode: Mode) -> Html {
    let (class, pattern, letter, plain) = classes(mode);
    html! {
        <>
            <rect x="15.5" y="5" width="35" height="18" {class} />
            if !pattern.is_empty() {
                <rect x="15.5" y="5" width="35" height="18" fill={pattern} />
            }
            <rect x="15.5" y="5" width="35" height="18" class="mo" fill="none" />
            if !pattern.is_empty() {
                <rect x="27.5" y="7.5" width="11" height="13" class={plain} />
            }
            <text x="33" y="18.4" text-anchor="middle" class={letter}>{ mode.letter() }</text>
        </>
    }
}

fn lying(mode: Mode) -> Html {
    html! {
        <>
            <rect x="12" y="2" width="42" height="24" class="lie" />
            <rect x="12" y="2" width="42" height="24" class="bel" />
            <rect x="27.5" y="7.5" width="11" height="13" class="pap-f" />
            <text x="33" y="18.4" text-anchor="middle" class="ml mlh">{ mode.letter() }</text>
        </>
    }
}

fn believed(mode: Mode, gap: Gap) -> Html {
    let class = if gap == Gap::Hopeful { "belt hopeful" } else { "belt" };
    html! {
        <>
            <rect x="19.5" y="7.5" width="27" height="13" {class} />
            <rect x="27.5" y="7.5" width="11" height="13" class="pap-f" />
            <text x="33" y="18.4" text-anchor="middle" class="ml mlh">{ mode.letter() }</text>
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
    let (x, width) = (format!("{from}"), format!("{}", to - from));
    match of.gap {
        Gap::Lying => html! { <rect {x} y="10" {width} height="8" class="lie" /> },
        Gap::Hopeful => {
            html! { <path d={format!("M{from} 14H{to}")} class="mo hopeful" /> }
        }
        _ => html! { <path d={format!("M{from} 14H{to}")} class="mo" /> },
    }
}
