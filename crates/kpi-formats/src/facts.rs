//! What a file says, whatever its form.

use kpi_core::model::{Decimal, Marks, Period, Unit, Value};
use std::collections::BTreeMap;

/// The figures of a file, one fact a published cell, and what they are about.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The form that the file was taken for, for the person who gave it: "the DfE's open data standard, ...".
    pub form: String,
    /// The title, where the file has one.
    pub title: Option<String>,
    /// Who published it, where the file says so.
    pub source: Option<String>,
    /// What the file says of all its figures.
    pub notes: Vec<String>,
    /// Each once, in the order of the file.
    pub areas: Vec<FactArea>,
    /// Each once, in the order of the file.
    pub indicators: Vec<FactIndicator>,
    /// Breakdowns, each once, in the order of the file. One with a single category is no breakdown and is left out.
    pub dimensions: Vec<FactDimension>,
    /// The combinations of categories that occur, one category of each dimension; [`Fact::cell`] is a position here.
    pub cells: Vec<Box<[u16]>>,
    /// In the order of the file.
    pub facts: Vec<Fact>,
    /// What the file calls a period of an indicator (by its position), where that is not what everybody calls it.
    pub labels: BTreeMap<(u32, Period), String>,
    /// The publisher's own words before figures, by [`Fact::subject`].
    pub remarks: BTreeMap<Subject, String>,
}

impl Facts {
    /// The name of the indicator, where there is but one.
    #[must_use]
    pub fn only_name(&self) -> Option<&str> {
        match self.indicators.as_slice() {
            [only] => Some(only.name.as_str()).filter(|name| !name.trim().is_empty()),
            _ => None,
        }
    }
}

/// What a figure is about: area, indicator, measure, cell and period, as in [`Fact`].
pub type Subject = (u32, u32, u16, u32, Period);

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactArea {
    /// The code that stands for it in a publication, the ONS's where the file has it: `E06000046`.
    pub code: String,
    /// The name as the file writes it.
    pub name: String,
    /// What kind of place, in the file's word: "Local authority", "Regional", "National".
    pub level: Option<String>,
    /// Another code of the file for the same place: the three digits that neighbour lists use (`old_la_code`).
    pub other_code: Option<String>,
    /// The code of the region that it lies in, where the file says so.
    pub region: Option<String>,
}

/// An indicator: a column of figures, or a name in a column of names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactIndicator {
    /// The column's name or the file's id.
    pub id: String,
    /// As the file calls it; the id where it says no more.
    pub name: String,
    /// The heading under which the file lists it, where it has such.
    pub topic: Option<String>,
    /// At least one.
    pub measures: Vec<FactMeasure>,
    /// What the file says of this indicator.
    pub notes: Vec<String>,
}

/// A quantity of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactMeasure {
    /// The file's id; empty where the indicator has one measure that is not named.
    pub id: String,
    /// As the file calls it.
    pub name: String,
    /// Its unit, where the file says or its name leaves no doubt.
    pub unit: Option<Unit>,
}

/// A breakdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactDimension {
    /// The column's name or the file's id.
    pub id: String,
    /// As the file calls it.
    pub name: String,
    /// In the order of the file.
    pub categories: Vec<FactCategory>,
}

/// A part of a breakdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactCategory {
    /// The file's id or word; empty where the file says nothing.
    pub id: String,
    /// As the file calls it.
    pub name: String,
    /// Whether it stands for all the others together.
    pub total: bool,
    /// The part that it is a part of, as its position.
    pub parent: Option<u16>,
}

/// One published cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact {
    /// Position in [`Facts::areas`].
    pub area: u32,
    /// Position in [`Facts::indicators`].
    pub indicator: u32,
    /// Position in [`FactIndicator::measures`].
    pub measure: u16,
    /// Position in [`Facts::cells`].
    pub cell: u32,
    /// The time. A file that says "2021" and not which year is meant gives [`Period::Unstated`].
    pub period: Period,
    /// The number as written, or the symbol in its place.
    pub value: Value,
    /// What accompanies the value.
    pub marks: Marks,
    /// Lower and upper confidence limits.
    pub limits: Option<(Decimal, Decimal)>,
    /// Where it stands, for messages: the row, from 1, as a spreadsheet counts, or 0 where the form has none.
    pub row: u32,
    /// The column, from 1, or 0 where the form has none.
    pub column: u32,
}

impl Fact {
    /// What it is about.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        (self.area, self.indicator, self.measure, self.cell, self.period)
    }
}
