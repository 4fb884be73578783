//! Finds or installs what a command needs, and no more than that.

use anyhow::{Context, Result};

use crate::project::Project;
use crate::test::Extent;
use crate::tools::browsers::{self, Browsers};
use crate::tools::{Toolbox, cargo_install, npm, rust, wasm_bindgen, wasm_pack};

/// What the tests need on top of the build.
pub struct TestTools {
    pub toolbox: Toolbox,
    pub browsers: Browsers,
}

pub fn for_build(project: &Project) -> Result<Toolbox> {
    let folder = &project.cache;
    std::fs::create_dir_all(folder).with_context(|| {
        format!("{} cannot be made: set XDG_CACHE_HOME to a folder you can write in", folder.display())
    })?;
    let mut toolbox = Toolbox::new(rust::ensure()?);
    npm::build_tools(project, &mut toolbox)?;
    let compiled = wasm_bindgen::ensure(project, &mut toolbox).and_then(|()| wasm_pack::ensure(project, &mut toolbox));
    cargo_install::clean_up(project);
    compiled?;
    Ok(toolbox)
}

pub fn for_test(project: &Project, extent: Extent) -> Result<TestTools> {
    let toolbox = for_build(project)?;
    let browsers = browsers::ensure()?;
    if extent == Extent::All {
        browsers::desk()?;
    }
    npm::test_packages(project)?;
    Ok(TestTools { toolbox, browsers })
}
