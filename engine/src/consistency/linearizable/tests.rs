//! The search with and without foresight, on tasks sure and unsure, against brute force.
use super::search::{Ending, Search};
use super::task::{Task, tasks};
use crate::consistency::tests::brute_force::{Item, has_order};
use crate::consistency::tests::generate::{Plan, generate};
use crate::consistency::tests::random::{
    cas_call, key_call, register_call, tiny_cas, tiny_key_value, tiny_register,
};
use crate::consistency::{CasRegister, Ended, History, KeyValue, ReferenceObject, Register};
use crate::kernel::{Draws, Purpose};

/// Some sure tasks made loose: they may be left out, within their interval, with any answer.
fn loosen<'a, O: ReferenceObject>(tasks: Vec<Task<'a, O>>, draws: &mut Draws) -> Vec<Task<'a, O>> {
    let loosened = tasks.into_iter().filter_map(|task| match draws.below(3) {
        0 if task.is_read() => None,
        0 => Some(Task { answer: None, is_sure: false, ..task }),
        _ => Some(task),
    });
    loosened.collect()
}

fn agree<O: ReferenceObject>(object: &O, seed: u64, history: &History<O::Call, O::Return>) -> bool {
    let part = |at: &usize| O::part(&history.operations()[*at].call);
    let places = (0..history.len()).filter(|at| part(at) == part(&0)).collect::<Vec<_>>();
    let mut draws = Draws::new(seed, Purpose::Swarm, 3);
    let all = tasks::<O>(history, &places);
    let tasks = if seed.is_multiple_of(2) { all } else { loosen(all, &mut draws) };
    let items: Vec<Item<'_, O>> = tasks
        .iter()
        .map(|task| Item {
            call: task.call,
            answer: task.answer,
            is_optional: !task.is_sure,
            invoked: task.invoked.0,
            returned: task.returned.map_or(u64::MAX, |at| at.0),
        })
        .collect();
    let expected = has_order(object, &items);
    let ending = if expected { Ending::Explained } else { Ending::Refuted };
    let plain = Search::new(object, tasks.clone()).without_foresight().run(usize::MAX);
    let foresighted = Search::new(object, tasks).with_foresight().run(usize::MAX);
    assert_eq!((plain, foresighted), (ending, ending), "seed {seed}");
    expected
}

#[test]
fn every_search_agrees_with_brute_force() {
    let mut explained = [0; 3];
    for seed in 0..20_000 {
        explained[0] += usize::from(agree(&Register::default(), seed, &tiny_register(seed)));
        explained[1] += usize::from(agree(&CasRegister::default(), seed, &tiny_cas(seed)));
        explained[2] += usize::from(agree(&KeyValue::default(), seed, &tiny_key_value(seed)));
    }
    assert!(explained.iter().all(|count| (2_000..18_000).contains(count)), "{explained:?}");
}

/// What an object did, with the answers of some operations exchanged, and some made loose.
fn same_ending<O: ReferenceObject>(
    object: &O,
    seed: u64,
    call: impl Fn(&mut Draws) -> O::Call,
) -> Ending {
    let mut draws = Draws::new(seed, Purpose::Swarm, 6);
    let (processes, operations) = (draws.between(2, 5), draws.between(8, 24) as usize);
    let plan = Plan { seed, processes, operations, unanswered_per_mille: draws.below(3) * 40 };
    let mut operations = generate(object.clone(), plan, call).operations().to_vec();
    let is_read = |at: &usize| match &operations[*at].outcome {
        Ended::Ok(answer) => O::is_read(&operations[*at].call, Some(answer)),
        _ => false,
    };
    let reads: Vec<usize> = (0..operations.len()).filter(is_read).collect();
    for _ in 0..draws.below(3) {
        if let [first, .., last] = reads[..] {
            let middle = reads[draws.below(reads.len() as u64) as usize];
            let other = if draws.below(2) == 0 { first } else { last };
            let answer = operations[other].outcome.clone();
            operations[other].outcome = std::mem::replace(&mut operations[middle].outcome, answer);
        }
    }
    let history = History::new(operations);
    let places: Vec<usize> = (0..history.len()).collect();
    let tasks = loosen(tasks::<O>(&history, &places), &mut draws);
    let plain = Search::new(object, tasks.clone()).without_foresight().run(usize::MAX);
    let foresighted = Search::new(object, tasks.clone()).with_foresight().run(usize::MAX);
    let usual = Search::new(object, tasks).run(usize::MAX);
    assert_eq!((foresighted, usual), (plain, plain), "seed {seed}");
    plain
}

#[test]
fn foresight_changes_no_ending() {
    let mut refuted = [0; 3];
    for seed in 0..3_000 {
        let values = 2 + seed % 20;
        let register =
            same_ending(&Register::default(), seed, |draws| register_call(draws, values));
        let cas = same_ending(&CasRegister::default(), seed, |draws| cas_call(draws, values));
        let key_value = same_ending(&KeyValue::default(), seed, |draws| key_call(draws, 1));
        for (count, ending) in refuted.iter_mut().zip([register, cas, key_value]) {
            *count += usize::from(ending == Ending::Refuted);
        }
    }
    assert!(refuted.iter().all(|count| (300..2_700).contains(count)), "{refuted:?}");
}
