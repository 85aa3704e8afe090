//! What the server answers, asked over a real connection.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Reload, Server, Site};

/// A small site in a folder of its own, removed when the test ends.
struct Files(PathBuf);

impl Files {
    fn new(name: &str) -> Files {
        let root = std::env::temp_dir().join(format!("server-{name}-{}", std::process::id()));
        fs::create_dir_all(root.join("site/part")).unwrap();
        for (path, text) in [
            ("secret.txt", "secret"),
            ("site/index.html", "<p>home</p>"),
            ("site/404.html", "<p>lost</p>"),
            ("site/part/index.html", "<p>part</p>"),
            ("site/a b.wasm", "wasm"),
        ] {
            fs::write(root.join(path), text).unwrap();
        }
        Files(root)
    }

    fn site(&self) -> Site {
        Site::new(self.0.join("site"))
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn ask(server: &Server, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    write!(stream, "{request}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn get(server: &Server, target: &str) -> String {
    ask(server, &format!("GET {target} HTTP/1.1"))
}

#[test]
fn serves_files_with_their_types() {
    let files = Files::new("types");
    let server = Server::start(files.site(), 0).unwrap();
    let home = get(&server, "/?query");
    assert!(home.starts_with("HTTP/1.1 200") && home.ends_with("<p>home</p>"), "{home}");
    assert!(home.contains("text/html"), "{home}");
    assert!(get(&server, "/a%20b.wasm").contains("application/wasm"));
}

#[test]
fn sends_folders_to_their_slash() {
    let files = Files::new("folders");
    let server = Server::start(files.site(), 0).unwrap();
    let answer = get(&server, "/part");
    assert!(answer.starts_with("HTTP/1.1 302") && answer.contains("location: /part/\r\n"));
    assert!(get(&server, "/part/").ends_with("<p>part</p>"));
}

#[test]
fn unknown_addresses_get_the_404_page_with_its_status() {
    let files = Files::new("lost");
    let server = Server::start(files.site(), 0).unwrap();
    let answer = get(&server, "/no/such/page");
    assert!(answer.starts_with("HTTP/1.1 404") && answer.ends_with("<p>lost</p>"), "{answer}");
}

#[test]
fn never_leaves_its_folder() {
    let files = Files::new("outside");
    let server = Server::start(files.site(), 0).unwrap();
    for target in ["/../secret.txt", "/%2e%2e/secret.txt", "/part/..%2f..%2fsecret.txt", "//../x"] {
        let answer = get(&server, target);
        assert!(answer.starts_with("HTTP/1.1 404") && !answer.contains("secret"), "{answer}");
    }
}

#[test]
fn a_site_below_a_path_is_nowhere_else() {
    let files = Files::new("base");
    let site = Site { base: "/some/path/".into(), ..files.site() };
    let server = Server::start(site, 0).unwrap();
    assert!(get(&server, "/some/path/").ends_with("<p>home</p>"));
    assert!(get(&server, "/some/path").contains("location: /some/path/\r\n"));
    assert!(get(&server, "/").starts_with("HTTP/1.1 404"));
    assert!(server.url("/part/").ends_with("/some/path/part/"));
}

#[test]
fn unchanged_files_are_not_sent_twice() {
    let files = Files::new("etag");
    let server = Server::start(files.site(), 0).unwrap();
    let first = get(&server, "/");
    let etag = first.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap();
    let again = ask(&server, &format!("GET / HTTP/1.1\r\nIf-None-Match: {etag}"));
    assert!(again.starts_with("HTTP/1.1 304"), "{again}");
}

#[test]
fn logs_and_refuses() {
    let files = Files::new("log");
    let server = Server::start(files.site(), 0).unwrap();
    get(&server, "/nowhere");
    assert!(ask(&server, "POST / HTTP/1.1").starts_with("HTTP/1.1 405"));
    let seen: Vec<_> = server.log().into_iter().map(|e| (e.method, e.target, e.status)).collect();
    let expected =
        [("GET".into(), "/nowhere".into(), 404), ("POST".into(), "/".into(), 405)].to_vec();
    assert_eq!(seen, expected);
    server.clear_log();
    assert!(server.log().is_empty());
}

#[test]
fn a_stopped_server_refuses_until_it_resumes() {
    let files = Files::new("stop");
    let mut server = Server::start(files.site(), 0).unwrap();
    server.stop();
    assert!(TcpStream::connect(("127.0.0.1", server.port())).is_err());
    server.resume().unwrap();
    assert!(get(&server, "/").starts_with("HTTP/1.1 200"));
}

#[test]
fn pages_learn_of_a_new_build() {
    let files = Files::new("reload");
    let reload = Arc::new(Reload::default());
    let site = Site { reload: Some(Arc::clone(&reload)), ..files.site() };
    let server = Server::start(site, 0).unwrap();
    assert!(get(&server, "/").contains("/__built?after=0"));
    reload.built();
    assert!(get(&server, "/__built?after=0").ends_with("\r\n\r\n1"));
}

#[test]
fn another_folder_takes_the_place_of_the_first() {
    let files = Files::new("show");
    let server = Server::start(files.site(), 0).expect("a port");
    server.show(files.0.join("site/part"));
    assert!(get(&server, "/").ends_with("<p>part</p>"));
}

#[test]
fn a_site_under_work_is_kept_by_no_worker() {
    let files = Files::new("worker");
    let reload = Some(Arc::new(Reload::default()));
    let server = Server::start(Site { reload, ..files.site() }, 0).expect("a port");
    assert!(get(&server, "/sw.js").contains("registration.unregister()"));
    let server = Server::start(files.site(), 0).expect("a port");
    assert!(get(&server, "/sw.js").starts_with("HTTP/1.1 404"));
}
