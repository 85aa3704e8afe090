//! From a request's target to a file of the site, never to one outside it.

use std::path::{Path, PathBuf};

/// What a target names.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A file of the site.
    File(PathBuf),
    /// A folder, asked for without its slash: the address it should have had.
    Redirect(String),
    /// Nothing.
    Missing,
}

/// Looks `target` up below `root`, where the site appears at `base`.
pub(super) fn resolve(root: &Path, base: &str, target: &str) -> Found {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    if !base.is_empty() && path == base.trim_end_matches('/') && path != base {
        return Found::Redirect(base.into());
    }
    let Some(inner) = path.strip_prefix(base) else { return Found::Missing };
    let Some(inner) = decode(inner) else { return Found::Missing };
    let mut file = root.to_path_buf();
    for part in inner.split('/').filter(|part| !part.is_empty()) {
        if matches!(part, "." | "..") || part.contains(['\\', '\0', ':']) {
            return Found::Missing;
        }
        file.push(part);
    }
    let names_folder = inner.is_empty() || inner.ends_with('/');
    match (file.is_dir() && file.join("index.html").is_file(), names_folder) {
        (true, true) => Found::File(file.join("index.html")),
        (true, false) => Found::Redirect(format!("{path}/")),
        (false, false) if file.is_file() => Found::File(file),
        _ => Found::Missing,
    }
}

fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let high = char::from(rest.next()?).to_digit(16)?;
        let low = char::from(rest.next()?).to_digit(16)?;
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}
