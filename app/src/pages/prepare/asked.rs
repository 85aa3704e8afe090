//! What is taken up from an address: the page's own, or one that is pasted.
use super::super::offered::Offered;
use crate::browser;
use crate::state::Prepared;
use crate::state::lecture::{Entry, MOST, skipped};

/// What is prepared now, and what is to be said of it.
pub(super) type Taken = (Prepared, Option<String>);

/// What the page begins with: the first lab, or the running order that its address carries.
pub(super) fn asked(all: &[Offered]) -> Taken {
    let first = all.first().map(|first| first.id.clone()).unwrap_or_default();
    let usual = Prepared { scenario: first, ..Prepared::default() };
    let strange = browser::strange_query(&["order", "theme"]);
    let strange = strange.first().map(|name| {
        format!("The address says “{name}”, which means nothing here; paste it as a whole below.")
    });
    let Some(order) = browser::query("order") else { return (usual, strange) };
    let (taken, odd) = take_up(all, &usual, &format!("?order={order}"));
    (taken.unwrap_or(usual), odd.or(strange))
}

/// What something pasted makes of what is prepared, and what is to be said of it. Nothing where it
/// can be no use.
pub(super) fn take_up(
    all: &[Offered],
    now: &Prepared,
    pasted: &str,
) -> (Option<Prepared>, Option<String>) {
    let mut next = now.clone();
    let odd = match next.take_up(pasted) {
        Ok(odd) => odd,
        Err(sentence) => return (None, Some(sentence)),
    };
    if next.order != now.order {
        let (order, unknown) = known(all, &next.order);
        if order.is_empty() {
            return (None, unknown);
        }
        next.order = order;
        return (Some(next), odd.or(unknown));
    }
    match all.iter().any(|lab| lab.id == next.scenario) {
        true => (Some(next), odd),
        false => (None, Some("The run is of a lab that is not in this book.".into())),
    }
}

/// The stages of an order that there are, each by itself.
fn known(all: &[Offered], order: &[Entry]) -> (Vec<Entry>, Option<String>) {
    let (mut stages, mut unknown) = (Vec::new(), Vec::new());
    for entry in order {
        let many =
            all.iter().find(|lab| lab.id == entry.scenario).map_or(0, |lab| lab.stages.len());
        let before = stages.len();
        let scenario = &entry.scenario;
        let alone = |place| Entry { scenario: scenario.clone(), stage: Some(place + 1) };
        stages.extend(entry.places(many).map(alone));
        if stages.len() == before {
            unknown.push(entry.clone());
        }
    }
    stages.truncate(MOST);
    (stages, skipped(&unknown))
}
