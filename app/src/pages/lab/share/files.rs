//! What can be taken away as a file, and the file that is brought back.
use super::opened::{Opened, opened};
use super::{frame, table};
use crate::browser::{self, Chosen, Element, save, save_blob};
use crate::state::{Lab, Session};
use engine::scenario::{Link, encode, write_saved};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What this part gets.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FilesProps {
    /// The run.
    pub lab: Lab,
    /// A run was brought.
    pub on_open: Callback<Link>,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Svg,
    Png,
    Csv,
    Json,
    Html,
}

/// The kinds, each with what is in the file and what it is good for.
const KINDS: [(Kind, &str, &str, &str); 5] = [
    (Kind::Svg, "svg", "The frame, as SVG", "The picture that you see here, sharp at any size."),
    (Kind::Png, "png", "The frame, as PNG", "The same as a picture of dots, 1,792 of them across."),
    (
        Kind::Csv,
        "csv",
        "The operations, as CSV",
        "What clients asked until now, and what came of it.",
    ),
    (
        Kind::Json,
        "json",
        "The run, as JSON",
        "To be opened here again, or by the command “lab open”.",
    ),
    (
        Kind::Html,
        "html",
        "The lab, as one page",
        "Runs from a disk, with no network: the program, its letters, and this run.",
    ),
];

/// The part of the dialog.
#[component]
pub(super) fn Files(props: &FilesProps) -> Html {
    let (drawn, said) = (use_node_ref(), use_state(String::new));
    let session = props.lab.session();
    let (drawing, height) = frame::frame(&session, &drawn);
    let row = |(kind, ending, name, says): (Kind, &'static str, &'static str, &'static str)| {
        let (lab, drawn, said) = (props.lab.clone(), drawn.clone(), said.setter());
        let onclick = Callback::from(move |_: MouseEvent| {
            take(&lab, kind, (&drawn, height), &said);
        });
        html! {
            <li>
                <button class="btn-line" data-file={ending} {onclick}>{ name }</button>
                <p class="i2">{ says }</p>
            </li>
        }
    };
    let onchange = {
        let (props, said) = (props.clone(), said.setter());
        Callback::from(move |event: Event| {
            if let Some(file) = Chosen::of(&event) {
                bring(file, &props, said.clone());
            }
        })
    };
    html! {
        <div class="filespart">
            <ul>
                { for KINDS.into_iter().map(row) }
                <li>
                    <label class="btn btn-line import">
                        <input type="file" accept=".json,application/json" {onchange} />
                        { "Open a saved run" }
                    </label>
                    <p class="i2">{ "A JSON file, of this lab or of another one." }</p>
                </li>
            </ul>
            { drawing }
            <p class="said" role="status">{ &*said }</p>
        </div>
    }
}

/// What a file is called: the lab, the stage, and where the playhead stands.
fn name(session: &Session, ending: &str) -> String {
    let (id, stage) = (&session.scenario().id, session.stage() + 1);
    format!("{id}-stage-{stage}-{}ms.{ending}", session.now().0 / 1_000_000)
}

fn take(lab: &Lab, kind: Kind, (drawn, height): (&NodeRef, f64), said: &UseStateSetter<String>) {
    let session = lab.session();
    let ending =
        KINDS.iter().find(|(other, ..)| *other == kind).map_or("", |(_, ending, ..)| ending);
    let name = name(&session, ending);
    let tell = |name: &str| said.set(format!("Saved as {name}."));
    match kind {
        Kind::Csv => save(&name, &table::operations(&session)),
        Kind::Json => {
            let text = write_saved(session.scenario(), &session.link(), session.hash());
            save(&name, &text);
        }
        Kind::Html => return whole(&session, name, said.clone()),
        Kind::Svg | Kind::Png => {
            let Some(drawn) = drawn.cast::<Element>() else { return };
            let (title, about) = (frame::title(&session), frame::about(&session));
            let said = said.clone();
            return spawn_local(async move {
                let text = browser::drawing(&drawn, &title, &about).await;
                said.set(picture(kind, &name, &text, height).await);
            });
        }
    }
    tell(&name);
}

/// Saves the lab with its run as a page of its own; the answer says what became of it.
fn whole(session: &Session, name: String, said: UseStateSetter<String>) {
    let (id, stage) = (session.scenario().id.clone(), session.stage() + 1);
    // It looks as the reader has chosen; where nothing is, as the system of whoever opens it.
    let theme = browser::on_root("data-theme").map(|theme| ("theme", theme));
    let more: Vec<_> = [("run", encode(&session.link()))].into_iter().chain(theme).collect();
    said.set("It is being put together …".into());
    spawn_local(async move {
        said.set(match browser::lab_file(&id, stage, &more).await {
            Ok(text) => {
                save(&name, &text);
                format!("Saved as {name}.")
            }
            Err(sentence) => sentence,
        });
    });
}

/// Saves a drawing; the answer says what became of it.
async fn picture(kind: Kind, name: &str, text: &str, height: f64) -> String {
    if kind == Kind::Svg {
        save(name, text);
    } else {
        let Some(dots) = browser::dots(text, frame::WIDTH, height).await else {
            return "This browser does not make a picture of dots here; the SVG shows the same."
                .into();
        };
        save_blob(name, &dots);
    }
    format!("Saved as {name}.")
}

/// Opens a file that was chosen, or says what is wrong with it.
fn bring(file: Chosen, props: &FilesProps, said: UseStateSetter<String>) {
    let FilesProps { lab, on_open } = props.clone();
    spawn_local(async move {
        let scenario = lab.session().scenario().clone();
        match opened(&file, &scenario).await {
            Ok(Opened::Here(link)) => on_open.emit(link),
            Ok(Opened::Elsewhere(address)) => browser::load(&address),
            Err(sentence) => said.set(format!("{sentence} Nothing was changed.")),
        }
    });
}
