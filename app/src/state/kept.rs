//! All that the browser keeps for a reader, as one file that can be taken elsewhere.
use super::answers::is_slug;
use super::{Answers, Predictions, Read, Settings};

/// What a file of this kind says of itself.
pub const FORMAT: &str = "distributed-systems-reader";

/// The newest version of the format, and the only one yet.
pub const VERSION: f64 = 1.0;

/// No file is longer than this, in bytes.
pub const LONGEST: f64 = 256.0 * 1024.0;

/// A file as it was found: nothing in it has been believed yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// What it says that it is.
    pub format: Option<String>,
    /// In which version.
    pub version: Option<f64>,
    /// Names, and the texts under them; nothing where there is something else than a text.
    pub kept: Vec<(String, Option<String>)>,
}

/// What of a file can be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Names, and what is to be kept under them from now on.
    pub kept: Vec<(String, String)>,
    /// Names of what is unknown or spoilt.
    pub odd: Vec<String>,
}

/// Is that a name under which the program keeps something?
pub fn is_ours(name: &str) -> bool {
    cleaned(name, "").is_some()
}

/// Under this name is kept what was found under another and could not be read.
pub fn aside(name: &str) -> String {
    format!("{ASIDE}{name}")
}

/// Is that such a name?
pub fn is_aside(name: &str) -> bool {
    name.strip_prefix(ASIDE).is_some_and(is_ours)
}

const ASIDE: &str = "spoilt ";

/// Is there something in what is kept under a name that its parser does not understand?
pub fn is_spoilt(name: &str, text: &str) -> bool {
    cleaned(name, text).is_some_and(|(_, whole)| !whole)
}

/// What a parser understands of a text, written anew, and whether that is all of it.
fn cleaned(name: &str, text: &str) -> Option<(String, bool)> {
    match name.split_once(' ') {
        None if name == Settings::NAME => Some(both(Settings::parse(text), Settings::write)),
        None if name == Read::NAME => Some(both(Read::parse(text), Read::write)),
        Some(("predictions", of)) if is_slug(of) => {
            Some(both(Predictions::parse(text), Predictions::write))
        }
        Some(("answers", of)) if is_slug(of) => Some(both(Answers::parse(text), Answers::write)),
        _ => None,
    }
}

fn both<T>((one, odd): (T, Option<String>), write: fn(&T) -> String) -> (String, bool) {
    (write(&one), odd.is_none())
}

/// Takes from a file what can be understood, beside what is kept already; or says in one sentence
/// why nothing can be.
pub fn take(found: &Found, known: impl Fn(&str) -> Option<String>) -> Result<Taken, String> {
    if found.format.as_deref() != Some(FORMAT) {
        return Err("This file was not written by this book; nothing was changed.".into());
    }
    if found.version != Some(VERSION) {
        let sentence = "This file is of another version of the book; nothing was changed.";
        return Err(sentence.into());
    }
    let mut taken = Taken::default();
    for (name, text) in &found.kept {
        match text.as_deref().and_then(|text| cleaned(name, text)) {
            Some((text, whole)) => {
                if !whole {
                    taken.odd.push(shown(name));
                }
                // What is as usual is not written: settings are taken as a whole.
                let old = known(name).filter(|_| name != Settings::NAME).unwrap_or_default();
                taken.kept.push((name.clone(), joined(&old, &text)));
            }
            None => taken.odd.push(shown(name)),
        }
    }
    Ok(taken)
}

/// What is new replaces what is old of the same key; the rest of the old stays.
fn joined(old: &str, new: &str) -> String {
    let key = |word: &str| word.split_once('=').map_or(word, |(key, _)| key).to_owned();
    let replaced = |word: &&str| !new.split_whitespace().any(|other| key(other) == key(word));
    let stays = old.split_whitespace().filter(replaced);
    stays.chain(new.split_whitespace()).collect::<Vec<_>>().join(" ")
}

/// A name that may be anything, as it can be shown.
fn shown(name: &str) -> String {
    name.chars().filter(|sign| !sign.is_control()).take(30).collect()
}

