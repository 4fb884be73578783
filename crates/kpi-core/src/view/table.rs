//! The table beside the charts. It has every value that a chart shows.

use crate::model::{
    AreaIx, CategoryIx, Dataset, Decimal, Dimension, Figure, Mark, Marks, Measure, MeasureIx, Missing, SeriesKey, Unit,
    Value,
};
use crate::query::{Query, Sight};
use crate::words::{number, period, sentence, symbol};
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
    /// What a symbol means, for those who do not see the key; empty for a number.
    pub spoken: String,
}

impl TableModel {
    /// The table of an indicator: parts of a breakdown by measure, areas in the one period there is, or periods by area.
    #[must_use]
    pub fn new(dataset: &Dataset, query: &Query, sight: Sight<'_>) -> Option<Self> {
        let mut key = Key::default();
        let measure = sight.indicator.measure(sight.measure)?;
        let (caption, columns, rows) = if sight.indicator.dimensions.is_empty() && sight.indicator.measures.len() == 1 {
            let unit = &measure.unit;
            let caption = format!("{}: {}", sight.indicator.name, number::unit_heading(unit).to_lowercase_first());
            if sight.indicator.periods.len() == 1 {
                let named = period::named(sight.period()?);
                let (columns, rows) = by_area(dataset, query, sight, unit, &mut key);
                (format!("{caption}, {}", named.to_lowercase_first()), columns, rows)
            } else {
                let (columns, rows) = by_period(dataset, query, sight, unit, &mut key);
                (caption, columns, rows)
            }
        } else {
            let named = period::named(sight.period()?);
            let (columns, rows) = by_part(sight, &mut key);
            (format!("{}, {}", sight.indicator.name, named.to_lowercase_first()), columns, rows)
        };
        Some(Self { caption, columns, rows, key: key.entries() })
    }
}

fn by_period(
    dataset: &Dataset,
    query: &Query,
    sight: Sight<'_>,
    unit: &Unit,
    key: &mut Key,
) -> (Vec<Column>, Vec<Row>) {
    let areas = areas_with_figures(dataset, query, sight);
    let mut columns = vec![Column::words("Period")];
    columns.extend(areas.iter().map(|(_, name)| Column::numbers(name)));
    if query.compare.previous {
        columns.push(Column::words("Change since the period before"));
    }
    let rows = sight.indicator.periods.iter().enumerate().map(|(position, named)| {
        let sight = Sight { position, ..sight };
        let mut cells: Vec<Cell> = areas.iter().map(|(area, _)| key.cell(sight.of(*area).figure(), unit)).collect();
        if query.compare.previous {
            let change = sight.change().map(|change| change.difference.amount);
            cells.push(Cell::words(&change.map_or_else(String::new, |amount| signed(amount, unit))));
        }
        Row { heading: period::named(named), strong: false, cells }
    });
    let mut rows: Vec<Row> = rows.collect();
    if let Some(row) = rows.get_mut(sight.position) {
        row.strong = true;
    }
    (columns, rows)
}

fn by_area(dataset: &Dataset, query: &Query, sight: Sight<'_>, unit: &Unit, key: &mut Key) -> (Vec<Column>, Vec<Row>) {
    let areas = areas_with_figures(dataset, query, sight);
    let focus = areas.first().map(|(_, name)| name.clone()).unwrap_or_default();
    let mut columns = vec![Column::words("Area"), Column::numbers(&number::unit_heading(unit))];
    if areas.len() > 1 {
        columns.push(Column::words(&format!("{focus} is")));
    }
    let rows = areas.iter().enumerate().map(|(position, (area, name))| {
        let mut cells = vec![key.cell(sight.of(*area).figure(), unit)];
        if areas.len() > 1 {
            let difference = sight.against(*area).filter(|_| position > 0);
            let words = difference.map(|found| sentence::higher_or_lower(found.amount, unit)).unwrap_or_default();
            cells.push(Cell::words(&words));
        }
        Row { heading: name.clone(), strong: position == 0, cells }
    });
    (columns, rows.collect())
}

/// Parts of the first breakdown by measure; an indicator without a breakdown has one row for each period.
fn by_part(sight: Sight<'_>, key: &mut Key) -> (Vec<Column>, Vec<Row>) {
    let indicator = sight.indicator;
    let heading = indicator.dimensions.first().map_or("Period", |dimension| &dimension.name);
    let mut columns = vec![Column::words(heading)];
    columns.extend(indicator.measures.iter().map(|measure| Column::numbers(&measure_heading(measure))));
    let measures = || (0..).map(MeasureIx).zip(&indicator.measures);
    let rows = match indicator.dimensions.first() {
        Some(dimension) => (0..)
            .map(CategoryIx)
            .zip(&dimension.categories)
            .map(|(category, part)| {
                let cells =
                    measures().map(|(measure, shown)| key.cell(part_figure(sight, measure, category), &shown.unit));
                Row { heading: part.name.clone(), strong: part.total, cells: cells.collect() }
            })
            .collect(),
        None => (0..indicator.periods.len())
            .map(|position| {
                let cells = measures()
                    .map(|(measure, shown)| key.cell(Sight { position, measure, ..sight }.figure(), &shown.unit));
                let heading = indicator.periods.get(position).map(period::named).unwrap_or_default();
                Row { heading, strong: position == sight.position, cells: cells.collect() }
            })
            .collect(),
    };
    (columns, rows)
}

