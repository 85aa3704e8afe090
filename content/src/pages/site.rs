//! What the pages know of the site that they will stand on.

/// Where the site is.
#[derive(Clone, Debug)]
pub struct Site {
    /// The path of its home, with a slash at both ends.
    pub base: String,
    /// "https://book.example", if that is known: some things are said only with a whole address.
    pub origin: Option<String>,
}

impl Site {
    /// The whole address of a path below the home.
    pub(super) fn address(&self, path: &str) -> Option<String> {
        let origin = self.origin.as_deref()?.trim_end_matches('/');
        Some(format!("{origin}{}{path}", self.base))
    }
}
