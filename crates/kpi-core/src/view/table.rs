//! The table beside the charts. It has every value that a chart shows.

use super::areas::{ShownArea, areas};
use crate::model::{
    Area, AreaIx, CategoryIx, Decimal, Dimension, Figure, Indicator, Marks, Measure, MeasureIx, Missing, Origin, Unit,
    Value,
};
use crate::query::Sight;
use crate::words::{Lang, Text, number, period, sentence, symbol};
use std::cmp::Ordering;

/// A table with its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableModel {
    /// The indicator, what is counted, and the period where all rows share one.
    pub caption: String,
    /// The first heads the rows.
    pub columns: Vec<Column>,
    /// In the order of the publication, periods in order of time.
    pub rows: Vec<Row>,
    /// Symbols and marks that stand in the table, with their meaning.
    pub key: Vec<(String, String)>,
}

/// A column's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// "Isle of Wight"
    pub heading: String,
    /// Numbers stand at the right, words at the left.
    pub numeric: bool,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the row is about.
    pub heading: String,
    /// The row of the chosen period, of the focus area, or of a total: set bold.
    pub strong: bool,
    /// One for each column but the first.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// As shown.
    pub text: String,
    /// What stands small behind it: confidence limits, or how many of a group's members are behind its figure.
    pub aside: String,
    /// What a symbol means, for those who do not see the key; empty for a number.
    pub spoken: String,
}

impl TableModel {
    /// The table of an indicator: parts of a breakdown by measure, areas in the one period there is, or periods by area
    /// and measure. Every chosen comparator has its place, also where none of its figures is published.
    #[must_use]
    pub fn new(sight: Sight<'_>) -> Option<Self> {
        let Sight { dataset, query, indicator, .. } = sight;
        let lang = query.lang;
        let named = period::words(lang, sight.period()?);
        let areas = areas(dataset, query);
        let mut caption = indicator.name.clone();
        let mut table = Table::new(lang);
        let single = indicator.measures.first().filter(|_| indicator.measures.len() == 1);
        if let Some(measure) = single {
            caption = format!("{caption}: {}", number::unit_words(lang, &measure.unit));
        }
        match (indicator.dimensions.first(), single) {
            (Some(dimension), _) => {
                table.by_part(dimension, &figures(sight, &areas));
                caption = format!("{caption}{}, {named}", other_parts(indicator));
            }
            (None, Some(measure)) if indicator.periods.len() == 1 => {
                table.by_area(sight, &areas, &measure.unit);
                caption = format!("{caption}, {named}");
            }
            (None, _) => {
                table.by_period(sight, &figures(sight, &areas), single);
            }
        }
        let key = table.key();
        Some(Self { caption, columns: table.columns, rows: table.rows, key })
    }
}

/// A column of figures: one measure of one area.
struct Figures<'d> {
    heading: String,
    sight: Sight<'d>,
    unit: &'d Unit,
}

/// All measures of the focus area, which is the first, then the chosen one of the others: of a breakdown only of those that
/// are broken down too. Where there is but one measure, the columns are called by the areas.
fn figures<'d>(sight: Sight<'d>, areas: &[ShownArea]) -> Vec<Figures<'d>> {
    let is_single = sight.indicator.measures.len() == 1;
    let is_broken_down = !sight.indicator.dimensions.is_empty();
    let mut figures = Vec::new();
    for shown in areas {
        let is_focus = shown.area == sight.area;
        if is_broken_down && !is_focus && !is_broken_down_too(sight, shown.area) {
            continue;
        }
        for (ix, measure) in (0..).map(MeasureIx).zip(&sight.indicator.measures) {
            if !is_focus && ix != sight.measure {
                continue;
            }
            let heading = match is_focus {
                _ if is_single => shown.name.clone(),
                true => measure_heading(sight.query.lang, measure),
                false => {
                    format!("{}: {}", shown.name, sentence::lowercased(&measure_heading(sight.query.lang, measure)))
                }
            };
            let sight = Sight { area: shown.area, measure: ix, ..sight };
            figures.push(Figures { heading, sight, unit: &measure.unit });
        }
    }
    figures
}

