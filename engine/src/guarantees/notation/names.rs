//! Components that are sets of phenomena: by name, by several names, by phenomena left over.
use crate::guarantees::{Forbidden, Phenomenon};

/// Reads a component: `Causal`, `RYW+MR`, `RYW+!new-old-inversion`. None if a word is not known.
pub(super) fn forbidden<P: Phenomenon>(text: &str) -> Option<Forbidden<P>> {
    text.split('+').map(str::trim).try_fold(Forbidden::NOTHING, |sum, word| {
        let more = match word.strip_prefix('!') {
            Some(name) => {
                let phenomenon = P::ALL.iter().find(|phenomenon| phenomenon.name() == name)?;
                Forbidden::NOTHING.and(*phenomenon)
            }
            None => Forbidden::named(word)?,
        };
        Some(sum.join(more))
    })
}

/// The names that may stand there: those shown first, then the others.
pub(super) fn choices<P: Phenomenon>() -> String {
    let shown = P::SHOWN.iter().copied();
    let others = P::NAMED.iter().map(|(name, _)| *name).filter(|name| !P::SHOWN.contains(name));
    let others: Vec<&str> = others.collect();
    let shown: Vec<&str> = shown.collect();
    match others.is_empty() {
        true => shown.join(", "),
        false => format!("{} (or {})", shown.join(", "), others.join(", ")),
    }
}
