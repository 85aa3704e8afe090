//! Told when elements come into sight, and when they leave it.
use super::Element;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry as Seen, IntersectionObserverInit};

/// Watches as long as it lives.
pub struct Sight {
    observer: Option<IntersectionObserver>,
    _tell: Closure<dyn FnMut(Array)>,
}

impl Sight {
    /// Calls back with every element that comes into sight or leaves it, by its place in the list.
    /// `room` is how much larger than the window is what counts as sight: "0px 0px -50% 0px".
    pub fn start(elements: &[Element], room: &str, tell: impl Fn(usize, bool) + 'static) -> Sight {
        let known = elements.to_vec();
        let tell = Closure::<dyn FnMut(Array)>::new(move |all: Array| {
            for seen in all.iter().filter_map(|seen| seen.dyn_into::<Seen>().ok()) {
                let target = seen.target();
                if let Some(place) = known.iter().position(|one| *one == target) {
                    tell(place, seen.is_intersecting());
                }
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(room);
        let call = tell.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(call, &options).ok();
        if let Some(observer) = &observer {
            elements.iter().for_each(|element| observer.observe(element));
        }
        Sight { observer, _tell: tell }
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
