//! One row: a cell for each mode, and the verdict.
use super::table::Look;
use crate::marks::{Cell, cell};
use crate::state::{Session, Topic};
use crate::words::{Row, role};
use engine::modes::{Gap, Mode};
use yew::prelude::*;

/// Draws a row: its number, counted over all tables, and the column in which the Tab key stops.
pub(super) fn row(
    session: &Session,
    row: &Row,
    (nth, stop): (usize, Option<usize>),
    look: &Look,
) -> Html {
    let cast = &session.scenario().cast;
    let name = cast.own_name(row.node).to_owned();
    let looks = session.line().world().cluster(row.node.service).observe(row.node.place);
    let looks = looks.map(|looks| role(cast, row.node, &looks)).unwrap_or_default();
    let class = match row.stance.gap {
        Gap::Lying => "red",
        Gap::Honest => "mute",
        _ => "",
    };
    let verdict = row.verdict();
    html! {
        <tr key={name.clone()}>
            <th scope="row">
                <b>{ &name }</b>{ " " }<span class="mute wide">{ looks }</span>
                <span class={classes!("vin", class)}>{ &verdict }</span>
            </th>
            { for Mode::ALL.into_iter().enumerate().map(|(column, mode)| {
                column_of(session, row, (nth, column, stop == Some(column)), mode, look)
            }) }
            <td class={classes!("v", class)}>{ verdict }</td>
        </tr>
    }
}

fn column_of(
    session: &Session,
    row: &Row,
    (nth, column, stop): (usize, usize, bool),
    mode: Mode,
    look: &Look,
) -> Html {
    let cast = &session.scenario().cast;
    let (believed, entitled) = (mode == row.believed, mode == row.entitled);
    let selected = look.answered == Some((row.node, row.class, mode));
    let service = &cast.info(row.node.service).name;
    let class_name = cast.class_name(row.node.service, row.class);
    let says = match (believed, entitled) {
        (true, true) => "believed and entitled",
        (true, false) => "believed, not entitled",
        (false, true) => "entitled, not believed",
        (false, false) => "neither believed nor entitled",
    };
    let node = cast.node_name(row.node);
    let label = format!("{node}, {class_name}, {}: {says}; {}", mode.name(), row.verdict());
    let topic = Topic::Row(row.node, row.class, Some(mode));
    let onclick = look.on_ask.reform(move |_: MouseEvent| topic);
    let drawn = Cell { mode, believed: row.believed, entitled: row.entitled, gap: row.stance.gap };
    html! {
        <td class={classes!("c", selected.then_some("sel"))}>
            <button aria-label={label} aria-pressed={selected.to_string()} {onclick}
                tabindex={if stop { "0" } else { "-1" }} data-at={format!("{nth}-{column}")}
                data-cell={format!("{node}/{service}.{class_name}/{}", mode.name())}
                data-believed={believed.to_string()} data-entitled={entitled.to_string()}>
                { cell(&drawn) }
            </button>
        </td>
    }
}
