//! All tables of the matrix.
use super::lesser::lesser;
use super::table::table;
use crate::browser::{Element, Key, focus_in};
use crate::hooks::{LabProps, use_watch};
use crate::state::{Interest, Topic, ViewAction};
use yew::prelude::*;

/// The matrix of the classes that nodes wear, and the others in one line each.
#[component]
pub fn Matrix(props: &LabProps) -> Html {
    use_watch(&props.lab, Interest::Tick);
    let root = use_node_ref();
    let session = props.lab.session();
    let asked = match props.focus.topic {
        Some(Topic::Row(node, class, mode)) => Some((node, class, mode)),
        _ => None,
    };
    let on_ask = {
        let focus = props.focus.clone();
        Callback::from(move |topic: Topic| focus.dispatch(ViewAction::Ask(topic)))
    };
    let focus = session.scenario().focus.clone();
    let tables =
        focus.iter().map(|(service, class)| table(&session, *service, *class, asked, &on_ask));
    html! {
        <div class="matrix" ref={root.clone()} onkeydown={keys(&root)}>
            { for tables }
            { lesser(&session, &on_ask) }
        </div>
    }
}

/// Arrow keys go from cell to cell; the table is one stop for the Tab key.
fn keys(root: &NodeRef) -> Callback<KeyboardEvent> {
    let root = root.clone();
    Callback::from(move |event: KeyboardEvent| {
        let by = match Key::of(&event) {
            Key::Left => (0, -1),
            Key::Right => (0, 1),
            Key::Up => (-1, 0),
            Key::Down => (1, 0),
            _ => return,
        };
        let cell =
            event.target_dyn_into::<Element>().and_then(|cell| cell.get_attribute("data-at"));
        let Some((row, column)) = cell.as_deref().and_then(place_of) else { return };
        let next = (row + by.0, column + by.1);
        let selector = format!("[data-at=\"{}-{}\"]", next.0, next.1);
        if root.cast::<Element>().is_some_and(|root| focus_in(&root, &selector)) {
            event.prevent_default();
            event.stop_propagation();
        }
    })
}

fn place_of(at: &str) -> Option<(i32, i32)> {
    let (row, column) = at.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}
