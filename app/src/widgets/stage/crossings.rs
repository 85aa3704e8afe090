//! Links and cuts on the stage, and the ground beyond a cut.
use super::boundary::Boundary;
use super::figure::role_of;
use super::hands::Hands;
use super::layout::Area;
use super::links::Link;
use super::picture::Picture;
use crate::browser::text_width;
use crate::marks::pen;
use crate::state::{Session, Subject};
use crate::words::{hosts as names, seconds};
use engine::kernel::{Cut, HostId, HostSet, Instant};
use engine::world::Cause;
use yew::prelude::*;

/// The grey ground: the side of a cut on which the first worn service has no majority.
pub(super) fn grounds(session: &Session, picture: &Picture) -> Html {
    let Some((service, _)) = session.scenario().focus.first() else { return html! {} };
    let info = session.scenario().cast.info(*service);
    let count = |set: HostSet| info.nodes.iter().filter(|(_, host)| set.contains(*host)).count();
    let ground = |(cut, line): &(Cut, Option<Boundary>)| {
        let line = line.as_ref()?;
        let (a, b) = (count(cut.from), count(cut.to));
        let smaller = match a.cmp(&b) {
            std::cmp::Ordering::Less => true,
            std::cmp::Ordering::Greater => false,
            std::cmp::Ordering::Equal => return None,
        };
        let points = line.ground(smaller, &picture.layout);
        Some(html! { <polygon {points} class="minor" /> })
    };
    html! { <g>{ for picture.cuts.iter().filter_map(ground) }</g> }
}

pub(super) fn link_view(
    session: &Session,
    picture: &Picture,
    link: &Link,
    hands: Option<&Hands<'_>>,
) -> Html {
    let cast = &session.scenario().cast;
    let reach = |host: HostId| (picture.at(host), picture.layout.reach(cast, host));
    let (a, b) = (reach(link.a), reach(link.b));
    let d = pen::line(a.0, b.0);
    let state = match (link.there.cut, link.back.cut) {
        (true, true) => "cut",
        (false, false) => "open",
        _ => "cut one way",
    };
    let label = format!("Link {} to {}, {state}", cast.host_name(link.a), cast.host_name(link.b));
    let subject = Subject::Link(link.a, link.b);
    html! {
        <g class="item link" key={format!("l{}-{}", link.a.0, link.b.0)} role={role_of(hands)}
            aria-haspopup={hands.map(|_| "dialog")} aria-label={label}
            tabindex={hands.map(|hands| hands.tab(picture, subject))}
            data-item={hands.and_then(|hands| hands.number(picture, subject))}
            onfocus={hands.map(|hands| hands.focused(picture, subject))}>
            { link.view(a, b) }
            { pen::path(d, "grab") }
        </g>
    }
}

pub(super) fn cut_view(
    session: &Session,
    picture: &Picture,
    cut: &Cut,
    line: Option<&Boundary>,
    hands: Option<&Hands<'_>>,
) -> Html {
    let Some(line) = line else { return html! {} };
    let (a, b) = line.ends;
    let side = |by: f64| {
        let (x, y) = (line.across.x * by, line.across.y * by);
        pen::trace("M# #L# #", &[a.x + x, a.y + y, b.x + x, b.y + y])
    };
    let cast = &session.scenario().cast;
    let parts = format!("{} | {}", names(cast, cut.from), names(cast, cut.to));
    let subject = Subject::Cut(*cut);
    let since = since(session, cut, line);
    let label = format!(
        "{}: {parts}{}",
        since.as_ref().map_or("cut", |(_, since)| since),
        if cut.one_way { ", one way" } else { "" }
    );
    let class = if cut.one_way { "item cut oneway" } else { "item cut" };
    html! {
        <g {class} role={role_of(hands)} aria-label={label}
            aria-haspopup={hands.map(|_| "dialog")}
            tabindex={hands.map(|hands| hands.tab(picture, subject))}
            data-item={hands.and_then(|hands| hands.number(picture, subject))}
            onfocus={hands.map(|hands| hands.focused(picture, subject))}>
            { pen::path(side(0.0), "bnd-w") }
            { pen::path(format!("{}{}", side(-3.5), side(3.5)), "bnd-s") }
            { pen::path(side(0.0), "grab") }
            if let Some((at, since)) = since {
                <text x={pen::n(at.x)} y="16" class="tx s b halo">{ since }</text>
            }
        </g>
    }
}

/// Since when a cut is there, in words at the upper left corner of their place.
fn since(session: &Session, cut: &Cut, line: &Boundary) -> Option<(Area, String)> {
    let says = format!("cut since {}", seconds(struck(session, cut)? - Instant(0), 2));
    let x = line.ends.0.x.min(line.ends.1.x).max(0.0) + 14.0;
    let width = text_width(&says, 125, true);
    Some((Area { x, y: 4.0, width, height: 16.0 }, says))
}

/// What a cut takes up: its line, and the words beside it.
pub(super) fn taken(session: &Session, cut: &Cut, line: &Boundary) -> Vec<Area> {
    let (a, b) = line.ends;
    let along = (0..24).map(|step| Area::around(a.towards(b, f64::from(step) / 23.0), 8.0));
    along.chain(since(session, cut, line).map(|(area, _)| area)).collect()
}

/// When a cut that is there was made.
fn struck(session: &Session, cut: &Cut) -> Option<Instant> {
    let steps = &session.line().trace().steps()[..session.line().cursor()];
    steps.iter().rev().find_map(|step| match step.occurrence.cause {
        Cause::Act(fault) if fault.target.cut() == Some(*cut) => Some(step.at()),
        _ => None,
    })
}
