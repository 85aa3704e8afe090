//! What can befall a run, as values: one file a fault, each with its card.
//!
//! Menus, scripts and the command line are built from the cards.
mod bound_lie;
mod card;
mod clock_drift;
mod clock_freeze;
mod clock_offset;
mod clock_step;
mod clock_sync;
mod crash;
mod crash_amnesia;
mod cut;
mod cut_oneway;
mod delay;
mod disk_lie;
mod disk_slow;
mod dup;
mod fault;
mod heal;
mod hold;
mod jitter;
mod loss;
mod message_delay;
mod message_drop;
mod message_duplicate;
mod operator_action;
mod partial_cut;
mod pause;
mod release;
mod reorder;
mod restart;
mod resume;
mod slow;
mod target;
pub use card::{FaultCard, Group, ParamCard, TargetKind};
pub use fault::Fault;
pub use target::{Stricken, Target};
use target::{per_mille, span};

/// Every fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaultKind {
    /// Nothing passes between the two sides.
    Cut,
    /// One cut is mended, or all links are as built.
    Heal,
    /// Nothing passes from the first side to the second; words still come back.
    CutOneway,
    /// These hosts cannot talk to those, while others talk to both.
    PartialCut,
    /// Messages wait on the links, and are not lost.
    Hold,
    /// Messages that waited on the links go on.
    Release,
    /// Messages that set out from now on take so much longer.
    Delay,
    /// Messages that set out from now on take up to so much longer, by chance.
    Jitter,
    /// Such a share of messages never arrives.
    Loss,
    /// Such a share of messages arrives twice.
    Dup,
    /// Such a share of messages may be overtaken by later ones.
    Reorder,
    /// This message never arrives.
    MessageDrop,
    /// This message takes so much longer, and may be overtaken.
    MessageDelay,
    /// This message arrives once more, so much later.
    MessageDuplicate,
    /// The host stops: memory is lost, what was flushed is kept.
    Crash,
    /// The host stops and its disks are gone, too.
    CrashAmnesia,
    /// A host that has crashed boots from what its disks kept.
    Restart,
    /// The host stands still, as in a long garbage collection; its clocks go on.
    Pause,
    /// A paused host goes on, and does at once all that fell due.
    Resume,
    /// The host takes so much longer over every message that it gets.
    Slow,
    /// The wall clock is set so far ahead of true time, or behind it.
    ClockOffset,
    /// Both clocks run fast by so much, or slow if negative.
    ClockDrift,
    /// The wall clock jumps by so much.
    ClockStep,
    /// Both clocks stand still while the host goes on working.
    ClockFreeze,
    /// The wall clock is set to true time, and both clocks run true.
    ClockSync,
    /// The host claims that its wall clock is no further off than this, true or not.
    BoundLie,
    /// Every flush takes so much longer.
    DiskSlow,
    /// Flushes are reported as done and nothing is kept; at 0 the disks are honest again.
    DiskLie,
    /// An operator orders a node to do something.
    OperatorAction,
}

impl FaultKind {
    /// Every fault, in the order of menus. Share codes carry the places: add at the end only.
    pub const ALL: [FaultKind; 29] = [
        FaultKind::Cut,
        FaultKind::Heal,
        FaultKind::CutOneway,
        FaultKind::PartialCut,
        FaultKind::Hold,
        FaultKind::Release,
        FaultKind::Delay,
        FaultKind::Jitter,
        FaultKind::Loss,
        FaultKind::Dup,
        FaultKind::Reorder,
        FaultKind::MessageDrop,
        FaultKind::MessageDelay,
        FaultKind::MessageDuplicate,
        FaultKind::Crash,
        FaultKind::CrashAmnesia,
        FaultKind::Restart,
        FaultKind::Pause,
        FaultKind::Resume,
        FaultKind::Slow,
        FaultKind::ClockOffset,
        FaultKind::ClockDrift,
        FaultKind::ClockStep,
        FaultKind::ClockFreeze,
        FaultKind::ClockSync,
        FaultKind::BoundLie,
        FaultKind::DiskSlow,
        FaultKind::DiskLie,
        FaultKind::OperatorAction,
    ];

