//! Which sections a reader has read, and which of their passes, as it is stored.
use super::answers::is_slug;
use super::settings::strange;

/// The passes of a section.
const PASSES: [&str; 3] = ["intuition", "understanding", "mastery"];

/// Sections "K-3.2" and passes "K-3.2/intuition" whose end was reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read(Vec<String>);

/// Nobody reads faster than four times as fast as most do: so many words in a second.
const FASTEST: f64 = 4.0 * 250.0 / 60.0;

/// Who had some words before the eyes for so many seconds: can they have been read?
pub fn is_enough(seconds: u32, words: usize) -> bool {
    let words = u32::try_from(words).unwrap_or(u32::MAX);
    f64::from(seconds) * FASTEST >= f64::from(words)
}

/// How far a section has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Not at all.
    None,
    /// A pass of it.
    Begun,
    /// To its end.
    Whole,
}

impl Read {
    /// Under which name it is kept.
    pub const NAME: &str = "read";

    /// Reads "K-3.2 K-1.2/intuition", and says what could not be read.
    pub fn parse(text: &str) -> (Read, Option<String>) {
        let (mut read, mut odd) = (Read::default(), None);
        for word in text.split_whitespace() {
            let (item, pass) = word.split_once('/').unwrap_or((word, PASSES[0]));
            match is_item(item) && PASSES.contains(&pass) {
                true => drop(read.add(word)),
                false => odd = Some(strange("section", word)),
            }
        }
        (read, odd)
    }

    /// Writes it so that [`Read::parse`] reads it back.
    pub fn write(&self) -> String {
        self.0.join(" ")
    }

    /// The end of a section or a pass was reached. Is that new?
    pub fn add(&mut self, word: &str) -> bool {
        let new = !self.0.iter().any(|known| known == word);
        if new {
            self.0.push(word.to_owned());
        }
        new
    }

    /// How far a section has been read.
    pub fn of(&self, item: &str) -> Progress {
        let whole = self.0.iter().any(|known| known == item);
        let inside = |known: &String| known.split_once('/').is_some_and(|(of, _)| of == item);
        match whole {
            true => Progress::Whole,
            false if self.0.iter().any(inside) => Progress::Begun,
            false => Progress::None,
        }
    }
}

/// "K-3.2".
fn is_item(word: &str) -> bool {
    let number = word.strip_prefix("K-").and_then(|rest| rest.split_once('.'));
    number.is_some_and(|(chapter, section)| is_slug(chapter) && is_slug(section))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_is_read_back() {
        let mut read = Read::default();
        assert!(read.add("K-3.2/intuition") && read.add("K-3.1"));
        assert!(!read.add("K-3.1"));
        assert_eq!(Read::parse(&read.write()), (read.clone(), None));
        let found = ["K-3.1", "K-3.2", "K-3.3"].map(|item| read.of(item));
        assert_eq!(found, [Progress::Whole, Progress::Begun, Progress::None]);
    }

    #[test]
    fn a_glance_is_not_reading() {
        // A thousand words take four minutes; nobody needs less than one.
        assert!(!is_enough(0, 1_000) && !is_enough(59, 1_000));
        assert!(is_enough(60, 1_000) && is_enough(240, 1_000));
        assert!(!is_enough(0, 1) && is_enough(1, 1) && is_enough(0, 0));
        assert!(!is_enough(u32::MAX / 100, usize::MAX));
    }

    #[test]
    fn what_is_spoilt_is_said_and_left_out() {
        let (read, odd) = Read::parse("K-3.2 K-3 K-1.2/depth K-1.<b> <script> K-1.2/mastery");
        assert_eq!(read.write(), "K-3.2 K-1.2/mastery");
        assert!(odd.is_some());
    }
}
