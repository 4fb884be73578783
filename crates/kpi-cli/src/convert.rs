use crate::arguments::{ConvertOptions, Format};
use crate::files;
use crate::input::{self, Content};
use crate::outcome::{Outcome, WrongUse};
use crate::terminal::{Terminal, stdout};
use anyhow::{Result, bail};
use kpi_core::ingest;
use kpi_core::model::Dataset;
use kpi_formats::document::{Choices, Document};
use kpi_formats::facts::Facts;
use kpi_formats::json_stat;

/// Reads a file of any format and writes it in another.
pub(crate) fn run(options: &ConvertOptions, terminal: &Terminal) -> Result<Outcome> {
    let format = format(options)?;
    let input = input::read(&options.from, options.sheet.as_deref())?;
    let mut out = stdout();
    for message in &input.messages {
        terminal.message(&mut out, message)?;
    }
    let has_errors = input.has_errors();
    let dataset = match input.content {
        None => bail!("{} has no figures that can be read; nothing is written.", options.from.display()),
        Some(Content::Publication(dataset)) => *dataset,
        Some(Content::Facts(facts)) => dataset(&facts, options)?,
    };
    let text = match format {
        Format::Kpi => Document::from(&dataset).print(),
        Format::JsonStat => json_stat::write(&dataset),
        Format::Csv => bail!("CSV cannot be written yet."),
    };
    files::write(&options.into, text.as_bytes())?;
    let note = if has_errors { " What the messages name is not in it." } else { "" };
    terminal.note(&format!("{} is written.{note}", options.into.display()));
    Ok(Outcome::found(has_errors))
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
fn dataset(facts: &Facts, options: &ConvertOptions) -> Result<Dataset> {
    let name = options.from.display();
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
    let title = options.title.clone().unwrap_or_default();
    let choices = Choices { focus: focus.clone(), title, publisher, ..Choices::default() };
    let text = Document::from_facts(facts, &choices).print();
    let ingest = ingest::read(text.as_bytes());
    match ingest.dataset {
        Some(dataset) if ingest.diagnostics.is_empty() => Ok(dataset),
        _ => {
            let said: Vec<String> = ingest.diagnostics.iter().map(ToString::to_string).collect();
            bail!("What was made of {name} is not a sound publication: {}", said.join("\n"))
        }
    }
}
