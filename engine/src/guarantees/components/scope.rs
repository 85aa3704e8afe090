//! How much the promise is about.
use super::{Forbidden, Phenomenon};

/// Where something can go wrong that the promise is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScopePhenomenon {
    /// Among operations on one object.
    OnOneObject,
    /// Among objects that lie side by side.
    AcrossRange,
    /// Among objects that one transaction touches, wherever they lie.
    AcrossTransaction,
    /// Among any objects whatever.
    Anywhere,
}

/// How much the promise is about: wider is stronger. A range leaves out objects that a transaction
/// touches, and the reverse, so those two cannot be compared.
pub type Scope = Forbidden<ScopePhenomenon>;

const fn bit(phenomenon: ScopePhenomenon) -> u16 {
    1 << phenomenon as u16
}

impl Scope {
    /// Each object by itself.
    pub const OBJECT: Scope = Scope::closure(bit(ScopePhenomenon::OnOneObject));
    /// Objects that lie side by side.
    pub const RANGE: Scope = Scope::closure(bit(ScopePhenomenon::AcrossRange));
    /// All that one transaction touches.
    pub const TRANSACTION: Scope = Scope::closure(bit(ScopePhenomenon::AcrossTransaction));
    /// Everything that the service keeps.
    pub const GLOBAL: Scope = Scope::closure(bit(ScopePhenomenon::Anywhere));
}

impl Phenomenon for ScopePhenomenon {
    const COMPONENT: &'static str = "Scope";
    const ALL: &'static [ScopePhenomenon] = &[
        ScopePhenomenon::OnOneObject,
        ScopePhenomenon::AcrossRange,
        ScopePhenomenon::AcrossTransaction,
        ScopePhenomenon::Anywhere,
    ];
    const CASES: &'static [u16] = &[
        0,
        bit(ScopePhenomenon::OnOneObject),
        bit(ScopePhenomenon::OnOneObject),
        bit(ScopePhenomenon::AcrossRange) | bit(ScopePhenomenon::AcrossTransaction),
    ];
    const NAMED: &'static [(&'static str, Scope)] = &[
        ("Nothing", Scope::NOTHING),
        ("Object", Scope::OBJECT),
        ("Range", Scope::RANGE),
        ("Transaction", Scope::TRANSACTION),
        ("Global", Scope::GLOBAL),
    ];
    const SHOWN: &'static [&'static str] = &["Object", "Range", "Transaction", "Global"];

    fn number(self) -> u16 {
        self as u16
    }

    fn name(self) -> &'static str {
        match self {
            ScopePhenomenon::OnOneObject => "on-one-object",
            ScopePhenomenon::AcrossRange => "across-a-range",
            ScopePhenomenon::AcrossTransaction => "across-a-transaction",
            ScopePhenomenon::Anywhere => "anywhere",
        }
    }
}
