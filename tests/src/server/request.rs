//! Reading the head of an HTTP/1.1 request.

use std::io::{self, BufRead, Read};

const HEAD_BYTES_MAX: u64 = 16 * 1024;
const BODY_BYTES_MAX: u64 = 1024 * 1024;

/// What the server needs to know of a request.
#[derive(Debug, Default)]
pub(super) struct Request {
    pub method: String,
    pub target: String,
    pub etag: Option<String>,
    pub close: bool,
}

/// Reads one request; `None` where the other side closed the connection.
pub(super) fn read(from: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut head = Vec::new();
    loop {
        let before = head.len();
        from.by_ref().take(HEAD_BYTES_MAX).read_until(b'\n', &mut head)?;
        let line = &head[before..];
        if line.is_empty() {
            return Ok(None);
        }
        if line == b"\r\n" || line == b"\n" {
            break;
        }
        if head.len() as u64 >= HEAD_BYTES_MAX {
            return Err(io::Error::other("the head of the request is too long"));
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let (request, body_bytes) = parse(&head);
    // A body is of no use to a static host, but the next request begins behind it.
    io::copy(&mut from.by_ref().take(body_bytes.min(BODY_BYTES_MAX)), &mut io::sink())?;
    Ok(Some(request))
}

fn parse(head: &str) -> (Request, u64) {
    let mut lines = head.lines();
    let mut words = lines.next().unwrap_or_default().split(' ');
    let mut request = Request {
        method: words.next().unwrap_or_default().into(),
        target: words.next().unwrap_or_default().into(),
        ..Request::default()
    };
    let mut body_bytes = 0;
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "if-none-match" => request.etag = Some(value.into()),
            "connection" => request.close = value.eq_ignore_ascii_case("close"),
            "content-length" => body_bytes = value.parse().unwrap_or(0),
            _ => {}
        }
    }
    (request, body_bytes)
}
