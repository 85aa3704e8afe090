//! Listening to the window and the document, for as long as somebody wants to.
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use web_sys::{CustomEvent, Event};

/// Listens as long as it lives.
pub struct Listening {
    _listener: EventListener,
}

impl Listening {
    /// Listens as long as the page lives.
    pub fn for_ever(self) {
        self._listener.forget();
    }
}

/// Calls back with every event of this name at the window.
pub fn on_window(name: &'static str, tell: impl FnMut(&Event) + 'static) -> Listening {
    Listening { _listener: EventListener::new(&window(), name, tell) }
}

/// Calls back with every event of this name in the document, after whoever is nearer to it.
pub fn on_document(name: &'static str, tell: impl FnMut(&Event) + 'static) -> Listening {
    // One that is passive could not keep the browser from following a link.
    let options = EventListenerOptions::enable_prevent_default();
    Listening { _listener: EventListener::new_with_options(&document(), name, options, tell) }
}

/// Calls back before anybody nearer to an event hears of it, and may prevent what it does.
pub fn before_document(name: &'static str, tell: impl FnMut(&Event) + 'static) -> Listening {
    let mut options = EventListenerOptions::run_in_capture_phase();
    options.passive = false;
    let listener = EventListener::new_with_options(&document(), name, options, tell);
    Listening { _listener: listener }
}

/// Tells the window of something, by its name alone.
pub fn tell_window(name: &str) {
    if let Ok(event) = CustomEvent::new(name) {
        // What listeners do cannot fail here.
        let _ = window().dispatch_event(&event);
    }
}
