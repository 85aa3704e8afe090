//! Entries of menus under their headings: what is offered for one thing, or every fault there is.
use super::draft::Draft;
use super::offers::Offer;
use super::sheet::{Doing, Page};
use super::whom::prepared;
use crate::state::Lab;
use engine::faults::{FaultKind, Group};
use engine::kernel::sort;
use yew::prelude::*;

/// One entry: where it stands, what it is called, what it does, and what happens.
struct Entry {
    heading: Option<Group>,
    title: String,
    says: String,
    onclick: Callback<MouseEvent>,
}

/// Every fault; whom it is to strike is asked next.
pub(super) fn every_fault(lab: &Lab, go: &Callback<Page>) -> Html {
    let entry = |kind: FaultKind| {
        let (lab, go, card) = (lab.clone(), go.clone(), kind.card());
        let onclick = Callback::from(move |_: MouseEvent| {
            let draft = prepared(&lab.session(), kind);
            go.emit(Page::Ask(draft, Doing::Strike));
        });
        let (title, says) = (format!("{} …", card.title), card.says.to_owned());
        Entry { heading: Some(card.group), title, says, onclick }
    };
    grouped(FaultKind::ALL.map(entry).into(), "offers every")
}

/// What is offered for one thing; what is settled is done at once.
pub(super) fn offered(
    lab: &Lab,
    offers: Vec<Offer>,
    go: &Callback<Page>,
    strike: &Callback<engine::faults::Fault>,
) -> Html {
    let session = lab.session();
    let entry = |offer: Offer| {
        let (title, says, heading) = (offer.title(&session), offer.says(&session), offer.heading());
        let (go, strike) = (go.clone(), strike.clone());
        let title = if offer.settled { title } else { format!("{title} …") };
        let onclick = Callback::from(move |_: MouseEvent| match offer.settled {
            true => strike.emit(offer.fault),
            false => go.emit(Page::Ask(Draft::of(&offer.fault), Doing::Strike)),
        });
        Entry { heading, title, says, onclick }
    };
    grouped(offers.into_iter().map(entry).collect(), "offers")
}

fn grouped(entries: Vec<Entry>, class: &'static str) -> Html {
    let mut first = true;
    let mut view = |entry: &Entry| {
        let autofocus = std::mem::take(&mut first);
        html! {
            <button class="offer" {autofocus} onclick={entry.onclick.clone()}>
                <b>{ &entry.title }</b>
                if !entry.says.is_empty() { <span>{ &entry.says }</span> }
            </button>
        }
    };
    let mut headings: Vec<_> = entries.iter().map(|entry| entry.heading).collect();
    sort(&mut headings);
    headings.dedup();
    let mut groups = Vec::new();
    for heading in headings {
        let of = entries.iter().filter(|entry| entry.heading == heading);
        groups.push(html! {
            <section>
                <h3 class="lbl">{ heading.map_or("Mend", Group::name) }</h3>
                { for of.map(&mut view) }
            </section>
        });
    }
    let many = (groups.len() > 1).then_some("many");
    html! { <div class={classes!(class, many)}>{ for groups }</div> }
}
