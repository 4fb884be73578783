//! The DfE's open data standard, as its statistics are published by Explore Education Statistics.

use super::collect::{Breakdown, Collector, Subject};
use super::columns::{Column, Table};
use super::described::Sort;
use super::figures::Figures;
use super::period::{self, Rules};
use super::{heading, unit};
use crate::facts::{Fact, FactArea, Facts};
use crate::grid::Row;
use crate::problem::{Kind, Log};
use kpi_core::model::Period;

/// The columns that the standard demands of every file; the order is the publisher's.
const DEMANDED: [&str; 3] = ["time_period", "time_identifier", "geographic_level"];

pub(super) fn is_header(headings: &[&str]) -> bool {
    DEMANDED.iter().all(|demanded| headings.iter().any(|heading| heading::key(heading) == *demanded))
}

/// Reads the rows about countries, regions and local authorities.
pub(super) fn read(table: &Table<'_>, facts: Facts, log: &mut Log<'_>) -> Facts {
    let standard = Standard::find(table);
    let mut rows = Vec::new();
    for row in &table.rows {
        match Level::read(standard.cell(*row, standard.level)) {
            Some(level) => rows.push((level, *row)),
            None => {
                let level = standard.cell(*row, standard.level).to_owned();
                log.add(row.number(), number(standard.level), Kind::UnknownLevel { level });
            }
        }
    }
    let known: Vec<Row<'_>> = rows.iter().map(|(_, row)| *row).collect();
    let table = &Table { rows: known, columns: table.columns.clone(), ..*table };
    let mut collector = Collector::new(facts);
    let (mut indicators, mut breakdowns) = (Vec::new(), Vec::new());
    for column in table.columns.iter().filter(|column| !is_standard(column.heading)) {
        let name = table.described.label(column.heading);
        match table.sort(*column) {
            Some(Sort::Figures) => indicators.push(Indicator::new(table, *column, &name, &mut collector)),
            Some(Sort::Words) => {
                let different = table.different(*column);
                if different > usize::from(u16::MAX) {
                    log.add(0, column.number(), Kind::NotABreakdown { different });
                } else {
                    breakdowns.extend(collector.dimension(column.at, column.heading, &name, &table.rows));
                }
            }
            None => log.add(0, column.number(), Kind::EmptyColumn),
        }
    }
    if indicators.is_empty() {
        log.file(Kind::NoIndicators);
    }
    let filters: Vec<&str> = breakdowns.iter().filter_map(|of| table.column_at(of.column)).collect();
    collector.facts_mut().form = format!(
        "the DfE's open data standard: {} rows, {} of figures, {}",
        table.rows.len(),
        match indicators.len() {
            1 => "1 column".to_owned(),
            count => format!("{count} columns"),
        },
        if filters.is_empty() { "no filters".to_owned() } else { format!("filtered by {}", filters.join(", ")) },
    );
    let rules = Rules { periods: table.options.periods, ..Rules::default() };
    for (level, row) in rows {
        standard.row(level, row, rules, &breakdowns, &mut indicators, &mut collector, log);
    }
    for indicator in indicators {
        indicator.figures.finish(&mut collector, log);
    }
    collector.finish()
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

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    National,
    Regional,
    LocalAuthority,
}

impl Level {
    fn read(word: &str) -> Option<Self> {
        match heading::key(word).as_str() {
            "national" => Some(Self::National),
            "regional" => Some(Self::Regional),
            "local_authority" => Some(Self::LocalAuthority),
            _ => None,
        }
    }
}

/// Where the columns of the standard stand.
struct Standard {
    time_period: Option<usize>,
    time_identifier: Option<usize>,
    level: Option<usize>,
    country: (Option<usize>, Option<usize>),
    region: (Option<usize>, Option<usize>),
    authority: (Option<usize>, Option<usize>),
    old_code: Option<usize>,
}

