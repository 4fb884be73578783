use super::{Cell, Column, Row};
use crate::model::{Decimal, Marks, Missing, Origin, Unit, Value};
use crate::query::{ColumnId, ColumnKind, Difference, Incomparable, Sight};
use crate::view::areas::other_method;
use crate::words::{Lang, Text, fill, number, sentence, symbol};

/// A table in the making, and which symbols and marks it has.
pub(super) struct Table {
    pub(super) lang: Lang,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
    pub(super) missing: Vec<Missing>,
    pub(super) marks: Marks,
    pub(super) has_limits: bool,
    pub(super) is_partly: bool,
    /// Rows are periods, in order of time.
    pub(super) is_in_time: bool,
}

impl Table {
    pub(super) fn new(lang: Lang) -> Self {
        let (columns, rows, missing, marks) = (Vec::new(), Vec::new(), Vec::new(), Marks::default());
        Self { lang, columns, rows, missing, marks, has_limits: false, is_partly: false, is_in_time: false }
    }

    /// The column that heads the rows, which is the first.
    pub(super) fn heading(&mut self, heading: &str) {
        self.columns.push(Column { id: ColumnId::Heading, heading: heading.to_owned(), sorted: None });
    }

    /// A column of something that a sight sees.
    pub(super) fn column(&mut self, heading: &str, kind: ColumnKind, sight: Sight<'_>) {
        let id = ColumnId::Of(kind, sight.area, sight.measure);
        self.columns.push(Column { id, heading: heading.to_owned(), sorted: None });
    }

    pub(super) fn row(&mut self, heading: &str, strong: bool) {
        self.rows.push(Row { heading: heading.to_owned(), strong, cells: Vec::new() });
    }

    pub(super) fn cell(&mut self, cell: Cell) {
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(cell);
        }
    }

    pub(super) fn words(&mut self, text: String) {
        self.compared(text, None);
    }

    /// Words about a number.
    pub(super) fn compared(&mut self, text: String, number: Option<Decimal>) {
        let (aside, spoken, pad) = (String::new(), String::new(), String::new());
        self.cell(Cell { text, aside, spoken, pad, number, figure: None });
    }

    /// How the focus area stands to another.
    pub(super) fn difference(&mut self, found: Result<Difference, Incomparable>, unit: &Unit) {
        match found {
            Ok(found) => self.compared(sentence::higher_or_lower(self.lang, found.amount, unit), Some(found.amount)),
            Err(_) => self.words(Text::NotCompared.say(self.lang).to_owned()),
        }
    }

    /// A figure as a cell; where there is none, it is not published.
    pub(super) fn figure(&mut self, sight: Sight<'_>, unit: &Unit) {
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
}
