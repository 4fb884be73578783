mod apart;
mod areas;
mod derive;
mod figures;
mod indicators;
mod outputs;
mod recipe;
mod revised;
mod sources;

use crate::arguments::BuildOptions;
use crate::outcome::Outcome;
use crate::terminal::{Terminal, stderr};
use crate::{files, input};
use anyhow::{Result, bail};
use kpi_core::ingest;
use kpi_formats::document::{Document, Publisher, Topic};
use recipe::{Log, Members, Recipe};
use sources::Sources;
use std::path::{Path, PathBuf};

/// Makes a publication of the files that publication.toml names. Where anything is wrong with it, nothing is written.
pub(crate) fn run(options: &BuildOptions, terminal: &Terminal) -> Result<Outcome> {
    let text = files::text(&options.publication)?;
    let beside = options.publication.parent().unwrap_or(Path::new(""));
    let folder = options.input.as_deref().unwrap_or(beside);
    let mut log = Log::new(options.publication.display().to_string(), &text);
    let built = recipe::read(&text, &mut log).and_then(|recipe| {
        let document = document(&recipe, folder, &mut log, terminal)?;
        Some((recipe, document))
    });
    for message in &log.messages {
        terminal.message(&mut stderr(), message)?;
    }
    let Some((recipe, mut document)) = built.filter(|_| !log.has_errors()) else {
        let errors = log.messages.iter().filter(|message| message.is_error()).count();
        terminal.error(&format!("nothing is written; errors: {errors}"));
        return Ok(Outcome::ErrorsFound);
    };
    if let Some(previous) = &options.previous {
        let revised = revised::mark(&mut document, &input::publication(previous)?);
        terminal.note(&format!("figures revised since {}: {revised}", previous.display()));
    }
    sound(&document)?;
    let out = options.out.as_deref().unwrap_or(beside);
    outputs::write(&recipe, document, out, options, &inputs(&recipe, folder, options), terminal)?;
    Ok(Outcome::Fine)
}

/// The files that a publication is made of.
fn inputs(recipe: &Recipe, folder: &Path, options: &BuildOptions) -> Vec<PathBuf> {
    let neighbours = recipe.groups.iter().filter_map(|group| match &group.members {
        Members::Neighbours(path) => Some(path),
        Members::Listed(_) => None,
    });
    let named = recipe.files.values().map(|file| &file.path).chain(neighbours);
    let named = named.map(|path| folder.join(&path.value));
    named.chain([options.publication.clone()]).chain(options.program.clone()).collect()
}

fn document(recipe: &Recipe, input: &Path, log: &mut Log<'_>, terminal: &Terminal) -> Option<Document> {
    let sources = Sources::read(recipe, input, log, terminal);
    if log.has_errors() {
        return None;
    }
    let areas = areas::areas(recipe, &sources, input, log);
    let indicators: Vec<_> =
        recipe.indicators.iter().filter_map(|indicator| indicators::build(indicator, &sources, &areas, log)).collect();
    if indicators.is_empty() {
        return None;
    }
    let topics = recipe.topics.iter().map(|topic| Topic { id: topic.id.clone(), name: topic.name.clone() });
    Some(Document {
        kpi: Document::VERSION,
        title: recipe.title.clone(),
        publisher: Publisher { name: recipe.publisher.name.clone(), url: recipe.publisher.url.clone() },
        language: recipe.language.clone(),
        licence: recipe.licence.clone(),
        published: recipe.published.map(|date| date.to_string()),
        modified: recipe.modified.map(|date| date.to_string()),
        notes: recipe.notes.clone(),
        areas: areas.written(),
        topics: topics.collect(),
        indicators,
    })
}

/// What is written is read by everybody; whatever its reader has to say is said before.
fn sound(document: &Document) -> Result<()> {
    let ingest = ingest::read(document.print().as_bytes());
    if !ingest.diagnostics.is_empty() {
        let said: Vec<String> = ingest.diagnostics.iter().take(5).map(ToString::to_string).collect();
        bail!("nothing is written, because of what would be in kpi.json: {}", said.join("\n"));
    }
    Ok(())
}
