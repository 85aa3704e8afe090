//! The stage as a whole.
use super::boundary::Boundary;
use super::crossings::{cut_view, grounds, link_view, since};
use super::gesture::Gesture;
use super::hands::Hands;
use super::host::{Scene, client};
use super::label::Words;
use super::messages;
use super::picture::Picture;
use super::room::{Area, Room};
use crate::browser::prefers_reduced_motion;
use crate::hooks::use_watch;
use crate::marks::Point;
use crate::marks::pen;
use crate::state::{Interest, Lab, MenuRequest, Part, Session, Subject};
use crate::words::{drift, fault_sentence, mode_of, role};
use engine::kernel::{Cut, HostId};
use engine::modes::ClassId;
use engine::world::{Frame, MessageView};
use yew::prelude::*;

/// What the stage gets.
#[derive(Clone, PartialEq, Properties)]
pub struct StageProps {
    /// The run.
    pub lab: Lab,
    /// How much room there is.
    pub width: f64,
    /// Somebody wants to strike something.
    pub on_menu: Callback<MenuRequest>,
}

/// The stage.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    use_watch(&props.lab, Interest::Tick);
    let root = use_node_ref();
    let gesture = use_state(|| None::<Gesture>);
    let active = use_state(|| 0_usize);
    let session = props.lab.session();
    let picture = Picture::new(&session, props.width);
    let hands = Hands { props, root: &root, gesture: &gesture, active: &active };
    let name = format!("Stage. {}", session.scenario().description);
    let (w, h) = (pen::n(picture.layout.width), pen::n(picture.layout.height));
    if props.lab.hides(Part::Faults) {
        return html! {
            <svg class="stage" viewBox={format!("0 0 {w} {h}")} width={w}
                height={h} role="group" aria-label={name}>
                { drawing(&session, &picture, None) }
            </svg>
        };
    }
    html! {
        <svg ref={root.clone()} class="stage" viewBox={format!("0 0 {w} {h}")} width={w.clone()}
            height={h.clone()} role="group" aria-label={name}
            onpointerdown={hands.down()} onpointermove={hands.moves()} onpointerup={hands.up()}
            onpointercancel={hands.cancel()} onkeydown={hands.key()}>
            <rect x="0" y="0" width={w} height={h} class="floor-of-stage" />
            { drawing(&session, &picture, Some(&hands)) }
            { preview(&session, &picture, *gesture) }
        </svg>
    }
}

/// The stage at the playhead for a drawing that nobody strikes, and how high it is.
pub fn still(session: &Session, width: f64) -> (Html, f64) {
    let picture = Picture::new(session, width);
    (drawing(session, &picture, None), picture.layout.height)
}

fn drawing(session: &Session, picture: &Picture, hands: Option<&Hands<'_>>) -> Html {
    let mut room = room(session, picture);
    let words = Words::new(session, &picture.frame, &picture.layout, &picture.hosts, &room);
    room.take(words.taken());
    let cuts = picture.cuts.iter().filter_map(|(cut, line)| Some((cut, line.as_ref()?)));
    let cut = |(cut, line): (&Cut, &Boundary)| {
        let since = since(session, cut, line, &mut room);
        cut_view(session, picture, cut, line, &since, hands)
    };
    let cuts: Vec<_> = cuts.map(cut).collect();
    html! {
        <>
            { grounds(session, picture) }
            { for picture.pairs.iter().map(|link| link_view(session, picture, link, hands)) }
            { for cuts }
            { hosts_view(session, picture, hands) }
            { messages_view(session, picture, &mut room, hands.map(|hands| hands.props)) }
            { words.view() }
        </>
    }
}

fn hosts_view(session: &Session, picture: &Picture, hands: Option<&Hands<'_>>) -> Html {
    let windows = session.windows();
    let (frame, layout) = (&picture.frame, &picture.layout);
    let scene = Scene { session, frame, windows: &windows, scale: layout.scale };
    let cast = &session.scenario().cast;
    let host = |(host, at): &(HostId, Point)| {
        let view = frame.hosts.get(host.index())?;
        let is_client = cast.hosts[host.index()].is_client;
        let drawn = if is_client { client(*at, view.up) } else { scene.server(view, *at) };
        let subject = Subject::Host(*host);
        let label = spoken(session, frame, *host);
        let reach = layout.reach(cast, *host).max(22.0);
        Some(html! {
            <g key={format!("h{}", host.0)}>
                { drawn }
                <g class="item node" role={role_of(hands)} aria-label={label}
                    aria-haspopup={hands.map(|_| "dialog")}
                    tabindex={hands.map(|hands| hands.tab(picture, subject))}
                    data-item={hands.and_then(|hands| hands.number(picture, subject))}
                    data-host={cast.host_name(*host).to_owned()}
                    onfocus={hands.map(|hands| hands.focused(picture, subject))}>
                    <circle cx={pen::n(at.x)} cy={pen::n(at.y)}
                        r={pen::n(reach)} class="grab" />
                </g>
            </g>
        })
    };
    html! { <g>{ for picture.hosts.iter().filter_map(host) }</g> }
}

