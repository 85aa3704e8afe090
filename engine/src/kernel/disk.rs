//! One node's disk: records are written, then flushed, and only what was flushed survives a crash.
use super::Chunks;
use std::collections::VecDeque;

/// Names one flush; a later one covers all that an earlier one does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FlushToken(pub u32);

/// Does the disk do what it says?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DiskHealth {
    /// A flush that is reported as done is done.
    #[default]
    Honest,
    /// A flush is reported as done, but what it should cover stays in the volatile cache.
    Lying,
}

/// What was written, and how much of it would survive.
#[derive(Clone, Debug, Hash)]
pub struct Disk<R> {
    written: Chunks<R>,
    kept: usize,
    reported: usize,
    flushes: VecDeque<(FlushToken, usize)>,
    next: u32,
    health: DiskHealth,
}

impl<R> Default for Disk<R> {
    fn default() -> Disk<R> {
        Disk {
            written: Chunks::default(),
            kept: 0,
            reported: 0,
            flushes: VecDeque::new(),
            next: 0,
            health: DiskHealth::Honest,
        }
    }
}

impl<R: Clone> Disk<R> {
    /// Puts a record into the volatile cache.
    pub fn write(&mut self, record: R) {
        self.written.push(record);
    }

    /// Asks for all that has been written to be kept; the answer comes with the token, later.
    pub fn flush(&mut self) -> FlushToken {
        self.next += 1;
        self.flushes.push_back((FlushToken(self.next), self.written.len()));
        FlushToken(self.next)
    }

    /// The disk reports a flush as done.
    pub fn on_flushed(&mut self, token: FlushToken) {
        while let Some((first, covers)) = self.flushes.front().copied()
            && first <= token
        {
            self.flushes.pop_front();
            self.reported = self.reported.max(covers);
            if self.health == DiskHealth::Honest {
                self.kept = self.kept.max(covers);
            }
        }
    }

    /// Power is gone: the cache and all flushes under way are lost.
    pub fn crash(&mut self) {
        self.written.truncate(self.kept);
        self.reported = self.kept;
        self.flushes.clear();
    }

    /// Everything is gone.
    pub fn wipe(&mut self) {
        *self = Disk { next: self.next, health: self.health, ..Disk::default() };
    }

    /// Starts or stops lying; did that change anything? An honest disk keeps what it lied about
    /// at its next flush.
    pub fn set_health(&mut self, health: DiskHealth) -> bool {
        std::mem::replace(&mut self.health, health) != health
    }

    /// Has it reported as kept what a crash would lose?
    pub fn has_lied(&self) -> bool {
        self.reported > self.kept
    }

    /// What a crash now would leave.
    pub fn survivors(&self) -> Chunks<R> {
        let mut kept = self.written.clone();
        kept.truncate(self.kept);
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(disk: &Disk<u8>) -> Vec<u8> {
        disk.survivors().iter().copied().collect()
    }

    #[test]
    fn only_what_was_flushed_survives() {
        let mut disk = Disk::default();
        disk.write(1);
        let first = disk.flush();
        disk.write(2);
        assert!(list(&disk).is_empty());
        disk.on_flushed(first);
        assert_eq!(list(&disk), [1]);
        disk.flush();
        disk.crash();
        assert_eq!(list(&disk), [1]);
        disk.wipe();
        assert!(list(&disk).is_empty());
    }

    #[test]
    fn a_later_flush_covers_an_earlier_one() {
        let mut disk = Disk::default();
        disk.write(1);
        disk.flush();
        disk.write(2);
        let second = disk.flush();
        disk.on_flushed(second);
        assert_eq!(list(&disk), [1, 2]);
    }

    #[test]
    fn a_lie_is_found_out_by_a_crash_unless_mended_in_time() {
        let mut disk = Disk::default();
        disk.set_health(DiskHealth::Lying);
        disk.write(1);
        let token = disk.flush();
        disk.on_flushed(token);
        assert!(disk.has_lied());
        let mut mended = disk.clone();
        disk.crash();
        assert_eq!((list(&disk), disk.has_lied()), (vec![], false));
        mended.set_health(DiskHealth::Honest);
        let token = mended.flush();
        mended.on_flushed(token);
        assert_eq!((list(&mended), mended.has_lied()), (vec![1], false));
    }
}
