//! What a worker has while it takes itself to hold the lease: a token, and a copy.
use super::super::{Contents, Register, Version};
use crate::evidence::Epoch;
use crate::kernel::SortedMap;
use crate::node::{Key, Value};

/// From one grant of the lease to its loss.
#[derive(Clone, Debug, Hash)]
pub(super) struct Tenure {
    token: Epoch,
    first_fetch: u32,
    newest: Version,
    copy: Option<SortedMap<Key, Register>>,
}

impl Tenure {
    pub fn new(token: Epoch, first_fetch: u32) -> Tenure {
        Tenure { token, first_fetch, newest: Version::default(), copy: None }
    }

    pub fn token(&self) -> Epoch {
        self.token
    }

    pub fn copy(&self) -> Option<&SortedMap<Key, Register>> {
        self.copy.as_ref()
    }

    /// What was asked for earlier may lack what an earlier holder has written since; and what
    /// was overtaken lacks the holder's own writes. Was it the first that counts?
    pub fn fetched(&mut self, contents: &Contents) -> bool {
        let counts = contents.asked >= self.first_fetch && contents.kept >= self.newest;
        let first = counts && self.copy.is_none();
        if first {
            self.copy = Some(contents.registers.iter().copied().collect());
        }
        first
    }

    /// Answers may overtake each other: the later write counts.
    pub fn written(&mut self, key: Key, value: Value, version: Version) {
        self.newest = self.newest.max(version);
        if let Some(copy) = &mut self.copy {
            let register = copy.or_insert(key, Register { value, version });
            if register.version < version {
                *register = Register { value, version };
            }
        }
    }
}