/// The figure of one part of the first breakdown, at the totals of the others.
pub(super) fn part_figure(sight: Sight<'_>, measure: MeasureIx, category: CategoryIx) -> Option<Figure<'_>> {
    let Sight { indicator, area, position, .. } = sight;
    let others = indicator.dimensions.iter().skip(1).map(Dimension::headline);
    let cell = indicator.cell(std::iter::once(category).chain(others));
    indicator.cube.row(SeriesKey { area, measure, cell })?.figure(position)
}

/// "Budget, £ thousand"; the unit is left out where the name says it: "Variance, %".
pub(super) fn measure_heading(measure: &Measure) -> String {
    if measure.name.contains('%') {
        return measure.name.clone();
    }
    format!("{}, {}", measure.name, number::unit_heading(&measure.unit).to_lowercase_first())
}

/// The focus area and the chosen comparators that have any figure of the indicator.
fn areas_with_figures(dataset: &Dataset, query: &Query, sight: Sight<'_>) -> Vec<(AreaIx, String)> {
    let focus = dataset.focus();
    let name = dataset.area(focus).map(|area| area.name.clone()).unwrap_or_default();
    let comparators = query
        .comparators(dataset)
        .filter(|(_, ix, _)| sight.indicator.series(*ix, sight.measure).is_some())
        .map(|(_, ix, area)| (ix, area.name.clone()));
    std::iter::once((focus, name)).chain(comparators).collect()
}

fn signed(amount: Decimal, unit: &Unit) -> String {
    match amount.sign() {
        Ordering::Equal => "no change".to_owned(),
        Ordering::Greater => format!("↑ up {}", number::difference(amount, unit)),
        Ordering::Less => format!("↓ down {}", number::difference(amount, unit)),
    }
}

impl Column {
    fn words(heading: &str) -> Self {
        Self { heading: heading.to_owned(), numeric: false }
    }

    fn numbers(heading: &str) -> Self {
        Self { heading: heading.to_owned(), numeric: true }
    }
}

impl Cell {
    fn words(text: &str) -> Self {
        Self { text: text.to_owned(), spoken: String::new() }
    }
}

/// Remembers which symbols and marks a table has.
#[derive(Default)]
struct Key {
    missing: Vec<Missing>,
    marks: Marks,
}

impl Key {
    /// A figure as a cell; where there is none, it is not published.
    fn cell(&mut self, figure: Option<Figure<'_>>, unit: &Unit) -> Cell {
        let figure = figure.unwrap_or(Figure::NOT_PUBLISHED);
        let mut spoken = Vec::new();
        if let Value::Missing(missing) = figure.value {
            self.missing.push(missing);
            spoken.push(symbol::reason(missing));
        }
        for mark in figure.marks.iter() {
            self.marks = self.marks.with(mark);
            spoken.push(symbol::mark(mark));
        }
        Cell { text: number::cell(&figure, unit), spoken: spoken.join(", ") }
    }

    fn entries(self) -> Vec<(String, String)> {
        let missing = Missing::ALL.into_iter().filter(|missing| self.missing.contains(missing));
        let missing = missing.map(|missing| (missing.symbol().to_owned(), symbol::reason(missing).to_owned()));
        let marks = Mark::ALL.into_iter().filter(|mark| self.marks.has(*mark));
        let marks = marks.map(|mark| (format!("[{}]", mark.letter()), symbol::mark(mark).to_owned()));
        missing.chain(marks).collect()
    }
}

/// A heading in the middle of a sentence.
pub(super) trait LowercaseFirst {
    fn to_lowercase_first(&self) -> String;
}

impl LowercaseFirst for str {
    /// "Rate per 10,000" as "rate per 10,000"; "Q4 2020/21" and "£ thousand" stay as they are.
    fn to_lowercase_first(&self) -> String {
        let mut letters = self.chars();
        let Some(first) = letters.next() else { return String::new() };
        let word = letters.clone().next().is_some_and(char::is_lowercase);
        let month = self.ends_with(|last: char| last.is_ascii_digit());
        if word && !month { first.to_lowercase().chain(letters).collect() } else { self.to_owned() }
    }
}
