//! The small program that unpacks the large one.

use std::fs;

use anyhow::{Context, Result};

use super::program::{TARGET_DIR, features, settle};
use crate::process;
use crate::project::Project;
use crate::step::step;
use crate::tools::rust::TARGET;
use crate::tools::{Toolbox, cargo};

const WORK_DIR: &str = "target/bundle";

/// Its bytes.
pub fn compile(project: &Project, toolbox: &Toolbox) -> Result<Vec<u8>> {
    step("compiling what unpacks the program", || {
        let mut build = cargo(&project.root, &["build", "--quiet", "--package", "kpi-unpack", "--release"]);
        process::run(settle(project, &toolbox.rust, &mut build)?).context("kpi-unpack does not compile")?;
        let compiled = project.root.join(TARGET_DIR).join(TARGET).join("release/kpi_unpack.wasm");
        let folder = project.root.join(WORK_DIR);
        fs::create_dir_all(&folder)?;
        let small = folder.join("unpack.wasm");
        let mut optimizer = toolbox.command("wasm-opt", &project.root)?;
        optimizer.args(["-Oz", "--low-memory-unused", "--strip-producers", "--strip-target-features"]);
        optimizer.args(features(&project.read("Cargo.toml")?));
        optimizer.arg(&compiled).arg("-o").arg(&small);
        process::run(&mut optimizer).context("wasm-opt could not shrink kpi-unpack")?;
        fs::read(&small).with_context(|| format!("wasm-opt made no {}", small.display()))
    })
}
