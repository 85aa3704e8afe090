//! Numbers as they are written: with a unit and so many decimals, in words, as a share.

/// With plain spaces.
pub(super) fn plain(text: &str) -> String {
    text.replace(['\u{2009}', '\u{202f}', '\u{a0}'], " ")
}

const SMALL: [&str; 20] = [
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Does what is written say the same as so many of so many? A count, in words or digits; or "all",
/// "nearly all" (more than nine in ten), "three in four" (to a fortieth).
pub(super) fn says_share(text: &str, some: usize, all: usize) -> bool {
    match text {
        "all" => some == all && all > 0,
        "nearly all" => some < all && some * 10 > all * 9,
        _ => match text.split_once(" in ") {
            Some((part, whole)) => match (number(part), number(whole)) {
                (Some(part), Some(whole)) => {
                    all > 0 && 40 * (some * whole).abs_diff(part * all) <= whole * all
                }
                _ => false,
            },
            None => number(text) == Some(some),
        },
    }
}

/// A number below a hundred in words, or one in digits.
fn number(text: &str) -> Option<usize> {
    let digits = || text.parse().ok();
    let small = |text: &str| SMALL.iter().position(|word| *word == text);
    let tens = |text: &str| Some(10 * (2 + TENS.iter().position(|word| *word == text)?));
    let both = || {
        let (first, second) = text.split_once('-')?;
        Some(tens(first)? + small(second).filter(|digit| (1..10).contains(digit))?)
    };
    digits().or_else(|| small(text)).or_else(|| tens(text)).or_else(both)
}

/// Does what is written say the same as a number of nanoseconds, to its own last decimal?
pub(super) fn says_span(text: &str, nanos: u64) -> bool {
    let text = plain(text);
    let Some((number, unit)) = text.trim().split_once(' ') else { return false };
    let size = match unit.trim() {
        "ns" => 1.0,
        "us" | "µs" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        "min" => 60e9,
        _ => return false,
    };
    let decimals = number.split_once('.').map_or(0, |(_, after)| after.len());
    format!("{:.decimals$}", nanos as f64 / size) == number
}

#[cfg(test)]
mod tests {
    use super::{says_share, says_span};

    #[test]
    fn counts_and_shares_are_written_in_words() {
        assert!(says_share("eighty-five", 85, 100) && says_share("85", 85, 100));
        assert!(says_share("none", 0, 0) && says_share("twelve", 12, 12));
        assert!(
            says_share("all", 12, 12) && !says_share("all", 11, 12) && !says_share("all", 0, 0)
        );
        assert!(says_share("nearly all", 11, 12) && !says_share("nearly all", 12, 12));
        assert!(says_share("three in four", 73, 100) && !says_share("three in four", 72, 100));
        assert!(!says_share("many", 1, 2) && !says_share("twenty-twelve", 32, 40));
    }

    #[test]
    fn what_is_written_is_compared_to_its_last_decimal() {
        assert!(says_span("5.48 s", 5_480_123_456));
        assert!(says_span("5.5 s", 5_480_123_456));
        assert!(says_span("330\u{2009}ms", 329_800_000));
        assert!(!says_span("5.49 s", 5_480_123_456));
        assert!(!says_span("5.48", 5_480_123_456));
        assert!(!says_span("soon", 5_480_123_456));
    }
}
