//! The page of one lab: drawn by the script, told in words where there is none.
use super::shell::{Shell, escape};
use engine::scenario::Scenario;

/// The page.
pub(super) fn page(shell: &Shell<'_>, scenario: &Scenario) -> String {
    let stages: String = scenario.stages.iter().map(stage).collect();
    let body = format!(
        "<noscript>{}<main class=\"page\" id=\"text\"><article class=\"prose\"><h1>{}</h1>\
         <p>{}</p><p>This lab runs in the browser and needs its scripts. What it shows, stage by \
         stage:</p>{stages}</article></main></noscript>",
        shell.header(),
        escape(&scenario.title),
        escape(&scenario.description)
    );
    shell.page(&scenario.title, &scenario.teaser, &body)
}

fn stage(stage: &engine::scenario::Stage) -> String {
    let [title, headline, reveal] =
        [&stage.title, &stage.headline, &stage.reveal].map(|text| escape(text));
    format!("<h2>{title}</h2><p>{headline}</p><p>{reveal}</p>")
}
