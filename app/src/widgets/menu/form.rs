//! The form for one fault: when, whom, how much; and in one sentence what will be done.
use super::draft::Draft;
use super::whom::{everybody, whom};
use crate::controls::Field;
use crate::state::Lab;
use crate::words::{exaggerated, fault_sentence, instant, range};
use engine::faults::Fault;
use engine::kernel::Instant;
use yew::prelude::*;

/// What a form gets.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FormProps {
    /// The run.
    pub lab: Lab,
    /// What is known at first.
    pub draft: Draft,
    /// It is meant: this fault, at this instant if that can be chosen, and nothing more to do.
    pub on_apply: Callback<(Fault, Option<Instant>, bool)>,
    /// It is taken out of the script.
    #[prop_or_default]
    pub on_remove: Option<Callback<()>>,
}

/// By how many milliseconds an act is moved at a touch.
const STEPS: [i64; 4] = [-100, -10, 10, 100];

/// The form.
#[component]
pub(super) fn Form(props: &FormProps) -> Html {
    let draft = use_state(|| props.draft.clone());
    let set = {
        let draft = draft.clone();
        Callback::from(move |changed| draft.set(changed))
    };
    let session = props.lab.session();
    let cast = &session.scenario().cast;
    let (all, end) = (everybody(cast), session.end());
    let (fault, at) = (draft.fault(all), draft.at(end));
    let apply = |done: bool| {
        let (on_apply, ready) = (props.on_apply.clone(), fault.zip(at.clone().ok()));
        move || ready.iter().for_each(|(fault, at)| on_apply.emit((*fault, *at, done)))
    };
    let onsubmit = {
        let apply = apply(true);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            apply();
        })
    };
    let says = match (&fault, draft.whom(all)) {
        (Some(fault), _) => format!("{}.", fault_sentence(cast, fault)),
        (None, Err(missing)) => missing.to_owned(),
        (None, Ok(_)) => String::new(),
    };
    let remove = props.on_remove.as_ref().map(|on| on.reform(|_: MouseEvent| ()));
    html! {
        <form class="ask" {onsubmit}>
            <p class="i2">{ draft.kind.card().says }</p>
            { when(props, &draft, &set, fault, end) }
            { whom(&session, &draft, &set) }
            { how_much(&props.lab, &draft, &set) }
            <p class={if says.is_empty() { "told vh" } else { "told" }} role="status">
                { says }
                if let Some(far) = fault.as_ref().and_then(exaggerated) { { " " }<i>{ far }</i> }
            </p>
            <div class="row">
                <button class="btn-solid">{ if at.is_ok_and(|at| at.is_some()) { "Change" } else { "Apply" } }</button>
                if let Some(onclick) = remove {
                    <button type="button" class="btn-line" {onclick}>{ "Remove" }</button>
                }
            </div>
        </form>
    }
}

fn how_much(lab: &Lab, draft: &Draft, set: &Callback<Draft>) -> Html {
    let Some(param) = draft.param() else { return html! {} };
    let (unit, hint) = (Draft::unit(&param), range(param.unit, param.range));
    let wrong = draft.how_much().err();
    let on_input = {
        let (draft, set) = (draft.clone(), set.clone());
        Callback::from(move |amount| set.emit(Draft { amount, ..draft.clone() }))
    };
    html! {
        <Field id={lab.id("how-much")} label={capital(param.name)} value={draft.amount.clone()}
            {unit} {hint} {wrong} first=true {on_input} />
    }
}

fn when(
    props: &FormProps,
    draft: &Draft,
    set: &Callback<Draft>,
    fault: Option<Fault>,
    end: Instant,
) -> Html {
    let Some(when) = draft.when.clone() else { return html! {} };
    let at = draft.at(end);
    let step = |by: i64| {
        let (draft, set, on_apply) = (draft.clone(), set.clone(), props.on_apply.clone());
        let to = at.clone().ok().flatten().zip(fault).map(|(at, fault)| {
            (Instant(at.0.saturating_add_signed(by * 1_000_000)).min(end), fault)
        });
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some((to, fault)) = to {
                set.emit(Draft { when: Some(instant(to)), ..draft.clone() });
                on_apply.emit((fault, Some(to), false));
            }
        });
        let sign = if by < 0 { "−" } else { "+" };
        let name = format!("{sign}{}\u{202f}ms", by.unsigned_abs());
        html! { <button type="button" class="btn-line" {onclick}>{ name }</button> }
    };
    let on_input = {
        let (draft, set) = (draft.clone(), set.clone());
        Callback::from(move |when| set.emit(Draft { when: Some(when), ..draft.clone() }))
    };
    html! {
        <>
            <Field id={props.lab.id("when")} label="At" value={when} unit="s"
                hint={format!("0 to {} s", instant(end))}
                wrong={at.clone().err()} first=true {on_input} />
            <div class="row steps" role="group" aria-label="Move it">{ for STEPS.map(step) }</div>
        </>
    }
}

fn capital(text: &str) -> String {
    let mut said = text.to_owned();
    // Words of the engine's cards; a table of all capitals has its price in the page.
    if let Some(first) = said.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    said
}
