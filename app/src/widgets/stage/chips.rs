//! Chips of evidence near their holders: which are worth showing, and how each looks.
use super::layout::Layout;
use super::lines::Detail;
use crate::marks::{Chip, ChipState, Point, text_width};
use crate::state::Session;
use crate::words::{left, seconds};
use engine::evidence::{Nature, State};
use engine::kernel::{Instant, Span, sort_by_key};
use engine::modes::ClassId;
use engine::world::{Frame, Holding, NodeView};

/// The place on a chip's edge that is nearest to a node.
pub(super) fn nearest(shown: &Chip, at: Point) -> Point {
    Point {
        x: at.x.clamp(shown.at.x, shown.at.x + shown.width),
        y: at.y.clamp(shown.at.y, shown.at.y + shown.height()),
    }
}

/// What a node that stands in a row of the stage holds and is worth showing, the most urgent first.
pub(super) fn telling(
    session: &Session,
    frame: &Frame,
    node: &NodeView,
    layout: &Layout,
) -> Vec<Holding> {
    let focus = &session.scenario().focus;
    let wears = |class: usize| focus.contains(&(node.id.service, ClassId(class as u8)));
    if !node.rows.iter().enumerate().any(|(class, row)| wears(class) && row.is_some()) {
        return Vec::new();
    }
    let mut holdings = session.line().world().holdings(node.id, &node.items, frame.at);
    sort_by_key(&mut holdings, |holding| !holding.has_deadline);
    let most = if layout.small { 1 } else { 2 };
    let telling = holdings.into_iter().filter(is_telling);
    telling.filter(|holding| !layout.small || matters(holding, frame.at)).take(most).collect()
}

/// Is it too important to be left out for want of room? It is, if it is a promise to one holder
/// that runs out, or if belief and truth differ.
pub(super) fn matters(holding: &Holding, now: Instant) -> bool {
    let (believed, holds) = (now < holding.believed_until, now < holding.true_until);
    let promised = holding.has_deadline && holding.kind.card().nature == Nature::Promise;
    believed != holds || believed && promised
}

/// What has a deadline, or is counted, is worth a chip.
fn is_telling(holding: &Holding) -> bool {
    holding.has_deadline || holding.needed > 1 && holding.kind.card().composable
}

/// How an item looks, and what is said above it of the truth.
pub(super) fn picture(
    session: &Session,
    node: &NodeView,
    now: Instant,
    holding: &Holding,
    detail: Detail,
) -> (Chip, Option<String>) {
    let cast = &session.scenario().cast;
    let binding = crate::words::epoch(cast, node.id, holding.epoch);
    let short = holding.kind.name().split(' ').next_back().unwrap_or_default();
    let name = match holding.has_deadline {
        true if detail == Detail::Short => holding.kind.name().to_owned(),
        true => format!("{}, {binding}", holding.kind.name()),
        false => format!("{short}s {}/{}, {binding}", holding.believed, holding.of),
    };
    let name = name.trim_end_matches([',', ' ']).to_owned();
    let counts = now < holding.believed_until;
    let holds = now < holding.true_until;
    let whole = holding.whole().0.max(1) as f64;
    let spent = (now - holding.renewed).0 as f64 / whole;
    let ended = (holding.true_until - holding.renewed).0 as f64 / whole;
    let comes = holding.believed_until.0 < u64::MAX / 2;
    let bar = (holding.has_deadline && comes).then_some((spent, (ended < 0.995).then_some(ended)));
    let time = holding.has_deadline.then(|| match counts {
        true if !comes => "no end in sight".into(),
        true if detail != Detail::Full => left(now, holding.believed_until, 2),
        true => format!("{} left", left(now, holding.believed_until, 2)),
        false => "run out".into(),
    });
    let lifetime = holding.believed_until - holding.renewed;
    let believed = match counts {
        false => State::Expired,
        true if now + Span(lifetime.0 / 4) >= holding.believed_until => State::Expiring,
        true => State::Active,
    };
    let gone = counts && !holds;
    let note = gone.then(|| match holding.true_until {
        Instant(0) if detail == Detail::Short => "never held".to_owned(),
        Instant(0) => "in truth it never held".to_owned(),
        until if detail == Detail::Short => format!("ran out {} ago", seconds(now - until, 2)),
        until => format!("in truth ran out {} ago", seconds(now - until, 2)),
    });
    let text = text_width(&name, 125, false)
        + time.as_ref().map_or(0.0, |time| text_width(time, 125, false) + 14.0);
    let least = match (holding.has_deadline, detail) {
        (true, Detail::Short) => 84.0,
        (true, _) => 128.0,
        (false, _) => 60.0,
    };
    let width = (text * 1.04 + 18.0).max(least);
    let at = Point::default();
    (Chip { at, width, name, time, bar, state: ChipState { believed, holds } }, note)
}
