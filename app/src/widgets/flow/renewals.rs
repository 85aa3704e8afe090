//! Renewals: the items that the followed one superseded, each taken in anew.
use crate::state::Session;
use crate::words::seconds;
use engine::kernel::Instant;
use engine::node::Record;
use engine::world::ItemView;
use yew::prelude::*;

/// So many are shown.
const MOST: usize = 4;

/// The latest steps up to the playhead in which an item was taken in, the earliest first.
fn latest(session: &Session, of: &ItemView) -> Vec<usize> {
    let (trace, cursor) = (session.line().trace(), session.line().cursor());
    let took = |step: &usize| {
        trace.records(*step).iter().any(|record| match record {
            Record::Accepted(item, _) => {
                (item.kind, item.issuer, item.holder) == (of.kind, of.issuer, of.holder)
            }
            _ => false,
        })
    };
    let mut found: Vec<_> = (0..cursor).rev().filter(took).take(MOST).collect();
    found.reverse();
    found
}

/// Draws them, a dashed arrow from each to the one that superseded it.
pub(super) fn renewals(session: &Session, of: &ItemView, on_step: &Callback<usize>) -> Html {
    let steps = latest(session, of);
    let one = |step: &usize| {
        let at = seconds(session.line().trace().step(*step).at() - Instant(0), 2);
        let to = *step + 1;
        let onclick = on_step.reform(move |_: MouseEvent| to);
        html! {
            <li>
                <svg class="arrow" width="28" height="14" aria-hidden="true">
                    <path d="M1 7H26" class="ev" marker-end="url(#ah)" />
                </svg>
                <button class="evi active" {onclick}>{ at }</button>
            </li>
        }
    };
    match steps.len() {
        0 => html! { <p class="i2">{ "Its holder has not taken it in yet." }</p> },
        _ => html! {
            <>
                <p class="mc">{ "Taken in at; each renewal is a new item that supersedes the last:" }</p>
                <ol class="renewals">{ for steps.iter().map(one) }</ol>
            </>
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::sample;

    #[test]
    fn renewals_stop_where_the_cut_begins() {
        let session = sample(5_700);
        let frame = session.frame();
        let mut items = frame.nodes.iter().flat_map(|node| &node.items);
        let lease = items
            .find(|item| item.kind.name() == "lease" && item.held && item.issuer != item.holder);
        let steps = latest(&session, lease.expect("n1 holds something"));
        assert!(steps.len() > 1 && steps.is_sorted());
        let last = session.line().trace().step(steps[steps.len() - 1]).at();
        assert!(last < session.now());
    }
}
