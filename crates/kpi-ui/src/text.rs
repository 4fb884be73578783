//! The words of the interface; those of figures are made in kpi-core.

use kpi_core::query::{Since, Sort};
use kpi_core::view::GroupModel;
use kpi_core::words::{Lang, fill, sentence};

kpi_core::texts! {
    /// The words of the interface.
    pub(crate) enum Text {
        About: "About these figures";
        AllIndicators: "All indicators";
        Chart: "Chart";
        Compare: "Compare with";
        Definition: "Definition";
        Direction: "Direction";
        Figure: "Figure";
        Figures: "Figures";
        Indicator: "Indicator";
        Groups: "Groups";
        Key: "Symbols";
        Latest: "Latest figures";
        Members: "Members of groups";
        Next: "Next";
        NoFigure: "no figure";
        Notes: "Notes";
        Partial: "These are the first figures of this indicator; the others are in a file that is not here yet.";
        Previous: "Previous";
        Revised: "Revised";
        Shown: "Shown in the chart";
        Source: "Source";
        Wrong: "What is wrong with the file";
        Damaged: "Some figures in the file cannot be read and are not shown.";
        PeriodBefore: "the period before";
        YearBefore: "a year before";
        SincePrevious: "Since the period before";
        SinceYearBefore: "Since a year before";
        AndComparedWith: "compared with {0}";
        WithNothing: "compared with nothing";
        OneIndicator: "{0} indicator";
        ManyIndicators: "{0} indicators";
        CutOffAfterOne: "The file of figures ends in the middle. Shown here are the one indicator that is complete; others may be missing.";
        CutOff: "The file of figures ends in the middle. Shown here are the {0} indicators that are complete; others may be missing.";
        OneLeftOut: "One indicator cannot be read and is not shown: {1}.";
        LeftOut: "{0} indicators cannot be read and are not shown: {1}.";
        VerdictKey: " compared with other areas and earlier figures: ▲ better, ▼ worse, ● the same, ≈ similar, ◆ no direction defined.";
        Of: " of ";
        Up: "up ";
        Down: "down ";

        // What is listed, and how tables are shown.
AnotherArea: "Another area", "Ardal arall";
        Choose: "choose", "dewiswch";
        AllTopics: "All topics";
        Courses: "How the indicators of this topic went";
        Change: "Change what is shown:";
        Differences: "Show differences";
        Everything: "everything";
        Find: "Find";
        From: "Charts begin with";
        TheFirst: "the first period";
        List: "List";
        MissesTarget: "what misses its target";
        NothingFound: "No indicator is what you look for.";
        Only: "Only";
        Order: "Order";
        ShowAll: "List all indicators";
        SideBySide: "Side by side";
        Topic: "Topic";
        Trend: "Trend";
        ByTopic: "by topic";
        ByName: "by name";
        WorseFirst: "what got worse first";
        GotWorse: "what got worse since {0}";
        WorseThan: "what is worse than {0}";
        Listed: "{0} of {1}";
        Read: "Press Enter to read its values with the arrow keys";
    }
}

/// What is compared with, in the middle of a sentence.
pub(crate) fn earlier(lang: Lang, since: Since) -> &'static str {
    match since {
        Since::Previous => Text::PeriodBefore.say(lang),
        Since::YearBefore => Text::YearBefore.say(lang),
    }
}

pub(crate) fn since(lang: Lang, since: Since) -> &'static str {
    match since {
        Since::Previous => Text::SincePrevious.say(lang),
        Since::YearBefore => Text::SinceYearBefore.say(lang),
    }
}

/// "Median of 10: Bexley, ... (DfE model, 2021)"
pub(crate) fn group(lang: Lang, group: &GroupModel) -> String {
    let GroupModel { name, model, members, .. } = group;
    let model = if model.is_empty() { String::new() } else { format!(" ({model})") };
    format!("{name}{model}: {}.", sentence::listed(lang, members))
}

pub(crate) fn indicators(lang: Lang, count: usize) -> String {
    let text = if count == 1 { Text::OneIndicator } else { Text::ManyIndicators };
    fill(text.say(lang), &[&count.to_string()])
}

pub(crate) fn cut_off(lang: Lang, kept: usize) -> String {
    let text = if kept == 1 { Text::CutOffAfterOne } else { Text::CutOff };
    fill(text.say(lang), &[&kept.to_string()])
}

pub(crate) fn left_out(lang: Lang, names: &[String]) -> String {
    let text = if names.len() == 1 { Text::OneLeftOut } else { Text::LeftOut };
    fill(text.say(lang), &[&names.len().to_string(), &names.join("; ")])
}

pub(crate) fn sort(lang: Lang, sort: Sort) -> &'static str {
    let text = match sort {
        Sort::Published => Text::ByTopic,
        Sort::Name => Text::ByName,
        Sort::WorseFirst => Text::WorseFirst,
    };
    text.say(lang)
}

pub(crate) fn got_worse(lang: Lang, since: Since) -> String {
    fill(Text::GotWorse.say(lang), &[earlier(lang, since)])
}

pub(crate) fn worse_than(lang: Lang, area: &str) -> String {
    fill(Text::WorseThan.say(lang), &[area])
}

/// "5 of 27 indicators"
pub(crate) fn listed(lang: Lang, listed: usize, of: usize) -> String {
    fill(Text::Listed.say(lang), &[&listed.to_string(), &indicators(lang, of)])
}
