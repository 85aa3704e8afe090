//! The keys of a lecture, those of presenters' remotes among them.
use crate::browser::{Event, Key, at};
use crate::hooks::settings;
use crate::state::Setting;
use crate::state::lecture::Command;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// Something of the lecture.
    Do(Command),
    /// The whole screen, or no longer.
    FullScreen,
    /// The speaker window.
    Notes,
    /// A dot that follows the mouse.
    Pointer,
    /// The time that has passed.
    Timer,
    /// A hand for a choice.
    Raise(usize),
    /// So many hands more for the choice that had the last one.
    Again(i16),
    /// A digit: of the hands that are being counted, or a stage.
    Digit(usize),
    /// The keys go from a field back to the lecture.
    Return,
    /// Nothing: the key is of no use where it was pressed.
    Nothing,
    /// The keys.
    Help,
    /// The running order.
    Order,
    /// The code, large.
    Code,
    /// Leave what is open, then the lecture.
    Leave,
}

/// What a key asks for, unless it belongs to what has the focus: a field, a dialog, a button.
/// Where nothing else is typed into, a remote goes on.
pub(super) fn wish_of(event: &Event) -> Option<Wish> {
    let key = Key::pressed(event);
    if at(event, COUNT).is_some() {
        return of_count(key);
    }
    let held = match key {
        Key::PageDown | Key::PageUp => "select, textarea",
        Key::Space => "input, select, textarea, dialog, button, a",
        _ => "input, select, textarea, dialog",
    };
    if at(event, held).is_some() {
        return None;
    }
    of_remote(key).or_else(|| of_sign(key).filter(|_| settings().0.is_on(Setting::Keys)))
}

/// The fields in which hands are counted.
pub(super) const COUNT: &str = ".lecture .hands";

/// In a field that counts: digits are typed, a remote goes on, and no letter is written.
fn of_count(key: Key) -> Option<Wish> {
    match key {
        Key::PageDown | Key::PageUp | Key::F5 | Key::Sign('.') => of_remote(key),
        Key::Sign('b') => Some(Wish::Do(Command::Black)),
        Key::Enter | Key::Escape => Some(Wish::Return),
        Key::Sign(sign) if sign.is_ascii_digit() => None,
        Key::Sign(_) | Key::Space => Some(Wish::Nothing),
        _ => None,
    }
}

/// Those that everybody may press: remotes send them.
fn of_remote(key: Key) -> Option<Wish> {
    Some(match key {
        Key::PageDown | Key::Right => Wish::Do(Command::Next),
        Key::PageUp | Key::Left => Wish::Do(Command::Back),
        Key::Space => Wish::Do(Command::Play),
        Key::F5 => Wish::FullScreen,
        Key::Escape => Wish::Leave,
        // A remote has it, and cannot be told of settings.
        Key::Sign('.') => Wish::Do(Command::Black),
        _ => return None,
    })
}

/// Those of single letters, which a reader may have switched off.
fn of_sign(key: Key) -> Option<Wish> {
    let Key::Sign(sign) = key else { return None };
    Some(match sign {
        'b' => Wish::Do(Command::Black),
        'u' => Wish::Do(Command::Undo),
        'r' => Wish::Do(Command::Reset),
        'T' => Wish::Do(Command::Restart),
        '0'..='9' => Wish::Digit(sign as usize - '0' as usize),
        'A'..='D' => Wish::Raise(sign as usize - 'A' as usize),
        '+' => Wish::Again(1),
        '-' => Wish::Again(-1),
        'f' => Wish::FullScreen,
        's' => Wish::Notes,
        'p' => Wish::Pointer,
        't' => Wish::Timer,
        '?' => Wish::Help,
        'g' | 'o' => Wish::Order,
        'q' => Wish::Code,
        _ => return None,
    })
}

/// Their names and what they do, as the lecture tells them.
pub(super) const KEYS: [(&str, &str); 15] = [
    ("Page down, →", "one step on"),
    ("Page up, ←", "one step back"),
    ("Space", "play, or stand still"),
    (". or b", "black; any key wakes"),
    ("1 to 9", "to that stage"),
    ("g or o", "all stages: go, add, move, save"),
    ("u", "undo"),
    ("r", "reset the stage"),
    ("Shift and A to D", "a hand for a choice; then + − or a number"),
    ("s", "speaker window"),
    ("q", "the code, large"),
    ("p", "pointer"),
    ("t, T", "timer; start it again"),
    ("F5 or f", "full screen"),
    ("Esc twice", "leave"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remote_needs_no_letters() {
        let keys = [Key::PageDown, Key::PageUp, Key::Sign('.'), Key::F5, Key::Escape, Key::Space];
        assert!(keys.into_iter().all(|key| of_remote(key).is_some()));
        assert_eq!(of_remote(Key::Sign('b')), None);
        assert_eq!(of_sign(Key::Sign('3')), Some(Wish::Digit(3)));
    }

    #[test]
    fn a_field_takes_digits_and_leaves_a_remote_what_it_sends() {
        assert_eq!(of_count(Key::Sign('7')), None);
        assert_eq!(of_count(Key::Right), None);
        assert_eq!(of_count(Key::Sign('x')), Some(Wish::Nothing));
        assert_eq!(of_count(Key::Sign('b')), Some(Wish::Do(Command::Black)));
        assert_eq!(of_count(Key::PageDown), Some(Wish::Do(Command::Next)));
        assert_eq!(of_count(Key::Escape), Some(Wish::Return));
    }
}
