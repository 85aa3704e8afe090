//! The arrangement of a lab.
use super::super::patterns::use_patterns;
use super::address::{Address, AddressProps};
use super::dialogs::{Dialogs, Sheet, use_dialogs};
use super::instruments;
use super::keys::{help, keys};
use super::panels::panels;
use super::player::Player;
use super::predicting::{Predicting, use_predictions};
use super::share::{Ask, Sharing, use_sharing};
use super::views::{Views, ViewsProps};
use crate::browser::is_hosted;
use crate::controls::piece;
use crate::hooks::LabProps;
use crate::state::{Focus, Hidden, Lab, MenuRequest, Opening, Part, Session, Topic, ViewAction};
use crate::widgets::bar::{Bar, BarProps};
use crate::widgets::predict::{Predict, PredictProps};
use crate::widgets::timeline::{Timeline, TimelineProps};
use crate::widgets::transport::{Transport, TransportProps};
use engine::scenario::Scenario;
use std::rc::Rc;
use yew::prelude::*;

/// What a lab gets.
#[derive(Clone, PartialEq, Properties)]
pub struct LabViewProps {
    /// It has the page for itself.
    #[prop_or_default]
    pub whole: bool,
    /// What is played.
    pub scenario: Shared,
    /// Where it begins.
    pub opening: Opening,
    /// The run, where somebody else holds it too.
    #[prop_or_default]
    pub lab: Option<Lab>,
    /// What could not be understood.
    #[prop_or_default]
    pub notice: Option<String>,
    /// It plays as soon as it is there.
    #[prop_or_default]
    pub plays: bool,
    /// What the address hides.
    #[prop_or_default]
    pub hidden: Hidden,
    /// The run is to be told to a room, from where it stands.
    #[prop_or_default]
    pub on_lecture: Option<Callback<Opening>>,
    /// The dialog in which the run leaves the page and comes back, where there is one.
    #[prop_or_default]
    pub share: Option<Ask>,
}

/// A scenario, the same if it is the very same.
#[derive(Clone)]
pub struct Shared(pub Rc<Scenario>);

