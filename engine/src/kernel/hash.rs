//! A hasher that gives the same value on 32 and 64 bit machines: sizes are widened before mixing.
//!
//! A slice of `usize` comes as bytes, in the width of the machine, and no hasher can tell: what is
//! hashed must not contain one.
use std::hash::{Hash, Hasher};

/// Multiply and rotate, one 64-bit word at a time; a final avalanche. Not against adversaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StableHasher(u64);

impl StableHasher {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x9E6C_63D0_876A_46B5);
    }
}

impl Hasher for StableHasher {
    fn finish(&self) -> u64 {
        let z = (self.0 ^ (self.0 >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        z ^ (z >> 32)
    }
    fn write(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            self.mix(u64::from_le_bytes(word.try_into().unwrap_or_default()));
        }
        words.remainder().iter().for_each(|byte| self.mix(u64::from(*byte)));
    }
    fn write_u8(&mut self, n: u8) {
        self.mix(n.into());
    }
    fn write_u16(&mut self, n: u16) {
        self.mix(n.into());
    }
    fn write_u32(&mut self, n: u32) {
        self.mix(n.into());
    }
    fn write_u64(&mut self, n: u64) {
        self.mix(n);
    }
    fn write_u128(&mut self, n: u128) {
        self.mix(n as u64);
        self.mix((n >> 64) as u64);
    }
    fn write_usize(&mut self, n: usize) {
        self.mix(n as u64);
    }
    fn write_i8(&mut self, n: i8) {
        self.mix(n as i64 as u64);
    }
    fn write_i16(&mut self, n: i16) {
        self.mix(n as i64 as u64);
    }
    fn write_i32(&mut self, n: i32) {
        self.mix(n as i64 as u64);
    }
    fn write_i64(&mut self, n: i64) {
        self.mix(n as u64);
    }
    fn write_isize(&mut self, n: isize) {
        self.mix(n as i64 as u64);
    }
}

/// The hash of one value.
pub fn digest(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = StableHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pinned: share codes carry truncated trace hashes, and old links must still agree.
    #[test]
    fn values_are_pinned() {
        assert_eq!(digest(&(1_u8, "lease", vec![1_u64, 2], Some(-3_i64))), PINNED);
    }
    const PINNED: u64 = 11_372_440_638_899_979_298;

    #[test]
    fn one_bit_changes_half_of_the_bits() {
        let changed: u32 =
            (0..64).map(|bit| (digest(&0_u64) ^ digest(&(1_u64 << bit))).count_ones()).sum();
        assert!((26..38).contains(&(changed / 64)), "{} bits on average", changed / 64);
    }
}
