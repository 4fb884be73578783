//! Tidy tables: a row for each figure.

mod row;

use super::collect::{Breakdown, Collector};
use super::columns::{Column, Table};
use super::described::{Described, Sort};
use super::figures::Figures;
use super::heading::{self, Role};
use super::notes::Notes;
use super::options::{Options, QuarterYear, SplitYear, YearMeaning};
use super::period::Rules;
use crate::facts::Facts;
use crate::problem::{Kind, Log};
use row::{Places, Reader};
use std::collections::HashMap;

/// A place, a time and a figure: no less makes a table of figures, and everything else may be wanting.
pub(super) fn is_header(headings: &[&str], described: &Described, options: &Options) -> bool {
    let names: Vec<Vec<String>> = headings.iter().map(|heading| described.keys(heading)).collect();
    let roles = heading::roles(&names);
    let has = |role| roles.contains(&Some(role));
    let has_area = has(Role::AreaCode) || has(Role::AreaName) || options.area.is_some();
    has_area && has(Role::Period) && has(Role::Value)
}

pub(super) fn read(table: &Table<'_>, facts: Facts, log: &mut Log<'_>) -> Facts {
    let names: Vec<Vec<String>> = table.columns.iter().map(|column| table.described.keys(column.heading)).collect();
    let mut roles = heading::roles(&names);
    unless_apart(table, &mut roles);
    let mut collector = Collector::new(facts);
    let columns = || table.columns.iter().copied().zip(roles.iter().copied());
    let further: Vec<Column<'_>> = columns().filter(|(_, role)| role.is_none()).map(|(column, _)| column).collect();
    let breakdowns = breakdowns(table, &further, &mut collector, log);
    let places = Places::new(columns());
    let Some(value) = places.find(Role::Value) else { return collector.finish() };
    let periods = table.rows.iter().map(|row| places.cell(*row, Role::Period));
    let rules = stated(Rules::of_column(table.options.periods, periods), places.find(Role::Period));
    collector.facts_mut().form = in_words(columns());
    let (figures, notes) = (Figures::new(table, value), Notes::default());
    let mut reader = Reader { table, places, value, rules, breakdowns, figures, notes, collector };
    for row in &table.rows {
        reader.row(*row, log);
    }
    let Reader { figures, notes, mut collector, .. } = reader;
    figures.finish(&mut collector, log);
    notes.finish(&mut collector);
    collector.finish()
}

/// Columns of words that have no other role.
fn breakdowns(
    table: &Table<'_>,
    further: &[Column<'_>],
    collector: &mut Collector,
    log: &mut Log<'_>,
) -> Vec<Breakdown> {
    const MOST: usize = 5_000;
    let mut breakdowns = Vec::new();
    let codes: Vec<Option<Column<'_>>> = further.iter().map(|column| codes(table, *column, further)).collect();
    for (column, own) in further.iter().zip(&codes) {
        if codes.iter().flatten().any(|codes| codes.at == column.at) {
            continue;
        }
        let Some(sort) = table.sort(*column) else { continue };
        let different = table.different(*column);
        // Numbers that hardly ever repeat count something; they are no ages.
        let counts = sort == Sort::Figures && different > 10 && different * 2 > table.rows.len();
        if counts || different > MOST {
            log.add(0, column.number(), Kind::NotABreakdown { different });
        } else {
            let name = table.described.label(column.heading);
            let codes = own.map(|codes| codes.at);
            breakdowns.extend(collector.dimension_with_codes(column.at, codes, column.heading, &name, &table.rows));
        }
    }
    breakdowns
}

/// The column with the ids of a column's categories: `sex_id` beside `sex`, each id always beside the same word.
fn codes<'t>(table: &Table<'t>, column: Column<'_>, further: &[Column<'t>]) -> Option<Column<'t>> {
    let wanted = format!("{}_id", heading::key(column.heading));
    let codes = further.iter().copied().find(|other| heading::key(other.heading) == wanted)?;
    let pairs = |from: Column<'_>, to: Column<'_>| is_told_by(table, to, from);
    (pairs(column, codes) && pairs(codes, column)).then_some(codes)
}

/// Whether one column says what another one says: the same beside the same.
fn is_told_by(table: &Table<'_>, column: Column<'_>, by: Column<'_>) -> bool {
    let mut told: HashMap<&str, &str> = HashMap::new();
    table.rows.iter().all(|row| *told.entry(row.cell(by.at)).or_insert(row.cell(column.at)) == row.cell(column.at))
}

/// A topic that does not follow from the indicator is no topic, but a breakdown.
fn unless_apart(table: &Table<'_>, roles: &mut [Option<Role>]) {
    let find = |roles: &[Option<Role>], role| roles.iter().position(|of| *of == Some(role));
    let Some(topic) = find(roles, Role::Topic) else { return };
    let indicator = find(roles, Role::IndicatorId).or_else(|| find(roles, Role::Indicator));
    let (topic_column, indicator) = (table.columns.get(topic), indicator.and_then(|at| table.columns.get(at)));
    let follows = topic_column.zip(indicator).is_some_and(|(topic, indicator)| is_told_by(table, *topic, *indicator));
    if let Some(role) = roles.get_mut(topic).filter(|_| !follows) {
        *role = None;
    }
}

/// What the heading says of the years below it.
fn stated(mut rules: Rules, column: Option<Column<'_>>) -> Rules {
    let periods = &mut rules.periods;
    match column.map(|column| heading::key(column.heading)).as_deref() {
        Some("financial_year" | "fiscal_year") => periods.split_year = Some(SplitYear::Financial),
        Some("academic_year") => periods.split_year = Some(SplitYear::Academic),
        Some("calendar_year" | "calendar_years") => {
            periods.quarter = Some(QuarterYear::Calendar);
            if periods.year == YearMeaning::Unstated {
                periods.year = YearMeaning::Calendar;
            }
        }
        _ => {}
    }
    rules
}

fn in_words<'a>(columns: impl Iterator<Item = (Column<'a>, Option<Role>)>) -> String {
    let mut parts = Vec::new();
    let mut further = Vec::new();
    for (column, role) in columns {
        match role {
            Some(Role::AreaCode | Role::AreaName) => parts.push(format!("areas in {}", column.heading)),
            Some(Role::Period | Role::PartOfYear) => parts.push(format!("periods in {}", column.heading)),
            Some(Role::Indicator | Role::IndicatorId) => parts.push(format!("indicators in {}", column.heading)),
            Some(Role::Value) => parts.push(format!("figures in {}", column.heading)),
            Some(_) => {}
            None => further.push(column.heading),
        }
    }
    if !further.is_empty() {
        parts.push(format!("further columns {}", further.join(", ")));
    }
    format!("a tidy table: {}", parts.join(", "))
}
