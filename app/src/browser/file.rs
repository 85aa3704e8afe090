//! Files that the reader takes away or brings, and what is written in them.
use engine::scenario::Fields;
use gloo::utils::document;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event, File, HtmlElement, HtmlInputElement, Url};

/// Something that was written as JSON.
pub struct Json(JsValue);

impl Json {
    /// Reads a text.
    pub fn parse(text: &str) -> Option<Json> {
        JSON::parse(text).ok().map(Json)
    }

    fn field(&self, name: &str) -> Option<JsValue> {
        Reflect::get(&self.0, &JsValue::from_str(name)).ok()
    }

    /// A text under a name.
    pub fn text(&self, name: &str) -> Option<String> {
        self.field(name)?.as_string()
    }

    /// A number under a name.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.field(name)?.as_f64()
    }

    /// The names under a name, each with its text, if it is one.
    pub fn texts(&self, name: &str) -> Vec<(String, Option<String>)> {
        let Some(Ok(inside)) = self.field(name).map(JsCast::dyn_into::<Object>) else {
            return Vec::new();
        };
        let entries = Object::entries(&inside);
        let entries: Vec<_> = entries.iter().map(|entry| Array::from(&entry)).collect();
        let names = entries.iter().map(|entry| entry.get(0).as_string().unwrap_or_default());
        names.zip(entries.iter().map(|entry| entry.get(1).as_string())).collect()
    }
}

/// Texts under their names, as JSON.
pub fn to_json(texts: &[(String, String)]) -> String {
    let object = Object::new();
    for (name, text) in texts {
        // A new object takes every name.
        let _ = Reflect::set(&object, &name.into(), &text.into());
    }
    JSON::stringify(&object).map(String::from).unwrap_or_default()
}

impl Fields for Json {
    fn text(&self, name: &str) -> Option<String> {
        Json::text(self, name)
    }

    fn number(&self, name: &str) -> Option<f64> {
        Json::number(self, name)
    }

    fn texts(&self, name: &str) -> Option<Vec<String>> {
        let list = self.field(name)?.dyn_into::<Array>().ok()?;
        list.iter().map(|part| part.as_string()).collect()
    }
}

/// Has the browser save a text as a file.
pub fn save(name: &str, text: &str) {
    if let Ok(blob) = Blob::new_with_str_sequence(&Array::of1(&text.into())) {
        save_blob(name, &blob);
    }
}

/// Has the browser save what is not text as a file.
pub fn save_blob(name: &str, blob: &Blob) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
    let link = document().create_element("a").ok();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        // An element that has just been made takes every attribute.
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
        link.click();
    }
    let _ = Url::revoke_object_url(&address);
}

/// A file that the reader has chosen.
pub struct Chosen(File);

impl Chosen {
    /// The file in the field that an event came from; the field is ready for another one.
    pub fn of(event: &Event) -> Option<Chosen> {
        let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
        let file = field.files()?.get(0)?;
        field.set_value("");
        Some(Chosen(file))
    }

    /// How long it is, in bytes.
    pub fn bytes(&self) -> f64 {
        self.0.size()
    }

    /// What is written in it.
    pub async fn text(&self) -> Option<String> {
        JsFuture::from(self.0.text()).await.ok()?.as_string()
    }
}
