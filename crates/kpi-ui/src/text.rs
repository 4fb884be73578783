//! The words of the interface; those of figures are made in kpi-core.

use kpi_core::query::{Since, Sort};
use kpi_core::view::GroupModel;
use kpi_core::words::sentence;

pub(crate) const ABOUT: &str = "About these figures";
pub(crate) const ALL_INDICATORS: &str = "All indicators";
pub(crate) const ALL_TOPICS: &str = "All topics";
pub(crate) const CHANGE: &str = "Change what is shown:";
pub(crate) const DIFFERENCES: &str = "Show differences";
pub(crate) const EVERYTHING: &str = "Everything";
pub(crate) const FIND: &str = "Find";
pub(crate) const FROM: &str = "Charts begin with";
pub(crate) const THE_FIRST: &str = "the first period";
pub(crate) const LIST: &str = "List";
pub(crate) const MISSES_TARGET: &str = "what misses its target";
pub(crate) const NOTHING_FOUND: &str = "No indicator is what you look for.";
pub(crate) const ONLY: &str = "Only";
pub(crate) const ORDER: &str = "Order";
pub(crate) const SHOW_ALL: &str = "List all indicators";
pub(crate) const SIDE_BY_SIDE: &str = "Side by side";
pub(crate) const TOPIC: &str = "Topic";
pub(crate) const TREND: &str = "Trend";
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
pub(crate) const READ: &str = "Press Enter to read its values with the arrow keys";
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

pub(crate) const fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Published => "by topic",
        Sort::Name => "by name",
        Sort::WorseFirst => "what got worse first",
    }
}

pub(crate) fn got_worse(since: Since) -> String {
    format!("what got worse since {}", earlier(since))
}

pub(crate) fn worse_than(area: &str) -> String {
    format!("what is worse than {area}")
}

/// "5 of 27 indicators"
pub(crate) fn listed(listed: usize, of: usize) -> String {
    format!("{listed} of {}", indicators(of))
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
