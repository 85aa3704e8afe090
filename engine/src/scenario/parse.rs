//! Small words that several texts share: instants, sides of a cut, names of messages.
use super::Cast;
use crate::kernel::{HostId, HostSet, Instant, MessageName, Span, Unit};

/// A length of time, not negative.
pub(super) fn span(text: &str) -> Result<Span, String> {
    let nanos = Unit::Span.parse(text)?;
    match u64::try_from(nanos) {
        Ok(nanos) => Ok(Span(nanos)),
        Err(_) => Err(format!("`{text}` is before the start")),
    }
}

/// An instant, told as the time since the start.
pub(super) fn instant(text: &str) -> Result<Instant, String> {
    span(text).map(|since| Instant(0) + since)
}

/// An instant, as it is told.
pub(super) fn write_instant(at: Instant) -> String {
    Unit::Span.write(i64::try_from(at.0).unwrap_or(i64::MAX))
}

/// Is a number within its range?
pub(super) fn in_range(number: i64, (least, most): (i64, i64), unit: Unit) -> Result<(), String> {
    match (least..=most).contains(&number) {
        true => Ok(()),
        false => {
            let [number, least, most] = [number, least, most].map(|number| unit.write(number));
            Err(format!("`{number}` is not between {least} and {most}"))
        }
    }
}

/// Hosts by name, separated by spaces.
pub(super) fn hosts(cast: &Cast, text: &str) -> Result<HostSet, String> {
    let mut set = HostSet::EMPTY;
    for name in text.split_whitespace() {
        set = set.with(host(cast, name)?);
    }
    match set.is_empty() {
        true => Err("no host is named".into()),
        false => Ok(set),
    }
}

fn host(cast: &Cast, name: &str) -> Result<HostId, String> {
    cast.host(name).ok_or_else(|| {
        let known: Vec<_> = cast.hosts.iter().map(|host| host.name.as_str()).collect();
        format!("there is no host `{name}`; there are {}", known.join(", "))
    })
}

/// Hosts, as they are named.
pub(super) fn write_hosts(cast: &Cast, hosts: HostSet) -> String {
    let names: Vec<_> = hosts.iter().map(|host| cast.host_name(host)).collect();
    names.join(" ")
}

/// "n1 -> n3 #12".
pub(super) fn message(cast: &Cast, text: &str) -> Result<MessageName, String> {
    let expected = || format!("`{text}` is not a message such as `n1 -> n3 #12`");
    let (pair, nth) = text.split_once('#').ok_or_else(expected)?;
    let (from, to) = pair.split_once("->").ok_or_else(expected)?;
    let node = |name: &str| {
        let name = name.trim();
        cast.node(name).ok_or_else(|| format!("there is no node `{name}`"))
    };
    let nth = nth.trim().parse().map_err(|_| expected())?;
    Ok(MessageName { from: node(from)?, to: node(to)?, nth })
}
