//! The Rust half: WebAssembly, and wasm-bindgen's JavaScript around it.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};

use crate::fingerprint::fingerprint;
use crate::process;
use crate::project::Project;
use crate::step::step;
use crate::tools::rust::{Rust, Std, TARGET};
use crate::tools::{Toolbox, cargo, wasm_pack};

/// Its own folder: these flags would otherwise throw away the native build, and that one this.
pub(super) const TARGET_DIR: &str = "target/wasm";
const OUT_DIR: &str = "target/wasm-pack";
const NAME: &str = "kpi_explorer";

pub struct Program {
    /// wasm-bindgen's script, which defines `wasm_bindgen`.
    pub glue: String,
    pub wasm: Vec<u8>,
}

pub fn compile(project: &Project, toolbox: &Toolbox) -> Result<Program> {
    if let Std::Shipped(why) = toolbox.rust.std {
        println!("note: the program is built with the standard library as it came and will be larger: {why}");
    }
    step("compiling the program for the browser", || {
        let mut build = cargo(&project.root, &["build", "--quiet", "--lib", "--release"]);
        process::run(settle(project, &toolbox.rust, &mut build)?).context("the program does not compile")
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
            process::run(settle(project, &toolbox.rust, &mut pack)?).context("wasm-pack failed")?;
            fs::write(&mark, &print).with_context(|| format!("{} cannot be written", mark.display()))
        })?;
    }
    Ok(Program {
        glue: fs::read_to_string(&glue).with_context(|| format!("wasm-pack made no {}", glue.display()))?,
        wasm: fs::read(&wasm).with_context(|| format!("wasm-pack made no {}", wasm.display()))?,
    })
}

/// wasm-opt's names for what programs are built with, from Cargo.toml.
pub fn features(manifest: &str) -> impl Iterator<Item = &str> {
    manifest.split('"').filter(|word| word.starts_with("--enable-"))
}

/// Makes `cargo build` compile the same thing whether it is started here or by wasm-pack.
pub(super) fn settle<'a>(project: &Project, rust: &Rust, command: &'a mut Command) -> Result<&'a mut Command> {
    command.env("CARGO_BUILD_TARGET", TARGET).env("CARGO_TARGET_DIR", project.root.join(TARGET_DIR));
    // LLVM takes a function with one caller into it if it has fewer than 3,000 instructions, and functions of such a size
    // compress badly: their locals have no numbers in common. At twenty times the usual costs it is 150, and for others all
    // is in proportion. 0.9 kB of brotli.
    let mut flags = vec!["-Cllvm-args=-inline-instr-cost=100 -inline-call-penalty=500".to_owned()];
    // What is published must not tell under which name and in which folders it was compiled.
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let places =
        [(cargo_home.as_ref(), "/cargo"), (Some(&rust.sysroot), "/rust"), (Some(&project.root), "/kpi-explorer")];
    for (place, name) in places {
        let Some(place) = place else { continue };
        let place = place.to_str().with_context(|| format!("{} is not a name in UTF-8", place.display()))?;
        flags.push(format!("--remap-path-prefix={place}={name}"));
    }
    if rust.std == Std::Rebuilt {
        // Rebuilding std is not stable yet; a stable compiler does it when told that it may.
        command.env("RUSTC_BOOTSTRAP", "1");
        command.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
        command.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        // A panic ends the program at once: no message, hence no text to carry.
        flags.extend(
            ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zfmt-debug=none", "-Zlocation-detail=none"]
                .map(str::to_owned),
        );
    }
    // The encoded form lets a folder's name contain spaces, and comes before any flags that the user has set.
    Ok(command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")))
}
