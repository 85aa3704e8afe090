//! A cut as it is drawn: a line that parts the two sides, or a ring around who is cut off.
use super::layout::Layout;
use super::room::{Area, along, around};
use crate::marks::pen;
use crate::marks::{Point, arc, polar};
use engine::kernel::{Cut, HostId, HostSet};

/// What is drawn of a cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Boundary {
    /// Across the stage: each host of the cut stands on its side.
    Line(Line),
    /// Across one link.
    Bar(Line),
    /// Around the one host that is cut off, so far from its middle.
    Ring(Point, f64),
}

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    /// Its ends; those of a line across the stage are on its edges.
    pub ends: (Point, Point),
    /// Across the line, towards the first side, of length 1.
    pub across: Point,
}

/// How far a bar reaches to both sides of its link.
const BAR: f64 = 26.0;
/// Between what a host takes up and the ring around it.
const AWAY: f64 = 5.0;

impl Boundary {
    /// What is drawn of a cut; nothing, if no line parts its sides. `clear` is how far the drawing
    /// of a host reaches.
    pub(super) fn of(
        cut: &Cut,
        hosts: &[(HostId, Point)],
        layout: &Layout,
        clear: &dyn Fn(HostId) -> f64,
    ) -> Option<Boundary> {
        let only =
            |set: HostSet| hosts.iter().find(|(host, _)| set.len() == 1 && set.contains(*host));
        let (one, other) = (only(cut.from), only(cut.to));
        match (one, other, one.or(other)) {
            (Some((_, a)), Some((_, b)), _) if hosts.len() > 2 => {
                let far = a.distance(*b).max(1.0);
                let across = Point::new((a.x - b.x) / far, (a.y - b.y) / far);
                let middle = a.towards(*b, 0.5);
                let end = |by: f64| Point::new(middle.x - across.y * by, middle.y + across.x * by);
                Some(Boundary::Bar(Line { ends: (end(-BAR), end(BAR)), across }))
            }
            (_, _, Some((host, at))) if hosts.len() > 2 => {
                Some(Boundary::Ring(*at, clear(*host) + AWAY))
            }
            _ => Line::of(cut, hosts, layout, clear).map(Boundary::Line),
        }
    }

    /// As a path, shifted so far towards the first side or outwards.
    pub(super) fn path(&self, by: f64) -> String {
        match *self {
            Boundary::Line(line) | Boundary::Bar(line) => {
                let (x, y) = (line.across.x * by, line.across.y * by);
                let (a, b) = line.ends;
                pen::line(Point::new(a.x + x, a.y + y), Point::new(b.x + x, b.y + y))
            }
            Boundary::Ring(centre, reach) => arc(centre, reach + by, 0.0, 0.9999) + "Z",
        }
    }

    /// Where it is struck.
    pub(super) fn middle(&self) -> Point {
        match *self {
            Boundary::Line(line) | Boundary::Bar(line) => line.ends.0.towards(line.ends.1, 0.5),
            Boundary::Ring(centre, reach) => polar(centre, reach, 0.0),
        }
    }

    /// How far from a place.
    pub(super) fn distance(&self, at: Point) -> f64 {
        match *self {
            Boundary::Line(line) | Boundary::Bar(line) => distance(at, line.ends),
            Boundary::Ring(centre, reach) => (centre.distance(at) - reach).abs(),
        }
    }

    /// What it takes up.
    pub(super) fn areas(&self) -> Vec<Area> {
        match *self {
            Boundary::Line(line) | Boundary::Bar(line) => {
                along(line.ends.0, line.ends.1, 8.0).collect()
            }
            Boundary::Ring(centre, reach) => Area::circle(centre, reach + 5.0).to_vec(),
        }
    }

