//! The row above a lab.
use super::themes::Themes;
use crate::browser::{base, is_hosted, tell_window};
use crate::hooks::{LabProps, SETTINGS, use_watch};
use crate::marks::{Icon, icon};
use crate::state::{Focus, Interest, Lab, Part, Session};
use yew::prelude::*;

/// What the bar gets.
#[derive(Clone, PartialEq, Properties)]
pub struct BarProps {
    /// The run.
    pub lab: Lab,
    /// What is looked at.
    pub focus: UseReducerHandle<Focus>,
    /// The lab has the page for itself.
    pub whole: bool,
    /// Somebody wants to predict; nothing where there is nothing to predict.
    pub on_predict: Option<Callback<()>>,
    /// Somebody wants to give a lecture; nothing where there is no room for one.
    pub on_lecture: Option<Callback<()>>,
    /// More to do with the run, where the lab has the page for itself.
    #[prop_or_default]
    pub children: Html,
}

/// The bar.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    use_watch(&props.lab, Interest::Run);
    let LabProps { lab, .. } = LabProps { lab: props.lab.clone(), focus: props.focus.clone() };
    let session = lab.session();
    let (can_undo, can_redo) = session.can_undo();
    let changed = session.is_changed();
    let predict = props.on_predict.as_ref().map(|on| on.reform(|_: MouseEvent| ()));
    html! {
        <header class="labbar">
            if props.whole {
                <a class="btn back" href={base()} aria-label="The book">
                    { icon(Icon::Left) }<span class="wx">{ " The book" }</span>
                </a>
            }
            <@{if props.whole { "h1" } else { "p" }} class="title">
                { &session.scenario().title }
            </@>
            if !lab.hides(Part::Stages) { { stages(&lab, &session) } }
            <span class="push"></span>
            <div class="acts" role="group" aria-label="Run">
                if let Some(onclick) = predict {
                    <button class="predict-open" {onclick}>{ "Predict" }</button>
                }
                if !lab.hides(Part::Undo) {
                    { button(&lab, "Undo", can_undo, Session::undo) }
                    { button(&lab, "Redo", can_redo, Session::redo) }
                    { button(&lab, "Reset", changed, |run| run.open_stage(run.stage())) }
                }
                if let Some(on_lecture) = &props.on_lecture {
                    <button class="w lecture-open" onclick={on_lecture.reform(|_: MouseEvent| ())}>
                        { "Lecture" }
                    </button>
                }
                { props.children.clone() }
                { kept(&lab, &session, props.whole) }
            </div>
        </header>
    }
}

/// The settings of a page that belongs to the lab; elsewhere, the way to such a page.
fn kept(lab: &Lab, session: &Session, whole: bool) -> Html {
    let elsewhere = is_hosted();
    if elsewhere || !whole {
        if base().is_empty() {
            return html! {};
        }
        return html! {
            <a class="btn w" href={whole_page(session)} target={elsewhere.then_some("_blank")}
                rel={elsewhere.then_some("noopener")}>{ "Full page" }</a>
        };
    }
    if lab.hides(Part::Settings) {
        return html! {};
    }
    html! {
        <>
            <Themes />
            <button class="choose" aria-haspopup="dialog" aria-label="Settings"
                onclick={|_: MouseEvent| tell_window(SETTINGS)}>
                { icon(Icon::Settings) }
            </button>
        </>
    }
}

/// The lab on a page of its own, as it stands.
fn whole_page(session: &Session) -> String {
    format!("{}play/{}/?stage={}", base(), session.scenario().id, session.stage() + 1)
}

fn stages(lab: &Lab, session: &Session) -> Html {
    let stage = |(place, stage): (usize, &engine::scenario::Stage)| {
        let here = place == session.stage();
        let lab = lab.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            lab.set_playing(false);
            lab.change(|session| session.open_stage(place));
        });
        html! {
            <li>
                <button aria-current={here.then_some("step")} title={stage.title.clone()} {onclick}>
                    <span class="n">{ place + 1 }</span>
                    <span class="sl">{ &stage.title }</span>
                </button>
            </li>
        }
    };
    html! {
        <ol class="stages" aria-label="Stages">
            { for session.scenario().stages.iter().enumerate().map(stage) }
        </ol>
    }
}

fn button(lab: &Lab, name: &'static str, can: bool, does: fn(&mut Session)) -> Html {
    let lab = lab.clone();
    let onclick = Callback::from(move |_: MouseEvent| lab.change(does));
    html! { <button class="w" data-does={name} disabled={!can} {onclick}>{ name }</button> }
}
