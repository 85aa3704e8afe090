//! What befell the run: one flag for each act, with a band for as long as it lasts.
use super::scale::Scale;
use crate::marks::{pen, text_width};
use crate::state::Session;
use crate::words::{band, fault_sentence, seconds};
use engine::faults::{Fault, FaultKind};
use engine::kernel::Instant;
use yew::prelude::*;

/// How far apart two lines of flags are.
const LINE: f64 = 17.0;

/// A flag, placed.
pub(super) struct Flag {
    /// The place of its act in the script.
    pub act: usize,
    fault: Fault,
    at: Instant,
    until: Option<Instant>,
    line: usize,
    text: String,
    /// Its words stand on its left.
    flipped: bool,
    exaggerated: bool,
}

/// All flags of a script, on as few lines as they need.
pub(super) fn flags(session: &Session, scale: &Scale) -> Vec<Flag> {
    let acts = session.line().script().acts();
    let cast = &session.scenario().cast;
    let mut ends: Vec<f64> = Vec::new();
    let place = |(act, found): (usize, &engine::timeline::Act)| {
        let (until, at) = (ended(acts, act), scale.x(found.at));
        let text = fitting(band(cast, &found.fault), at.max(scale.right + 14.0 - at));
        let wide = wide(&text);
        // Where there is no room on its right, its words stand on its left.
        let flipped = at + wide > scale.right + 14.0 && at > wide;
        let (from, to) = if flipped { (at - wide, at + 14.0) } else { (at - 6.0, at + wide) };
        let to = until.map_or(to, |until| to.max(scale.x(until)));
        let line = ends.iter().position(|end| *end <= from).unwrap_or(ends.len());
        match ends.get_mut(line) {
            Some(end) => *end = to,
            None => ends.push(to),
        }
        let exaggerated = found.fault.is_exaggerated();
        Flag { act, fault: found.fault, at: found.at, until, line, text, flipped, exaggerated }
    };
    acts.iter().enumerate().map(place).collect()
}

/// How much room the words of a flag take beside it.
fn wide(text: &str) -> f64 {
    text_width(text, 125, false) * 1.05 + 20.0
}

/// The words of a flag; the first alone where there is no room for all on either side.
fn fitting(text: String, room: f64) -> String {
    match text.split_once([' ', ':']) {
        Some((first, _)) if wide(&text) > room => format!("{first} …"),
        _ => text,
    }
}

/// When what an act began is undone by a later one.
fn ended(acts: &[engine::timeline::Act], act: usize) -> Option<Instant> {
    let begun = acts[act];
    let undone = begun.fault.undone()?;
    let heals = |fault: &Fault| {
        let again = fault.kind == begun.fault.kind && fault.target == begun.fault.target;
        let healed = fault.kind == undone.kind && fault.target == undone.target;
        let all = fault.kind == FaultKind::Heal && fault.target == engine::faults::Target::All;
        healed || again || all && begun.fault.target.cut().is_some()
    };
    acts[act + 1..].iter().find(|later| heals(&later.fault)).map(|later| later.at)
}

/// How high all flags are together.
pub(super) fn height(flags: &[Flag]) -> f64 {
    flags.iter().map(|flag| flag.line + 1).max().unwrap_or_default() as f64 * LINE
}

/// Draws the flags; each is a button that opens the menu of its act, and can be dragged, unless
/// they are fixed.
pub(super) fn view(
    session: &Session,
    scale: &Scale,
    flags: &[Flag],
    (top, fixed): (f64, bool),
) -> Html {
    let cast = &session.scenario().cast;
    let flag = |flag: &Flag| {
        let (x, y) = (scale.x(flag.at), top + flag.line as f64 * LINE);
        let lasts = flag.fault.undone().is_some();
        let until = flag.until.map_or(scale.right, |until| scale.x(until));
        let class = if flag.fault.target.cut().is_some() { "band bnd-s" } else { "band thr-s" };
        let at = seconds(flag.at - Instant(0), 3);
        let text = if flag.exaggerated { format!("{}*", flag.text) } else { flag.text.clone() };
        let wide = text_width(&flag.text, 125, false) + 26.0;
        let (words, anchor, grab) = match flag.flipped {
            true => (x - 6.0, "end", x + 12.0 - wide),
            false => (x + 14.0, "start", x - 8.0),
        };
        let label = format!("{text}, at {at}: {}", fault_sentence(cast, &flag.fault));
        html! {
            <g class="flag" role={if fixed { "img" } else { "button" }} aria-label={label}
                tabindex={(!fixed).then_some("0")} aria-haspopup={(!fixed).then_some("dialog")}
                key={format!("{}-{}", flag.act, flag.at.0)}
                data-act={(!fixed).then(|| flag.act.to_string())}>
                if lasts {
                    { pen::path(pen::trace("M# #H#", &[x, y + 14.5, until]), class) }
                }
                { pen::path(pen::trace("M# #v15", &[x, y]), class) }
                <path transform={pen::trace("translate(# #)", &[x - 1.0, y + 0.5])}
                    d="M8 .5L3 8H6.6L5.7 13.5L10.9 5.7H7.4Z" class="thr-f" />
                { pen::text((words, y + 11.0), anchor, "tx s halo", text) }
                { pen::rect((grab, y - 2.0), (wide, 19.0), "grab") }
            </g>
        }
    };
    html! { <g class="flags">{ for flags.iter().map(flag) }</g> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_fit_on_neither_side_give_way_to_the_first() {
        let text = "healed n1 n2 B | n3 n4 n5 A C";
        assert_eq!(fitting(text.into(), 400.0), text);
        assert_eq!(fitting(text.into(), 120.0), "healed …");
        assert_eq!(fitting("crash".into(), 10.0), "crash");
    }
}
