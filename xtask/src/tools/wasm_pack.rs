//! wasm-pack runs cargo, wasm-bindgen and wasm-opt in turn.

use anyhow::Result;

use crate::project::Project;
use crate::tools::Toolbox;
use crate::tools::cargo_install::{self, Tool};

pub const VERSION: &str = "0.15.1";

pub fn ensure(project: &Project, toolbox: &mut Toolbox) -> Result<()> {
    let tool = Tool {
        package: "wasm-pack",
        version: VERSION,
        programs: &["wasm-pack"],
        why: "turns the crate into what a browser loads",
    };
    cargo_install::ensure(project, toolbox, &tool)
}
