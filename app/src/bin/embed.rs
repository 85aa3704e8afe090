//! The module that runs labs on pages of others: what JavaScript sees of `app::host`.
use app::browser::{Element, be_hosted, given_scenario, report_panics};
use app::host::{Asked, Command, Hosted, Message, Options};
use js_sys::{Function, JsString, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::*;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// Where this module came from.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["import", "meta"], js_name = url)]
    static URL: JsString;
}

/// Learns where it is.
fn main() {
    report_panics();
    let own = URL.with(|url| String::from(url));
    // It lies in a folder of the site; in a file that names no site it is nowhere.
    let site = own.rsplitn(3, '/').nth(2);
    be_hosted(site.map(|site| format!("{site}/")).unwrap_or_default());
}

/// A lab, as pages hold it.
#[wasm_bindgen(js_name = Lab)]
pub struct LabHandle(Hosted);

/// Puts a lab into an element; throws one sentence where an option cannot be used.
#[wasm_bindgen(js_name = createLab)]
pub fn create_lab(element: JsValue, options: JsValue) -> Result<LabHandle, JsError> {
    let element = element.dyn_into::<Element>();
    let element = element.map_err(|_| JsError::new("A lab needs an element to stand in."))?;
    let tell = Reflect::get(&options, &"onmessage".into()).unwrap_or_default();
    if !(tell.is_undefined() || tell.is_null() || tell.is_function()) {
        return Err(JsError::new("The option onmessage is not a function."));
    }
    let given = Reflect::get(&options, &"data".into()).unwrap_or_default();
    let asked = from_value::<Options>(options)
        .map_err(|why| JsError::new(&format!("The options of a lab cannot be read: {why}.")))?;
    let asked: Asked = asked.checked().map_err(|sentence| JsError::new(&sentence))?;
    let given = (!given.is_undefined()).then(|| given_scenario(given)).transpose();
    let given = given.map_err(|sentence| JsError::new(&sentence))?;
    let tell = tell.dyn_into::<Function>().ok();
    let tell = Callback::from(move |message: Message| {
        if let (Some(tell), Ok(message)) = (&tell, to_js(&message)) {
            // Numbers the shape of all messages.
            let _ = Reflect::set(&message, &"version".into(), &1.into());
            // What the host's function throws is told to the host alone.
            if let Err(thrown) = tell.call1(&JsValue::NULL, &message) {
                web_sys::console::error_1(&thrown);
            }
        }
    });
    Ok(LabHandle(Hosted::start(element, asked, given, tell)))
}

fn to_js(value: &impl Serialize) -> Result<JsValue, serde_wasm_bindgen::Error> {
    value.serialize(&Serializer::json_compatible())
}

fn thrown(done: Result<(), String>) -> Result<(), JsError> {
    done.map_err(|sentence| JsError::new(&sentence))
}

#[wasm_bindgen(js_class = Lab)]
impl LabHandle {
    /// Goes on.
    pub fn play(&self) -> Result<(), JsError> {
        thrown(self.0.command(Command::Play))
    }

    /// Stands still.
    pub fn pause(&self) -> Result<(), JsError> {
        thrown(self.0.command(Command::Pause))
    }

    /// So many events on; one, if none is said.
    pub fn step(&self, count: Option<u32>) -> Result<(), JsError> {
        thrown(self.0.command(Command::Step(count.unwrap_or(1))))
    }

    /// To an instant, in seconds.
    pub fn seek(&self, seconds: f64) -> Result<(), JsError> {
        thrown(self.0.command(Command::Seek(seconds)))
    }

    /// A fault at the playhead, one line as in a script.
    pub fn inject(&self, act: String) -> Result<(), JsError> {
        thrown(self.0.command(Command::Inject(act)))
    }

    /// A setting, a guard, the seed, the stage, the pace or the theme.
    pub fn set(&self, key: String, value: String) -> Result<(), JsError> {
        thrown(match key.as_str() {
            "theme" => self.0.set_theme(&value),
            _ => self.0.command(Command::Set(key, value)),
        })
    }

    /// The run as it stands.
    pub fn get(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.state()).map_err(|why| JsError::new(&why.to_string()))
    }

    /// Ends it, and leaves its element empty.
    pub fn dispose(&self) {
        self.0.dispose();
    }
}
