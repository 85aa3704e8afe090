//! The six states in a row: above what stands there for the holder, below what does in truth.
use super::observer::counts;
use crate::state::{Session, Topic};
use crate::words::{epoch, standing_of};
use engine::evidence::{Phase, State};
use engine::kernel::Instant;
use engine::world::ItemView;
use yew::prelude::*;

/// In the order of a life.
const STATES: [State; 6] = [
    State::Generated,
    State::Validated,
    State::Active,
    State::Expiring,
    State::Expired,
    State::Revoked,
];

/// "lease of n3".
pub(super) fn short(session: &Session, item: &ItemView) -> String {
    format!("{} of {}", item.kind.name(), session.scenario().cast.own_name(item.issuer))
}

/// Draws the states with all items on them.
pub(super) fn stations(
    session: &Session,
    items: &[&ItemView],
    followed: &ItemView,
    now: Instant,
    on_follow: &Callback<Topic>,
) -> Html {
    let holder = session.scenario().cast.own_name(followed.holder);
    let station = |state: State| {
        let here = lane(items, |item| item.believed == state, &|item| {
            button(session, item, *item == *followed, now, on_follow)
        });
        let there = lane(items, |item| item.truth == state, &|item| {
            let at = (*item == *followed).then_some("at");
            let class = classes!("evi", state.name(), at);
            html! { <span {class}>{ issuer(session, item) }</span> }
        });
        html! {
            <li class={classes!("station", state.name())}>
                <h3>{ state.name() }<span class="mc i3">{ phase(state) }</span></h3>
                <div class="lane">{ here }</div>
                <div class="lane" aria-hidden="true">{ there }</div>
            </li>
        }
    };
    html! {
        <ol class="stations" aria-label="The six states of evidence">
            <li class="sides mc i3" aria-hidden="true">
                <span></span>
                <span>{ format!("for {holder}") }</span>
                <span>{ "by the word of the issuer" }</span>
            </li>
            { for STATES.into_iter().map(station) }
        </ol>
    }
}

/// Those of the items that stand somewhere, kind by kind.
fn lane(
    items: &[&ItemView],
    stands: impl Fn(&ItemView) -> bool,
    draw: &dyn Fn(&ItemView) -> Html,
) -> Html {
    let here: Vec<_> = items.iter().copied().filter(|item| stands(item)).collect();
    let group = |group: &[&ItemView]| {
        html! {
            <div>
                <span class="mc">{ group[0].kind.name() }</span>
                { for group.iter().map(|item| draw(item)) }
            </div>
        }
    };
    html! { { for here.chunk_by(|a, b| a.kind == b.kind).map(group) } }
}

fn issuer(session: &Session, item: &ItemView) -> String {
    session.scenario().cast.own_name(item.issuer).to_owned()
}

fn phase(state: State) -> &'static str {
    match (state, state.phase()) {
        (State::Revoked, _) => "from any state",
        (_, Phase::Generation) => "generation",
        (_, Phase::Validation) => "validation",
        (_, Phase::Expiration) => "expiration",
    }
}

fn button(
    session: &Session,
    item: &ItemView,
    chosen: bool,
    now: Instant,
    on_follow: &Callback<Topic>,
) -> Html {
    let cast = &session.scenario().cast;
    let binding = match item.epoch.0 {
        0 => String::new(),
        number => epoch(cast, item.holder, number),
    };
    let (name, holder) = (short(session, item), cast.own_name(item.holder));
    let believed = standing_of(item.believed, item.believed_span.1, now);
    let truth = standing_of(item.truth, item.truth_span.1, now);
    let label = format!("{name} {binding}: {believed} for {holder}; in truth {truth}");
    let lies = counts(item.believed) && !counts(item.truth);
    let topic = Topic::Item(item.kind, item.issuer, item.holder);
    let onclick = on_follow.reform(move |_: MouseEvent| topic);
    html! {
        <button class={classes!("evi", item.believed.name(), lies.then_some("lies"))}
            aria-label={label} aria-pressed={chosen.to_string()} {onclick}>
            { issuer(session, item) }
        </button>
    }
}
