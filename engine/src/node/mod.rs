//! The contract that the author of a mechanism reads.
mod caption;
mod card;
mod effect;
mod mechanism;
mod outbox;
mod participant;
mod protocol;
mod record;
mod request;
mod sealed;
mod setup;
mod tray;
mod workload;
pub use caption::{Caption, Captioned};
pub use card::{Card, ClassCard, GuardCard, Layer, SettingCard};
pub use effect::{Effect, Under};
pub use mechanism::{Mechanism, Occupant, Told, mechanism};
pub use outbox::Outbox;
pub use participant::{Node, Obligations};
pub use protocol::{Protocol, Recoverable};
pub use record::{Bytes, Note, Record, Topic};
pub use request::{
    Answer, Call, Context, Key, OpId, Outcome, Refusal, Request, RequestId, Response, Ticket, Value,
};
pub use sealed::{Envelope, Kept, Name, Sealed, look, open};
pub use setup::Setup;
pub use tray::{Desk, Serial, Tray};
pub use workload::{Ask, ClientPlan, Pace, Provider, Route};
