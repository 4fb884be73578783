use crate::arguments::CheckOptions;
use crate::input::{self, Content, Input};
use crate::message::{Message, Reach, Severity};
use crate::outcome::Outcome;
use crate::terminal::{Terminal, stdout};
use anyhow::Result;
use kpi_core::check::{self, Finding};
use kpi_core::model::{Dataset, Indicator};
use kpi_formats::tabular::Options;
use serde::Serialize;
use std::io::Write;

/// Prints what is wrong; errors where something of a file would not be shown.
pub(crate) fn run(CheckOptions { files, json, all, sheet }: &CheckOptions, terminal: &Terminal) -> Result<Outcome> {
    let options = Options { sheet: sheet.clone(), ..Options::default() };
    let progress = terminal.progress(files.len());
    let mut checked = Vec::new();
    for file in files {
        progress.set_message(file.display().to_string());
        let mut input = input::read(file, &options)?;
        if let Some(Content::Publication(dataset)) = &input.content {
            input.messages.extend(colleague(&file.display().to_string(), dataset, *all));
        }
        checked.push((file.display().to_string(), input));
        progress.inc(1);
    }
    progress.finish_and_clear();
    let mut out = stdout();
    if *json {
        let files: Vec<Checked<'_>> = checked.iter().map(|(file, input)| Checked::of(file, input)).collect();
        serde_json::to_writer_pretty(&mut out, &files).map_err(std::io::Error::from)?;
        writeln!(out)?;
    } else {
        for (file, input) in &checked {
            for message in &input.messages {
                terminal.message(&mut out, message)?;
            }
            summary(&mut out, &Checked::of(file, input))?;
        }
    }
    Ok(Outcome::found(checked.iter().any(|(_, input)| input.has_errors())))
}

/// What a careful colleague would ask about a publication that is formally sound.
fn colleague(file: &str, dataset: &Dataset, all: bool) -> Vec<Message> {
    let found = kpi_core::check::check(dataset);
    let found = if all { found } else { kpi_core::check::condensed(found) };
    let message = |finding: &Finding| {
        let more = match finding.more {
            0 => String::new(),
            1 => " One more place is like this.".to_owned(),
            more => format!(" {more} more places are like this."),
        };
        Message {
            severity: match finding.severity() {
                check::Severity::Warning => Severity::Warning,
                check::Severity::Note => Severity::Note,
            },
            file: file.to_owned(),
            place: finding.place.words(dataset),
            what: finding.what() + &more,
            mend: finding.mend().to_owned(),
            reach: Reach::Whole,
        }
    };
    found.iter().map(message).collect()
}

#[derive(Serialize)]
struct Checked<'a> {
    file: &'a str,
    format: &'static str,
    areas: usize,
    indicators: usize,
    figures: usize,
    messages: &'a [Message],
}

impl<'a> Checked<'a> {
    fn of(file: &'a str, input: &'a Input) -> Self {
        let (areas, indicators, figures) = match &input.content {
            None => (0, 0, 0),
            Some(Content::Publication(dataset)) => {
                let count = |indicator: &Indicator| indicator.keys().len() * indicator.periods.len();
                let figures = dataset.indicators.iter().map(count).sum();
                (dataset.areas.len(), dataset.indicators.len(), figures)
            }
            Some(Content::Neighbours(lists)) => (lists.lists.len(), 0, 0),
            Some(Content::Facts(facts)) => (facts.areas.len(), facts.indicators.len(), facts.facts.len()),
        };
        Self { file, format: input.format, areas, indicators, figures, messages: &input.messages }
    }
}

/// `kpi.json (KPI JSON): indicators that can be shown: 3, areas: 4, figures: 48; errors: 0, warnings: 1, notes: 0`
fn summary(out: &mut dyn Write, checked: &Checked<'_>) -> Result<()> {
    let Checked { file, format, areas, indicators, figures, messages } = checked;
    let count = |severity: Severity| messages.iter().filter(|message| message.severity == severity).count();
    writeln!(
        out,
        "{file} ({format}): indicators that can be shown: {indicators}, areas: {areas}, figures: {figures}; errors: {}, \
         warnings: {}, notes: {}",
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note),
    )?;
    Ok(())
}
