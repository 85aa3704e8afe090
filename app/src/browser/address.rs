//! Where the page is: the base of the site, the path below it, the query.
use gloo::utils::{document, window};
use wasm_bindgen::JsValue;

/// The base of the site, with a slash at both ends; it stands on the root element. On pages of
/// others it is the whole address that the module came from.
pub fn base() -> String {
    if let Some(site) = super::hosted_site() {
        return site;
    }
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-base")).unwrap_or_else(|| "/".into())
}

/// The path of the page below the base, without slashes at its ends.
pub fn page_path() -> String {
    let path = window().location().pathname().unwrap_or_default();
    let below = path.strip_prefix(&base()).unwrap_or(&path);
    below.trim_matches('/').to_owned()
}

/// The value of a query parameter, decoded; as it stands where it cannot be, so that whoever reads
/// it can say that it is damaged. Nothing if it is not there.
pub fn query(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    let pairs = search.trim_start_matches('?').split('&');
    let value = pairs.filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name)?.1;
    let decoded = js_sys::decode_uri_component(value).ok().and_then(|text| text.as_string());
    Some(decoded.unwrap_or_else(|| value.to_owned()))
}

/// Text as the value of a query parameter.
pub fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// The names of all query parameters, in their order.
fn query_names() -> Vec<String> {
    let search = window().location().search().unwrap_or_default();
    let pairs = search.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| pair.split_once('=').map_or(pair, |(key, _)| key).to_owned()).collect()
}

/// A name that may be anything, as it can be shown.
fn shown(name: &str) -> String {
    name.chars().take(40).collect()
}

/// All query parameters that the page does not know.
pub fn strange_query(known: &[&str]) -> Vec<String> {
    let names = query_names().into_iter();
    names.filter(|name| !known.contains(&name.as_str())).map(|name| shown(&name)).collect()
}

/// A query parameter that the address says more than once; [`query`] takes the first.
pub fn repeated_query() -> Option<String> {
    let names = query_names();
    let again = (1..names.len()).find(|nth| names[..*nth].contains(&names[*nth]))?;
    Some(shown(&names[again]))
}

/// Puts the query of a run behind the address; the theme that it asked for and what it hides stay.
pub fn replace_run_query(to: &str) {
    let stays = ["theme", "hide"].map(|name| {
        query(name)
            .map(|value| format!("&{name}={}", encoded(&value).replace("%2C", ",")))
            .unwrap_or_default()
    });
    replace_query(&format!("{to}{}", stays.concat()));
}

/// Puts another query behind the address, without loading anything; the entry of the history stays
/// the same.
pub fn replace_query(query: &str) {
    let path = window().location().pathname().unwrap_or_default();
    let address = if query.is_empty() { path } else { format!("{path}?{query}") };
    if let Ok(history) = window().history() {
        // A browser that refuses, as some do when asked too often, keeps the old address.
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(&address));
    }
}
