//! Records in blocks: a long list that grows without moving what it holds.
//!
//! There is no room to spare, and what one step left lies in one block, side by side.
use crate::node::Record;
use std::ops::Range;

/// So many records in a block, unless one step leaves more.
const BLOCK: usize = 1_024;

/// A list of records, counted from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks {
    blocks: Vec<Vec<Record>>,
    /// How many records lie before each block.
    before: Vec<usize>,
}

impl Blocks {
    /// How many records.
    pub fn len(&self) -> usize {
        match (self.before.last(), self.blocks.last()) {
            (Some(before), Some(block)) => before + block.len(),
            _ => 0,
        }
    }

    /// Takes all that one step left.
    pub fn append(&mut self, left: &mut Vec<Record>) {
        let room = self.blocks.last().map_or(0, |block| block.capacity() - block.len());
        if left.len() > room {
            self.before.push(self.len());
            self.blocks.push(Vec::with_capacity(left.len().max(BLOCK)));
        }
        if let Some(block) = self.blocks.last_mut() {
            block.append(left);
        }
    }

    /// What one step left, or a part of it.
    pub fn slice(&self, range: Range<usize>) -> &[Record] {
        if range.is_empty() {
            return &[];
        }
        let place = self.before.partition_point(|before| *before <= range.start) - 1;
        let before = self.before[place];
        &self.blocks[place][range.start - before..range.end - before]
    }

    /// One record.
    pub fn get(&self, at: usize) -> &Record {
        &self.slice(at..at + 1)[0]
    }

    /// Keeps the first records.
    pub fn truncate(&mut self, len: usize) {
        let keep = self.before.partition_point(|before| *before < len);
        self.blocks.truncate(keep);
        self.before.truncate(keep);
        if let (Some(before), Some(block)) = (self.before.last(), self.blocks.last_mut()) {
            block.truncate(len - before);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::NodeId;

    /// Steps that leave so many records each, numbered through.
    fn filled(lengths: &[usize]) -> Blocks {
        let mut blocks = Blocks::default();
        for len in lengths {
            let first = blocks.len();
            let booted = |at| Record::Booted(NodeId::new(0, at as u16));
            blocks.append(&mut (first..first + len).map(booted).collect());
        }
        blocks
    }

    fn numbers(records: &[Record]) -> Vec<usize> {
        let number = |record: &Record| match record {
            Record::Booted(node) => node.index(),
            other => panic!("{other:?}"),
        };
        records.iter().map(number).collect()
    }

    #[test]
    fn what_a_step_left_lies_together() {
        let lengths = [0, 1, 1_000, 0, 30, 5_000, 2, 1_024, 0, 7];
        let blocks = filled(&lengths);
        let mut first = 0;
        for len in lengths {
            let all: Vec<_> = (first..first + len).collect();
            assert_eq!(numbers(blocks.slice(first..first + len)), all);
            all.iter().for_each(|at| assert_eq!(numbers(&[blocks.get(*at).clone()]), [*at]));
            first += len;
        }
        assert_eq!(blocks.len(), first);
    }

    #[test]
    fn what_is_cut_off_can_be_filled_again() {
        for keep in [0, 1, 1_001, 1_031, 6_031] {
            let mut blocks = filled(&[1, 1_000, 30, 5_000, 7]);
            blocks.truncate(keep);
            assert_eq!(blocks.len(), keep);
            let mut more = vec![Record::Booted(NodeId::new(0, keep as u16)); 3];
            blocks.append(&mut more);
            assert_eq!(numbers(blocks.slice(keep..keep + 3)), [keep; 3]);
        }
    }
}
