//! All tables of the matrix.
use super::lesser::lesser;
use super::table::{Look, table};
use crate::browser::{Element, Key, focus_in};
use crate::hooks::{LabProps, use_watch};
use crate::state::{Focus, Interest, Panel, Session, Topic, ViewAction};
use crate::words::{Row, worst_row};
use engine::kernel::NodeId;
use engine::modes::{ClassId, Mode};
use yew::prelude::*;

/// The matrix of the classes that nodes wear, and the others in one line each.
#[component]
pub fn Matrix(props: &LabProps) -> Html {
    use_watch(&props.lab, Interest::Tick);
    let root = use_node_ref();
    let last = use_state_eq(|| None);
    let open = use_state_eq(|| None);
    let session = props.lab.session();
    let asked = match props.focus.topic {
        Some(Topic::Row(node, class, mode)) => Some((node, class, mode)),
        _ => None,
    };
    let on_ask = {
        let focus = props.focus.clone();
        Callback::from(move |topic: Topic| focus.dispatch(ViewAction::Ask(topic)))
    };
    let onfocusin = {
        let last = last.clone();
        Callback::from(move |event: FocusEvent| last.set(place_of(&event)))
    };
    let answered = answered(&session, &props.focus);
    let look = Look { asked, answered, last: *last, on_ask: &on_ask };
    let mut count = 0;
    let focus = &session.scenario().focus;
    let tables: Vec<_> = focus
        .iter()
        .map(|(service, class)| table(&session, *service, *class, &look, &mut count))
        .collect();
    html! {
        <div class="matrix" ref={root.clone()} onkeydown={keys(&root)} {onfocusin}>
            { for tables }
            { lesser(&session, &open, &look, &mut count) }
        </div>
    }
}

/// The cell that the panel below answers for.
fn answered(session: &Session, focus: &Focus) -> Option<(NodeId, ClassId, Mode)> {
    let (node, class, mode) = match focus.topic {
        Some(Topic::Row(node, class, mode)) => (node, class, mode),
        None => worst_row(session).map(|(node, class, _)| (node, class, None))?,
        _ => return None,
    };
    let believed = || Row::of(session, node, class).map(|row| row.believed);
    (focus.panel == Panel::Why).then_some((node, class, mode.or_else(believed)?))
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
        let Some((row, column)) = place_of(&event) else { return };
        let next = (row.wrapping_add_signed(by.0), column.wrapping_add_signed(by.1));
        let selector = format!("[data-at=\"{}-{}\"]", next.0, next.1);
        if root.cast::<Element>().is_some_and(|root| focus_in(&root, &selector)) {
            event.prevent_default();
            event.stop_propagation();
        }
    })
}

/// The row and the column of the cell that an event comes from.
fn place_of(event: &Event) -> Option<(usize, usize)> {
    let at = event.target_dyn_into::<Element>()?.get_attribute("data-at")?;
    let (row, column) = at.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}
