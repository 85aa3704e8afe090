//! Why a node may believe: kinds, who issued what to whom, and requirements over two views.
mod card;
mod claim;
mod judgement;
mod kind;
mod kinds;
mod ledger;
mod portrait;
mod requirement;
mod seen;
mod slot;
mod state;
mod view;
mod wallet;
pub use card::{
    Assumption, Binding, Cost, EvidenceCard, Fact, Family, Lifetime, Nature, Revocation, Scope,
};
pub use claim::{Epoch, Evidence};
pub use judgement::{Judgement, Part, judge};
pub use kind::Kind;
pub use ledger::{Consequences, Ledger, Truth};
pub use portrait::{Portrait, judge_both};
pub use requirement::{Quorum, Requirement};
pub use seen::Seen;
pub use slot::{Side, Slot, Validity};
pub use state::{Phase, State};
pub use view::{Piece, View};
pub use wallet::{Acceptance, Purse, Wallet};
