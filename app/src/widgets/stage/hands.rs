//! The hands of the reader: pointer and keyboard on the stage.
use super::boundary::distance;
use super::figure::StageProps;
use super::gesture::Gesture;
use super::layout::Layout;
use super::picture::Picture;
use crate::browser::{Element, Key, bounds, focus_in, hold_pointer, pointer};
use crate::marks::Point;
use crate::state::{MenuRequest, Session, Subject};
use yew::prelude::*;

/// What callbacks need.
pub(super) struct Hands<'a> {
    pub props: &'a StageProps,
    pub root: &'a NodeRef,
    pub gesture: &'a UseStateHandle<Option<Gesture>>,
    pub active: &'a UseStateHandle<usize>,
}

impl Hands<'_> {
    pub(super) fn number(&self, picture: &Picture, subject: Subject) -> Option<String> {
        let place = picture.subjects().iter().position(|(known, _)| *known == subject);
        place.map(|place| place.to_string())
    }

    pub(super) fn tab(&self, picture: &Picture, subject: Subject) -> &'static str {
        let subjects = picture.subjects();
        let active = (**self.active).min(subjects.len().saturating_sub(1));
        let here = subjects.get(active).is_some_and(|(known, _)| *known == subject);
        if here { "0" } else { "-1" }
    }

    pub(super) fn focused(&self, picture: &Picture, subject: Subject) -> Callback<FocusEvent> {
        let place = picture.subjects().iter().position(|(known, _)| *known == subject);
        let active = self.active.clone();
        Callback::from(move |_| active.set(place.unwrap_or_default()))
    }

    pub(super) fn down(&self) -> Callback<PointerEvent> {
        let (lab, width) = (self.props.lab.clone(), self.props.width);
        let (root, gesture) = (self.root.clone(), self.gesture.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            let Some(svg) = root.cast::<Element>() else { return };
            let session = lab.session();
            let picture = Picture::new(&session, width);
            let at = place_of(&svg, &event, &picture.layout);
            let cast = &session.scenario().cast;
            gesture.set(Some(Gesture::begin(at, &picture.hosts, cast, picture.layout.scale)));
            hold_pointer(&svg, event.pointer_id());
        })
    }

    pub(super) fn moves(&self) -> Callback<PointerEvent> {
        let (lab, width) = (self.props.lab.clone(), self.props.width);
        let (root, gesture) = (self.root.clone(), self.gesture.clone());
        Callback::from(move |event: PointerEvent| {
            let (Some(begun), Some(svg)) = (*gesture, root.cast::<Element>()) else { return };
            let session = lab.session();
            let picture = Picture::new(&session, width);
            let at = place_of(&svg, &event, &picture.layout);
            gesture.set(Some(begun.moved(at, &picture.hosts)));
        })
    }

    pub(super) fn up(&self) -> Callback<PointerEvent> {
        let (lab, width) = (self.props.lab.clone(), self.props.width);
        let (root, gesture) = (self.root.clone(), self.gesture.clone());
        let on_menu = self.props.on_menu.clone();
        Callback::from(move |event: PointerEvent| {
            let (Some(begun), Some(svg)) = (*gesture, root.cast::<Element>()) else { return };
            gesture.set(None);
            let (ended, fault, pointed) = {
                let session = lab.session();
                let picture = Picture::new(&session, width);
                let at = place_of(&svg, &event, &picture.layout);
                let ended = begun.moved(at, &picture.hosts);
                let fault = ended.fault(&picture.hosts, &picture.frame.hosts, &picture.layout);
                (ended, fault, pointed(&picture, &session, at))
            };
            match (ended.is_drag(), fault, pointed) {
                (true, Some(fault), _) => lab.change(|session| session.act(&[fault])),
                (false, _, Some(subject)) => {
                    on_menu.emit(MenuRequest { subject, at: pointer(&event) });
                }
                _ => (),
            }
        })
    }

    pub(super) fn cancel(&self) -> Callback<PointerEvent> {
        let gesture = self.gesture.clone();
        Callback::from(move |_| gesture.set(None))
    }

    /// Arrow keys go to the next thing in their direction, page keys through all things, Home and
    /// End to the first and the last; Enter and Space open the menu.
    pub(super) fn key(&self) -> Callback<KeyboardEvent> {
        let (lab, width) = (self.props.lab.clone(), self.props.width);
        let (root, active) = (self.root.clone(), self.active.clone());
        let on_menu = self.props.on_menu.clone();
        Callback::from(move |event: KeyboardEvent| {
            let subjects = Picture::new(&lab.session(), width).subjects();
            let Some((subject, here)) = subjects.get(*active).copied() else { return };
            let Some(svg) = root.cast::<Element>() else { return };
            let (active_now, last) = (*active, subjects.len() - 1);
            let towards = |way| next(&subjects, active_now, here, way);
            let next = match Key::of(&event) {
                Key::Left => towards((-1.0, 0.0)),
                Key::Right => towards((1.0, 0.0)),
                Key::Up => towards((0.0, -1.0)),
                Key::Down => towards((0.0, 1.0)),
                Key::Home => Some(0),
                Key::End => Some(last),
                Key::PageDown => Some(if active_now == last { 0 } else { active_now + 1 }),
                Key::PageUp => Some(active_now.checked_sub(1).unwrap_or(last)),
                Key::Enter | Key::Space => {
                    event.prevent_default();
                    event.stop_propagation();
                    let around = bounds(&svg);
                    let scale = around.width / width;
                    let at = (around.left + here.x * scale, around.top + here.y * scale);
                    return on_menu.emit(MenuRequest { subject, at });
                }
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            if let Some(next) = next {
                active.set(next);
                focus_in(&svg, &format!("[data-item=\"{next}\"]"));
            }
        })
    }
}

