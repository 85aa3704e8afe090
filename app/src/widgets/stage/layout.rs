//! Where things stand on a stage of some width: plain data; type keeps its size.
use crate::marks::Point;
use engine::kernel::HostId;
use engine::scenario::Cast;

/// One arrangement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Layout {
    pub width: f64,
    pub height: f64,
    /// 1 draws nodes at full size.
    pub scale: f64,
    /// Little room: labels are short.
    pub small: bool,
}

impl Layout {
    /// The arrangement for a width.
    pub(super) fn of(width: f64) -> Layout {
        let (height, scale) = match width {
            width if width >= 820.0 => (469.0, 1.0),
            width if width >= 540.0 => (399.0, 0.75),
            width if width >= 420.0 => (371.0, 0.66),
            _ => (343.0, 0.58),
        };
        Layout { width, height, scale, small: width < 540.0 }
    }

    /// Where a host stands.
    pub(super) fn host(&self, cast: &Cast, host: HostId) -> Point {
        let (x, y) = cast.hosts.get(host.index()).map_or((50.0, 50.0), |info| info.at);
        let (side, top, bottom) = match self.small {
            true => (52.0, 62.0, 46.0),
            false => (80.0, 84.0, 60.0),
        };
        Point {
            x: side + x / 100.0 * (self.width - 2.0 * side),
            y: top + y / 100.0 * (self.height - top - bottom),
        }
    }

    /// How far a host's drawing reaches from its middle.
    pub(super) fn reach(&self, cast: &Cast, host: HostId) -> f64 {
        if is_client(cast, host) { 14.0 } else { 60.0 * self.scale }
    }

    /// How far words keep away from its middle: its ring may break out.
    pub(super) fn clear(&self, cast: &Cast, host: HostId) -> f64 {
        if is_client(cast, host) { 14.0 } else { 74.0 * self.scale }
    }
}

fn is_client(cast: &Cast, host: HostId) -> bool {
    cast.hosts.get(host.index()).is_some_and(|info| info.is_client)
}

/// A rectangle that something takes up.
#[derive(Clone, Copy, Debug, PartialEq)]
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

    /// How much two areas have in common.
    pub(super) fn overlap(&self, other: &Area) -> f64 {
        let along = |a: f64, la: f64, b: f64, lb: f64| ((a + la).min(b + lb) - a.max(b)).max(0.0);
        along(self.x, self.width, other.x, other.width)
            * along(self.y, self.height, other.y, other.height)
    }

    /// How much of it lies outside a stage.
    pub(super) fn outside(&self, layout: &Layout) -> f64 {
        let stage = Area { x: 0.0, y: 0.0, width: layout.width, height: layout.height };
        self.width * self.height - self.overlap(&stage)
    }
}

/// The first of some places for a rectangle that is free, or the one that is least in the way.
pub(super) fn place(layout: &Layout, taken: &mut Vec<Area>, options: &[Area]) -> Area {
    if let Some(free) = place_if_free(layout, taken, options) {
        return free;
    }
    let cost = |option: &Area| cost(layout, taken, option);
    let best = options.iter().min_by(|a, b| cost(a).total_cmp(&cost(b)));
    let chosen = best.copied().unwrap_or(Area { x: 0.0, y: 0.0, width: 0.0, height: 0.0 });
    taken.push(chosen);
    chosen
}

/// The first of some places for a rectangle that is free, if one is.
pub(super) fn place_if_free(
    layout: &Layout,
    taken: &mut Vec<Area>,
    options: &[Area],
) -> Option<Area> {
    let free = options.iter().find(|option| cost(layout, taken, option) < 1.0).copied();
    taken.extend(free);
    free
}

/// How much a rectangle would cover, and how far it would stick out.
fn cost(layout: &Layout, taken: &[Area], option: &Area) -> f64 {
    taken.iter().map(|area| area.overlap(option)).sum::<f64>() + 4.0 * option.outside(layout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_goes_where_there_is_room() {
        let layout = Layout::of(868.0);
        let mut taken = vec![Area { x: 0.0, y: 0.0, width: 100.0, height: 100.0 }];
        let here = Area { x: 50.0, y: 50.0, width: 40.0, height: 10.0 };
        let there = Area { x: 150.0, y: 50.0, width: 40.0, height: 10.0 };
        let off = Area { x: -30.0, y: 200.0, width: 40.0, height: 10.0 };
        assert_eq!(place(&layout, &mut taken, &[here, off, there]), there);
        // Rather over another label than off the stage.
        assert_eq!(place(&layout, &mut taken, &[off, there]), there);
    }
}
