//! Six components in their places, and nothing else.
use super::bounds::{IDEMPOTENCES, RECENCIES, idempotence, recency};
use super::names::{choices, forbidden};
use crate::guarantees::{
    AuthPhenomenon, Forbidden, GuaranteeVector, OrderPhenomenon, Phenomenon, ScopePhenomenon,
    VisibilityPhenomenon,
};

const COMPONENTS: [&str; 6] = ["Scope", "Order", "Visibility", "Recency", "Idempotence", "Auth"];

pub(super) fn parse(text: &str) -> Result<GuaranteeVector, String> {
    let inner = text.trim();
    let bare = [('⟨', '⟩'), ('<', '>')].into_iter().find_map(|(open, close)| {
        inner.strip_prefix(open).and_then(|inner| inner.strip_suffix(close))
    });
    let words = split(bare.unwrap_or(inner));
    let [scope, order, visibility, recency, idempotence, auth] = words[..] else {
        let (count, all) = (words.len(), COMPONENTS.join(", "));
        return Err(format!("A guarantee vector has six components ({all}), not {count}."));
    };
    Ok(GuaranteeVector {
        scope: set::<ScopePhenomenon>(0, scope)?,
        order: set::<OrderPhenomenon>(1, order)?,
        visibility: set::<VisibilityPhenomenon>(2, visibility)?,
        recency: bracketed(3, recency, self::recency, RECENCIES)?,
        idempotence: bracketed(4, idempotence, self::idempotence, IDEMPOTENCES)?,
        auth: set::<AuthPhenomenon>(5, auth)?,
    })
}

/// At commas that are not in brackets.
fn split(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let words = text.split(move |letter| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => (),
        }
        letter == ',' && depth == 0
    });
    words.map(str::trim).collect()
}

fn set<P: Phenomenon>(slot: usize, text: &str) -> Result<Forbidden<P>, String> {
    forbidden(text).ok_or_else(|| misplaced(slot, text, &choices::<P>()))
}

fn bracketed<T>(
    slot: usize,
    text: &str,
    read: impl Fn(&str) -> Option<Result<T, String>>,
    choices: &str,
) -> Result<T, String> {
    match read(text) {
        Some(Ok(value)) => Ok(value),
        Some(Err(what)) => Err(format!("{}: {what}.", COMPONENTS[slot])),
        None => Err(misplaced(slot, text, choices)),
    }
}

/// A word that is no value of its slot: perhaps it is one of another.
fn misplaced(slot: usize, text: &str, choices: &str) -> String {
    let homes = [
        forbidden::<ScopePhenomenon>(text).is_some(),
        forbidden::<OrderPhenomenon>(text).is_some(),
        forbidden::<VisibilityPhenomenon>(text).is_some(),
        recency(text).is_some(),
        idempotence(text).is_some(),
        forbidden::<AuthPhenomenon>(text).is_some(),
    ];
    let (own, shown) = (COMPONENTS[slot], clipped(text));
    match COMPONENTS.iter().zip(homes).find(|(_, is_home)| *is_home) {
        Some((home, _)) => {
            format!("`{shown}` is a value of {home}, but stands where {own} belongs: {choices}.")
        }
        None => format!(
            "`{shown}` is no value of {own}: write {choices}; facts of a domain belong into the \
             mode row."
        ),
    }
}

fn clipped(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into(),
    }
}
