//! One answer to one request: which file, as what type, under which policy.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use tiny_http::{Header, Method, Request, Response};

use crate::bundle::PAGE;

/// The smallest policy that the page has to run under; developing under it shows at once what breaks it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data: blob:; connect-src 'self'";

pub fn respond(root: &Path, request: Request) -> io::Result<()> {
    let file = target(request.url()).and_then(|path| inside(root, &path));
    let allowed = matches!(request.method(), Method::Get | Method::Head);
    match file.filter(|_| allowed).and_then(|file| Some((fs::read(root.join(&file)).ok()?, file))) {
        Some((content, file)) => {
            let headers = headers(&file).into_iter().filter_map(|(name, value)| Header::from_bytes(name, value).ok());
            let mut response = Response::from_data(content);
            headers.for_each(|header| response.add_header(header));
            request.respond(response)
        }
        None => request.respond(Response::from_string("not found\n").with_status_code(404)),
    }
}

/// The file of the checkout that a request names, of those that a website would have; nothing else is served.
fn target(url: &str) -> Option<PathBuf> {
    let path = decoded(url.split(['?', '#']).next()?)?;
    let path = path.strip_prefix('/')?;
    let path = if path.is_empty() { "index.html" } else { path };
    let path = PathBuf::from(path);
    let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    let public = path == Path::new("index.html") || path.starts_with("www") || path.starts_with("pkg");
    (plain && public).then_some(path)
}

/// Follows links, and takes back what leads out of the checkout.
fn inside(root: &Path, path: &Path) -> Option<PathBuf> {
    let real = root.join(path).canonicalize().ok()?;
    real.strip_prefix(root).ok().map(Path::to_owned)
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut decoded = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        decoded.push(if byte == b'%' { hex(bytes.next()?)? * 16 + hex(bytes.next()?)? } else { byte });
    }
    String::from_utf8(decoded).ok().filter(|path| !path.contains(['\0', '\\']))
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

fn headers(file: &Path) -> Vec<(&'static str, &'static str)> {
    let mime = mime(file);
    let mut headers = vec![("Content-Type", mime), ("Cache-Control", "no-store")];
    // The page with everything inside is made for opening as a file: its script stands in it, which the policy forbids.
    if mime.starts_with("text/html") && file != Path::new(PAGE) {
        headers.push(("Content-Security-Policy", POLICY));
    }
    headers
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_files_are_named() {
        let check = |url: &str, expect: Option<&str>| assert_eq!(target(url), expect.map(PathBuf::from), "{url}");
        check("/", Some("index.html"));
        check("/?a=b", Some("index.html"));
        check("/pkg/kpi-explorer.js?v=1", Some("pkg/kpi-explorer.js"));
        check("/www/data/a%20b.json", Some("www/data/a b.json"));
        check("/Cargo.toml", None);
        check("/pkg/../Cargo.toml", None);
        check("/pkg/%2e%2e/Cargo.toml", None);
        check("/pkg/..%2fCargo.toml", None);
        check("/pkg/..%5cCargo.toml", None);
        check("/www/%00", None);
        check("/www/%f", None);
        check("/www/%ff", None);
        check("//etc/passwd", None);
        check("/pkgs/a", None);
        check("pkg/a", None);
        check("http://elsewhere/pkg/a", None);
    }

    #[test]
    fn types() {
        let check = |file: &str, expect: &str| assert_eq!(mime(Path::new(file)), expect, "{file}");
        check("index.html", "text/html; charset=utf-8");
        check("a.min.js", "text/javascript; charset=utf-8");
        check("a.css", "text/css; charset=utf-8");
        check("a.json", "application/json");
        check("a.svg", "image/svg+xml");
        check("a.png", "image/png");
        check("a.wasm", "application/wasm");
        check("a", "application/octet-stream");
    }

    #[test]
    fn policy_is_for_pages_on_a_website() {
        let check = |file: &str, expect: bool| {
            let found = headers(Path::new(file)).iter().any(|(name, _)| *name == "Content-Security-Policy");
            assert_eq!(found, expect, "{file}");
        };
        check("index.html", true);
        check("www/host.html", true);
        check("pkg/index.html", false);
        check("pkg/kpi-explorer.js", false);
    }
}
