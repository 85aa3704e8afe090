//! Links and cuts on the stage, and the ground beyond a cut.
use super::boundary::Boundary;
use super::figure::role_of;
use super::hands::Hands;
use super::links::Link;
use super::picture::Picture;
use super::room::{Area, Room};
use crate::marks::{pen, text_width};
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
        Some(pen::path(line.ground(smaller, cut, &picture.layout)?, "minor"))
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
    line: &Boundary,
    since: &Since,
    hands: Option<&Hands<'_>>,
) -> Html {
    let cast = &session.scenario().cast;
    let parts = format!("{} | {}", names(cast, cut.from), names(cast, cut.to));
    let subject = Subject::Cut(*cut);
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
            { pen::path(format!("{}{}", line.path(-3.5), line.path(3.5)), "bnd-s") }
            { pen::path(line.path(0.0), "grab") }
            if let Some((Some(at), since)) = since {
                { pen::text((at.x, at.y + 12.0), "start", "tx s b halo", since) }
            }
        </g>
    }
}

/// Since when a cut is there, and where it is written if there is room.
pub(super) type Since = Option<(Option<Area>, String)>;

pub(super) fn since(session: &Session, cut: &Cut, line: &Boundary, room: &mut Room<'_>) -> Since {
    let says = format!("cut since {}", seconds(struck(session, cut)? - Instant(0), 2));
    let size = (text_width(&says, 125, true), 16.0);
    Some((room.free(&line.places(size)), says))
}

/// When a cut that is there was made.
fn struck(session: &Session, cut: &Cut) -> Option<Instant> {
    let steps = &session.line().trace().steps()[..session.line().cursor()];
    steps.iter().rev().find_map(|step| match step.occurrence.cause {
        Cause::Act(fault) if fault.target.cut() == Some(*cut) => Some(step.at()),
        _ => None,
    })
}
