//! `bench`: what the page costs a visitor, measured on the built files in Chromium beside pages that other libraries draw, and
//! what reading two million figures costs natively. The numbers are read, not asserted: they depend on the machine.

use anyhow::{Context, Result, ensure};

use crate::bundle;
use crate::process;
use crate::project::Project;
use crate::setup::{self, TestTools};
use crate::size;
use crate::step::step;
use crate::test::Extent;
use crate::tools::{cargo, npm};

const MEASURE: &str = "tests/e2e/measure.mjs";
const COMPARE: &str = "tests/peers/measure.mjs";
/// A page a library, `tests/peers/NAME.js`.
const PEERS: [&str; 4] = ["uplot", "chartjs", "plot", "echarts"];
/// Where these pages are joined with what they need.
const JOINED: &str = "target/peers";

pub fn bench(project: &Project) -> Result<()> {
    let tools = setup::for_test(project, Extent::Usual)?;
    npm::peers(project)?;
    bundle::build(project, &tools.toolbox)?;
    join_peers(project, &tools)?;
    measure(project, &tools, &[MEASURE])?;
    measure(project, &tools, &[COMPARE, JOINED])?;
    size::report(project)?;
    reading(project)
}

/// With the same esbuild as our script, and for the same browsers.
fn join_peers(project: &Project, tools: &TestTools) -> Result<()> {
    step("joining the pages that the page is measured against", || {
        let mut esbuild = tools.toolbox.command("esbuild", &project.root)?;
        esbuild.args(PEERS.map(|name| format!("{}/{name}.js", npm::PEERS)));
        esbuild.arg(format!("--outdir={JOINED}"));
        esbuild.args(["--bundle", "--minify", bundle::LANGUAGE, "--legal-comments=none", "--log-level=warning"]);
        process::run(&mut esbuild).context("esbuild could not join the pages in tests/peers")?;
        Ok(())
    })
}

fn measure(project: &Project, tools: &TestTools, arguments: &[&str]) -> Result<()> {
    let mut node = tools.toolbox.command("node", &project.root)?;
    node.args(arguments).env("KPI_CHROMIUM", &tools.browsers.chromium);
    let said = arguments.join(" ");
    let ended = node.status().with_context(|| format!("node {said} could not be started"))?;
    ensure!(ended.success(), "node {said} failed");
    Ok(())
}

/// Criterion's benchmark of kpi-core, which has its own words.
fn reading(project: &Project) -> Result<()> {
    let mut bench = cargo(&project.root, &["bench", "--quiet", "--package", "kpi-core", "--bench", "read"]);
    let ended = bench.status().context("cargo bench could not be started")?;
    ensure!(ended.success(), "cargo bench --package kpi-core failed");
    Ok(())
}
