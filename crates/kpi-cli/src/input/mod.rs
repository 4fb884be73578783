//! A file of figures in any of the formats that are read.

mod json;
mod publication;
mod table;

pub(crate) use publication::hash;
pub(crate) use table::message as problem;

use crate::files;
use crate::message::Message;
use crate::outcome::WrongUse;
use anyhow::Result;
use kpi_core::model::Dataset;
use kpi_formats::facts::Facts;
use kpi_formats::neighbours::NeighbourLists;
use kpi_formats::tabular::Options;
use std::path::Path;

/// What reading a file gave.
pub(crate) struct Input {
    /// In what format it is, for people.
    pub(crate) format: &'static str,
    /// `None` where nothing could be read.
    pub(crate) content: Option<Content>,
    pub(crate) messages: Vec<Message>,
}

pub(crate) enum Content {
    /// A publication, with the figures of its data files where those could be read.
    Publication(Box<Dataset>),
    /// Figures that need more to be a publication: a focus, a publisher.
    Facts(Box<Facts>),
    /// Which authorities are alike.
    Neighbours(NeighbourLists),
}

impl Input {
    pub(crate) fn has_errors(&self) -> bool {
        self.messages.iter().any(Message::is_error)
    }
}

/// Reads a file of any format; the sheet is of a workbook.
pub(crate) fn read(file: &Path, options: &Options) -> Result<Input> {
    let name = file.display().to_string();
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    if options.sheet.is_some() && !matches!(ending.as_str(), "xlsx" | "ods") {
        return Err(WrongUse::error(format!("{name} is no workbook; leave --sheet out.")));
    }
    let bytes = files::bytes(file)?;
    match ending.as_str() {
        "json" => Ok(json::read(file, &name, &bytes)),
        "csv" | "tsv" | "txt" | "xlsx" | "ods" => Ok(table::read(file, &name, &bytes, options)),
        _ => Err(WrongUse::error(format!(
            "{name} has none of the endings of files that are read: .json, .csv, .tsv, .txt, .xlsx, .ods."
        ))),
    }
}

/// A publication; an error with all messages where the file is not one or has errors.
pub(crate) fn publication(file: &Path) -> Result<Dataset> {
    let input = read(file, &Options::default())?;
    match input.content {
        Some(Content::Publication(dataset)) if !input.messages.iter().any(Message::is_error) => Ok(*dataset),
        _ => {
            let errors: Vec<String> =
                input.messages.iter().filter(|message| message.is_error()).take(5).map(Message::to_string).collect();
            let name = file.display();
            if errors.is_empty() {
                return Err(WrongUse::error(format!("{name} is not KPI JSON; make it with `kpi convert` first.")));
            }
            anyhow::bail!("{}\nRun `kpi check {name}` for all messages.", errors.join("\n"))
        }
    }
}
