use crate::arguments::FillOptions;
use crate::html::Tag;
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
    let missing = "<kpi-explorer> has no src: write <kpi-explorer src=\"kpi.json\">, with the path from the page to the \
                   publication";
    let source = element(text)?.attribute("src").filter(|source| !source.trim().is_empty()).context(missing)?;
    Ok(page.parent().unwrap_or(Path::new("")).join(source))
}

/// The page's element.
pub(crate) fn element(page: &str) -> Result<Tag<'_>> {
    html::only(page, "kpi-explorer", "<kpi-explorer src=\"...\">", |_| true)
}
