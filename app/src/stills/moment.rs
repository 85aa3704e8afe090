//! The telling instant of a stage.
use crate::state::Session;
use engine::kernel::{Instant, Span};
use engine::modes::{Believer, Window};

/// Where the author says that one should look, if somebody lies there or nobody lies at all;
/// else where the longest lie has lasted longest. Only rows that nodes wear count: others are
/// not drawn. The run has been played to its end.
pub(super) fn telling(session: &Session) -> Instant {
    let scenario = session.scenario();
    let look = scenario.stages.get(session.stage()).map_or(session.end(), |stage| stage.look);
    let windows = session.windows();
    let worn = |window: &&Window| {
        let row = (window.who.node().service, window.who.class());
        matches!(window.who, Believer::Node(..)) && scenario.focus.contains(&row)
    };
    let lies: Vec<_> = windows.iter().filter(worn).filter(|window| window.is_lying()).collect();
    let longest = lies.iter().max_by_key(|window| window.length(session.end()));
    match longest {
        Some(_) if lies.iter().any(|window| window.covers(look)) => look,
        Some(window) => last(window, session.end()),
        None => look,
    }
}

/// The last whole millisecond of a window, or the middle of one that is shorter.
fn last(window: &Window, end: Instant) -> Instant {
    let length = window.length(end);
    window.from + Span(length.0.saturating_sub(1_000_000).max(length.0 / 2))
}
