//! What a leader knows of each follower (figure 2: its next index and its match index).
use super::LogIndex;
use crate::kernel::{LocalTime, Moment, Span};

/// One follower, as its leader sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Progress {
    /// Its log agrees up to here, on disk.
    pub matched: LogIndex,
    /// The next entry to send.
    pub next: LogIndex,
    /// Entries are sent one message after the other without waiting; else one at a time.
    pub streaming: bool,
    /// When entries were last sent, by the leader's clock.
    pub sent: LocalTime,
    /// The last round that it answered.
    pub answered: u64,
}

impl Progress {
    /// Nothing is known of it.
    pub(super) fn unknown(next: LogIndex) -> Progress {
        let (matched, sent) = (LogIndex(0), LocalTime::PAST);
        Progress { matched, next, streaming: false, sent, answered: 0 }
    }

    /// One message at a time, and its answer may still come.
    pub(super) fn is_waiting(&self, now: LocalTime, patience: Span) -> bool {
        !self.streaming && now < self.sent + patience
    }

    /// It answers a round that was opened long after entries were sent, and has said nothing of
    /// them: they, or what it said, are lost. If it is known where it is, send from there; if not,
    /// send once more what may agree, for a loss says nothing of logs.
    pub(super) fn starts_over(
        &mut self,
        opened: LocalTime,
        last: LogIndex,
        patience: Span,
    ) -> bool {
        let lost = self.matched < last && self.sent + patience <= opened;
        if lost && std::mem::take(&mut self.streaming) {
            self.next = self.matched.next();
        }
        lost
    }

    /// It has these entries on its disk. May the rest follow without waiting now, and not before?
    pub(super) fn agrees(&mut self, matched: LogIndex) -> bool {
        self.matched = self.matched.max(matched);
        self.next = self.next.max(matched.next());
        !std::mem::replace(&mut self.streaming, true)
    }

    /// Its log differs before what was sent: go back to where the logs may agree, even behind
    /// what it once had, for a disk can lose it. The answer is whether this is news.
    pub(super) fn differs(&mut self, refused: LogIndex, agree: LogIndex) -> bool {
        let news = match self.streaming {
            true => refused >= self.matched && refused < self.next,
            false => refused.next() == self.next,
        };
        if news {
            self.next = agree.next();
            self.streaming = false;
            self.sent = LocalTime::PAST;
        }
        news
    }
}

/// A round of heartbeats that may still be answered: when it was opened, by the leader's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Round {
    pub number: u64,
    pub opened: LocalTime,
}
