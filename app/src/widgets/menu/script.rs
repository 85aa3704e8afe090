//! What befalls the run, each act in one sentence, to be changed or removed.
use super::draft::Draft;
use super::sheet::{Doing, Page};
use crate::state::Lab;
use crate::words::{exaggerated, fault_sentence, seconds};
use engine::kernel::Instant;
use engine::timeline::Act;
use yew::prelude::*;

/// The list.
pub(super) fn script(lab: &Lab, go: &Callback<Page>) -> Html {
    let session = lab.session();
    let cast = &session.scenario().cast;
    let acts = session.line().script().acts();
    let line = |(place, act): (usize, &Act)| {
        let told = fault_sentence(cast, &act.fault);
        let change = {
            let (go, draft) = (go.clone(), Draft::of_act(act));
            Callback::from(move |_: MouseEvent| {
                go.emit(Page::Ask(draft.clone(), Doing::Replace(place)));
            })
        };
        let remove = {
            let (lab, go) = (lab.clone(), go.clone());
            Callback::from(move |_: MouseEvent| {
                lab.change(|session| session.remove(place));
                go.emit(Page::Top);
            })
        };
        let far = exaggerated(&act.fault).is_some();
        html! {
            <li key={place}>
                <time class="mono">{ seconds(act.at - Instant(0), 3) }</time>
                <span>{ &told }if far { <i>{ ", exaggerated" }</i> }</span>
                <div class="row">
                    { button("Change", &told, change) }
                    { button("Remove", &told, remove) }
                </div>
            </li>
        }
    };
    html! {
        <section class="script">
            <h3 class="lbl">{ "What befalls this run" }</h3>
            if acts.is_empty() {
                <p class="i2">{ "Nothing yet." }</p>
            } else {
                <ol>{ for acts.iter().enumerate().map(line) }</ol>
            }
        </section>
    }
}

/// A button that is told with what it is for, where the list is not seen.
fn button(name: &str, of: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button aria-label={format!("{name}: {of}")} {onclick}>{ name.to_owned() }</button> }
}
