//! The Rust half: WebAssembly, and wasm-bindgen's JavaScript around it.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::fingerprint::fingerprint;
use crate::process;
use crate::project::Project;
use crate::step::step;
use crate::tools::rust::{Std, TARGET};
use crate::tools::{Toolbox, cargo, wasm_pack};

/// Its own folder: these flags would otherwise throw away the native build, and that one this.
const TARGET_DIR: &str = "target/wasm";
const OUT_DIR: &str = "target/wasm-pack";
const NAME: &str = "kpi_explorer";

pub struct Program {
    /// wasm-bindgen's script, which defines `wasm_bindgen`.
    pub glue: String,
    pub wasm: Vec<u8>,
}

pub fn compile(project: &Project, toolbox: &Toolbox) -> Result<Program> {
    if let Std::Shipped(why) = toolbox.std {
        println!("note: the program is built with the standard library as it came and will be larger: {why}");
    }
    step("compiling the program for the browser", || {
        let mut build = cargo(&project.root, &["build", "--lib", "--release"]);
        process::run(settle(project, &toolbox.std, &mut build)).context("the program does not compile (see above)")
    })?;

    let compiled = project.root.join(TARGET_DIR).join(TARGET).join("release").join(format!("{NAME}.wasm"));
    let compiled = fs::read(&compiled).with_context(|| format!("cargo made no {}", compiled.display()))?;
    let out = project.root.join(OUT_DIR);
    let glue = out.join(format!("{NAME}.js"));
    let wasm = out.join(format!("{NAME}_bg.wasm"));

    // Shrinking takes longer than everything else in a build where little changed, so it is done once per program.
    let tools = [
        // Names wasm-opt's flags.
        project.read("Cargo.toml")?,
        project.read("xtask/npm/package-lock.json")?,
        project.locked("wasm-bindgen")?,
        wasm_pack::VERSION.to_owned(),
    ];
    let mark = out.join("made-from");
    let print = fingerprint(&[&compiled, tools.concat().as_bytes()]);
    let made = fs::read_to_string(&mark).is_ok_and(|old| old == print) && glue.is_file() && wasm.is_file();
    if !made {
        step("wrapping the program in JavaScript and shrinking it (wasm-pack, wasm-bindgen, wasm-opt)", || {
            let mut pack = toolbox.command("wasm-pack", &project.root)?;
            // --no-pack: a package.json is of no use to a page.
            pack.args(["build", "--release", "--target", "no-modules", "--no-typescript", "--no-pack"]);
            // What is missing was installed before; wasm-pack's own downloads would be other versions.
            pack.args(["--mode", "no-install", "--out-dir", OUT_DIR, "--out-name", NAME, "."]);
            process::run(settle(project, &toolbox.std, &mut pack)).context("wasm-pack failed (see above)")?;
            fs::write(&mark, &print).with_context(|| format!("{} cannot be written", mark.display()))
        })?;
    }
    Ok(Program {
        glue: fs::read_to_string(&glue).with_context(|| format!("wasm-pack made no {}", glue.display()))?,
        wasm: fs::read(&wasm).with_context(|| format!("wasm-pack made no {}", wasm.display()))?,
    })
}

/// Makes `cargo build` compile the same thing whether it is started here or by wasm-pack.
fn settle<'a>(project: &Project, std: &Std, command: &'a mut Command) -> &'a mut Command {
    command.env("CARGO_BUILD_TARGET", TARGET).env("CARGO_TARGET_DIR", project.root.join(TARGET_DIR));
    // Either would silently replace the flags below.
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    if *std == Std::Rebuilt {
        // Rebuilding std is not stable yet; a stable compiler does it when told that it may.
        command.env("RUSTC_BOOTSTRAP", "1");
        command.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
        command.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        // A panic ends the program at once: no message, hence no text to carry.
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort");
    }
    command
}
