//! Invariants and kinds of evidence by the names that the text uses: those of the engine.
use engine::evidence::Kind;
use engine::modes::Invariant;

/// An invariant of the catalogue by its slug, "bounded-staleness".
pub fn invariant(slug: &str) -> Option<Invariant> {
    invariants_all().find(|(known, _)| known == slug).map(|(_, one)| one)
}

/// A kind of evidence by its slug, "lease-epoch".
pub fn evidence(slug: &str) -> Option<Kind> {
    evidence_all().find(|(known, _)| known == slug).map(|(_, one)| one)
}

/// All invariants with their slugs.
pub fn invariants_all() -> impl Iterator<Item = (String, Invariant)> {
    Invariant::ALL.into_iter().map(|one| (kebab(&format!("{one:?}")), one))
}

/// All kinds of evidence with their slugs.
pub fn evidence_all() -> impl Iterator<Item = (String, Kind)> {
    Kind::ALL.into_iter().map(|one| (kebab(&format!("{one:?}")), one))
}

/// "BoundedStaleness" as "bounded-staleness".
fn kebab(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !slug.is_empty() {
            slug.push('-');
        }
        slug.push(letter.to_ascii_lowercase());
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_engine() {
        assert_eq!(invariant("bounded-staleness"), Some(Invariant::BoundedStaleness));
        assert_eq!(evidence("lease-epoch"), Some(Kind::LeaseEpoch));
        assert_eq!(invariant("bounded staleness"), None);
        assert_eq!(evidence("rumour"), None);
    }
}
