use super::apart;
use super::recipe::{Data, Recipe};
use crate::arguments::BuildOptions;
use crate::page::{self, Parts};
use crate::terminal::Terminal;
use crate::{convert, files, html, plain};
use anyhow::{Context, Result};
use kpi_core::ingest;
use kpi_formats::document::Document;
use std::path::Path;

/// A page that shows nothing but the publication.
const PAGE: &str = include_str!("page.html");
/// Its stylesheet: the demo's.
const SHEET: &str = include_str!("../../../../www/page.css");
/// The lines to paste into a page of the council's own.
const EMBED: &str = include_str!("embed.html");

/// Writes everything that a council publishes.
pub(super) fn write(
    recipe: &Recipe,
    document: Document,
    out: &Path,
    options: &BuildOptions,
    terminal: &Terminal,
) -> Result<()> {
    let whole = document.print();
    let ingest = ingest::read(whole.as_bytes());
    let dataset = ingest.dataset.clone().context("the publication has no figures")?;
    let figures: usize = dataset.indicators.iter().map(|indicator| indicator.figures().len()).sum();
    publication(recipe, document, figures, out, terminal)?;
    if options.data_only {
        return Ok(());
    }
    convert::table(&dataset, &out.join("figures.csv"))?;
    let plain = plain::of(ingest).context("the publication has no figures")?;
    // Two hyphens would end the comment in which it stands.
    let embed = EMBED.replace("TITLE", &escaped(&dataset.title).replace("--", "–"));
    files::write(&out.join("embed.html"), html::with_figures(&embed, &plain)?.as_bytes())?;
    terminal.note(&format!("{}: figures.csv, figures.csv-metadata.json, embed.html", out.display()));
    let Some(program) = &options.program else {
        terminal.note("page.html is not made: add --program pkg/kpi-explorer.js, which `cargo xtask build` makes.");
        return Ok(());
    };
    let page = PAGE.replace("TITLE", &escaped(&dataset.title));
    let parts = Parts { json: &whole, figures: &plain, sheet: SHEET, program: &files::text(program)? };
    files::write(&out.join("page.html"), page::whole(&page, &parts)?.as_bytes())?;
    terminal.note(&format!("{}: page.html, the page in one file", out.display()));
    Ok(())
}

fn publication(recipe: &Recipe, mut document: Document, figures: usize, out: &Path, terminal: &Terminal) -> Result<()> {
    let is_apart = match recipe.data {
        Data::Within => false,
        Data::Apart => true,
        Data::ApartAbove(limit) => figures > limit,
    };
    let first = first(recipe, &document);
    let files = if is_apart { apart::set_apart(&mut document, &first) } else { Vec::new() };
    for file in &files {
        files::write(&out.join(&file.path), file.text.as_bytes())?;
    }
    files::write(&out.join("kpi.json"), document.print().as_bytes())?;
    let (indicators, areas) = (document.indicators.len(), document.areas.len());
    terminal.note(&format!(
        "{}: kpi.json, indicators: {indicators}, areas: {areas}, figures: {figures}, files of figures: {}",
        out.display(),
        files.len()
    ));
    Ok(())
}

/// The areas whose figures a first look needs: the focus, those that it is compared with, and the members of groups, of
/// which a group's figure is computed.
fn first(recipe: &Recipe, document: &Document) -> Vec<String> {
    let is_first = |id: &String| {
        *id == recipe.areas.focus.value || recipe.areas.compare.iter().any(|compared| compared.value == *id)
    };
    let members = document.areas.iter().flat_map(|area| area.members.iter().cloned());
    let first = document.areas.iter().map(|area| area.id.clone()).filter(is_first);
    first.chain(members).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
