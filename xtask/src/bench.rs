//! `bench`: what the page costs a visitor, measured on the built files in Chromium, and what reading two million figures
//! costs natively. The numbers are read, not asserted: they depend on the machine.

use anyhow::{Context, Result, ensure};

use crate::bundle;
use crate::project::Project;
use crate::setup;
use crate::size;
use crate::test::Extent;
use crate::tools::cargo;

const MEASURE: &str = "tests/e2e/measure.mjs";

pub fn bench(project: &Project) -> Result<()> {
    let tools = setup::for_test(project, Extent::Usual)?;
    bundle::build(project, &tools.toolbox)?;
    let mut node = tools.toolbox.command("node", &project.root)?;
    node.arg(MEASURE).env("KPI_CHROMIUM", &tools.browsers.chromium);
    let ended = node.status().with_context(|| format!("{MEASURE} could not be started"))?;
    ensure!(ended.success(), "{MEASURE} failed");
    size::report(project)?;
    reading(project)
}

/// Criterion's benchmark of kpi-core, which has its own words.
fn reading(project: &Project) -> Result<()> {
    let mut bench = cargo(&project.root, &["bench", "--quiet", "--package", "kpi-core", "--bench", "read"]);
    let ended = bench.status().context("cargo bench could not be started")?;
    ensure!(ended.success(), "cargo bench --package kpi-core failed");
    Ok(())
}
