//! Worlds kept on the way, so that going back need not start from the beginning.
use crate::world::World;

/// Evenly spaced worlds; where there are too many, every second one goes.
pub(super) struct Checkpoints {
    kept: Vec<(usize, World)>,
    spacing: usize,
}

impl Checkpoints {
    /// So many are enough to find any step of a long run within milliseconds.
    const MOST: usize = 192;
    const FIRST_SPACING: usize = 64;

    pub(super) fn new(start: &World) -> Checkpoints {
        Checkpoints { kept: vec![(1, start.clone())], spacing: Self::FIRST_SPACING }
    }

    /// Keeps the world as it is after so many steps, if its time has come.
    pub(super) fn offer(&mut self, steps: usize, world: &World) {
        let last = self.kept.last().map_or(0, |(step, _)| *step);
        if steps < last + self.spacing {
            return;
        }
        if self.kept.len() >= Self::MOST {
            let mut place = 0;
            self.kept.retain(|_| {
                place += 1;
                place % 2 == 1
            });
            self.spacing *= 2;
        }
        self.kept.push((steps, world.clone()));
    }

    /// The latest one after no more than so many steps.
    pub(super) fn before(&self, steps: usize) -> Option<&(usize, World)> {
        let after = self.kept.partition_point(|(step, _)| *step <= steps);
        self.kept.get(after.checked_sub(1)?)
    }

    /// Forgets those after more than so many steps.
    pub(super) fn truncate(&mut self, steps: usize) {
        self.kept.retain(|(step, _)| *step <= steps);
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.kept.len()
    }
}
