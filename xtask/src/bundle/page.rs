//! The page of its own: index.html with the script and the figures inside, by the command that officers use.

use anyhow::{Context, Result};

use super::{PAGE, SCRIPT};
use crate::process;
use crate::project::Project;
use crate::step::step;
use crate::tools::cargo;

pub fn write(project: &Project) -> Result<()> {
    step("making the page that carries everything inside it", || {
        let run = ["run", "--quiet", "--package", "kpi-cli", "--", "page"];
        let mut page = cargo(&project.root, &run);
        page.args(["--page", "index.html", "--program", SCRIPT, "--out", PAGE]);
        process::run(&mut page).with_context(|| format!("{PAGE} could not be made"))
    })?;
    Ok(())
}
