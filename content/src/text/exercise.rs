//! Exercises: a question whose answer is folded; every wrong answer is explained.
use crate::diagnostic::Desk;
use crate::pages::escape;

/// What a block of an exercise says before it is set.
pub(super) struct Exercise {
    /// The question, in Markdown.
    pub question: String,
    /// What can be chosen: the text, whether it is right, and why.
    pub choices: Vec<(String, bool, String)>,
    /// The answer, in Markdown.
    pub answer: String,
}

impl Exercise {
    /// Reads the body of a block.
    pub fn read(body: &str, line: usize, desk: &mut Desk<'_>) -> Exercise {
        let (question, answer) = body.split_once("\n---\n").unwrap_or((body, ""));
        let mut exercise =
            Exercise { question: String::new(), choices: Vec::new(), answer: answer.to_owned() };
        for (nth, text) in question.lines().enumerate() {
            match text.strip_prefix("- [") {
                Some(choice) => match read_choice(choice) {
                    Some(choice) => exercise.choices.push(choice),
                    None => {
                        let hint = "write `- [x] An answer :: Why it is right.`";
                        desk.note(Some(line + nth), "the choice gives no reason", hint);
                    }
                },
                None => {
                    exercise.question.push_str(text);
                    exercise.question.push('\n');
                }
            }
        }
        let right = exercise.choices.iter().filter(|(_, right, _)| *right).count();
        if !exercise.choices.is_empty() && right != 1 {
            let what = format!("{right} of the answers are right");
            desk.note(Some(line), what, "mark one with `[x]`");
        }
        if exercise.choices.is_empty() && exercise.answer.trim().is_empty() {
            let hint = "give choices, or the answer below a line `---`";
            desk.note(Some(line), "the exercise has no answer", hint);
        }
        exercise
    }

    /// The choices: each unfolds what is to be said to it, without any script.
    pub fn choices_html(&self) -> String {
        let choice = |(text, right, why): &(String, bool, String)| {
            let verdict = if *right { "Right" } else { "No" };
            format!(
                "<details><summary>{}</summary><p><b>{verdict}.</b> {}</p></details>",
                escape(text),
                escape(why)
            )
        };
        self.choices.iter().map(choice).collect()
    }
}

fn read_choice(text: &str) -> Option<(String, bool, String)> {
    let (mark, rest) = text.split_once("] ")?;
    let (answer, why) = rest.split_once(" :: ")?;
    Some((answer.trim().into(), mark == "x", why.trim().into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn read(body: &str) -> (Exercise, Vec<String>) {
        let mut found = Vec::new();
        let mut desk = Desk { file: Path::new("a.md"), found: &mut found };
        let exercise = Exercise::read(body, 1, &mut desk);
        (exercise, found.into_iter().map(|one| one.what).collect())
    }

    #[test]
    fn a_choice_has_a_reason_and_one_is_right() {
        let (good, found) = read("What?\n\n- [ ] A :: Not so.\n- [x] B :: So it is.\n");
        assert!(found.is_empty());
        assert_eq!(good.choices.len(), 2);
        assert!(good.choices_html().contains("<b>Right.</b> So it is."));
        assert_eq!(read("What?\n- [x] A\n").1[0], "the choice gives no reason");
        assert_eq!(read("What?\n- [ ] A :: No.\n").1, ["0 of the answers are right"]);
    }

    #[test]
    fn an_open_question_has_its_answer_below() {
        let (open, found) = read("Why?\n\n---\n\nBecause.\n");
        assert!(found.is_empty());
        assert_eq!(open.answer.trim(), "Because.");
        assert_eq!(read("Why?").1, ["the exercise has no answer"]);
    }
}
