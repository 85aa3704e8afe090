//! What is said where a link or a file shows another run than the one that was shared.
use super::{clock, fault_sentence};
use engine::kernel::Instant;
use engine::scenario::{Cast, Landmark, Link, Parting, VERSION};

/// Which version made the link, where the run first differs, and what is shown now.
pub fn parting_sentence(cast: &Cast, link: &Link, parting: Parting) -> String {
    let made = if link.engine == VERSION {
        format!("This run says that it was shared by this version, {VERSION}")
    } else {
        format!("This run was shared by version {}, and this is {VERSION}", shown(&link.engine))
    };
    let same = since_start(parting.same_until);
    let differs = match parting.at {
        Landmark::Act(act) => match link.run.script.acts().get(act) {
            Some(known) => format!(
                "differs first at act {}, {} at {}",
                act + 1,
                fault_sentence(cast, &known.fault),
                since_start(known.at)
            ),
            None => format!("has no act {}", act + 1),
        },
        Landmark::Instant(at) => format!("differs first between {same} and {}", since_start(at)),
    };
    format!("{made}. It {differs}; what you see is what this version makes of it.")
}

fn since_start(at: Instant) -> String {
    clock::seconds(at - Instant(0), 3)
}

/// What a stranger's link calls its version, cut short.
fn shown(version: &str) -> String {
    let plain = version.chars().filter(|sign| sign.is_ascii_graphic());
    plain.take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Opening, Session, sample};
    use std::rc::Rc;

    fn said(change: &dyn Fn(&mut Link)) -> Option<String> {
        let mut link = sample(4_000).link();
        change(&mut link);
        let scenario = Rc::clone(sample(0).scenario());
        let opening = Opening::Link(Box::new(link.clone()));
        let session = Session::open(scenario.clone(), &opening);
        session.parting().map(|parting| parting_sentence(&scenario.cast, &link, parting))
    }

    #[test]
    fn the_same_run_says_nothing() {
        assert_eq!(said(&|_| ()), None);
    }

    #[test]
    fn another_engine_is_named_with_the_place() {
        let said = said(&|link| {
            link.engine = "0.0.9\n<b>".into();
            link.marks.instants[5] ^= 1;
        });
        let expected = "This run was shared by version 0.0.9<b>, and this is 0.1.0. It differs \
                        first between 2.500 s and 3.000 s; what you see is what this version makes \
                        of it.";
        assert_eq!(said.expect("it differs").replace(['\u{202f}', '\u{a0}'], " "), expected);
    }

    #[test]
    fn a_changed_act_is_told_by_its_sentence() {
        let said = said(&|link| link.marks.acts[2] ^= 1).expect("it differs");
        assert!(said.starts_with("This run says that it was shared by this version"), "{said}");
        assert!(said.contains("differs first at act 3, cut n1 n2"), "{said}");
    }
}
