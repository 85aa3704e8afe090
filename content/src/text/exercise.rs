//! Exercises: a question whose answer is folded; every wrong answer is explained.
use crate::diagnostic::Desk;

/// What an exercise is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ExerciseKind {
    /// To say what a run will show.
    Predict,
    /// The same pattern elsewhere.
    Near,
    /// A related problem.
    Medium,
    /// Something quite different.
    Far,
    /// Something to build.
    Project,
}

impl ExerciseKind {
    const ALL: [(ExerciseKind, &'static str, &'static str); 5] = [
        (ExerciseKind::Predict, "predict", "Predict"),
        (ExerciseKind::Near, "near", "Transfer, near"),
        (ExerciseKind::Medium, "medium", "Transfer, further"),
        (ExerciseKind::Far, "far", "Transfer, far"),
        (ExerciseKind::Project, "project", "Project"),
    ];

    /// The kind that the book calls so.
    pub fn named(word: &str) -> Option<ExerciseKind> {
        Self::ALL.into_iter().find(|(_, known, _)| *known == word).map(|(kind, ..)| kind)
    }

    /// As the book calls it.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// On the page.
    pub fn label(self) -> &'static str {
        Self::ALL[self as usize].2
    }
}

/// Something that can be chosen.
pub(super) struct Choice {
    /// How many lines below the first of the block it stands.
    below: usize,
    /// What it says, in Markdown.
    text: String,
    /// It is the answer.
    right: bool,
    /// Why it is or is not, in Markdown.
    why: String,
}

/// What a block of an exercise says before it is set.
pub(super) struct Exercise {
    /// The question, in Markdown.
    pub question: String,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// The answer, in Markdown.
    pub answer: String,
    /// How many lines below the first it begins.
    pub answer_below: usize,
}

impl Exercise {
    /// Reads the body of a block.
    pub fn read(body: &str, line: usize, desk: &mut Desk<'_>) -> Exercise {
        let (question, answer) = body.split_once("\n---\n").unwrap_or((body, ""));
        let mut exercise = Exercise {
            question: String::new(),
            choices: Vec::new(),
            answer: answer.to_owned(),
            answer_below: question.matches('\n').count() + 2,
        };
        for (nth, text) in question.lines().enumerate() {
            match text.strip_prefix("- [") {
                Some(choice) => match read_choice(choice, nth) {
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
        let right = exercise.choices.iter().filter(|choice| choice.right).count();
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

    /// The choices: each unfolds what is to be said to it, without any script. `set` makes HTML of
    /// a text that stands so many lines below the first, and is told whether it is folded.
    pub fn choices_html(&self, mut set: impl FnMut(usize, &str, bool) -> String) -> String {
        let choice = |(nth, choice): (usize, &Choice)| {
            let (mark, verdict) = if choice.right { (" data-right", "Right") } else { ("", "No") };
            let text = set(choice.below, &choice.text, false);
            let why = set(choice.below, &format!("**{verdict}.** {}", choice.why), true);
            format!(
                "<details data-choice=\"{}\"{mark}><summary>{}</summary>{}</details>",
                nth + 1,
                of_paragraph(&text),
                why.trim_end()
            )
        };
        self.choices.iter().enumerate().map(choice).collect()
    }
}

/// What stands in the one paragraph of a text.
fn of_paragraph(html: &str) -> &str {
    let html = html.trim();
    html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>")).unwrap_or(html)
}

fn read_choice(text: &str, below: usize) -> Option<Choice> {
    let (mark, rest) = text.split_once("] ")?;
    let (answer, why) = rest.split_once(" :: ")?;
    let [text, why] = [answer, why].map(|text| text.trim().to_owned());
    Some(Choice { below, text, right: mark == "x", why })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn kinds_stand_in_the_order_of_their_words() {
        for (kind, word, label) in ExerciseKind::ALL {
            assert_eq!((kind.word(), kind.label()), (word, label));
            assert_eq!(ExerciseKind::named(word), Some(kind));
        }
    }

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
        let html = good.choices_html(|below, text, _| format!("<p>{below} {text}</p>\n"));
        assert!(
            html.contains("<details data-choice=\"2\" data-right><summary>3 B</summary>"),
            "{html}"
        );
        assert!(html.contains("<p>3 **Right.** So it is.</p></details>"));
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
