//! What befalls a run, in words.
use super::clock::{rate, seconds};
use engine::faults::{Fault, FaultKind, Target};
use engine::kernel::{Cut, HostSet, Span, Unit};
use engine::scenario::Cast;
use engine::world::Frame;

/// The names of some hosts.
pub fn hosts(cast: &Cast, set: HostSet) -> String {
    let names: Vec<_> = set.iter().map(|host| cast.host_name(host)).collect();
    names.join(" ")
}

/// A fault in one sentence: "n1’s clocks slowed to ×0.45".
pub fn fault_sentence(cast: &Cast, fault: &Fault) -> String {
    let whom = hosts(cast, fault.target.hosts());
    let links = links(cast, &fault.target);
    let by = || signed(fault.amount);
    match fault.kind {
        FaultKind::Cut | FaultKind::PartialCut => format!("cut {links}"),
        FaultKind::CutOneway => format!("cut one way {links}"),
        FaultKind::Heal if fault.target == Target::All => "all links are as built again".into(),
        FaultKind::Heal => format!("healed {links}"),
        FaultKind::Hold => format!("messages held {links}"),
        FaultKind::Release => format!("messages released {links}"),
        FaultKind::Delay => format!("{} slower {links}", by()),
        FaultKind::Jitter => format!("up to {} slower {links}", by()),
        FaultKind::Loss => format!("{} lost {links}", share(fault.amount)),
        FaultKind::Dup => format!("{} doubled {links}", share(fault.amount)),
        FaultKind::Reorder => format!("{} overtaken {links}", share(fault.amount)),
        FaultKind::MessageDrop => format!("dropped {links}"),
        FaultKind::MessageDelay => format!("delayed {links} by {}", by()),
        FaultKind::MessageDuplicate => format!("doubled {links} after {}", by()),
        FaultKind::Crash => format!("{whom} crashes"),
        FaultKind::CrashAmnesia => format!("{whom} crashes and forgets its disk"),
        FaultKind::Restart => format!("{whom} restarts"),
        FaultKind::Pause => format!("{whom} stands still"),
        FaultKind::Resume => format!("{whom} goes on"),
        FaultKind::Slow if fault.amount == 0 => format!("{whom} is as quick as built"),
        FaultKind::Slow => format!("{whom} takes {} over each message", by()),
        FaultKind::ClockOffset => format!("{whom}’s wall clock set {} off", by()),
        FaultKind::ClockDrift if fault.amount < 0 => {
            format!("{whom}’s clocks slowed to {}", rate(fault.amount))
        }
        FaultKind::ClockDrift => format!("{whom}’s clocks sped up to {}", rate(fault.amount)),
        FaultKind::ClockStep => format!("{whom}’s wall clock steps by {}", by()),
        FaultKind::ClockFreeze => format!("{whom}’s clocks freeze"),
        FaultKind::ClockSync => format!("{whom}’s clocks set right"),
        FaultKind::BoundLie => format!("{whom} claims to be within {}", by()),
        FaultKind::DiskSlow if fault.amount == 0 => format!("{whom}’s disks are as quick as built"),
        FaultKind::DiskSlow => format!("{whom}’s disks take {} longer", by()),
        FaultKind::DiskLie if fault.amount > 0 => format!("{whom}’s disks lie"),
        FaultKind::DiskLie => format!("{whom}’s disks are honest again"),
        FaultKind::OperatorAction => {
            format!("{} is told to {}", self::whom(cast, fault), order(cast, fault))
        }
    }
}

/// All boundaries that are there: "Cut: n1 n2 | n3 n4 n5."
pub fn cuts(cast: &Cast, frame: &Frame) -> String {
    let told = frame.cuts.iter().map(|cut| format!("Cut: {}.", sides(cast, cut)));
    told.collect::<Vec<_>>().join(" ")
}

/// "n1 n2 | n3", or "n1 → n2 n3" where words still come back.
pub fn sides(cast: &Cast, cut: &Cut) -> String {
    let between = if cut.one_way { "→" } else { "|" };
    format!("{} {between} {}", hosts(cast, cut.from), hosts(cast, cut.to))
}

/// What a menu calls a fault that is settled in all but the moment.
pub fn act_title(cast: &Cast, fault: &Fault) -> String {
    let title = match (fault.kind, fault.amount) {
        (FaultKind::Slow, 0) => "Make it as quick as built",
        (FaultKind::DiskSlow, 0) => "Make its disks as quick as built",
        (FaultKind::DiskLie, 0) => "Make its disks honest",
        (FaultKind::Cut, _) if is_alone(&fault.target) => "Cut it off",
        (FaultKind::Heal, _) if fault.target == Target::All => "Heal all links",
        (FaultKind::OperatorAction, _) => {
            return format!("Tell {} to {}", whom(cast, fault), order(cast, fault));
        }
        (kind, _) => kind.card().title,
    };
    title.to_owned()
}

/// Is one host to be parted from several others?
fn is_alone(target: &Target) -> bool {
    matches!(target, Target::Sides(one, others) if one.len() == 1 && others.len() > 1)
}

/// What is said of an amount that no real machine comes near.
pub fn exaggerated(fault: &Fault) -> Option<&'static str> {
    fault.is_exaggerated().then_some("Exaggerated, to be seen: no real clock drifts so.")
}

/// A fault as a label on its band: short.
pub fn band(cast: &Cast, fault: &Fault) -> String {
    let whom = hosts(cast, fault.target.hosts());
    match fault.kind {
        FaultKind::ClockDrift => format!("{whom}’s clock {}", rate(fault.amount)),
        FaultKind::ClockOffset => format!("{whom}’s wall clock {}", signed(fault.amount)),
        FaultKind::Cut => format!("cut: {}", links(cast, &fault.target)),
        _ => fault_sentence(cast, fault),
    }
}

fn links(cast: &Cast, target: &Target) -> String {
    match *target {
        Target::All => "everywhere".into(),
        Target::Sides(a, b) => format!("{} | {}", hosts(cast, a), hosts(cast, b)),
        Target::OneWay(a, b) => format!("{} → {}", hosts(cast, a), hosts(cast, b)),
        Target::Message(name) => {
            format!("{} → {}", cast.node_name(name.from), cast.node_name(name.to))
        }
        Target::Hosts(set) => hosts(cast, set),
        Target::Node(node) => cast.node_name(node),
    }
}

fn whom(cast: &Cast, fault: &Fault) -> String {
    fault.target.node().map_or_else(|| "somebody".into(), |node| cast.node_name(node))
}

fn order(cast: &Cast, fault: &Fault) -> &'static str {
    let orders = fault.target.node().map_or(&[][..], |node| cast.info(node.service).card.orders);
    let order = usize::try_from(fault.amount).ok().and_then(|place| orders.get(place));
    order.copied().unwrap_or("do something")
}

fn signed(amount: i64) -> String {
    let size = seconds(Span(amount.unsigned_abs()), 3);
    let (number, unit) = size.split_once('\u{202f}').unwrap_or((&size, ""));
    let number = match number.contains('.') {
        true => number.trim_end_matches('0').trim_end_matches('.'),
        false => number,
    };
    let sign = if amount < 0 { "−" } else { "" };
    format!("{sign}{number}\u{202f}{unit}")
}

fn share(amount: i64) -> String {
    Unit::PerMille.write(amount).replace(' ', "\u{202f}")
}
