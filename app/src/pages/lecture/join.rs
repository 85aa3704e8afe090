//! How students come along: a code, and the address in letters.
use super::address::for_students;
use crate::marks::qr;
use crate::state::lecture::{Lecture, Step};
use yew::prelude::*;

/// The code of the present state, and what it is for.
pub(super) fn join(lecture: &Lecture) -> Html {
    let address = for_students(lecture);
    let asks = lecture.step() <= Step::Run;
    let says = match asks {
        true => "Answer on your phone",
        false if address.contains("?run=") => {
            "Scan for exactly this state. Typed, this opens the lab:"
        }
        false => "This stage",
    };
    let short = address.split_once("//").map_or(&*address, |(_, rest)| rest);
    // A state's own code says nothing to a reader.
    let short = short.split_once("run=").map_or(short, |(page, _)| page);
    let short = short.trim_end_matches('?').to_owned();
    html! {
        <aside class="join" aria-label="For students">
            <p>{ says }<b>{ short }</b></p>
            { qr(&address, says) }
        </aside>
    }
}