/// Whether an area, or any member of a group, has figures of a breakdown.
fn is_broken_down_too(sight: Sight<'_>, area: AreaIx) -> bool {
    let members = sight.dataset.area(area).map(Area::members).unwrap_or_default();
    members.iter().chain([&area]).any(|area| sight.indicator.has_series(*area, sight.measure))
}

/// A table in the making, and which symbols and marks it has.
struct Table {
    lang: Lang,
    columns: Vec<Column>,
    rows: Vec<Row>,
    missing: Vec<Missing>,
    marks: Marks,
    has_limits: bool,
    is_partly: bool,
}

impl Table {
    fn new(lang: Lang) -> Self {
        let (columns, rows, missing, marks) = (Vec::new(), Vec::new(), Vec::new(), Marks::default());
        Self { lang, columns, rows, missing, marks, has_limits: false, is_partly: false }
    }

    /// Periods by area and measure; beside the one measure of the focus area its target, and its changes where they are
    /// asked for.
    fn by_period(&mut self, sight: Sight<'_>, figures: &[Figures<'_>], single: Option<&Measure>) {
        let changes = if single.is_some() { sight.query.compare.since() } else { &[] };
        let target = single.and_then(|measure| measure.target.as_ref());
        self.column(Text::Period.say(self.lang), false);
        for (at, column) in figures.iter().enumerate() {
            self.column(&column.heading, true);
            if at == 0 {
                if target.is_some() {
                    self.column(Text::Target.say(self.lang), true);
                }
                for since in changes {
                    self.column(sentence::change_heading(self.lang, *since), false);
                }
            }
        }
        for (position, named) in sight.indicator.periods.iter().enumerate() {
            self.row(&period::named(self.lang, named), position == sight.position);
            for (at, column) in figures.iter().enumerate() {
                let now = Sight { position, ..column.sight };
                self.figure(now.figure(), column.unit);
                if at > 0 {
                    continue;
                }
                if let Some(target) = target {
                    self.words(
                        target.at(position).map_or(Text::NoTarget.say(self.lang).to_owned(), |target| {
                            number::short(target, column.unit)
                        }),
                    );
                }
                for since in changes {
                    self.words(match now.change(*since) {
                        Ok(change) => signed(self.lang, change.difference.amount, column.unit),
                        Err(why) => sentence::no_change(self.lang, why).to_owned(),
                    });
                }
            }
        }
    }

    /// Areas in the one period there is.
    fn by_area(&mut self, sight: Sight<'_>, areas: &[ShownArea], unit: &Unit) {
        self.column(Text::Area.say(self.lang), false);
        self.column(&number::unit_heading(self.lang, unit), true);
        let focus = areas.first().filter(|_| areas.len() > 1);
        if let Some(focus) = focus {
            self.column(&(focus.name.clone() + Text::FocusIs.say(self.lang)), false);
        }
        for shown in areas {
            let is_focus = shown.area == sight.area;
            self.row(&shown.name, is_focus);
            self.figure(sight.of(shown.area).figure(), unit);
            if focus.is_some() {
                self.words(match sight.against(shown.area) {
                    _ if is_focus => String::new(),
                    Ok(found) => sentence::higher_or_lower(self.lang, found.amount, unit),
                    Err(_) => Text::NotCompared.say(self.lang).to_owned(),
                });
            }
        }
    }

    /// Parts of the first breakdown by measure, and the chosen measure of the comparators that are broken down too.
    fn by_part(&mut self, dimension: &Dimension, figures: &[Figures<'_>]) {
        self.column(&dimension.name, false);
        for column in figures {
            self.column(&column.heading, true);
        }
        for (category, part) in (0..).map(CategoryIx).zip(&dimension.categories) {
            self.row(&part.name, part.total);
            for column in figures {
                self.figure(part_figure(column.sight, category), column.unit);
            }
        }
    }

    fn column(&mut self, heading: &str, numeric: bool) {
        self.columns.push(Column { heading: heading.to_owned(), numeric });
    }

    fn row(&mut self, heading: &str, strong: bool) {
        self.rows.push(Row { heading: heading.to_owned(), strong, cells: Vec::new() });
    }

    fn cell(&mut self, cell: Cell) {
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(cell);
        }
    }

    fn words(&mut self, text: String) {
        self.cell(Cell { text, aside: String::new(), spoken: String::new() });
    }

    /// A figure as a cell; where there is none, it is not published.
    fn figure(&mut self, figure: Option<Figure<'_>>, unit: &Unit) {
        let figure = figure.unwrap_or(Figure::NOT_PUBLISHED);
        let mut spoken = Vec::new();
        if let Value::Missing(missing) = figure.value {
            self.missing.push(missing);
            spoken.push(symbol::reason(self.lang, missing));
        }
        for mark in figure.marks.iter() {
            self.marks = self.marks.with(mark);
            spoken.push(symbol::mark(self.lang, mark));
        }
        let mut aside = String::new();
        if let Origin::Computed { contributing, members, .. } = figure.origin
            && contributing < members
        {
            self.is_partly = true;
            aside = format!("{contributing} of {members}");
        }
        if let Some(limits) = figure.limits {
            self.has_limits = true;
            aside = number::limits(self.lang, limits, unit);
        }
        self.cell(Cell { text: number::cell(&figure, unit), aside, spoken: spoken.join(", ") });
    }

    fn key(&self) -> Vec<(String, String)> {
        let key_of = |key: Text, meaning: Text| (key.say(self.lang).to_owned(), meaning.say(self.lang).to_owned());
        let mut key = Vec::new();
        for missing in &Missing::ALL {
            if self.missing.contains(missing) {
                key.push((missing.symbol().to_owned(), symbol::reason(self.lang, *missing).to_owned()));
            }
        }
        for mark in self.marks.iter() {
            key.push((format!("[{}]", mark.letter()), symbol::mark(self.lang, mark).to_owned()));
        }
        if self.has_limits {
            key.push(key_of(Text::LimitsKey, Text::LimitsMeaning));
        }
        if self.is_partly {
            key.push(key_of(Text::MembersKey, Text::MembersMeaning));
        }
        key
    }
}

