//! Links: what was clicked, and what is near it.
use super::Element;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlAnchorElement, MouseEvent};

/// A link, in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// "https://book.example".
    pub origin: String,
    /// "/chapter/3/".
    pub path: String,
    /// "?stage=2", or nothing.
    pub query: String,
    /// "#raft", or nothing.
    pub hash: String,
    /// It opens in another window, is a file to be saved, or says itself that it leads out.
    pub elsewhere: bool,
}

impl Link {
    /// The address that is shown.
    pub fn here() -> Link {
        let at = window().location();
        Link {
            origin: at.origin().unwrap_or_default(),
            path: at.pathname().unwrap_or_default(),
            query: at.search().unwrap_or_default(),
            hash: at.hash().unwrap_or_default(),
            elsewhere: false,
        }
    }

    /// Where a link element leads.
    pub fn of(element: &Element) -> Option<Link> {
        let link = element.dyn_ref::<HtmlAnchorElement>()?;
        let target = link.target();
        Some(Link {
            origin: link.origin(),
            path: link.pathname(),
            query: link.search(),
            hash: link.hash(),
            elsewhere: link.has_attribute("download")
                || link.rel().contains("external")
                || !matches!(&*target, "" | "_self"),
        })
    }

    /// The link of a page that a click follows, if the reader means this window and nobody else has
    /// taken the click for something else.
    pub fn clicked(event: &Event) -> Option<Link> {
        let click = event.dyn_ref::<MouseEvent>()?;
        let held = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        if held || click.button() != 0 || event.default_prevented() {
            return None;
        }
        Link::of(&at(event, "#page a[href], #over a[href]")?)
    }

    /// The address on this host, without what stands behind the hash sign.
    pub fn address(&self) -> String {
        format!("{}{}", self.path, self.query)
    }
}

/// The nearest element around an event that a selector finds.
pub fn at(event: &Event, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok().flatten()
}

/// Is the focus shown, as after a key?
pub fn shows_focus(element: &Element) -> bool {
    element.matches(":focus-visible").unwrap_or(false)
}
