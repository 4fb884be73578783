//! Looks for programs that the user already has.

use std::path::PathBuf;
use std::process::Command;

use crate::process;

/// A program on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Whether PATH has the program in exactly this version. Another version is as good as none: builds would differ.
pub fn has_version(name: &str, version: &str) -> bool {
    on_path(name)
        .and_then(|file| process::run(Command::new(file).arg("--version")).ok())
        .is_some_and(|said| said.split_whitespace().any(|word| word == version))
}
