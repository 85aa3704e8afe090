//! One chart: what plotters draws from a few series of steps.
use super::pen::{Ink, Pen, Shape};
use crate::marks::pen;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::coord::ranged1d::BoldPoints;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{IntoDynElement, PathElement};
use plotters::series::AreaSeries;
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

/// Values that hold each for a stretch of time; nothing where there is none.
pub(super) struct Series {
    /// Its ground.
    pub ground: Ink,
    /// Its edge.
    pub edge: Ink,
    /// One value for each stretch.
    pub values: Vec<Option<f64>>,
}

/// What is drawn.
pub(super) struct Plot {
    /// How wide and how high.
    pub size: (u32, u32),
    /// The length of a stretch, and of all that is seen, in seconds.
    pub time: (f64, f64),
    /// The highest value.
    pub top: f64,
    /// From the hindmost to the foremost.
    pub series: Vec<Series>,
}

impl Plot {
    /// The room for numbers, on the left, below, and around.
    const ROOM: (i32, i32, i32) = (44, 18, 7);

    /// Draws it; nothing if plotters cannot.
    pub(super) fn draw(&self, label: &dyn Fn(f64) -> String) -> Vec<Shape> {
        let shapes = Rc::new(RefCell::new(Vec::new()));
        match self.try_draw(shapes.clone(), label) {
            Ok(()) => shapes.take(),
            Err(_) => Vec::new(),
        }
    }

    fn try_draw(
        &self,
        shapes: Rc<RefCell<Vec<Shape>>>,
        label: &dyn Fn(f64) -> String,
    ) -> Result<(), DrawingAreaErrorKind<Infallible>> {
        let plane = self.plane();
        let area = Pen { size: self.size, shapes: shapes.clone() }.into_drawing_area();
        let area = area.apply_coord_spec(plane.clone());
        let (mut levels, mut texts) = (Vec::new(), Vec::new());
        // Each number below has room for four letters and a gap.
        let below = usize::try_from(self.size.0 / 44).unwrap_or(10).clamp(2, 10);
        let _ = plane.draw_mesh(BoldPoints(3), BoldPoints(below), |line| {
            match line {
                MeshLine::YMesh((x, y), _, level) => {
                    levels.push(*level);
                    texts.push(Shape::Text((x - 6, y + 4), "end", label(*level)));
                }
                MeshLine::XMesh((x, y), _, second) => {
                    texts.push(Shape::Text((x, y + 14), "middle", tenths(*second)));
                }
            }
            Ok::<(), Infallible>(())
        });
        for level in levels {
            let ends = vec![(0.0, level), (self.time.1, level)];
            area.draw(&PathElement::new(ends, Ink::Grid.style()).into_dyn())?;
        }
        for series in &self.series {
            for steps in steps(&series.values, self.time.0) {
                let drawn = AreaSeries::new(steps, 0.0, series.ground.style());
                for part in drawn.border_style(series.edge.style()) {
                    area.draw(&part)?;
                }
            }
        }
        shapes.borrow_mut().append(&mut texts);
        Ok(())
    }

    /// Where instants and values are.
    fn plane(&self) -> Cartesian2d<RangedCoordf64, RangedCoordf64> {
        let (left, below, around) = Plot::ROOM;
        let (width, height) = (self.size.0 as i32, self.size.1 as i32);
        let pixels = (left..width - around, height - below..around);
        Cartesian2d::new(0.0..self.time.1, 0.0..self.top, pixels)
    }
}

/// A number of an axis: no two of them are rounded to the same.
fn tenths(value: f64) -> String {
    pen::n((value * 10.0).round() / 10.0)
}

/// The corners of each run of values without a gap.
fn steps(values: &[Option<f64>], each: f64) -> Vec<Vec<(f64, f64)>> {
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut gap = true;
    for (nth, value) in values.iter().enumerate() {
        let Some(value) = *value else {
            gap = true;
            continue;
        };
        if gap {
            runs.push(Vec::new());
        }
        gap = false;
        let at = nth as f64 * each;
        runs.last_mut().into_iter().for_each(|run| run.extend([(at, value), (at + each, value)]));
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_steps_and_gaps_are_gaps() {
        let found = steps(&[None, Some(2.0), Some(3.0), None, Some(1.0)], 0.5);
        assert_eq!(found[0], [(0.5, 2.0), (1.0, 2.0), (1.0, 3.0), (1.5, 3.0)]);
        assert_eq!(found[1], [(2.0, 1.0), (2.5, 1.0)]);
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn plotters_draws_areas_and_labels() {
        let series = Series {
            ground: Ink::UsualGround,
            edge: Ink::Usual,
            values: vec![Some(0.5), Some(1.0), None, Some(0.25)],
        };
        let plot = Plot { size: (400, 100), time: (1.0, 4.0), top: 1.0, series: vec![series] };
        let shapes = plot.draw(&|value: f64| format!("{value:.1}"));
        let count = |ink: Ink| {
            let mine =
                shapes.iter().filter(|shape| matches!(shape, Shape::Path(of, _) if *of == ink));
            mine.count()
        };
        assert_eq!((count(Ink::UsualGround), count(Ink::Usual), count(Ink::None)), (2, 2, 0));
        let texts = shapes.iter().filter_map(|shape| match shape {
            Shape::Text(_, _, text) => Some(text.as_str()),
            Shape::Path(..) => None,
        });
        let texts: Vec<_> = texts.collect();
        assert!(texts.contains(&"0.5") && texts.contains(&"1.0"), "{texts:?}");
    }

    /// For short stages and narrow screens too.
    #[test]
    fn numbers_below_differ_and_keep_apart() {
        for (end, width) in [(0.8, 300), (3.0, 300), (7.0, 340), (16.0, 300), (41.0, 700)] {
            let plot = Plot { size: (width, 80), time: (0.1, end), top: 1.0, series: Vec::new() };
            let shapes = plot.draw(&|_| String::new());
            let below = shapes.iter().filter_map(|shape| match shape {
                Shape::Text((x, _), "middle", text) => Some((*x, text.clone())),
                _ => None,
            });
            let mut below: Vec<_> = below.collect();
            below.sort();
            assert!(below.len() > 1, "{end} s on {width} has no numbers");
            for pair in below.windows(2) {
                assert!(pair[0].1 != pair[1].1 && pair[1].0 - pair[0].0 >= 24, "{pair:?}");
            }
        }
    }
}
