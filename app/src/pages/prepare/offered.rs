//! What can be prepared: the page lists all labs and their stages for those who run no scripts.
use crate::browser::places_in;
use crate::browser::{Element, places};

/// A lab, and its stages.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offered {
    /// The scenario's name.
    pub id: String,
    /// For readers.
    pub title: String,
    /// The titles of its stages.
    pub stages: Vec<String>,
}

/// All labs that the page lists.
pub(super) fn offered() -> Vec<Offered> {
    places("[data-offered]").iter().filter_map(one).collect()
}

fn one(item: &Element) -> Option<Offered> {
    let text = |found: &Element| found.text_content().unwrap_or_default();
    Some(Offered {
        id: item.get_attribute("data-offered")?,
        title: places_in(item, "h3").first().map(text)?,
        stages: places_in(item, "li").iter().map(text).collect(),
    })
}
