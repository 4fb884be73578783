//! The DfE's open data standard, as its statistics are published by Explore Education Statistics.

mod standard;

pub(super) use standard::is_header;

use super::collect::{Breakdown, Collector, Subject};
use super::columns::{Column, Table};
use super::described::Sort;
use super::figures::Figures;
use super::period::Rules;
use super::unit;
use crate::facts::{Fact, Facts};
use crate::grid::Row;
use crate::problem::{Kind, Log};
use standard::{Level, Standard};

/// Reads the rows about countries, regions and local authorities.
pub(super) fn read(table: &Table<'_>, facts: Facts, log: &mut Log<'_>) -> Facts {
    let standard = Standard::find(table);
    let rows: Vec<(Level, Row<'_>)> =
        table.rows.iter().filter_map(|row| Some((standard.level(*row, log)?, *row))).collect();
    if rows.is_empty() {
        return facts;
    }
    // What a column is follows from the rows that are read: schools have columns of their own.
    let known = rows.iter().map(|(_, row)| *row).collect();
    let table = &Table { rows: known, columns: table.columns.clone(), ..*table };
    let rules = Rules { periods: table.options.periods, ..Rules::default() };
    let collector = Collector::new(facts);
    let mut reader = Reader { standard, rules, indicators: Vec::new(), breakdowns: Vec::new(), collector };
    reader.take_columns(table, log);
    for (level, row) in rows {
        reader.row(level, row, log);
    }
    let Reader { indicators, mut collector, .. } = reader;
    for indicator in indicators {
        indicator.figures.finish(&mut collector, log);
    }
    collector.finish()
}

struct Reader<'a> {
    standard: Standard,
    rules: Rules,
    indicators: Vec<Indicator<'a>>,
    breakdowns: Vec<Breakdown>,
    collector: Collector,
}

impl<'a> Reader<'a> {
    /// Tells indicators from filters, and says in words what was found.
    fn take_columns(&mut self, table: &Table<'a>, log: &mut Log<'_>) {
        let mut filters = Vec::new();
        for column in table.columns.iter().filter(|column| !standard::is_standard(column.heading)) {
            let name = table.described.label(column.heading);
            let different = table.different(*column);
            match table.sort(*column) {
                Some(Sort::Figures) => {
                    self.indicators.push(Indicator::new(table, *column, &name, &mut self.collector));
                }
                Some(Sort::Words) if different > usize::from(u16::MAX) => {
                    log.add(0, column.number(), Kind::NotABreakdown { different });
                }
                Some(Sort::Words) => {
                    let breakdown = self.collector.dimension(column.at, column.heading, &name, &table.rows);
                    filters.extend(breakdown.is_some().then_some(column.heading));
                    self.breakdowns.extend(breakdown);
                }
                None => log.add(0, column.number(), Kind::EmptyColumn),
            }
        }
        let columns = match self.indicators.len() {
            0 => {
                log.file(Kind::NoIndicators);
                "no column".to_owned()
            }
            1 => "1 column".to_owned(),
            count => format!("{count} columns"),
        };
        let filters =
            if filters.is_empty() { "no filters".to_owned() } else { format!("filtered by {}", filters.join(", ")) };
        self.collector.facts_mut().form =
            format!("the DfE's open data standard: {} rows, {columns} of figures, {filters}", table.rows.len());
    }

    fn row(&mut self, level: Level, row: Row<'_>, log: &mut Log<'_>) {
        let Self { standard, rules, indicators, breakdowns, collector } = self;
        let Some(place) = standard.area(level, row) else {
            log.add(row.number(), 0, Kind::MissingArea);
            return;
        };
        let Some(period) = standard.period(row, *rules, log) else { return };
        let area = collector.area(place);
        let cell = collector.cell(row, breakdowns);
        let subject = Subject { area, indicator: 0, measure: 0, cell, period };
        if let Err(first) = collector.claim(subject, row.number()) {
            log.add(row.number(), 0, Kind::RepeatedRow { first });
            return;
        }
        for Indicator { column, at, figures } in indicators {
            let reading = figures.read(row.cell(column.at), row.number(), (*at, 0), log);
            collector.push(Fact {
                area,
                indicator: *at,
                measure: 0,
                cell,
                period,
                value: reading.value,
                marks: reading.marks,
                limits: None,
                row: row.number(),
                column: column.number(),
            });
        }
    }
}

/// An indicator's column while it is read.
struct Indicator<'a> {
    column: Column<'a>,
    at: u32,
    figures: Figures,
}

impl<'a> Indicator<'a> {
    fn new(table: &Table<'_>, column: Column<'a>, name: &str, collector: &mut Collector) -> Self {
        let known = table.described.column(column.heading);
        let notes: Vec<String> = known.and_then(|known| known.note.clone()).into_iter().collect();
        let at = collector.indicator(column.heading, name, &notes);
        let stated = known.and_then(|known| known.unit.clone());
        let unit = stated.or_else(|| unit::of_name(column.heading)).or_else(|| unit::of_name(name));
        collector.measure(at, "", "", unit);
        Self { column, at, figures: Figures::new(table, column) }
    }
}
