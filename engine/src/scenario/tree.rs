//! What a scenario is read from.

/// A value in a file, or in an object of a page.
pub trait Tree: Sized {
    /// The value under a name; nothing if there is none, or this is no table.
    fn field(&self, name: &str) -> Option<Self>;

    /// The names in a table; nothing if this is none.
    fn names(&self) -> Option<Vec<String>>;

    /// The values in a list.
    fn list(&self) -> Option<Vec<Self>>;

    /// A text.
    fn text(&self) -> Option<String>;

    /// A number, whole or not. What is whole and beyond 2^53 may come out wrong.
    fn number(&self) -> Option<f64>;

    /// True or false.
    fn truth(&self) -> Option<bool>;
}
