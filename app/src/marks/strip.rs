//! One stretch of a row on the timeline: the bar is entitled, a second bar is belief beyond it.
use super::ring::{classes, n};
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
            <rect x={n(x)} y={n(y)} width={n(width)} height="14" {class} />
            if !pattern.is_empty() {
                <rect x={n(x)} y={n(y)} width={n(width)} height="14" fill={pattern} />
            }
            <rect x={n(x)} y={n(y)} width={n(width)} height="14" class="mo" fill="none" />
            if of.gap == Gap::Honest {
                <rect x={n(x)} y={n(y)} width={n(width)} height="14" class="bel3" fill="none" />
            }
            if wide && !pattern.is_empty() {
                <rect x={n(middle - 5.5)} y={n(y + 0.5)} width="11" height="13" class={plain} />
            }
            if wide {
                <text x={n(middle)} y={n(y + 11.4)} text-anchor="middle" class={letter}>
                    { of.entitled.letter() }
                </text>
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
        Gap::Timid => html! {
            <rect x={n(x + 1.0)} y={n(y + 3.5)} width={n((width - 2.0).max(0.5))} height="7"
                class="belt" />
        },
        Gap::Hopeful => html! {
            <path d={format!("M{x:.2} {y:.2}V{:.2}H{:.2}V{y:.2}", y - 5.0, x + width)}
                class="mo hopeful" fill="none" />
        },
        Gap::Lying => html! {
            <>
                <rect x={n(x)} y={n(top)} width={n(width)} height="15.5" class="pap-f" />
                <rect x={n(x)} y={n(top)} width={n(width)} height="15.5" class="lie" />
                <rect x={n(x)} y={n(top)} width={n(width)} height="15.5" class="bel2" fill="none" />
                if width >= 18.0 {
                    <rect x={n(middle - 6.0)} y={n(top + 1.5)} width="12" height="12.5"
                        class="pap-f" />
                    <text x={n(middle)} y={n(top + 11.9)} text-anchor="middle" class="tx xs b">
                        { of.believed.letter() }
                    </text>
                }
            </>
        },
    }
}
