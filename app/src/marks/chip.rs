//! An item of evidence: a rectangle with its name, its time, and a bar of what is left.
use super::pen;
use super::turn::Point;
use engine::evidence::State;
use yew::prelude::*;

/// How the rectangle looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChipState {
    /// Its state for the holder.
    pub believed: State,
    /// Does it count in truth?
    pub holds: bool,
}

/// One chip.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// Its left upper corner.
    pub at: Point,
    /// How wide it is.
    pub width: f64,
    /// "lease, term 4".
    pub name: String,
    /// "0.16 s left".
    pub time: Option<String>,
    /// Spent part, as a share of the whole as believed; and the share at which truth ended.
    pub bar: Option<(f64, Option<f64>)>,
    /// How it looks.
    pub state: ChipState,
}

impl Chip {
    /// How high a chip is.
    pub fn height(&self) -> f64 {
        if self.bar.is_some() { 38.5 } else { 24.5 }
    }
}

const fn class(state: &ChipState) -> &'static str {
    match (state.believed, state.holds) {
        (State::Generated | State::Validated, _) => "chip fresh",
        (State::Active, true) => "chip active",
        (State::Expiring, true) => "chip expiring",
        (State::Revoked, _) => "chip revoked",
        (State::Expired, _) | (_, false) => "chip expired",
    }
}

/// Draws a chip.
pub fn chip(of: &Chip) -> Html {
    let Chip { at, width, name, time, .. } = of;
    let word = if of.state.holds { "tx s" } else { "tx s i2" };
    let right = at.x + width - 8.0;
    html! {
        <g class="evidence">
            { pen::rect((at.x, at.y), (*width, of.height()), class(&of.state)) }
            { pen::text((at.x + 8.0, at.y + 16.5), "start", word, name) }
            if let Some(time) = time {
                { pen::text((right, at.y + 16.5), "end", "tx s i2", time) }
            }
            if of.state.believed == State::Revoked { { crack(*at, *width) } }
            if let Some(bar) = of.bar { { life(*at, *width - 16.0, bar) } }
        </g>
    }
}

fn crack(at: Point, width: f64) -> Html {
    let d = pen::trace("M# #l-5 9 7 5-8 8 4 9", &[at.x + width - 18.0, at.y - 3.0]);
    html! { <>{ pen::path(d.clone(), "crack-g") }{ pen::path(d, "crack") }</> }
}

/// Spent, left, and where belief goes on after truth has ended, hatched.
fn life(at: Point, width: f64, (spent, truth): (f64, Option<f64>)) -> Html {
    let (x, y) = (at.x + 8.0, at.y + 24.0);
    let spent = spent.clamp(0.0, 1.0);
    let end = truth.map_or(1.0, |truth| truth.clamp(0.0, 1.0));
    let left = (spent.min(end), end);
    html! {
        <>
            { pen::rect((x, y), (width, 7.0), "barbg") }
            if left.1 > left.0 {
                { pen::rect((x + width * left.0, y), (width * (left.1 - left.0), 7.0), "evi-f") }
            }
            if end < 1.0 {
                { pen::rect((x + width * end, y), (width * (1.0 - end), 7.0), "lie") }
                { pen::path(pen::trace("M# #v13", &[x + width * end, y - 3.0]), "ink-s") }
            }
            { pen::path(pen::trace("M# #v11", &[x + width * spent, y - 2.0]), "now-s") }
        </>
    }
}
