//! What can be prepared: the page lists all labs and their stages for those who run no scripts.
use crate::browser::{Arrived, Element, base, page, places, places_in};

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

/// What of the page tells a lab's name.
const OFFERED: &str = "[data-offered]";

/// All labs that the page lists.
pub(super) fn offered() -> Vec<Offered> {
    places(OFFERED).iter().filter_map(one).collect()
}

/// All labs, on pages that do not list them. There are none where the list cannot be had.
pub(super) async fn offered_elsewhere() -> Vec<Offered> {
    match page(&format!("{}prepare/", base())).await {
        Arrived::Page(list) => places_in(&list.page, OFFERED).iter().filter_map(one).collect(),
        Arrived::Other | Arrived::Nothing => Vec::new(),
    }
}

fn one(item: &Element) -> Option<Offered> {
    let text = |found: &Element| found.text_content().unwrap_or_default();
    Some(Offered {
        id: item.get_attribute("data-offered")?,
        title: places_in(item, "h3").first().map(text)?,
        stages: places_in(item, "li").iter().map(text).collect(),
    })
}
