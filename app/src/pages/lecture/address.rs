//! Addresses of a lecture: its own, the speaker window's, and those for phones.
use crate::browser::{
    base, clock, number, origin, query, read_for_window, replace_run_query, write_for_window,
};
use crate::marks::QR_LONGEST;
use crate::state::lecture::{Lecture, Slide, Step, write_order};
use crate::state::{Opening, Session};
use engine::scenario::encode;

/// How long the name of a lecture may be.
const NAME: std::ops::RangeInclusive<usize> = 4..=24;

/// The name in the address, if it is one.
pub fn session_name() -> Option<String> {
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

/// Where this window keeps which lecture it has left.
const LEFT: &str = "lecture left";

/// For so long a lecture that was left can be taken up again, in milliseconds: a slip, a question
/// of the room. Later, the lab as it stands is what is wanted.
const LONGEST: f64 = 600_000.0;

/// Keeps which lecture is left, so that its lab can take it up again.
pub(super) fn keep_left(lecture: &Lecture, session: &str) {
    let id = &lecture.slide().scenario.id;
    let query = lecture_query(lecture, Some(session));
    write_for_window(LEFT, &format!("{} {id} {query}", clock()));
}

/// The address of the lecture that was left at a lab, if one was just now.
pub fn left_at(id: &str) -> Option<String> {
    let kept = read_for_window(LEFT)?;
    let (when, kept) = kept.split_once(' ')?;
    let age = clock() - number(when)?;
    let query = kept.strip_prefix(id)?.strip_prefix(" view=lecture").filter(|_| age < LONGEST)?;
    Some(format!("{}play/{id}/?view=lecture{query}", base()))
}

/// Keeps the lecture's own address.
pub(super) fn keep_address(lecture: &Lecture, session: &str) {
    replace_run_query(&lecture_query(lecture, Some(session)));
}

/// What students open on their phones: the question until it is answered, and then the state;
/// where that is too long for a code, the stage.
pub(super) fn for_students(lecture: &Lecture) -> String {
    let slide = lecture.slide();
    let page = format!("{}{}play/{}/", origin(), base(), slide.scenario.id);
    let stage = slide.number() + 1;
    if lecture.step() <= Step::Run {
        return format!("{page}?view=ask&stage={stage}");
    }
    let state = format!("{page}?run={}", code(&lecture.lab().session()));
    if state.len() <= QR_LONGEST { state } else { format!("{page}?stage={stage}") }
}

fn code(session: &Session) -> String {
    encode(&session.link())
}
