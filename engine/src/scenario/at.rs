//! Places in a scenario's file.

/// A place: the last key that leads there, with a position in a list, and what comes before.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    before: Option<&'a At<'a>>,
    key: &'a str,
    /// Counted from 1; 0 where the key leads to no list.
    position: usize,
}

impl<'b> At<'b> {
    /// The whole file.
    pub(super) const FILE: At<'static> = At { before: None, key: "", position: 0 };

    /// What stands under a key.
    pub(super) fn key<'a>(&'a self, key: &'a str) -> At<'a> {
        At { before: Some(self), key, position: 0 }
    }

    /// What stands at a place in a list; the place is counted from 0.
    pub(super) fn nth(self, place: usize) -> At<'b> {
        At { position: place + 1, ..self }
    }

    /// The keys and positions that lead there: "stage", "2", "look".
    pub(super) fn keys(&self) -> Vec<String> {
        let Some(before) = self.before else { return Vec::new() };
        let mut keys = before.keys();
        keys.push(self.key.to_owned());
        if self.position > 0 {
            keys.push(self.position.to_string());
        }
        keys
    }
}

#[cfg(test)]
mod tests {
    use super::At;

    #[test]
    fn keys_lead_to_a_place() {
        let stage = At::FILE.key("stage").nth(1);
        assert_eq!(stage.key("look").keys(), ["stage", "2", "look"]);
        assert!(At::FILE.keys().is_empty());
    }
}
