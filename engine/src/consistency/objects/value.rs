//! What a register or a key holds.
use std::fmt;
use std::sync::Arc;

/// A number, a text, or nothing yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Nothing was written yet.
    #[default]
    Absent,
    /// A whole number.
    Number(i64),
    /// A text.
    Text(Arc<str>),
}

const LETTERS_SHOWN: usize = 32;

impl Value {
    /// A text.
    pub fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    /// Its letters; none if absent.
    pub(super) fn letters(&self) -> String {
        match self {
            Value::Absent => String::new(),
            Value::Number(number) => number.to_string(),
            Value::Text(text) => text.to_string(),
        }
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Number(number)
    }
}

impl fmt::Display for Value {
    /// Numbers bare, texts in quotes; of a long text only the end, which tells it from others.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Absent => write!(f, "nothing"),
            Value::Number(number) => write!(f, "{number}"),
            Value::Text(text) => match text.char_indices().rev().nth(LETTERS_SHOWN - 1) {
                Some((start, _)) if start > 0 => write!(f, "\"…{}\"", &text[start..]),
                _ => write!(f, "\"{text}\""),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_show_their_end() {
        assert_eq!(Value::text("ab").to_string(), "\"ab\"");
        assert_eq!(Value::text(&"é".repeat(32)).to_string(), format!("\"{}\"", "é".repeat(32)));
        assert_eq!(Value::text(&"é".repeat(33)).to_string(), format!("\"…{}\"", "é".repeat(32)));
        assert_eq!(Value::Absent.to_string(), "nothing");
    }
}
