//! Packages from npm, each set pinned by a lock file that is committed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self as this, Command};

use anyhow::{Context, Result};

use crate::fingerprint::fingerprint;
use crate::process;
use crate::project::Project;
use crate::step::step;
use crate::tools::search::has_version;
use crate::tools::{Toolbox, node};

const BUILD_TOOLS: &str = "xtask/npm";
const TEST_PACKAGES: &str = "tests/e2e";
/// Pages that other libraries draw, to be measured beside ours.
pub const PEERS: &str = "tests/peers";
const FILES: [&str; 2] = ["package.json", "package-lock.json"];

/// wasm-opt and esbuild, into the cache: a checkout stays free of what only its build needs.
pub fn build_tools(project: &Project, toolbox: &mut Toolbox) -> Result<()> {
    let manifest = project.read(&format!("{BUILD_TOOLS}/package.json"))?;
    let pinned = |package: &str| pinned_version(&manifest, package).unwrap_or_default();
    // Binaryen counts 1, 2, 3; npm makes that 1.0.0, 2.0.0, 3.0.0.
    let binaryen = pinned("binaryen").trim_end_matches(".0");
    if has_version("wasm-opt", binaryen) && has_version("esbuild", pinned("esbuild")) {
        return node::ensure();
    }
    node::ensure()?;
    let folder = project.cache.join(format!("npm-{}", lock_print(project, BUILD_TOOLS)?));
    if !folder.is_dir() {
        step("installing wasm-opt, which shrinks the program, and esbuild, which shrinks the script", || {
            install_apart(&project.root.join(BUILD_TOOLS), &folder)
        })?;
    }
    toolbox.add(folder.join("node_modules/.bin"));
    Ok(())
}

/// What drives and judges the pages in the end-to-end tests, beside them, because their imports look there.
pub fn test_packages(project: &Project) -> Result<()> {
    const WHAT: &str =
        "installing playwright-core, which drives the browsers, and axe-core, which checks accessibility";
    install_beside(project, TEST_PACKAGES, WHAT)
}

/// The libraries that the page is measured against; nothing but `bench` needs them.
pub fn peers(project: &Project) -> Result<()> {
    install_beside(project, PEERS, "installing the chart libraries that the page is measured against")
}

fn install_beside(project: &Project, folder: &str, what: &str) -> Result<()> {
    let path = project.root.join(folder);
    let mark = path.join("node_modules/.installed-from");
    let print = lock_print(project, folder)?;
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == print) {
        return Ok(());
    }
    step(what, || {
        clean_install(&path)?;
        fs::write(&mark, print).with_context(|| format!("{} cannot be written", mark.display()))
    })
}

/// Installs beside the final place and renames at the end, so that a folder that exists is complete.
fn install_apart(from: &Path, to: &Path) -> Result<()> {
    let unfinished = PathBuf::from(format!("{}-{}", to.display(), this::id()));
    fs::create_dir_all(&unfinished).with_context(|| format!("{} cannot be made", unfinished.display()))?;
    for file in FILES {
        fs::copy(from.join(file), unfinished.join(file)).with_context(|| format!("{file} cannot be copied"))?;
    }
    clean_install(&unfinished)?;
    let renamed = fs::rename(&unfinished, to);
    if to.is_dir() {
        // Another clone may have been faster; its folder is as good as ours.
        fs::remove_dir_all(&unfinished).ok();
        return Ok(());
    }
    renamed.with_context(|| format!("{} cannot be renamed", unfinished.display()))
}

/// None of the packages needs its install script, and what is not run cannot harm.
fn clean_install(folder: &Path) -> Result<()> {
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    process::run(Command::new("npm").args(arguments).current_dir(folder)).with_context(|| {
        format!("npm could not install what its lock file names; by hand: npm ci, in {}", folder.display())
    })?;
    Ok(())
}

fn lock_print(project: &Project, folder: &str) -> Result<String> {
    let lock = project.read(&format!("{folder}/package-lock.json"))?;
    Ok(fingerprint(&[lock.as_bytes()]))
}

/// The manifest pins exact versions, one package a line.
fn pinned_version<'a>(manifest: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("\"{package}\": \"");
    manifest.lines().find_map(|line| line.trim().strip_prefix(&name))?.trim_end_matches(',').strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pinned_versions() {
        let manifest = "{\n  \"name\": \"x\",\n  \"dependencies\": {\n    \"binaryen\": \"132.0.0\",\n    \
                        \"esbuild\": \"0.28.2\"\n  }\n}\n";
        let check = |package: &str, expect: Option<&str>| {
            assert_eq!(pinned_version(manifest, package), expect, "{package}");
        };
        check("binaryen", Some("132.0.0"));
        check("esbuild", Some("0.28.2"));
        check("build", None);
    }
}
