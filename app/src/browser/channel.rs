//! Windows of this browser that speak to each other under a name.
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

/// Speaks and listens as long as it lives.
pub struct Channel {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// Calls back with every text that another window says; nothing where a browser has no
    /// channels.
    pub fn open(name: &str, tell: impl Fn(String) + 'static) -> Option<Channel> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = EventListener::new(&channel, "message", move |event| {
            let said = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            said.into_iter().for_each(&tell);
        });
        Some(Channel { channel, _listener: listener })
    }

    /// Says something to all others.
    pub fn say(&self, text: &str) {
        // A channel that is open takes every text.
        let _ = self.channel.post_message(&text.into());
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}
