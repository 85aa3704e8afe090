//! Which page an address means.
use crate::browser::page_path;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// A page of prose, with labs in it.
    Prose,
    /// A lab that takes the whole page.
    Play(String),
    /// There is no such page.
    Unknown,
}

impl Route {
    /// The page at the present address.
    pub fn here() -> Route {
        Route::of(&page_path())
    }

    /// The page at a path below the base.
    pub fn of(path: &str) -> Route {
        let path = path.strip_suffix("index.html").unwrap_or(path).trim_matches('/');
        let plain = |id: &str| id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        match path.split_once('/') {
            None if path.is_empty() => Route::Prose,
            Some(("play", id)) if plain(id) && !id.is_empty() => Route::Play(id.into()),
            _ => Route::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_mean_pages() {
        assert_eq!(Route::of(""), Route::Prose);
        assert_eq!(Route::of("index.html"), Route::Prose);
        let lab = Route::Play("ch03-raft-lease-read".into());
        assert_eq!(Route::of("play/ch03-raft-lease-read"), lab);
        assert_eq!(Route::of("play/ch03-raft-lease-read/index.html"), lab);
        for strange in ["nowhere", "play/", "play/../x", "play/a/b", "play/<script>"] {
            assert_eq!(Route::of(strange), Route::Unknown, "{strange}");
        }
    }
}
