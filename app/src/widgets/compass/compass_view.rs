//! The dial, the row that it is about, and what the row went through.
use super::moves::{Move, moves};
use crate::browser::value_of;
use crate::hooks::{LabProps, watched};
use crate::marks::{Compass, compass as drawn};
use crate::state::{Interest, Session, Topic, ViewAction};
use crate::words::{Row, class_label, item, seconds, silence, standing, step, worst_row};
use engine::kernel::{Instant, NodeId};
use engine::modes::ClassId;
use yew::prelude::*;

/// The compass of the row that is chosen in the matrix, or of the one that is worst off.
pub fn compass(props: &LabProps) -> Html {
    watched(props, Interest::Tick, draw)
}

fn draw(props: &LabProps) -> Html {
    let session = props.lab.session();
    let chosen = match props.focus.topic {
        Some(Topic::Row(node, class, _)) => Some((node, class)),
        _ => None,
    };
    let Some((node, class)) = chosen.or_else(|| worst_row(&session).map(|of| (of.0, of.1))) else {
        return html! { <p class="i2">{ silence(&session) }</p> };
    };
    let name = session.scenario().cast.node_name(node);
    let all = moves(&session, node, class);
    let dial = dial(&session, (node, class), &all);
    let dial = dial.map(|(drawing, says)| html! { <>{ drawing }<p>{ says }</p></> });
    let silent = || html! { <p class="i2">{ format!("{name} claims nothing now.") }</p> };
    html! {
        <div class="compassbox">
            { choice(props, &session, chosen) }
            { dial.unwrap_or_else(silent) }
            <p class="mc">
                { "Solid needle: entitled. Open needle: believed. Curves: how often belief moved." }
            </p>
            if !all.is_empty() { { history(props, &session, &all) } }
        </div>
    }
}

/// The dial of a row, and what it says.
fn dial(
    session: &Session,
    (node, class): (NodeId, ClassId),
    all: &[Move],
) -> Option<(Html, String)> {
    let row = Row::of(session, node, class)?;
    let name = session.scenario().cast.node_name(node);
    let (first, then) = standing(session, node, class, &row.stance);
    let says = format!("{name} {first} {then}");
    let belief = all.iter().filter(|one| one.of_belief);
    let moves = belief.map(|one| (one.from, one.to, one.times)).collect();
    let (believed, entitled, gap) = (row.believed, row.entitled, row.stance.gap);
    Some((drawn(&Compass { believed, entitled, gap, moves, says: says.clone() }), says))
}

/// The dial of the row that is worst off, as a still, and what it says.
pub fn still(session: &Session) -> Option<(Html, String)> {
    let (node, class, _) = worst_row(session)?;
    dial(session, (node, class), &moves(session, node, class))
}

/// Which row.
fn choice(props: &LabProps, session: &Session, chosen: Option<(NodeId, ClassId)>) -> Html {
    let (world, scenario) = (session.line().world(), session.scenario());
    let focus = scenario.focus.iter();
    let rows = focus.flat_map(|row| world.members(row.0).map(|node| (node, row.1)));
    let rows: Vec<_> = rows.collect();
    let option = |(nth, row): (usize, &(NodeId, ClassId))| {
        let class = class_label(&scenario.cast, row.0.service, row.1);
        let name = format!("{}, {class}", scenario.cast.own_name(row.0));
        html! {
            <option value={nth.to_string()} selected={chosen == Some(*row)}>{ name }</option>
        }
    };
    let options: Vec<_> = rows.iter().enumerate().map(option).collect();
    let onchange = {
        let focus = props.focus.clone();
        Callback::from(move |event: Event| {
            let row = value_of(&event).parse::<usize>().ok().and_then(|nth| rows.get(nth));
            let topic = row.map(|(node, class)| Topic::Row(*node, *class, None));
            focus.dispatch(ViewAction::Look(topic));
        })
    };
    html! {
        <label>
            { "of" }
            <select {onchange}>
                <option value="" selected={chosen.is_none()}>{ "whoever is worst off" }</option>
                { for options }
            </select>
        </label>
    }
}

/// What the row went through: each line leads to its last time.
fn history(props: &LabProps, session: &Session, all: &[Move]) -> Html {
    let line = |one: &Move| {
        let at = session.line().trace().step(one.step).at();
        let because = match one.lapse {
            Some(lapse) => format!("{} ran out", item(&session.scenario().cast, &lapse.item)),
            None => step(session, one.step),
        };
        let (lab, to) = (props.lab.clone(), one.step + 1);
        let onclick = Callback::from(move |_: MouseEvent| {
            lab.set_playing(false);
            lab.change(|session| session.seek_step(to));
        });
        html! {
            <tr>
                <th scope="row">{ format!("{} to {}", one.from.name(), one.to.name()) }</th>
                <td>{ if one.of_belief { "believed" } else { "entitled" } }</td>
                <td>{ format!("×{}", one.times) }</td>
                <td>
                    <button {onclick}>
                        { format!("{}: {because}", seconds(at - Instant(0), 2)) }
                    </button>
                </td>
            </tr>
        }
    };
    html! {
        <details class="cards">
            <summary>{ "What it went through" }</summary>
            <table class="rows">
                <thead>
                    <tr>
                        <th scope="col">{ "from, to" }</th>
                        <th scope="col">{ "what" }</th>
                        <th scope="col">{ "times" }</th>
                        <th scope="col">{ "the last, and its cause" }</th>
                    </tr>
                </thead>
                <tbody>{ for all.iter().map(line) }</tbody>
            </table>
        </details>
    }
}
