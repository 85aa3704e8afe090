//! Numbers as they are written: with a unit, and so many decimals.

/// Does what is written say the same as a number of nanoseconds, to its own last decimal?
pub(super) fn says_span(text: &str, nanos: u64) -> bool {
    let text = text.replace(['\u{2009}', '\u{a0}'], " ");
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
    use super::says_span;

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
