//! Names for what is in files.

use std::fmt::Write;

/// Letters of a name that tells one content from another.
const NAME_LETTERS: usize = 12;

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The beginning of a digest, which is name enough.
pub fn name(digest: &[u8]) -> String {
    let mut name = hex(digest);
    name.truncate(NAME_LETTERS);
    name
}
