//! Reading and writing, with the file's name in every error.

use crate::outcome::WrongUse;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// A file that was named on the command line.
pub(crate) fn bytes(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).map_err(|error| WrongUse::error(format!("{} cannot be read: {error}.", file.display())))
}

pub(crate) fn text(file: &Path) -> Result<String> {
    let bytes = bytes(file)?;
    String::from_utf8(bytes)
        .with_context(|| format!("{} is not UTF-8 text. Save it with that encoding.", file.display()))
}

/// A file that is to be written.
pub(crate) struct Output {
    pub(crate) path: PathBuf,
    pub(crate) bytes: Vec<u8>,
}

impl Output {
    pub(crate) fn new(path: impl Into<PathBuf>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}

pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    write_all(&[Output::new(file, bytes)])
}

/// Writes files that belong together. All of them are on the disk under other names before the first gets its own, so that
/// a full disk or a folder that cannot be written leaves what was there, and never half a file.
pub(crate) fn write_all(outputs: &[Output]) -> Result<()> {
    write_beside(outputs, &[])
}

/// The same, but never over a file that the outputs were made of: a download is not to be had again from what was made of
/// it.
pub(crate) fn write_beside(outputs: &[Output], inputs: &[PathBuf]) -> Result<()> {
    let inputs: Vec<PathBuf> = inputs.iter().filter_map(|input| fs::canonicalize(input).ok()).collect();
    let is_input = |output: &&Output| fs::canonicalize(&output.path).is_ok_and(|path| inputs.contains(&path));
    if let Some(output) = outputs.iter().find(is_input) {
        let path = output.path.display();
        return Err(WrongUse::error(format!(
            "nothing is written: {path} is one of the files that were read, and would be lost. Choose another place."
        )));
    }
    let mut waiting = Waiting(Vec::new());
    for output in outputs {
        waiting.add(output)?;
    }
    waiting.finish()
}

/// Files under other names, and the names that they are to have; what is left of them is removed.
struct Waiting(Vec<(PathBuf, PathBuf)>);

impl Waiting {
    fn add(&mut self, Output { path, bytes }: &Output) -> Result<()> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder)
                .map_err(|error| WrongUse::error(format!("{} cannot be made: {error}.", folder.display())))?;
        }
        let wrong =
            |why: &dyn std::fmt::Display| WrongUse::error(format!("{} cannot be written: {why}.", path.display()));
        let there = fs::metadata(path).ok();
        match &there {
            Some(there) if there.is_dir() => return Err(wrong(&"a folder has this name")),
            Some(there) if there.permissions().readonly() => return Err(wrong(&"it may only be read")),
            // A pipe or a terminal has no other name to wait under.
            Some(there) if !there.is_file() => return fs::write(path, bytes).map_err(|error| wrong(&error)),
            _ => {}
        }
        // A link stays a link, and what it leads to is written.
        let path = if there.is_some() { fs::canonicalize(path).map_err(|error| wrong(&error))? } else { path.clone() };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let short: String = name.chars().take(40).collect();
        let part = path.with_file_name(format!(".{short}.{}-{}.part", std::process::id(), self.0.len()));
        self.0.push((part.clone(), path));
        fs::write(&part, bytes).map_err(|error| wrong(&error))?;
        if let Some(there) = there {
            fs::set_permissions(&part, there.permissions()).map_err(|error| wrong(&error))?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<()> {
        while !self.0.is_empty() {
            // In their order: a publication comes after the files of figures that it names.
            let (part, path) = self.0.remove(0);
            if let Err(error) = fs::rename(&part, &path) {
                let what = format!("{} cannot be written: {error}.", path.display());
                self.0.push((part, path));
                return Err(WrongUse::error(what));
            }
        }
        Ok(())
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        for (part, _) in &self.0 {
            // Something is wrong already, and that is said.
            let _gone = fs::remove_file(part);
        }
    }
}
