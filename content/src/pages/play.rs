//! The page of one lab: drawn by the program, told in words where there is none.
use super::frame::{Page, escape, header};
use engine::scenario::{Scenario, Stage};

/// The page.
pub(super) fn page(scenario: &Scenario) -> Page {
    let (id, title) = (&scenario.id, escape(&scenario.title));
    let stages: String = scenario.stages.iter().map(stage).collect();
    Page {
        kind: "play",
        path: format!("play/{id}/"),
        title: format!("{} · Lab", scenario.title),
        says: format!("Run it: {}", scenario.teaser),
        side: String::new(),
        text: format!(
            "<div data-slot=\"play\" data-id=\"{id}\"><div class=\"without\">{}<main class=\"page\" id=\"text\" \
             tabindex=\"-1\"><article class=\"prose\"><h1>{title}</h1><p>{}</p><p>This lab runs in \
             the browser and needs its scripts. What it shows, stage by stage:</p>{stages}\
             </article></main></div></div>",
            header("play"),
            escape(&scenario.description)
        ),
    }
}

fn stage(stage: &Stage) -> String {
    let [title, headline, reveal] =
        [&stage.title, &stage.headline, &stage.reveal].map(|text| escape(text));
    format!("<h2>{title}</h2><p>{headline}</p><p>{reveal}</p>")
}
