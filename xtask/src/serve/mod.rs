//! `serve`: the page as a strict website would serve it, on this machine alone.

mod respond;

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::Server;

use crate::bundle::{self, PAGE};
use crate::project::Project;
use crate::setup;

pub const DEFAULT_PORT: u16 = 8000;
/// How many ports are tried before giving up.
const TRIES: u16 = 20;

/// Sets up, builds and serves until it is interrupted.
pub fn serve(project: &Project, port: u16) -> Result<()> {
    let toolbox = setup::for_build(project)?;
    bundle::build(project, &toolbox)?;

    let listener = listen(port)?;
    let address = listener.local_addr().context("the server has no address")?;
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!("the server cannot start: {error}"))?;
    let root = project.root.canonicalize().context("the checkout is gone")?;
    println!("http://{address}/  the page under the policy of a strict website");
    if root.join(PAGE).is_file() {
        println!("file://{}  the same in one file, as from a memory stick", root.join(PAGE).display());
    }
    println!("Ctrl+C ends it; after a change, run it again");
    for request in server.incoming_requests() {
        // A visitor who has left before the answer is no reason to stop serving.
        respond::respond(&root, request).ok();
    }
    Ok(())
}

fn listen(wanted: u16) -> Result<TcpListener> {
    for port in wanted..=wanted.saturating_add(TRIES) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => println!("port {port} is taken, trying the next"),
            Err(error) => return Err(error).with_context(|| format!("port {port} cannot be used: try --port N")),
        }
    }
    bail!("no port is free from {wanted} on: try another with --port N")
}
