//! The log: entries from index 1 on, and how much of it is on disk.
use super::{Entry, LastEntry, LogIndex, Term};
use crate::kernel::Chunks;

/// One server's log. Terms never decrease along it.
#[derive(Clone, Debug, Default, Hash)]
pub struct Log {
    entries: Chunks<Entry>,
    /// The disk has said that it keeps the entries up to here.
    flushed: LogIndex,
}

impl Log {
    /// All of these are on disk.
    pub fn recovered(entries: Chunks<Entry>) -> Log {
        let flushed = LogIndex(entries.len() as u64);
        Log { entries, flushed }
    }

    /// The last entry.
    pub fn last(&self) -> LastEntry {
        self.at(self.last_index())
    }

    /// Where the log ends.
    pub fn last_index(&self) -> LogIndex {
        LogIndex(self.entries.len() as u64)
    }

    /// How much of it is on disk.
    pub fn flushed(&self) -> LogIndex {
        self.flushed
    }

    /// The entry at an index.
    pub fn entry(&self, index: LogIndex) -> Option<&Entry> {
        self.entries.get(usize::try_from(index.0).ok()?.checked_sub(1)?)
    }

    /// The term at an index; before the first entry, term 0.
    pub fn term(&self, index: LogIndex) -> Option<Term> {
        match index.0 {
            0 => Some(Term(0)),
            _ => self.entry(index).map(|entry| entry.term),
        }
    }

    /// What stands at an index that exists.
    pub fn at(&self, index: LogIndex) -> LastEntry {
        LastEntry { term: self.term(index).unwrap_or_default(), index }
    }

    /// Does this log have this very entry?
    pub fn has(&self, entry: LastEntry) -> bool {
        self.term(entry.index) == Some(entry.term)
    }

    /// One more.
    pub fn push(&mut self, entry: Entry) -> LogIndex {
        self.entries.push(entry);
        self.last_index()
    }

    /// Forgets everything after an index.
    pub fn truncate(&mut self, last: LogIndex) {
        self.entries.truncate(last.0 as usize);
        self.flushed = self.flushed.min(last);
    }

    /// The disk keeps everything up to an index.
    pub fn on_flushed(&mut self, upto: LogIndex) {
        self.flushed = self.flushed.max(upto.min(self.last_index()));
    }

    /// The entries from an index on.
    pub fn from(&self, first: LogIndex) -> impl Iterator<Item = &Entry> + Clone {
        self.entries.from(first.previous().0 as usize)
    }

    /// Is an entry of this term on disk?
    pub fn has_flushed_of(&self, term: Term) -> bool {
        let mut last = self.flushed;
        while let Some(found) = self.term(last).filter(|found| *found > term) {
            last = self.before_term(found, last);
        }
        last.0 > 0 && self.term(last) == Some(term)
    }

    /// The last index before all entries of a term, looking back from an index.
    pub fn before_term(&self, term: Term, from: LogIndex) -> LogIndex {
        let (mut low, mut high) = (0, from.0);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.term(LogIndex(middle + 1)) {
                Some(found) if found < term => low = middle + 1,
                _ => high = middle,
            }
        }
        LogIndex(low)
    }

    /// The last index, no later than one given, whose term is no higher than one given.
    pub fn last_at_most(&self, limit: LastEntry) -> LastEntry {
        let index = limit.index.min(self.last_index());
        match self.term(index) {
            Some(term) if term > limit.term => {
                self.at(self.before_term(Term(limit.term.0 + 1), index))
            }
            _ => self.at(index),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocols::agreement::raft::Command;

    fn log(terms: &[u64]) -> Log {
        let entry = |term: &u64| Entry { term: Term(*term), command: Command::Noop };
        Log::recovered(terms.iter().map(entry).collect())
    }

    #[test]
    fn the_end_of_a_log_decides_who_is_up_to_date() {
        assert!(log(&[1, 2]).last() > log(&[1, 1, 1]).last());
        assert!(log(&[1, 1]).last() > log(&[1]).last());
        assert_eq!(log(&[]).last(), LastEntry::default());
    }

    #[test]
    fn back_off_skips_whole_terms() {
        let log = log(&[1, 1, 4, 4, 5, 5]);
        let limit =
            |term, index| log.last_at_most(LastEntry { term: Term(term), index: LogIndex(index) });
        assert_eq!(limit(4, 6).index, LogIndex(4));
        assert_eq!(limit(3, 6).index, LogIndex(2));
        assert_eq!(limit(0, 6).index, LogIndex(0));
        assert_eq!(limit(9, 3).index, LogIndex(3));
        assert_eq!(log.before_term(Term(4), LogIndex(6)), LogIndex(2));
    }

    #[test]
    fn only_flushed_entries_count_as_on_disk() {
        let mut log = log(&[1, 2]);
        log.push(Entry { term: Term(3), command: Command::Noop });
        assert!(log.has_flushed_of(Term(2)) && log.has_flushed_of(Term(1)));
        assert!(!log.has_flushed_of(Term(3)));
        log.on_flushed(LogIndex(9));
        assert!(log.has_flushed_of(Term(3)));
        log.truncate(LogIndex(1));
        assert_eq!((log.flushed(), log.has_flushed_of(Term(2))), (LogIndex(1), false));
    }
}
