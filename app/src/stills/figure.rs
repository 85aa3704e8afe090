//! One figure: the stage of a lab, its timeline below it, and the sentence that tells of both.
use super::markup::{escape, of};
use crate::state::{Opening, Session};
use crate::widgets::{compass, flow, stage, timeline};
use crate::words::{seconds, situation};
use engine::kernel::Instant;
use engine::scenario::Scenario;
use std::rc::Rc;

/// The width of the largest arrangement, that of the widest figure in a chapter.
const WIDTH: f64 = 868.0;
/// Between the stage and its timeline.
const GAP: f64 = 14.0;

/// A figure for every stage of every scenario: the scenario's name, the stage counted from 0, and
/// the figure as HTML.
pub fn all<'a>(scenarios: impl IntoIterator<Item = &'a Scenario>) -> Vec<(String, usize, String)> {
    let figures = |scenario: &Scenario| {
        let scenario = Rc::new(scenario.clone());
        let figure = |stage| (scenario.id.clone(), stage, still(&scenario, stage));
        (0..scenario.stages.len()).map(figure).collect::<Vec<_>>()
    };
    scenarios.into_iter().flat_map(figures).collect()
}

/// The figure of one stage, played to its end as it is prepared: an SVG that refers to nothing
/// but [`super::defs`], and the sentence of the situation.
pub fn still(scenario: &Rc<Scenario>, stage: usize) -> String {
    let told = Told::new(scenario, stage);
    let (drawing, height) = told.drawing(WIDTH);
    let [title, about, says] =
        [&told.title, &scenario.description, &told.says].map(|text| escape(text));
    let id = format!("still-{}-{}", scenario.id, stage + 1);
    format!(
        "<svg class=\"figure\" viewBox=\"0 0 {WIDTH} {height}\" \
         width=\"{WIDTH}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\
         <title id=\"{id}-t\">{title}</title><desc id=\"{id}-d\">{about}</desc>{drawing}</svg>\
         <p class=\"figuresays\">{says}</p>"
    )
}

/// What stands where a diagram of a stage will be: the scenario's name, the stage counted from 0,
/// the name of the diagram as texts have it, and its HTML. There is none where nobody claims
/// anything.
pub fn diagrams<'a>(
    scenarios: impl IntoIterator<Item = &'a Scenario>,
) -> Vec<(String, usize, &'static str, String)> {
    let drawn = |scenario: &Scenario| {
        let scenario = Rc::new(scenario.clone());
        let of_stage = |stage| {
            let drawn = diagrams_of(&Told::new(&scenario, stage)).into_iter().flatten();
            let id = scenario.id.clone();
            drawn.map(move |(kind, html)| (id.clone(), stage, kind, html))
        };
        (0..scenario.stages.len()).flat_map(of_stage).collect::<Vec<_>>()
    };
    scenarios.into_iter().flat_map(drawn).collect()
}

fn diagrams_of(told: &Told) -> [Option<(&'static str, String)>; 2] {
    let at = &told.at;
    let compass = compass::still(&told.session).map(|(dial, says)| {
        let (dial, says) = (of(&dial), escape(&says));
        format!(
            "<div role=\"img\" aria-label=\"{says}\">{dial}</div>\
             <p class=\"figuresays\">At {at}: {says}</p>"
        )
    });
    let flow = flow::still(&told.session).map(|(table, says)| {
        format!("<p class=\"figuresays\">At {at}: {}</p>{}", escape(&says), of(&table))
    });
    [compass.map(|html| ("compass", html)), flow.map(|html| ("flow", html))]
}

/// A stage at its telling instant.
pub(super) struct Told {
    session: Session,
    at: String,
    /// What is seen, and when.
    pub(super) title: String,
    /// The situation, and when it is.
    pub(super) says: String,
}

impl Told {
    /// Plays a stage as it is prepared.
    pub(super) fn new(scenario: &Rc<Scenario>, stage: usize) -> Told {
        let mut session = Session::open(scenario.clone(), &Opening::Stage(stage));
        session.seek_telling();
        let at = seconds(session.now() - Instant(0), 2);
        let shown = scenario.stages.get(stage).map_or("", |stage| stage.title.as_str());
        let title = format!("{}: {shown}, at {at}", scenario.title);
        let says = format!("At {at}: {}", said(&session));
        Told { session, at, title, says }
    }

    /// The stage with its timeline below it, and how high they are.
    pub(super) fn drawing(&self, width: f64) -> (String, f64) {
        let (above, top) = stage::still(&self.session, width);
        let (below, height) = timeline::still(&self.session, width);
        let below_at = top + GAP;
        let below = format!("<g transform=\"translate(0 {below_at})\">{}</g>", of(&below));
        (of(&above) + &below, below_at + height)
    }
}

/// The situation in one line.
fn said(session: &Session) -> String {
    let say = situation(session);
    let sentences = [say.first, say.then, say.broken];
    let told = sentences.iter().filter(|sentence| !sentence.is_empty());
    told.map(String::as_str).collect::<Vec<_>>().join(" ")
}
