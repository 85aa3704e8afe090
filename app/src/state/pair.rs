//! Two runs of one seed and one script that differ in one thing, under one playhead.
use super::{Interest, Lab, Opening, Session};
use engine::account::{Account, Parted, Stood, parted};
use engine::checks::{Undertaking, undertakings};
use engine::kernel::Instant;
use engine::scenario::{Difference, Run, Scenario};
use engine::timeline::Script;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::Callback;

/// What one of two runs gave and cost from its start to its end.
#[derive(Clone, Debug, Default)]
pub struct Half {
    /// Its figures.
    pub account: Account,
    /// For how long each row stood where.
    pub stood: Vec<Stood>,
    /// The step in which it parts from the other, in words.
    pub step: Option<String>,
    /// The first operation of which its client was told something else than in the other.
    pub outcome: Option<Undertaking>,
}

/// Both, and where they part.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The run as it is, and the other.
    pub halves: [Half; 2],
    /// Where they part.
    pub parted: Parted,
}

/// Tells of a step.
type Tell = fn(&Session, usize) -> String;

struct Inner {
    labs: [Lab; 2],
    difference: Difference,
    tell: Tell,
    /// One of them is being brought to where the other is.
    busy: Cell<bool>,
    /// The traces that were compared, and what was found.
    found: RefCell<([u64; 2], Rc<Comparison>)>,
}

/// The handle that parts of the page share.
#[derive(Clone)]
pub struct Pair(Rc<Inner>);

