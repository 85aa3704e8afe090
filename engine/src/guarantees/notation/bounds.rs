//! Components with something in brackets: recency and idempotence.
use crate::guarantees::components::{ASSUMPTIONS, word};
use crate::guarantees::{Idempotence, KeyDiscipline, Premises, Recency};
use crate::kernel::{Span, Unit};

/// What may stand for recency.
pub(super) const RECENCIES: &str =
    "EO, BS(200 ms), BS(3 versions), Fresh(quorum), Fresh(lease) or Fresh(true time)";
/// What may stand for idempotence.
pub(super) const IDEMPOTENCES: &str = "None, Idem(K) or Idem(K, 300 s)";

/// Reads a recency. None if the word is not one; an error if what it says makes no sense.
pub(super) fn recency(text: &str) -> Option<Result<Recency, String>> {
    let parts = text.split('+').map(str::trim).map(one_recency);
    sum(parts, Recency::EVENTUAL, Recency::join)
}

/// Reads an idempotence, in the same way.
pub(super) fn idempotence(text: &str) -> Option<Result<Idempotence, String>> {
    let parts = text.split('+').map(str::trim).map(one_idempotence);
    sum(parts, Idempotence::NONE, Idempotence::join)
}

fn sum<T>(
    parts: impl Iterator<Item = Option<Result<T, String>>>,
    nothing: T,
    join: impl Fn(T, T) -> T,
) -> Option<Result<T, String>> {
    let parts: Option<Vec<Result<T, String>>> = parts.collect();
    let parts: Result<Vec<T>, String> = parts?.into_iter().collect();
    Some(parts.map(|parts| parts.into_iter().fold(nothing, join)))
}

fn one_recency(text: &str) -> Option<Result<Recency, String>> {
    if text == "EO" {
        return Some(Ok(Recency::EVENTUAL));
    }
    if text == "Fresh" || text == "BS" {
        return Some(Err(format!("`{text}` says nothing without its bracket; write {RECENCIES}")));
    }
    if let Some(inner) = inside(text, "Fresh") {
        return Some(proof(inner).ok_or_else(|| match span(inner) {
            Some(_) => format!(
                "`{text}` gives a duration where a proof belongs; write BS({inner}), or name the \
                 proof"
            ),
            None => format!("`{inner}` is no proof of freshness; write {RECENCIES}"),
        }));
    }
    inside(text, "BS").map(|inner| bound(text, inner))
}

fn proof(inner: &str) -> Option<Recency> {
    let words = inner.split('&').map(str::trim);
    let premises = words.map(|said| {
        let assumed = ASSUMPTIONS.into_iter().find(|assumption| word(*assumption) == said);
        match (assumed, said) {
            (Some(assumption), _) => Some(Premises::of(&[assumption])),
            (None, "quorum") => Some(Premises::NONE),
            (None, _) => None,
        }
    });
    let premises: Option<Vec<Premises>> = premises.collect();
    Some(Recency::fresh(premises?.into_iter().fold(Premises::NONE, Premises::and)))
}

fn bound(text: &str, inner: &str) -> Result<Recency, String> {
    if inner == "∞" || inner == "inf" {
        return Err(format!("`{text}` bounds nothing; write EO"));
    }
    let versions = inner.strip_suffix("versions").or_else(|| inner.strip_suffix("version"));
    let recency = match versions.map(|number| number.trim().parse().ok()) {
        Some(number) => number.map(Recency::within_versions),
        None => span(inner).map(Recency::within),
    };
    match recency {
        Some(recency) if recency.span() == Some(Span::ZERO) || recency.versions() == Some(0) => {
            Err(format!("`{text}` is freshness without a proof; write Fresh(quorum) or the like"))
        }
        Some(recency) => Ok(recency),
        None => {
            Err(format!("`{inner}` is neither a time nor a number of versions; write {RECENCIES}"))
        }
    }
}

fn one_idempotence(text: &str) -> Option<Result<Idempotence, String>> {
    if text == "None" {
        return Some(Ok(Idempotence::NONE));
    }
    if text == "Idem" {
        return Some(Err(format!("`Idem` needs the key it goes by; write {IDEMPOTENCES}")));
    }
    let inner = inside(text, "Idem")?;
    let (key, window) = match inner.split_once(',') {
        Some((key, window)) => (key.trim(), Some(window.trim())),
        None => (inner, None),
    };
    let words = KeyDiscipline::ALL.map(KeyDiscipline::word).join(", ");
    let Some(discipline) = KeyDiscipline::ALL.into_iter().find(|known| known.word() == key) else {
        return Some(Err(format!("`{key}` is no key discipline; write one of {words}")));
    };
    Some(match window.map(|window| (window, span(window))) {
        None => Ok(Idempotence::by(discipline)),
        Some((_, Some(window))) if window > Span::ZERO => {
            Ok(Idempotence::by_within(discipline, window))
        }
        Some((window, _)) => Err(format!(
            "`{window}` is no window of time; write one such as 300 s, or none if it never ends"
        )),
    })
}

/// What stands in the bracket after a word.
fn inside<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(word)?.trim();
    Some(rest.strip_prefix('(')?.strip_suffix(')')?.trim())
}

fn span(text: &str) -> Option<Span> {
    let nanos = Unit::Span.parse(text).ok()?;
    u64::try_from(nanos).ok().map(Span)
}
