//! What this browser keeps for the reader: taken away as a file, brought back, forgotten.
use crate::browser::{self, Chosen, Json, save, to_json};
use crate::hooks::{apply_settings, put_aside, tell_settings};
use crate::state::kept::{FORMAT, Found, LONGEST, VERSION, is_aside, is_ours, take};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

type Texts = Vec<(String, String)>;

/// All that is kept.
fn all() -> Texts {
    let names = browser::names().into_iter().filter(|name| is_ours(name));
    names.filter_map(|name| browser::read(&name).map(|text| (name, text))).collect()
}

/// Keeps these texts, and of what is ours nothing else. Will all of it be there tomorrow?
fn replace(texts: &Texts) -> bool {
    for (name, _) in all() {
        browser::keep(&name, None);
    }
    let kept = texts.iter().filter(|(name, text)| browser::write(name, text)).count();
    apply_settings();
    tell_settings();
    kept == texts.len()
}

fn export() {
    let kept = to_json(&all());
    let text = format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"kept\":{kept}}}\n");
    save("distributed-systems-reader.json", &text);
}

/// Takes what can be understood from a file; the answer says what happened.
async fn import(file: Chosen) -> String {
    if file.bytes() > LONGEST {
        return "This file is longer than 256 KB, so it was not written by this book; nothing was \
                changed."
            .into();
    }
    let text = file.text().await.unwrap_or_default();
    let Some(json) = Json::parse(&text) else {
        return "This file is not JSON; nothing was changed.".into();
    };
    let found = Found {
        format: json.text("format"),
        version: json.number("version"),
        kept: json.texts("kept"),
    };
    match take(&found, browser::read) {
        Ok(taken) => {
            taken.kept.iter().for_each(|(name, _)| put_aside(name));
            let mut texts = all();
            texts.retain(|(name, _)| !taken.kept.iter().any(|(other, _)| other == name));
            texts.extend(taken.kept.clone());
            let lasting = replace(&texts);
            let full = if lasting { "" } else { " This browser could not keep all of it." };
            format!("{}{full}", taken.says())
        }
        Err(sentence) => sentence,
    }
}

/// How far forgetting has gone.
#[derive(Clone, PartialEq)]
enum Reset {
    No,
    Asking,
    /// What was kept before, as long as the dialog is open.
    Done(Texts),
}

/// What is said, and what can be done.
type Kept = (Reset, String);

/// The part of the dialog.
#[hook]
pub(super) fn use_kept() -> Html {
    let now = use_state(|| (Reset::No, String::new()));
    let set = now.setter();
    let does = |does: fn(&Reset) -> Kept| {
        let now = now.clone();
        Callback::from(move |_: MouseEvent| now.set(does(&now.0)))
    };
    let on_import = Callback::from(move |event: Event| {
        if let Some(file) = Chosen::of(&event) {
            let set = set.clone();
            spawn_local(async move { set.set((Reset::No, import(file).await)) });
        }
    });
    html! {
        <section class="kept">
            <h3 class="lbl">{ "What this browser keeps" }</h3>
            <p class="i2">{ "Nothing of it leaves your machine unless you take it away." }</p>
            <div class="row">
                <button class="btn-line" onclick={Callback::from(|_: MouseEvent| export())}>
                    { "Export" }
                </button>
                <label class="btn btn-line import">
                    <input type="file" accept=".json,application/json" onchange={on_import} />
                    { "Import" }
                </label>
                { button("btn-line", "Reset", does(ask)) }
                { match &now.0 {
                    Reset::No => Html::default(),
                    Reset::Asking => button("btn-solid forget", "Forget it all", does(forget)),
                    Reset::Done(_) => button("btn-solid undo", "Undo", does(undo)),
                } }
                if now.0 == Reset::Asking {
                    { button("btn-line", "Keep it", does(|_| (Reset::No, String::new()))) }
                }
            </div>
            <p class="said" role="status">{ &now.1 }</p>
        </section>
    }
}

fn button(class: &'static str, name: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button {class} {onclick}>{ name }</button> }
}

fn ask(reset: &Reset) -> Kept {
    if let Reset::Done(_) = reset {
        return (reset.clone(), "There is nothing left to forget.".into());
    }
    (Reset::Asking, "Forget settings, progress, answers and predictions?".into())
}

fn forget(_: &Reset) -> Kept {
    let mut before = all();
    for name in browser::names().into_iter().filter(|name| is_aside(name)) {
        before.extend(browser::read(&name).map(|text| (name.clone(), text)));
        browser::keep(&name, None);
    }
    replace(&Vec::new());
    (Reset::Done(before), "Forgotten. It can be undone until this dialog is closed.".into())
}

fn undo(reset: &Reset) -> Kept {
    if let Reset::Done(before) = reset {
        replace(before);
    }
    (Reset::No, "It is all there again.".into())
}
