//! The telling instant of a stage.
use super::Session;
use engine::kernel::{Instant, Span};
use engine::modes::{Believer, Window};

impl Session {
    /// Plays the run to its end, and puts the playhead to its telling instant: where the author
    /// says that one should look, if somebody lies there or nobody lies at all; else where the
    /// longest lie has lasted longest. Only rows that nodes wear count: others are not drawn.
    pub fn seek_telling(&mut self) {
        self.seek_to(self.end());
        self.seek_to(self.telling());
    }

    fn telling(&self) -> Instant {
        let (scenario, windows) = (self.scenario(), self.windows());
        let look = scenario.stages.get(self.stage()).map_or(self.end(), |stage| stage.look);
        let worn = |window: &&Window| {
            let row = (window.who.node().service, window.who.class());
            matches!(window.who, Believer::Node(..)) && scenario.focus.contains(&row)
        };
        let lies: Vec<_> = windows.iter().filter(worn).filter(|one| one.is_lying()).collect();
        match lies.iter().max_by_key(|window| window.length(self.end())) {
            Some(_) if lies.iter().any(|window| window.covers(look)) => look,
            Some(window) => last(window, self.end()),
            None => look,
        }
    }
}

/// The last whole millisecond of a window, or the middle of one that is shorter.
fn last(window: &Window, end: Instant) -> Instant {
    let length = window.length(end);
    window.from + Span(length.0.saturating_sub(1_000_000).max(length.0 / 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::sample;

    #[test]
    fn a_telling_instant_lies_in_a_lie_if_there_is_one() {
        let mut session = sample(0);
        session.seek_telling();
        let now = session.now();
        assert!(session.windows().iter().any(|one| one.is_lying() && one.covers(now)));
        session.open_stage(0);
        session.seek_telling();
        assert_eq!(session.now(), session.scenario().stages[0].look);
    }

    #[test]
    fn a_short_lie_is_shown_in_its_middle() {
        let window = *sample(6_000).windows().first().expect("there is one");
        let ends =
            |nanos: u64| Window { from: Instant(100), until: Some(Instant(100 + nanos)), ..window };
        assert_eq!(last(&ends(10), Instant(500)), Instant(105));
        assert_eq!(last(&ends(5_000_000), Instant(500)), Instant(4_000_100));
    }
}
