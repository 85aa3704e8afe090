//! What the lab claims, what it leaves out, and which keys it knows.
use crate::browser::is_ticked;
use crate::hooks::{choose, use_settings};
use crate::state::{Lab, Setting};
use yew::prelude::*;

/// The fault model, and what is not as in the world.
pub(super) fn honesty(lab: &Lab) -> Html {
    let session = lab.session();
    let scenario = session.scenario();
    let honesty = &scenario.honesty;
    html! {
        <>
            if !scenario.model.says.is_empty() {
                <section>
                    <h3 class="lbl">{ "What is claimed holds as long as" }</h3>
                    <p>{ &scenario.model.says }</p>
                </section>
            }
            { list("Left out", &honesty.simplified) }
            { list("Taken to be perfect, or made larger", &honesty.idealised) }
            { list("Sources", &honesty.sources) }
        </>
    }
}

fn list(title: &'static str, lines: &[String]) -> Html {
    if lines.is_empty() {
        return html! {};
    }
    html! {
        <section>
            <h3 class="lbl">{ title }</h3>
            <ul>{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        </section>
    }
}

/// What keys do while the focus is in the lab.
const KEYS: [(&str, &str); 6] = [
    ("Space", "plays, or stands still"),
    (", .", "one step back, one step on"),
    ("u r", "undoes the last act, does it again"),
    ("Arrows", "go from host to host, to links, cuts and messages"),
    ("Enter", "opens the menu of what has the focus"),
    ("Esc", "lets go of what is being dragged"),
];

/// The keys, and what a hand can do.
pub(super) fn keys() -> Html {
    let key = |(name, does): (&'static str, &'static str)| {
        html! { <><dt class="mono">{ name }</dt><dd>{ does }</dd></> }
    };
    html! {
        <section>
            <h3 class="lbl">{ "Keys, while the focus is in the lab" }</h3>
            <dl class="keys">{ for KEYS.map(key) }</dl>
            <p class="i2">
                { "By hand: drag across the stage to cut, drag a clock’s hand to set it off, \
                   drag its rim to let it drift, drag a cut to move it." }
            </p>
        </section>
    }
}

/// The choice to be asked before a stage runs.
#[component]
pub(super) fn Asking() -> Html {
    let asks = use_settings().is_on(Setting::Predictions);
    let onchange = Callback::from(|event: Event| {
        let choice = if is_ticked(&event) { "on" } else { "off" };
        choose(Setting::Predictions, choice);
    });
    html! {
        <label class="tick">
            <input type="checkbox" role="switch" checked={asks} {onchange} />
            { "Ask what will happen before a stage runs" }
        </label>
    }
}
