use super::{Content, Input};
use crate::message::{Message, Reach, Severity};
use kpi_formats::neighbours;
use kpi_formats::problem::{self, Kind, Problem};
use kpi_formats::tabular::{self, Options};
use std::path::{Path, PathBuf};

/// A CSV or a sheet of a workbook, with the description that lies beside it.
pub(super) fn read(file: &Path, name: &str, bytes: &[u8], options: &Options) -> Input {
    let metadata = beside(file).into_iter().find_map(|path| std::fs::read(path).ok());
    let input = tabular::Input { name, bytes, metadata: metadata.as_deref() };
    let read = tabular::read(input, options);
    if read.problems.iter().any(|problem| matches!(problem.kind, Kind::UnknownShape { .. })) {
        let neighbours = neighbours::read(input);
        if let Some(lists) = neighbours.lists {
            return Input {
                format: "lists of statistical neighbours",
                content: Some(Content::Neighbours(lists)),
                messages: neighbours.problems.iter().map(message).collect(),
            };
        }
    }
    Input {
        format: "table",
        content: read.facts.map(|facts| Content::Facts(Box::new(facts))),
        messages: read.problems.iter().map(message).collect(),
    }
}

/// Where a description may be: CSVW's `NAME.csv-metadata.json`, the DfE's `NAME.meta.csv`.
fn beside(file: &Path) -> [PathBuf; 2] {
    let mut csvw = file.as_os_str().to_owned();
    csvw.push("-metadata.json");
    [csvw.into(), file.with_extension("meta.csv")]
}

pub(crate) fn message(problem: &Problem) -> Message {
    let severity = match problem.severity() {
        problem::Severity::Error => Severity::Error,
        problem::Severity::Warning => Severity::Warning,
    };
    // What cannot be read shows where it is used; a row or a file that is left out shows nowhere.
    let reach = match problem.kind {
        Kind::BadValue { .. }
        | Kind::AmbiguousValue { .. }
        | Kind::Exponent { .. }
        | Kind::BadLimit { .. }
        | Kind::UnknownStatus { .. }
        | Kind::NotABreakdown { .. }
        | Kind::RepeatedColumn { .. }
        | Kind::NoHeading
        | Kind::EmptyColumn
        | Kind::UnknownLevel { .. }
        | Kind::UnsupportedTime { .. }
        | Kind::BadAuthorityCode { .. } => Reach::Part,
        _ => Reach::Whole,
    };
    let place = problem.place.to_string().trim_start_matches(", ").to_owned();
    Message { severity, file: problem.file.clone(), place, what: problem.what(), mend: problem.mend(), reach }
}
