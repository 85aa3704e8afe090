//! The table of one class of operations.
use super::row::row;
use crate::state::{Session, Topic};
use crate::words::Row;
use engine::kernel::{NodeId, ServiceId};
use engine::modes::{ClassId, Gap, Mode};
use yew::prelude::*;

/// What "why?" is asked about, if it is a row.
pub(super) type Asked = Option<(NodeId, ClassId, Option<Mode>)>;

/// How the reader looks at the tables.
pub(super) struct Look<'a> {
    /// The row that is asked about.
    pub asked: Asked,
    /// The cell that the panel below answers for.
    pub answered: Option<(NodeId, ClassId, Mode)>,
    /// The row and the column where the focus was last, counted from 0 over all tables.
    pub last: Option<(usize, usize)>,
    /// Asks.
    pub on_ask: &'a Callback<Topic>,
}

/// One table: a row for every node that stands out, one for all that do not. Rows are counted
/// over all tables.
pub(super) fn table(
    session: &Session,
    service: ServiceId,
    class: ClassId,
    look: &Look,
    count: &mut usize,
) -> Html {
    let members = session.line().world().members(service);
    let (silent, claiming): (Vec<_>, Vec<_>) = members
        .map(|node| (node, Row::of(session, node, class)))
        .partition(|(_, row)| row.is_none());
    let floor = session.line().world().modes(service).matrix().class(class).floor();
    let is_telling = |row: &Row| {
        let stance = &row.stance;
        let asked = look.asked.is_some_and(|(node, of, _)| (node, of) == (row.node, row.class));
        asked || stance.gap != Gap::Honest || stance.believed != floor || stance.recovering
    };
    let claiming = claiming.into_iter().filter_map(|(_, row)| row);
    let (mut told, mut alike): (Vec<_>, Vec<_>) = claiming.partition(is_telling);
    // Where nobody stands out, everybody is told.
    if told.is_empty() && alike.len() <= 6 {
        std::mem::swap(&mut told, &mut alike);
    }
    let first = *count;
    *count += told.len();
    let last = look.last.filter(|(nth, _)| (first..*count).contains(nth));
    let asked = told.iter().position(|row| look.asked.is_some_and(|(of, ..)| of == row.node));
    let asked = asked.unwrap_or_default();
    let rows = told.iter().enumerate().map(|(nth, of)| {
        let stop = match last {
            Some((at, column)) => (at == first + nth).then_some(column),
            None => (asked == nth).then_some(of.believed as usize),
        };
        row(session, of, (first + nth, stop), look)
    });
    let silent = silent.into_iter().map(|(node, _)| node).collect();
    let alike = alike.iter().map(|row| row.node).collect();
    html! {
        <table class="mx">
            { head(session, service, class) }
            <tbody>
                { for rows }
                { others(session, alike, "stand at Floor, and know it") }
                { others(session, silent, "claim nothing") }
            </tbody>
        </table>
    }
}

fn head(session: &Session, service: ServiceId, class: ClassId) -> Html {
    let cast = &session.scenario().cast;
    let name = match cast.services.len() {
        ..=2 => cast.class_name(service, class).to_owned(),
        _ => format!("{} {}", cast.info(service).name, cast.class_name(service, class)),
    };
    html! {
        <>
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
                    { for Mode::ALL.into_iter().map(|mode| column(session, service, class, mode)) }
                    <th scope="col"><span class="vh">{ "Verdict" }</span></th>
                </tr>
            </thead>
        </>
    }
}

fn column(session: &Session, service: ServiceId, class: ClassId, mode: Mode) -> Html {
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
fn others(session: &Session, nodes: Vec<NodeId>, says: &'static str) -> Html {
    if nodes.is_empty() {
        return html! {};
    }
    let cast = &session.scenario().cast;
    let names: Vec<_> = nodes.iter().map(|node| cast.own_name(*node)).collect();
    html! {
        <tr class="alike">
            <th scope="row">{ names.join(", ") }</th>
            <td colspan="5" class="mute">{ says }</td>
        </tr>
    }
}