    /// What readers see of it.
    pub const fn card(self) -> &'static FaultCard {
        match self {
            FaultKind::Cut => &cut::CARD,
            FaultKind::Heal => &heal::CARD,
            FaultKind::CutOneway => &cut_oneway::CARD,
            FaultKind::PartialCut => &partial_cut::CARD,
            FaultKind::Hold => &hold::CARD,
            FaultKind::Release => &release::CARD,
            FaultKind::Delay => &delay::CARD,
            FaultKind::Jitter => &jitter::CARD,
            FaultKind::Loss => &loss::CARD,
            FaultKind::Dup => &dup::CARD,
            FaultKind::Reorder => &reorder::CARD,
            FaultKind::MessageDrop => &message_drop::CARD,
            FaultKind::MessageDelay => &message_delay::CARD,
            FaultKind::MessageDuplicate => &message_duplicate::CARD,
            FaultKind::Crash => &crash::CARD,
            FaultKind::CrashAmnesia => &crash_amnesia::CARD,
            FaultKind::Restart => &restart::CARD,
            FaultKind::Pause => &pause::CARD,
            FaultKind::Resume => &resume::CARD,
            FaultKind::Slow => &slow::CARD,
            FaultKind::ClockOffset => &clock_offset::CARD,
            FaultKind::ClockDrift => &clock_drift::CARD,
            FaultKind::ClockStep => &clock_step::CARD,
            FaultKind::ClockFreeze => &clock_freeze::CARD,
            FaultKind::ClockSync => &clock_sync::CARD,
            FaultKind::BoundLie => &bound_lie::CARD,
            FaultKind::DiskSlow => &disk_slow::CARD,
            FaultKind::DiskLie => &disk_lie::CARD,
            FaultKind::OperatorAction => &operator_action::CARD,
        }
    }

    fn strike(self, target: &Target, amount: i64, world: &mut dyn Stricken) -> bool {
        match self {
            FaultKind::Cut => cut::strike(target, amount, world),
            FaultKind::Heal => heal::strike(target, amount, world),
            FaultKind::CutOneway => cut_oneway::strike(target, amount, world),
            FaultKind::PartialCut => partial_cut::strike(target, amount, world),
            FaultKind::Hold => hold::strike(target, amount, world),
            FaultKind::Release => release::strike(target, amount, world),
            FaultKind::Delay => delay::strike(target, amount, world),
            FaultKind::Jitter => jitter::strike(target, amount, world),
            FaultKind::Loss => loss::strike(target, amount, world),
            FaultKind::Dup => dup::strike(target, amount, world),
            FaultKind::Reorder => reorder::strike(target, amount, world),
            FaultKind::MessageDrop => message_drop::strike(target, amount, world),
            FaultKind::MessageDelay => message_delay::strike(target, amount, world),
            FaultKind::MessageDuplicate => message_duplicate::strike(target, amount, world),
            FaultKind::Crash => crash::strike(target, amount, world),
            FaultKind::CrashAmnesia => crash_amnesia::strike(target, amount, world),
            FaultKind::Restart => restart::strike(target, amount, world),
            FaultKind::Pause => pause::strike(target, amount, world),
            FaultKind::Resume => resume::strike(target, amount, world),
            FaultKind::Slow => slow::strike(target, amount, world),
            FaultKind::ClockOffset => clock_offset::strike(target, amount, world),
            FaultKind::ClockDrift => clock_drift::strike(target, amount, world),
            FaultKind::ClockStep => clock_step::strike(target, amount, world),
            FaultKind::ClockFreeze => clock_freeze::strike(target, amount, world),
            FaultKind::ClockSync => clock_sync::strike(target, amount, world),
            FaultKind::BoundLie => bound_lie::strike(target, amount, world),
            FaultKind::DiskSlow => disk_slow::strike(target, amount, world),
            FaultKind::DiskLie => disk_lie::strike(target, amount, world),
            FaultKind::OperatorAction => operator_action::strike(target, amount, world),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_card_belongs_to_its_fault_and_says_one_sentence() {
        for (place, kind) in FaultKind::ALL.into_iter().enumerate() {
            let card = kind.card();
            assert_eq!((card.kind, kind as usize), (kind, place));
            assert!(card.says.ends_with('.') && card.says.matches(". ").count() == 0, "{card:?}");
            let plain = |word: &str| word.chars().all(|sign| sign.is_ascii_lowercase());
            assert!(card.also.split([' ', '-']).all(plain) && !card.also.is_empty(), "{card:?}");
            if let Some(param) = card.param {
                let (least, greatest) = param.range;
                assert!((least..=greatest).contains(&param.default), "{}", card.slug);
            }
        }
        let slugs: BTreeSet<_> = FaultKind::ALL.iter().map(|kind| kind.card().slug).collect();
        assert_eq!(slugs.len(), FaultKind::ALL.len());
    }
}
