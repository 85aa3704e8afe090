//! Telling open pages that the site was built again.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::response::Response;

const ENDPOINT: &str = "/__built?after=";
const PATIENCE: Duration = Duration::from_millis(200);

/// Counts builds, and lets pages wait for the next one.
#[derive(Debug, Default)]
pub struct Reload {
    generation: Mutex<u64>,
    changed: Condvar,
}

impl Reload {
    /// Says that the site was built again.
    pub fn built(&self) {
        *self.generation.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    /// The script that a page carries: it asks until the answer differs, then reloads the page.
    pub(super) fn script(&self) -> String {
        let now = *self.generation.lock().unwrap_or_else(PoisonError::into_inner);
        format!(
            "<script>(async function ask() {{ try {{ \
             const built = await (await fetch('{ENDPOINT}{now}')).text(); \
             if (built !== '{now}') {{ location.reload(); return; }} \
             }} catch {{ await new Promise((later) => setTimeout(later, 1000)); }} \
             ask(); }})();</script>"
        )
    }

    /// Waits until a build after `generation`, or until the server stops.
    pub(super) fn wait(&self, generation: u64, open: &AtomicBool) -> u64 {
        let mut now = self.generation.lock().unwrap_or_else(PoisonError::into_inner);
        while *now == generation && open.load(Ordering::SeqCst) {
            now =
                self.changed.wait_timeout(now, PATIENCE).unwrap_or_else(PoisonError::into_inner).0;
        }
        *now
    }
}

/// The service worker where every build is shown at once: it takes the place of one that keeps a
/// build, drops what that one kept, and leaves.
pub(super) fn retired_worker() -> Response {
    let text = "self.addEventListener('install', () => self.skipWaiting()); \
                self.addEventListener('activate', (event) => event.waitUntil((async () => { \
                  for (const name of await caches.keys()) await caches.delete(name); \
                  await self.registration.unregister(); })()));";
    Response { kind: "text/javascript; charset=utf-8", ..Response::text(200, text) }
}

/// The build that the asking page was made from, where `target` is that question.
pub(super) fn asked(target: &str) -> Option<u64> {
    target.strip_prefix(ENDPOINT)?.parse().ok()
}
