//! wasm-bindgen writes the JavaScript around the program; its test runner runs tests in a browser.

use anyhow::Result;

use crate::project::Project;
use crate::tools::Toolbox;
use crate::tools::cargo_install::{self, Tool};

pub fn ensure(project: &Project, toolbox: &mut Toolbox) -> Result<()> {
    let tool = Tool {
        package: "wasm-bindgen-cli",
        // The program and the tool have to speak the same version of an internal format.
        version: &project.locked("wasm-bindgen")?,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        why: "writes the JavaScript that loads the program",
    };
    cargo_install::ensure(project, toolbox, &tool)
}
