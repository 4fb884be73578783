//! `test`: everything that every change has to pass, quick things first.

mod again;
mod report;
mod totals;

use std::fs;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};

use self::report::{Count, Report};
use crate::bundle;
use crate::failure;
use crate::project::Project;
use crate::setup::{self, TestTools};
use crate::size;
use crate::tools::cargo;
use crate::tools::rust::TARGET;
use crate::tools::search::on_path;

const END_TO_END: &str = "tests/e2e";
/// What takes minutes, and windows.
const LONG: &str = "tests/e2e/long";
/// Where cargo looks for a test called `browser`.
const BROWSER_TEST: [&str; 2] = ["tests/browser.rs", "tests/browser/main.rs"];

/// How much of the tests is run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What every change has to pass.
    Usual,
    /// That, and what takes minutes: real saves in windows, thousands of changes, a second build.
    All,
}

pub fn everything(project: &Project, extent: Extent) -> Result<ExitCode> {
    let mut report = Report::default();
    let tools = setup::for_test(project, extent);
    formatting_and_lints(project, &mut report);
    report.check("clippy for the browser", Count::AsOne, Ok(browser_lints(project)));
    native_tests(project, &mut report);
    dependencies(project, &mut report);
    let mut doc = cargo(&project.root, &["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    report.check("documentation", Count::AsOne, Ok(doc));
    match tools {
        Ok(tools) => in_browsers(project, &tools, extent, &mut report),
        Err(error) => report.failed("setup, hence nothing was built or tested in a browser", &failure::told(&error)),
    }
    Ok(report.close())
}

/// What can be run again after every few lines: native, and nothing is installed.
pub fn fast(project: &Project) -> Result<ExitCode> {
    let mut report = Report::default();
    formatting_and_lints(project, &mut report);
    native_tests(project, &mut report);
    Ok(report.close())
}

/// The tests that compare every cell with the files as they were published, which are not part of the project.
pub fn against_published_files(project: &Project, folder: &str) -> Result<ExitCode> {
    let folder = fs::canonicalize(folder).with_context(|| format!("there is no folder {folder}"))?;
    let mut report = Report::default();
    let mut test = cargo(&project.root, &["test", "-p", "kpi-cli", "-p", "kpi-formats", "--", "--ignored"]);
    test.args(["--skip", "long"]).env("KPI_DFE", folder);
    report.check("agreement with the published files", Count::Cargo, Ok(test));
    Ok(report.close())
}

fn formatting_and_lints(project: &Project, report: &mut Report) {
    report.check(
        "formatting",
        Count::AsOne,
        Ok(cargo(&project.root, &["fmt", "--all", "--check", "--", "--color", "never"])),
    );
    let lint = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    report.check("clippy", Count::AsOne, Ok(cargo(&project.root, &lint)));
}

/// What only the browser's build contains, which the native clippy does not see.
fn browser_lints(project: &Project) -> Command {
    let mut lint =
        cargo(&project.root, &["clippy", "--quiet", "--package", "kpi-explorer", "--target", TARGET, "--lib"]);
    if has_browser_test(project) {
        lint.args(["--test", "browser"]);
    }
    lint.args(["--", "-D", "warnings"]);
    lint
}

/// deny.toml, by cargo-deny where somebody has it: building it takes longer than all other tests. Without advisories, which
/// would make yesterday's pass today's failure; `cargo deny check` has those too.
fn dependencies(project: &Project, report: &mut Report) {
    if on_path("cargo-deny").is_none() {
        println!("note: cargo-deny is not installed, so deny.toml was not checked");
        return;
    }
    let deny = ["deny", "--all-features", "check", "licenses", "bans", "sources"];
    report.check("licences and sources of dependencies", Count::AsOne, Ok(cargo(&project.root, &deny)));
}

fn has_browser_test(project: &Project) -> bool {
    BROWSER_TEST.iter().any(|path| project.root.join(path).is_file())
}

fn native_tests(project: &Project, report: &mut Report) {
    let test = cargo(&project.root, &["test", "--workspace", "--no-fail-fast"]);
    report.check("native tests", Count::Cargo, Ok(test));
}

fn in_browsers(project: &Project, tools: &TestTools, extent: Extent, report: &mut Report) {
    report.check("tests of the edge in Chromium", Count::Cargo, browser_tests(project, tools));
    if report.task("build", || bundle::build(project, &tools.toolbox)) {
        report.task("size", || size::report(project));
        report.check("end-to-end tests", Count::Node, end_to_end(project, tools, END_TO_END));
        if extent == Extent::All {
            report.check("long end-to-end tests", Count::Node, end_to_end(project, tools, LONG));
            report.task("a second build", || again::same_bytes(project, &tools.toolbox));
        }
    } else {
        report.failed("size and end-to-end tests", "there is no build to look at");
    }
}

/// wasm-bindgen's own runner, inside cargo test; webdriver.json at the root sets the browser's options.
fn browser_tests(project: &Project, tools: &TestTools) -> Result<Command> {
    ensure!(has_browser_test(project), "{} is missing", BROWSER_TEST.join(" or "));
    let mut test = tools.toolbox.command("cargo", &project.root)?;
    test.args(["test", "--package", "kpi-explorer", "--target", TARGET, "--test", "browser", "--no-fail-fast"]);
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    test.env("CHROMEDRIVER", &tools.browsers.chromedriver);
    Ok(test)
}

fn end_to_end(project: &Project, tools: &TestTools, folder: &str) -> Result<Command> {
    let files = test_files(project, folder)?;
    ensure!(!files.is_empty(), "{folder} has no *.test.mjs");
    let mut node = tools.toolbox.command("node", &project.root)?;
    // A file that hangs or leaves something open must not stop the files after it. The longest saves eleven pages by hand.
    node.args(["--test", "--test-reporter=spec", "--test-timeout=1200000", "--test-force-exit"]).args(files);
    node.env("KPI_CHROMIUM", &tools.browsers.chromium).env("KPI_FIREFOX", &tools.browsers.firefox);
    Ok(node)
}

/// By name, so that two runs are alike.
fn test_files(project: &Project, folder: &str) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(project.root.join(folder)).with_context(|| format!("{folder} is missing"))? {
        let name = entry.context("a folder cannot be read")?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            files.push(format!("{folder}/{name}"));
        }
    }
    files.sort();
    Ok(files)
}