impl PartialEq for Shared {
    fn eq(&self, other: &Shared) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl From<Rc<Scenario>> for Shared {
    fn from(scenario: Rc<Scenario>) -> Shared {
        Shared(scenario)
    }
}

/// A lab. What moves with the playhead watches it by itself: this draws only the frame.
#[component]
pub fn LabView(props: &LabViewProps) -> Html {
    let lab = use_lab(props);
    let focus = use_reducer(Focus::default);
    let Dialogs { menu, sheet, on_menu, on_sheet, on_shut } = use_dialogs(&lab);
    let patterns = use_patterns();
    let predicting = use_predictions(&lab);
    // What a page of its own takes is not even in the program for pages of others.
    let whole = props.whole && !is_hosted();
    let class = if whole { "lab full" } else { "lab inpage" };
    let looked = LabProps { lab: lab.clone(), focus: focus.clone() };
    let on_lecture = lecture(props, &lab);
    let Sharing { on_share, dialog, notice } = use_sharing(&lab, &props.opening, &props.share);
    let notice = props.notice.clone().filter(|_| notice.is_none()).or(notice);
    let asked = !lab.hides(Part::Predict);
    let predict = asked.then(|| question(&looked, &predicting, props.plays));
    // In the text the question takes the room of the timeline, which has nothing to show yet.
    let (above, below) = if whole { (predict, None) } else { (None, predict) };
    let called = predicting.called;
    let bar = BarProps {
        lab: lab.clone(),
        focus: focus.clone(),
        whole,
        on_predict: asked.then(|| predicting.on_call.reform(move |()| !called)),
        on_lecture: on_lecture.clone(),
        children: html! { <>{ compare_button(&lab, &on_sheet) }{ share_button(&on_share) }</> },
    };
    let views = ViewsProps {
        lab: lab.clone(),
        focus: focus.clone(),
        on_menu: on_menu.clone(),
        notice: notice.or(predicting.odd),
        children: above.unwrap_or_default(),
    };
    let on_rules = on_sheet.reform(|()| Sheet::Rules);
    html! {
        <@{if whole { "main" } else { "section" }} {class} tabindex="-1"
            aria-label={called_so(props)} aria-describedby={lab.id("keys")}
            onkeydown={keys(&lab, on_lecture, on_share.clone())}>
            { patterns }
            { piece::<Player>(looked.clone()) }
            if whole { { piece::<Address>(AddressProps::of(&lab)) } }
            { piece::<Bar>(bar) }
            <div class="main">
                { piece::<Views>(views) }
                { panels(&looked) }
            </div>
            <div class="tlwrap">
                { below.unwrap_or_default() }
                if !lab.hides(Part::Timeline) { { timeline(&looked, &on_menu) } }
            </div>
            { piece::<Transport>(TransportProps { lab: lab.clone(), focus, on_menu, on_rules }) }
            { help(&lab, on_share.is_some()) }
            { dialog }
            if let Some(sheet) = sheet {
                { instruments::sheet(sheet, lab.clone(), on_shut.clone()) }
            }
            if let Some(request) = menu { { instruments::menu(lab, request, on_shut) } }
        </@>
    }
}

/// What is asked before a stage runs, and told afterwards.
fn question(looked: &LabProps, predicting: &Predicting, plays: bool) -> Html {
    let LabProps { lab, focus } = looked.clone();
    piece::<Predict>(PredictProps {
        lab,
        focus,
        kept: predicting.kept.clone(),
        unasked: predicting.wanted && !plays,
        called: predicting.called,
        score: predicting.score.clone(),
        on_say: predicting.on_say.clone(),
        on_close: predicting.on_call.reform(|()| false),
    })
}

fn timeline(looked: &LabProps, on_menu: &Callback<MenuRequest>) -> Html {
    let (lab, on_menu) = (looked.lab.clone(), on_menu.clone());
    piece::<Timeline>(TimelineProps { lab, on_menu, on_ask: asks(&looked.focus) })
}

/// The run, which stays the same as long as the view; it is drawn again when its fonts are there.
#[hook]
fn use_lab(props: &LabViewProps) -> Lab {
    let lab = {
        let props = props.clone();
        use_memo((), move |()| {
            let LabViewProps { scenario, opening, hidden, lab, .. } = props;
            lab.unwrap_or_else(|| Lab::without(Session::open(scenario.0, &opening), hidden))
        })
    };
    let lab = (*lab).clone();
    let (kept, plays) = (lab.clone(), props.plays);
    use_effect_with((), move |()| kept.set_playing(plays || kept.is_playing()));
    lab
}

/// The run goes on as a lecture, as it stands.
fn lecture(props: &LabViewProps, lab: &Lab) -> Option<Callback<()>> {
    let lab = lab.clone();
    let shown = props.on_lecture.as_ref().filter(|_| !lab.hides(Part::Lecture));
    shown.map(|on_lecture| {
        on_lecture.reform(move |()| {
            lab.set_playing(false);
            lab.session().opening()
        })
    })
}

/// What is asked about is shown.
fn asks(focus: &UseReducerHandle<Focus>) -> Callback<Topic> {
    let focus = focus.clone();
    Callback::from(move |topic| focus.dispatch(ViewAction::Ask(topic)))
}

/// Opens the dialog in which the run leaves the page.
fn share_button(on_share: &Option<Callback<()>>) -> Option<Html> {
    let onclick = on_share.as_ref()?.reform(|_: MouseEvent| ());
    Some(html! {
        <button class="share-open" aria-haspopup="dialog" {onclick}>{ "Share" }</button>
    })
}

/// Asks with what to compare the run.
fn compare_button(lab: &Lab, on_sheet: &Callback<Sheet>) -> Option<Html> {
    let onclick = on_sheet.reform(|_: MouseEvent| Sheet::Choose);
    (!lab.hides(Part::Compare)).then(|| {
        html! {
            <button class="w compare-open" aria-haspopup="dialog" {onclick}>{ "Compare" }</button>
        }
    })
}

/// What the lab is called among others of its page.
fn called_so(props: &LabViewProps) -> String {
    let title = &props.scenario.0.title;
    match props.opening {
        Opening::Stage(stage) if !props.whole => format!("Lab: {title}, stage {}", stage + 1),
        _ => format!("Lab: {title}"),
    }
}
