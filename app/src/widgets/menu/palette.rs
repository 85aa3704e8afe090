//! Entries of menus under their headings: what is offered for one thing, or every fault there is.
use super::draft::Draft;
use super::offers::Offer;
use super::sheet::{Doing, Page};
use super::sift::{is_long, sifted};
use super::whom::prepared;
use crate::browser::value_of;
use crate::state::{Lab, Session};
use engine::faults::{Fault, FaultCard, FaultKind, Group, Target};
use yew::prelude::*;

/// One entry: what it stands for, what it is called, what it does, and what happens.
pub(super) struct Entry {
    pub card: &'static FaultCard,
    /// What mends has no group: it comes first, under its own heading.
    pub heading: Option<Group>,
    pub title: String,
    pub says: String,
    /// The stages of the scenario that it befalls.
    pub stages: Vec<usize>,
    /// The scenario's model speaks of it.
    pub modelled: bool,
    pub onclick: Callback<MouseEvent>,
}

impl Entry {
    /// A fault, whoever it strikes.
    pub(super) fn new(session: &Session, kind: FaultKind, onclick: Callback<MouseEvent>) -> Entry {
        let (card, scenario) = (kind.card(), session.scenario());
        Entry {
            card,
            heading: Some(card.group),
            title: format!("{} …", card.title),
            says: card.says.to_owned(),
            stages: scenario.stages_with(kind, None),
            modelled: scenario.model.names(kind),
            onclick,
        }
    }

    /// What is offered for one thing.
    pub(super) fn of(session: &Session, offer: &Offer, onclick: Callback<MouseEvent>) -> Entry {
        let (kind, more) = (offer.fault.kind, if offer.settled { "" } else { " …" });
        // Of orders a stage gives one, and not every one that there is.
        let order = matches!(offer.fault.target, Target::Node(_)).then_some(offer.fault.amount);
        Entry {
            stages: session.scenario().stages_with(kind, order),
            heading: offer.heading(),
            title: format!("{}{more}", offer.title(session)),
            says: offer.says(session),
            ..Entry::new(session, kind, onclick)
        }
    }
}

/// Every fault; whom it is to strike is asked next.
pub(super) fn every_fault(lab: &Lab, go: &Callback<Page>) -> Vec<Entry> {
    let session = lab.session();
    let entry = |kind: FaultKind| {
        let (lab, go) = (lab.clone(), go.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let draft = prepared(&lab.session(), kind);
            go.emit(Page::Ask(draft, Doing::Strike));
        });
        Entry::new(&session, kind, onclick)
    };
    FaultKind::ALL.map(entry).into()
}

/// What is offered for one thing; what is settled is done at once.
pub(super) fn offered(
    lab: &Lab,
    offers: Vec<Offer>,
    go: &Callback<Page>,
    strike: &Callback<Fault>,
) -> Vec<Entry> {
    let session = lab.session();
    let entry = |offer: Offer| {
        let (go, strike) = (go.clone(), strike.clone());
        let onclick = Callback::from(move |_: MouseEvent| match offer.settled {
            true => strike.emit(offer.fault),
            false => go.emit(Page::Ask(Draft::of(&offer.fault), Doing::Strike)),
        });
        Entry::of(&session, &offer, onclick)
    };
    offers.into_iter().map(entry).collect()
}

/// The entries that fit what is typed, below a field where there are many.
pub(super) fn listed(entries: Vec<Entry>, typed: &UseStateHandle<String>) -> Html {
    let (all, is_long) = (entries.len(), is_long(&entries));
    let is_every = all == FaultKind::ALL.len();
    let found = sifted(entries, typed);
    // Headings stand as their first entries do.
    let mut headings = Vec::new();
    for entry in &found {
        if !headings.contains(&entry.heading) {
            headings.push(entry.heading);
        }
    }
    let group = |heading: Option<Group>| {
        let of = found.iter().filter(|entry| entry.heading == heading);
        html! {
            <section>
                <h3 class="lbl">{ heading.map_or("Mend", Group::name) }</h3>
                { for of.map(view) }
            </section>
        }
    };
    let class = classes!("deeds", is_every.then_some("every"), is_long.then_some("many"));
    html! {
        <div>
            if is_long { { field(typed, all, &found) } }
            <div {class}>{ for headings.into_iter().map(group) }</div>
        </div>
    }
}

fn view(entry: &Entry) -> Html {
    let stages: Vec<_> = entry.stages.iter().map(usize::to_string).collect();
    let word = if stages.len() == 1 { "stage" } else { "stages" };
    html! {
        <button class="offer" onclick={entry.onclick.clone()}>
            <b>{ &entry.title }</b>
            if !stages.is_empty() { <i>{ format!(" {word} {}", stages.join(", ")) }</i> }
            if !entry.says.is_empty() { <span>{ &entry.says }</span> }
        </button>
    }
}

/// What is looked for, and what became of it.
fn field(typed: &UseStateHandle<String>, all: usize, found: &[Entry]) -> Html {
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(value_of(&event)))
    };
    let told = match found.first() {
        None => format!("Nothing here fits “{}”.", typed.trim()),
        Some(_) if typed.trim().is_empty() => {
            format!("{all} entries; what the stages use comes first.")
        }
        Some(first) => format!("{} of {all}; Enter takes “{}”.", found.len(), first.title),
    };
    html! {
        <>
            <input type="search" class="sift" aria-label="Find what to do"
                placeholder="Find: crash, skew, lose …" value={(**typed).clone()} maxlength="60"
                autocomplete="off" autocapitalize="off" spellcheck="false" {oninput} />
            <p class="sifted i2" role="status">{ told }</p>
        </>
    }
}
