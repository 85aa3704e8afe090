//! How stale what a read returned was.
use engine::checks::Undertaking;
use engine::kernel::{Instant, ServiceId, Span};
use engine::node::{Answer, Call, Key, Outcome, Value};

/// A write that was acknowledged.
struct Write {
    of: (ServiceId, Key),
    value: Value,
    asked: Instant,
    done: Instant,
}

/// For how long a newer value had been acknowledged when a read was asked, read by read; nothing
/// for what is no read or has not returned a value. A value is newer than another if its write was
/// asked after the other's had been acknowledged.
pub(super) fn staleness(all: &[Undertaking]) -> Vec<Option<Span>> {
    let writes: Vec<Write> = all.iter().filter_map(write).collect();
    all.iter().map(|one| of_read(one, &writes)).collect()
}

fn write(one: &Undertaking) -> Option<Write> {
    let (Call::Write(value) | Call::Cas(_, value)) = one.request.call else { return None };
    let done = one.told.as_ref().filter(|told| matches!(told.outcome, Outcome::Ok(_)))?.at;
    Some(Write { of: (one.request.service, one.request.key), value, asked: one.invoked, done })
}

fn of_read(one: &Undertaking, writes: &[Write]) -> Option<Span> {
    let of = (one.request.service, one.request.key);
    let stale = |value: Option<Value>| {
        let known = writes.iter().find(|write| write.of == of && Some(write.value) == value);
        let since = match (value, known) {
            (None, _) => Instant(0),
            (_, Some(write)) => write.done,
            (Some(_), None) => return Span::ZERO,
        };
        let newer = writes.iter().filter(|write| write.of == of && write.asked > since);
        newer.map(|write| write.done).min().map_or(Span::ZERO, |done| one.invoked - done)
    };
    match &one.told.as_ref()?.outcome {
        Outcome::Ok(Answer::Value(value)) => Some(stale(*value)),
        Outcome::Ok(Answer::Siblings(values)) => values.iter().map(|one| stale(Some(*one))).min(),
        _ => None,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use engine::checks::Told;
    use engine::modes::ClassId;
    use engine::node::{OpId, Request};

    pub(in super::super) fn one(call: Call, millis: (u64, u64), outcome: Outcome) -> Undertaking {
        let at = |millis| Instant(0) + Span::millis(millis);
        let op = OpId::default();
        let (service, class) = (ServiceId(0), ClassId(0));
        Undertaking {
            request: Request { op, service, class, key: Key(0), call, context: None },
            invoked: at(millis.0),
            step: 0,
            answered: None,
            told: Some(Told { at: at(millis.1), step: 0, outcome }),
        }
    }

    fn read(value: Option<i64>, asked: u64) -> Undertaking {
        let value = Answer::Value(value.map(Value));
        one(Call::Read, (asked, asked + 5), Outcome::Ok(value))
    }

    fn write(value: i64, asked: u64, done: u64) -> Undertaking {
        one(Call::Write(Value(value)), (asked, done), Outcome::Ok(Answer::Done))
    }

    fn stale(history: &[Undertaking]) -> Vec<Option<u64>> {
        let spans = staleness(history).into_iter().skip(history.len() - 1);
        spans.map(|span| span.map(|span| span.0 / 1_000_000)).collect()
    }

    #[test]
    fn a_read_is_stale_since_a_newer_value_was_acknowledged() {
        let writes = || vec![write(1, 10, 20), write(2, 100, 150), write(3, 200, 210)];
        let after = |read: Undertaking| {
            let mut history = writes();
            history.push(read);
            stale(&history)[0]
        };
        assert_eq!(after(read(Some(3), 300)), Some(0));
        assert_eq!(after(read(Some(2), 300)), Some(90));
        assert_eq!(after(read(Some(1), 300)), Some(150));
        assert_eq!(after(read(None, 300)), Some(280));
        assert_eq!(after(read(Some(1), 120)), Some(0), "nothing newer was acknowledged then");
        assert_eq!(after(write(4, 300, 301)), None);
    }

    #[test]
    fn of_writes_at_one_time_neither_is_newer() {
        let history = [write(1, 10, 50), write(2, 20, 30), read(Some(1), 100)];
        assert_eq!(stale(&history), [Some(0)]);
    }
}
