use super::{Content, Input, publication};
use crate::message::{Message, Reach, Severity};
use kpi_core::ingest::{self, Diagnostic, Problem};
use kpi_formats::json_stat;
use std::path::Path;

/// KPI JSON or JSON-stat: the file says which.
pub(super) fn read(file: &Path, name: &str, bytes: &[u8]) -> Input {
    let ingest = ingest::read(bytes);
    let is_json_stat = |found: &Diagnostic| matches!(found.problem, Problem::NotKpi { seems: Some("JSON-stat") });
    if ingest.diagnostics.iter().any(is_json_stat) {
        return json_stat(name, bytes);
    }
    let mut messages: Vec<Message> = ingest.diagnostics.iter().map(|found| of_publication(name, found)).collect();
    let content = ingest.dataset.map(|dataset| {
        messages.extend(publication::data_files(file, &dataset));
        Content::Publication(Box::new(dataset))
    });
    Input { format: "KPI JSON", content, messages }
}

fn json_stat(name: &str, bytes: &[u8]) -> Input {
    let reading = json_stat::read(bytes);
    let messages = reading.messages.iter().map(|found| {
        let place = match (found.line, found.path.as_str()) {
            (line, "") => format!("line {line}, column {}", found.column),
            (line, path) => format!("line {line}, column {} ({path})", found.column),
        };
        let severity = if found.is_error() { Severity::Error } else { Severity::Warning };
        Message {
            severity,
            file: name.to_owned(),
            place,
            what: found.what(),
            mend: found.mend().to_owned(),
            reach: Reach::Whole,
        }
    });
    let messages = messages.collect();
    // What this tool wrote is read back whole.
    let whole = reading.publication.and_then(|text| ingest::read(text.as_bytes()).dataset);
    let content = match whole {
        Some(dataset) => Some(Content::Publication(Box::new(dataset))),
        None => Some(Content::Facts(Box::new(reading.facts))).filter(|content| !content.is_empty()),
    };
    Input { format: "JSON-stat", content, messages }
}

impl Content {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Facts(facts) if facts.facts.is_empty())
    }
}

pub(super) fn of_publication(file: &str, found: &Diagnostic) -> Message {
    let severity = match found.severity() {
        ingest::Severity::Error => Severity::Error,
        ingest::Severity::Warning => Severity::Warning,
    };
    Message {
        severity,
        file: file.to_owned(),
        place: found.place(),
        what: found.what(),
        mend: found.mend(),
        reach: Reach::Whole,
    }
}
