//! Values of the page, as scenarios are read from them.
use engine::scenario::Tree;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A value that was written as JSON, or one that looks so.
pub(super) struct Found(pub(super) JsValue);

impl Tree for Found {
    fn field(&self, name: &str) -> Option<Found> {
        let value = Reflect::get(&self.0, &JsValue::from_str(name)).ok()?;
        // In JSON, and in pages, both stand for nothing.
        (!value.is_undefined() && !value.is_null()).then_some(Found(value))
    }

    fn names(&self) -> Option<Vec<String>> {
        let table = self.0.dyn_ref::<Object>().filter(|_| !Array::is_array(&self.0))?;
        Object::keys(table).iter().map(|name| name.as_string()).collect()
    }

    fn list(&self) -> Option<Vec<Found>> {
        self.0.dyn_ref::<Array>().map(|list| list.iter().map(Found).collect())
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn truth(&self) -> Option<bool> {
        self.0.as_bool()
    }
}
