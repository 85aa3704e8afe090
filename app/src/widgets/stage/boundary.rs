//! A cut as a line: the one that was drawn, or one that parts the two sides.
use super::layout::Layout;
use crate::marks::pen;
use crate::marks::{Point, polar};
use engine::kernel::{Cut, HostId, HostSet};

/// A line across the stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Boundary {
    /// Its ends, on the edges of the stage.
    pub ends: (Point, Point),
    /// Across the line, towards the first side, of length 1.
    pub across: Point,
}

impl Boundary {
    /// The line through two points, from edge to edge.
    pub(super) fn through(a: Point, b: Point, layout: &Layout) -> Option<Boundary> {
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
        (last - first > 1.0).then(|| Boundary {
            ends: (on(first), on(last)),
            across: Point::new(-along.y, along.x),
        })
    }

    /// How far a place lies beyond the line, on the first side.
    pub(super) fn side(&self, place: Point) -> f64 {
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
    /// level one is preferred.
    pub(super) fn of(cut: &Cut, hosts: &[(HostId, Point)], layout: &Layout) -> Option<Boundary> {
        let side = |set: HostSet| {
            let those = hosts.iter().filter(|(host, _)| set.contains(*host));
            those.map(|(_, at)| *at).collect::<Vec<_>>()
        };
        let (a, b) = (side(cut.from), side(cut.to));
        let line = |half: u32| {
            let across = polar(Point::default(), 1.0, f64::from(half) / 96.0);
            let reach = |at: &Point| at.x * across.x + at.y * across.y;
            let low = a.iter().map(reach).fold(f64::INFINITY, f64::min);
            let high = b.iter().map(reach).fold(f64::NEG_INFINITY, f64::max);
            let straight = if half.is_multiple_of(24) { 1.6 } else { 1.0 };
            ((low - high) * straight, across, (low + high) / 2.0)
        };
        let (margin, across, at) = (0..96).map(line).max_by(|a, b| a.0.total_cmp(&b.0))?;
        if margin <= 2.0 || a.is_empty() || b.is_empty() {
            return None;
        }
        let foot = Point::new(across.x * at, across.y * at);
        let along = Point::new(foot.x + across.y * 50.0, foot.y - across.x * 50.0);
        let found = Boundary::through(foot, along, layout)?;
        Some(Boundary { across, ..found })
    }

    /// The part of the stage beyond the line, on the first side or on the second.
    pub(super) fn ground(&self, first: bool, layout: &Layout) -> String {
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
        let points: Vec<_> = outline.iter().map(|at| pen::trace("#,#", &[at.x, at.y])).collect();
        points.join(" ")
    }
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
        let line = Boundary::through(Point::new(300.0, 10.0), Point::new(320.0, 200.0), &layout);
        let line = line.expect("long enough");
        let (a, b) = line.parts(&hosts());
        assert_eq!((a.or(b).len(), a.len()), (4, 2));
        assert!((line.ends.0.y - 0.0).abs() < 0.1 && (line.ends.1.y - layout.height).abs() < 0.1);
        assert_eq!(Boundary::through(Point::new(1.0, 1.0), Point::new(2.0, 2.0), &layout), None);
    }

    #[test]
    fn a_cut_gets_a_line_that_parts_its_sides() {
        let layout = Layout::of(868.0);
        let cut = Cut {
            from: HostSet::from_bits(0b0011),
            to: HostSet::from_bits(0b1100),
            one_way: false,
        };
        let line = Boundary::of(&cut, &hosts(), &layout).expect("they can be parted");
        assert_eq!(line.parts(&hosts()), (cut.from, cut.to));
        let crossed =
            Cut { from: HostSet::from_bits(0b1001), to: HostSet::from_bits(0b0110), ..cut };
        assert_eq!(Boundary::of(&crossed, &hosts(), &layout), None);
    }
}
