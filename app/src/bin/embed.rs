//! The module that runs labs on pages of others: what JavaScript sees of `app::host`.
use app::browser::{Element, be_hosted, given_scenario, report_panics};
use app::host::{Asked, Command, Given, Hosted, Message, Options};
use js_sys::{BigInt, Function, JsString, Number, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
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

/// Puts a lab into an element; throws one sentence where there is no lab to begin with. Of other
/// options that cannot be used the lab says so, and does without them.
#[wasm_bindgen(js_name = createLab)]
pub fn create_lab(element: JsValue, options: JsValue) -> Result<LabHandle, JsError> {
    let element = element.dyn_into::<Element>();
    let element = element.map_err(|_| JsError::new("A lab needs an element to stand in."))?;
    let tell = Reflect::get(&options, &"onmessage".into()).unwrap_or_default();
    if !(tell.is_undefined() || tell.is_null() || tell.is_function()) {
        return Err(JsError::new("The option onmessage is not a function."));
    }
    let data = Reflect::get(&options, &"data".into()).unwrap_or_default();
    let asked: Asked = read(&options).checked().map_err(|sentence| JsError::new(&sentence))?;
    let data = (!data.is_undefined()).then(|| given_scenario(data)).transpose();
    let data = data.map_err(|sentence| JsError::new(&sentence))?;
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
    Ok(LabHandle(Hosted::start(element, asked, data, tell)))
}

/// The names of options.
const KNOWN: [&str; 8] = ["scenario", "stage", "run", "seed", "theme", "hide", "data", "onmessage"];

fn read(options: &JsValue) -> Options {
    let all = options.dyn_ref::<Object>().map(Object::keys).unwrap_or_default();
    let odd = all.iter().filter_map(|name| name.as_string());
    let odd = odd.filter(|name| !KNOWN.contains(&name.as_str())).collect();
    let of = |name: &str| given(&Reflect::get(options, &name.into()).unwrap_or_default());
    Options { odd, ..Options::read(of) }
}

/// A value of a page; guards are switched by what is true or false, too.
fn given(value: &JsValue) -> Given {
    if value.is_undefined() || value.is_null() {
        return Given::Nothing;
    }
    if let Some(number) = value.as_f64() {
        let written = Number::from(number).to_string_with_radix(10).map(String::from);
        return Given::Number(number, written.unwrap_or_default());
    }
    let large = value.dyn_ref::<BigInt>().and_then(|large| large.to_string(10).ok());
    let is_on = value.as_bool().map(|is_on| if is_on { "on" } else { "off" }.to_owned());
    let text = value.as_string().or(is_on).or_else(|| large.map(String::from));
    text.map_or(Given::Other, Given::Text)
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
        self.does(Ok(Command::Play))
    }

    /// Stands still.
    pub fn pause(&self) -> Result<(), JsError> {
        self.does(Ok(Command::Pause))
    }

    /// So many events on; one, if none is said.
    pub fn step(&self, count: &JsValue) -> Result<(), JsError> {
        self.does(Command::step(&given(count)))
    }

    /// To an instant, in seconds.
    pub fn seek(&self, seconds: &JsValue) -> Result<(), JsError> {
        self.does(Command::seek(&given(seconds)))
    }

    /// A fault at the playhead, one line as in a script.
    pub fn inject(&self, act: &JsValue) -> Result<(), JsError> {
        self.does(Command::inject(&given(act)))
    }

    /// A setting, a guard, the seed, the stage, the pace or the theme.
    pub fn set(&self, key: &JsValue, value: &JsValue) -> Result<(), JsError> {
        match Command::set(given(key), given(value)) {
            Ok(Command::Set(key, name)) if key == "theme" => thrown(self.0.set_theme(&name)),
            command => self.does(command),
        }
    }

    /// The run as it stands.
    pub fn get(&self) -> Result<JsValue, JsError> {
        let state = self.0.state().map_err(|sentence| JsError::new(&sentence))?;
        to_js(&state).map_err(|why| JsError::new(&why.to_string()))
    }

    /// Ends it, and leaves its element empty.
    pub fn dispose(&self) {
        self.0.dispose();
    }
}

impl LabHandle {
    fn does(&self, command: Result<Command, String>) -> Result<(), JsError> {
        thrown(command.and_then(|command| self.0.command(command)))
    }
}
