//! What a check concludes: a witness or a reason comes with everything but consent.

/// Never a bare yes or no: what is refused is shown, what is undecided is explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict<W> {
    /// Some explanation exists.
    Holds,
    /// No explanation exists; the witness shows why.
    Violated(W),
    /// The check gave up, in one sentence.
    Unknown(String),
}

impl<W> Verdict<W> {
    /// What refutes the history, if anything does.
    pub fn witness(&self) -> Option<&W> {
        match self {
            Verdict::Violated(witness) => Some(witness),
            Verdict::Holds | Verdict::Unknown(_) => None,
        }
    }

    /// The verdict in one word: `holds`, `violated` or `unknown`.
    pub const fn word(&self) -> &'static str {
        match self {
            Verdict::Holds => "holds",
            Verdict::Violated(_) => "violated",
            Verdict::Unknown(_) => "unknown",
        }
    }
}
