//! What a page hands over where text or a number belongs: it may be anything.

/// A value of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Given {
    /// None.
    #[default]
    Nothing,
    /// Text.
    Text(String),
    /// A number, and how the page's language writes it.
    Number(f64, String),
    /// What is neither.
    Other,
}

/// Above this, numbers of JavaScript leave whole numbers out.
const EXACT_MAX: f64 = 9_007_199_254_740_991.0;

impl Given {
    /// As a sentence can say it.
    pub(super) fn shown(&self) -> String {
        match self {
            Given::Nothing => "nothing".into(),
            Given::Text(text) => format!("“{}”", shorter(text)),
            Given::Number(_, written) => written.clone(),
            Given::Other => "something that is neither text nor a number".into(),
        }
    }

    /// Text, or a number as text; in one sentence, why not.
    pub(super) fn words(self, what: &str) -> Result<String, String> {
        match self {
            Given::Text(text) => Ok(text),
            Given::Number(number, written) if number.abs() <= EXACT_MAX => Ok(written),
            Given::Number(_, written) => {
                Err(format!("{written} is no number that can be exact; {what} takes it as text."))
            }
            other => Err(format!("{what} takes text or a number; it was given {}.", other.shown())),
        }
    }

    /// A whole number.
    pub(super) fn whole(&self) -> Option<u32> {
        match self {
            Given::Text(text) => text.trim().parse().ok(),
            Given::Number(number, _) => {
                let is_whole = number.fract() == 0.0 && *number >= 0.0 && *number <= EXACT_MAX;
                is_whole.then(|| number.min(f64::from(u32::MAX)) as u32)
            }
            Given::Nothing | Given::Other => None,
        }
    }
}

/// So much of what a page has said as a sentence can hold.
pub(super) fn shorter(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::Given;

    #[test]
    fn numbers_stand_for_text_as_long_as_they_are_exact() {
        let number = |number: f64| Given::Number(number, number.to_string());
        assert_eq!(number(7.0).words("seed"), Ok("7".into()));
        assert!(number(1.8e19).words("seed").unwrap_err().contains("seed takes it as text"));
        assert!(number(f64::NAN).words("seed").is_err() && Given::Other.words("seed").is_err());
        assert_eq!((number(3.0).whole(), number(2.5).whole()), (Some(3), None));
        assert_eq!((number(-1.0).whole(), number(1e12).whole()), (None, Some(u32::MAX)));
        assert_eq!(Given::Text(" 4 ".into()).whole(), Some(4));
    }
}
