//! A static file server on 127.0.0.1 that does what a plain host does, and logs its requests.

mod connection;
mod exchange;
mod mime;
mod reload;
mod request;
mod resolve;
mod response;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

pub use exchange::Exchange;
pub use reload::Reload;

/// What is served.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder whose files are served.
    pub root: PathBuf,
    /// The path below which they appear; begins and ends with a slash.
    pub base: String,
    /// Where set, pages carry a script that reloads them when the site was built again.
    pub reload: Option<Arc<Reload>>,
    /// Where set, the content security policy that goes with every answer.
    pub policy: Option<&'static str>,
    /// Whether pages of other origins may read the files.
    pub shared: bool,
}

impl Site {
    /// The files of `root` at the top of the host.
    pub fn new(root: PathBuf) -> Self {
        Site { root, base: "/".into(), reload: None, policy: None, shared: false }
    }
}

/// What all threads of a server share.
struct Shared {
    site: Site,
    /// The folder that is served now: the site's, until another one was put in its place.
    root: Mutex<PathBuf>,
    log: Mutex<Vec<Exchange>>,
    open: AtomicBool,
}

/// A server that listens until it is stopped or dropped.
pub struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
    listening: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `site` on 127.0.0.1 at `port`; port 0 takes a free one.
    pub fn start(site: Site, port: u16) -> io::Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let root = Mutex::new(site.root.clone());
        let shared = Shared { site, root, log: Mutex::default(), open: AtomicBool::new(true) };
        let mut server = Server { shared: Arc::new(shared), address, listening: None };
        server.listen(listener)?;
        Ok(server)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The address of a path below the site's base, as in `url("/")`.
    pub fn url(&self, path: &str) -> String {
        let base = &self.shared.site.base;
        format!("http://{}{base}{}", self.address, path.trim_start_matches('/'))
    }

    /// The folder that it was started with.
    pub fn root(&self) -> &Path {
        &self.shared.site.root
    }

    /// The path below which the site appears.
    pub fn base(&self) -> &str {
        &self.shared.site.base
    }

    /// Serves another folder from now on, as when a new release is put on a host.
    pub fn show(&self, root: PathBuf) {
        *self.shared.root.lock().unwrap_or_else(PoisonError::into_inner) = root;
    }

    /// Every request answered so far, oldest first.
    pub fn log(&self) -> Vec<Exchange> {
        self.shared.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets the requests answered so far.
    pub fn clear_log(&self) {
        self.shared.log.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Closes the port and every connection, as if the network were gone.
    pub fn stop(&mut self) {
        self.shared.open.store(false, Ordering::SeqCst);
        // A listener notices only when somebody knocks.
        drop(TcpStream::connect(self.address));
        if let Some(listening) = self.listening.take() {
            drop(listening.join());
        }
    }

    /// Listens on the same port again.
    pub fn resume(&mut self) -> io::Result<()> {
        if self.listening.is_none() {
            let listener = TcpListener::bind(self.address)?;
            self.shared.open.store(true, Ordering::SeqCst);
            self.listen(listener)?;
        }
        Ok(())
    }

    fn listen(&mut self, listener: TcpListener) -> io::Result<()> {
        let shared = Arc::clone(&self.shared);
        let accept = move || {
            let mut connections = Vec::new();
            for stream in listener.incoming() {
                if !shared.open.load(Ordering::SeqCst) {
                    break;
                }
                let shared = Arc::clone(&shared);
                let serve = move || connection::serve(stream, &shared);
                connections.extend(thread::Builder::new().spawn(serve));
                connections.retain(|connection: &JoinHandle<()>| !connection.is_finished());
            }
            for connection in connections {
                drop(connection.join());
            }
        };
        self.listening = Some(thread::Builder::new().name("server".into()).spawn(accept)?);
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

#[cfg(test)]
mod tests;
