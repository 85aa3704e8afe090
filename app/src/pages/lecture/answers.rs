//! The question, its choices with the hands that were raised, and what turned out.
use super::talk::Talk;
use crate::browser::value_of;
use crate::marks::{Icon, icon};
use crate::state::lecture::{Command, Lecture, Step};
use engine::scenario::Choice;
use yew::prelude::*;

/// The letter of a choice.
pub(super) fn letter(place: usize) -> char {
    char::from(b'A' + (place as u8).min(25))
}

/// The question; it is set smaller where it is long.
pub(super) fn question(text: &str) -> Html {
    html! { <p class={classes!("q", (text.len() > 100).then_some("long"))}>{ text }</p> }
}

/// The choices, with a field for the hands of each; the one that is being counted is marked.
pub(super) fn answers((talk, counted): (&Talk, Option<usize>), lecture: &Lecture) -> Html {
    let told = lecture.step() == Step::Reveal;
    let most = lecture.hands().iter().copied().max().unwrap_or_default().max(1);
    let raised: u16 = lecture.hands().iter().sum();
    let one = |(place, choice): (usize, &Choice)| {
        let hands = lecture.hands().get(place).copied().unwrap_or_default();
        let talk = talk.clone();
        // Each digit counts at once: whoever draws anew in between takes nothing back.
        let oninput = Callback::from(move |event: InputEvent| {
            let text = value_of(&event);
            let text = if text.trim().is_empty() { "0" } else { text.trim() };
            // Whatever is no number leaves the count as it is.
            let Ok(wanted) = text.parse::<u16>() else {
                return talk.tell();
            };
            talk.take(Command::Raise(place, wanted.min(999) as i16 - hands as i16));
        });
        let right = told && choice.right;
        let last = !told && counted == Some(place);
        let class = classes!(right.then_some("is"), last.then_some("counted"));
        let width = format!("{}", 100 * u32::from(hands) / u32::from(most));
        html! {
            <li {class}>
                <b class="letter">{ letter(place) }</b>
                <span>
                    if right {
                        <b class="tick">
                            { icon(Icon::Tick) }<span class="vh">{ "Right: " }</span>
                        </b>
                    }
                    { &choice.text }
                </span>
                if !told || raised > 0 {
                    <input class="hands" inputmode="numeric" value={hands.to_string()}
                        aria-label={format!("Hands for {}", letter(place))} {oninput} />
                }
                if raised > 0 {
                    <svg class="raised" viewBox="0 0 100 1" preserveAspectRatio="none"
                        aria-hidden="true">
                        <rect {width} height="1" />
                    </svg>
                }
            </li>
        }
    };
    let choices = lecture.slide().stage().choices.iter().enumerate().map(one);
    html! { <ol class="ans">{ for choices }</ol> }
}

/// The hands that were counted, while the run answers.
pub(super) fn tally(lecture: &Lecture) -> Html {
    let raised = lecture.hands().iter().enumerate();
    let told: Vec<String> = raised.map(|(place, n)| format!("{} {n}", letter(place))).collect();
    if lecture.hands().iter().all(|n| *n == 0) {
        return html! {};
    }
    html! { <p class="tally">{ "Hands: " }{ told.join(" · ") }</p> }
}

/// What it showed; it is set smaller where it is long.
pub(super) fn reveal(text: &str) -> Html {
    let size = match text.len() {
        0..=280 => "",
        281..=400 => "long",
        _ => "longer",
    };
    html! { <p class={classes!("shows", size)}>{ text }</p> }
}
