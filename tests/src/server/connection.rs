//! One connection: requests in, answers out, until somebody closes it.

use std::io::{self, BufRead, BufReader, ErrorKind};
use std::net::TcpStream;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::reload::{self, Reload};
use super::request::{self, Request};
use super::resolve::{Found, resolve};
use super::response::Response;
use super::{Exchange, Shared};

/// How long an idle connection sleeps before it looks whether the server was stopped.
const PATIENCE: Duration = Duration::from_millis(100);

/// Answers requests until either side closes; a broken connection is the client's own affair.
pub(super) fn serve(stream: io::Result<TcpStream>, shared: &Shared) {
    let Ok(stream) = stream else { return };
    if stream.set_read_timeout(Some(PATIENCE)).is_ok() {
        drop(converse(&stream, shared));
    }
}

fn converse(mut stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while wait(&mut reader, shared)? {
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        let Some(request) = request::read(&mut reader)? else { break };
        stream.set_read_timeout(Some(PATIENCE))?;
        let response = answer(&request, shared);
        let body = request.method != "HEAD";
        // Logged before it is written: who has the answer may look at the log at once.
        log(shared, &request, &response);
        response.write(&mut stream, body)?;
        if request.close {
            break;
        }
    }
    Ok(())
}

/// Waits for the first byte of a request; false when there will be none.
fn wait(reader: &mut BufReader<&TcpStream>, shared: &Shared) -> io::Result<bool> {
    loop {
        if !shared.open.load(Ordering::SeqCst) {
            return Ok(false);
        }
        match reader.fill_buf() {
            Ok(bytes) => return Ok(!bytes.is_empty()),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(error) => return Err(error),
        }
    }
}

fn answer(request: &Request, shared: &Shared) -> Response {
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return Response::text(405, "this host has files only: GET or HEAD");
    }
    let site = &shared.site;
    if let Some(generation) = reload::asked(&request.target)
        && let Some(reload) = &site.reload
    {
        return Response::text(200, &reload.wait(generation, &shared.open).to_string());
    }
    if site.reload.is_some() && request.target.starts_with(&format!("{}sw.js", site.base)) {
        return reload::retired_worker();
    }
    let root = shared.root.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let mut response = match resolve(&root, &site.base, &request.target) {
        Found::File(path) => Response::file(200, &path).unwrap_or_else(failed),
        Found::Redirect(location) => Response::redirect(location),
        Found::Missing => Response::file(404, &root.join("404.html"))
            .unwrap_or_else(|_| Response::text(404, "nothing here")),
    };
    if let Some(reload) = &site.reload {
        add_script(&mut response, reload);
    }
    response.policy = site.policy;
    response.shared = site.shared;
    if response.status == 200 && request.etag.as_deref() == Some(response.etag().as_str()) {
        response.status = 304;
    }
    response
}

fn failed(error: io::Error) -> Response {
    Response::text(500, &format!("the file could not be read: {error}"))
}

fn add_script(response: &mut Response, reload: &Reload) {
    if response.kind.starts_with("text/html") {
        response.body.extend_from_slice(reload.script().as_bytes());
    }
}

fn log(shared: &Shared, request: &Request, response: &Response) {
    let bytes =
        if request.method == "HEAD" || response.status == 304 { 0 } else { response.body.len() };
    shared.log.lock().unwrap_or_else(PoisonError::into_inner).push(Exchange {
        method: request.method.clone(),
        target: request.target.clone(),
        status: response.status,
        bytes,
    });
}