    /// Places for words about it.
    pub(super) fn places(&self, (width, height): (f64, f64)) -> Vec<Area> {
        match *self {
            Boundary::Line(line) | Boundary::Bar(line) => {
                let (a, b) = line.ends;
                let beside = |step: u32| {
                    let at = a.towards(b, f64::from(step) / 16.0);
                    // Beside an upright line, above or below a level one.
                    let (x, y) = (line.across.x.abs(), line.across.y.abs());
                    let (dx, dy) = (12.0 + x * width / 2.0, 12.0 + y * height / 2.0);
                    [1.0, -1.0].map(|side| Area {
                        x: at.x + side * line.across.x * dx - width / 2.0,
                        y: at.y + side * line.across.y * dy - height / 2.0,
                        width,
                        height,
                    })
                };
                (0..=16).flat_map(beside).collect()
            }
            Boundary::Ring(centre, reach) => around(centre, &[reach + 7.0], (width, height)),
        }
    }

    /// The part of the stage beyond it as a path: that of the first side, or of the second.
    pub(super) fn ground(&self, first: bool, cut: &Cut, layout: &Layout) -> Option<String> {
        match self {
            Boundary::Line(line) => Some(line.ground(first, layout)),
            Boundary::Ring(..) if (if first { cut.from } else { cut.to }).len() == 1 => {
                Some(self.path(0.0))
            }
            _ => None,
        }
    }
}

impl Line {
    /// The line through two points, from edge to edge.
    pub(super) fn through(a: Point, b: Point, layout: &Layout) -> Option<Line> {
        let length = a.distance(b);
        if length < 8.0 {
            return None;
        }
        let along = Point::new((b.x - a.x) / length, (b.y - a.y) / length);
        let (mut first, mut last) = (f64::NEG_INFINITY, f64::INFINITY);
        for (at, step, most) in [(a.x, along.x, layout.width), (a.y, along.y, layout.height)] {
            if step.abs() > 1e-9 {
                let (one, other) = (-at / step, (most - at) / step);
                first = first.max(one.min(other));
                last = last.min(one.max(other));
            }
        }
        let on = |t: f64| Point::new(a.x + along.x * t, a.y + along.y * t);
        (last - first > 1.0)
            .then(|| Line { ends: (on(first), on(last)), across: Point::new(-along.y, along.x) })
    }

    /// How far a place lies beyond the line, on the first side.
    fn side(&self, place: Point) -> f64 {
        let (end, across) = (self.ends.0, self.across);
        (place.x - end.x) * across.x + (place.y - end.y) * across.y
    }

    /// Which hosts fall on the first side, and which on the second.
    pub(super) fn parts(&self, hosts: &[(HostId, Point)]) -> (HostSet, HostSet) {
        let on = |first: bool| {
            let those = hosts.iter().filter(move |(_, at)| (self.side(*at) > 0.0) == first);
            those.map(|(host, _)| *host).collect()
        };
        (on(true), on(false))
    }

    /// A line that parts the sides of a cut with the widest margin, if one does; an upright or
    /// level one is preferred. It keeps away from a host the farther, the larger that is.
    fn of(
        cut: &Cut,
        hosts: &[(HostId, Point)],
        layout: &Layout,
        clear: &dyn Fn(HostId) -> f64,
    ) -> Option<Line> {
        // On each side, how far the nearest host is across a line, and how large it is.
        let nearest = |set: HostSet, across: Point, sign: f64| {
            let those = hosts.iter().filter(|(host, _)| set.contains(*host));
            let far = those.map(|(host, at)| (at.x * across.x + at.y * across.y, clear(*host)));
            far.min_by(|a, b| (a.0 * sign).total_cmp(&(b.0 * sign)))
        };
        let line = |half: u32| {
            let across = polar(Point::default(), 1.0, f64::from(half) / 96.0);
            let (low, one) = nearest(cut.from, across, 1.0)?;
            let (high, other) = nearest(cut.to, across, -1.0)?;
            let straight = if half.is_multiple_of(24) { 1.6 } else { 1.0 };
            let at = high + (low - high) * other / (one + other);
            Some(((low - high) * straight, across, at))
        };
        let lines = (0..96).filter_map(line);
        let (margin, across, at) = lines.max_by(|a, b| a.0.total_cmp(&b.0))?;
        if margin <= 2.0 {
            return None;
        }
        let foot = Point::new(across.x * at, across.y * at);
        let along = Point::new(foot.x + across.y * 50.0, foot.y - across.x * 50.0);
        let found = Line::through(foot, along, layout)?;
        Some(Line { across, ..found })
    }

