//! The table of one class of operations.
use super::row::{Place, row};
use crate::state::{Session, Topic};
use crate::words::Row;
use engine::kernel::{NodeId, ServiceId};
use engine::modes::{ClassId, Gap, Mode};
use yew::prelude::*;

/// What "why?" is asked about, if it is a row.
pub(super) type Asked = Option<(NodeId, ClassId, Option<Mode>)>;

/// One table: a row for every node that claims anything, one for all that do not.
pub(super) fn table(
    session: &Session,
    service: ServiceId,
    class: ClassId,
    asked: Asked,
    on_ask: &Callback<Topic>,
) -> Html {
    let cast = &session.scenario().cast;
    let members = session.line().world().members(service);
    let all: Vec<_> = members.map(|node| (node, Row::of(session, node, class))).collect();
    let floor = session.line().world().modes(service).matrix().class(class).floor();
    let is_telling = |row: &Row| {
        let stance = &row.stance;
        let asked = asked.is_some_and(|(node, of, _)| (node, of) == (row.node, row.class));
        asked || stance.gap != Gap::Honest || stance.believed != floor || stance.recovering
    };
    let (told, alike): (Vec<_>, Vec<_>) =
        all.iter().partition(|(_, row)| row.as_ref().is_some_and(is_telling));
    // Where nobody stands out, everybody is told.
    let whole = told.is_empty() && alike.len() <= 6;
    let (told, alike) = if whole { (alike, told) } else { (told, alike) };
    let services = cast.services.len() > 2;
    let name = cast.class_name(service, class);
    let name =
        if services { format!("{} {name}", cast.info(service).name) } else { name.to_owned() };
    let first = told.iter().position(|(node, _)| asked.is_some_and(|(of, ..)| of == *node));
    let rows = told.iter().enumerate().filter_map(|(nth, (_, found))| {
        let place = Place { nth, is_stop: nth == first.unwrap_or_default() };
        Some(row(session, found.as_ref()?, place, asked, on_ask))
    });
    html! {
        <table class="mx">
            <caption class="vh">
                { format!("Mode matrix, {name}. Fill: the mode a node is entitled to. \
                           Ring: the mode it believes it is in.") }
            </caption>
            <colgroup>
                <col class="c0" /><col span="4" class="c1" /><col class="c2" />
            </colgroup>
            <thead>
                <tr>
                    <th scope="col">
                        <span class="mc nm-class">{ name }</span>
                        <span class="mc i3">{ "fill entitled, ring believed" }</span>
                    </th>
                    { for Mode::ALL.into_iter().map(|mode| head(session, service, class, mode)) }
                    <th scope="col"><span class="vh">{ "Verdict" }</span></th>
                </tr>
            </thead>
            <tbody>
                { for rows }
                if !alike.is_empty() { { others(session, &alike) } }
            </tbody>
        </table>
    }
}

fn head(session: &Session, service: ServiceId, class: ClassId, mode: Mode) -> Html {
    let contracts = &session.line().world().modes(service).matrix().class(class).contracts;
    let name = match mode {
        Mode::Recovery => "catch up",
        _ => contracts.iter().find(|one| one.mode == mode).map_or("", |one| one.name),
    };
    html! {
        <th scope="col">
            <span class="mh">{ mode.name() }</span>
            <span class="mc">{ name }</span>
        </th>
    }
}

/// Those of whom there is nothing to tell, in one line.
fn others(session: &Session, alike: &[&(NodeId, Option<Row>)]) -> Html {
    let cast = &session.scenario().cast;
    let names: Vec<_> = alike.iter().map(|(node, _)| cast.own_name(*node)).collect();
    let down = alike.iter().all(|(_, row)| row.is_none());
    let says = if down { "claim nothing" } else { "stand at Floor, and know it" };
    html! {
        <tr class="alike">
            <th scope="row" colspan="1">{ names.join(", ") }</th>
            <td colspan="4" class="mute">{ says }</td>
            <td class="v mute"></td>
        </tr>
    }
}
