//! Pages of the site: fetched, and put into the place of the one that is shown.
use super::Element;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, DomParser, Response, SupportedType};

/// What of the head belongs to one page, and not to all.
const OF_A_PAGE: &str = "meta[name=description], meta[name=robots], link[rel=canonical]";

/// What came when a page was asked for.
pub enum Arrived {
    /// A page of this release.
    Page(Fetched),
    /// Something that the browser should load by itself.
    Other,
    /// Nothing.
    Nothing,
}

/// A page that is not shown yet.
pub struct Fetched {
    document: Document,
    /// What changes with it.
    pub page: Element,
    /// Its address on this host; the host may have sent the reader on to another one.
    pub address: String,
}

/// Fetches a page of the site.
pub async fn page(address: &str) -> Arrived {
    let Ok(answer) = JsFuture::from(window().fetch_with_str(address)).await else {
        return Arrived::Nothing;
    };
    let Ok(answer) = answer.dyn_into::<Response>() else { return Arrived::Other };
    let kind = answer.headers().get("content-type").ok().flatten().unwrap_or_default();
    if !answer.ok() || !kind.starts_with("text/html") {
        return Arrived::Other;
    }
    let address = match answer.redirected() {
        true => answer.url(),
        false => address.to_owned(),
    };
    let Ok(text) = answer.text() else { return Arrived::Other };
    let Ok(text) = JsFuture::from(text).await else { return Arrived::Nothing };
    let page = parsed(&text.as_string().unwrap_or_default(), address);
    page.map_or(Arrived::Other, Arrived::Page)
}

/// A page, if it is one of ours and of this release.
fn parsed(text: &str, address: String) -> Option<Fetched> {
    let parser = DomParser::new().ok()?;
    let read = parser.parse_from_string(text, SupportedType::TextHtml).ok()?;
    if release(&read) != release(&document()) {
        return None;
    }
    let page = read.get_element_by_id("page")?;
    Some(Fetched { document: read, page, address })
}

fn release(document: &Document) -> Option<String> {
    let release = document.document_element()?.get_attribute("data-release");
    release.filter(|release| !release.is_empty())
}

/// Shows a page in the place of the one that is shown. Was there one?
pub fn exchange(fetched: &Fetched) -> bool {
    let Some(shown) = document().get_element_by_id("page") else { return false };
    // Elements that are there can be moved and removed.
    let _ = shown.replace_with_with_node_1(&fetched.page);
    document().set_title(&fetched.document.title());
    for old in super::places(&format!("head :is({OF_A_PAGE})")) {
        old.remove();
    }
    let Ok(new) = fetched.document.query_selector_all(OF_A_PAGE) else { return true };
    for node in (0..new.length()).filter_map(|place| new.get(place)) {
        let _ = document().head().map(|head| head.append_child(&node));
    }
    true
}

/// Has the browser load an address as if there were no program.
pub fn load(address: &str) {
    // What cannot be loaded leaves the page as it is.
    let _ = window().location().assign(address);
}

/// Has the browser load the page that the address says.
pub fn load_again() {
    let _ = window().location().reload();
}

/// The title of the page that is shown.
pub fn title() -> String {
    document().title()
}