    /// The part of the stage beyond the line, on the first side or on the second.
    fn ground(&self, first: bool, layout: &Layout) -> String {
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
            .map(|(x, y)| Point::new(x * layout.width, y * layout.height));
        let beyond = |at: &Point| (self.side(*at) > 0.0) == first;
        let mut outline = Vec::new();
        for (place, corner) in corners.iter().enumerate() {
            let next = corners[(place + 1) % 4];
            if beyond(corner) {
                outline.push(*corner);
            }
            if beyond(corner) != beyond(&next) {
                let (here, there) = (self.side(*corner), self.side(next));
                outline.push(corner.towards(next, here / (here - there)));
            }
        }
        let points: Vec<_> = outline.iter().map(|at| pen::trace("# #", &[at.x, at.y])).collect();
        format!("M{}Z", points.join("L"))
    }
}

/// How far a place is from a straight piece.
pub(super) fn distance(at: Point, (a, b): (Point, Point)) -> f64 {
    let length = a.distance(b).max(1.0);
    let along = ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / length / length;
    a.towards(b, along.clamp(0.0, 1.0)).distance(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts() -> Vec<(HostId, Point)> {
        let places = [(100.0, 100.0), (100.0, 300.0), (600.0, 90.0), (620.0, 310.0)];
        let point =
            |(number, (x, y)): (usize, &(f64, f64))| (HostId(number as u16), Point::new(*x, *y));
        places.iter().enumerate().map(point).collect()
    }

    #[test]
    fn a_drawn_line_parts_the_hosts() {
        let layout = Layout::of(868.0);
        let line = Line::through(Point::new(300.0, 10.0), Point::new(320.0, 200.0), &layout);
        let line = line.expect("long enough");
        let (a, b) = line.parts(&hosts());
        assert_eq!((a.or(b).len(), a.len()), (4, 2));
        assert!((line.ends.0.y - 0.0).abs() < 0.1 && (line.ends.1.y - layout.height).abs() < 0.1);
        assert_eq!(Line::through(Point::new(1.0, 1.0), Point::new(2.0, 2.0), &layout), None);
    }

    #[test]
    fn a_cut_gets_a_line_that_parts_its_sides() {
        let layout = Layout::of(868.0);
        let cut = Cut {
            from: HostSet::from_bits(0b0011),
            to: HostSet::from_bits(0b1100),
            one_way: false,
        };
        let line = Line::of(&cut, &hosts(), &layout, &|_| 50.0).expect("they can be parted");
        assert_eq!(line.parts(&hosts()), (cut.from, cut.to));
        let crossed =
            Cut { from: HostSet::from_bits(0b1001), to: HostSet::from_bits(0b0110), ..cut };
        assert_eq!(Line::of(&crossed, &hosts(), &layout, &|_| 50.0), None);
    }

    #[test]
    fn who_is_cut_off_gets_a_ring_and_a_link_a_bar() {
        let (layout, hosts) = (Layout::of(868.0), hosts());
        let set = HostSet::from_bits;
        let drawn = |from: u64, to: u64| {
            let cut = Cut { from: set(from), to: set(to), one_way: false };
            let drawn = Boundary::of(&cut, &hosts, &layout, &|_| 50.0).expect("it is drawn");
            (drawn, drawn.ground(true, &cut, &layout).is_some())
        };
        let ring = Boundary::Ring(hosts[1].1, 55.0);
        assert_eq!(drawn(0b0010, 0b1101), (ring, true));
        assert_eq!(drawn(0b1101, 0b0010), (ring, false));
        assert_eq!(ring.distance(Point::new(100.0, 240.0)), 5.0);
        let (bar, ground) = drawn(0b0001, 0b0010);
        assert!(matches!(bar, Boundary::Bar(_)) && !ground);
        assert_eq!(bar.middle(), Point::new(100.0, 200.0));
        assert!(matches!(drawn(0b0011, 0b1100), (Boundary::Line(_), true)));
    }
}