impl PartialEq for Pair {
    fn eq(&self, other: &Pair) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Pair {
    /// Opens a run and the one beside it; both are played to their ends, to be compared.
    pub fn open(
        scenario: Rc<Scenario>,
        opening: &Opening,
        difference: Difference,
        tell: Tell,
    ) -> Pair {
        let one = Session::open(scenario.clone(), opening);
        let (other, run) = difference.apply(&scenario, &one.run());
        let mut two = Session::open(Rc::new(other), &Opening::Stage(run.stage));
        two.adopt(run);
        two.seek_to(one.now());
        let labs = [one, two].map(Lab::new);
        let (busy, found) = (Cell::new(false), RefCell::default());
        let pair = Pair(Rc::new(Inner { labs, difference, tell, busy, found }));
        pair.compare();
        pair
    }

    /// The run as it is, and the other.
    pub fn labs(&self) -> &[Lab; 2] {
        &self.0.labs
    }

    /// In what they differ.
    pub fn difference(&self) -> &Difference {
        &self.0.difference
    }

    /// What was found; worked out when a run changes, and not when the playhead moves.
    pub fn found(&self) -> Rc<Comparison> {
        self.0.found.borrow().1.clone()
    }

    /// Keeps both together from now on; the answer ends that.
    pub fn hold(&self) -> impl FnOnce() + use<> {
        let listen = |place: usize| {
            let pair = self.clone();
            let tell = Callback::from(move |()| pair.follow(place));
            self.0.labs[place].listen(Interest::Tick, tell)
        };
        let (ids, pair) = ([listen(0), listen(1)], self.clone());
        move || pair.0.labs.iter().zip(ids).for_each(|(lab, id)| lab.leave(id))
    }

    /// The other run becomes what this one is, but for the difference, and goes to where it is.
    fn follow(&self, place: usize) {
        if self.0.busy.replace(true) {
            return;
        }
        if self.traces() != self.0.found.borrow().0 {
            match place {
                0 => self.give(),
                _ => self.take(),
            }
            self.compare();
        }
        let at = self.0.labs[place].session().now();
        self.0.labs[1 - place].change(|session| session.seek_to(at));
        self.0.busy.set(false);
    }

    fn traces(&self) -> [u64; 2] {
        let [one, two] = &self.0.labs;
        [one, two].map(|lab| lab.session().line().trace().hash())
    }

    fn give(&self) {
        let [one, two] = &self.0.labs;
        let run = self.beside(&one.session().run());
        two.change(|session| session.adopt(run));
    }

    /// What befalls the other befalls this one; acts that only this one knows stay.
    fn take(&self) {
        let [one, two] = &self.0.labs;
        one.set_playing(false);
        let run = one.session().run();
        let (known, wanted) = (self.beside(&run).script, two.session().run().script);
        let own = run.script.acts().iter().filter(|act| !known.acts().contains(act));
        let script = Script::new(own.chain(wanted.acts()).copied());
        one.change(|session| session.adopt(Run { script, ..run }));
    }

    /// The run that belongs beside one.
    fn beside(&self, run: &Run) -> Run {
        self.0.difference.apply(self.0.labs[0].session().scenario(), run).1
    }

    /// Plays both to their ends, compares them, and comes back.
    fn compare(&self) {
        let [one, two] = &self.0.labs;
        let back = [one, two].map(|lab| {
            lab.change(|session| {
                let at = session.now();
                session.seek_to(session.end());
                at
            })
        });
        let comparison = self.comparison();
        *self.0.found.borrow_mut() = (self.traces(), Rc::new(comparison));
        let [first, second] = back;
        one.change(|session| session.seek_to(first));
        two.change(|session| session.seek_to(second));
        [one, two].into_iter().for_each(|lab| lab.tell(Interest::Run));
    }

    fn comparison(&self) -> Comparison {
        let [one, two] = &self.0.labs;
        let (one, two) = (one.session(), two.session());
        let parted = parted(one.line(), two.line());
        let half = |session: &Session| {
            let (line, focus) = (session.line(), &session.scenario().focus);
            let step = parted.step.map(|(step, _)| step);
            let step = step.filter(|step| *step < line.trace().len());
            let mut all = undertakings(line).into_iter();
            Half {
                account: Account::of(line, focus),
                stood: Stood::of(line, focus),
                step: step.map(|step| (self.0.tell)(session, step)),
                outcome: parted.outcome.and_then(|op| all.find(|one| one.request.op == op)),
            }
        };
        Comparison { halves: [half(&one), half(&two)], parted }
    }
}

impl Comparison {
    /// When the operation began of which a client was told something else first.
    pub fn asked(&self) -> Option<Instant> {
        let begun = |half: &Half| half.outcome.as_ref().map(|one| one.invoked);
        self.halves.iter().filter_map(begun).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::sample;
    use engine::faults::{Fault, FaultKind, Target};

    fn pair(with: &str) -> Pair {
        let scenario = sample(0).scenario().clone();
        let difference = Difference::parse(&scenario, with).expect("a difference");
        Pair::open(scenario, &Opening::Stage(1), difference, |_, step| step.to_string())
    }

    fn scripts(pair: &Pair) -> [Script; 2] {
        pair.labs().each_ref().map(|lab| lab.session().line().script().clone())
    }

    fn cuts_all() -> Fault {
        Fault { kind: FaultKind::Heal, target: Target::All, amount: 0 }
    }

    #[test]
    fn one_playhead_moves_both() {
        let pair = pair("register.lease-drift-bound=off");
        let end = pair.hold();
        for (place, at) in [(0, 3_000_000_000), (1, 7_000_000_000)] {
            pair.labs()[place].change(|session| session.seek_to(Instant(at)));
            let now = pair.labs().each_ref().map(|lab| lab.session().now().0);
            assert_eq!(now, [at, at]);
        }
        end();
        pair.labs()[0].change(|session| session.seek_to(Instant(0)));
        assert_ne!(pair.labs()[1].session().now(), Instant(0));
    }

    #[test]
    fn what_befalls_one_befalls_both_and_is_undone_in_both() {
        let pair = pair("register.lease-drift-bound=off");
        let _end = pair.hold();
        let (before, figures) = (scripts(&pair), pair.found());
        for place in [0, 1] {
            pair.labs()[0].change(|session| session.seek_to(Instant(4_000_000_000)));
            pair.labs()[place].change(|session| session.act(&[cuts_all()]));
            let [one, two] = scripts(&pair);
            assert_eq!(one, two);
            assert_eq!(one.acts().len(), before[0].acts().len() + 1);
            assert_ne!(pair.found().halves[0].account, figures.halves[0].account);
            pair.labs()[0].change(Session::undo);
            assert_eq!(scripts(&pair), before);
            assert_eq!(pair.found().halves[1].account, figures.halves[1].account);
        }
    }

    #[test]
    fn an_equal_run_does_not_part() {
        let pair = pair("register.pre-vote=on");
        assert_eq!(pair.found().parted, Parted::default());
        assert_eq!(pair.found().halves[0].account, pair.found().halves[1].account);
    }

    #[test]
    fn another_seed_is_the_seed_of_both() {
        let pair = pair("register.lease-drift-bound=off");
        let _end = pair.hold();
        pair.labs()[0].change(|session| session.set_seed(99));
        let seeds = pair.labs().each_ref().map(|lab| lab.session().run().seed);
        assert_eq!(seeds, [99, 99]);
        let settings = pair.labs()[1].session().change().clone();
        assert_eq!(settings.guards.get(&"register.lease-drift-bound".to_owned()), Some(&false));
    }
}
