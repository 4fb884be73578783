//! The table beside the charts. It has every value that a chart shows.

use super::areas::{ShownArea, areas, areas_in_parts, everyone, other_method};
use super::draw::strip::strip;
use crate::model::{
    Area, AreaIx, CategoryIx, Decimal, Dimension, Mark, Marks, Measure, MeasureIx, Missing, Origin, Polarity,
    SeriesKey, Unit, Value,
};
use crate::query::{Difference, Direction, Incomparable, Order, Sight, peers, quartiles};
use crate::words::{Lang, Text, fill, number, period, sentence, symbol};
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
    /// Which way the rows are sorted by it, if they are.
    pub sorted: Option<Direction>,
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
    /// What stands small behind it: confidence limits, how many of a group's members are behind its figure, its method
    /// where that is another than that of the whole.
    pub aside: String,
    /// What a symbol means, for those who do not see the key; empty for a number.
    pub spoken: String,
    /// Spaces as wide as the decimals that others of its column have and it has not, so that points stand below points.
    pub pad: String,
    /// By what its row is sorted.
    pub number: Option<Decimal>,
    /// Of a figure, which one it is: its series, and the position of its period.
    pub figure: Option<(SeriesKey, usize)>,
}

/// The tables of an indicator, the first the one beside the charts: periods by area and measure, parts of a breakdown by
/// measure, areas in one period. Every chosen comparator has its place, also where none of its figures is published.
pub(super) fn tables(sight: Sight<'_>) -> Vec<TableModel> {
    let Sight { query, indicator, .. } = sight;
    let (Some(named), Some(measure)) = (sight.period(), sight.measure()) else { return Vec::new() };
    let lang = query.lang;
    let named = period::words(lang, named);
    let shown = areas(sight);
    let single = Some(measure).filter(|_| indicator.measures.len() == 1);
    let mut caption = indicator.name.clone();
    if let Some(measure) = single {
        caption = format!("{caption}: {}", number::unit_words(lang, &measure.unit));
    }
    let mut made = Vec::new();
    let mut end = |mut table: Table, caption: String| {
        table.sort(query.order.filter(|order| usize::from(order.table) == made.len()));
        table.align();
        let key = table.key();
        made.push(TableModel { caption, columns: table.columns, rows: table.rows, key });
    };
    let dimension = indicator.dimensions.get(usize::from(query.cut().by));
    if indicator.periods.len() > 1 || dimension.is_none() && single.is_none() {
        let mut table = Table { is_in_time: true, ..Table::new(lang) };
        table.by_period(sight, &figures(sight, &shown), single);
        end(table, format!("{caption}{}", parts(sight, None)));
    } else if dimension.is_none() {
        let mut table = Table::new(lang);
        table.by_area(sight, &shown, &measure.unit);
        end(table, format!("{caption}, {named}"));
    }
    if let Some(dimension) = dimension {
        let mut table = Table::new(lang);
        table.by_part(dimension, &figures(sight, &areas_in_parts(sight)));
        end(table, format!("{caption}{}, {named}", parts(sight, Some(dimension))));
    }
    if strip(sight).is_some() {
        let mut table = Table::new(lang);
        table.by_place(sight, &measure.unit);
        end(table, format!("{caption}, {named}"));
    }
    made
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
    /// Rows are periods, in order of time.
    is_in_time: bool,
}

