//! A loop over animation frames.
use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::RefCell;
use std::rc::Rc;

/// Runs as long as it lives.
pub struct Frames(Rc<RefCell<Option<AnimationFrame>>>);

impl Frames {
    /// A frame that comes later than this counts as this: the page was hidden.
    const LONGEST_SECONDS: f64 = 0.1;

    /// Calls back on every frame with the seconds since the last one.
    pub fn start(each: impl Fn(f64) + 'static) -> Frames {
        let slot = Rc::new(RefCell::new(None));
        ask(slot.clone(), Rc::new(each), None);
        Frames(slot)
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        self.0.borrow_mut().take();
    }
}

fn ask(slot: Rc<RefCell<Option<AnimationFrame>>>, each: Rc<dyn Fn(f64)>, last: Option<f64>) {
    let again = slot.clone();
    let frame = request_animation_frame(move |now| {
        let passed = last.map_or(0.0, |last| (now - last) / 1_000.0);
        each(passed.clamp(0.0, Frames::LONGEST_SECONDS));
        if again.borrow().is_some() {
            ask(again.clone(), each, Some(now));
        }
    });
    *slot.borrow_mut() = Some(frame);
}