impl Standard {
    fn find(table: &Table<'_>) -> Self {
        let find = |name: &str| {
            table.columns.iter().find(|column| heading::key(column.heading) == name).map(|column| column.at)
        };
        Self {
            time_period: find("time_period"),
            time_identifier: find("time_identifier"),
            level: find("geographic_level"),
            country: (find("country_code"), find("country_name")),
            region: (find("region_code"), find("region_name")),
            authority: (find("new_la_code"), find("la_name")),
            old_code: find("old_la_code"),
        }
    }

    fn cell<'r>(&self, row: Row<'r>, column: Option<usize>) -> &'r str {
        column.map_or("", |column| row.cell(column))
    }

    #[expect(clippy::too_many_arguments, reason = "what a row is read into has three owners")]
    fn row(
        &self,
        level: Level,
        row: Row<'_>,
        rules: Rules,
        breakdowns: &[Breakdown],
        indicators: &mut [Indicator<'_>],
        collector: &mut Collector,
        log: &mut Log<'_>,
    ) {
        let Some(area) = self.area(level, row, collector) else {
            log.add(row.number(), 0, Kind::MissingArea);
            return;
        };
        let Some(period) = self.period(row, rules, log) else { return };
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

    fn period(&self, row: Row<'_>, rules: Rules, log: &mut Log<'_>) -> Option<Period> {
        let (time, identifier) = (self.cell(row, self.time_period), self.cell(row, self.time_identifier));
        match period::of_standard(time, identifier, rules) {
            Ok(reading) => Some(reading.period),
            Err(kind) => {
                let is_of_identifier = matches!(kind, Kind::UnsupportedTime { .. });
                log.add(
                    row.number(),
                    number(if is_of_identifier { self.time_identifier } else { self.time_period }),
                    kind,
                );
                None
            }
        }
    }

    fn area(&self, level: Level, row: Row<'_>, collector: &mut Collector) -> Option<u32> {
        let (code, name) = match level {
            Level::National => self.country,
            Level::Regional => self.region,
            Level::LocalAuthority => self.authority,
        };
        let (code, name, old) = (self.cell(row, code), self.cell(row, name), self.cell(row, self.old_code));
        let is_authority = level == Level::LocalAuthority;
        let old = if is_authority { old } else { "" };
        // A place without a code has `x` or `z` in its place, as other places may have.
        let candidates = [if matches!(code, "x" | "z") { "" } else { code }, old, name];
        let code = *candidates.iter().find(|candidate| !candidate.is_empty())?;
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Some(collector.area(code, || FactArea {
            code: code.to_owned(),
            name: if name.is_empty() { code.to_owned() } else { name.to_owned() },
            level: text(self.cell(row, self.level)),
            other_code: text(old),
            region: text(self.cell(row, self.region.0)).filter(|_| is_authority),
        }))
    }
}

/// Time, and every geography of the standard; those that are not read are no filters either.
fn is_standard(heading: &str) -> bool {
    const PLACES: &[&str] = &[
        "country",
        "region",
        "la",
        "old_la",
        "new_la",
        "lad",
        "pcon",
        "ward",
        "local_enterprise_partnership",
        "mayoral_combined_authority",
        "english_devolved_area",
        "local_skills_improvement_plan_area",
        "lsip",
        "opportunity_area",
        "rsc_region_lead",
        "trust",
        "sponsor",
        "school",
        "provider",
        "institution",
        "planning_area",
        "police_force_area",
    ];
    const PARTS: &[&str] = &["code", "name", "id", "urn", "ukprn", "laestab", "estab", "postcode"];
    let key = heading::key(heading);
    let is_place =
        || key.rsplit_once('_').is_some_and(|(place, part)| PLACES.contains(&place) && PARTS.contains(&part));
    DEMANDED.contains(&key.as_str()) || is_place()
}

/// For messages, counted from 1; 0 where there is no such column.
fn number(column: Option<usize>) -> u32 {
    column.and_then(|column| u32::try_from(column + 1).ok()).unwrap_or(0)
}