/// What can be struck is a button; where nothing can, it is part of a picture.
pub(super) fn role_of(hands: Option<&Hands<'_>>) -> &'static str {
    if hands.is_some() { "button" } else { "img" }
}

/// A host in words, for those who do not see it.
fn spoken(session: &Session, frame: &Frame, host: HostId) -> String {
    let cast = &session.scenario().cast;
    let world = session.line().world();
    let mut words = vec![cast.host_name(host).to_owned()];
    if let Some(view) = frame.hosts.get(host.index()) {
        if !view.up {
            words.push("crashed".into());
        }
        if view.paused {
            words.push("stands still".into());
        }
        if view.drift_ppm != 0 {
            words.push(drift(view.drift_ppm));
        }
    }
    for node in frame.nodes.iter().filter(|node| node.host == host) {
        words.extend(node.looks.as_ref().map(|looks| role(cast, node.id, looks)));
        for (class, stance) in node.rows.iter().enumerate() {
            let class = ClassId(class as u8);
            if let Some(stance) = stance {
                let [believed, entitled] = [stance.believed, stance.entitled]
                    .map(|contract| mode_of(world, node.id, class, stance, contract).name());
                let row = cast.class_name(node.id.service, class);
                let gap = stance.gap.name();
                words.push(format!("{row}: believes {believed}, entitled to {entitled}, {gap}"));
            }
        }
    }
    words.join(", ")
}

/// Messages under way; a few are told by name, where that covers nothing.
fn messages_view(
    session: &Session,
    picture: &Picture,
    room: &mut Room<'_>,
    props: Option<&StageProps>,
) -> Html {
    let cast = &session.scenario().cast;
    let still = props.is_some() && prefers_reduced_motion();
    let all = &picture.frame.messages;
    let named = all.iter().filter(|message| message.caption.brings.is_some()).count() <= 6;
    let mut one = |message: &MessageView| {
        let (a, b) = (cast.host_of(message.name.from)?, cast.host_of(message.name.to)?);
        if a == b {
            return None;
        }
        let (from, to) = (picture.at(a), picture.at(b));
        let whole = from.distance(to).max(1.0);
        let reach = |host| picture.layout.reach(cast, host) * 0.8 / whole;
        let ends = (from.towards(to, reach(a)), from.towards(to, 1.0 - reach(b)));
        let at = messages::place(message, picture.frame.at, ends.0, ends.1, still);
        let request = props.map(|props| {
            let (on_menu, name) = (props.on_menu.clone(), message.name);
            Callback::from(move |event: MouseEvent| {
                event.stop_propagation();
                let at = (f64::from(event.client_x()), f64::from(event.client_y()));
                on_menu.emit(MenuRequest { subject: Subject::Message(name), at });
            })
        });
        let stop = Callback::from(|event: PointerEvent| event.stop_propagation());
        Some(html! {
            <g class="message" key={format!("m{}", message.event.0)} onclick={request}
                onpointerdown={stop}>
                <circle cx={pen::n(at.x)} cy={pen::n(at.y)} r="14" class="grab" />
                { messages::view(message, at, named.then_some(&mut *room)) }
            </g>
        })
    };
    html! { <g class="messages" aria-hidden="true">{ for all.iter().filter_map(&mut one) }</g> }
}

/// Where there is room beside hosts and cuts, best off the links.
fn room<'a>(session: &Session, picture: &'a Picture) -> Room<'a> {
    let cast = &session.scenario().cast;
    let cuts = picture.cuts.iter().filter_map(|(_, line)| line.as_ref());
    let mut full: Vec<_> = cuts.flat_map(Boundary::areas).collect();
    for (host, at) in &picture.hosts {
        full.extend(Area::circle(*at, picture.layout.clear(cast, *host)));
    }
    let lines = picture.pairs.iter();
    let lines = lines.map(|link| (picture.at(link.a), picture.at(link.b))).collect();
    Room::new(&picture.layout, full, lines)
}

/// What a gesture under way would do.
fn preview(session: &Session, picture: &Picture, gesture: Option<Gesture>) -> Html {
    let Some(gesture) = gesture.filter(Gesture::is_drag) else { return html! {} };
    let fault = gesture.fault(&picture.hosts, &picture.frame.hosts, &picture.layout);
    let says = fault.map(|fault| fault_sentence(&session.scenario().cast, &fault));
    let line = gesture.boundary(&picture.layout).map(|line| {
        let (a, b) = line.ends;
        pen::line(a, b)
    });
    let middle = picture.layout.width / 2.0;
    html! {
        <g class="preview" aria-hidden="true">
            if let Some(d) = line { { pen::path(d, "bnd-s ghostcut") } }
            if let Some(says) = says {
                <text x={pen::n(middle)} y={pen::n(picture.layout.height - 10.0)}
                    class="tx b halo" text-anchor="middle">{ says }</text>
            }
        </g>
    }
}
