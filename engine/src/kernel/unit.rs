//! How a number is to be read and written: spans, parts per million, thousandths, counts, words.

/// The unit of a setting or of a fault's amount. Spans may be negative where the range says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Nanoseconds, written "300 ms".
    Span,
    /// Parts per million, written "-550000 ppm".
    Ppm,
    /// Thousandths, written "50 ‰" or "5 %".
    PerMille,
    /// A plain number.
    Count,
    /// The place in a list of words.
    Choice(&'static [&'static str]),
}

const SPANS: [(&str, i64); 4] = [("s", 1_000_000_000), ("ms", 1_000_000), ("us", 1_000), ("ns", 1)];
/// Is read, and never written.
const MINUTE: (&str, i64) = ("min", 60_000_000_000);

impl Unit {
    /// Reads a number with its unit; a bare number is a count. The error says what is expected.
    pub fn parse(self, text: &str) -> Result<i64, String> {
        let text = text.trim();
        let end = text.find(|c: char| !(c.is_ascii_digit() || "+-._".contains(c)));
        let (digits, unit) = text.split_at(end.unwrap_or(text.len()));
        let (digits, unit) = (digits.replace('_', ""), unit.trim());
        let number = match (self, unit) {
            (Unit::Choice(words), _) => {
                return words
                    .iter()
                    .position(|word| *word == text)
                    .map(|place| place as i64)
                    .ok_or_else(|| format!("`{text}` is not one of {}", words.join(", ")));
            }
            (Unit::Span, _) => {
                let scale =
                    SPANS.iter().chain([&MINUTE]).find(|(name, _)| *name == unit.replace('µ', "u"));
                scale.and_then(|(_, scale)| scaled(&digits, *scale))
            }
            (Unit::Ppm, "ppm") | (Unit::PerMille, "‰") | (Unit::Count, "") => scaled(&digits, 1),
            (Unit::Ppm, "%") => scaled(&digits, 10_000),
            (Unit::PerMille, "%") => scaled(&digits, 10),
            _ => None,
        };
        number.ok_or_else(|| format!("`{text}` is not {}", self.expects()))
    }

    /// Writes a number so that [`Unit::parse`] reads it back.
    pub fn write(self, number: i64) -> String {
        match self {
            Unit::Span => write_span(number),
            Unit::Ppm => format!("{number} ppm"),
            Unit::PerMille if number % 10 == 0 => format!("{} %", number / 10),
            Unit::PerMille => format!("{number} ‰"),
            Unit::Count => number.to_string(),
            Unit::Choice(words) => {
                let word = usize::try_from(number).ok().and_then(|place| words.get(place));
                word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
            }
        }
    }

    /// What a text should look like.
    pub fn expects(self) -> &'static str {
        match self {
            Unit::Span => "a time such as `300 ms` or `1.5 s`",
            Unit::Ppm => "a rate such as `-200 ppm` or `5 %`",
            Unit::PerMille => "a share such as `5 %` or `12 ‰`",
            Unit::Count => "a whole number",
            Unit::Choice(_) => "one of the words",
        }
    }
}

/// In the coarsest unit that needs no more than three decimals.
fn write_span(number: i64) -> String {
    let fits =
        |(_, scale): &&(&str, i64)| number / scale != 0 && number % (scale / 1_000).max(1) == 0;
    let (name, scale) = SPANS.iter().find(fits).unwrap_or(&SPANS[3]);
    let (whole, rest) = ((number / scale).unsigned_abs(), (number % scale).unsigned_abs());
    let sign = if number < 0 { "-" } else { "" };
    match rest / (scale.unsigned_abs() / 1_000).max(1) {
        0 => format!("{sign}{whole} {name}"),
        thousandths => {
            let decimals = format!("{thousandths:03}");
            format!("{sign}{whole}.{} {name}", decimals.trim_end_matches('0'))
        }
    }
}

/// A decimal number times a scale, if that is whole and fits.
fn scaled(digits: &str, scale: i64) -> Option<i64> {
    let (negative, digits) = match digits.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, digits.strip_prefix('+').unwrap_or(digits)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) || fraction.len() > 9 {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let parts = 10_i64.pow(fraction.len() as u32);
    let fraction: i64 = if fraction.is_empty() { 0 } else { fraction.parse().ok()? };
    let fraction = fraction.checked_mul(scale)?;
    if fraction % parts != 0 {
        return None;
    }
    let number = whole.checked_mul(scale)?.checked_add(fraction / parts)?;
    Some(if negative { -number } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_their_units() {
        let read = |unit: Unit, text: &str| unit.parse(text).ok();
        assert_eq!(read(Unit::Span, "300 ms"), Some(300_000_000));
        assert_eq!(read(Unit::Span, "-1.5s"), Some(-1_500_000_000));
        assert_eq!(read(Unit::Span, "2 µs"), Some(2_000));
        assert_eq!(read(Unit::Span, "1.5 min"), Some(90_000_000_000));
        assert_eq!(read(Unit::Span, "300"), None);
        assert_eq!(read(Unit::Span, "0.0000000001 s"), None);
        assert_eq!(read(Unit::Ppm, "5 %"), Some(50_000));
        assert_eq!(read(Unit::Ppm, "-550_000 ppm"), Some(-550_000));
        assert_eq!(read(Unit::PerMille, "0.5 %"), Some(5));
        assert_eq!(read(Unit::Count, "12"), Some(12));
        assert_eq!(read(Unit::Count, "99999999999999999999"), None);
        assert_eq!(read(Unit::Choice(&["a", "b"]), "b"), Some(1));
        assert_eq!(
            Unit::Span.parse("soon"),
            Err("`soon` is not a time such as `300 ms` or `1.5 s`".into())
        );
    }

    #[test]
    fn what_is_written_is_read_back() {
        for number in
            [0, 1, 999, 1_000, 1_500, 1_234_567, 2_400_000_000, -1_250_000_000, 7, -i64::MAX]
        {
            for unit in [Unit::Span, Unit::Ppm, Unit::PerMille, Unit::Count] {
                let text = unit.write(number);
                assert_eq!(unit.parse(&text), Ok(number), "{text}");
            }
        }
        assert_eq!(Unit::Span.write(2_400_000_000), "2.4 s");
        assert_eq!(Unit::Span.write(300_000_000), "300 ms");
        assert_eq!(Unit::Span.write(-1_500_000), "-1.5 ms");
        assert_eq!(Unit::Span.write(i64::MIN), "-9223372036854775.808 us");
    }
}
