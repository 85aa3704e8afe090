//! Where there is room on a stage: rectangles, and places for more of them.
use super::layout::Layout;
use crate::marks::{Point, polar};
use std::array;

/// A rectangle that something takes up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Area {
    /// Around a point.
    pub(super) fn around(centre: Point, reach: f64) -> Area {
        Area::spread(centre, (reach, reach))
    }

    /// A circle, in four steps: its corners are free.
    pub(super) fn circle(centre: Point, reach: f64) -> [Area; 4] {
        [(1.0, 0.46), (0.89, 0.71), (0.71, 0.89), (0.46, 1.0)]
            .map(|(x, y)| Area::spread(centre, (x * reach, y * reach)))
    }

    fn spread(centre: Point, (x, y): (f64, f64)) -> Area {
        Area { x: centre.x - x, y: centre.y - y, width: 2.0 * x, height: 2.0 * y }
    }

    /// Its middle.
    pub(super) fn middle(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Does a straight line between two points run through it?
    fn is_crossed(&self, a: Point, b: Point) -> bool {
        let (mut first, mut last) = (0.0_f64, 1.0_f64);
        for (from, to, low, length) in
            [(a.x, b.x, self.x, self.width), (a.y, b.y, self.y, self.height)]
        {
            let step = to - from;
            if step.abs() < 1e-9 {
                if from < low || from > low + length {
                    return false;
                }
                continue;
            }
            let (one, other) = ((low - from) / step, (low + length - from) / step);
            first = first.max(one.min(other));
            last = last.min(one.max(other));
        }
        first < last
    }

    /// How much two areas have in common.
    pub(super) fn overlap(&self, other: &Area) -> f64 {
        let along = |a: f64, la: f64, b: f64, lb: f64| ((a + la).min(b + lb) - a.max(b)).max(0.0);
        along(self.x, self.width, other.x, other.width)
            * along(self.y, self.height, other.y, other.height)
    }

    /// How much of it lies outside a stage.
    fn outside(&self, layout: &Layout) -> f64 {
        let stage = Area { x: 0.0, y: 0.0, width: layout.width, height: layout.height };
        self.width * self.height - self.overlap(&stage)
    }
}

/// What is taken on a stage: what must not be covered, and what is better left alone.
#[derive(Clone, Debug)]
pub(super) struct Room<'a> {
    layout: &'a Layout,
    taken: Vec<Area>,
    lines: Vec<(Point, Point)>,
}

impl Room<'_> {
    /// A stage on which something stands already, and lines run between it.
    pub(super) fn new(layout: &Layout, taken: Vec<Area>, lines: Vec<(Point, Point)>) -> Room<'_> {
        Room { layout, taken, lines }
    }

    /// Something more stands there.
    pub(super) fn take(&mut self, areas: impl IntoIterator<Item = Area>) {
        self.taken.extend(areas);
    }

    /// The first of some places that covers nothing and no line, or else nothing; it is taken.
    pub(super) fn free(&mut self, options: &[Area]) -> Option<Area> {
        let free = || options.iter().filter(|option| self.is_free(option));
        let clear = |option: &&Area| !self.lines.iter().any(|(a, b)| option.is_crossed(*a, *b));
        let found = free().find(clear).or_else(|| free().next()).copied();
        self.taken.extend(found);
        found
    }

    /// The place that is least in the way, and how much it is; it is taken.
    pub(super) fn least(&mut self, options: &[Area]) -> Option<(Area, f64)> {
        let costs = options.iter().map(|option| (*option, self.cost(option)));
        let best = costs.min_by(|a, b| a.1.total_cmp(&b.1))?;
        self.taken.push(best.0);
        Some(best)
    }

    /// The free place that is nearest to a point, of those that will do; it is taken.
    pub(super) fn anywhere(
        &mut self,
        near: Point,
        (width, height): (f64, f64),
        will_do: &dyn Fn(&Area) -> bool,
    ) -> Option<Area> {
        const STEP: f64 = 12.0;
        let steps = |length: f64| (0..(length / STEP) as u32).map(|nth| f64::from(nth) * STEP);
        let rows = steps(self.layout.height - height);
        let all = rows.flat_map(|y| {
            steps(self.layout.width - width).map(move |x| Area { x, y, width, height })
        });
        let free = all.filter(|area| will_do(area) && self.is_free(area));
        let far = |area: &Area| near.distance(area.middle());
        let found = free.min_by(|a, b| far(a).total_cmp(&far(b)));
        self.taken.extend(found);
        found
    }

    /// Does it cover nothing?
    pub(super) fn is_free(&self, option: &Area) -> bool {
        option.outside(self.layout) < 0.5
            && self.taken.iter().all(|area| area.overlap(option) < 0.5)
    }

    /// How much a rectangle would cover, and how far it would stick out.
    fn cost(&self, option: &Area) -> f64 {
        self.taken.iter().map(|area| area.overlap(option)).sum::<f64>()
            + 4.0 * option.outside(self.layout)
    }
}

/// Places for a rectangle all around a circle, the nearest first.
pub(super) fn around(at: Point, reaches: &[f64], (width, height): (f64, f64)) -> Vec<Area> {
    let directions: [Point; 24] =
        array::from_fn(|nth| polar(Point::default(), 1.0, nth as f64 / 24.0));
    let one = |reach: f64, Point { x, y }: Point| Area {
        x: at.x + reach * x - width * (1.0 - x) / 2.0,
        y: at.y + reach * y - height * (1.0 - y) / 2.0,
        width,
        height,
    };
    reaches.iter().flat_map(|reach| directions.map(|way| one(*reach, way))).collect()
}

/// A line as areas to be left alone.
pub(super) fn along(a: Point, b: Point, reach: f64) -> impl Iterator<Item = Area> {
    (0..24).map(move |step| Area::around(a.towards(b, f64::from(step) / 23.0), reach))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_goes_where_there_is_room() {
        let layout = Layout::of(868.0);
        let taken = vec![Area { x: 0.0, y: 0.0, width: 100.0, height: 100.0 }];
        let line = vec![(Point::new(302.0, 40.0), Point::new(302.0, 70.0))];
        let mut room = Room::new(&layout, taken, line);
        let at = |x: f64, y: f64| Area { x, y, width: 40.0, height: 10.0 };
        let (here, over, there, off) =
            (at(50.0, 50.0), at(290.0, 50.0), at(150.0, 50.0), at(-30.0, 200.0));
        assert_eq!(room.free(&[here, off, over, there]), Some(there));
        // Rather over a line than over another label, and rather over that than off the stage.
        assert_eq!(room.free(&[off, there, over]), Some(over));
        assert_eq!(room.free(&[off, here]), None);
        assert_eq!(room.least(&[off, here]).map(|(area, _)| area), Some(here));
    }

    #[test]
    fn places_around_a_circle_touch_it_from_outside() {
        let at = Point::new(200.0, 200.0);
        let places = around(at, &[50.0], (60.0, 20.0));
        assert_eq!(places.len(), 24);
        assert!(places.iter().any(|area| (area.x - 250.0).abs() < 0.1));
        assert!(places.iter().any(|area| (area.y + area.height - 150.0).abs() < 0.1));
    }
}
