//! Angles: turns are counted from the top, clockwise, 1 is once around.
use super::pen::trace;
use std::f64::consts::TAU;

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
pub fn polar(centre: Point, radius: f64, turns: f64) -> Point {
    let (sine, cosine) = sine_and_cosine(turns);
    Point { x: centre.x + radius * sine, y: centre.y - radius * cosine }
}

/// The turns from the top at which a place is seen from a centre.
pub fn turns_of(centre: Point, place: Point) -> f64 {
    let (right, up) = (place.x - centre.x, centre.y - place.y);
    let (low, high) = (right.abs().min(up.abs()), right.abs().max(up.abs()));
    if high == 0.0 {
        return 0.0;
    }
    let eighth = turns_of_slope(low / high);
    let quarter = if right.abs() > up.abs() { 0.25 - eighth } else { eighth };
    let half = if up < 0.0 { 0.5 - quarter } else { quarter };
    half.copysign(right)
}

// The library's own functions weigh ten kilobytes in the page; a drawing needs some six digits.

/// Of an angle in turns, from the nearest quarter on, where short series do.
fn sine_and_cosine(turns: f64) -> (f64, f64) {
    let quarter = (turns * 4.0).round();
    let angle = (turns - quarter / 4.0) * TAU;
    let (mut sine, mut cosine) = (angle, 1.0);
    let (mut odd, mut even) = (angle, 1.0);
    for nth in [2.0, 4.0, 6.0, 8.0, 10.0] {
        even *= -angle * angle / (nth * (nth - 1.0));
        odd *= -angle * angle / (nth * (nth + 1.0));
        cosine += even;
        sine += odd;
    }
    match (quarter as i64).rem_euclid(4) {
        0 => (sine, cosine),
        1 => (cosine, -sine),
        2 => (-sine, -cosine),
        _ => (-cosine, sine),
    }
}

/// The angle of a slope from 0 to 1, in turns: twice the angle of one that is less than a half.
fn turns_of_slope(slope: f64) -> f64 {
    let less = slope / (1.0 + (1.0 + slope * slope).sqrt());
    let (mut angle, mut power) = (0.0, less);
    for nth in 0..12 {
        angle += power / f64::from(2 * nth + 1);
        power *= -less * less;
    }
    2.0 * angle / TAU
}

/// A path along a circle, clockwise.
pub fn arc(centre: Point, radius: f64, from: f64, to: f64) -> String {
    let (a, b) = (polar(centre, radius, from), polar(centre, radius, to));
    let large = f64::from(to - from > 0.5);
    trace("M# #A# # 0 # 1 # #", &[a.x, a.y, radius, radius, large, b.x, b.y])
}

/// A path around a part of a ring, clockwise; at most all of it.
pub fn sector(centre: Point, inner: f64, outer: f64, from: f64, to: f64) -> String {
    let to = to.min(from + 0.9999);
    let large = f64::from(to - from > 0.5);
    let [a, b] = [from, to].map(|turns| polar(centre, outer, turns));
    let [c, d] = [to, from].map(|turns| polar(centre, inner, turns));
    let there = trace("M# #A# # 0 # 1 # #", &[a.x, a.y, outer, outer, large, b.x, b.y]);
    let back = trace("L# #A# # 0 # 0 # #Z", &[c.x, c.y, inner, inner, large, d.x, d.y]);
    there + &back
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

    #[test]
    fn series_are_as_exact_as_a_drawing_needs() {
        for nth in -2_000..2_000 {
            let turns = f64::from(nth) / 777.0;
            let (sine, cosine) = sine_and_cosine(turns);
            let (x, y) = (turns * TAU).sin_cos();
            assert!((sine - x).abs() < 1e-8 && (cosine - y).abs() < 1e-8, "{turns}");
            let seen = turns_of(Point::default(), Point::new(sine, -cosine));
            assert!((seen - x.atan2(y) / TAU).abs() < 1e-8, "{turns}");
        }
    }
}
