//! Words and options of a command line.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

/// What followed a command's name.
#[derive(Debug, Default)]
pub struct Arguments {
    /// What is no option, in order.
    pub words: Vec<String>,
    options: BTreeMap<String, String>,
}

impl Arguments {
    /// Reads `from`, where `flags` stand alone and `options` are followed by a value.
    pub fn read(from: &[String], flags: &[&str], options: &[&str]) -> Result<Arguments> {
        let mut arguments = Arguments::default();
        let mut rest = from.iter();
        while let Some(word) = rest.next() {
            if !word.starts_with("--") {
                arguments.words.push(word.clone());
            } else if flags.contains(&word.as_str()) {
                arguments.options.insert(word.clone(), String::new());
            } else if options.contains(&word.as_str()) {
                let value = rest.next().with_context(|| format!("{word} wants a value"))?;
                arguments.options.insert(word.clone(), value.clone());
            } else {
                let known = [flags, options].concat().join(", ");
                let known = if known.is_empty() { "none".into() } else { known };
                bail!("{word} is not an option of this command; it has: {known}");
            }
        }
        Ok(arguments)
    }

    /// Whether a flag was given.
    pub fn has(&self, flag: &str) -> bool {
        self.options.contains_key(flag)
    }

    /// The value of an option that was given.
    pub fn value(&self, option: &str) -> Option<&str> {
        self.options.get(option).map(String::as_str)
    }

    /// Fails where there are words that the command has no use for.
    pub fn no_words(&self) -> Result<()> {
        match self.words.first() {
            Some(word) => bail!("`{word}` means nothing to this command"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Arguments> {
        let words: Vec<String> = line.split_whitespace().map(Into::into).collect();
        Arguments::read(&words, &["--open"], &["--port"])
    }

    #[test]
    fn tells_words_flags_and_values_apart() {
        let arguments = read("a --port 80 --open b").unwrap();
        assert_eq!(arguments.words, ["a", "b"]);
        assert!(arguments.has("--open") && !arguments.has("--watch"));
        assert_eq!(arguments.value("--port"), Some("80"));
    }

    #[test]
    fn says_what_it_does_not_know() {
        assert!(read("--ope").unwrap_err().to_string().contains("--open, --port"));
        assert!(read("--port").unwrap_err().to_string().contains("wants a value"));
    }
}
