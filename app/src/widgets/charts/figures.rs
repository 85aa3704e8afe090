//! The charts, each with its name and what it means in one line.
use super::numbers::{Numbers, Stretch};
use super::pen::{Ink, Shape};
use super::plot::{Plot, Series};
use crate::marks::pen;
use crate::words::{seconds, thin};
use engine::kernel::{Instant, Span};
use yew::prelude::*;

/// How high a chart is.
const HEIGHT: u32 = 80;

/// All three.
pub(super) fn figures(found: &Numbers, width: u32, end: Instant) -> Html {
    let each = seconds(found.each, if found.each < Span::secs(1) { 2 } else { 0 });
    let usual = |value: fn(&Stretch) -> Option<f64>| Series {
        ground: Ink::UsualGround,
        edge: Ink::Usual,
        values: found.stretches.iter().map(value).collect(),
    };
    let longest = Series {
        ground: Ink::None,
        edge: Ink::Worst,
        ..usual(|one| Some(one.latency?.1.as_secs_f64()))
    };
    let figure = |name: &str, says: String, share: bool, series: Vec<Series>| {
        let highest = series.iter().flat_map(|one| one.values.iter().flatten());
        let highest = highest.copied().fold(0.1, f64::max);
        let plot = Plot {
            size: (width.max(100), HEIGHT),
            time: (found.each.as_secs_f64(), (end - Instant(0)).as_secs_f64()),
            top: if share { 1.0 } else { highest * 1.05 },
            series,
        };
        let label = |value: f64| match share {
            true => thin(&pen::n((value * 100.0).round()), "%"),
            false => thin(&pen::n(value), "s"),
        };
        html! {
            <figure>
                <h3>{ name }</h3>
                <svg class="chart" width={width.to_string()} height={HEIGHT.to_string()} role="img"
                    aria-label={format!("{name} over time; the numbers stand below.")}>
                    { for plot.draw(&label).iter().map(shape) }
                </svg>
                <figcaption>{ says }</figcaption>
            </figure>
        }
    };
    let latency =
        format!("From asking until told: the median of each {each} and, dashed, its longest.");
    let stale = "For how long a newer value had been acknowledged when the read was asked.";
    let share = "Of the requests that have ended: those answered with a value or as done.";
    html! {
        <>
            { figure("Latency of answers", latency, false,
                vec![usual(|one| Some(one.latency?.0.as_secs_f64())), longest]) }
            { figure("Staleness of reads", stale.into(), false,
                vec![usual(|one| Some(one.stale?.as_secs_f64()))]) }
            { figure("Share of requests answered", share.into(), true,
                vec![usual(|one| (one.asked > 0).then(|| one.share()))]) }
        </>
    }
}

fn shape(shape: &Shape) -> Html {
    match shape {
        Shape::Path(ink, d) => pen::path(d.clone(), ink.class()),
        Shape::Text((x, y), anchor, text) => html! {
            <text x={x.to_string()} y={y.to_string()} text-anchor={*anchor}
                class="tx xs mono i3">{ text }</text>
        },
    }
}
