//! The arrangement of two runs: both stages, one timeline, one playhead, what differs.
use super::super::lab::{
    self, Address, AddressProps, Dialogs, Player, Shared, Sheet, help, keys, use_dialogs,
};
use super::super::patterns::use_patterns;
use super::figures::figures;
use super::rows::rows;
use super::side::OneSide;
use crate::browser::{base, encoded, query};
use crate::controls::piece;
use crate::hooks::{LabProps, use_watch};
use crate::marks::{Icon, icon};
use crate::state::{Focus, Interest, Lab, MenuRequest, Opening, Pair, Session};
use crate::widgets::bar::Themes;
use crate::widgets::timeline::Joint;
use crate::widgets::transport::{Transport, TransportProps};
use crate::words::{bought_and_cost, names, partings, step};
use engine::kernel::Instant;
use engine::scenario::Difference;
use yew::prelude::*;

/// What the page gets.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::pages) struct CompareViewProps {
    /// What is played.
    pub scenario: Shared,
    /// Where both begin.
    pub opening: Opening,
    /// What could not be understood.
    pub notice: Option<String>,
}

/// The page; the address says in what the two differ.
#[component]
pub(in crate::pages) fn CompareView(props: &CompareViewProps) -> Html {
    let pair = use_memo((), |()| {
        let scenario = props.scenario.0.clone();
        let text = query("with").unwrap_or_default();
        let difference = Difference::parse(&scenario, &text).ok()?;
        Some(Pair::open(scenario, &props.opening, difference, step))
    });
    match &*pair {
        Some(pair) => html! { <Both pair={pair.clone()} notice={props.notice.clone()} /> },
        None => html! {},
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BothProps {
    pair: Pair,
    notice: Option<String>,
}

/// Both runs. What moves with the playhead watches it by itself.
#[component]
fn Both(props: &BothProps) -> Html {
    let pair = &props.pair;
    let [one, two] = pair.labs();
    use_watch(one, Interest::Run);
    use_effect_with(pair.clone(), Pair::hold);
    let focus = use_reducer(Focus::default);
    let Dialogs { menu, sheet, on_menu, on_sheet, on_shut } = use_dialogs(one);
    let beside = use_dialogs(two);
    let patterns = use_patterns();
    let session = one.session();
    let scenario = session.scenario();
    let names = names(scenario, session.change(), pair.difference());
    let (found, more) = (pair.found(), with(pair));
    let told = partings(&scenario.cast, &found, &names);
    let on_other = {
        let (one, on_menu) = (one.clone(), beside.on_menu.clone());
        Callback::from(move |request| {
            one.set_playing(false);
            on_menu.emit(request);
        })
    };
    let [name, other] = names.clone();
    let parted = found.parted.step.map(|(_, at)| at);
    html! {
        <main class="lab compare" tabindex="-1" aria-describedby={one.id("keys")}
            aria-label={format!("Two runs: {}", scenario.title)} onkeydown={keys(one, None, None)}>
            { patterns }
            { piece::<Player>(LabProps { lab: one.clone(), focus: focus.clone() }) }
            { piece::<Address>(AddressProps { lab: one.clone(), more: more.into() }) }
            <Head lab={one.clone()} />
            if let Some(notice) = &props.notice { <p class="notice" role="alert">{ notice }</p> }
            <p class="say bought" role="status">{ bought_and_cost(&found, &names[1]) }</p>
            <div class="sides">
                <OneSide lab={one.clone()} {name} of="one" on_menu={on_menu.clone()} />
                <OneSide lab={two.clone()} name={other} of="other" on_menu={on_other} />
            </div>
            <Joint labs={[one.clone(), two.clone()]} names={names.clone()} {parted}
                on_menu={on_menu.clone()} />
            { transport(one, focus, &on_menu, &on_sheet) }
            <section class="where" aria-label="Where they part">
                <h2>{ "Where they part" }</h2>
                { places(one, &told) }
            </section>
            { figures(&found, &names) }
            { rows(&scenario.cast, &found, &names) }
            { help(one, false) }
            if let Some(sheet) = sheet { { lab::sheet(sheet, one.clone(), on_shut.clone()) } }
            if let Some(request) = menu {
                { lab::menu(one.clone(), request, on_shut) }
            }
            if let Some(request) = beside.menu {
                { lab::menu(two.clone(), request, beside.on_shut) }
            }
        </main>
    }
}

fn transport(
    one: &Lab,
    focus: UseReducerHandle<Focus>,
    on_menu: &Callback<MenuRequest>,
    on_sheet: &Callback<Sheet>,
) -> Html {
    let (lab, on_menu) = (one.clone(), on_menu.clone());
    let on_rules = on_sheet.reform(|()| Sheet::Rules);
    piece::<Transport>(TransportProps { lab, focus, on_menu, on_rules })
}

/// The difference, as the address says it behind a run.
fn with(pair: &Pair) -> String {
    let session = pair.labs()[0].session();
    format!("&with={}", encoded(&pair.difference().write(session.scenario())))
}

/// Each place with a button that leads there.
fn places(lab: &Lab, told: &[(Instant, String)]) -> Html {
    if told.is_empty() {
        return html! { <p>{ "Nowhere: the two runs are the same, step by step." }</p> };
    }
    let place = |(nth, (at, says)): (usize, &(Instant, String))| {
        let (lab, at) = (lab.clone(), *at);
        let onclick = Callback::from(move |_: MouseEvent| {
            lab.set_playing(false);
            lab.change(|session| session.seek_to(at));
        });
        html! {
            <li>
                <p>{ says }</p>
                <button class="btn-line" data-parting={nth.to_string()} {onclick}>
                    { "Go to it" }<span class="vh">{ format!(": {says}") }</span>
                </button>
            </li>
        }
    };
    html! { <ol>{ for told.iter().enumerate().map(place) }</ol> }
}

#[derive(Clone, PartialEq, Properties)]
struct HeadProps {
    lab: Lab,
}

/// The way back, the title, what can be taken back.
#[component]
fn Head(props: &HeadProps) -> Html {
    use_watch(&props.lab, Interest::Step);
    let back = use_mut_ref(String::new);
    let session = props.lab.session();
    // Nobody follows the link while the run plays, and a link costs time to write.
    if !props.lab.is_playing() || back.borrow().is_empty() {
        let query = session.opening().query();
        *back.borrow_mut() = format!("{}play/{}/?{query}", base(), session.scenario().id);
    }
    let (can_undo, can_redo) = session.can_undo();
    let href = back.borrow().clone();
    html! {
        <header class="labbar">
            <a class="btn back" {href} aria-label="The lab">
                { icon(Icon::Left) }<span class="wx">{ " The lab" }</span>
            </a>
            <h1 class="title">{ &session.scenario().title }</h1>
            <span class="push"></span>
            <div class="acts" role="group" aria-label="Both runs">
                { button(&props.lab, "Undo", can_undo, Session::undo) }
                { button(&props.lab, "Redo", can_redo, Session::redo) }
                <Themes />
            </div>
        </header>
    }
}

fn button(lab: &Lab, name: &'static str, can: bool, does: fn(&mut Session)) -> Html {
    let lab = lab.clone();
    let onclick = Callback::from(move |_: MouseEvent| lab.change(does));
    html! { <button class="w" data-does={name} disabled={!can} {onclick}>{ name }</button> }
}
