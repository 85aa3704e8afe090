//! One strip for each row that nodes wear: where it stood, and where it lied.
use super::scale::Scale;
use crate::marks::pen;
use crate::marks::{Bar, bar};
use crate::state::Session;
use crate::words::mode_of;
use engine::kernel::{Instant, NodeId, sort_by_key};
use engine::modes::{Believer, ClassId, Gap, Window};
use yew::prelude::*;

/// From one strip to the next.
const LINE: f64 = 34.0;

/// Of those that do nothing remarkable, and of those that do, so many are drawn.
pub(super) const MOST: usize = 6;

/// The rows that are drawn, those that lied first, then in their order; and how many are not.
pub(super) fn rows(session: &Session, most: usize) -> (Vec<(NodeId, ClassId)>, usize) {
    let windows = session.windows();
    let world = session.line().world();
    let all = session
        .scenario()
        .focus
        .iter()
        .flat_map(|(service, class)| world.members(*service).map(move |node| (node, *class)));
    let told = |row: &(NodeId, ClassId)| {
        let mine = windows.iter().filter(|window| window.who == Believer::Node(row.0, row.1));
        let floor = world.modes(row.0.service).matrix().class(row.1).floor();
        let lies = mine.clone().any(Window::is_lying);
        let stood = mine.clone().any(|window| window.stance.believed != floor);
        (lies, stood)
    };
    let mut found: Vec<_> = all.map(|row| (row, told(&row))).collect();
    let silent = found.iter().filter(|(_, told)| *told == (false, false)).count();
    found.retain(|(_, told)| *told != (false, false));
    sort_by_key(&mut found, |(row, (lies, _))| (!lies, *row));
    let beyond = found.len().saturating_sub(most);
    found.truncate(most);
    sort_by_key(&mut found, |(row, _)| *row);
    (found.into_iter().map(|(row, _)| row).collect(), silent + beyond)
}

/// How high all strips are together.
pub(super) fn height(rows: usize) -> f64 {
    rows as f64 * LINE
}

/// Draws the strips.
pub(super) fn view(session: &Session, scale: &Scale, rows: &[(NodeId, ClassId)], top: f64) -> Html {
    let windows = session.windows();
    let cast = &session.scenario().cast;
    let focus = &session.scenario().focus;
    // Where there is little room, and no service has two rows, its name says enough.
    let short = scale.is_narrow() && focus.iter().map(|row| row.0).is_sorted_by(|a, b| a < b);
    let strip = |(place, row): (usize, &(NodeId, ClassId))| {
        let y = top + place as f64 * LINE + 18.0;
        let mine = windows.iter().filter(|window| window.who == Believer::Node(row.0, row.1));
        let name = match focus.len() {
            1 => cast.own_name(row.0).to_owned(),
            _ if short => cast.node_name(row.0),
            _ => format!("{} {}", cast.node_name(row.0), cast.class_name(row.0.service, row.1)),
        };
        html! {
            <g class="strip" key={name.clone()}>
                { pen::text((0.0, y + 11.5), "start", "tx s b", &name) }
                { pen::path(pen::trace("M# #H#", &[scale.left, y + 7.0, scale.right]), "lane") }
                { for mine.map(|window| stretch(session, scale, window, row, y)) }
            </g>
        }
    };
    html! { <g>{ for rows.iter().enumerate().map(strip) }</g> }
}

fn stretch(
    session: &Session,
    scale: &Scale,
    window: &Window,
    (node, class): &(NodeId, ClassId),
    y: f64,
) -> Html {
    let world = session.line().world();
    let stance = &window.stance;
    let floor = world.modes(node.service).matrix().class(*class).floor();
    let quiet = stance.believed == floor && stance.entitled == floor && !stance.recovering;
    if quiet && stance.gap == Gap::Honest {
        return html! {};
    }
    let [believed, entitled] = [stance.believed, stance.entitled]
        .map(|contract| mode_of(world, *node, *class, stance, contract));
    let head: Instant = session.head();
    let x = scale.x(window.from);
    let width = scale.x(window.until.unwrap_or(head)) - x;
    bar(&Bar { x, width, y, entitled, believed, gap: stance.gap })
}
