//! Whether doing it again changes anything.
use crate::kernel::{Span, Unit};
use std::cmp::Ordering;
use std::fmt;

/// By what two requests are known to be the same one. Different disciplines cannot be compared:
/// each takes for duplicates what the other takes for two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyDiscipline {
    /// A key that the client chose for the request: `K`.
    RequestKey,
    /// A session and a number that counts up in it.
    SessionSequence,
    /// What the request says: equal words are one request.
    ContentDigest,
    /// A name from the domain, such as the number of an invoice.
    NaturalKey,
}

/// Whether doing it again changes anything.
///
/// The phenomenon is an effect that happens twice, because a duplicate under a discipline came
/// within a window. The opposite one, an effect lost because two requests were taken for one, is
/// ruled out by every value, the weakest included, so it tells none from another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Idempotence {
    /// By discipline: duplicates no further apart than this have no effect; 0 for no promise.
    windows: [u64; KeyDiscipline::ALL.len()],
}

const FOR_EVER: u64 = u64::MAX;

impl KeyDiscipline {
    /// Every discipline, in the order of its number.
    pub const ALL: [KeyDiscipline; 4] = [
        KeyDiscipline::RequestKey,
        KeyDiscipline::SessionSequence,
        KeyDiscipline::ContentDigest,
        KeyDiscipline::NaturalKey,
    ];

    /// The word for it in `Idem(…)`.
    pub const fn word(self) -> &'static str {
        match self {
            KeyDiscipline::RequestKey => "K",
            KeyDiscipline::SessionSequence => "session",
            KeyDiscipline::ContentDigest => "digest",
            KeyDiscipline::NaturalKey => "name",
        }
    }
}

impl Idempotence {
    /// Doing it again does it again.
    pub const NONE: Idempotence = Idempotence { windows: [0; KeyDiscipline::ALL.len()] };

    /// Idem(K): duplicates have no effect, however late they come.
    pub const fn by(discipline: KeyDiscipline) -> Idempotence {
        Idempotence::by_within(discipline, Span(FOR_EVER))
    }

    /// Idem(K, W): duplicates have no effect if they come within the window.
    pub const fn by_within(discipline: KeyDiscipline, window: Span) -> Idempotence {
        let mut windows = Idempotence::NONE.windows;
        windows[discipline as usize] = window.0;
        Idempotence { windows }
    }

    /// The window under a discipline, if there is a promise; without end if it holds for ever.
    pub fn window(self, discipline: KeyDiscipline) -> Option<Span> {
        Some(Span(self.windows[discipline as usize])).filter(|window| *window > Span::ZERO)
    }

    /// What both promise: under each discipline the shorter window.
    #[must_use]
    pub const fn meet(self, other: Idempotence) -> Idempotence {
        self.choose(other, false)
    }

    /// What the two promise together: under each discipline the longer window.
    #[must_use]
    pub const fn join(self, other: Idempotence) -> Idempotence {
        self.choose(other, true)
    }

    /// Does this rule out all that the other does?
    pub const fn at_least(self, other: Idempotence) -> bool {
        let mut nth = 0;
        while nth < self.windows.len() {
            if self.windows[nth] < other.windows[nth] {
                return false;
            }
            nth += 1;
        }
        true
    }

    const fn choose(self, other: Idempotence, longer: bool) -> Idempotence {
        let mut chosen = self;
        let mut nth = 0;
        while nth < chosen.windows.len() {
            if (other.windows[nth] > self.windows[nth]) == longer {
                chosen.windows[nth] = other.windows[nth];
            }
            nth += 1;
        }
        chosen
    }
}

/// Stronger is greater.
impl PartialOrd for Idempotence {
    fn partial_cmp(&self, other: &Idempotence) -> Option<Ordering> {
        match (self.at_least(*other), other.at_least(*self)) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Greater),
            (false, true) => Some(Ordering::Less),
            (false, false) => None,
        }
    }
}

impl fmt::Display for Idempotence {
    /// `None`, `Idem(K)`, `Idem(K, 300 s)`, or several joined by `+`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let promised = KeyDiscipline::ALL.into_iter().filter_map(|discipline| {
            let window = self.window(discipline)?;
            let word = discipline.word();
            Some(match i64::try_from(window.0) {
                Ok(nanos) => format!("Idem({word}, {})", Unit::Span.write(nanos)),
                Err(_) => format!("Idem({word})"),
            })
        });
        let parts: Vec<String> = promised.collect();
        write!(f, "{}", if parts.is_empty() { "None".into() } else { parts.join("+") })
    }
}
