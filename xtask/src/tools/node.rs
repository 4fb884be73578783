//! Node.js runs esbuild, wasm-opt and the end-to-end tests.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::step::step;
use crate::tools::apt;
use crate::tools::search::on_path;

/// The first whose test runner has the options that `cargo xtask test` gives it.
const OLDEST: u32 = 20;

pub fn ensure() -> Result<()> {
    let by_hand = || format!("Node.js {OLDEST} or newer with npm is needed: install it from your system's packages");
    if on_path("node").is_none() || on_path("npm").is_none() {
        step("installing Node.js and npm, which run esbuild, wasm-opt and the end-to-end tests", || {
            apt::install(&["nodejs", "npm"]).with_context(by_hand)
        })?;
    }
    let said = process::run(Command::new("node").arg("--version")).with_context(by_hand)?;
    let major = major(&said).with_context(|| format!("node does not say its version but {said:?}"))?;
    ensure!(major >= OLDEST, "this is Node.js {major}: {}", by_hand());
    Ok(())
}

fn major(said: &str) -> Option<u32> {
    said.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_line() {
        let check = |said: &str, expect: Option<u32>| assert_eq!(major(said), expect, "{said:?}");
        check("v20.20.2\n", Some(20));
        check("v8.0.0", Some(8));
        check("", None);
        check("node: not found", None);
    }
}
