//! The four modes.

/// How much a node or a service promises. The order is that of the matrix' columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Everything it was built for.
    Target,
    /// Less, by contract, and labelled.
    Degraded,
    /// What needs no evidence from others: never lie, perhaps refuse.
    Floor,
    /// One of the others with obligations: evidence can be had again, and is being gathered.
    Recovery,
}

impl Mode {
    /// All four, in the order of the columns.
    pub const ALL: [Mode; 4] = [Mode::Target, Mode::Degraded, Mode::Floor, Mode::Recovery];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Mode::Target => "Target",
            Mode::Degraded => "Degraded",
            Mode::Floor => "Floor",
            Mode::Recovery => "Recovery",
        }
    }

    /// The letter that stands for it.
    pub const fn letter(self) -> char {
        match self {
            Mode::Target => 'T',
            Mode::Degraded => 'D',
            Mode::Floor => 'F',
            Mode::Recovery => 'R',
        }
    }
}
