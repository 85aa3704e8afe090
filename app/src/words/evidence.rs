//! Items of evidence, in words.
use super::clock::{left, seconds};
use engine::evidence::{Evidence, State};
use engine::kernel::{Instant, NodeId};
use engine::scenario::Cast;

/// What a binding is called by a node's mechanism: "term 4".
pub fn epoch(cast: &Cast, node: NodeId, epoch: u64) -> String {
    match cast.info(node.service).card.numbers[0] {
        "" => String::new(),
        word => format!("{word} {epoch}"),
    }
}

/// "lease, term 4, n3 to n1".
pub fn item(cast: &Cast, item: &Evidence) -> String {
    let (from, to) = (cast.own_name(item.issuer), cast.own_name(item.holder));
    let binding = match epoch(cast, item.holder, item.epoch.0) {
        word if item.epoch.0 == 0 || word.is_empty() => String::new(),
        word => format!(", {word}"),
    };
    match from == to {
        true => format!("{}{binding}, its own", item.kind.name()),
        false => format!("{}{binding}, {from} to {to}", item.kind.name()),
    }
}

/// "active, 0.16 s left", "expired 1.84 s ago".
pub fn standing_of(state: State, until: Instant, now: Instant) -> String {
    let name = state.name();
    let ends = until.0 < u64::MAX / 2;
    match state {
        State::Validated | State::Active | State::Expiring if ends && now < until => {
            format!("{name}, {} left", left(now, until, 2))
        }
        State::Expired | State::Revoked if until > Instant(0) => {
            format!("{name} {} ago", seconds(now - until, 2))
        }
        _ => name.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_stands_for_how_long_or_since_when() {
        let at = |millis: u64| Instant(millis * 1_000_000);
        let told = |state, until| standing_of(state, until, at(5_000));
        assert_eq!(told(State::Expiring, at(5_160)), "expiring, 0.16\u{202f}s left");
        assert_eq!(told(State::Expired, at(3_160)), "expired 1.84\u{202f}s ago");
        assert_eq!(told(State::Active, Instant(u64::MAX)), "active");
        assert_eq!(told(State::Generated, Instant(0)), "generated");
    }
}
