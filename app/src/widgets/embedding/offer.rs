//! The labs that can be chosen, as the page names them.
use crate::browser::{Element, places_in};

/// A lab that can stand on other pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The name of its scenario.
    pub scenario: String,
    /// Its title.
    pub title: String,
    /// The titles of its stages.
    pub stages: Vec<String>,
    /// It is higher than most.
    pub many: bool,
}

/// What a place of the page offers.
pub fn offers(place: &Element) -> Vec<Offer> {
    places_in(place, "[data-scenario]").iter().filter_map(offer).collect()
}

fn offer(entry: &Element) -> Option<Offer> {
    let says = |element: &Element| element.text_content().unwrap_or_default();
    let title = places_in(entry, "b").first().map(says).unwrap_or_default();
    let stages = places_in(entry, "ol > li").iter().map(says).collect();
    let many = entry.has_attribute("data-many");
    Some(Offer { scenario: entry.get_attribute("data-scenario")?, title, stages, many })
}
