//! What drawings are made of: numbers, paths, boxes, circles, words.
//!
//! One function for each, since what is written out at every place has its price in the page.
use super::turn::Point;
use yew::prelude::*;

/// A number as an attribute: to the hundredth, no longer than it must be.
pub fn n(number: f64) -> String {
    let mut text = String::new();
    push(&mut text, number);
    text
}

fn push(text: &mut String, number: f64) {
    let hundredths = (number * 100.0).round() as i64;
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    if hundredths < 0 {
        text.push('-');
    }
    text.push_str(&whole.to_string());
    if part > 0 {
        text.push_str(if part < 10 { ".0" } else { "." });
        text.push_str(&if part % 10 == 0 { part / 10 } else { part }.to_string());
    }
}

/// What is drawn, in the letters of a path: each `#` is the next of the numbers.
pub fn trace(letters: &str, numbers: &[f64]) -> String {
    let mut text = String::new();
    let mut numbers = numbers.iter();
    for letter in letters.chars() {
        match letter {
            '#' => numbers.next().into_iter().for_each(|number| push(&mut text, *number)),
            _ => text.push(letter),
        }
    }
    text
}

/// A straight line as a path.
pub fn line(from: Point, to: Point) -> String {
    trace("M# #L# #", &[from.x, from.y, to.x, to.y])
}

/// A path.
pub fn path(d: impl Into<AttrValue>, class: &'static str) -> Html {
    traced(d.into(), class)
}

fn traced(d: AttrValue, class: &'static str) -> Html {
    html! { <path {d} {class} /> }
}

/// A box: its upper left corner, its width and height.
pub fn rect(corner: (f64, f64), size: (f64, f64), class: &'static str) -> Html {
    html! {
        <rect x={n(corner.0)} y={n(corner.1)} width={n(size.0)} height={n(size.1)} {class} />
    }
}

/// A box that is filled with a pattern.
pub fn patterned(corner: (f64, f64), size: (f64, f64), fill: &'static str) -> Html {
    html! {
        <rect x={n(corner.0)} y={n(corner.1)} width={n(size.0)} height={n(size.1)} {fill} />
    }
}

/// A circle.
pub fn circle(centre: Point, radius: f64, class: impl Into<AttrValue>) -> Html {
    round(centre, radius, class.into())
}

fn round(centre: Point, radius: f64, class: AttrValue) -> Html {
    html! { <circle cx={n(centre.x)} cy={n(centre.y)} r={n(radius)} {class} /> }
}

/// Words; the anchor says whether the place is their "start", their "middle" or their "end".
pub fn text(
    at: (f64, f64),
    anchor: &'static str,
    class: &'static str,
    words: impl ToString,
) -> Html {
    written(at, anchor, class, words.to_string())
}

// What is alike for all kinds of words is there once.
fn written(at: (f64, f64), anchor: &'static str, class: &'static str, words: String) -> Html {
    html! { <text x={n(at.0)} y={n(at.1)} text-anchor={anchor} {class}>{ words }</text> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_no_longer_than_they_must_be() {
        let written = [0.0, -0.001, 2.5, 0.05, -1.25, 100.996, 12.0, -0.5].map(n);
        assert_eq!(written, ["0", "0", "2.5", "0.05", "-1.25", "101", "12", "-0.5"]);
    }

    #[test]
    fn a_trace_takes_numbers_in_order() {
        assert_eq!(trace("M# #l5 5m0-5H#", &[1.0, -2.25, 7.004]), "M1 -2.25l5 5m0-5H7");
        assert_eq!(line(Point::new(0.0, 1.5), Point::new(2.0, 3.0)), "M0 1.5L2 3");
    }
}
