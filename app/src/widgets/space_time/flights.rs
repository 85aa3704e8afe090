//! Messages of a stretch of time: whence, whither, and what became of them.
use super::scale::Scale;
use crate::marks::Point;
use crate::state::Session;
use crate::words::caption;
use engine::kernel::{Event, EventId, HostId, Instant, Letter, Loss};
use engine::node::{Caption, Record};
use engine::scenario::Cast;
use engine::world::Cause;

/// So many messages are drawn at most, those nearest to the playhead.
const MOST: usize = 300;

/// A message, as a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Flight {
    /// The step in which it arrived or was lost; while it is under way, that in which it set out.
    pub step: usize,
    /// Where the line begins.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
    /// How it is called.
    pub caption: Caption,
    /// It did not arrive.
    pub lost: bool,
}

/// The messages that are drawn, and how many are not.
pub(super) fn flights(session: &Session, scale: &Scale) -> (Vec<Flight>, usize) {
    let (cast, line) = (&session.scenario().cast, session.line());
    let trace = line.trace();
    let first = trace.steps_until(Instant(scale.from.0.saturating_sub(1)));
    let ended = (first..trace.steps_until(scale.until)).filter_map(|step| {
        let (letter, _) = letter(trace.step(step).occurrence.cause)?;
        let lost = trace.records(step).iter().find_map(|record| match record {
            Record::Lost(loss) => Some(*loss),
            _ => None,
        });
        let flight = Way { letter, until: trace.step(step).at(), whole: None, lost };
        flight.drawn(cast, scale, step, caption(line, step).unwrap_or_default())
    });
    let mut all: Vec<Flight> = ended.collect();
    let past = all.iter().filter(|flight| flight.step < line.cursor()).count();
    let after = (all.len() - past).min(MOST / 4);
    let before = past.min(MOST - after);
    let left_out = all.len() - before - after;
    all.truncate(past + after);
    all.drain(..past - before);
    all.extend(under_way(session, scale));
    (all, left_out)
}

/// The part of its way that every message has behind it that has not arrived yet.
fn under_way(session: &Session, scale: &Scale) -> Vec<Flight> {
    let (cast, line, now) = (&session.scenario().cast, session.line(), session.now());
    let frame = session.frame();
    let flight = |message: &engine::world::MessageView| {
        let step = line.trace().origin(message.event)?;
        let letter = Letter { name: message.name, sent: message.sent, doom: message.doom };
        let way = Way { letter, until: now, whole: Some(message.due), lost: None };
        way.drawn(cast, scale, step, message.caption)
    };
    frame.messages.iter().filter_map(flight).collect()
}

fn letter(cause: Cause) -> Option<(Letter, EventId)> {
    match cause {
        Cause::Event(pending) => match pending.event {
            Event::Deliver(letter) => Some((letter, pending.id)),
            _ => None,
        },
        _ => None,
    }
}

struct Way {
    letter: Letter,
    until: Instant,
    /// When it will have been on its whole way, if it is not yet.
    whole: Option<Instant>,
    lost: Option<Loss>,
}

impl Way {
    /// As a line, unless it never leaves its host.
    fn drawn(&self, cast: &Cast, scale: &Scale, step: usize, caption: Caption) -> Option<Flight> {
        let end = |node| cast.host_of(node);
        let (a, b): (HostId, HostId) = (end(self.letter.name.from)?, end(self.letter.name.to)?);
        if a == b {
            return None;
        }
        let from = Point::new(scale.x(self.letter.sent), scale.y(a));
        let whole = Point::new(scale.x(self.whole.unwrap_or(self.until)), scale.y(b));
        let length = (self.whole.unwrap_or(self.until) - self.letter.sent).0.max(1) as f64;
        let part = (self.until - self.letter.sent).0 as f64 / length;
        let part = match self.lost.or(self.letter.doom) {
            Some(Loss::Down | Loss::Repeated) | None => part,
            Some(_) => part.min(between_lanes(a, b)),
        };
        let to = from.towards(whole, part);
        Some(Flight { step, from, to, caption, lost: self.lost.is_some() })
    }
}

/// The part of a way that is nearest to its middle and on no lane.
fn between_lanes(a: HostId, b: HostId) -> f64 {
    let lanes = f64::from(a.0.abs_diff(b.0));
    if lanes % 2.0 == 0.0 { 0.5 - 0.5 / lanes } else { 0.5 }
}

impl Flight {
    /// How far a place is from the line.
    pub(super) fn distance(&self, place: Point) -> f64 {
        let (dx, dy) = (self.to.x - self.from.x, self.to.y - self.from.y);
        let length = (dx * dx + dy * dy).max(1e-9);
        let along = ((place.x - self.from.x) * dx + (place.y - self.from.y) * dy) / length;
        place.distance(self.from.towards(self.to, along.clamp(0.0, 1.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::scale::STRETCHES;
    use super::*;
    use crate::state::sample;

    #[test]
    fn lines_end_where_messages_do() {
        let session = sample(3_000);
        let scale = Scale::new(868.0, &session, STRETCHES[3]);
        let (all, left_out) = flights(&session, &scale);
        assert!(all.len() > 50 && left_out == 0);
        let now = scale.x(session.now());
        assert!(all.iter().all(|flight| flight.from.x <= flight.to.x && flight.to.x <= now + 0.1));
        let lost: Vec<_> = all.iter().filter(|flight| flight.lost).collect();
        assert!(!lost.is_empty(), "the links are cut");
        let lanes = |y: f64| ((y - scale.top) / scale.lane).fract();
        assert!(lost.iter().all(|flight| (lanes(flight.to.y) - 0.5).abs() < 0.01));
    }

    #[test]
    fn what_is_not_drawn_is_counted() {
        let session = sample(9_000);
        let scale = Scale::new(868.0, &session, STRETCHES[5]);
        let (all, left_out) = flights(&session, &scale);
        let flying = under_way(&session, &scale).len();
        assert!(left_out > 100 && all.len() == MOST + flying);
        assert!(all.windows(2).take(MOST - 1).all(|two| two[0].step < two[1].step));
    }

    #[test]
    fn the_nearest_line_is_found() {
        let flight = Flight {
            step: 0,
            from: Point::new(0.0, 0.0),
            to: Point::new(10.0, 0.0),
            caption: Caption::default(),
            lost: false,
        };
        assert_eq!(flight.distance(Point::new(5.0, 3.0)), 3.0);
        assert_eq!(flight.distance(Point::new(14.0, 3.0)), 5.0);
    }
}
