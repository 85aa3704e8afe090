//! The running order of a lecture over several labs, put together from what is chosen above.
use super::super::offered::Offered;
use super::view::{Kept, changes};
use crate::state::Shown;
use crate::state::lecture::{Entry, MOST};
use yew::prelude::*;

/// A button that puts the chosen stage at the end of the order. It stands beside the stage, so that
/// the next one is near.
pub(super) fn add(prepared: &Kept) -> Html {
    let chosen = Entry { scenario: prepared.scenario.clone(), stage: Some(prepared.stage + 1) };
    let onclick = changes(prepared, move |next, _: MouseEvent| {
        next.order.push(chosen.clone());
        next.shown = Shown::Lecture;
    });
    html! {
        <button type="button" class="btn-line" disabled={prepared.order.len() >= MOST} {onclick}>
            { "Add to a running order" }
        </button>
    }
}

/// The order, if there is one.
pub(super) fn order(all: &[Offered], prepared: &Kept) -> Html {
    let many = prepared.order.len();
    let says = match (many, prepared.shown) {
        (0, _) => return Html::default(),
        (MOST, _) => "The lecture goes over these stages; more do not fit into one.",
        (_, Shown::Lecture) => "The lecture goes over these stages, in this order.",
        _ => "An order belongs to the lecture view: it is not in this address, and is kept here.",
    };
    html! {
        <fieldset class="hide order">
            <legend>{ "Running order" }</legend>
            <div>
                <p class="i2" role="status">{ says }</p>
                <ol>{ for (0..many).map(|place| row(all, prepared, place)) }</ol>
            </div>
        </fieldset>
    }
}

/// A stage with its lab; up, down, and out. The focus stays at the place when a row is gone.
fn row(all: &[Offered], prepared: &Kept, place: usize) -> Html {
    let Entry { scenario, stage } = &prepared.order[place];
    let number = stage.unwrap_or(1);
    let lab = all.iter().find(|lab| lab.id == *scenario);
    let title = lab.and_then(|lab| lab.stages.get(number - 1)).cloned().unwrap_or_default();
    let lab = lab.map(|lab| lab.title.clone()).unwrap_or_default();
    let button = |name: &str, sign: &'static str, can: bool, does: fn(&mut Vec<Entry>, usize)| {
        let onclick = changes(prepared, move |next, _: MouseEvent| does(&mut next.order, place));
        let label = format!("{name}: {}", place + 1);
        html! {
            <button type="button" class="btn-line" aria-label={label} disabled={!can} {onclick}>
                { sign }
            </button>
        }
    };
    let last = prepared.order.len() - 1;
    html! {
        <li key={place}>
            <span>{ format!("{number}. {title}") }<small>{ lab }</small></span>
            { button("Up", "↑", place > 0, |order, at| order.swap(at - 1, at)) }
            { button("Down", "↓", place < last, |order, at| order.swap(at, at + 1)) }
            { button("Remove", "×", true, |order, at| drop(order.remove(at))) }
        </li>
    }
}