impl Taken {
    /// What happened, in a sentence or two.
    pub fn says(&self) -> String {
        let many = match self.kept.len() {
            0 => "Nothing in this file could be used.".to_owned(),
            1 => "One entry was taken from the file.".to_owned(),
            many => format!("{many} entries were taken from the file."),
        };
        match self.odd.as_slice() {
            [] => many,
            odd => {
                let some: Vec<_> = odd.iter().take(3).map(|name| format!("“{name}”")).collect();
                let more = if odd.len() > 3 { " and others" } else { "" };
                format!("{many} Not all was understood: {}{more}.", some.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(kept: &[(&str, Option<&str>)]) -> Found {
        let kept = kept.iter().map(|(name, text)| ((*name).into(), text.map(Into::into)));
        Found { format: Some(FORMAT.into()), version: Some(VERSION), kept: kept.collect() }
    }

    fn nothing(_: &str) -> Option<String> {
        None
    }

    #[test]
    fn what_is_understood_is_taken_and_the_rest_is_named() {
        let found = file(&[
            ("settings", Some("theme=dark size=¿")),
            ("read", Some("K-3.2")),
            ("answers 3", Some("raft-near=2")),
            ("predictions ch03-raft-lease-read", Some("0=1")),
            ("token", Some("secret")),
            ("answers", Some("a=1")),
            ("answers <b>", Some("a=1")),
            ("settings 3", Some("theme=dark")),
            ("predictions x", None),
        ]);
        let taken = take(&found, nothing).expect("it is a file of this book");
        let kept: Vec<_> = taken.kept.iter().map(|(name, text)| (&**name, &**text)).collect();
        assert_eq!(
            kept,
            [
                ("settings", "theme=dark"),
                ("read", "K-3.2"),
                ("answers 3", "raft-near=2"),
                ("predictions ch03-raft-lease-read", "0=1"),
            ]
        );
        let odd = ["settings", "token", "answers", "answers <b>", "settings 3", "predictions x"];
        assert_eq!(taken.odd, odd);
        assert!(taken.says().starts_with("4 entries were taken"), "{}", taken.says());
        assert!(taken.says().ends_with("“settings”, “token”, “answers” and others."));
    }

    #[test]
    fn what_was_kept_before_stays_beside_it() {
        let known = |name: &str| (name == "answers 3").then(|| "near=1 far=2".to_owned());
        let taken = take(&file(&[("answers 3", Some("far=1 x=3"))]), known).expect("a file");
        assert_eq!(taken.kept[0].1, "near=1 far=1 x=3");
    }

    #[test]
    fn another_file_changes_nothing() {
        let strange = [
            Found::default(),
            Found { format: Some("other".into()), ..file(&[]) },
            Found { version: Some(2.0), ..file(&[]) },
            Found { version: None, ..file(&[]) },
        ];
        for found in strange {
            let sentence = take(&found, nothing).expect_err("it cannot be used");
            assert!(sentence.ends_with("nothing was changed."), "{sentence}");
        }
        assert_eq!(take(&file(&[]), nothing).expect("empty").says().split('.').count(), 2);
    }

    #[test]
    fn what_is_spoilt_is_known_and_has_a_name_of_its_own() {
        for (name, text) in [
            ("settings", "theme=dark <b>"),
            ("read", "K-3"),
            ("answers 3", "=9"),
            ("predictions ch00-two-node-lease", "0=x"),
        ] {
            assert!(is_spoilt(name, text) && !is_spoilt(name, ""), "{name}");
            assert!(is_aside(&aside(name)) && !is_ours(&aside(name)), "{name}");
        }
        assert!(!is_spoilt("settings", "theme=dark") && !is_spoilt("token", "<b>"));
        assert!(!is_aside("spoilt token") && !is_aside("settings"));
    }

    #[test]
    fn only_names_of_the_program_are_ours() {
        for ours in ["settings", "read", "answers 3", "predictions ch00-two-node-lease"] {
            assert!(is_ours(ours), "{ours}");
        }
        for other in ["", "answers", "read 3", "token", "settings ", "answers a b"] {
            assert!(!is_ours(other), "{other}");
        }
    }
}
