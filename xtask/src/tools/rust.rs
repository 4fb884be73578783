//! The active Rust toolchain: its WebAssembly target, and its standard library's source.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::step::step;
use crate::tools::search::on_path;

pub const TARGET: &str = "wasm32-unknown-unknown";

/// Releases on which rebuilding the standard library was tried. It rests on flags that are not stable, so another
/// release has to be tried, with the tests in the browser, before it is named here.
const REBUILDS: [&str; 1] = ["1.95."];

/// The active toolchain, made ready.
pub struct Rust {
    pub sysroot: PathBuf,
    pub std: Std,
}

/// Which standard library goes into the program.
#[derive(PartialEq, Eq)]
pub enum Std {
    /// Compiled anew, small and without panic messages: about a fifth less to download.
    Rebuilt,
    /// As it came with the toolchain, and why.
    Shipped(&'static str),
}

/// Adds what is missing to the active toolchain, without changing which toolchain that is.
pub fn ensure() -> Result<Rust> {
    let sysroot = sysroot()?;
    let libraries = sysroot.join("lib/rustlib");
    if !libraries.join(TARGET).join("lib").is_dir() {
        step("adding Rust's WebAssembly target, which the program is compiled for", || {
            rustup(&["target", "add", TARGET]).context(
                "this Rust toolchain has no WebAssembly target; by hand: `rustup target add wasm32-unknown-unknown`, \
                 or with Debian's own Rust: `apt-get install rustc-web rust-web-src lld`",
            )
        })?;
    }
    let std = std(&libraries)?;
    Ok(Rust { sysroot, std })
}

fn std(libraries: &Path) -> Result<Std> {
    let release = release()?;
    if !REBUILDS.iter().any(|known| release.starts_with(known)) {
        return Ok(Std::Shipped("rebuilding it was not tried on this Rust release"));
    }
    let source = libraries.join("src/rust/library/Cargo.lock");
    if !source.is_file() {
        // Without it the page works as well and is larger, so a failure is named by the build and stops nothing.
        step("adding the standard library's source, which makes the program a fifth smaller", || {
            rustup(&["component", "add", "rust-src"]).or(Ok(()))
        })?;
    }
    if source.is_file() {
        Ok(Std::Rebuilt)
    } else {
        Ok(Std::Shipped("its source is missing; by hand: `rustup component add rust-src`"))
    }
}

fn sysroot() -> Result<PathBuf> {
    let said = process::run(Command::new("rustc").args(["--print", "sysroot"])).context("rustc is needed")?;
    Ok(PathBuf::from(said.trim()))
}

/// "1.95.0", from "rustc 1.95.0 (...)".
fn release() -> Result<String> {
    let said = process::run(Command::new("rustc").arg("--version")).context("rustc is needed")?;
    Ok(said.split_whitespace().nth(1).unwrap_or_default().to_owned())
}

fn rustup(arguments: &[&str]) -> Result<()> {
    if on_path("rustup").is_none() {
        bail!("rustup is not installed");
    }
    process::run(Command::new("rustup").args(arguments))?;
    Ok(())
}
