//! Two runs on one axis: what befell them, where the rows of each stood, where they part.
use super::figure::{act_under, axis};
use super::playhead::{Playhead, PlayheadProps};
use super::scale::Scale;
use super::{bands, strips};
use crate::browser::{Element, Key, below, bounds, hold_pointer, pointer};
use crate::controls::piece;
use crate::hooks::{use_watch, use_width};
use crate::marks::pen;
use crate::state::{Interest, Lab, MenuRequest, Session, Subject};
use engine::kernel::{Instant, NodeId};
use engine::modes::ClassId;
use yew::prelude::*;

/// What the joint timeline gets.
#[derive(Clone, PartialEq, Properties)]
pub struct JointProps {
    /// The run as it is, whose playhead is that of both, and the other.
    pub labs: [Lab; 2],
    /// What each is called.
    pub names: [String; 2],
    /// Where they part.
    pub parted: Option<Instant>,
    /// Somebody wants the menu of an act.
    pub on_menu: Callback<MenuRequest>,
}

/// So many rows of each run are drawn, at the most.
const MOST: usize = 3;
/// Where the first thing below the axis begins.
const TOP: f64 = 21.0;
/// The room for what a run is called.
const NAME: f64 = 19.0;

/// The joint timeline. It moves with the playhead only where that is drawn.
#[component]
pub fn Joint(props: &JointProps) -> Html {
    use_watch(&props.labs[0], Interest::Run);
    let root = use_node_ref();
    let width = use_width(&root);
    let dragged = use_mut_ref(|| false);
    let (one, two) = (props.labs[0].session(), props.labs[1].session());
    let scale = Scale::new(width, &one);
    let flags = bands::flags(&one, &scale);
    let rows = rows(&one, &two);
    let first = TOP + bands::height(&flags) + 2.0;
    let second = first + NAME + strips::height(rows[0].len()) + 4.0;
    let height = second + NAME + strips::height(rows[1].len()) + 4.0;
    let (w, h) = (pen::n(width), pen::n(height));
    let (place, seek) = (place(&root), seek(&props.labs[0], width));
    let down = {
        let (dragged, on_menu) = (dragged.clone(), props.on_menu.clone());
        let (place, seek) = (place.clone(), seek.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(target) = event.target_dyn_into::<Element>() else { return };
            if let Some(act) = act_under(&target) {
                return on_menu
                    .emit(MenuRequest { subject: Subject::Act(act), at: pointer(&event) });
            }
            seek(place(&event));
            *dragged.borrow_mut() = true;
            hold_pointer(&target, event.pointer_id());
        })
    };
    let moves = {
        let dragged = dragged.clone();
        Callback::from(move |event: PointerEvent| {
            if *dragged.borrow() {
                seek(place(&event));
            }
        })
    };
    let up = Callback::from(move |_: PointerEvent| *dragged.borrow_mut() = false);
    let playhead = PlayheadProps { lab: props.labs[0].clone(), width, height };
    html! {
        <div ref={root} class="tlbox">
            if width > 0.0 {
                <svg class="tl joint" viewBox={format!("0 0 {w} {h}")} width={w} height={h}
                    role="group" aria-label="Joint timeline" onpointerdown={down}
                    onpointermove={moves} onpointerup={up} onkeydown={keys(&props.on_menu)}>
                    { axis(&scale, height) }
                    { half(&one, &scale, &props.names[0], &rows[0], first) }
                    { half(&two, &scale, &props.names[1], &rows[1], second) }
                    { mark(&scale, props.parted, height) }
                    { bands::view(&one, &scale, &flags, (TOP, false)) }
                    { piece::<Playhead>(playhead) }
                </svg>
            }
        </div>
    }
}

/// A row of a node.
type Row = (NodeId, ClassId);

/// The rows that tell something in either run, so that each stands beside its own; in a run whose
/// mechanism has no such row it is left out.
fn rows(one: &Session, two: &Session) -> [Vec<Row>; 2] {
    let (mut all, more) = (strips::rows(one, MOST).0, strips::rows(two, MOST).0);
    let fresh: Vec<_> = more.into_iter().filter(|row| !all.contains(row)).collect();
    all.extend(fresh);
    engine::kernel::sort(&mut all);
    [one, two].map(|session| {
        let focus = &session.scenario().focus;
        let known = |row: &&Row| focus.contains(&(row.0.service, row.1));
        all.iter().filter(known).copied().collect()
    })
}

fn half(session: &Session, scale: &Scale, name: &str, rows: &[Row], top: f64) -> Html {
    html! {
        <g>
            { pen::path(pen::trace("M0 #H#", &[top, scale.right]), "lane") }
            { pen::text((0.0, top + 14.0), "start", "tx s i2 halo", name) }
            { strips::view(session, scale, rows, top + NAME - 10.0) }
        </g>
    }
}

/// Where the two part.
fn mark(scale: &Scale, parted: Option<Instant>, height: f64) -> Html {
    let Some(at) = parted else { return html! {} };
    let x = scale.x(at);
    let near_end = x > scale.right - 90.0;
    let (place, anchor) = if near_end { (x - 6.0, "end") } else { (x + 6.0, "start") };
    html! {
        <g class="parted" aria-hidden="true">
            { pen::path(pen::trace("M# 17V#", &[x, height]), "parting") }
            { pen::path(pen::trace("M# #l5 5l-5 5l-5 -5Z", &[x, height - 11.0]), "parting-sign") }
            { pen::text((place, height - 2.0), anchor, "tx s b halo", "they part") }
        </g>
    }
}

fn place(root: &NodeRef) -> impl Fn(&PointerEvent) -> f64 + Clone + use<> {
    let root = root.clone();
    move |event| {
        let left = root.cast::<Element>().map_or(0.0, |root| bounds(&root).left);
        pointer(event).0 - left
    }
}

fn seek(lab: &Lab, width: f64) -> impl Fn(f64) + Clone + use<> {
    let lab = lab.clone();
    move |x| {
        let at = Scale::new(width, &lab.session()).at(x);
        lab.set_playing(false);
        lab.change(|session| session.seek_to(at));
    }
}

/// Enter opens the menu of an act.
fn keys(on_menu: &Callback<MenuRequest>) -> Callback<KeyboardEvent> {
    let on_menu = on_menu.clone();
    Callback::from(move |event: KeyboardEvent| {
        let Some(target) = event.target_dyn_into::<Element>() else { return };
        let Some(act) = act_under(&target) else { return };
        if matches!(Key::of(&event), Key::Enter | Key::Space) {
            event.prevent_default();
            event.stop_propagation();
            on_menu.emit(MenuRequest { subject: Subject::Act(act), at: below(&target) });
        }
    })
}
