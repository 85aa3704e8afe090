//! Which entries of a menu fit what is typed, and which of them come first.
use super::palette::Entry;
use engine::faults::FaultCard;
use engine::kernel::sort_by_key;
use std::cmp::Reverse;

/// So many entries are seen at a glance; above more of them stands a field.
const GLANCE: usize = 6;

/// Is there so much that one may want to look for something?
pub(super) fn is_long(entries: &[Entry]) -> bool {
    entries.len() > GLANCE
}

/// Those that fit, under their headings: first what is called so, then what is also called so,
/// then what does so. Among equals, and where nothing is typed, comes first what befalls most
/// stages of the scenario, and then what its model speaks of.
pub(super) fn sifted(entries: Vec<Entry>, typed: &str) -> Vec<Entry> {
    let fitting = |entry: Entry| fit(typed, &entry.title, entry.card).map(|fit| (fit, entry));
    let mut found: Vec<_> = entries.into_iter().filter_map(fitting).collect();
    sort_by_key(&mut found, |(fit, entry)| {
        (*fit, entry.heading, Reverse(entry.stages.len()), !entry.modelled)
    });
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// How far what is typed is from an entry's name; nothing if it does not fit at all. Each word of
/// it has to begin one of the entry's words.
fn fit(typed: &str, title: &str, card: &FaultCard) -> Option<usize> {
    let near = [title, card.also, card.group.name(), card.says];
    let far = |word: &str| near.iter().position(|text| words(text).any(|one| begins(one, word)));
    words(typed).map(far).try_fold(0, |most, far| Some(most.max(far?)))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|sign: char| sign.is_ascii() && !sign.is_ascii_alphanumeric());
    parts.filter(|word| !word.is_empty())
}

fn begins(word: &str, with: &str) -> bool {
    word.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

#[cfg(test)]
mod tests {
    use super::super::offers::{Way, offers};
    use super::*;
    use crate::state::{Session, Subject, sample};
    use engine::faults::{FaultKind, Group};
    use engine::kernel::HostId;
    use yew::prelude::Callback;

    /// Titles of the entries that fit: of every fault there is.
    fn found(session: &Session, typed: &str) -> Vec<String> {
        let all = FaultKind::ALL.map(|kind| Entry::new(session, kind, Callback::noop()));
        let fitting = sifted(all.into(), typed).into_iter();
        fitting.map(|entry| entry.title.trim_end_matches(" …").to_owned()).collect()
    }

    #[test]
    fn under_each_heading_comes_first_what_stages_use_and_then_what_the_model_speaks_of() {
        let session = sample(500);
        let all = found(&session, " ");
        assert_eq!(all.len(), FaultKind::ALL.len());
        assert_eq!(all[..4], ["Cut", "Heal", "Cut one way", "Cut in part"]);
        let place = |title: &str| all.iter().position(|one| one == title);
        assert!(place("Lose") < place("Hold"), "the model speaks of losses");
        assert!(place("Let its clocks drift") < place("Set its wall clock off"), "stages 2 and 3");
        assert_eq!(session.scenario().stages_with(FaultKind::ClockDrift, None), [2, 3]);
        assert!(place("Slow its disks") < place("Let its disks lie"));
    }

    #[test]
    fn names_come_before_other_words_and_those_before_sentences() {
        let session = sample(500);
        assert_eq!(found(&session, "partition")[..2], ["Cut", "Heal"]);
        assert_eq!(found(&session, "DROP"), ["Drop", "Lose"]);
        assert_eq!(found(&session, "crash"), ["Crash", "Crash with amnesia", "Restart"]);
        assert_eq!(found(&session, "cut one-w"), ["Cut one way"]);
        assert!(
            found(&session, "skew")
                .iter()
                .all(|title| title.contains("clock") || title == "Claim an error bound")
        );
        assert_eq!(found(&session, "garbage collection"), ["Pause"]);
    }

    #[test]
    fn what_fits_nothing_finds_nothing() {
        let session = sample(500);
        for typed in ["<script>", "zzz", "ut", "crash zzz", "é", "\u{202e}cut", "ĸut"] {
            assert_eq!(found(&session, typed), [""; 0], "{typed}");
        }
    }

    #[test]
    fn of_orders_only_those_are_of_a_stage_that_it_gives() {
        let session = sample(500);
        let host = Subject::Host(HostId(3));
        let entries = || {
            let offers = offers(&session, &host, Way::Both);
            let all = offers.iter().map(|offer| Entry::of(&session, offer, Callback::noop()));
            all.collect::<Vec<_>>()
        };
        assert!(is_long(&entries()));
        let orders = sifted(entries(), "step down");
        let told: Vec<_> = orders.iter().map(|one| (one.heading, &*one.title)).collect();
        assert_eq!(told, [(Some(Group::Human), "Tell n4 to step down")]);
        assert!(orders[0].stages.is_empty());
        assert_eq!(sifted(entries(), "election")[0].stages, [1, 2, 3]);
    }
}
