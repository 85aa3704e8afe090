//! The frame: stage and timeline at the playhead in one drawing, with what they show below.
use crate::state::Session;
use crate::widgets::{stage, timeline};
use crate::words::{seconds, situation};
use engine::kernel::Instant;
use engine::scenario::VERSION;
use yew::prelude::*;

/// The width of the largest arrangement of stage and timeline.
const INSIDE: f64 = 868.0;
/// Around all of it, and between its parts.
const GAP: f64 = 14.0;
/// The line of the title.
const HEAD: f64 = 35.0;
/// The line below.
const FOOT: f64 = 28.0;

/// How wide the drawing is.
pub(super) const WIDTH: f64 = INSIDE + 2.0 * GAP;

/// What is seen, and when.
pub(super) fn title(session: &Session) -> String {
    let scenario = session.scenario();
    let stage = scenario.stages.get(session.stage()).map_or("", |stage| stage.title.as_str());
    let at = seconds(session.now() - Instant(0), 3);
    format!("{}, stage {}: {stage}, at {at}", scenario.title, session.stage() + 1)
}

/// What is seen, in sentences.
pub(super) fn about(session: &Session) -> String {
    let say = situation(session);
    let sentences = [say.first, say.then, say.broken];
    let told = sentences.iter().filter(|sentence| !sentence.is_empty());
    told.map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// The drawing, and how high it is.
pub(super) fn frame(session: &Session, drawn: &NodeRef) -> (Html, f64) {
    let (above, top) = stage::still(session, INSIDE);
    let (below, low) = timeline::still(session, INSIDE);
    let time_at = HEAD + top + GAP;
    let height = time_at + low + FOOT + GAP;
    let made = format!(
        "Distributed Systems: From Theory to Practice · version {VERSION} · seed {} · CC BY 4.0",
        session.run().seed
    );
    let put = |down: f64| format!("translate({GAP} {down})");
    let (w, h, x) = (WIDTH.to_string(), height.to_string(), GAP.to_string());
    let drawing = html! {
        <svg ref={drawn.clone()} class="frame" viewBox={format!("0 0 {w} {h}")} width={w.clone()}
            height={h.clone()} role="img" aria-label={title(session)}>
            <rect class="pap-f" width={w} height={h} />
            <text class="tx b" x={x.clone()} y="23">{ title(session) }</text>
            <g transform={put(HEAD)}>{ above }</g>
            <g transform={put(time_at)}>{ below }</g>
            <text class="tx xs i2" {x} y={(height - GAP).to_string()}>{ made }</text>
        </svg>
    };
    (drawing, height)
}
