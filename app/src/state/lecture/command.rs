//! What a presenter can want, by key, by button, or from the speaker window.
use super::MOST;

/// One wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// One step on.
    Next,
    /// One step back.
    Back,
    /// A black screen, or no longer one.
    Black,
    /// Plays, or stands still.
    Play,
    /// Takes the last wish back.
    Undo,
    /// The slide as it is prepared.
    Reset,
    /// The talk begins now.
    Restart,
    /// To a slide, by its place.
    Jump(usize),
    /// So many more hands, or fewer, for a choice.
    Raise(usize, i16),
}

/// Those that other windows may send.
const SENT: [(&str, Command); 7] = [
    ("next", Command::Next),
    ("back", Command::Back),
    ("black", Command::Black),
    ("play", Command::Play),
    ("undo", Command::Undo),
    ("reset", Command::Reset),
    ("restart", Command::Restart),
];

impl Command {
    /// In a message; hands are counted at the lecture itself.
    pub fn name(self) -> String {
        let plain = SENT.iter().find(|(_, command)| *command == self);
        match (self, plain) {
            (Command::Jump(slide), _) => format!("jump{slide}"),
            (_, Some((name, _))) => (*name).into(),
            _ => String::new(),
        }
    }

    /// From a message.
    pub fn named(name: &str) -> Option<Command> {
        if let Some(slide) = name.strip_prefix("jump") {
            return slide.parse().ok().filter(|slide| *slide < MOST).map(Command::Jump);
        }
        SENT.iter().find(|(known, _)| *known == name).map(|(_, command)| *command)
    }
}
