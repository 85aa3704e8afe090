//! The figures of one run, up to the cursor.
use super::trips::round_trips;
use crate::checks::undertakings;
use crate::kernel::{Event, ServiceId, Span, sort};
use crate::modes::{Believer, ClassId, Mode, Window};
use crate::node::{Outcome, Record};
use crate::timeline::Timeline;
use crate::world::Cause;

/// What a run gave its clients, what it cost, and where its nodes stood meanwhile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Messages that set out, between nodes and to and from clients.
    pub messages: u64,
    /// How many of them never arrived.
    pub lost: u64,
    /// Their bytes, by [`width`](crate::kernel::width).
    pub bytes: u64,
    /// Flushes of disks that ended.
    pub flushes: u64,
    /// Operations that clients began.
    pub asked: u64,
    /// Of those, done, and the client told so.
    pub done: u64,
    /// Of those, certainly not done, and the client told so.
    pub refused: u64,
    /// For each operation done: how long its client waited; the shortest first.
    pub waits: Vec<Span>,
    /// For each operation done: round trips on the chain of messages from question to answer; the
    /// fewest first.
    pub trips: Vec<u32>,
    /// Windows of lying.
    pub lies: u64,
    /// Their length, over all rows.
    pub lying: Span,
    /// How long rows were entitled to less than Target, over all rows.
    pub below: Span,
}

impl Account {
    /// The figures of a run, with the rows of these classes.
    pub fn of(line: &Timeline, rows: &[(ServiceId, ClassId)]) -> Account {
        let mut account = Account::default();
        account.count_messages(line);
        account.count_operations(line);
        for window in line.windows(line.cursor()) {
            account.count_window(line, rows, &window);
        }
        account
    }

    fn count_messages(&mut self, line: &Timeline) {
        for step in 0..line.cursor() {
            if let Cause::Event(pending) = line.trace().step(step).occurrence.cause
                && matches!(pending.event, Event::Flushed(..))
            {
                self.flushes += 1;
            }
            for record in line.trace().records(step) {
                match record {
                    Record::Sent(.., bytes) => {
                        self.messages += 1;
                        self.bytes += u64::from(bytes.0);
                    }
                    Record::Lost(_) => self.lost += 1,
                    _ => (),
                }
            }
        }
    }

    fn count_operations(&mut self, line: &Timeline) {
        for undertaking in undertakings(line) {
            self.asked += 1;
            let Some(told) = &undertaking.told else { continue };
            match told.outcome {
                Outcome::Ok(_) => {
                    self.done += 1;
                    self.waits.push(told.at - undertaking.invoked);
                    self.trips.push(round_trips(line, undertaking.step, told.step));
                }
                Outcome::Fail(_) => self.refused += 1,
                Outcome::Info => (),
            }
        }
        sort(&mut self.waits);
        sort(&mut self.trips);
    }

    fn count_window(&mut self, line: &Timeline, rows: &[(ServiceId, ClassId)], window: &Window) {
        let Believer::Node(node, class) = window.who else { return };
        if !rows.contains(&(node.service, class)) {
            return;
        }
        let length = window.length(line.now());
        if window.is_lying() {
            self.lies += 1;
            self.lying = self.lying + length;
        }
        let matrix = line.world().cluster(node.service).matrix();
        if matrix.contract(class, window.stance.entitled).mode != Mode::Target {
            self.below = self.below + length;
        }
    }

    /// Operations whose clients never learned what became of them.
    pub fn unanswered(&self) -> u64 {
        self.asked - self.done - self.refused
    }
}

/// The one in the middle of a sorted list; of two, the smaller one.
pub fn median<T: Copy>(sorted: &[T]) -> Option<T> {
    sorted.get(sorted.len().saturating_sub(1) / 2).copied()
}

/// The one below which 99 of 100 of a sorted list lie, or which they reach.
pub fn most_but_one_in_a_hundred<T: Copy>(sorted: &[T]) -> Option<T> {
    let place = (sorted.len() * 99).div_ceil(100);
    sorted.get(place.saturating_sub(1)).copied()
}
