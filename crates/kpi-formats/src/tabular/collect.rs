//! Facts while they are gathered, each thing once.

use crate::facts::{Fact, FactArea, FactCategory, FactDimension, FactIndicator, FactMeasure, Facts};
use crate::grid::Row;
use kpi_core::model::{Period, Unit};
use std::collections::HashMap;

/// Gathers facts.
#[derive(Default)]
pub(crate) struct Collector {
    facts: Facts,
    areas: HashMap<String, u32>,
    indicators: HashMap<String, u32>,
    measures: HashMap<(u32, String, String), u16>,
    cells: HashMap<Box<[u16]>, u32>,
    seen: HashMap<Subject, u32>,
}

/// What a figure is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Subject {
    pub(crate) area: u32,
    pub(crate) indicator: u32,
    pub(crate) measure: u16,
    pub(crate) cell: u32,
    pub(crate) period: Period,
}

/// A column of categories.
pub(crate) struct Breakdown {
    pub(crate) column: usize,
    positions: HashMap<String, u16>,
}

impl Collector {
    pub(crate) fn new(facts: Facts) -> Self {
        Self { facts, ..Self::default() }
    }

    /// The position of an area, by its code; what was said of it first counts.
    pub(crate) fn area(&mut self, area: FactArea) -> u32 {
        if let Some(at) = self.areas.get(&area.code) {
            return *at;
        }
        let at = position(self.facts.areas.len());
        self.areas.insert(area.code.clone(), at);
        self.facts.areas.push(area);
        at
    }

    pub(crate) fn indicator(&mut self, id: &str, name: &str, notes: &[String]) -> u32 {
        if let Some(at) = self.indicators.get(id) {
            return *at;
        }
        let at = position(self.facts.indicators.len());
        let (id_text, name) = (id.to_owned(), name.to_owned());
        self.facts.indicators.push(FactIndicator {
            id: id_text,
            name,
            topic: None,
            measures: Vec::new(),
            notes: notes.to_vec(),
        });
        self.indicators.insert(id.to_owned(), at);
        at
    }

    /// The position of a measure of an indicator. The same measure in another unit is another one.
    pub(crate) fn measure(&mut self, indicator: u32, measure: &str, unit_words: &str, unit: Option<Unit>) -> u16 {
        self.measure_called(indicator, measure, "", unit_words, unit)
    }

    /// Likewise of a measure that has a name beside its id.
    pub(crate) fn measure_called(
        &mut self,
        indicator: u32,
        measure: &str,
        called: &str,
        unit_words: &str,
        unit: Option<Unit>,
    ) -> u16 {
        let key = (indicator, measure.to_owned(), unit_words.to_owned());
        if let Some(at) = self.measures.get(&key) {
            return *at;
        }
        let Some(of) = self.facts.indicators.get_mut(indicator as usize) else { return 0 };
        let at = u16::try_from(of.measures.len()).unwrap_or(u16::MAX);
        let is_taken = of.measures.iter().any(|other| other.id == measure);
        let in_words =
            || [measure, unit_words].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ");
        let id = if is_taken { in_words() } else { measure.to_owned() };
        let name = match (is_taken, called) {
            (false, called) if !called.is_empty() => called.to_owned(),
            _ if id.is_empty() => of.name.clone(),
            _ => id.clone(),
        };
        of.measures.push(FactMeasure { id, name, unit });
        self.measures.insert(key, at);
        at
    }

    /// Gives a measure the unit that its figures show, where nothing else said one.
    pub(crate) fn set_unit(&mut self, indicator: u32, measure: u16, unit: Unit) {
        let indicator = self.facts.indicators.get_mut(indicator as usize);
        if let Some(measure) = indicator.and_then(|indicator| indicator.measures.get_mut(usize::from(measure))) {
            measure.unit.get_or_insert(unit);
        }
    }

