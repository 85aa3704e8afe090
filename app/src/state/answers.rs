//! What a reader answered in the exercises of one chapter, as it is stored.
use super::settings::strange;

/// For each exercise the choice that was opened first, by its number on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<(String, usize)>);

impl Answers {
    /// Under which name those of a chapter are kept.
    pub fn name(chapter: &str) -> String {
        format!("answers {chapter}")
    }

    /// Reads "raft-near=2 paxos-far=1", and says what could not be read.
    pub fn parse(text: &str) -> (Answers, Option<String>) {
        let (mut all, mut odd) = (Answers::default(), None);
        for word in text.split_whitespace() {
            let (exercise, choice) = word.split_once('=').unwrap_or_default();
            match choice.parse() {
                Ok(choice) if is_slug(exercise) => all.set(exercise, choice),
                _ => odd = Some(strange("answer", word)),
            }
        }
        (all, odd)
    }

    /// Writes them so that [`Answers::parse`] reads them back.
    pub fn write(&self) -> String {
        let words = self.0.iter().map(|(exercise, choice)| format!("{exercise}={choice}"));
        words.collect::<Vec<_>>().join(" ")
    }

    /// What was answered in an exercise.
    pub fn of(&self, exercise: &str) -> Option<usize> {
        self.0.iter().find(|(known, _)| known == exercise).map(|(_, choice)| *choice)
    }

    /// Answers an exercise.
    pub fn set(&mut self, exercise: &str, choice: usize) {
        self.forget(exercise);
        self.0.push((exercise.to_owned(), choice));
    }

    /// An exercise has not been answered any more.
    pub fn forget(&mut self, exercise: &str) {
        self.0.retain(|(known, _)| known != exercise);
    }
}

/// A word of letters, digits and hyphens.
pub(super) fn is_slug(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_answered_is_read_back() {
        let mut all = Answers::default();
        all.set("raft-near", 2);
        all.set("raft-far", 1);
        all.set("raft-near", 3);
        assert_eq!(Answers::parse(&all.write()), (all.clone(), None));
        assert_eq!((all.of("raft-near"), all.of("paxos")), (Some(3), None));
        all.forget("raft-near");
        assert_eq!(all.write(), "raft-far=1");
    }

    #[test]
    fn what_is_spoilt_is_said_and_left_out() {
        let (all, odd) = Answers::parse("raft-near=2 =1 x= <b>=1 far=99999999999999999999999");
        assert_eq!(all.write(), "raft-near=2");
        assert!(odd.is_some());
    }
}
