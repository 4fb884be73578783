//! The words of the interface; those of figures are made in kpi-core.

use kpi_core::query::Since;
use kpi_core::view::GroupModel;
use kpi_core::words::sentence;

pub(crate) const ABOUT: &str = "About these figures";
pub(crate) const ALL_INDICATORS: &str = "All indicators";
pub(crate) const CHART: &str = "Chart";
pub(crate) const COMPARE: &str = "Compare with";
pub(crate) const DEFINITION: &str = "Definition";
pub(crate) const DIRECTION: &str = "Direction";
pub(crate) const FIGURE: &str = "Figure";
pub(crate) const FIGURES: &str = "Figures";
pub(crate) const INDICATOR: &str = "Indicator";
pub(crate) const GROUPS: &str = "Groups";
pub(crate) const KEY: &str = "Symbols";
pub(crate) const LATEST: &str = "Latest figures";
pub(crate) const MEMBERS: &str = "Members of groups";
pub(crate) const NEXT: &str = "Next";
pub(crate) const NO_FIGURE: &str = "no figure";
pub(crate) const NOTES: &str = "Notes";
pub(crate) const PARTIAL: &str =
    "These are the first figures of this indicator; the others are in a file that is not here yet.";
pub(crate) const PREVIOUS: &str = "Previous";
pub(crate) const REVISED: &str = "Revised";
pub(crate) const SHOWN: &str = "Shown in the chart";
pub(crate) const SOURCE: &str = "Source";
pub(crate) const WRONG: &str = "What is wrong with the file";

/// What is compared with, in the middle of a sentence.
pub(crate) const fn earlier(since: Since) -> &'static str {
    match since {
        Since::Previous => "the period before",
        Since::YearBefore => "a year before",
    }
}

pub(crate) const fn since(since: Since) -> &'static str {
    match since {
        Since::Previous => "Since the period before",
        Since::YearBefore => "Since a year before",
    }
}

/// "Median of 10: Bexley, ... (DfE model, 2021)"
pub(crate) fn group(group: &GroupModel) -> String {
    let GroupModel { name, model, members, .. } = group;
    let model = if model.is_empty() { String::new() } else { format!(" ({model})") };
    format!("{name}{model}: {}.", sentence::listed(members, "and"))
}

pub(crate) fn compared_with(area: &str) -> String {
    format!("Compared with {area}")
}

pub(crate) fn indicators(count: usize) -> String {
    if count == 1 { "1 indicator".to_owned() } else { format!("{count} indicators") }
}

pub(crate) fn cut_off(kept: usize) -> String {
    let complete = match kept {
        1 => "the one indicator that is complete".to_owned(),
        _ => format!("the {kept} indicators that are complete"),
    };
    format!("The file of figures ends in the middle. Shown here are {complete}; others may be missing.")
}

pub(crate) fn left_out(names: &[String]) -> String {
    match names {
        [one] => format!("One indicator cannot be read and is not shown: {one}."),
        _ => format!("{} indicators cannot be read and are not shown: {}.", names.len(), names.join("; ")),
    }
}

pub(crate) const DAMAGED: &str = "Some figures in the file cannot be read and are not shown.";
