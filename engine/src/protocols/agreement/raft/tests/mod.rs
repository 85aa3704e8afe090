//! Raft's own examples.
mod beyond;
mod copies;
mod guards;
mod harness;
mod honesty;
mod interpreter;
mod oracles;
mod paper;
mod properties;
mod prose;
mod random;
mod schedules;
mod swarm;
mod tale;
mod transcripts;
use super::*;
use crate::faults::FaultKind;
use crate::kernel::Place;
use crate::modes::Gap;
use crate::node::Setup;
use crate::observation::Role as Part;
use crate::testing::*;
use crate::timeline::Timeline;
use crate::world::Plan;

fn plan(seed: u64, change: impl Fn(Setup) -> Setup) -> Plan {
    let plan = Plan::new(seed, 7);
    let setup = change(plan.setup::<Raft>(5));
    let plan = plan.with::<Raft>(setup, &[0, 1, 2, 3, 4]);
    with_clients(plan, 5, vec![client(0..5), client(0..5)])
}

fn leader(line: &Timeline) -> u16 {
    let leads = |place: &u16| {
        let looks = line.world().cluster(SERVICE).observe(Place(*place));
        looks.is_some_and(|looks| looks.role == Part::Leader)
    };
    (0..5).find(leads).expect("somebody leads by now")
}

#[test]
fn a_leader_with_a_slow_clock_behind_a_cut_lies() {
    let mut line = play(plan(7, |setup| setup), Vec::new(), millis(3_000));
    let (leads, other) = (leader(&line), (leader(&line) + 1) % 5);
    let few = [leads, other, 5];
    let many: Vec<u16> = (0..7).filter(|host| !few.contains(host)).collect();
    line.intervene(on(FaultKind::ClockDrift, &[leads]).by(-550_000));
    line.run_until(millis(4_000));
    line.intervene(between(FaultKind::Cut, &few, &many));
    line.run_until(millis(8_000));
    let lying = total(&line, READS, Gap::Lying);
    assert!((800..1_200).contains(&(lying.0 / 1_000_000)), "{lying}\n{}", tell(&line));
}
