//! An answer, and how it goes on the wire.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::mime;

/// Status, type and body of an answer.
#[derive(Debug)]
pub(super) struct Response {
    pub status: u16,
    pub kind: &'static str,
    pub location: Option<String>,
    pub policy: Option<&'static str>,
    pub shared: bool,
    pub body: Vec<u8>,
}

impl Response {
    /// A line of plain text.
    pub(super) fn text(status: u16, text: &str) -> Self {
        let body = text.as_bytes().to_vec();
        let kind = "text/plain; charset=utf-8";
        Response { status, kind, location: None, policy: None, shared: false, body }
    }

    /// A file's content.
    pub(super) fn file(status: u16, path: &Path) -> io::Result<Self> {
        let kind = mime::of(path);
        let body = fs::read(path)?;
        Ok(Response { status, kind, location: None, policy: None, shared: false, body })
    }

    /// The way to another address; temporary, so that no browser remembers it between builds.
    pub(super) fn redirect(location: String) -> Self {
        let mut response = Response::text(302, "moved");
        response.location = Some(location);
        response
    }

    /// A tag that differs where the body differs.
    pub(super) fn etag(&self) -> String {
        // FNV-1a: short, and the same in every run.
        let digest = self.body.iter().fold(0xcbf2_9ce4_8422_2325_u64, |digest, byte| {
            (digest ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        format!("\"{digest:016x}\"")
    }

    /// Writes the answer; `body` says whether more than the head is wanted.
    pub(super) fn write(&self, to: &mut impl Write, body: bool) -> io::Result<()> {
        let mut head = format!(
            "HTTP/1.1 {} {}\r\ncontent-type: {}\r\ncache-control: no-cache\r\netag: {}\r\n",
            self.status,
            reason(self.status),
            self.kind,
            self.etag()
        );
        if let Some(location) = &self.location {
            head.push_str(&format!("location: {location}\r\n"));
        }
        if let Some(policy) = self.policy {
            head.push_str(&format!("content-security-policy: {policy}\r\n"));
        }
        if self.shared {
            head.push_str("access-control-allow-origin: *\r\n");
        }
        if self.status != 304 {
            head.push_str(&format!("content-length: {}\r\n", self.body.len()));
        }
        head.push_str("\r\n");
        to.write_all(head.as_bytes())?;
        if body && self.status != 304 {
            to.write_all(&self.body)?;
        }
        to.flush()
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        302 => "Found",
        304 => "Not Modified",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Internal Server Error",
    }
}
