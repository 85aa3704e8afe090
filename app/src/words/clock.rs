//! Times and rates.
use engine::kernel::{Instant, Span};

/// A number and its unit, a thin space between.
pub fn thin(number: &str, unit: &str) -> String {
    format!("{number}\u{202f}{unit}")
}

/// A length of time in seconds, rounded to so many decimals, as the text of the book rounds it.
pub fn seconds(span: Span, decimals: usize) -> String {
    let grain = 10_u64.pow(9_u32.saturating_sub(decimals as u32));
    let rounded = Span(span.0.saturating_add(grain / 2) / grain * grain);
    let text = format!("{rounded:.decimals$}");
    thin(text.strip_suffix(" s").unwrap_or(&text), "s")
}

/// What is left until an instant.
pub fn left(now: Instant, until: Instant, decimals: usize) -> String {
    seconds(until - now, decimals)
}

/// The rate of a clock that drifts: "×0.45".
pub fn rate(drift_ppm: i64) -> String {
    let per_mille = (1_000_000 + drift_ppm) / 1_000;
    let (whole, rest) = (per_mille / 1_000, per_mille % 1_000);
    let decimals = format!("{rest:03}");
    let decimals = decimals.trim_end_matches('0');
    match decimals.len() {
        0 => format!("×{whole}"),
        1 => format!("×{whole}.{decimals}0"),
        _ => format!("×{whole}.{decimals}"),
    }
}

/// How a clock drifts: "55 % slow", "200 ppm fast".
pub fn drift(drift_ppm: i64) -> String {
    let way = if drift_ppm < 0 { "slow" } else { "fast" };
    let size = drift_ppm.unsigned_abs();
    match size {
        0 => "runs true".into(),
        size if size.is_multiple_of(10_000) => {
            format!("{} {way}", thin(&(size / 10_000).to_string(), "%"))
        }
        size if size >= 10_000 => {
            format!("{} {way}", thin(&format!("{}.{}", size / 10_000, size % 10_000 / 1_000), "%"))
        }
        size => format!("{} {way}", thin(&size.to_string(), "ppm")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_and_drifts_read_well() {
        assert_eq!([rate(-550_000), rate(0), rate(500_000)], ["×0.45", "×1", "×1.50"]);
        assert_eq!(rate(-999), "×0.999");
        assert_eq!(drift(-550_000), "55\u{202f}% slow");
        assert_eq!(drift(12_500), "1.2\u{202f}% fast");
        assert_eq!(drift(200), "200\u{202f}ppm fast");
    }

    #[test]
    fn times_are_cut_off_and_not_rounded() {
        assert_eq!(seconds(Span(1_849_999_999), 2), "1.85\u{202f}s");
        assert_eq!(seconds(Span(1_844_999_999), 2), "1.84\u{202f}s");
        assert_eq!(seconds(Span(2_995_000_000), 2), "3.00\u{202f}s");
        assert_eq!(left(Instant(5), Instant(1_000_000_005), 0), "1\u{202f}s");
    }
}
