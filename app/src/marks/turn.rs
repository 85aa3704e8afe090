//! Angles: turns are counted from the top, clockwise, 1 is once around.

/// A place in a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Point {
    /// A place.
    pub const fn new(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    /// How far apart two places are.
    pub fn distance(self, other: Point) -> f64 {
        let (dx, dy) = (other.x - self.x, other.y - self.y);
        (dx * dx + dy * dy).sqrt()
    }

    /// Part of the way from here to there.
    pub fn towards(self, there: Point, part: f64) -> Point {
        Point { x: self.x + (there.x - self.x) * part, y: self.y + (there.y - self.y) * part }
    }
}

/// The place at a distance from a centre, some turns from the top.
#[expect(clippy::disallowed_methods, reason = "a drawing may differ in its last bit")]
pub fn polar(centre: Point, radius: f64, turns: f64) -> Point {
    let angle = turns * std::f64::consts::TAU;
    Point { x: centre.x + radius * angle.sin(), y: centre.y - radius * angle.cos() }
}

/// The turns from the top at which a place is seen from a centre.
pub fn turns_of(centre: Point, place: Point) -> f64 {
    let (dx, dy) = (place.x - centre.x, place.y - centre.y);
    dx.atan2(-dy) / std::f64::consts::TAU
}

/// A path along a circle, clockwise.
pub fn arc(centre: Point, radius: f64, from: f64, to: f64) -> String {
    let (a, b) = (polar(centre, radius, from), polar(centre, radius, to));
    let large = i32::from(to - from > 0.5);
    format!("M{:.2} {:.2}A{radius:.2} {radius:.2} 0 {large} 1 {:.2} {:.2}", a.x, a.y, b.x, b.y)
}

/// A path around a part of a ring, clockwise; at most all of it.
pub fn sector(centre: Point, inner: f64, outer: f64, from: f64, to: f64) -> String {
    let to = to.min(from + 0.9999);
    let large = i32::from(to - from > 0.5);
    let [a, b] = [from, to].map(|turns| polar(centre, outer, turns));
    let [c, d] = [to, from].map(|turns| polar(centre, inner, turns));
    format!(
        "M{:.2} {:.2}A{outer:.2} {outer:.2} 0 {large} 1 {:.2} {:.2}L{:.2} {:.2}\
         A{inner:.2} {inner:.2} 0 {large} 0 {:.2} {:.2}Z",
        a.x, a.y, b.x, b.y, c.x, c.y, d.x, d.y
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_are_counted_from_the_top_clockwise() {
        let centre = Point::new(10.0, 10.0);
        let right = polar(centre, 5.0, 0.25);
        assert!((right.x - 15.0).abs() < 1e-9 && (right.y - 10.0).abs() < 1e-9);
        for turns in [-0.4, -0.1, 0.0, 0.2, 0.45] {
            assert!((turns_of(centre, polar(centre, 3.0, turns)) - turns).abs() < 1e-9);
        }
    }
}
