//! Places in a scenario's file.

/// A place: the steps that lead there from the whole file. A program without the feature `text`
/// tells nobody of places, and has none.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    #[cfg(feature = "text")]
    last: Option<Step<'a>>,
    #[cfg(not(feature = "text"))]
    nowhere: std::marker::PhantomData<&'a ()>,
}

/// A key, with a position in the list to which it leads, and what comes before.
#[cfg(feature = "text")]
#[derive(Clone, Copy)]
struct Step<'a> {
    before: &'a At<'a>,
    key: &'a str,
    /// Counted from 1; 0 where the key leads to no list.
    position: usize,
}

#[cfg(feature = "text")]
impl<'b> At<'b> {
    /// The whole file.
    pub(super) const FILE: At<'static> = At { last: None };

    /// What stands under a key.
    pub(super) fn key<'a>(&'a self, key: &'a str) -> At<'a> {
        At { last: Some(Step { before: self, key, position: 0 }) }
    }

    /// What stands at a place in a list; the place is counted from 0.
    pub(super) fn nth(self, place: usize) -> At<'b> {
        At { last: self.last.map(|step| Step { position: place + 1, ..step }) }
    }

    /// The keys and positions that lead there: "stage", "2", "look".
    pub(super) fn keys(&self) -> Vec<String> {
        let Some(Step { before, key, position }) = self.last else { return Vec::new() };
        let mut keys = before.keys();
        keys.push(key.to_owned());
        if position > 0 {
            keys.push(position.to_string());
        }
        keys
    }
}

#[cfg(not(feature = "text"))]
impl<'b> At<'b> {
    pub(super) const FILE: At<'static> = At { nowhere: std::marker::PhantomData };

    pub(super) fn key<'a>(&'a self, _: &'a str) -> At<'a> {
        At::FILE
    }

    pub(super) fn nth(self, _: usize) -> At<'b> {
        self
    }

    pub(super) fn keys(&self) -> Vec<String> {
        Vec::new()
    }
}

#[cfg(all(test, feature = "text"))]
mod tests {
    use super::At;

    #[test]
    fn keys_lead_to_a_place() {
        let stage = At::FILE.key("stage").nth(1);
        assert_eq!(stage.key("look").keys(), ["stage", "2", "look"]);
        assert!(At::FILE.keys().is_empty());
    }
}
