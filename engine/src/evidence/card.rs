//! What is fixed about a kind of evidence: its properties, typed, as readers see them on its card.
use super::Kind;

/// Who answers for a claim, and how it can cease to be true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nature {
    /// Binds the issuer's own future: it will refuse what the promise rules out. It ends as
    /// announced; an issuer that ends it earlier has broken its word.
    Promise,
    /// States a fact. It may cease to be true at any moment, and nobody has done wrong.
    Report(Fact),
}

/// What must be so in the world for a report to be true, besides its issuer saying so again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// Issuer and holder are up and words pass between them both ways.
    Reachable,
    /// The issuer's wall clock is within the error that its host claims.
    ClockWithinClaim,
    /// Nothing besides the issuer's own word.
    Word,
}

/// The families in which kinds are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Order and commit.
    Order,
    /// Recency.
    Recency,
    /// Inclusion and consistency.
    Inclusion,
    /// Allocation.
    Allocation,
    /// Identity and attestation.
    Identity,
    /// Measurement.
    Measurement,
    /// Contract.
    Contract,
}

impl Family {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Family; 7] = [
        Family::Order,
        Family::Recency,
        Family::Inclusion,
        Family::Allocation,
        Family::Identity,
        Family::Measurement,
        Family::Contract,
    ];
}

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All that the service keeps.
    Service,
    /// One key.
    Key,
    /// One resource outside the service.
    Resource,
    /// One host.
    Host,
}

/// For how long a claim counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lifetime {
    /// Until a reading of a clock: the issuer's for the issuer, the holder's for the holder.
    UntilDeadline,
    /// As long as the fact holds; the holder counts it for a while after it was told.
    WhileTrue,
    /// For ever.
    Permanent,
}

/// What a claim is bound to, so that an old one cannot pass for a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Binding {
    /// A term of office.
    Term,
    /// A token that only grows.
    Token,
    /// A count of the issuer's own, which says nothing beside another issuer's.
    Count,
    /// A reading of the issuer's clock.
    Reading,
}

/// How a claim ends early, and how its holder learns of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Revocation {
    /// Not before its time.
    None,
    /// Only when its holder gives it back.
    Returned,
    /// It ends without a word: the holder learns of it when the next one fails to come.
    Silent,
    /// A higher binding supersedes it: the holder learns of it when it meets one.
    Superseded,
}

/// What one item costs to make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cost {
    /// Messages.
    pub messages: u8,
    /// Flushes of a disk that must end first.
    pub flushes: u8,
    /// One item serves so many operations that its cost per operation tends to nothing.
    pub amortised: bool,
}

/// What must be so for belief and truth to agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Assumption {
    /// No clock runs faster or slower than the bound says.
    DriftWithinBound,
    /// What a disk reports as flushed survives a crash.
    HonestFlush,
    /// Wall clocks are within the error that their hosts claim.
    ClockWithinClaim,
    /// Nodes crash and forget nothing that they flushed, and do not lie.
    CrashOnly,
}

/// A kind of evidence, as readers see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EvidenceCard {
    /// Which kind.
    pub kind: Kind,
    /// Its name in the book.
    pub name: &'static str,
    /// What its issuer says, in one sentence in the first person.
    pub says: &'static str,
    /// In which family it is listed.
    pub family: Family,
    /// Promise or report.
    pub nature: Nature,
    /// What it is about.
    pub scope: Scope,
    /// For how long it counts.
    pub lifetime: Lifetime,
    /// What it is bound to.
    pub binding: Binding,
    /// Can a third party verify it?
    pub forwardable: bool,
    /// Do several items make one claim?
    pub composable: bool,
    /// How it ends early.
    pub revocation: Revocation,
    /// What one item costs.
    pub cost: Cost,
    /// What must be so for belief and truth to agree.
    pub assumptions: &'static [Assumption],
}
