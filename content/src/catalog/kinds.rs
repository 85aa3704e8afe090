//! Kinds of evidence that the book speaks of and the engine has no items of.
use super::names;
use crate::diagnostic::Diagnostic;
use crate::sheet::{Place, Sheet};
use engine::evidence::Family;
use serde::{Deserialize, Deserializer, de::Error};
use std::sync::Arc;

/// A kind of evidence that is made up of others.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DerivedKind {
    /// In addresses.
    pub slug: String,
    /// In the book.
    pub name: String,
    /// Among which kinds it is listed.
    #[serde(deserialize_with = "family")]
    pub family: Family,
    /// What it says, in one sentence in the first person.
    pub says: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kind: Vec<DerivedKind>,
}

impl DerivedKind {
    /// Reads a file; none of its kinds is one of the engine's.
    pub(crate) fn read(sheet: &Arc<Sheet>, found: &mut Vec<Diagnostic>) -> Vec<DerivedKind> {
        let hint = "give each [[kind]] slug, name, family and says";
        let all = sheet.read::<File>(hint, found).map(|file| file.kind).unwrap_or_default();
        for (nth, kind) in all.iter().enumerate() {
            let place = Place::new(sheet, format!("kind.{}", nth + 1));
            if names::evidence(&kind.slug).is_some() {
                let what = format!("`{}` is a kind that the engine has", kind.slug);
                place.note("slug", what, "take it out of this list", found);
            }
        }
        all
    }
}

/// A family by its name in small letters.
fn family<'d, D: Deserializer<'d>>(from: D) -> Result<Family, D::Error> {
    let word = String::deserialize(from)?;
    let known = |family: &Family| format!("{family:?}").to_lowercase() == word;
    let unknown = || D::Error::custom(format!("there is no family `{word}` of evidence"));
    Family::ALL.into_iter().find(known).ok_or_else(unknown)
}
