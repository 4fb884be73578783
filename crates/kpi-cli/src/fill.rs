use crate::arguments::FillOptions;
use crate::outcome::Outcome;
use crate::{files, html, plain};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Writes the plain figures into the page.
pub(crate) fn run(FillOptions { page }: &FillOptions) -> Result<Outcome> {
    let text = files::text(page)?;
    let figures = plain::of_file(&source(page, &text)?)?;
    let filled = html::with_figures(&text, &figures)?;
    files::write(page, filled.as_bytes())?;
    Ok(Outcome::Fine)
}

/// The publication that the page's element names, beside the page.
pub(crate) fn source(page: &Path, text: &str) -> Result<PathBuf> {
    let element = html::tag(text, "<kpi-explorer ")?;
    let source = html::attribute(text, &element, "src").context("the element <kpi-explorer> needs a src")?;
    Ok(page.parent().unwrap_or(Path::new("")).join(source))
}
