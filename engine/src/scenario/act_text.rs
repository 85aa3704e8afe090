//! One act as a line of text: "2.4 s cut n1 n2 | n3 n4 n5".
use super::fit::fault_fits;
use super::parse::{hosts, instant, message, write_hosts, write_instant};
use super::{Cast, parse};
use crate::faults::{Fault, FaultKind, ParamCard, Target, TargetKind};
use crate::kernel::{MessageName, Unit};
use crate::timeline::Act;

/// Reads an act.
pub fn parse_act(cast: &Cast, line: &str) -> Result<Act, String> {
    let words = line.trim();
    let slug_at = FaultKind::ALL
        .iter()
        .filter_map(|kind| {
            let slug = kind.card().slug;
            let at = words.split_whitespace().position(|word| word == slug)?;
            Some((at, *kind))
        })
        .min();
    let Some((_, kind)) = slug_at else {
        return Err(format!("`{line}` names no fault; one such line is `2.4 s cut n1 | n2 n3`"));
    };
    let slug = kind.card().slug;
    let (time, rest) = split_word(words, slug);
    let at = instant(time.strip_prefix("at ").unwrap_or(time))?;
    Ok(Act { at, fault: fault(cast, kind, rest)? })
}

/// Writes an act so that [`parse_act`] reads it back.
pub fn write_act(cast: &Cast, act: &Act) -> String {
    format!("{} {}", write_instant(act.at), write_fault(cast, &act.fault))
}

/// Reads a fault without its time: "clock-drift n1 5 %".
pub fn parse_fault(cast: &Cast, line: &str) -> Result<Fault, String> {
    let (slug, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
    let kind = FaultKind::ALL.into_iter().find(|kind| kind.card().slug == slug);
    let kind = kind.ok_or_else(|| {
        let known = FaultKind::ALL.map(|kind| kind.card().slug).join(", ");
        format!("there is no fault `{slug}`; there are {known}")
    })?;
    fault(cast, kind, rest.trim())
}

/// Writes a fault without its time.
pub fn write_fault(cast: &Cast, fault: &Fault) -> String {
    let card = fault.kind.card();
    let mut text = card.slug.to_owned();
    let target = match fault.target {
        Target::All => String::new(),
        Target::Hosts(set) => write_hosts(cast, set),
        Target::Sides(a, b) => format!("{} | {}", write_hosts(cast, a), write_hosts(cast, b)),
        Target::OneWay(a, b) => format!("{} -> {}", write_hosts(cast, a), write_hosts(cast, b)),
        Target::Message(name) => cast.message_name(name),
        Target::Node(node) => cast.node_name(node),
    };
    if !target.is_empty() {
        text.push(' ');
        text.push_str(&target);
    }
    if let Some(param) = card.param {
        text.push(' ');
        text.push_str(&write_amount(cast, fault, &param));
    }
    text
}

fn write_amount(cast: &Cast, fault: &Fault, param: &ParamCard) -> String {
    match fault.target {
        Target::Node(node) => {
            let orders = cast.info(node.service).card.orders;
            let order = usize::try_from(fault.amount).ok().and_then(|place| orders.get(place));
            order.map_or_else(|| fault.amount.to_string(), |order| order.replace(' ', "-"))
        }
        _ => param.unit.write(fault.amount),
    }
}

fn fault(cast: &Cast, kind: FaultKind, rest: &str) -> Result<Fault, String> {
    let card = kind.card();
    let (target, amount) = match card.param {
        Some(_) => split_amount(rest, card.target),
        None => (rest, ""),
    };
    let target = target_of(cast, card.target, target)?;
    let proposed = Fault::new(kind, target);
    let fault = match (card.param, amount.is_empty()) {
        (Some(param), false) => proposed.by(amount_of(cast, &target, &param, amount)?),
        _ => proposed,
    };
    fault_fits(cast, &fault).map(|()| fault)
}

/// The amount begins with the first word that begins with a digit or a sign; an order is the
/// last word.
fn split_amount(rest: &str, target: TargetKind) -> (&str, &str) {
    if target == TargetKind::Node {
        return rest.trim().split_once(' ').unwrap_or((rest, ""));
    }
    let begins = |word: &str| word.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    let mut from = 0;
    for word in rest.split_whitespace() {
        let at = from + rest[from..].find(word).unwrap_or(0);
        if begins(word) && word != "->" {
            return (rest[..at].trim(), rest[at..].trim());
        }
        from = at + word.len();
    }
    (rest.trim(), "")
}

fn amount_of(cast: &Cast, target: &Target, param: &ParamCard, text: &str) -> Result<i64, String> {
    match target.node() {
        Some(node) => {
            let orders = cast.info(node.service).card.orders;
            let known = orders.iter().position(|order| order.replace(' ', "-") == text.trim());
            known.map(|place| place as i64).ok_or_else(|| {
                let orders: Vec<_> = orders.iter().map(|order| order.replace(' ', "-")).collect();
                format!("`{text}` is no order for it; it knows {}", orders.join(", "))
            })
        }
        None => param.unit.parse(text),
    }
}

fn target_of(cast: &Cast, kind: TargetKind, text: &str) -> Result<Target, String> {
    match kind {
        TargetKind::Hosts => Ok(Target::Hosts(hosts(cast, text)?)),
        TargetKind::Message => message(cast, text).map(Target::Message),
        TargetKind::Node => {
            let node = cast.node(text.trim());
            node.map(Target::Node).ok_or_else(|| format!("there is no node `{text}`"))
        }
        TargetKind::Links if matches!(text, "" | "all") => Ok(Target::All),
        TargetKind::Sides | TargetKind::OneWay | TargetKind::Links => sides(cast, kind, text),
    }
}

fn sides(cast: &Cast, kind: TargetKind, text: &str) -> Result<Target, String> {
    let both = |(a, b): (&str, &str)| -> Result<_, String> {
        Ok((parse::hosts(cast, a)?, parse::hosts(cast, b)?))
    };
    match (text.split_once("->"), text.split_once('|'), kind) {
        (Some(pair), _, TargetKind::OneWay | TargetKind::Links) => {
            both(pair).map(|(from, to)| Target::OneWay(from, to))
        }
        (_, Some(pair), TargetKind::Sides | TargetKind::Links) => {
            both(pair).map(|(a, b)| Target::Sides(a, b))
        }
        (.., TargetKind::OneWay) => Err(format!("`{text}` has no sides such as `n1 -> n2 n3`")),
        _ => Err(format!("`{text}` has no sides such as `n1 n2 | n3 n4 n5`")),
    }
}

fn split_word<'a>(text: &'a str, word: &str) -> (&'a str, &'a str) {
    let mut from = 0;
    for found in text.split_whitespace() {
        let at = from + text[from..].find(found).unwrap_or(0);
        if found == word {
            return (text[..at].trim(), text[at + word.len()..].trim());
        }
        from = at + found.len();
    }
    (text, "")
}

/// A message, an order and a count have no place in a list of what is allowed.
pub(super) fn can_be_modelled(fault: &Fault) -> bool {
    !matches!(fault.target, Target::Message(MessageName { .. }) | Target::Node(_))
        && fault.kind.card().param.is_none_or(|param| param.unit != Unit::Count)
}
