//! A back end of plotters that draws into the page: every colour is the name of a class.
use plotters::style::{RGBColor, ShapeStyle};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind,
};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

/// What is drawn, and thereby how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// Nothing is seen.
    None,
    /// Lines behind everything.
    Grid,
    /// The usual.
    Usual,
    /// The ground of the usual.
    UsualGround,
    /// The worst.
    Worst,
}

impl Ink {
    const ALL: [Ink; 5] = [Ink::None, Ink::Grid, Ink::Usual, Ink::UsualGround, Ink::Worst];

    /// As plotters knows it: the red part of the colour is the place in the list.
    pub(super) fn style(self) -> ShapeStyle {
        ShapeStyle::from(&RGBColor(self as u8, 0, 0))
    }

    /// The class that gives it its looks.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Ink::None => "",
            Ink::Grid => "grid-l",
            Ink::Usual => "usual",
            Ink::UsualGround => "usual-f",
            Ink::Worst => "worst",
        }
    }

    fn of(colour: BackendColor) -> Ink {
        Ink::ALL.get(usize::from(colour.rgb.0)).copied().unwrap_or(Ink::None)
    }
}

/// One thing that was drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// A line, or an area if it is closed.
    Path(Ink, String),
    /// A text, its place, and the part of it that stands there.
    Text(BackendCoord, &'static str, String),
}

/// Draws into a list.
pub(super) struct Pen {
    /// How wide and how high the drawing is.
    pub size: (u32, u32),
    /// What was drawn.
    pub shapes: Rc<RefCell<Vec<Shape>>>,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Pen {
    fn path(
        &self,
        colour: BackendColor,
        points: impl IntoIterator<Item = BackendCoord>,
        end: &str,
    ) {
        let ink = Ink::of(colour);
        if ink == Ink::None || colour.alpha == 0.0 {
            return;
        }
        let mut d = String::new();
        for (x, y) in points {
            let to = if d.is_empty() { 'M' } else { 'L' };
            d.push_str(&format!("{to}{x} {y}"));
        }
        d.push_str(end);
        self.shapes.borrow_mut().push(Shape::Path(ink, d));
    }
}

impl DrawingBackend for Pen {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        self.path(colour, [point, (point.0 + 1, point.1)], "");
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.path(style.color(), [from, to], "");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.path(style.color(), path, "");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.path(style.color(), corners, "Z");
        Ok(())
    }
}
