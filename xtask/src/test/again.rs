//! Whether the program can be built again: what is published can be checked by whoever has the sources.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::bundle::{self, SCRIPT};
use crate::project::Project;
use crate::tools::Toolbox;

/// Builds the program once more from nothing, and holds the bytes against those of the build before.
pub fn same_bytes(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let read = || fs::read(project.root.join(SCRIPT)).with_context(|| format!("{SCRIPT} is not there"));
    let first = read()?;
    for folder in ["target/wasm", "target/wasm-pack", "target/bundle"] {
        let folder = project.root.join(folder);
        fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    bundle::build(project, toolbox)?;
    ensure!(read()? == first, "two builds of the same sources made different bytes of {SCRIPT}");
    Ok(())
}
