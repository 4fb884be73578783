use crate::{html, publication};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Writes the plain figures into the page.
pub(crate) fn run(page: &Path) -> Result<()> {
    let text = publication::text(page)?;
    let figures = publication::plain_figures(&source(page, &text)?)?;
    let filled = html::with_figures(&text, &figures)?;
    std::fs::write(page, filled).with_context(|| format!("{} cannot be written", page.display()))
}

/// The publication that the page's element names, beside the page.
pub(crate) fn source(page: &Path, text: &str) -> Result<PathBuf> {
    let element = html::tag(text, "<kpi-explorer ")?;
    let source = html::attribute(text, &element, "src").context("the element <kpi-explorer> needs a src")?;
    Ok(page.parent().unwrap_or(Path::new("")).join(source))
}
