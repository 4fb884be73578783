//! Reading and writing, with the file's name in every error.

use crate::outcome::WrongUse;
use anyhow::{Context, Result};
use std::path::Path;

/// A file that was named on the command line.
pub(crate) fn bytes(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file).map_err(|error| WrongUse::error(format!("{} cannot be read: {error}.", file.display())))
}

pub(crate) fn text(file: &Path) -> Result<String> {
    let bytes = bytes(file)?;
    String::from_utf8(bytes)
        .with_context(|| format!("{} is not UTF-8 text. Save it with that encoding.", file.display()))
}

pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)
            .map_err(|error| WrongUse::error(format!("{} cannot be made: {error}.", folder.display())))?;
    }
    std::fs::write(file, bytes)
        .map_err(|error| WrongUse::error(format!("{} cannot be written: {error}.", file.display())))
}
