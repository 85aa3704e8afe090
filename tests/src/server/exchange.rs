//! One answered request, as the log keeps it.

/// A request and what it got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// GET, HEAD …
    pub method: String,
    /// The request's target: path and query.
    pub target: String,
    /// The answer's status.
    pub status: u16,
    /// Length of the answer's body in bytes.
    pub bytes: usize,
}
