use anyhow::{Context, Result, bail};
use kpi_core::ingest;
use kpi_ui::{PlainFigures, PlainFiguresProps, Publication};
use std::path::Path;
use yew::LocalServerRenderer;

pub(crate) fn bytes(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))
}

pub(crate) fn text(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

/// The figures as plain tables; an error where anything of the file would not be shown, because what is put into a
/// page is published.
pub(crate) fn plain_figures(file: &Path) -> Result<String> {
    let ingest = ingest::read(&bytes(file)?);
    if ingest.has_errors() {
        let file = file.display();
        let said: Vec<String> = ingest.diagnostics.iter().take(5).map(|found| format!("{file}, {found}")).collect();
        bail!("{}\nRun `kpi check {file}` for all messages.", said.join("\n"));
    }
    let Ok(publication) = Publication::new(ingest) else { bail!("{} has no figures", file.display()) };
    let renderer = LocalServerRenderer::<PlainFigures>::with_props(PlainFiguresProps { publication });
    let html = pollster::block_on(renderer.hydratable(false).render());
    // One element a line, so that a change of a figure is a change of a line.
    Ok(html.replace("><", ">\n<"))
}
