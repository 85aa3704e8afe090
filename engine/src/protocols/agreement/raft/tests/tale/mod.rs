//! Tells part of a run, a line for each thing that happened, and where the servers stand after it.
mod words;

use super::*;
use crate::kernel::{EventId, Instant, MessageName, NodeId};
use crate::node::{Caption, Note, OpId, Record, Topic};
use crate::world::Cause;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use words::Names;

/// Part of a run.
pub struct Tale {
    pub line: Timeline,
    /// From so many milliseconds on.
    pub from: u64,
    /// Until then.
    pub until: u64,
    /// Messages of these names are left out.
    pub hide: &'static [&'static str],
}

impl Tale {
    /// Without the rounds of a leader that nobody doubts.
    pub fn brief(self) -> Tale {
        Tale { hide: &["heartbeat", "ack", "append", "appended"], ..self }
    }

    /// All of it.
    pub fn told(&self) -> String {
        let mut teller = Teller::new(self);
        for (step, what) in self.line.trace().steps().iter().enumerate() {
            let cause = match what.occurrence.cause {
                Cause::Act(fault) => {
                    teller.say(what.at(), None, teller.names.act(&fault), None, "");
                    None
                }
                Cause::Event(pending) => Some(pending.id),
                _ => None,
            };
            for record in self.line.trace().records(step) {
                teller.tell(what.at(), record, cause);
            }
        }
        let told = teller
            .said
            .iter()
            .filter(|said| (millis(self.from)..=millis(self.until)).contains(&said.at));
        let mut text = String::new();
        told.for_each(|said| said.write(teller.names, &mut text));
        let _ = writeln!(text, "\nIn the end, after {}:", self.line.now());
        let world = self.line.world();
        for place in 0..teller.names.servers {
            let stands = words::stands(world.cluster(SERVICE).observe(Place(place)), teller.names);
            let _ = writeln!(text, "{} {stands}", teller.names.host(place));
        }
        text
    }
}

/// One line: who did what, perhaps to several, and how that went.
struct Said {
    at: Instant,
    who: Option<NodeId>,
    what: String,
    to: Vec<NodeId>,
    rest: String,
}

impl Said {
    fn write(&self, names: Names, text: &mut String) {
        let who = self.who.map_or("--".into(), |node| names.node(node));
        let _ = write!(text, "{}  {who}  {}", self.at, self.what);
        for (nth, to) in self.to.iter().enumerate() {
            let _ = write!(text, "{}{}", if nth == 0 { " → " } else { " " }, names.node(*to));
        }
        let _ = writeln!(text, "{}", self.rest);
    }
}

struct Teller<'a> {
    tale: &'a Tale,
    names: Names,
    said: Vec<Said>,
    sent: BTreeMap<EventId, (MessageName, Caption)>,
    leading: BTreeSet<NodeId>,
    concluded: BTreeSet<OpId>,
}

impl Teller<'_> {
    fn new(tale: &Tale) -> Teller<'_> {
        Teller {
            tale,
            names: Names { servers: tale.line.world().cluster(SERVICE).setup().members },
            said: Vec::new(),
            sent: BTreeMap::new(),
            leading: BTreeSet::new(),
            concluded: BTreeSet::new(),
        }
    }

    /// The same, done at once to several, makes one line.
    fn say(
        &mut self,
        at: Instant,
        who: Option<NodeId>,
        what: String,
        to: Option<NodeId>,
        rest: &str,
    ) {
        match self.said.last_mut() {
            Some(last)
                if to.is_some()
                    && (last.at, last.who) == (at, who)
                    && (&*last.what, &*last.rest) == (&*what, rest) =>
            {
                last.to.extend(to);
            }
            _ => {
                let to = to.into_iter().collect();
                self.said.push(Said { at, who, what, to, rest: rest.into() });
            }
        }
    }

    fn tell(&mut self, at: Instant, record: &Record, cause: Option<EventId>) {
        let hidden =
            |caption: &Caption| caption.name == "answer" || self.tale.hide.contains(&caption.name);
        match record {
            Record::Sent(event, name, caption, _) => {
                self.sent.insert(*event, (*name, *caption));
                if !hidden(caption) {
                    let rest = words::numbers(caption);
                    self.say(at, Some(name.from), caption.name.into(), Some(name.to), &rest);
                }
            }
            Record::Lost(why) => {
                let Some((name, caption)) = cause.and_then(|cause| self.sent.get(&cause)) else {
                    return;
                };
                if !hidden(caption) {
                    let (name, what) = (*name, caption.name.into());
                    let rest = format!(": {}", why.name());
                    self.say(at, Some(name.from), what, Some(name.to), &rest);
                }
            }
            _ => {
                if let Some((who, what)) = self.deed(record) {
                    self.say(at, Some(who), what, None, "");
                }
            }
        }
    }

    /// What somebody did, other than to send a message.
    fn deed(&mut self, record: &Record) -> Option<(NodeId, String)> {
        let what = match record {
            Record::Booted(node) => (*node, "boots".into()),
            Record::Crashed(node) => {
                self.leading.remove(node);
                (*node, "is down".into())
            }
            Record::Forgot(node, crate::evidence::Kind::LeaseEpoch) => {
                self.leading.remove(node).then(|| (*node, "leads no more".into()))?
            }
            Record::Noted(node, Note::Decided { topic: Topic::Leader, number, .. }) => {
                self.leading.insert(*node);
                (*node, format!("leads term {number}"))
            }
            Record::Noted(node, Note::Decided { number, .. }) => {
                let does = if self.leading.contains(node) { "commits" } else { "applies" };
                (*node, format!("{does} entry {number}"))
            }
            Record::Answered(ticket, by, contract, _) => {
                let matrix = self.tale.line.world().cluster(SERVICE).matrix();
                let under = contract.map(|contract| matrix.contract(ticket.class, contract).name);
                let under = under.map_or(String::new(), |name| format!(" ({name})"));
                let late = self.concluded.contains(&ticket.op);
                let late = if late { ", who waits no more" } else { "" };
                (*by, format!("answers {}{under}{late}", self.names.node(ticket.op.client)))
            }
            Record::Concluded(op, outcome) => {
                self.concluded.insert(*op);
                (op.client, words::outcome(outcome))
            }
            Record::Invoked(request) => (request.op.client, words::wish(request.call)),
            _ => return None,
        };
        Some(what)
    }
}
