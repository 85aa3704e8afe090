//! The form, the lines that come of it, and the embed itself.
use super::Offer;
use super::code::Wish;
use crate::browser::{base, is_ticked, load_script, origin, value_of};
use crate::controls::Lines;
use crate::state::Part;
use yew::prelude::*;

/// Themes, as the element and readers name them.
const THEMES: [(&str, &str); 5] = [
    ("", "as the page around it"),
    ("light", "light"),
    ("dark", "dark"),
    ("contrast", "high contrast"),
    ("projector", "projector"),
];

/// Parts that an embed never shows, so that nobody need leave them out.
const NEVER: [Part; 3] = [Part::Lecture, Part::Share, Part::Settings];

/// What the builder needs.
#[derive(PartialEq, Properties)]
pub struct EmbeddingProps {
    /// The labs that can be chosen.
    pub labs: Vec<Offer>,
}

/// The builder.
#[component]
pub fn Embedding(props: &EmbeddingProps) -> Html {
    let wish = use_state(Wish::default);
    use_effect_with((), |()| load_script("embed.js"));
    let Some(lab) = props.labs.get(wish.lab) else { return Html::default() };
    let home = origin() + &base();
    let [stage, theme, hide] = [wish.number().to_string(), wish.theme.clone(), wish.hide()];
    let (run, seed) = (wish.run(lab), wish.seed());
    let shown = lab.stages.get(wish.stage).cloned().unwrap_or_default();
    html! {
        <div class="embedding">
            { form(&props.labs, lab, &wish) }
            <Lines title="For any page" text={wish.element(lab, &home)} />
            <Lines title="A plain frame, where scripts are not allowed"
                text={wish.frame(lab, &home)} />
            <p class="lbl">{ "What readers get" }</p>
            <dst-lab key={format!("{} {stage} {theme} {hide} {seed:?} {run:?}", lab.scenario)}
                scenario={lab.scenario.clone()} {stage} {theme} {hide} {run} {seed}
                label={lab.title.clone()}>{ shown }</dst-lab>
        </div>
    }
}

fn form(labs: &[Offer], lab: &Offer, wish: &UseStateHandle<Wish>) -> Html {
    let change = |does: fn(&mut Wish, &str)| {
        let wish = wish.clone();
        Callback::from(move |event: Event| {
            let mut next = (*wish).clone();
            does(&mut next, &value_of(&event));
            wish.set(next);
        })
    };
    let titles: Vec<_> = labs.iter().map(|lab| lab.title.as_str()).collect();
    let stages: Vec<_> = lab.stages.iter().map(String::as_str).collect();
    let theme = THEMES.iter().position(|(name, _)| *name == wish.theme).unwrap_or(0);
    let of_lab = change(|wish, chosen| {
        let (lab, run) = (chosen.parse().unwrap_or(0), String::new());
        *wish = Wish { lab, stage: 0, run, ..wish.clone() };
    });
    // A run is one of its stage.
    let of_stage = change(|wish, chosen| {
        (wish.stage, wish.run) = (chosen.parse().unwrap_or(0), String::new());
    });
    let of_theme = change(|wish, chosen| {
        let nth = chosen.parse::<usize>().unwrap_or(0);
        wish.theme = THEMES.get(nth).map_or("", |(name, _)| *name).to_owned();
    });
    let offered = Part::ALL.into_iter().filter(|part| !NEVER.contains(part));
    let of_run = {
        let (wish, labs) = (wish.clone(), labs.to_vec());
        Callback::from(move |event: Event| {
            wish.set((*wish).clone().with_run(plain(&value_of(&event)), &labs));
        })
    };
    let of_seed = change(|wish, seed| wish.seed = plain(seed));
    html! {
        <div class="wishes">
            { choice("Lab", &titles, wish.lab, of_lab) }
            { choice("Stage", &stages, wish.stage, of_stage) }
            { choice("Theme", &THEMES.map(|(_, says)| says), theme, of_theme) }
            { field("Seed", &wish.seed, of_seed) }
            { field("Run, the part after run= in its link", &wish.run, of_run) }
            <p class="odd" role="status">
                { for wish.odd_run(lab).into_iter().chain(wish.odd_seed()).map(|says| says + " ") }
            </p>
            <fieldset>
                <legend>{ "Leave out" }</legend>
                { for offered.map(|part| tick(part, wish)) }
            </fieldset>
        </div>
    }
}

fn choice(name: &str, all: &[&str], chosen: usize, onchange: Callback<Event>) -> Html {
    let option = |(nth, says): (usize, &&str)| {
        html! { <option value={nth.to_string()} selected={nth == chosen}>{ *says }</option> }
    };
    html! {
        <label>
            <span>{ name.to_owned() }</span>
            <select {onchange}>{ for all.iter().enumerate().map(option) }</select>
        </label>
    }
}

fn field(name: &str, value: &str, onchange: Callback<Event>) -> Html {
    html! {
        <label>
            <span>{ name.to_owned() }</span>
            <input class="mono" value={value.to_owned()} spellcheck="false" {onchange} />
        </label>
    }
}

/// What seeds and runs are written with; what else was pasted along is left out.
fn plain(text: &str) -> String {
    let code = text.rsplit("run=").next().unwrap_or_default();
    let code = code.split('&').next().unwrap_or_default();
    code.chars().filter(|c| c.is_ascii_alphanumeric() || "-_.~".contains(*c)).collect()
}

fn tick(part: Part, wish: &UseStateHandle<Wish>) -> Html {
    let onchange = {
        let wish = wish.clone();
        Callback::from(move |event: Event| {
            let mut next = (*wish).clone();
            if is_ticked(&event) != next.hidden.has(part) {
                next.hidden = next.hidden.toggled(part);
            }
            wish.set(next);
        })
    };
    let checked = wish.hidden.has(part);
    html! { <label><input type="checkbox" {checked} {onchange} />{ part.label() }</label> }
}
