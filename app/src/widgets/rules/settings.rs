//! The seed and the settings, each in a field or a list.
use crate::browser::value_of;
use crate::controls::Field;
use crate::state::{Interest, Lab};
use crate::words::{amount, layer, parted, range, read_amount, setting};
use engine::kernel::Unit;
use engine::node::Layer;
use engine::scenario::Control;
use yew::prelude::*;

/// What a field for one number gets.
#[derive(Clone, PartialEq, Properties)]
struct TypedProps {
    id: String,
    label: String,
    value: String,
    unit: String,
    hint: String,
    #[prop_or_default]
    first: bool,
    /// Reads what is typed; the answer is what is wrong with it.
    read: Callback<String, Option<String>>,
    /// Takes what was read without fault.
    set: Callback<String>,
}

/// A number that holds as soon as it is meant and makes sense; until then nothing is lost of it.
#[component]
fn Typed(props: &TypedProps) -> Html {
    let typed = use_state(|| props.value.clone());
    {
        let typed = typed.clone();
        use_effect_with(props.value.clone(), move |value| typed.set(value.clone()));
    }
    let wrong = props.read.emit((*typed).clone());
    let on_input = {
        let typed = typed.clone();
        Callback::from(move |text| typed.set(text))
    };
    let on_done = {
        let (typed, set, sound) = (typed.clone(), props.set.clone(), wrong.is_none());
        Callback::from(move |()| {
            if sound {
                set.emit((*typed).clone());
            }
        })
    };
    let TypedProps { id, label, unit, hint, first, .. } = props.clone();
    let value = (*typed).clone();
    html! { <Field {id} {label} {value} {unit} {hint} {wrong} {first} {on_input} {on_done} /> }
}

/// The seed of all draws.
pub(super) fn seed(lab: &Lab) -> Html {
    let now = lab.session().run().seed.to_string();
    let read = Callback::from(|text: String| match text.trim().parse::<u64>() {
        Ok(_) => None,
        Err(_) => Some(format!("“{}” is not a whole number.", text.trim())),
    });
    let set = {
        let lab = lab.clone();
        Callback::from(move |text: String| {
            if let Ok(seed) = text.trim().parse() {
                lab.change(|session| session.set_seed(seed));
                lab.tell(Interest::Run);
            }
        })
    };
    html! {
        <section>
            <h3 class="lbl">{ "Seed: all that is left to chance" }</h3>
            <Typed id={lab.id("seed")} label="Seed" value={now} unit="" first=true
                hint="The same seed, the same run." {read} {set} />
        </section>
    }
}

/// The settings that can be changed, by who decides about them.
pub(super) fn settings(lab: &Lab) -> Html {
    let session = lab.session();
    let controls = &session.scenario().controls;
    let section = |of: Layer| {
        let mut mine = controls.iter().filter(|control| control.card.layer == of).peekable();
        mine.peek()?;
        Some(html! {
            <section>
                <h3 class="lbl">{ layer(of) }</h3>
                { for mine.map(|control| one(lab, *control)) }
            </section>
        })
    };
    let all = [Layer::Nature, Layer::Strategy, Layer::Tactic].map(section);
    html! { <>{ for all.into_iter().flatten() }</> }
}

fn one(lab: &Lab, control: Control) -> Html {
    let session = lab.session();
    let (now, prepared) = session.setting(&control);
    let (card, label) = (control.card, setting(&session.scenario().cast, &control));
    let set = {
        let lab = lab.clone();
        Callback::from(move |value: i64| {
            lab.change(|session| session.set_setting(&control, value));
            lab.tell(Interest::Run);
        })
    };
    let changed =
        (now != prepared).then(|| format!("The stage has {}.", amount(card.unit, prepared)));
    let field = match card.unit {
        Unit::Choice(words) => list(&label, words, now, set),
        _ => number(lab, control, label, now, set),
    };
    html! {
        <div class="setting">
            { field }
            <p class="i2">
                { card.says }
                if let Some(changed) = changed { { " " }<i>{ changed }</i> }
            </p>
        </div>
    }
}

fn number(lab: &Lab, control: Control, label: String, now: i64, set: Callback<i64>) -> Html {
    let card = control.card;
    let (value, unit) = parted(card.unit, now);
    let reads = {
        let unit = unit.clone();
        move |text: &str| read_amount(card.unit, card.range, &unit, text)
    };
    let read = {
        let reads = reads.clone();
        Callback::from(move |text: String| reads(&text).err())
    };
    let set =
        Callback::from(move |text: String| reads(&text).into_iter().for_each(|n| set.emit(n)));
    let (id, hint) = (lab.id(&format!("set-{}", card.name)), range(card.unit, card.range));
    html! { <Typed {id} {label} {value} {unit} {hint} {read} {set} /> }
}

fn list(label: &str, words: &'static [&'static str], now: i64, set: Callback<i64>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        value_of(&event).parse().into_iter().for_each(|place| set.emit(place));
    });
    let option = |(place, word): (usize, &&str)| {
        let selected = i64::try_from(place) == Ok(now);
        html! { <option value={place.to_string()} {selected}>{ word.replace('-', " ") }</option> }
    };
    html! {
        <label class="field">
            <span>{ label }</span>
            <select {onchange}>{ for words.iter().enumerate().map(option) }</select>
        </label>
    }
}
