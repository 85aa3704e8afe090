//! The timeline as a whole.
use super::playhead::{Playhead, PlayheadProps, line};
use super::scale::Scale;
use super::{bands, branches, operations, strips};
use crate::browser::{Element, Key, below, bounds, hold_pointer, pointer};
use crate::controls::piece;
use crate::hooks::{use_watch, use_width};
use crate::marks::pen;
use crate::state::{Interest, Lab, MenuRequest, Part, Session, Subject, Topic};
use yew::prelude::*;

/// What the timeline gets.
#[derive(Clone, PartialEq, Properties)]
pub struct TimelineProps {
    /// The run.
    pub lab: Lab,
    /// Somebody wants the menu of an act.
    pub on_menu: Callback<MenuRequest>,
    /// Somebody asks why.
    pub on_ask: Callback<Topic>,
}

/// Where its parts begin, from the top.
struct Rooms {
    flags: Vec<bands::Flag>,
    rows: Vec<(engine::kernel::NodeId, engine::modes::ClassId)>,
    silent: usize,
    tops: [f64; 3],
    height: f64,
}

impl Rooms {
    const AXIS: f64 = 21.0;

    fn new(session: &Session, scale: &Scale) -> Rooms {
        let flags = bands::flags(session, scale);
        let (rows, silent) = strips::rows(session, strips::MOST);
        let strips = Self::AXIS + bands::height(&flags) + 2.0;
        let operations = strips + strips::height(rows.len()) + 6.0;
        let branches = operations + operations::height(operations::lanes(session).len()) + 2.0;
        let height = branches + branches::height(session.line().branches().len());
        Rooms { flags, rows, silent, tops: [strips, operations, branches], height }
    }
}

/// The timeline.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    use_watch(&props.lab, Interest::Step);
    let root = use_node_ref();
    let width = use_width(&root);
    let dragged = use_state(|| None::<Drag>);
    let session = props.lab.session();
    let scale = Scale::new(width, &session);
    let rooms = Rooms::new(&session, &scale);
    let branches_top = rooms.tops[2];
    let fixed = props.lab.hides(Part::Faults);
    let (w, h) = (pen::n(width), pen::n(rooms.height));
    let hands = Hands { props, root: &root, dragged: &dragged, width };
    let playhead = PlayheadProps { lab: props.lab.clone(), width, height: rooms.height };
    html! {
        <div ref={root.clone()} class="tlbox">
            if width > 0.0 {
                <svg class="tl" viewBox={format!("0 0 {w} {h}")} width={w} height={h} role="group"
                    aria-label="Timeline" onpointerdown={hands.down()} onpointermove={hands.moves()}
                    onpointerup={hands.up()} onkeydown={hands.key()}>
                    { before(&session, &scale, &rooms, &props.on_ask) }
                    { branches::view(&props.lab, &session, &scale, branches_top) }
                    { bands::view(&session, &scale, &rooms.flags, (Rooms::AXIS, fixed)) }
                    { piece::<Playhead>(playhead) }
                </svg>
            }
        </div>
    }
}

/// The timeline for a drawing that nobody moves, and how high it is.
pub fn still(session: &Session, width: f64) -> (Html, f64) {
    let scale = Scale::new(width, session);
    let rooms = Rooms::new(session, &scale);
    let drawn = html! {
        <>
            { before(session, &scale, &rooms, &Callback::noop()) }
            { bands::view(session, &scale, &rooms.flags, (Rooms::AXIS, true)) }
            { line(session, width, rooms.height) }
        </>
    };
    (drawn, rooms.height)
}

/// The rows that lied or stood higher than Floor, at most so many, and the playhead; for a drawing
/// that is seen from far away.
pub fn strip(session: &Session, width: f64, most: usize) -> (Html, f64) {
    let scale = Scale::new(width, session);
    let (rows, _) = strips::rows(session, most);
    let height = Rooms::AXIS + strips::height(rows.len().max(1)) + 2.0;
    let drawn = html! {
        <>
            { axis(&scale, height) }
            { strips::view(session, &scale, &rows, Rooms::AXIS) }
            { line(session, width, height) }
        </>
    };
    (drawn, height)
}

/// What lies behind flags and playhead.
fn before(session: &Session, scale: &Scale, rooms: &Rooms, on_ask: &Callback<Topic>) -> Html {
    let [strips_top, operations_top, _] = rooms.tops;
    let silent = (rooms.silent > 0).then(|| format!("{} more stand at Floor", rooms.silent));
    html! {
        <>
            { axis(scale, rooms.height) }
            if let Some(silent) = silent {
                { pen::text((scale.right, strips_top + 10.0), "end", "tx xs i3", silent) }
            }
            { strips::view(session, scale, &rooms.rows, strips_top) }
            { operations::view(session, scale, operations_top, on_ask) }
        </>
    }
}

