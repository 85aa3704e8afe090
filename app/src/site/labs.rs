//! Labs and diagrams in the text: each begins when it is nearly in sight; a chapter opens fast.
use super::life;
use crate::browser::{self, Element, Sight, places};
use crate::pages::{Diagram, LabView, Shared, share};
use crate::state::Opening;
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;
use yew::html;

/// So much below and above the window lies what is nearly in sight.
const NEARLY: &str = "800px 0px";

/// Waits for the labs and diagrams of the page to come near.
pub(super) fn begin() {
    let waiting = places("[data-lab], [data-compass], [data-flow]");
    let begun = RefCell::new(vec![false; waiting.len()]);
    let labs = waiting.clone();
    life::watch(Sight::start(&waiting, NEARLY, move |place, seen| {
        if seen
            && !begun.borrow_mut().get_mut(place).is_none_or(|begun| std::mem::replace(begun, true))
        {
            begin_one(labs[place].clone());
        }
    }));
}

/// Puts what runs where the text leaves room for it; what stands there stays until it can run.
fn begin_one(place: Element) {
    let named = ["data-lab", "data-compass", "data-flow"].map(|name| place.get_attribute(name));
    let [lab, compass, flow] = &named;
    let Some(id) = lab.as_ref().or(compass.as_ref()).or(flow.as_ref()).cloned() else { return };
    let (whole, flow) = (lab.is_some(), flow.is_some());
    let stage = place.get_attribute("data-stage").and_then(|stage| stage.parse::<usize>().ok());
    let stage = stage.unwrap_or(1).saturating_sub(1);
    spawn_local(async move {
        let found = browser::scenario(&id).await;
        // The reader may have gone on to another page.
        if !place.is_connected() {
            return;
        }
        match found {
            Ok(scenario) => {
                let scenario = Shared(scenario);
                let content = if whole {
                    html! { <LabView {scenario} opening={Opening::Stage(stage)} share={share()} /> }
                } else {
                    html! { <Diagram {scenario} {stage} {flow} /> }
                };
                life::mount(place, content);
            }
            Err(why) => browser::add_sentence(&place, &why.text),
        }
    });
}
