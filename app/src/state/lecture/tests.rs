//! Every wish from every step, undone; a reset is exact; hostile messages and orders are ignored.
use super::*;
use crate::state::sample;
use engine::faults::Fault;
use engine::scenario::{Run, encode};

fn lecture() -> Lecture {
    let scenario = sample(0).scenario().clone();
    let slide = |stage| Slide { scenario: scenario.clone(), prepared: Opening::Stage(stage) };
    Lecture::new((0..3).map(slide).collect(), 0, 0.0).expect("there are slides")
}

/// At a slide and a step, come there by going on.
fn lecture_at(at: usize, step: Step) -> Lecture {
    let mut lecture = lecture();
    while (lecture.at(), lecture.step()) != (at, step) {
        lecture.take(Command::Next, 0.0);
    }
    lecture
}

fn code(lecture: &Lecture) -> String {
    encode(&lecture.lab().session().link())
}

type State = (usize, Step, Vec<Hands>, Run, Instant);

fn state(lecture: &Lecture) -> State {
    let session = lecture.lab().session();
    (lecture.at, lecture.step, lecture.hands.clone(), session.run(), session.now())
}

fn strike(lecture: &Lecture) {
    let session = sample(0);
    let fault: Fault = session.run().script.acts()[2].fault;
    lecture.lab().change(|session| session.act(&[fault]));
}

#[test]
fn every_wish_from_every_step_can_be_undone() {
    use Command::{Back, Jump, Next, Raise, Reset};
    for at in 0..3 {
        for step in Step::ALL {
            for wish in [Next, Back, Reset, Jump(2), Jump(7), Raise(1, 3), Raise(9, 1)] {
                let mut lecture = lecture_at(at, step);
                lecture.lab().set_playing(false);
                let before = (state(&lecture), lecture.before.len());
                lecture.take(wish, 0.0);
                if lecture.before.len() > before.1 {
                    lecture.take(Command::Undo, 0.0);
                }
                assert_eq!(state(&lecture), before.0, "{wish:?} at {at}, {step:?}");
            }
        }
    }
}

#[test]
fn what_was_struck_is_undone_before_the_wish() {
    let mut lecture = lecture_at(1, Step::Run);
    lecture.lab().set_playing(false);
    let before = code(&lecture);
    strike(&lecture);
    let struck = code(&lecture);
    lecture.take(Command::Jump(2), 0.0);
    lecture.take(Command::Undo, 0.0);
    assert_eq!((lecture.at(), code(&lecture)), (1, struck), "the slide is back, still struck");
    lecture.changes = 0;
    lecture.take(Command::Undo, 0.0);
    assert_eq!(code(&lecture), before);
}

#[test]
fn a_reset_is_exact() {
    for at in 0..3 {
        let fresh = code(&lecture_at(at, Step::Headline));
        for step in Step::ALL {
            let mut lecture = lecture_at(at, step);
            lecture.lab().set_playing(true);
            lecture.pass(3.0);
            strike(&lecture);
            assert_ne!(code(&lecture), fresh);
            lecture.take(Command::Reset, 0.0);
            assert_eq!(code(&lecture), fresh);
            assert!(!lecture.lab().is_playing());
        }
    }
}

#[test]
fn the_run_stops_where_it_is_to_be_looked_at() {
    let mut lecture = lecture_at(1, Step::Run);
    assert!(lecture.lab().is_playing());
    let look = lecture.slide().stage().look;
    lecture.lab().set_pace(1_000.0);
    lecture.pass(60.0);
    assert_eq!((lecture.lab().session().now(), lecture.lab().is_playing()), (look, false));
    lecture.take(Command::Play, 0.0);
    assert!(lecture.lab().is_playing(), "the presenter may go on");
}

#[test]
fn a_talk_ends_at_its_last_slide_and_black_hides_nothing_for_ever() {
    let mut lecture = lecture_at(2, Step::Reveal);
    lecture.take(Command::Next, 0.0);
    assert_eq!((lecture.at(), lecture.step()), (2, Step::Reveal));
    lecture.take(Command::Black, 0.0);
    assert!(lecture.is_black());
    lecture.take(Command::Black, 0.0);
    lecture.take(Command::Restart, 77.0);
    assert_eq!((lecture.is_black(), lecture.since()), (false, 77.0));
}

#[test]
fn messages_are_read_back_and_hostile_ones_are_ignored() {
    let mut lecture = lecture_at(1, Step::Question);
    lecture.take(Command::Raise(2, 12), 0.0);
    let told = lecture.told();
    let words = [Word::Ask, Word::Tell(told.clone()), Word::Do(Command::Jump(3))];
    for word in words {
        assert_eq!(Word::parse(&word.write()), Some(word));
    }
    let mut again = lecture_at(1, Step::Headline);
    again.take_up(&told);
    assert_eq!(again.told(), told);
    let few = Told { hands: told.hands[1..].to_vec(), ..told.clone() };
    assert_eq!(Word::parse(&Word::Tell(few).write()), None, "hands of other slides");
    let whole = Word::Tell(told).write();
    for hostile in ["", "lecture1", "lecture1 do", "lecture1 do raise", "lecture1 do jump99999"] {
        assert_eq!(Word::parse(hostile), None, "{hostile}");
    }
    assert_eq!(Word::parse(&whole.replace("tell 1", "tell 9")), None);
    assert_eq!(Word::parse(&whole.replace("question", "<b>")), None);
    assert_eq!(Word::parse(&format!("{whole}{}", "x".repeat(9_000))), None);
}

#[test]
fn counts_of_all_slides_outlast_a_reload_and_another_order() {
    let mut lecture = lecture_at(0, Step::Question);
    lecture.take(Command::Raise(1, 5), 0.0);
    while lecture.at() == 0 {
        lecture.take(Command::Next, 0.0);
    }
    let Some(Word::Tell(kept)) = Word::parse(&Word::Tell(lecture.told()).write()) else {
        panic!("it is not read back");
    };
    let mut again = lecture_at(1, Step::Headline);
    again.take_up(&kept);
    assert_eq!(again.hands, lecture.hands);
    assert_eq!(again.hands[0][1], 5);
    let turned: Vec<Slide> = again.slides().iter().rev().cloned().collect();
    again.set_slides(turned);
    assert_eq!((again.at(), again.hands[2][1], again.hands[0][1]), (1, 5, 0));
}

#[test]
fn back_over_the_border_leads_to_the_end_of_the_slide_before() {
    let mut lecture = lecture_at(1, Step::Reveal);
    let (step, seen) = (lecture.step(), code(&lecture));
    lecture.take(Command::Next, 0.0);
    assert_eq!((lecture.at(), lecture.step()), (2, Step::Headline));
    lecture.take(Command::Back, 0.0);
    assert_eq!((lecture.at(), lecture.step(), code(&lecture)), (1, step, seen));
}

#[test]
fn orders_are_read_back_and_strange_entries_are_said() {
    let text = "ch03-raft-lease-read:1,ch01-cap-partition";
    let (order, odd) = parse_order(text);
    assert_eq!((write_order(&order), odd), (text.to_owned(), None));
    for hostile in ["a:0", "a:b", "<script>", "a:1:2", ":1", "a:-1", "a b:1"] {
        let (order, odd) = parse_order(&format!("{hostile},ok:2"));
        assert_eq!((order.len(), odd.is_some()), (1, true), "{hostile}");
    }
    assert_eq!(parse_order(&"a:1,".repeat(500)).0.len(), MOST);
}
