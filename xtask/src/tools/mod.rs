//! One file for each tool: is it here in the right version, and if not, how does it get here?

pub mod apt;
pub mod browsers;
pub mod cargo_install;
pub mod node;
pub mod npm;
pub mod rust;
pub mod search;
pub mod wasm_bindgen;
pub mod wasm_pack;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::tools::rust::Rust;

/// The tools of the build, by name. Folders from the cache come before the user's PATH, which stays as it is.
pub struct Toolbox {
    folders: Vec<PathBuf>,
    pub rust: Rust,
}

impl Toolbox {
    pub fn new(rust: Rust) -> Self {
        Self { folders: Vec::new(), rust }
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

/// `cargo` in the checkout, without colours: its output is kept, counted, and perhaps shown later.
pub fn cargo(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(root).env("CARGO_TERM_COLOR", "never").env("CARGO_TERM_PROGRESS_WHEN", "never");
    command
}

/// "a, b and c", for sentences.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_a_sentence() {
        let check = |names: &[&str], expect: &str| assert_eq!(listed(names), expect);
        check(&["a"], "a");
        check(&["a", "b"], "a and b");
        check(&["a", "b", "c"], "a, b and c");
    }
}
