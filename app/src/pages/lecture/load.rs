//! From names to slides: fetches the scenarios of a running order.
use crate::browser;
use crate::state::Opening;
use crate::state::lecture::{Entry, Slide, skipped};
use engine::scenario::Scenario;
use std::rc::Rc;

/// All stages of a scenario; the one of a link as the link has it. And which comes first.
pub(super) fn all_stages(scenario: &Rc<Scenario>, opening: &Opening) -> (Vec<Slide>, usize) {
    let first = Slide { scenario: scenario.clone(), prepared: opening.clone() };
    let here = first.number();
    let of = |stage| Slide { scenario: scenario.clone(), prepared: Opening::Stage(stage) };
    let mut slides: Vec<Slide> = (0..scenario.stages.len()).map(of).collect();
    if let Some(slide) = slides.get_mut(here) {
        *slide = first;
    }
    (slides, here)
}

/// The slides of an order; unknown scenarios and stages are skipped, and one sentence says so.
pub(super) async fn slides(order: &[Entry]) -> (Vec<Slide>, Option<String>) {
    let mut known: Vec<(String, Option<Rc<Scenario>>)> = Vec::new();
    let (mut slides, mut unknown) = (Vec::new(), Vec::new());
    for entry in order {
        if !known.iter().any(|(id, _)| *id == entry.scenario) {
            let found = browser::scenario(&entry.scenario).await.ok();
            known.push((entry.scenario.clone(), found));
        }
        let found = known.iter().find(|(id, _)| *id == entry.scenario);
        let scenario = found.and_then(|(_, scenario)| scenario.clone());
        let before = slides.len();
        if let Some(scenario) = scenario {
            slides.extend(entry.places(scenario.stages.len()).map(|place| Slide {
                scenario: scenario.clone(),
                prepared: Opening::Stage(place),
            }));
        }
        if slides.len() == before {
            unknown.push(entry.clone());
        }
    }
    (slides, skipped(&unknown))
}
