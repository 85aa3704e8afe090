//! What is kept for the reader is replaced, and nothing of it is lost that could not be read.
use crate::browser::{is_hosted, read, write};
use crate::state::kept::{aside, is_spoilt};

/// Keeps a text under a name. What was there and could not be read is kept aside. Where nothing can
/// be kept, the text is known as long as the page.
pub fn keep(name: &str, text: &str) {
    if !is_hosted() {
        put_aside(name);
    }
    write(name, text);
}

/// Copies what is kept under a name if it could not be read, before it is replaced.
pub fn put_aside(name: &str) {
    if let Some(before) = read(name).filter(|before| is_spoilt(name, before)) {
        write(&aside(name), &before);
    }
}