    /// Makes a dimension of a column. A column with a single category is none: its word becomes a note.
    pub(crate) fn dimension(&mut self, column: usize, id: &str, name: &str, rows: &[Row<'_>]) -> Option<Breakdown> {
        self.dimension_with_codes(column, None, id, name, rows)
    }

    /// Likewise; another column may have the ids of the categories, and who gives them ids means a breakdown.
    pub(crate) fn dimension_with_codes(
        &mut self,
        column: usize,
        codes: Option<usize>,
        id: &str,
        name: &str,
        rows: &[Row<'_>],
    ) -> Option<Breakdown> {
        let mut categories: Vec<FactCategory> = Vec::new();
        let mut positions = HashMap::new();
        for row in rows {
            let word = row.cell(column);
            if positions.contains_key(word) {
                continue;
            }
            let position = u16::try_from(categories.len()).unwrap_or(u16::MAX);
            positions.insert(word.to_owned(), position);
            let shown = if word.is_empty() { "Not stated" } else { word };
            let code = codes.map(|codes| row.cell(codes)).filter(|code| !code.is_empty()).unwrap_or(word);
            categories.push(FactCategory { id: code.to_owned(), name: shown.to_owned(), total: false, parent: None });
        }
        if let [only] = categories.as_slice()
            && codes.is_none()
        {
            self.facts.notes.push(format!("{name}: {}", only.name));
        }
        if categories.len() < 2 && codes.is_none() {
            return None;
        }
        mark_total(&mut categories);
        self.facts.dimensions.push(FactDimension { id: id.to_owned(), name: name.to_owned(), categories });
        Some(Breakdown { column, positions })
    }

    /// The position of a row's combination of categories.
    pub(crate) fn cell(&mut self, row: Row<'_>, breakdowns: &[Breakdown]) -> u32 {
        let word = |of: &Breakdown| of.positions.get(row.cell(of.column)).copied().unwrap_or_default();
        let cell: Box<[u16]> = breakdowns.iter().map(word).collect();
        if let Some(at) = self.cells.get(&cell) {
            return *at;
        }
        let at = position(self.facts.cells.len());
        self.facts.cells.push(cell.clone());
        self.cells.insert(cell, at);
        at
    }

    /// Notes that a row is about a subject, or says which row before it was.
    pub(crate) fn claim(&mut self, subject: Subject, row: u32) -> Result<(), u32> {
        match self.seen.entry(subject) {
            std::collections::hash_map::Entry::Occupied(first) => Err(*first.get()),
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(row);
                Ok(())
            }
        }
    }

    pub(crate) fn push(&mut self, fact: Fact) {
        self.facts.facts.push(fact);
    }

    pub(crate) fn name_of(&self, area: u32) -> &str {
        self.facts.areas.get(area as usize).map_or("", |area| &area.name)
    }

    pub(crate) fn name_of_indicator(&self, indicator: u32) -> &str {
        self.facts.indicators.get(indicator as usize).map_or("", |indicator| &indicator.name)
    }

    pub(crate) fn finish(self) -> Facts {
        self.facts
    }

    pub(crate) fn facts_mut(&mut self) -> &mut Facts {
        &mut self.facts
    }
}

/// Whether a word is what publishers call all categories together.
pub(crate) fn is_total(word: &str) -> bool {
    const WORDS: &[&str] = &["total", "all", "any", "overall"];
    let word = word.trim().to_lowercase();
    let starts = |start: &&str| word.strip_prefix(*start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    WORDS.iter().any(starts)
}

/// "Total" if it is there, or else the one category that says that it is all of them; of two such neither.
fn mark_total(categories: &mut [FactCategory]) {
    let bare = categories.iter().position(|category| category.name.trim().eq_ignore_ascii_case("total"));
    let mut all = categories.iter().enumerate().filter(|(_, category)| is_total(&category.name)).map(|(at, _)| at);
    let only = all.next().filter(|_| all.next().is_none());
    if let Some(total) = bare.or(only).and_then(|at| categories.get_mut(at)) {
        total.total = true;
    }
}

/// Limits keep every position below 2^32.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
