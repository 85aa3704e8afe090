//! Told whenever an element becomes wider or narrower, higher or lower.
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// The same watch, for heights.
pub type HeightWatch = WidthWatch;

/// The width of an element, in pixels.
fn width_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().width()
}

/// Watches as long as it lives.
pub struct WidthWatch {
    observer: Option<ResizeObserver>,
    _tell: Closure<dyn FnMut()>,
}

impl WidthWatch {
    /// Calls back with the width now and whenever it changes, in pixels.
    pub fn start(element: &Element, tell: impl Fn(f64) + 'static) -> WidthWatch {
        WidthWatch::start_with(element, width_of, tell)
    }

    /// Calls back with another measure of the element.
    pub fn start_with(
        element: &Element,
        measure: fn(&Element) -> f64,
        tell: impl Fn(f64) + 'static,
    ) -> WidthWatch {
        let watched = element.clone();
        let mut last = f64::NAN;
        let tell = Closure::<dyn FnMut()>::new(move || {
            let width = measure(&watched);
            if width > 0.0 && width != last {
                last = width;
                tell(width);
            }
        });
        let observer = ResizeObserver::new(tell.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        WidthWatch { observer, _tell: tell }
    }
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