/// The parts of further breakdowns that stand for want of a total: ", Girls".
pub(super) fn other_parts(indicator: &Indicator) -> String {
    let mut parts = String::new();
    for dimension in indicator.dimensions.iter().skip(1).filter(|dimension| dimension.total().is_none()) {
        if let Some(part) = dimension.categories.first() {
            parts.push_str(", ");
            parts.push_str(&part.name);
        }
    }
    parts
}

/// The figure of one part of the first breakdown, at the totals of the others.
pub(super) fn part_figure(sight: Sight<'_>, category: CategoryIx) -> Option<Figure<'_>> {
    let others = sight.indicator.dimensions.iter().skip(1).map(Dimension::headline);
    let cell = sight.indicator.cell(std::iter::once(category).chain(others));
    Sight { cell, ..sight }.figure()
}

/// "Budget, £ thousand"; the unit is left out where the name says it: "Variance, %".
pub(super) fn measure_heading(lang: Lang, measure: &Measure) -> String {
    if measure.name.contains('%') {
        return measure.name.clone();
    }
    format!("{}, {}", measure.name, number::unit_words(lang, &measure.unit))
}

fn signed(lang: Lang, amount: Decimal, unit: &Unit) -> String {
    match amount.sign() {
        Ordering::Equal => Text::NoChange.say(lang).to_owned(),
        Ordering::Greater => format!("↑ up {}", number::difference(lang, amount, unit)),
        Ordering::Less => format!("↓ down {}", number::difference(lang, amount, unit)),
    }
}
