//! A part of the program that is a file of its own, fetched when it is first needed.
use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::thread::LocalKey;
use wasm_split_helpers::SplitLoaderError;

/// A part, and what it can do: `T` is a table of that.
pub struct Part<T: 'static> {
    kept: &'static LocalKey<Kept<T>>,
    fetch: fn() -> Fetching<T>,
}

/// Where a part's table is kept once it is there.
pub type Kept<T> = Cell<Option<&'static T>>;

/// A part's table under way.
pub type Fetching<T> = Pin<Box<dyn Future<Output = Result<&'static T, SplitLoaderError>>>>;

impl<T> Clone for Part<T> {
    fn clone(&self) -> Part<T> {
        *self
    }
}

impl<T> Copy for Part<T> {}

impl<T> Part<T> {
    /// A part that is kept and fetched so.
    pub const fn new(kept: &'static LocalKey<Kept<T>>, fetch: fn() -> Fetching<T>) -> Part<T> {
        Part { kept, fetch }
    }

    /// What it can do, if it is there.
    pub fn get(self) -> Option<&'static T> {
        self.kept.get()
    }

    /// Fetches it. Did it come? Whoever asks again tries again.
    pub async fn fetch(self) -> bool {
        let came = (self.fetch)().await.ok();
        self.kept.set(came.or(self.get()));
        came.is_some()
    }
}
