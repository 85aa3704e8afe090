//! Two runs beside each other: opened, gone through, struck, undone; equal to the engine's own.
mod hostile;
mod page;
mod walk;
pub(super) use hostile::JOURNEY as HOSTILE;
pub(super) use walk::JOURNEY as WALK;
