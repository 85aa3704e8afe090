//! The lines that put the run on another page.
use crate::browser::{base, origin};
use crate::controls::Lines;
use crate::state::{Lab, Opening};
use crate::widgets::embedding::element;
use engine::scenario::encode;
use yew::prelude::*;

/// The part of the dialog.
pub(super) fn part(lab: &Lab) -> Html {
    let session = lab.session();
    let (scenario, stage) = (session.scenario(), session.stage());
    let shown = scenario.stages.get(stage).map_or("", |stage| stage.title.as_str());
    let run = match session.opening() {
        Opening::Stage(_) => String::new(),
        Opening::Link(link) => encode(&link),
    };
    let labelled = (&*scenario.id, stage + 1, &*scenario.title, shown);
    let text = element(&(origin() + &base()), labelled, &[("run", &run)]);
    html! {
        <div class="embedpart">
            <Lines title="For any page" {text} rows={8} />
            <p class="i2">
                { "Nothing but a picture is loaded until a reader starts the lab. " }
                <a href={base() + "embed/guide/"}>{ "How labs stand on other pages" }</a>
            </p>
        </div>
    }
}
