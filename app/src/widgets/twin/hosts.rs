//! All hosts in a table: their parts, their clocks, where their nodes stand.
use crate::state::Session;
use crate::words::{ailments, last_wish, roles, seconds, standing};
use engine::kernel::Span;
use engine::modes::{ClassId, Gap};
use engine::world::{Frame, HostView, NodeView};
use yew::prelude::*;

/// A wall clock that is off by less than this, in nanoseconds, is called right.
const RIGHT: u64 = 2_000_000;

/// The table.
pub(super) fn table(session: &Session, frame: &Frame) -> Html {
    let row = |host: &HostView| {
        let cast = &session.scenario().cast;
        let client = cast.hosts[host.id.index()].is_client;
        let (plays, stands) = match client {
            true => (vec!["client".to_owned()], wish(session, host)),
            false => (roles(session, frame, host.id), stands(session, frame, host)),
        };
        html! {
            <tr key={host.id.0.to_string()}>
                <th scope="row">
                    <b>{ cast.host_name(host.id).to_owned() }</b>{ lines(plays, "") }
                </th>
                <td>
                    <span class="mono">{ clock(host) }</span>
                    { lines(wrong(host).into_iter().collect(), "") }
                    { lines(ailments(host), "red") }
                </td>
                <td>{ stands }</td>
            </tr>
        }
    };
    html! {
        <table class="plain">
            <thead><tr>
                <th scope="col">{ "host" }</th>
                <th scope="col">{ "its clock" }</th>
                <th scope="col">{ "where it stands" }</th>
            </tr></thead>
            <tbody>{ for frame.hosts.iter().map(row) }</tbody>
        </table>
    }
}

fn lines(texts: Vec<String>, class: &'static str) -> Html {
    html! { { for texts.into_iter().map(|text| html! { <span {class}>{ text }</span> }) } }
}

fn wish(session: &Session, host: &HostView) -> Html {
    let wish = last_wish(session, host.id);
    html! { <span>{ wish.unwrap_or_else(|| "has asked nothing yet".into()) }</span> }
}

fn clock(host: &HostView) -> String {
    seconds(Span(host.wall.0.max(0).cast_unsigned()), 3)
}

/// How far a clock is from true time, if it is.
fn wrong(host: &HostView) -> Option<String> {
    let off = host.wall_error.unsigned_abs();
    let way = if host.wall_error < 0 { "behind" } else { "ahead" };
    (off >= RIGHT).then(|| format!("{} {way}", seconds(Span(off), 3)))
}

fn stands(session: &Session, frame: &Frame, host: &HostView) -> Html {
    let nodes = frame.nodes.iter().filter(|node| node.host == host.id);
    let rows = nodes.flat_map(|node| {
        let rows = node.rows.iter().enumerate();
        rows.filter_map(move |(class, stance)| Some((node, ClassId(class as u8), (*stance)?)))
    });
    let told: Vec<_> = rows
        .map(|(node, class, stance)| {
            let (first, then) = standing(session, node.id, class, &stance);
            let alarming = if stance.gap == Gap::Lying { "red" } else { "" };
            html! {
                <span>
                    { format!("{}: {first} ", row_name(session, frame, node, class)) }
                    <span class={alarming}>{ then }</span>
                </span>
            }
        })
        .collect();
    match told.is_empty() {
        true => html! { <span class="i2">{ "claims nothing" }</span> },
        false => html! { { for told } },
    }
}

/// A class by its name; where a host carries several nodes, with that of its service.
fn row_name(session: &Session, frame: &Frame, node: &NodeView, class: ClassId) -> String {
    let cast = &session.scenario().cast;
    let name = cast.class_name(node.id.service, class);
    match frame.nodes.iter().filter(|other| other.host == node.host).count() {
        1 => name.to_owned(),
        _ => format!("{} {name}", cast.info(node.id.service).name),
    }
}
