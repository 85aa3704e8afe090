//! Reads interaction transcripts of another implementation, and plays them on bare servers.
//!
//! What is compared is where servers stand in the end: term, commit index, part, entries, and how
//! far the leader knows others to agree. Differences by design: one tick is a third of an election
//! timeout; a candidate asks for votes when its own is on disk; a leader looks at each round
//! whether it is alone, and not every second timeout; followers learn with the next round what is
//! committed; what there is at the start is a log of entries of term 0, not a snapshot.
use super::harness::{Group, disk};
use crate::kernel::Span;
use crate::node::{Call, Setup, Value};
use crate::observation::Role as Part;
use crate::protocols::agreement::raft::{LogIndex, Role, Timer};
use std::collections::BTreeMap;

/// One tick of the other implementation's clock; its election timeout is three of them.
const TICK: Span = Span::millis(150);

/// One command with what it printed.
#[derive(Debug)]
pub struct Step {
    pub words: Vec<String>,
    pub printed: Vec<String>,
}

/// The steps of a transcript.
pub fn steps(text: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut lines = text.lines().filter(|line| !line.starts_with('#')).peekable();
    while let Some(command) = lines.next() {
        if lines.next_if(|next| *next == "----").is_none() {
            continue;
        }
        let printed: Vec<String> = std::iter::from_fn(|| lines.next_if(|line| !line.is_empty()))
            .map(str::to_owned)
            .collect();
        let words = command.split_whitespace().map(str::to_owned).collect();
        steps.push(Step { words, printed });
    }
    steps
}

/// Where a server stands, as far as a transcript has said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub term: Option<u64>,
    pub commit: Option<u64>,
    pub part: Option<Part>,
}

/// What a transcript says of each server, in the end.
pub fn said(steps: &[Step]) -> BTreeMap<u16, Standing> {
    let mut all = BTreeMap::<u16, Standing>::new();
    for step in steps {
        let mut of = (step.words[0] == "process-ready").then(|| id(&step.words[1]));
        for line in &step.printed {
            if let Some(rest) = line.strip_prefix("> ") {
                of = rest.ends_with("handling Ready").then(|| id(rest));
            }
            let Some(standing) = of.map(|of| all.entry(of).or_default()) else { continue };
            standing.term = after(line, "HardState Term:").or(standing.term);
            standing.commit =
                after(line, "HardState").and(after(line, "Commit:")).or(standing.commit);
            standing.part = part(line).or(standing.part);
        }
    }
    all
}

fn part(line: &str) -> Option<Part> {
    let (_, state) = line.split_once("State:State")?;
    Some(match state.trim() {
        "Leader" => Part::Leader,
        "Follower" => Part::Follower,
        _ => Part::Candidate,
    })
}

/// The number that follows some words; 0 if what follows is no number.
fn after(line: &str, words: &str) -> Option<u64> {
    let (_, rest) = line.split_once(words)?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some(digits.parse().unwrap_or(0))
}

/// The server that a word begins with, counted from 0.
fn id(word: &str) -> u16 {
    after(word, "").unwrap_or(0) as u16 - 1
}

/// A transcript, played.
pub struct Player {
    pub group: Group,
    start: u64,
    value: i64,
}

impl Player {
    /// Nobody is there yet.
    pub fn new() -> Player {
        Player { group: Group::new(0, |setup| setup), start: 0, value: 0 }
    }

    /// Plays one command; what it prints is held against where the servers stand.
    pub fn play(&mut self, step: &Step) {
        let server = |at: usize| id(&step.words[at]);
        let servers = || (1..step.words.len()).map(server).collect::<Vec<u16>>();
        match step.words[0].as_str() {
            "log-level" => (),
            "add-nodes" => self.add(&step.words[1..]),
            "campaign" => self.group.fire(server(1), Timer::Election),
            "stabilize" if step.words.len() == 1 => drop(self.group.settle()),
            "stabilize" => drop(self.group.settle_among(&servers())),
            "process-ready" => self.group.flush(server(1)),
            "deliver-msgs" => self.deliver(&step.words[1..]),
            "propose" => {
                self.value += 1;
                self.group.ask(server(1), Call::Write(Value(self.value)));
            }
            "tick-heartbeat" => self.tick(server(1)),
            "tick-election" => (0..3).for_each(|_| self.tick(server(1))),
            "report-unreachable" => self.report(server(1), server(2)),
            "raft-log" => assert_eq!(self.entries(server(1)), entries(&step.printed)),
            "status" => assert_eq!(self.matched(server(1)), matched(&step.printed)),
            other => panic!("nobody taught this player to {other}"),
        }
    }

    /// Leaders hold one more round: it tells followers what is committed.
    pub fn tell_all(&mut self) {
        for place in 0..self.group.size() {
            if self.group.leads(place) {
                self.group.beat(place);
            }
        }
    }

    fn add(&mut self, words: &[String]) {
        let on = |name: &str| words.contains(&format!("{name}=true"));
        let start = words.iter().find_map(|word| after(word, "index=")).unwrap_or(0);
        let change = |setup: Setup| {
            let tick = TICK.0.cast_signed();
            let setup = setup.with("heartbeat", tick).with("election-timeout", 3 * tick);
            let setup = if on("prevote") { setup } else { setup.without("pre-vote") };
            if on("checkquorum") { setup } else { setup.without("check-quorum") }
        };
        let count = words[0].parse().unwrap();
        self.start = start;
        self.group = Group::from_disks(change, vec![disk(0, &vec![0; start as usize]); count]);
        self.group.pass_all(Span(3 * TICK.0));
    }

    fn deliver(&mut self, words: &[String]) {
        for word in words {
            match word.strip_prefix("drop=") {
                Some(lost) => self.group.mail.retain(|letter| letter.to != id(lost)),
                None => drop(self.group.deliver_those(|letter| letter.to == id(word))),
            }
        }
    }

    /// Time goes by for one server, and what falls due for it happens.
    fn tick(&mut self, place: u16) {
        self.group.pass(place, TICK);
        for timer in [Timer::Election, Timer::Round] {
            if self.group.left(place, timer) == Some(Span::ZERO) {
                self.group.fire(place, timer);
            }
        }
    }

    /// The transport tells a leader that a follower cannot be reached: what it has sent is lost.
    fn report(&mut self, leader: u16, follower: u16) {
        self.group.act(leader, |server, _| {
            let Role::Leader(leader) = &mut server.role else { panic!("it leads") };
            let progress = &mut leader.followers[usize::from(follower)];
            progress.streaming = false;
            progress.next = progress.matched.next();
        });
    }

    fn entries(&self, place: u16) -> Vec<(u64, u64)> {
        let all = (1..).zip(self.group.terms(place));
        all.filter(|(index, _)| *index > self.start).map(|(index, term)| (term, index)).collect()
    }

    /// How far a leader knows each server to agree.
    fn matched(&self, place: u16) -> Vec<u64> {
        let server = self.group.server(place);
        let Role::Leader(leader) = &server.role else { panic!("it leads") };
        let others = leader.followers.iter().map(|progress| progress.matched);
        let of = |(at, matched)| if at == place { server.log.flushed() } else { matched };
        (0..).zip(others).map(of).map(|LogIndex(index)| index).collect()
    }
}

fn entries(printed: &[String]) -> Vec<(u64, u64)> {
    let pair = |line: &String| Some((after(line, "")?, after(line, "/")?));
    printed.iter().filter_map(pair).collect()
}

fn matched(printed: &[String]) -> Vec<u64> {
    printed.iter().filter_map(|line| after(line, "match=")).collect()
}
