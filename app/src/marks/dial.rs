//! A host's clock: its own hand, the true hand where it differs, and what is left of a lease.
use super::pen;
use super::turn::{Point, arc, polar};
use yew::prelude::*;

/// One turn of a dial, in seconds.
pub const TURN_SECONDS: f64 = 6.0;

/// A clock, in turns of its dial.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dial {
    /// The middle.
    pub centre: Point,
    /// 1 draws at full size.
    pub scale: f64,
    /// Where its own hand stands.
    pub own: f64,
    /// Where the true hand stands, if elsewhere.
    pub truth: Option<f64>,
    /// How far the lease reaches from the own hand, in own time.
    pub lease: Option<f64>,
    /// The host is down: nobody reads its clock, and no hand is drawn.
    pub down: bool,
}

/// Draws the dial.
pub fn dial(of: &Dial) -> Html {
    let Dial { centre, scale, own, truth, lease, down } = *of;
    let at = |radius: f64, turns: f64| polar(centre, radius * scale, turns);
    let tick = |sixth: u32| {
        let turns = f64::from(sixth) / 6.0;
        let long = if sixth == 0 { 27.6 } else { 30.6 };
        let (from, to) = (at(34.8, turns), at(long, turns));
        let d = pen::line(from, to);
        pen::path(d, "tk")
    };
    let hand = |turns: f64, back: f64, reach: f64| {
        let (from, to) = (at(-back, turns), at(reach, turns));
        pen::line(from, to)
    };
    let hands = || {
        html! { <>
            if let Some(reach) = lease {
                <path d={arc(centre, 39.6 * scale, own, own + reach.min(0.98))} class="leasearc"
                    stroke-width={pen::n(5.4 * scale)} />
            }
            if let Some(truth) = truth {
                { pen::path(hand(truth, 0.0, 32.4), "ghost") }
            }
            { pen::path(hand(own, 7.2, 27.6), "hand") }
            { pen::circle(centre, 3.12 * scale, "ink-f") }
        </> }
    };
    html! {
        <g class={if down { "dial down" } else { "dial" }}>
            { pen::circle(centre, 34.8 * scale, "face") }
            { for (0..6).map(tick) }
            if !down { { hands() } }
        </g>
    }
}
