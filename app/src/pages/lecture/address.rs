//! Addresses of a lecture: its own, the speaker window's, and those for phones.
use crate::browser::{base, origin, query, replace_run_query};
use crate::marks::QR_LONGEST;
use crate::state::lecture::{Lecture, Slide, Step, write_order};
use crate::state::{Opening, Session};
use engine::scenario::encode;

/// How long the name of a lecture may be.
const NAME: std::ops::RangeInclusive<usize> = 4..=24;

/// The name in the address, if it is one.
pub(super) fn session_name() -> Option<String> {
    let name = query("session")?;
    let fits = NAME.contains(&name.len()) && name.bytes().all(|sign| sign.is_ascii_alphanumeric());
    fits.then_some(name)
}

/// The name of the channel of a lecture.
pub(super) fn channel_name(session: &str) -> String {
    format!("lecture {session}")
}

/// The address of the speaker window.
pub(super) fn notes_address(lecture: &Lecture, session: &str) -> String {
    let id = &lecture.slide().scenario.id;
    format!("{}{}play/{id}/?view=notes&session={session}", origin(), base())
}

/// Is it the scenario's own order, which needs no words in an address?
fn is_plain(lecture: &Lecture) -> bool {
    let slides = lecture.slides();
    let scenario = &slides[0].scenario;
    let own = slides.iter().enumerate();
    slides.len() == scenario.stages.len()
        && own.into_iter().all(|(n, slide)| slide.scenario.id == scenario.id && slide.number() == n)
}

/// The query under which a lecture is opened again as it stands.
pub(super) fn lecture_query(lecture: &Lecture, session: Option<&str>) -> String {
    let mut query = match &lecture.slide().prepared {
        Opening::Link(link) if is_plain(lecture) => format!("view=lecture&run={}", encode(link)),
        _ => format!("view=lecture&stage={}", lecture.at() + 1),
    };
    if !is_plain(lecture) {
        let order: Vec<_> = lecture.slides().iter().map(Slide::entry).collect();
        query += &format!("&order={}", write_order(&order));
    }
    if let Some(session) = session {
        query += &format!("&session={session}");
    }
    query
}

/// Keeps the lecture's own address.
pub(super) fn keep_address(lecture: &Lecture, session: &str) {
    replace_run_query(&lecture_query(lecture, Some(session)));
}

/// What students open on their phones: the question, and once it runs, the state; where that is
/// too long for a code, the stage.
pub(super) fn for_students(lecture: &Lecture) -> String {
    let slide = lecture.slide();
    let page = format!("{}{}play/{}/", origin(), base(), slide.scenario.id);
    let stage = slide.number() + 1;
    if lecture.step() <= Step::Question {
        return format!("{page}?view=ask&stage={stage}");
    }
    let state = format!("{page}?run={}", code(&lecture.lab().session()));
    if state.len() <= QR_LONGEST { state } else { format!("{page}?stage={stage}") }
}

fn code(session: &Session) -> String {
    encode(&session.link())
}