/// Whole seconds, and a line down from each.
pub(super) fn axis(scale: &Scale, height: f64) -> Html {
    let tick = |second: u64| {
        let x = scale.x(engine::kernel::Instant(second * 1_000_000_000));
        let anchor = if second == 0 { "start" } else { "middle" };
        html! {
            <>
                { pen::path(pen::trace("M# 17.5V#", &[x, height]), "grid") }
                { pen::text((x, 12.0), anchor, "tx xs mono i3", second) }
            </>
        }
    };
    html! { <g aria-hidden="true">{ for scale.ticks().into_iter().map(tick) }</g> }
}

/// What a pointer holds.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Drag {
    /// The playhead.
    Playhead,
    /// An act, taken at a place; whether it has been moved.
    Act(usize, f64, bool),
}

struct Hands<'a> {
    props: &'a TimelineProps,
    root: &'a NodeRef,
    dragged: &'a UseStateHandle<Option<Drag>>,
    width: f64,
}

impl Hands<'_> {
    fn place(&self) -> impl Fn(&PointerEvent) -> f64 + use<> {
        let root = self.root.clone();
        move |event| {
            let left = root.cast::<Element>().map_or(0.0, |root| bounds(&root).left);
            pointer(event).0 - left
        }
    }

    fn seek(&self) -> impl Fn(f64) + use<> {
        let (lab, width) = (self.props.lab.clone(), self.width);
        move |x| {
            let at = Scale::new(width, &lab.session()).at(x);
            lab.set_playing(false);
            lab.change(|session| session.seek_to(at));
        }
    }

    fn down(&self) -> Callback<PointerEvent> {
        let (dragged, place, seek) = (self.dragged.clone(), self.place(), self.seek());
        let width = self.width;
        let lab = self.props.lab.clone();
        Callback::from(move |event: PointerEvent| {
            let Some(target) = event.target_dyn_into::<Element>() else { return };
            if event.button() != 0 || on(&target, ".operation") || on(&target, ".fork") {
                return;
            }
            let x = place(&event);
            if let Some(act) = act_under(&target) {
                dragged.set(Some(Drag::Act(act, x, false)));
            } else if x >= Scale::new(width, &lab.session()).left - 8.0 {
                seek(x);
                dragged.set(Some(Drag::Playhead));
            }
            hold_pointer(&target, event.pointer_id());
        })
    }

    fn moves(&self) -> Callback<PointerEvent> {
        let (dragged, place, seek) = (self.dragged.clone(), self.place(), self.seek());
        Callback::from(move |event: PointerEvent| match *dragged {
            Some(Drag::Playhead) => seek(place(&event)),
            Some(Drag::Act(act, from, false)) if (place(&event) - from).abs() > 5.0 => {
                dragged.set(Some(Drag::Act(act, from, true)));
            }
            _ => (),
        })
    }

    fn up(&self) -> Callback<PointerEvent> {
        let (dragged, place, width) = (self.dragged.clone(), self.place(), self.width);
        let (lab, on_menu) = (self.props.lab.clone(), self.props.on_menu.clone());
        Callback::from(move |event: PointerEvent| {
            match *dragged {
                Some(Drag::Act(act, _, true)) => {
                    let to = Scale::new(width, &lab.session()).at(place(&event));
                    lab.change(|session| session.move_act(act, to));
                }
                Some(Drag::Act(act, _, false)) => {
                    on_menu.emit(MenuRequest { subject: Subject::Act(act), at: pointer(&event) });
                }
                _ => (),
            }
            dragged.set(None);
        })
    }

    /// Enter opens the menu of an act; with arrows it moves in time.
    fn key(&self) -> Callback<KeyboardEvent> {
        let (lab, on_menu) = (self.props.lab.clone(), self.props.on_menu.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(target) = event.target_dyn_into::<Element>() else { return };
            let Some(act) = act_under(&target) else { return };
            let Some(at) = lab.session().line().script().acts().get(act).map(|act| act.at) else {
                return;
            };
            let by = engine::kernel::Span::millis(10);
            let to = match Key::of(&event) {
                Key::Left => engine::kernel::Instant(at.0.saturating_sub(by.0)),
                Key::Right => at + by,
                Key::Enter | Key::Space => {
                    let at = below(&target);
                    event.prevent_default();
                    event.stop_propagation();
                    return on_menu.emit(MenuRequest { subject: Subject::Act(act), at });
                }
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            lab.change(|session| session.move_act(act, to));
        })
    }
}

fn on(target: &Element, selector: &str) -> bool {
    target.closest(selector).ok().flatten().is_some()
}

/// The act whose flag is under a pointer or has the focus.
pub(super) fn act_under(target: &Element) -> Option<usize> {
    let flag = target.closest("[data-act]").ok().flatten()?;
    flag.get_attribute("data-act")?.parse().ok()
}
