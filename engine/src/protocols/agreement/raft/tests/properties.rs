//! The properties of the paper's figure 3, held after every step of random walks.
//!
//! A walk knows no time: messages are lost, doubled and overtaken, disks take as long as they
//! like, servers crash at any moment, and timers fire when they please.
use super::harness::Group;
use crate::kernel::{Draws, Place, Purpose, Span};
use crate::node::{Call, Note, Setup, Topic, Value};
use crate::protocols::agreement::raft::{Entry, LogIndex, Role, Stored, Term, Timer};
use std::collections::BTreeMap;

struct Walk {
    group: Group,
    draws: Draws,
    up: Vec<bool>,
    /// Who leads in which term.
    leaders: BTreeMap<Term, u16>,
    /// What was committed, as the first server to know of it had it.
    committed: BTreeMap<LogIndex, Entry>,
    /// So many of the group's notes have been looked at.
    noted: usize,
    terms: Vec<Term>,
    value: i64,
}

impl Walk {
    fn new(seed: u64) -> Walk {
        let mut draws = Draws::new(seed, Purpose::Swarm, 11);
        let size = [2, 3, 3, 4, 5, 5, 7][draws.below(7) as usize];
        let (pre, check) = (draws.below(2) == 0, draws.below(2) == 0);
        let change = |setup: Setup| {
            let setup = if pre { setup } else { setup.without("pre-vote") };
            if check { setup } else { setup.without("check-quorum") }
        };
        Walk {
            group: Group::new(size, change),
            draws,
            up: vec![true; size.into()],
            leaders: BTreeMap::new(),
            committed: BTreeMap::new(),
            noted: 0,
            terms: vec![Term(0); size.into()],
            value: 0,
        }
    }

    fn below(&mut self, limit: usize) -> usize {
        self.draws.below(limit as u64) as usize
    }

    fn step(&mut self) {
        let place = self.below(self.up.len()) as u16;
        let up = self.up[usize::from(place)];
        match self.below(100) {
            0..55 if !self.group.mail.is_empty() => self.deliver(),
            55..82 => {
                let asked = self.group.asked_flushes(place);
                let some = self.below(asked.len() + 1);
                self.group.end_flushes(place, &asked[..some]);
            }
            82..84 => self.group.pass_all(Span::millis(400)),
            84..86 => self.group.fire(place, Timer::Election),
            86..90 if up => self.group.fire(place, Timer::Round),
            90..96 if up => {
                self.value += 1;
                self.group.ask(place, Call::Write(Value(self.value)));
            }
            96 if up => {
                self.group.crash(place);
                self.up[usize::from(place)] = false;
                self.terms[usize::from(place)] = Term(0);
            }
            _ if !up => {
                self.group.boot(place);
                self.up[usize::from(place)] = true;
            }
            _ => (),
        }
    }

    /// Mostly the oldest message arrives; now and then another, or it is lost, or comes again.
    fn deliver(&mut self) {
        let last = self.group.mail.len() - 1;
        let at = if self.below(4) == 0 { self.below(last + 1) } else { 0 };
        let letter = match self.below(20) {
            0 => self.group.mail[at].clone(),
            _ => self.group.mail.remove(at),
        };
        if self.below(12) > 0 {
            self.group.deliver(letter);
        }
    }

    fn those_up(&self) -> impl Iterator<Item = u16> + use<> {
        let up = self.up.clone();
        (0..up.len() as u16).filter(move |place| up[usize::from(*place)])
    }

    fn check(&mut self) {
        self.election_safety();
        self.state_machine_safety();
        for place in self.those_up() {
            let server = self.group.server(place);
            let before = std::mem::replace(&mut self.terms[usize::from(place)], server.term);
            assert!(before <= server.term, "terms never go back");
            assert!(server.applied <= server.commit && server.commit <= server.log.last_index());
        }
    }

    /// At most one leader a term, and it has all that was committed before.
    fn election_safety(&mut self) {
        for place in self.those_up() {
            let server = self.group.server(place);
            let Role::Leader(_) = server.role else { continue };
            let known = self.leaders.insert(server.term, place);
            assert!(known.is_none_or(|known| known == place), "two leaders of {:?}", server.term);
            if known.is_none() {
                for (index, entry) in &self.committed {
                    assert_eq!(server.log.entry(*index), Some(entry), "leader completeness");
                }
            }
        }
    }

