use kpi_core::model::{AreaIx, IndicatorIx, MeasureIx, Method, Period};
use kpi_core::query::{Cut, Listing, Order, Query, Since, View};

/// What was asked of the figures.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What is shown before anybody chooses, and what the address leaves out.
    pub default: Query,
    /// What is shown.
    pub query: Query,
    /// How the reader came to it.
    pub origin: Origin,
}

/// How a reader came to what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was there when the page opened: nothing to announce, nothing to write.
    Opened,
    /// By a choice on the page: a step to go back from.
    Chosen,
    /// By one of many small steps, such as a letter of a word that is looked for: nothing to go back to.
    Refined,
    /// By an address: a link, back or forward. Making a step of it would hold the reader on the spot.
    Followed,
    /// A script of the page around wanted it: neither a step of the reader's, whose focus stays where it is.
    Told,
}

/// What a reader did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Went to all indicators.
    ShowOverview,
    /// Went to what has to be known of the publication.
    ShowAbout,
    /// Went to one indicator.
    ShowIndicator(IndicatorIx),
    /// Chose one of its measures for the chart.
    ChooseMeasure(MeasureIx),
    /// Chose a period, or the latest of each indicator.
    ChoosePeriod(Option<Period>),
    /// Chose where charts and tables over time begin.
    ChooseFrom(Option<Period>),
    /// Chose a part of a breakdown.
    ChooseCut(Cut),
    /// Chose which indicators are listed, and how.
    List(Listing),
    /// Wrote what is looked for.
    Find(String),
    /// Sorted a table.
    Sort(Order),
    /// Switched the differences in tables on or off.
    ToggleDifferences,
    /// Switched an earlier period on or off.
    ToggleSince(Since),
    /// Switched an area to compare with on or off.
    ToggleArea(AreaIx),
    /// Chose how a group's figures are computed.
    ChooseMethod(AreaIx, Method),
    /// Followed a link, or went back or forward.
    Follow(Query),
    /// Did nothing: a script of the page around wants something else to be shown.
    Tell(Query),
    /// Took something away.
    Take(Take),
    /// Waits for the printer, for which there is to be a page for each indicator that is listed, or has waited.
    Report(Report),
    /// Waited until more was known of the file of figures.
    Wait,
}

/// What a reader takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The figures that are shown, as CSV.
    Shown(Reader),
    /// All figures that are here, as CSV.
    All(Reader),
    /// The file of figures, where it stands in the page itself.
    File,
    /// A chart, by its position on the page, as a PNG.
    Png(usize),
    /// A chart as an SVG.
    Svg(usize),
    /// All of it in one file that needs no network.
    Copy,
    /// The page on paper.
    Print,
    /// The page on paper, and after it every indicator that is listed.
    Report,
    /// The address of what is shown.
    Link,
    /// How to cite what is shown.
    Citation,
    /// The tables that are shown, for a spreadsheet.
    Table,
}

/// What becomes of the pages that are there for the printer alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    /// They are made, and printed.
    Open,
    /// They are taken away.
    Close,
}

/// Who reads a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A program, or a spreadsheet that asks for the encoding or knows it.
    Program,
    /// Excel, which knows UTF-8 by the mark that stands before it.
    Excel,
}

impl State {
    /// Whether `action` made another state of it.
    pub fn reduce(&mut self, action: Action) -> bool {
        let origin = match action {
            Action::Follow(_) => Origin::Followed,
            Action::Tell(_) => Origin::Told,
            Action::Find(_) => Origin::Refined,
            _ => Origin::Chosen,
        };
        let mut query = self.query.clone();
        match action {
            Action::ShowOverview => (query.view, query.order) = (View::Overview, None),
            Action::ShowAbout => (query.view, query.order) = (View::About, None),
            Action::ShowIndicator(indicator) => (query.view, query.order) = (View::of(indicator), None),
            Action::ChooseMeasure(chosen) => {
                if let View::Indicator { measure, .. } = &mut query.view {
                    *measure = chosen;
                }
            }
            Action::ChoosePeriod(period) => query.period = period,
            Action::ChooseFrom(from) => query.from = from,
            Action::ChooseCut(chosen) => {
                if let View::Indicator { cut, .. } = &mut query.view {
                    *cut = chosen;
                }
            }
            Action::List(listing) => query.listing = listing,
            Action::Find(find) => query.listing.find = find,
            Action::Sort(order) => query.order = Some(order),
            Action::ToggleDifferences => query.differences = !query.differences,
            Action::ToggleSince(since) => query.compare = query.compare.toggled_since(since),
            Action::ToggleArea(area) => query.compare = query.compare.toggled(area),
            Action::ChooseMethod(group, method) => query = query.with_method(group, method),
            Action::Follow(other) | Action::Tell(other) => query = other,
            Action::Take(_) | Action::Report(_) | Action::Wait => {}
        }
        if query == self.query {
            return false;
        }
        self.query = query;
        self.origin = origin;
        true
    }
}
