//! Tools that are written in Rust and compiled here, each version in a folder of its own.

use std::fs;
use std::path::PathBuf;
use std::process::{self as this, Command};

use anyhow::{Context, Result};

use crate::process;
use crate::project::Project;
use crate::step::step;
use crate::tools::Toolbox;
use crate::tools::search::{has_version, on_path};

/// A crate whose programs the build runs.
pub struct Tool<'a> {
    pub package: &'a str,
    pub version: &'a str,
    /// The first answers `--version`.
    pub programs: &'a [&'a str],
    /// What it does here, for the one who waits.
    pub why: &'a str,
}

pub fn ensure(project: &Project, toolbox: &mut Toolbox, tool: &Tool<'_>) -> Result<()> {
    let Tool { package, version, programs, why } = tool;
    let folder = project.cache.join(format!("{package}-{version}"));
    let installed = programs.iter().all(|program| folder.join("bin").join(program).is_file());
    if !installed {
        let have_all = programs.iter().all(|program| on_path(program).is_some());
        if have_all && programs.first().is_some_and(|program| has_version(program, version)) {
            return Ok(());
        }
        step(&format!("compiling {package} {version}, which {why} (about half a minute)"), || {
            install(project, tool, &folder)
        })?;
    }
    toolbox.add(folder.join("bin"));
    Ok(())
}

fn install(project: &Project, tool: &Tool<'_>, folder: &PathBuf) -> Result<()> {
    let Tool { package, version, .. } = tool;
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let attempt = |locked: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.arg("install").args(locked).arg("--root").arg(folder).arg(format!("{package}@{version}"));
        // Not in the checkout: its cargo settings are not the tool's.
        cargo.current_dir(&project.cache).env("CARGO_TARGET_DIR", compiling(project));
        // Compiled without optimising, both tools are ready in half the time, and slower by a tenth of a second a run.
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").env("CARGO_PROFILE_RELEASE_LTO", "off");
        process::run(&mut cargo)
    };
    // A tool's own lock may name a crate that the registry no longer has, or does not have yet.
    attempt(&["--locked"]).or_else(|_| attempt(&[])).with_context(|| {
        format!(
            "{package} could not be compiled; by hand, with a C compiler installed: \
             cargo install {package}@{version}"
        )
    })?;
    Ok(())
}

/// Shared by all tools of one setup, since they have dependencies in common, and by no other setup.
fn compiling(project: &Project) -> PathBuf {
    project.cache.join(format!("compiling-{}", this::id()))
}

/// A few hundred megabytes that nobody needs once the programs are installed.
pub fn clean_up(project: &Project) {
    fs::remove_dir_all(compiling(project)).ok();
}