impl Table {
    fn new(lang: Lang) -> Self {
        let (columns, rows, missing, marks) = (Vec::new(), Vec::new(), Vec::new(), Marks::default());
        Self { lang, columns, rows, missing, marks, has_limits: false, is_partly: false, is_in_time: false }
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
            } else if sight.query.differences {
                self.column(&fill(Text::DifferenceFrom.say(self.lang), &[&column.heading]), false);
            }
        }
        for position in sight.positions() {
            let Some(named) = sight.indicator.periods.get(position) else { continue };
            self.row(&period::named(self.lang, named), position == sight.position);
            for (at, column) in figures.iter().enumerate() {
                let now = Sight { position, ..column.sight };
                self.figure(now, column.unit);
                if at > 0 {
                    if sight.query.differences {
                        let focus = Sight { area: sight.area, ..now };
                        self.difference(focus.against(now.area), column.unit);
                    }
                    continue;
                }
                if let Some(target) = target {
                    let target = target.at(position);
                    self.compared(
                        target.map_or(Text::NoTarget.say(self.lang).to_owned(), |target| {
                            number::short(target, column.unit)
                        }),
                        target,
                    );
                }
                for since in changes {
                    match now.change(*since) {
                        Ok(change) => {
                            let amount = change.difference.amount;
                            self.compared(signed(self.lang, amount, column.unit), Some(amount));
                        }
                        Err(why) => self.words(sentence::no_change(self.lang, why).to_owned()),
                    }
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
            self.column(&fill(Text::FocusIs.say(self.lang), &[&focus.name]), false);
        }
        for shown in areas {
            let is_focus = shown.area == sight.area;
            self.row(&shown.name, is_focus);
            self.figure(sight.of(shown.area), unit);
            if focus.is_some() && is_focus {
                self.words(String::new());
            } else if focus.is_some() {
                self.difference(sight.against(shown.area), unit);
            }
        }
    }

    /// Every area of the strip in the shown period, with its place among those of the focus's kind.
    fn by_place(&mut self, sight: Sight<'_>, unit: &Unit) {
        self.column(Text::Area.say(self.lang), false);
        self.column(&number::unit_heading(self.lang, unit), true);
        self.column(Text::Rank.say(self.lang), true);
        let peers = peers(sight);
        let number = |area: AreaIx| Some(unit.published(sight.of(area).figure()?.exact()?));
        let mut numbers: Vec<Decimal> = peers.iter().filter_map(|area| number(*area)).collect();
        let is_up = sight.polarity() == Polarity::Lower;
        for shown in everyone(sight, &peers) {
            self.row(&shown.name, shown.area == sight.area);
            self.figure(sight.of(shown.area), unit);
            let own = number(shown.area).filter(|_| peers.binary_search(&shown.area).is_ok());
            // Whatever is equal shares the first of its places.
            let is_before = |other: Decimal, own| if is_up { other < own } else { other > own };
            let place = own.map(|own| numbers.iter().filter(|other| is_before(**other, own)).count() + 1);
            match place.and_then(|place| u32::try_from(place).ok()) {
                Some(place) => self.compared(number::whole(place), Some(Decimal::new(place.into(), 0))),
                None => self.words("–".to_owned()),
            }
        }
        // What the band and the rule of the strip show.
        let names = [Text::LowerQuartile, Text::Median, Text::UpperQuartile];
        for (name, number) in names.into_iter().zip(quartiles(&mut numbers).into_iter().flatten()) {
            self.row(name.say(self.lang), false);
            self.compared(number::short(number, unit), Some(number));
            self.words("–".to_owned());
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
                self.figure(part_sight(column.sight, category), column.unit);
            }
        }
    }

    fn column(&mut self, heading: &str, numeric: bool) {
        self.columns.push(Column { heading: heading.to_owned(), numeric, sorted: None });
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
        self.compared(text, None);
    }

    /// Words about a number.
    fn compared(&mut self, text: String, number: Option<Decimal>) {
        let (aside, spoken, pad) = (String::new(), String::new(), String::new());
        self.cell(Cell { text, aside, spoken, pad, number, figure: None });
    }

    /// How the focus area stands to another.
    fn difference(&mut self, found: Result<Difference, Incomparable>, unit: &Unit) {
        match found {
            Ok(found) => self.compared(sentence::higher_or_lower(self.lang, found.amount, unit), Some(found.amount)),
            Err(_) => self.words(Text::NotCompared.say(self.lang).to_owned()),
        }
    }

    /// A figure as a cell; where there is none, it is not published.
    fn figure(&mut self, sight: Sight<'_>, unit: &Unit) {
        let figure = sight.shown_figure();
        if let Value::Missing(missing) = figure.value {
            self.missing.push(missing);
        }
        self.marks = self.marks.and(figure.marks);
        let mut aside = String::new();
        if let Origin::Computed { contributing, members, .. } = figure.origin
            && contributing < members
        {
            self.is_partly = true;
            aside = fill(Text::OfSoMany.say(self.lang), &[&contributing.to_string(), &members.to_string()]);
        }
        if let Some(limits) = figure.limits {
            self.has_limits = true;
            aside = number::limits(self.lang, limits, unit);
        }
        if let Some(method) = other_method(sight, &figure) {
            aside.push_str(if aside.is_empty() { "" } else { ", " });
            aside.push_str(method);
        }
        let (text, number) = (number::cell(&figure, unit), figure.number());
        let spoken = symbol::meaning(self.lang, &figure, ", ");
        let figure = Some((sight.key(), sight.position));
        self.cell(Cell { text, aside, spoken, pad: String::new(), number, figure });
    }

    /// Puts rows in the order that is asked for. What has no number comes last.
    fn sort(&mut self, order: Option<Order>) {
        let Some(Order { column, direction, .. }) = order else { return };
        let Some(head) = self.columns.get_mut(usize::from(column)) else { return };
        head.sorted = Some(direction);
        let is_down = direction == Direction::Descending;
        let Some(at) = usize::from(column).checked_sub(1) else {
            if !self.is_in_time {
                self.rows.sort_by_cached_key(|row| row.heading.to_ascii_lowercase());
            }
            if is_down {
                self.rows.reverse();
            }
            return;
        };
        let number = |row: &Row| row.cells.get(at).and_then(|cell| cell.number);
        let mut sorted: Vec<Row> = Vec::new();
        for row in std::mem::take(&mut self.rows) {
            let own = number(&row);
            // A table has few rows; a sort of things so large would weigh more than it saves. What is equal keeps its order.
            let at = sorted.partition_point(|other| match (number(other), own) {
                (Some(other), Some(own)) if is_down => other >= own,
                (Some(other), Some(own)) => other <= own,
                (other, own) => other.is_some() || own.is_none(),
            });
            sorted.insert(at, row);
        }
        self.rows = sorted;
    }

    /// Puts points below points: published rows mix 107 and 78.5.
    fn align(&mut self) {
        for (at, _) in self.columns.iter().skip(1).enumerate().filter(|(_, column)| column.numeric) {
            let decimals = |text: &str| match text.bytes().position(|byte| byte == b'.') {
                Some(point) => text.bytes().skip(point + 1).take_while(u8::is_ascii_digit).count(),
                None => 0,
            };
            let cells = || self.rows.iter().filter_map(|row| row.cells.get(at));
            let most = cells().map(|cell| decimals(&cell.text)).max().unwrap_or(0);
            for cell in self.rows.iter_mut().filter_map(|row| row.cells.get_mut(at)) {
                let own = decimals(&cell.text);
                if own == 0 && most > 0 {
                    cell.pad.push(AS_A_POINT);
                }
                cell.pad.extend(std::iter::repeat_n(AS_A_DIGIT, most - own));
            }
        }
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

/// Every symbol and mark that a table can have, with its meaning.
pub(super) fn whole_key(lang: Lang) -> Vec<(String, String)> {
    let mut table = Table { missing: Missing::ALL.to_vec(), has_limits: true, is_partly: true, ..Table::new(lang) };
    for mark in Mark::ALL {
        table.marks = table.marks.with(mark);
    }
    table.key()
}

/// The parts that a sight is of, but for those of one breakdown, whose parts are all shown: ", Girls".
pub(super) fn parts(sight: Sight<'_>, but: Option<&Dimension>) -> String {
    let mut parts = String::new();
    let categories = sight.indicator.categories_of(sight.cell);
    for (dimension, category) in sight.indicator.dimensions.iter().zip(categories) {
        let part = dimension.categories.get(usize::from(category.0)).filter(|part| !part.total);
        if let Some(part) = part
            && !but.is_some_and(|but| std::ptr::eq(but, dimension))
        {
            parts.push_str(", ");
            parts.push_str(&part.name);
        }
    }
    parts
}

/// The sight of one part of the breakdown whose parts are side by side, at the chosen categories of the others.
fn part_sight(sight: Sight<'_>, category: CategoryIx) -> Sight<'_> {
    let cell = sight.indicator.cell_at(sight.cell, usize::from(sight.query.cut().by), category);
    Sight { cell, ..sight }
}

/// "Budget, £ thousand"; the unit is left out where the name says it: "Variance, %".
pub(super) fn measure_heading(lang: Lang, measure: &Measure) -> String {
    if measure.name.contains('%') {
        return measure.name.clone();
    }
    format!("{}, {}", measure.name, number::unit_words(lang, &measure.unit))
}

/// Spaces as wide as a point and as a digit.
const AS_A_POINT: char = '\u{2008}';
const AS_A_DIGIT: char = '\u{2007}';

fn signed(lang: Lang, amount: Decimal, unit: &Unit) -> String {
    match amount.sign() {
        Ordering::Equal => Text::NoChange.say(lang).to_owned(),
        Ordering::Greater => fill(Text::Up.say(lang), &[&number::difference(lang, amount, unit)]),
        Ordering::Less => fill(Text::Down.say(lang), &[&number::difference(lang, amount, unit)]),
    }
}
