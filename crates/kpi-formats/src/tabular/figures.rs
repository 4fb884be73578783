use super::collect::Collector;
use super::columns::{Column, Table};
use super::unit;
use super::value::{self, Reading, Sign};
use crate::problem::{Kind, Log};
use kpi_core::model::{Missing, UnitKind, Value};
use std::collections::HashMap;

/// A column of figures while it is read.
pub(super) struct Figures {
    number: u32,
    symbols: Vec<(String, Missing)>,
    /// How many numbers of each measure bear which sign.
    signs: HashMap<(u32, u16, Sign), usize>,
}

impl Figures {
    pub(super) fn new(table: &Table<'_>, column: Column<'_>) -> Self {
        let nulls = table.described.column(column.heading).map(|known| known.nulls.as_slice()).unwrap_or_default();
        let mut symbols = table.options.symbols.clone();
        symbols.extend(nulls.iter().map(|null| (null.clone(), Missing::NotPublished)));
        Self { number: column.number(), symbols, signs: HashMap::new() }
    }

    /// Reads a cell and tells what is wrong with it.
    pub(super) fn read(&mut self, cell: &str, row: u32, measure: (u32, u16), log: &mut Log<'_>) -> Reading {
        let mut reading = value::read(cell, &self.symbols);
        if let Some(complaint) = reading.complaint.take() {
            log.add(row, self.number, complaint);
        }
        if let Value::Number(number) = reading.value {
            // Nothing at all is written without a sign as often as with one.
            if reading.sign != Sign::None || number.mantissa() != 0 {
                *self.signs.entry((measure.0, measure.1, reading.sign)).or_default() += 1;
            }
        }
        reading
    }

    /// What the signs of all figures say: a unit, or that some lack theirs.
    pub(super) fn finish(self, collector: &mut Collector, log: &mut Log<'_>) {
        let has = |indicator, measure, sign| self.signs.contains_key(&(indicator, measure, sign));
        let mut is_mixed = false;
        for (indicator, measure, sign) in self.signs.keys().copied() {
            let is_all = !has(indicator, measure, Sign::None);
            match sign {
                Sign::Percent if is_all && !has(indicator, measure, Sign::Pounds) => {
                    collector.set_unit(indicator, measure, unit::unit(UnitKind::Percent));
                }
                Sign::Pounds if is_all && !has(indicator, measure, Sign::Percent) => {
                    collector.set_unit(indicator, measure, unit::unit(UnitKind::Gbp { scale: 1 }));
                }
                Sign::Percent => is_mixed = true,
                Sign::Pounds | Sign::None => {}
            }
        }
        if is_mixed {
            log.add(0, self.number, Kind::MixedPercent);
        }
    }
}
