//! One file for each tool: is it here in the right version, and if not, how does it get here?

pub mod apt;
pub mod browsers;
pub mod cargo_install;
pub mod node;
pub mod npm;
pub mod rust;
mod search;
pub mod wasm_bindgen;
pub mod wasm_pack;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, iter};

use anyhow::{Context, Result};

use crate::tools::rust::Std;

/// The tools of the build, by name. Folders from the cache come before the user's PATH, which stays as it is.
pub struct Toolbox {
    folders: Vec<PathBuf>,
    pub std: Std,
}

impl Toolbox {
    pub fn new(std: Std) -> Self {
        Self { folders: Vec::new(), std }
    }

    fn add(&mut self, folder: PathBuf) {
        self.folders.push(folder);
    }

    /// The program called `name`, run in `directory`, able to find the other tools by their names.
    pub fn command(&self, name: &str, directory: &Path) -> Result<Command> {
        let here = self.folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file());
        let mut command = here.map_or_else(|| Command::new(name), Command::new);
        command.current_dir(directory).env("PATH", self.path()?);
        Ok(command)
    }

    fn path(&self) -> Result<OsString> {
        let old = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&old));
        env::join_paths(folders).context("a folder of the cache has a colon in its name: set XDG_CACHE_HOME to another")
    }
}

/// `cargo` in the checkout. Colours only where a person is looking, since the output is read by machines as well.
pub fn cargo(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(root).env("CARGO_TERM_COLOR", "never").env("CARGO_TERM_PROGRESS_WHEN", "never");
    // `cargo run` describes xtask to us in these; a nested cargo must not take them for its own.
    for (name, _) in env::vars_os() {
        let inherited =
            name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR");
        if inherited {
            command.env_remove(name);
        }
    }
    command
}

/// "a, b and c", for sentences.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => {
            let comma = iter::once("").chain(iter::repeat(", "));
            let first: String = comma.zip(first).flat_map(|(comma, name)| [comma, name]).collect();
            format!("{first} and {last}")
        }
    }
}
