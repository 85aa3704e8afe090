//! Promises between clocks that run at rates of their own.
use crate::kernel::Span;

/// What is left of a promise for a holder whose clock may be slow, given by issuers whose clocks
/// may be fast, each by at most `bound_ppm` millionths: E (1 - d) / (1 + d), and a little less for
/// rounding. A bound below 0 counts as none, one of a whole and more as almost a whole.
pub fn within_drift(promised: Span, bound_ppm: i64) -> Span {
    let bound = bound_ppm.clamp(0, 999_999).cast_unsigned();
    let whole = promised.part(1_000_000 - bound, 1_000_000 + bound);
    Span(whole.0.saturating_sub(ROUNDING))
}

/// Nanoseconds: a reading is cut off to a whole one, on both clocks.
const ROUNDING: u64 = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slowest_holder_gives_up_before_the_fastest_issuer() {
        for bound in [0, 1, 200, 50_000, 500_000, 999_999] {
            for promised in [Span::millis(150), Span::secs(2), Span(9_999_999_999)] {
                let held = within_drift(promised, bound);
                let (slow, fast) = ((1_000_000 - bound) as u64, (1_000_000 + bound) as u64);
                // In true time, rounded against the promise: a clock shows whole nanoseconds.
                let gives_up = (held.0 + 1) as f64 / slow as f64;
                assert!(gives_up < promised.0 as f64 / fast as f64, "{promised:?} {bound}");
            }
        }
        assert_eq!(within_drift(Span::secs(2), -7), within_drift(Span::secs(2), 0));
        assert_eq!(within_drift(Span(1), 0), Span::ZERO);
    }
}
