//! The running order of a lecture over several labs, put together from what is chosen above.
use super::super::offered::Offered;
use super::super::ordered::at_place;
use super::view::{Kept, changes};
use crate::browser::{focus_one_of, replace_query};
use crate::state::Shown;
use crate::state::lecture::{Entry, MOST, write_order};
use std::cell::RefCell;
use std::rc::Rc;
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

/// Where the focus goes when the order has changed.
pub(super) type Wanted = Rc<RefCell<Vec<String>>>;

/// After a change of the order the focus is on the stage that was moved; and the page's address is
/// the order's, so that it outlasts a reload.
#[hook]
pub(super) fn use_order(prepared: &Kept) -> Wanted {
    let wanted = use_mut_ref(Vec::new);
    let (next, order) = (wanted.clone(), write_order(&prepared.order));
    let before = use_mut_ref(|| order.clone());
    use_effect_with(order, move |order| {
        if before.replace(order.clone()) != *order {
            let named = if order.is_empty() { String::new() } else { format!("order={order}") };
            replace_query(&named);
        }
        focus_one_of(&next.take());
    });
    wanted
}

/// The order, if there is one.
pub(super) fn order(all: &[Offered], prepared: &Kept, wanted: &Wanted) -> Html {
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
                <ol>{ for (0..many).map(|place| row(all, prepared, place, wanted)) }</ol>
            </div>
        </fieldset>
    }
}

/// A stage with its lab; up, down, and out.
fn row(all: &[Offered], prepared: &Kept, place: usize, wanted: &Wanted) -> Html {
    let Entry { scenario, stage } = &prepared.order[place];
    let number = stage.unwrap_or(1);
    let lab = all.iter().find(|lab| lab.id == *scenario);
    let title = lab.and_then(|lab| lab.stages.get(number - 1)).cloned().unwrap_or_default();
    let lab = lab.map(|lab| lab.title.clone()).unwrap_or_default();
    let button = |name: &'static str, sign: &'static str, to: Option<usize>, does: Does| {
        let wanted = wanted.clone();
        let onclick = changes(prepared, move |next, _: MouseEvent| {
            wanted.replace(at_place(name, to.unwrap_or_default()));
            does(&mut next.order, place);
        });
        let label = format!("{name}: {}", place + 1);
        html! {
            <button type="button" class="btn-line" aria-label={label} disabled={to.is_none()}
                {onclick}>
                { sign }
            </button>
        }
    };
    let last = prepared.order.len() - 1;
    let down = (place < last).then_some(place + 1);
    html! {
        <li key={place}>
            <span>
                { format!("{}. {title}", place + 1) }
                <small>{ format!("{lab}, stage {number}") }</small>
            </span>
            { button("Up", "↑", place.checked_sub(1), |order, at| order.swap(at - 1, at)) }
            { button("Down", "↓", down, |order, at| order.swap(at, at + 1)) }
            { button("Remove", "×", Some(place.min(last.saturating_sub(1))), |order, at| {
                order.remove(at);
            }) }
        </li>
    }
}

/// Does something to the stage at a place.
type Does = fn(&mut Vec<Entry>, usize);