    /// What one server has applied at an index, all others apply there.
    fn state_machine_safety(&mut self) {
        for (place, note) in &self.group.notes[self.noted..] {
            let Note::Decided { topic: Topic::Entry, number, .. } = note else { continue };
            let index = LogIndex(*number);
            let Some(entry) = self.group.server(*place).log.entry(index) else { continue };
            let first = self.committed.entry(index).or_insert(*entry);
            assert_eq!(first, entry, "{index:?} is decided twice");
        }
        self.noted = self.group.notes.len();
    }

    /// What a leader counts as copied to a server, that server would find after a crash.
    fn counts_what_is_on_disks(&self, leader: u16) {
        let server = self.group.server(leader);
        let Role::Leader(office) = &server.role else { return };
        for (place, progress) in (0..).zip(&office.followers) {
            let upto = if place == leader { server.log.flushed() } else { progress.matched };
            let overruled =
                self.those_up().any(|other| self.group.server(other).term > server.term);
            if upto == LogIndex(0) || overruled {
                continue;
            }
            let kept = kept(&self.group.kept(place));
            assert!(kept.len() as u64 >= upto.0, "{place} has lost what {leader} counts");
            let own = server.log.from(LogIndex(1));
            assert!(own.zip(&kept).take(upto.0 as usize).all(|(own, kept)| own == kept));
        }
    }

    /// If two logs have an entry of the same term at an index, they are equal up to there.
    fn log_matching(&self) {
        let logs: Vec<Vec<Entry>> = self.those_up().map(|place| self.log(place)).collect();
        for (a, b) in logs.iter().flat_map(|a| logs.iter().map(move |b| (a, b))) {
            let same = |(a, b): (&Entry, &Entry)| a.term == b.term;
            let agree = a.iter().zip(b).rposition(same).map_or(0, |last| last + 1);
            assert_eq!(a[..agree], b[..agree]);
        }
    }

    fn log(&self, place: u16) -> Vec<Entry> {
        self.group.server(place).log.from(LogIndex(1)).copied().collect()
    }
}

/// The log that a disk would give back.
fn kept(records: &[Stored]) -> Vec<Entry> {
    let mut log = Vec::new();
    for record in records {
        if let Stored::Entry(LogIndex(index), entry) = record {
            log.truncate(*index as usize - 1);
            log.push(*entry);
        }
    }
    log
}

#[test]
fn figure_3_holds_on_random_walks() {
    let (mut leaders, mut committed) = (0, 0);
    for seed in 0..800 {
        let mut walk = Walk::new(seed);
        for step in 0..2_000 {
            walk.step();
            walk.check();
            if step % 15 == 0 {
                walk.log_matching();
                walk.those_up().for_each(|place| walk.counts_what_is_on_disks(place));
            }
        }
        leaders += walk.leaders.len();
        committed += walk.committed.len();
    }
    println!("{leaders} terms with a leader, {committed} entries committed");
    assert!(leaders > 4_000 && committed > 8_000, "{leaders} leaders, {committed} entries");
}

/// Whatever happened, once nothing more does, one leads and all logs become equal.
#[test]
fn a_group_left_alone_comes_to_agree() {
    for seed in 1_000..1_150 {
        let mut walk = Walk::new(seed);
        (0..400).for_each(|_| walk.step());
        for place in 0..walk.group.size() {
            if !walk.up[usize::from(place)] {
                walk.group.boot(place);
            }
        }
        let leads = settled(&mut walk.group);
        let write = walk.group.ask(leads, Call::Write(Value(-1)));
        walk.group.settle();
        for _ in 0..3 {
            walk.group.pass_all(Span::millis(150));
            walk.group.beat(leads);
        }
        assert!(walk.group.told(write).is_some(), "seed {seed}: no answer");
        for place in 0..walk.group.size() {
            let (here, there) = (walk.group.terms(place), walk.group.terms(leads));
            assert_eq!(here, there, "seed {seed}: server {place}");
            assert_eq!(walk.group.server(place).commit, walk.group.server(leads).commit);
        }
    }
}

/// Lets time pass as a world would, until a leader has been heard by all.
fn settled(group: &mut Group) -> u16 {
    for _ in 0..4_000 {
        group.settle();
        group.pass_all(Span::millis(10));
        for place in 0..group.size() {
            for timer in [Timer::Election, Timer::Round] {
                if group.left(place, timer) == Some(Span::ZERO) {
                    group.fire(place, timer);
                }
            }
        }
        let leads = (0..group.size()).find(|place| {
            let follows = |other| group.server(other).leader() == Some(Place(*place));
            (0..group.size()).all(follows)
        });
        if let Some(leads) = leads
            && group.server(leads).commit == group.server(leads).log.last_index()
        {
            group.settle();
            return leads;
        }
    }
    panic!("nobody leads");
}
