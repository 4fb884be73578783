//! The table beside the charts. It has every value that a chart shows.

use crate::model::{
    AreaIx, CategoryIx, Dataset, Decimal, Dimension, Figure, Indicator, Mark, Marks, Measure, MeasureIx, Missing,
    SeriesKey, Unit, Value,
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
    /// The table of an indicator: parts of a breakdown by measure, areas in the one period there is, or periods by area
    /// and measure. Every chosen comparator has its place, also where none of its figures is published.
    #[must_use]
    pub fn new(dataset: &Dataset, query: &Query, sight: Sight<'_>) -> Option<Self> {
        let mut key = Key::default();
        let measure = sight.indicator.measure(sight.measure)?;
        let (caption, columns, rows) = if sight.indicator.dimensions.is_empty() && sight.indicator.measures.len() == 1 {
            let unit = &measure.unit;
            let caption = format!("{}: {}", sight.indicator.name, number::unit_words(unit));
            if sight.indicator.periods.len() == 1 {
                let named = period::words(sight.period()?);
                let (columns, rows) = by_area(dataset, query, sight, unit, &mut key);
                (format!("{caption}, {named}"), columns, rows)
            } else {
                let (columns, rows) = by_period(dataset, query, sight, unit, &mut key);
                (caption, columns, rows)
            }
        } else if sight.indicator.dimensions.is_empty() {
            let (columns, rows) = by_measure(dataset, query, sight, &mut key);
            (sight.indicator.name.clone(), columns, rows)
        } else {
            let named = period::words(sight.period()?);
            let (columns, rows) = by_part(dataset, query, sight, &mut key);
            let unit = match sight.indicator.measures.as_slice() {
                [_] => format!(": {}", number::unit_words(&measure.unit)),
                _ => String::new(),
            };
            (format!("{}{unit}{}, {named}", sight.indicator.name, other_parts(sight.indicator)), columns, rows)
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
    let areas = areas(dataset, query);
    let mut columns = vec![Column::words("Period")];
    columns.extend(areas.iter().map(|(_, name)| Column::numbers(name)));
    if query.compare.previous {
        // Beside the focus area, whose change it is.
        columns.insert(2, Column::words("Change since the period before"));
    }
    let rows = sight.indicator.periods.iter().enumerate().map(|(position, named)| {
        let sight = Sight { position, ..sight };
        let mut cells: Vec<Cell> = areas.iter().map(|(area, _)| key.cell(sight.of(*area).figure(), unit)).collect();
        if query.compare.previous {
            let words = match sight.change() {
                Some(change) => signed(change.difference.amount, unit),
                None => sentence::no_change(&sight.figure().unwrap_or(Figure::NOT_PUBLISHED)).to_owned(),
            };
            cells.insert(1, Cell::words(&words));
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
    let areas = areas(dataset, query);
    let focus = areas.first().map(|(_, name)| name.clone()).unwrap_or_default();
    let mut columns = vec![Column::words("Area"), Column::numbers(&number::unit_heading(unit))];
    if areas.len() > 1 {
        columns.push(Column::words(&format!("{focus} is")));
    }
    let rows = areas.iter().enumerate().map(|(position, (area, name))| {
        let mut cells = vec![key.cell(sight.of(*area).figure(), unit)];
        if areas.len() > 1 {
            let words = match sight.against(*area) {
                _ if position == 0 => String::new(),
                Some(found) => sentence::higher_or_lower(found.amount, unit),
                None => "not compared".to_owned(),
            };
            cells.push(Cell::words(&words));
        }
        Row { heading: name.clone(), strong: position == 0, cells }
    });
    (columns, rows.collect())
}

/// Periods by measure, and the chosen measure of the chosen comparators.
fn by_measure(dataset: &Dataset, query: &Query, sight: Sight<'_>, key: &mut Key) -> (Vec<Column>, Vec<Row>) {
    let shown = measures_of_areas(sight, areas(dataset, query));
    let mut columns = vec![Column::words("Period")];
    columns.extend(shown.iter().map(|shown| Column::numbers(&shown.heading)));
    let rows = sight.indicator.periods.iter().enumerate().map(|(position, named)| {
        let at = |shown: &Shown<'_>, key: &mut Key| {
            key.cell(Sight { position, ..shown.sight }.figure(), &shown.measure.unit)
        };
        let cells = shown.iter().map(|shown| at(shown, key)).collect();
        Row { heading: period::named(named), strong: position == sight.position, cells }
    });
    (columns, rows.collect())
}

/// Parts of the first breakdown by measure, and the chosen measure of the chosen comparators that are broken down too.
fn by_part(dataset: &Dataset, query: &Query, sight: Sight<'_>, key: &mut Key) -> (Vec<Column>, Vec<Row>) {
    let mut areas = areas(dataset, query);
    areas.retain(|(area, _)| *area == sight.area || sight.indicator.has_series(*area, sight.measure));
    let shown = measures_of_areas(sight, areas);
    let dimension = sight.indicator.dimensions.first();
    let mut columns = vec![Column::words(dimension.map_or("", |dimension| &dimension.name))];
    columns.extend(shown.iter().map(|shown| Column::numbers(&shown.heading)));
    let categories = dimension.map(|dimension| dimension.categories.as_slice()).unwrap_or_default();
    let rows = (0..).map(CategoryIx).zip(categories).map(|(category, part)| {
        let cells = shown.iter().map(|shown| key.cell(part_figure(shown.sight, category), &shown.measure.unit));
        Row { heading: part.name.clone(), strong: part.total, cells: cells.collect() }
    });
    (columns, rows.collect())
}

/// A column of figures: one measure of one area.
struct Shown<'d> {
    heading: String,
    sight: Sight<'d>,
    measure: &'d Measure,
}

/// All measures of the focus area, which is the first, then the chosen one of the others. Where there is but one
/// measure, the columns are called by the areas.
fn measures_of_areas(sight: Sight<'_>, areas: Vec<(AreaIx, String)>) -> Vec<Shown<'_>> {
    let is_single = sight.indicator.measures.len() == 1;
    let mut shown = Vec::new();
    for (area, name) in areas {
        let measures = (0..).map(MeasureIx).zip(&sight.indicator.measures);
        for (ix, measure) in measures.filter(|(ix, _)| area == sight.area || *ix == sight.measure) {
            let heading = match area == sight.area {
                _ if is_single => name.clone(),
                true => measure_heading(measure),
                false => format!("{name}: {}", sentence::lowercased(&measure_heading(measure))),
            };
            shown.push(Shown { heading, sight: Sight { area, measure: ix, ..sight }, measure });
        }
    }
    shown
}

/// The parts of further breakdowns that stand for want of a total: ", Girls".
pub(super) fn other_parts(indicator: &Indicator) -> String {
    let first = indicator.dimensions.first().and_then(|dimension| dimension.categories.first());
    let lacking = indicator.parts_for_want_of_a_total();
    lacking
        .filter(|part| !first.is_some_and(|first| std::ptr::eq(first, *part)))
        .map(|part| format!(", {}", part.name))
        .collect()
}

/// The figure of one part of the first breakdown, at the totals of the others.
pub(super) fn part_figure(sight: Sight<'_>, category: CategoryIx) -> Option<Figure<'_>> {
    let Sight { indicator, area, measure, position } = sight;
    let others = indicator.dimensions.iter().skip(1).map(Dimension::headline);
    let cell = indicator.cell(std::iter::once(category).chain(others));
    indicator.cube.row(SeriesKey { area, measure, cell })?.figure(position)
}

/// "Budget, £ thousand"; the unit is left out where the name says it: "Variance, %".
pub(super) fn measure_heading(measure: &Measure) -> String {
    if measure.name.contains('%') {
        return measure.name.clone();
    }
    format!("{}, {}", measure.name, number::unit_words(&measure.unit))
}

/// The focus area and the chosen comparators.
fn areas(dataset: &Dataset, query: &Query) -> Vec<(AreaIx, String)> {
    let focus = dataset.focus();
    let name = dataset.area(focus).map(|area| area.name.clone()).unwrap_or_default();
    let comparators = query.comparators(dataset).map(|(_, ix, area)| (ix, area.name.clone()));
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
