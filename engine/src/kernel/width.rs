//! How many bytes a value takes when its fields are written one after another.
use std::hash::{Hash, Hasher};

/// The width of a message: a tag of an enumeration is one byte, a length four, everything else as
/// wide as its type. Frames, names of fields and compression are not in it: it compares runs and
/// mechanisms, it does not foretell a packet's size.
pub fn width(value: &(impl Hash + ?Sized)) -> u32 {
    let mut counted = Width(0);
    value.hash(&mut counted);
    counted.0
}

/// What a value would hash is what it would write.
struct Width(u32);

impl Width {
    fn add(&mut self, bytes: usize) {
        self.0 = self.0.saturating_add(bytes as u32);
    }
}

impl Hasher for Width {
    fn finish(&self) -> u64 {
        self.0.into()
    }
    fn write(&mut self, bytes: &[u8]) {
        self.add(bytes.len());
    }
    fn write_usize(&mut self, _: usize) {
        self.add(4);
    }
    fn write_isize(&mut self, _: isize) {
        self.add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Hash)]
    enum Word {
        Beat,
        Entries(u64, Vec<u32>),
    }

    #[test]
    fn tags_are_one_byte_and_lengths_four() {
        assert_eq!(width(&Word::Beat), 1);
        assert_eq!(width(&Word::Entries(7, vec![])), 1 + 8 + 4);
        assert_eq!(width(&Word::Entries(7, vec![1, 2, 3])), 1 + 8 + 4 + 12);
        assert_eq!(width(&Some(5_u16)), 3);
    }
}
