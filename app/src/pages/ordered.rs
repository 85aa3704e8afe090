//! Where the focus goes in a running order that is changed by keys.

/// Selectors of the button of a name in the row at a place; where it is of no use there, of another
/// one of the same row; and where no row is left, of the one that adds.
pub(super) fn at_place(name: &str, place: usize) -> Vec<String> {
    let button = |name: &str| format!(".order [aria-label=\"{name}: {}\"]:enabled", place + 1);
    vec![button(name), button("Up"), button("Down"), button("Remove"), ".pick button".into()]
}
