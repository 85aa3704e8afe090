//! Numbers of variable length, short texts, times and nodes, to and from bytes.
use crate::kernel::NodeId;

/// Collects bytes.
#[derive(Default)]
pub(super) struct Writer(pub Vec<u8>);

/// Takes bytes apart; every answer is nothing once they do not fit.
pub(super) struct Reader<'a>(&'a [u8]);

/// No list in a code is longer.
const COUNT_MOST: u64 = 4_096;
const MICRO: u64 = 1_000;

impl Writer {
    pub(super) fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    pub(super) fn numbers(&mut self, numbers: &[u64]) {
        numbers.iter().for_each(|number| self.number(*number));
    }

    /// Small numbers of either sign are short.
    pub(super) fn signed(&mut self, number: i64) {
        self.number(((number << 1) ^ (number >> 63)).cast_unsigned());
    }

    /// Whole microseconds are short.
    pub(super) fn time(&mut self, nanos: u64) {
        match nanos % MICRO {
            0 => self.number((nanos / MICRO) << 1),
            _ => self.numbers(&[1, nanos]),
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    pub(super) fn short(&mut self, number: u16) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    pub(super) fn shorts(&mut self, numbers: &[u16]) {
        self.number(numbers.len() as u64);
        numbers.iter().for_each(|number| self.short(*number));
    }

    pub(super) fn node(&mut self, node: NodeId) {
        self.numbers(&[node.service.0.into(), node.place.0.into()]);
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader(bytes)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// The length of a list.
    pub(super) fn count(&mut self) -> Option<u64> {
        self.number().filter(|count| *count <= COUNT_MOST)
    }

    pub(super) fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    pub(super) fn time(&mut self) -> Option<u64> {
        match self.number()? {
            1 => self.number(),
            micros => (micros >> 1).checked_mul(MICRO),
        }
    }

    pub(super) fn text(&mut self) -> Option<String> {
        let length = usize::try_from(self.number()?).ok()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        String::from_utf8(text.to_vec()).ok()
    }

    pub(super) fn shorts(&mut self) -> Option<Vec<u16>> {
        (0..self.count()?).map(|_| self.short()).collect()
    }

    fn short(&mut self) -> Option<u16> {
        let (short, rest) = self.0.split_first_chunk::<2>()?;
        self.0 = rest;
        Some(u16::from_le_bytes(*short))
    }

    pub(super) fn node(&mut self) -> Option<NodeId> {
        let service = u8::try_from(self.number()?).ok()?;
        Some(NodeId::new(service, u16::try_from(self.number()?).ok()?))
    }
}
