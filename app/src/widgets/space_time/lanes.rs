//! What stands on the lanes: modes, faults, and what else stands out.
use super::scale::Scale;
use crate::marks::{Bar, Point, bar, pen, text_width};
use crate::state::Session;
use crate::words::{band, hosts_of, is_notable, mode_of};
use engine::faults::Fault;
use engine::kernel::{HostId, Instant};
use engine::modes::{Believer, Window};
use engine::world::Cause;
use yew::prelude::*;

/// Something on a lane that can be asked about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mark {
    /// The step.
    pub step: usize,
    /// Where it is drawn.
    pub at: Point,
    /// What befell the run, if it is that.
    pub fault: Option<Fault>,
}

/// All marks that are seen.
pub(super) fn marks(session: &Session, scale: &Scale) -> Vec<Mark> {
    let trace = session.line().trace();
    let first = trace.steps_until(Instant(scale.from.0.saturating_sub(1)));
    let steps = first..trace.steps_until(scale.until);
    let mut all = Vec::new();
    for step in steps.filter(|step| *step > 0 && is_notable(session.line(), *step)) {
        let at = trace.step(step);
        let fault = match at.occurrence.cause {
            Cause::Act(fault) => Some(fault),
            _ => None,
        };
        let point = |host: HostId| Point::new(scale.x(at.at()), scale.y(host));
        let hosts = hosts_of(session, step);
        all.extend(hosts.iter().map(|host| Mark { step, at: point(host), fault }));
    }
    all
}

/// Draws them.
pub(super) fn view(session: &Session, scale: &Scale, marks: &[Mark]) -> Html {
    let mark = |mark: &Mark| {
        let Point { x, y } = mark.at;
        match mark.fault {
            Some(fault) if fault.target.cut().is_some() => html! {},
            Some(_) => html! {
                <path transform={pen::trace("translate(# #)", &[x - 7.0, y - 7.0])}
                    d="M8 .5L3 8H6.6L5.7 13.5L10.9 5.7H7.4Z" class="thr-f" />
            },
            None => html! {
                <circle cx={pen::n(x)} cy={pen::n(y)} r="3" class="follower" />
            },
        }
    };
    html! { <>{ flags(session, scale, marks) }{ for marks.iter().map(mark) }</> }
}

/// Faults by name, above the lanes.
fn flags(session: &Session, scale: &Scale, marks: &[Mark]) -> Html {
    let mut ends = [f64::NEG_INFINITY; 2];
    let mut told = Vec::new();
    let mut last = None;
    for mark in marks.iter().filter(|mark| mark.fault.is_some()) {
        let Some(fault) = mark.fault.filter(|_| last != Some(mark.step)) else { continue };
        last = Some(mark.step);
        let text = band(&session.scenario().cast, &fault);
        let width = text_width(&text, 125, false) + 18.0;
        let x = mark.at.x.min(scale.right - width).max(scale.left);
        let line = usize::from(ends[0] > x && ends[1] <= x);
        ends[line] = x + width;
        let y = 21.0 + 17.0 * line as f64;
        let class = if fault.target.cut().is_some() { "bnd-s" } else { "thr-s" };
        let down = pen::trace("M# #V#", &[mark.at.x, y + 15.0, scale.top - 4.0]);
        told.push(html! {
            <g key={mark.step.to_string()}>
                { pen::path(down, class) }
                <path transform={pen::trace("translate(# #)", &[x - 4.0, y + 0.5])}
                    d="M8 .5L3 8H6.6L5.7 13.5L10.9 5.7H7.4Z" class="thr-f" />
                <text x={pen::n(x + 10.0)} y={pen::n(y + 11.0)}
                    class="tx s halo">{ text }</text>
            </g>
        });
    }
    html! { { for told } }
}

/// Where the nodes stand in the first class that they wear, and the lanes themselves.
pub(super) fn modes(session: &Session, scale: &Scale) -> Html {
    let cast = &session.scenario().cast;
    let lane = |number: usize| {
        let y = scale.y(HostId(number as u16));
        pen::path(pen::trace("M# #H#", &[scale.left, y, scale.right]), "lane")
    };
    let windows = session.windows();
    let stretches = windows.iter().filter_map(|window| stretch(session, scale, window));
    html! { <>{ for (0..cast.hosts.len()).map(lane) }{ for stretches }</> }
}

fn stretch(session: &Session, scale: &Scale, window: &Window) -> Option<Html> {
    let Believer::Node(node, class) = window.who else { return None };
    let first = session.scenario().focus.first();
    let (from, head) = (window.from.max(scale.from), session.head());
    let until = window.until.unwrap_or(head).min(scale.until);
    if first != Some(&(node.service, class)) || from >= until {
        return None;
    }
    let stance = &window.stance;
    let host = session.scenario().cast.host_of(node)?;
    let [believed, entitled] = [stance.believed, stance.entitled]
        .map(|contract| mode_of(session.line().world(), node, class, stance, contract));
    let (x, y) = (scale.x(from), scale.y(host) - 7.0);
    let width = scale.x(until) - x;
    Some(bar(&Bar { x, width, y, entitled, believed, gap: stance.gap }))
}
