//! A future that was left behind: an act in the past makes another one, and the old one stays.
use super::Script;
use crate::kernel::Instant;
use crate::modes::Window;

/// Another future of the same run.
#[derive(Clone, Debug)]
pub struct Branch {
    /// What befell it.
    pub script: Script,
    /// Where it parts from what is now played.
    pub parted: Instant,
    /// How far it had been played.
    pub head: Instant,
    /// Who stood where in it, from where it parts on.
    pub windows: Vec<Window>,
}
