use super::apart;
use super::recipe::{Data, Recipe};
use crate::arguments::BuildOptions;
use crate::files::Output;
use crate::page;
use crate::terminal::Terminal;
use crate::{convert, files, html, plain};
use anyhow::{Context, Result};
use kpi_core::ingest;
use kpi_formats::document::Document;
use std::path::{Path, PathBuf};

/// The lines to paste into a page of the council's own.
const EMBED: &str = include_str!("embed.html");

/// Writes everything that a council publishes. All of it is made first: where anything fails, nothing is written.
pub(super) fn write(
    recipe: &Recipe,
    document: Document,
    out: &Path,
    options: &BuildOptions,
    inputs: &[PathBuf],
    terminal: &Terminal,
) -> Result<()> {
    let program = options.program.as_deref().map(files::text).transpose()?;
    let whole = document.print();
    let ingest = ingest::read(whole.as_bytes());
    let dataset = ingest.dataset.clone().context("the publication has no figures")?;
    let figures: usize = dataset.indicators.iter().map(|indicator| indicator.figures().len()).sum();
    let (mut outputs, said) = publication(recipe, document, figures, out);
    let mut notes = vec![said];
    if !options.data_only {
        outputs.extend(convert::table(&dataset, &out.join("figures.csv"))?);
        let plain = plain::of(ingest).context("the publication has no figures")?;
        // Two hyphens would end the comment in which it stands.
        let embed = EMBED.replace("TITLE", &html::escaped(&dataset.title).replace("--", "–"));
        outputs.push(Output::new(out.join("embed.html"), html::with_figures(&embed, &plain)?));
        notes.push(format!("{}: figures.csv, figures.csv-metadata.json, embed.html", out.display()));
        notes.push(match &program {
            None => {
                "page.html is not made: add --program pkg/kpi-explorer.js, which `cargo xtask build` makes.".to_owned()
            }
            Some(program) => {
                let page = page::alone(&dataset.title, &whole, &plain, program)?;
                outputs.push(Output::new(out.join("page.html"), page));
                format!("{}: page.html, the page in one file", out.display())
            }
        });
    }
    files::write_beside(&outputs, inputs)?;
    for note in notes {
        terminal.note(&note);
    }
    Ok(())
}

/// The publication and its files of figures, and what is said of them.
fn publication(recipe: &Recipe, mut document: Document, figures: usize, out: &Path) -> (Vec<Output>, String) {
    let is_apart = match recipe.data {
        Data::Within => false,
        Data::Apart => true,
        Data::ApartAbove(limit) => figures > limit,
    };
    let first = first(recipe, &document);
    let files = if is_apart { apart::set_apart(&mut document, &first) } else { Vec::new() };
    let (indicators, areas) = (document.indicators.len(), document.areas.len());
    let said = format!(
        "{}: kpi.json, indicators: {indicators}, areas: {areas}, figures: {figures}, files of figures: {}",
        out.display(),
        files.len()
    );
    let mut outputs: Vec<Output> = files.into_iter().map(|file| Output::new(out.join(&file.path), file.text)).collect();
    outputs.push(Output::new(out.join("kpi.json"), document.print()));
    (outputs, said)
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
