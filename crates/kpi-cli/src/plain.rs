use crate::files;
use anyhow::{Result, bail};
use kpi_core::ingest::{self, Ingest};
use kpi_ui::{PlainFigures, PlainFiguresProps, Publication};
use std::path::Path;
use yew::LocalServerRenderer;

/// The figures of a publication as plain tables; an error where anything of the file would not be shown, because what is
/// put into a page is published.
pub(crate) fn of_file(file: &Path) -> Result<String> {
    let ingest = ingest::read(&files::bytes(file)?);
    if ingest.has_errors() {
        let file = file.display();
        let said: Vec<String> = ingest.diagnostics.iter().take(5).map(|found| format!("{file}, {found}")).collect();
        bail!("{}\nRun `kpi check {file}` for all messages.", said.join("\n"));
    }
    match of(ingest) {
        Some(html) => Ok(html),
        None => bail!("{} has no figures", file.display()),
    }
}

/// `None` of a file without figures.
pub(crate) fn of(ingest: Ingest) -> Option<String> {
    let publication = Publication::new(ingest).ok()?;
    let renderer = LocalServerRenderer::<PlainFigures>::with_props(PlainFiguresProps { publication });
    let html = pollster::block_on(renderer.hydratable(false).render());
    // One element a line, so that a change of a figure is a change of a line.
    Some(html.replace("><", ">\n<"))
}
