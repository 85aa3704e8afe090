//! The life of one item against time: a bar for its holder, a bar for its issuer.
//! Places are shares of the width, so that the drawing fits any.
use crate::marks::pen;
use engine::kernel::Instant;
use engine::world::ItemView;
use yew::prelude::*;

/// From when until when is drawn.
struct Span {
    from: f64,
    length: f64,
}

impl Span {
    fn new(item: &ItemView, now: Instant) -> Span {
        let spans = [item.believed_span, item.truth_span];
        let finite = |at: &Instant| (1..u64::MAX / 2).contains(&at.0);
        let known = spans.into_iter().flat_map(|(since, until)| [since, until]).filter(finite);
        let last = known.map(|at| at.0).max().unwrap_or_default().max(now.0);
        let first = item.renewed.0.min(now.0);
        let length = (last - first).max(1) as f64 * 1.06;
        Span { from: first as f64, length }
    }

    fn part(&self, at: Instant) -> f64 {
        ((at.0 as f64 - self.from) / self.length * 100.0).clamp(0.0, 100.0)
    }
}

/// Draws both bars, the instant now, and hatched where belief outlasts the truth.
pub(super) fn life(item: &ItemView, now: Instant, [holder, issuer]: [&str; 2]) -> Html {
    let span = Span::new(item, now);
    let whole = |y: f64, (_, until): (Instant, Instant)| {
        let from = span.part(item.renewed);
        let soon = Instant(until.0.saturating_sub((until - item.renewed).0 / 4));
        let (soon, to, end) =
            (span.part(soon), span.part(until), span.part(now).max(span.part(until)));
        html! {
            <>
                { bar(y, (from, soon), "chip active") }
                { bar(y, (soon, to), "chip expiring") }
                { bar(y, (to, end), "chip expired") }
            </>
        }
    };
    let (believed, truth) = (item.believed_span, item.truth_span);
    let lie = (span.part(truth.1.max(item.renewed)), span.part(believed.1));
    let x = percent(span.part(now));
    html! {
        <svg class="life" width="100%" height="42" aria-hidden="true">
            { whole(4.0, believed) }
            { bar(4.0, lie, "lie") }
            { whole(24.0, truth) }
            { pen::text((5.0, 15.0), "start", "tx xs halo", format!("for {holder}")) }
            { pen::text((5.0, 35.0), "start", "tx xs halo", format!("by the word of {issuer}")) }
            <line x1={x.clone()} x2={x} y1="0" y2="42" class="ink-s" />
        </svg>
    }
}

fn bar(y: f64, (from, to): (f64, f64), class: &'static str) -> Html {
    if to <= from {
        return html! {};
    }
    html! {
        <rect x={percent(from)} y={y.to_string()} width={percent(to - from)} height="14" {class} />
    }
}

fn percent(part: f64) -> String {
    pen::trace("#%", &[part])
}
