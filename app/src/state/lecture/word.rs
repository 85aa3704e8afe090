//! What the windows of a lecture say to each other, as text; what does not fit is ignored.
use super::{Command, Entry, Hands, Step, parse_order, write_order};
use engine::kernel::Instant;

/// Before every message: which lecture it is of is said by the channel's name.
const MARK: &str = "lecture1";

/// No message is longer, in bytes.
const LONGEST: usize = 8_000;

/// How a lecture stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The slide, by its place.
    pub at: usize,
    /// How far it has come.
    pub step: Step,
    /// Is the screen black?
    pub black: bool,
    /// Does the run play?
    pub playing: bool,
    /// When the talk began, in milliseconds of the system's clock.
    pub since: f64,
    /// Where the playhead stands.
    pub now: Instant,
    /// The hands that were counted, slide by slide.
    pub hands: Vec<Hands>,
    /// The running order.
    pub order: Vec<Entry>,
}

/// A message.
#[derive(Clone, Debug, PartialEq)]
pub enum Word {
    /// How does it stand?
    Ask,
    /// It stands like this.
    Tell(Told),
    /// Do this.
    Do(Command),
    /// The room has left it.
    Left,
}

impl Word {
    /// As text.
    pub fn write(&self) -> String {
        match self {
            Word::Ask => format!("{MARK} ask"),
            Word::Left => format!("{MARK} left"),
            Word::Do(command) => format!("{MARK} do {}", command.name()),
            Word::Tell(told) => {
                let hands: Vec<String> = told.hands.iter().map(write_hands).collect();
                format!(
                    "{MARK} tell {} {} {} {} {} {} {} {}",
                    told.at,
                    told.step.name(),
                    u8::from(told.black),
                    u8::from(told.playing),
                    told.since as u64,
                    told.now.0,
                    hands.join("-"),
                    write_order(&told.order)
                )
            }
        }
    }

    /// From text.
    pub fn parse(text: &str) -> Option<Word> {
        if text.len() > LONGEST {
            return None;
        }
        let words: Vec<&str> = text.split(' ').collect();
        match words[..] {
            [MARK, "ask"] => Some(Word::Ask),
            [MARK, "left"] => Some(Word::Left),
            [MARK, "do", name] => Command::named(name).map(Word::Do),
            [MARK, "tell", at, step, black, playing, since, now, hands, order] => {
                let hands = hands.split('-').map(parse_hands).collect::<Option<Vec<Hands>>>()?;
                let (order, odd) = parse_order(order);
                let at = at.parse().ok().filter(|at| *at < order.len() && odd.is_none())?;
                if hands.len() != order.len() {
                    return None;
                }
                Some(Word::Tell(Told {
                    at,
                    step: Step::ALL.into_iter().find(|known| known.name() == step)?,
                    black: flag(black)?,
                    playing: flag(playing)?,
                    since: since.parse::<u64>().ok()? as f64,
                    now: Instant(now.parse().ok()?),
                    hands,
                    order,
                }))
            }
            _ => None,
        }
    }
}

fn write_hands(hands: &Hands) -> String {
    hands.iter().map(u16::to_string).collect::<Vec<_>>().join(".")
}

fn parse_hands(text: &str) -> Option<Hands> {
    let counts = text.split('.').filter(|count| !count.is_empty());
    counts.map(|count| count.parse().ok()).collect()
}

fn flag(word: &str) -> Option<bool> {
    match word {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}
