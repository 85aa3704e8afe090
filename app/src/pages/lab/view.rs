//! The arrangement of a lab.
use crate::browser::Frames;
use crate::hooks::use_watch;
use crate::marks::Defs;
use crate::state::{Focus, Interest, Lab, MenuRequest, Opening, Session};
use crate::widgets::stage::Stage;
use engine::scenario::Scenario;
use std::rc::Rc;
use yew::prelude::*;

/// What a lab gets.
#[derive(Clone, PartialEq, Properties)]
pub struct LabViewProps {
    /// What is played.
    #[prop_or_default]
    pub whole: bool,
    /// The scenario.
    pub scenario: Shared,
    /// Where it begins.
    pub opening: Opening,
    /// What could not be understood.
    #[prop_or_default]
    pub notice: Option<String>,
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

/// A lab.
#[component]
pub fn LabView(props: &LabViewProps) -> Html {
    let lab = {
        let props = props.clone();
        use_memo((), move |()| Lab::new(Session::open(props.scenario.0.clone(), &props.opening)))
    };
    let focus = use_reducer(Focus::default);
    use_watch(&lab, Interest::Run);
    let frames = use_mut_ref(|| None::<Frames>);
    {
        let lab = (*lab).clone();
        let playing = lab.is_playing();
        use_effect_with(playing, move |playing| {
            *frames.borrow_mut() = playing.then(|| Frames::start(move |passed| lab.pass(passed)));
        });
    }
    let toggle = {
        let lab = (*lab).clone();
        Callback::from(move |_: MouseEvent| lab.set_playing(!lab.is_playing()))
    };
    let _ = &focus;
    let on_menu = Callback::from(|_: MenuRequest| ());
    html! {
        <main class="lab full">
            <Defs />
            <h1 class="title">{ &props.scenario.0.title }</h1>
            <Stage lab={(*lab).clone()} width=868.0 {on_menu} />
            <button onclick={toggle}>{ if lab.is_playing() { "Pause" } else { "Play" } }</button>
        </main>
    }
}
