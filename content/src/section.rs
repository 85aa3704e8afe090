//! A text of the book with what stands at its head.
use crate::diagnostic::Desk;
use engine::scenario::line_of;
use serde::de::DeserializeOwned;
use std::path::PathBuf;

/// A text that was read and not yet looked into.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// The chapter that it belongs to.
    pub chapter: u8,
    /// Its file.
    pub file: PathBuf,
    /// In which line of that the text begins, counted from 1.
    pub line: usize,
    /// Markdown.
    pub text: String,
}

impl Source {
    /// Takes the head, TOML between two lines of `+++`, off a file.
    pub fn split<H: DeserializeOwned>(
        whole: &str,
        chapter: u8,
        desk: &mut Desk<'_>,
        hint: &str,
    ) -> Option<(H, Source)> {
        let rest = whole.strip_prefix("+++\n");
        let Some((head, text)) = rest.and_then(|rest| rest.split_once("\n+++\n")) else {
            desk.note(Some(1), "the text has no head between two lines of `+++`", hint);
            return None;
        };
        match toml::from_str(head) {
            Ok(known) => {
                let line = 4 + head.matches('\n').count();
                let (file, text) = (desk.file.to_owned(), text.to_owned());
                Some((known, Source { chapter, file, line, text }))
            }
            Err(error) => {
                let line = error.span().map(|span| 1 + line_of(head, span.start));
                desk.note(line, error.message(), hint);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use std::path::Path;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Head {
        title: String,
    }

    fn split(whole: &str) -> Result<(Head, Source), Option<usize>> {
        let mut found = Vec::new();
        let mut desk = Desk { file: Path::new("a.md"), found: &mut found };
        let split = Source::split(whole, 1, &mut desk, "write a head");
        split.ok_or_else(|| found[0].line)
    }

    #[test]
    fn a_head_is_taken_off_and_lines_go_on() {
        let (head, source) = split("+++\ntitle = \"A\"\n+++\nText\n").expect("a head");
        assert_eq!((head.title.as_str(), source.text.as_str(), source.line), ("A", "Text\n", 4));
    }

    #[test]
    fn a_bad_head_is_told_with_its_line() {
        assert_eq!(split("Text").unwrap_err(), Some(1));
        assert_eq!(split("+++\ntitle = \"A\"\nsize = 1\n+++\nText\n").unwrap_err(), Some(3));
    }
}
