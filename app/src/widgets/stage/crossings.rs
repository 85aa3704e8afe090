//! Links and cuts on the stage, and the ground beyond a cut.
use super::boundary::Boundary;
use super::hands::Hands;
use super::links::Link;
use super::picture::Picture;
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
    hands: &Hands<'_>,
) -> Html {
    let cast = &session.scenario().cast;
    let reach = |host: HostId| (picture.at(host), picture.layout.reach(cast, host));
    let (a, b) = (reach(link.a), reach(link.b));
    let d = format!("M{:.1} {:.1}L{:.1} {:.1}", a.0.x, a.0.y, b.0.x, b.0.y);
    let state = match (link.there.cut, link.back.cut) {
        (true, true) => "cut",
        (false, false) => "open",
        _ => "cut one way",
    };
    let label = format!("Link {} to {}, {state}", cast.host_name(link.a), cast.host_name(link.b));
    let subject = Subject::Link(link.a, link.b);
    html! {
        <g class="item link" key={format!("l{}-{}", link.a.0, link.b.0)} role="button"
            aria-haspopup="dialog" aria-label={label} tabindex={hands.tab(picture, subject)}
            data-item={hands.number(picture, subject)} onfocus={hands.focused(picture, subject)}>
            { link.view(a, b) }
            <path {d} class="grab" />
        </g>
    }
}

pub(super) fn cut_view(
    session: &Session,
    picture: &Picture,
    cut: &Cut,
    line: Option<&Boundary>,
    hands: &Hands<'_>,
) -> Html {
    let Some(line) = line else { return html! {} };
    let (a, b) = line.ends;
    let side = |by: f64| {
        let (x, y) = (line.across.x * by, line.across.y * by);
        format!("M{:.1} {:.1}L{:.1} {:.1}", a.x + x, a.y + y, b.x + x, b.y + y)
    };
    let cast = &session.scenario().cast;
    let parts = format!("{} | {}", names(cast, cut.from), names(cast, cut.to));
    let subject = Subject::Cut(*cut);
    let since = struck(session, cut).map(|at| format!("cut since {}", seconds(at - Instant(0), 2)));
    let label = format!(
        "{}: {parts}{}",
        since.as_deref().unwrap_or("cut"),
        if cut.one_way { ", one way" } else { "" }
    );
    let class = if cut.one_way { "item cut oneway" } else { "item cut" };
    html! {
        <g {class} role="button" aria-haspopup="dialog" aria-label={label}
            tabindex={hands.tab(picture, subject)} data-item={hands.number(picture, subject)}
            onfocus={hands.focused(picture, subject)}>
            <path d={side(0.0)} class="bnd-w" />
            <path d={format!("{}{}", side(-3.5), side(3.5))} class="bnd-s" />
            <path d={side(0.0)} class="grab" />
            if let Some(since) = since {
                <text x={format!("{:.1}", a.x.min(b.x).max(0.0) + 14.0)} y="16" class="tx s b halo">
                    { since }
                </text>
            }
        </g>
    }
}

/// When a cut that is there was made.
fn struck(session: &Session, cut: &Cut) -> Option<Instant> {
    let steps = &session.line().trace().steps()[..session.line().cursor()];
    steps.iter().rev().find_map(|step| match step.occurrence.cause {
        Cause::Act(fault) if fault.target.cut() == Some(*cut) => Some(step.at()),
        _ => None,
    })
}
