//! Where things stand on a stage of some width: plain data; type keeps its size.
use crate::marks::Point;
use engine::kernel::HostId;
use engine::scenario::Cast;

/// The width of a drawing that is enlarged to be seen from far away; no page is as wide as this.
/// It is flatter than those of telephones, and its words are as few.
pub const FAR_WIDTH: f64 = 500.5;

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
            FAR_WIDTH => (339.0, 0.64),
            width if width >= 420.0 => (371.0, 0.66),
            _ => (343.0, 0.58),
        };
        Layout { width, height, scale, small: width < 540.0 }
    }

    /// Where all hosts of a cast stand: the highest and the lowest as near to the edges as their
    /// drawings allow, on a small stage also the outermost; the others in proportion.
    pub(super) fn hosts(&self, cast: &Cast) -> Vec<(HostId, Point)> {
        let all = || (0..cast.hosts.len() as u16).map(HostId);
        let at = |host: HostId| cast.hosts[host.index()].at;
        let tall: Vec<_> = all().map(|host| (at(host).1, self.vertical(cast, host))).collect();
        let side = if self.small { 52.0 } else { 80.0 };
        let wide: Vec<_> = all().map(|host| (at(host).0, side)).collect();
        let down = fitted(&tall, self.height);
        let across = |x: f64| match self.small {
            true => fitted(&wide, self.width)(x),
            false => side + x / 100.0 * (self.width - 2.0 * side),
        };
        all().map(|host| (host, Point::new(across(at(host).0), down(at(host).1)))).collect()
    }

    /// How near to the upper or lower edge the middle of a host may be.
    fn vertical(&self, cast: &Cast, host: HostId) -> f64 {
        if is_client(cast, host) { 28.0 } else { self.clear(cast, host) + 10.0 }
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

/// A scale from places to pixels that puts the outermost things, each with the distance that it
/// keeps from the edges, as far out as it can. Where all stand in one line, that is the middle.
fn fitted(things: &[(f64, f64)], length: f64) -> impl Fn(f64) -> f64 + use<> {
    let least = things.iter().map(|(at, _)| *at).fold(f64::INFINITY, f64::min);
    let most = things.iter().map(|(at, _)| *at).fold(f64::NEG_INFINITY, f64::max);
    let range = most - least;
    let (mut first, mut last) = (0.0_f64, 0.0_f64);
    // What stands a little further in than the outermost may need more room than that.
    for _ in 0..4 {
        let each = (length - first - last) / range.max(1.0);
        for (at, room) in things {
            first = first.max(room - (at - least) * each);
            last = last.max(room - (most - at) * each);
        }
    }
    let each = if range > 1.0 { (length - first - last) / range } else { 0.0 };
    let begin = if range > 1.0 { first } else { length / 2.0 };
    move |at| begin + (at - least) * each
}

fn is_client(cast: &Cast, host: HostId) -> bool {
    cast.hosts.get(host.index()).is_some_and(|info| info.is_client)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outermost_stand_at_the_edges_and_nobody_beyond_them() {
        let place = fitted(&[(16.0, 80.0), (84.0, 80.0), (92.0, 28.0)], 469.0);
        assert_eq!(place(16.0), 80.0);
        assert!(place(84.0) <= 469.0 - 79.9 && place(92.0) <= 469.0 - 27.9);
        assert!(place(84.0) > 469.0 - 83.0, "the room is used");
        let level = fitted(&[(40.0, 80.0), (40.0, 80.0)], 400.0);
        assert_eq!(level(40.0), 200.0);
    }
}