/// The nearest thing in a direction.
fn next(
    subjects: &[(Subject, Point)],
    active: usize,
    here: Point,
    (dx, dy): (f64, f64),
) -> Option<usize> {
    let cost = |at: Point| {
        let (x, y) = (at.x - here.x, at.y - here.y);
        let along = x * dx + y * dy;
        let aside = (x * dy - y * dx).abs();
        (along > 4.0).then_some(along + 2.0 * aside)
    };
    let others = subjects.iter().enumerate().filter(|(place, _)| *place != active);
    let ahead = others.filter_map(|(place, (_, at))| Some((place, cost(*at)?)));
    ahead.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(place, _)| place)
}

/// What lies under a pointer that did not drag.
fn pointed(picture: &Picture, session: &Session, at: Point) -> Option<Subject> {
    let cast = &session.scenario().cast;
    let host = picture
        .hosts
        .iter()
        .find(|(host, centre)| centre.distance(at) <= picture.layout.reach(cast, *host).max(22.0));
    if let Some((host, _)) = host {
        return Some(Subject::Host(*host));
    }
    let cuts = picture
        .cuts
        .iter()
        .filter_map(|(cut, line)| Some((Subject::Cut(*cut), line.as_ref()?.distance(at))));
    let links = picture
        .pairs
        .iter()
        .map(|link| (Subject::Link(link.a, link.b), (picture.at(link.a), picture.at(link.b))))
        .map(|(subject, ends)| (subject, distance(at, ends)));
    let nearest = cuts.chain(links).min_by(|a, b| a.1.total_cmp(&b.1));
    nearest.filter(|(_, far)| *far < 12.0).map(|(subject, _)| subject)
}

/// Where a pointer is, in the units of the drawing.
fn place_of(svg: &Element, event: &PointerEvent, layout: &Layout) -> Point {
    let around = bounds(svg);
    let scale = layout.width / around.width.max(1.0);
    let (x, y) = pointer(event);
    Point { x: (x - around.left) * scale, y: (y - around.top) * scale }
}
