//! One line for each check.
use crate::hooks::{LabProps, watched};
use crate::marks::{Icon, icon};
use crate::state::{Interest, Session, Topic, ViewAction};
use crate::words::breach;
use engine::consistency::Verdict;
use yew::prelude::*;

/// All checks; a broken invariant leads to its witness.
pub fn findings(props: &LabProps) -> Html {
    watched(props, Interest::Step, draw)
}

fn draw(props: &LabProps) -> Html {
    let session = props.lab.session();
    let on_ask = {
        let focus = props.focus.clone();
        Callback::from(move |topic: Topic| focus.dispatch(ViewAction::Ask(topic)))
    };
    let model = session.scenario().model.says.clone();
    let count = session.conclusions().len();
    html! {
        <div class="scroll">
            <ul class="findings">
                { for (0..count).map(|place| finding(&session, place, &on_ask)) }
            </ul>
            if !model.is_empty() {
                <p class="i2">{ "They are claimed to hold under these faults: " }{ model }</p>
            }
        </div>
    }
}

fn finding(session: &Session, place: usize, on_ask: &Callback<Topic>) -> Html {
    let conclusions = session.conclusions();
    let (service_id, check, verdict) = &conclusions[place];
    let service = &session.scenario().cast.info(*service_id).name;
    let (sign, says) = match verdict {
        Verdict::Holds => (Icon::Hexagon, "holds so far".to_owned()),
        Verdict::Violated(found) => (Icon::Broken, breach(session, found)),
        Verdict::Unknown(why) => (Icon::Hexagon, format!("not decided: {why}")),
    };
    let broken = verdict.witness().is_some();
    let unclaimed = session.scenario().model.unclaimed.contains(&(*service_id, *check));
    let onclick = on_ask.reform(move |_: MouseEvent| Topic::Finding(place));
    html! {
        <li class={if broken { "bad" } else { "" }} data-check={format!("{service}.{}", check.slug())}
            data-verdict={verdict.word()}>
            { icon(sign) }
            <div>
                <b>{ format!("{}, {service}", check.invariant().name()) }</b>
                if unclaimed { <span class="i2">{ " (not promised)" }</span> }
                <p>{ says }</p>
                if broken { <button {onclick}>{ "Why?" }</button> }
            </div>
        </li>
    }
}
