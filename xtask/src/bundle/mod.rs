//! `build`: from Rust, a stylesheet and a class to what a web officer uploads.

mod embed;
mod frame;
mod instruction;
mod integrity;
mod names;
mod npm;
mod page;
mod program;
mod script;
mod streams;
mod text;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::tools::Toolbox;

pub use script::LANGUAGE;

/// The program in one classic script.
pub const SCRIPT: &str = "pkg/kpi-explorer.js";
/// The page with that script inside it.
pub const PAGE: &str = "pkg/index.html";

/// Makes pkg/. Besides that only target/ is written to.
pub fn build(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let program = names::shorten(project, toolbox, &program::compile(project, toolbox)?)?;
    script::write(project, toolbox, &program)?;
    frame::write(project)?;
    npm::write(project)?;
    embed::write(project)?;
    integrity::write(project)?;
    page::write(project)
}

/// Leaves an unchanged file alone: a browser or an editor that watches it need not look again.
fn write_if_changed(path: &Path, content: &str) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == content.as_bytes()) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}
