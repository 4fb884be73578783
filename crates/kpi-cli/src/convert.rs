use crate::arguments::{ConvertOptions, Format};
use crate::files::{self, Output};
use crate::input::{self, Content};
use crate::outcome::{Outcome, WrongUse};
use crate::terminal::{Terminal, stderr};
use crate::years::Years;
use anyhow::{Result, bail};
use kpi_core::ingest;
use kpi_core::model::Dataset;
use kpi_formats::document::{Choices, Document};
use kpi_formats::facts::Facts;
use kpi_formats::tabular::Options;
use kpi_formats::{json_stat, table_out};
use std::path::Path;

/// Reads a file of any format and writes it in another.
pub(crate) fn run(options: &ConvertOptions, terminal: &Terminal) -> Result<Outcome> {
    let format = format(options)?;
    let years = years(options)?;
    let periods = years.map(Years::periods).unwrap_or_default();
    let input = input::read(&options.from, &Options { sheet: options.sheet.clone(), periods, ..Options::default() })?;
    for message in &input.messages {
        terminal.message(&mut stderr(), message)?;
    }
    let has_errors = input.has_errors();
    let dataset = match input.content {
        None => bail!("{} has no figures that can be read; nothing is written.", options.from.display()),
        Some(Content::Neighbours(_)) => {
            return Err(WrongUse::error(format!("{} has no figures.", options.from.display())));
        }
        Some(Content::Publication(dataset)) => *dataset,
        Some(Content::Facts(facts)) => dataset(*facts, years, options, terminal)?,
    };
    match format {
        Format::Kpi => files::write(&options.into, Document::from(&dataset).print().as_bytes())?,
        Format::JsonStat => files::write(&options.into, json_stat::write(&dataset).as_bytes())?,
        Format::Csv => files::write_all(&table(&dataset, &options.into)?)?,
    }
    let note = if has_errors { " What the messages name is not in it." } else { "" };
    terminal.note(&format!("{} is written.{note}", options.into.display()));
    Ok(Outcome::found(has_errors))
}

/// A table, and beside it what its columns mean.
pub(crate) fn table(dataset: &Dataset, file: &Path) -> Result<[Output; 2]> {
    let mut bytes = Vec::new();
    // Older spreadsheets take a file without the mark for another encoding.
    table_out::write_csv(dataset, &mut bytes, table_out::Bom::With)?;
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let beside = file.with_file_name(format!("{name}-metadata.json"));
    Ok([Output::new(file, bytes), Output::new(beside, table_out::metadata(dataset, name))])
}

fn format(options: &ConvertOptions) -> Result<Format> {
    let ending = options.into.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match (options.to, ending) {
        (Some(format), _) => Ok(format),
        (None, "json") => Ok(Format::Kpi),
        (None, "csv") => Ok(Format::Csv),
        _ => Err(WrongUse::error(format!(
            "{} does not say its format. Name it .json or .csv, or add --to kpi, json-stat or csv.",
            options.into.display()
        ))),
    }
}

/// A publication of facts: what the file does not say, the options have to.
fn dataset(mut facts: Facts, years: Option<Years>, options: &ConvertOptions, terminal: &Terminal) -> Result<Dataset> {
    let name = options.from.display();
    if let Some(years) = years {
        mean(&mut facts, years, options)?;
    }
    let Some(focus) = &options.focus else {
        let some: Vec<String> =
            facts.areas.iter().take(3).map(|area| format!("{} ({})", area.code, area.name)).collect();
        return Err(WrongUse::error(format!(
            "{name} does not say which area it is about. Add --focus and a code, such as {}.",
            some.join(", ")
        )));
    };
    if !facts.areas.iter().any(|area| area.code == *focus) {
        return Err(WrongUse::error(format!("{name} has no area with the code \"{focus}\", which --focus names.")));
    }
    let Some(publisher) = options.publisher.clone().or_else(|| facts.source.clone()) else {
        return Err(WrongUse::error(format!("{name} does not say who publishes. Add --publisher and a name.")));
    };
    let title = options.title.clone().or_else(|| facts.title.clone()).filter(|title| !title.trim().is_empty());
    let title = title.unwrap_or_else(|| {
        let title = untitled(&facts, &options.from);
        terminal.note(&format!("{name} has no title; the publication is called \"{title}\". Add --title for another."));
        title
    });
    let choices = Choices { focus: focus.clone(), title, publisher, ..Choices::default() };
    let text = Document::from_facts(&facts, &choices).print();
    let ingest = ingest::read(text.as_bytes());
    match ingest.dataset {
        Some(dataset) if ingest.diagnostics.is_empty() => Ok(dataset),
        _ => {
            let said: Vec<String> = ingest.diagnostics.iter().map(ToString::to_string).collect();
            bail!("What was made of {name} is not a sound publication: {}", said.join("\n"))
        }
    }
}

/// What a table without a title is called: as its one indicator, or else as the file.
fn untitled(facts: &Facts, file: &Path) -> String {
    let stem = || file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    facts.only_name().map(str::to_owned).or_else(stem).unwrap_or_default()
}

/// What the file's years mean, where the option says so.
fn years(options: &ConvertOptions) -> Result<Option<Years>> {
    let Some(period) = &options.period else { return Ok(None) };
    match Years::parse(period) {
        Some(years) => Ok(Some(years)),
        None => Err(WrongUse::error(format!("--period \"{period}\" is no kind of period. Write {}.", Years::WORDS))),
    }
}

fn mean(facts: &mut Facts, years: Years, options: &ConvertOptions) -> Result<()> {
    if let Some(other) = facts.facts.iter().find(|fact| !years.fits(fact.period)) {
        let name = options.from.display();
        return Err(WrongUse::error(format!("{name} says itself what {} is; leave --period out.", other.period)));
    }
    for fact in &mut facts.facts {
        fact.period = years.meant(fact.period);
    }
    Ok(())
}
