//! The diagram as a whole.
use super::flights::{Flight, flights};
use super::lanes::{Mark, marks, modes, view};
use super::legend::legend;
use super::scale::{STRETCHES, Scale};
use crate::browser::{Element, bounds, pointer};
use crate::hooks::use_watch;
use crate::marks::Point;
use crate::marks::pen;
use crate::state::{Focus, Interest, Lab, Session, Topic, View, ViewAction};
use crate::words::seconds;
use engine::kernel::{HostId, Instant};
use yew::prelude::*;

/// What the diagram gets.
#[derive(Clone, PartialEq, Properties)]
pub struct SpaceTimeProps {
    /// The run.
    pub lab: Lab,
    /// What is looked at.
    pub focus: UseReducerHandle<Focus>,
    /// How much room there is.
    pub width: f64,
}

/// A click may be so many pixels beside what is meant.
const NEAR: f64 = 14.0;

/// The diagram. What is clicked is asked about.
#[component]
pub fn SpaceTime(props: &SpaceTimeProps) -> Html {
    use_watch(&props.lab, Interest::Tick);
    let root = use_node_ref();
    let session = props.lab.session();
    let chosen = use_state_eq(|| Scale::stretch(props.width, &session));
    let scale = Scale::new(props.width, &session, STRETCHES[(*chosen).min(STRETCHES.len() - 1)]);
    let (flights, left_out) = flights(&session, &scale);
    let marks = marks(&session, &scale);
    let height = scale.height(session.scenario().cast.hosts.len());
    let set = {
        let chosen = chosen.clone();
        Callback::from(move |place| chosen.set(place))
    };
    let table = {
        let focus = props.focus.clone();
        Callback::from(move |()| focus.dispatch(ViewAction::Show(View::Events)))
    };
    let asked = match props.focus.topic {
        Some(Topic::Step(step, _)) => flights.iter().find(|flight| flight.step == step),
        _ => None,
    };
    let (w, h) = (pen::n(props.width.round()), pen::n(height.round()));
    html! {
        <>
            { legend(*chosen, set, table) }
            <svg ref={root.clone()} class="spacetime" viewBox={format!("0 0 {w} {h}")} width={w}
                height={h} role="img" aria-label={name(&session, flights.len(), left_out)}
                onclick={ask(props, &root, flights.clone(), marks.clone())}>
                { axis(&session, &scale, height) }
                { clip(&scale, height, html! {
                    <>
                        { lines(&flights) }
                        { modes(&session, &scale) }
                        { for asked.map(emphasis) }
                        { view(&session, &scale, &marks) }
                    </>
                }) }
                { playhead(&session, &scale, height) }
            </svg>
            if left_out > 0 {
                <p class="i2">{ format!("{left_out} more messages are not drawn.") }</p>
            }
        </>
    }
}

/// Nothing is seen beyond the first and the last instant.
fn clip(scale: &Scale, height: f64, inside: Html) -> Html {
    let (x, width) = (scale.left, scale.right - scale.left);
    html! {
        <svg x={pen::n(x)} y="0" width={pen::n(width)} class="clip"
            height={pen::n(height)} viewBox={pen::trace("# 0 # #", &[x, width, height])}>
            { inside }
        </svg>
    }
}

fn name(session: &Session, drawn: usize, left_out: usize) -> String {
    let hosts = session.scenario().cast.hosts.len();
    format!(
        "Space–time diagram: a lane for each of {hosts} hosts, time to the right, {drawn} \
         messages as lines between lanes, {left_out} not drawn. The table of events tells the same."
    )
}

/// Names of the lanes, and the seconds.
fn axis(session: &Session, scale: &Scale, height: f64) -> Html {
    let tick = |(at, label): (Instant, String)| {
        let x = scale.x(at);
        html! {
            <>
                { pen::path(pen::trace("M# 17.5V#", &[x, height]), "grid") }
                { pen::text((x, 12.0), "middle", "tx xs mono i3", label) }
            </>
        }
    };
    let lane = |(number, host): (usize, &engine::scenario::CastHost)| {
        let y = scale.y(HostId(number as u16)) + 4.5;
        let class = if host.is_client { "tx s" } else { "tx s b" };
        html! { <text x="0" y={pen::n(y)} {class}>{ &host.name }</text> }
    };
    let hosts = session.scenario().cast.hosts.iter().enumerate();
    html! { <>{ for scale.ticks().into_iter().map(tick) }{ for hosts.map(lane) }</> }
}

/// All messages of a kind in one path: a browser draws three paths faster than three hundred.
fn lines(flights: &[Flight]) -> Html {
    let mut paths = [String::new(), String::new(), String::new()];
    for Flight { from, to, caption, lost, .. } in flights {
        let kind = usize::from(caption.brings.is_some());
        paths[kind].push_str(&pen::line(*from, *to));
        if *lost {
            paths[2].push_str(&pen::trace("M# #l7 7m0-7l-7 7", &[to.x - 3.5, to.y - 3.5]));
        }
    }
    let [data, evidence, crosses] = paths;
    html! {
        <>
            { pen::path(data, "data thin") }
            { pen::path(evidence, "ev weak") }
            { pen::path(crosses, "no-s") }
        </>
    }
}

/// The message that is asked about, with its name.
fn emphasis(flight: &Flight) -> Html {
    let (from, to) = (flight.from, flight.to);
    let middle = from.towards(to, 0.5);
    let d = pen::line(from, to);
    html! {
        <>
            { pen::path(d, "asked") }
            <text x={pen::n(middle.x + 6.0)} y={pen::n(middle.y + 4.0)}
                class="tx s b halo">{ flight.caption.name }</text>
        </>
    }
}

fn playhead(session: &Session, scale: &Scale, height: f64) -> Html {
    let (now, x) = (session.now(), scale.x(session.now()));
    let middle = x.clamp(scale.left + 31.0, scale.right - 31.0);
    let left = scale.right - x;
    html! {
        <g>
            <rect x={pen::n(x)} y="17" width={pen::n(left.max(0.0))}
                height={pen::n(height - 17.0)} class="veil" />
            { pen::path(pen::trace("M# 16V#", &[x, height]), "phl") }
            <rect x={pen::n(middle - 30.0)} y="0" width="60" height="17" class="phh" />
            <text x={pen::n(middle)} y="12.5" text-anchor="middle" class="tx s mono phx">
                { seconds(now - Instant(0), 3) }
            </text>
        </g>
    }
}

/// Asks about what is nearest to a click, if anything is near.
fn ask(
    props: &SpaceTimeProps,
    root: &NodeRef,
    flights: Vec<Flight>,
    marks: Vec<Mark>,
) -> Callback<MouseEvent> {
    let (lab, focus, root) = (props.lab.clone(), props.focus.clone(), root.clone());
    Callback::from(move |event: MouseEvent| {
        let Some(corner) = root.cast::<Element>().map(|root| bounds(&root)) else { return };
        let (x, y) = pointer(&event);
        let place = Point::new(x - corner.left, y - corner.top);
        let marks = marks.iter().map(|mark| (mark.at.distance(place) - 3.0, mark.step));
        let lines = flights.iter().map(|flight| (flight.distance(place), flight.step));
        let near = marks.chain(lines).filter(|(distance, _)| *distance < NEAR);
        if let Some((_, step)) = near.min_by(|a, b| a.0.total_cmp(&b.0)) {
            focus.dispatch(ViewAction::Ask(lab.session().topic_of_step(step)));
        }
    })
}
