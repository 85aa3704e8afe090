//! How a message is called in tables and on the stage.
use crate::evidence::Kind;

/// A message's name and the two numbers that matter most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Caption {
    /// What it is: "append", "vote".
    pub name: &'static str,
    /// Its binding, a term or a token; 0 if it has none.
    pub epoch: u32,
    /// Its position, a log index or a version; 0 if it has none.
    pub index: u32,
    /// The evidence that it brings, if it brings any.
    pub brings: Option<Kind>,
}

impl Caption {
    /// With the evidence that it brings.
    #[must_use]
    pub const fn bringing(self, kind: Kind) -> Caption {
        Caption { brings: Some(kind), ..self }
    }

    /// A name alone.
    pub const fn plain(name: &'static str) -> Caption {
        Caption { name, epoch: 0, index: 0, brings: None }
    }
}

/// A message that can be told by name.
pub trait Captioned {
    /// How it is called.
    fn caption(&self) -> Caption;
}
