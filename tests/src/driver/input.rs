//! Keys, mouse and touch, as W3C actions.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::Browser;

/// How long one leg of a drag takes, in milliseconds: long enough for the page to follow.
const LEG_MS: u64 = 40;

/// A place in the viewport, in CSS pixels from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// The place `x` to the right and `y` further down.
    pub fn offset(self, x: f64, y: f64) -> Point {
        Point { x: self.x + x, y: self.y + y }
    }
}

impl Browser {
    /// Presses and releases a key, wherever the focus is.
    pub fn press(&self, key: impl Into<char>) -> Result<()> {
        self.chord(&[], key)
    }

    /// Presses a key while others are held, as in `chord(&[Key::Control], 'k')`.
    pub fn chord(&self, held: &[Key], key: impl Into<char>) -> Result<()> {
        let held: Vec<char> = held.iter().map(Key::value).collect();
        let key = key.into();
        let mut steps: Vec<Value> = held.iter().map(|key| key_step("keyDown", *key)).collect();
        steps.extend([key_step("keyDown", key), key_step("keyUp", key)]);
        steps.extend(held.iter().rev().map(|key| key_step("keyUp", *key)));
        self.act(json!({ "type": "key", "id": "keyboard", "actions": steps }))
    }

    /// The middle of the first match, scrolled into view.
    pub fn middle(&self, selector: &str) -> Result<Point> {
        let element = self.wait_for(selector)?;
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' }); \
                      const box = arguments[0].getBoundingClientRect(); \
                      return [box.x + box.width / 2, box.y + box.height / 2];";
        let place = self.run(script, &[element.to_json()?])?;
        match (place[0].as_f64(), place[1].as_f64()) {
            (Some(x), Some(y)) => Ok(Point { x, y }),
            _ => bail!("`{selector}` has no place on the page"),
        }
    }

    /// Moves the mouse without a button.
    pub fn hover(&self, at: Point) -> Result<()> {
        self.pointer("mouse", vec![move_step(at, LEG_MS)])
    }

    /// Presses and releases the mouse's first button.
    pub fn click_at(&self, at: Point) -> Result<()> {
        self.drag(&[at])
    }

    /// Presses the mouse at the first point, moves it along the others, and releases it.
    pub fn drag(&self, path: &[Point]) -> Result<()> {
        self.pointer("mouse", stroke(path))
    }

    /// The same with a finger.
    pub fn swipe(&self, path: &[Point]) -> Result<()> {
        self.pointer("touch", stroke(path))
    }

    /// Touches a place for a moment.
    pub fn tap(&self, at: Point) -> Result<()> {
        self.swipe(&[at])
    }

    /// Turns the wheel at a place, downwards by so many pixels.
    pub fn wheel(&self, at: Point, down: f64) -> Result<()> {
        let (x, y) = (at.x.round() as i64, at.y.round() as i64);
        let turn = json!({ "type": "scroll", "origin": "viewport", "duration": LEG_MS,
                           "x": x, "y": y, "deltaX": 0, "deltaY": down.round() as i64 });
        self.act(json!({ "type": "wheel", "id": "wheel", "actions": [turn] }))
    }

    fn pointer(&self, pointer: &'static str, steps: Vec<Value>) -> Result<()> {
        let parameters = json!({ "pointerType": pointer });
        let source = json!({
            "type": "pointer", "id": pointer, "parameters": parameters, "actions": steps
        });
        self.act(source)
    }

    fn act(&self, source: Value) -> Result<()> {
        self.post("/actions", json!({ "actions": [source] }))
    }
}

fn key_step(what: &str, key: char) -> Value {
    json!({ "type": what, "value": key.to_string() })
}

/// Down at the first point, along the rest by way of the middles, up at the last.
fn stroke(path: &[Point]) -> Vec<Value> {
    let mut steps = Vec::new();
    let mut last: Option<Point> = None;
    for to in path {
        match last {
            Some(from) => {
                let middle = from.offset((to.x - from.x) / 2.0, (to.y - from.y) / 2.0);
                steps.extend([move_step(middle, LEG_MS), move_step(*to, LEG_MS)]);
            }
            None => {
                steps.extend([move_step(*to, 0), json!({ "type": "pointerDown", "button": 0 })])
            }
        }
        last = Some(*to);
    }
    steps.push(json!({ "type": "pointerUp", "button": 0 }));
    steps
}

fn move_step(to: Point, duration_ms: u64) -> Value {
    // Whole pixels: not every driver takes fractions.
    let (x, y) = (to.x.round() as i64, to.y.round() as i64);
    json!({ "type": "pointerMove", "origin": "viewport", "duration": duration_ms, "x": x, "y": y })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stroke_passes_its_middles() {
        let steps = stroke(&[Point { x: 0.0, y: 0.0 }, Point { x: 10.0, y: 4.0 }]);
        let kinds: Vec<_> = steps.iter().map(|step| step["type"].as_str().unwrap()).collect();
        let expected =
            ["pointerMove", "pointerDown", "pointerMove", "pointerMove", "pointerUp"].to_vec();
        assert_eq!(kinds, expected);
        assert_eq!((steps[2]["x"].as_i64(), steps[2]["y"].as_i64()), (Some(5), Some(2)));
    }
}
