//! Tidy tables: a row for each figure.

use super::collect::{Breakdown, Collector, Subject};
use super::columns::{Column, Table};
use super::described::{Described, Sort};
use super::figures::Figures;
use super::heading::{self, Role};
use super::notes::Notes;
use super::options::{Options, SplitYear, YearMeaning};
use super::period::{self, Rules};
use super::{unit, value};
use crate::facts::{Fact, FactArea, Facts};
use crate::grid::Row;
use crate::problem::{Kind, Log};
use kpi_core::model::{Decimal, Marks, Missing, Period, Value};
use std::borrow::Cow;

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
    let roles = heading::roles(&names);
    let mut collector = Collector::new(facts);
    let columns = || table.columns.iter().copied().zip(roles.iter().copied());
    let further: Vec<Column<'_>> = columns().filter(|(_, role)| role.is_none()).map(|(column, _)| column).collect();
    let breakdowns = breakdowns(table, &further, &mut collector, log);
    let find = |wanted| columns().find(|(_, role)| *role == Some(wanted)).map(|(column, _)| column);
    let Some(value) = find(Role::Value) else { return collector.finish() };
    let period = find(Role::Period);
    let periods = table.rows.iter().map(|row| period.map_or("", |column| row.cell(column.at)));
    let rules = stated(Rules::of_column(table.options.periods, periods), period);
    collector.facts_mut().form = in_words(columns());
    let mut reader = Reader {
        table,
        find: &find,
        value,
        rules,
        breakdowns,
        figures: Figures::new(table, value),
        notes: Notes::default(),
        collector,
    };
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
    for column in further {
        let Some(sort) = table.sort(*column) else { continue };
        let different = table.different(*column);
        // Numbers that hardly ever repeat count something; they are no ages.
        let counts = sort == Sort::Figures && different > 10 && different * 2 > table.rows.len();
        if counts || different > MOST {
            log.add(0, column.number(), Kind::NotABreakdown { different });
        } else {
            let name = table.described.label(column.heading);
            breakdowns.extend(collector.dimension(column.at, column.heading, &name, &table.rows));
        }
    }
    breakdowns
}

/// What the heading says of the years below it.
fn stated(mut rules: Rules, column: Option<Column<'_>>) -> Rules {
    let periods = &mut rules.periods;
    match column.map(|column| heading::key(column.heading)).as_deref() {
        Some("financial_year" | "fiscal_year") => periods.split_year = Some(SplitYear::Financial),
        Some("academic_year") => periods.split_year = Some(SplitYear::Academic),
        Some("calendar_year" | "calendar_years") if periods.year == YearMeaning::Unstated => {
            periods.year = YearMeaning::Calendar;
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

struct Reader<'t, 'f> {
    table: &'t Table<'t>,
    find: &'f dyn Fn(Role) -> Option<Column<'t>>,
    value: Column<'t>,
    rules: Rules,
    breakdowns: Vec<Breakdown>,
    figures: Figures,
    notes: Notes,
    collector: Collector,
}

impl Reader<'_, '_> {
    fn row(&mut self, row: Row<'_>, log: &mut Log<'_>) {
        let Some(area) = self.area(row) else {
            log.add(row.number(), 0, Kind::MissingArea);
            return;
        };
        let Some(period) = self.period(row, log) else { return };
        let Some(indicator) = self.indicator(row) else {
            log.add(row.number(), self.number(Role::Indicator), Kind::MissingIndicator);
            return;
        };
        let (measure, unit_words) = (self.cell(row, Role::Measure), self.cell(row, Role::Unit));
        let id = if measure.is_empty() { unit_words } else { measure };
        let unit =
            unit::of_row(measure, unit_words).or_else(|| unit::of_name(self.collector.name_of_indicator(indicator)));
        let measure = self.collector.measure(indicator, id, unit_words, unit);
        let cell = self.collector.cell(row, &self.breakdowns);
        let subject = Subject { area, indicator, measure, cell, period };
        if let Err(first) = self.collector.claim(subject, row.number()) {
            log.add(row.number(), 0, Kind::RepeatedRow { first });
            return;
        }
        self.notes.add(indicator, area, self.cell(row, Role::Notes));
        let reading = self.figures.read(row.cell(self.value.at), row.number(), (indicator, measure), log);
        let (value, marks) = self.with_status(row, reading.value, reading.marks, log);
        let limits = self.limits(row, log);
        let column = self.value.number();
        self.collector.push(Fact {
            area,
            indicator,
            measure,
            cell,
            period,
            value,
            marks,
            limits,
            row: row.number(),
            column,
        });
    }

    fn cell<'r>(&self, row: Row<'r>, role: Role) -> &'r str {
        (self.find)(role).map_or("", |column| row.cell(column.at))
    }

    fn number(&self, role: Role) -> u32 {
        (self.find)(role).map_or(0, Column::number)
    }

    fn area(&mut self, row: Row<'_>) -> Option<u32> {
        let (mut code, mut name) = (self.cell(row, Role::AreaCode), self.cell(row, Role::AreaName));
        let has_column = (self.find)(Role::AreaCode).or_else(|| (self.find)(Role::AreaName)).is_some();
        if let Some((own_code, own_name)) = self.table.options.area.as_ref().filter(|_| !has_column) {
            (code, name) = (own_code, own_name);
        }
        let code = [code, name].into_iter().find(|text| !text.is_empty())?;
        let level = self.cell(row, Role::AreaLevel);
        Some(self.collector.area(code, || FactArea {
            code: code.to_owned(),
            name: if name.is_empty() { code.to_owned() } else { name.to_owned() },
            level: Some(level.to_owned()).filter(|level| !level.is_empty()),
            other_code: None,
            region: None,
        }))
    }

    fn period(&self, row: Row<'_>, log: &mut Log<'_>) -> Option<Period> {
        let (time, part) = (self.cell(row, Role::Period), self.cell(row, Role::PartOfYear));
        let is_whole = part.is_empty() || super::collect::is_total(part);
        let text = match part.parse::<u8>() {
            _ if is_whole => Cow::Borrowed(time),
            Ok(quarter) => Cow::Owned(format!("Q{quarter} {time}")),
            Err(_) => Cow::Owned(format!("{part} {time}")),
        };
        let reading = period::read(&text, self.rules);
        let problem = match &reading {
            Ok(reading) => reading.assumed.clone(),
            Err(kind) => Some(kind.clone()),
        };
        if let Some(problem) = problem {
            log.add(row.number(), self.number(Role::Period), problem);
        }
        reading.ok().map(|reading| reading.period)
    }

    /// `None` where there is a column of indicators and nothing in it.
    fn indicator(&mut self, row: Row<'_>) -> Option<u32> {
        let (id, name) = (self.cell(row, Role::IndicatorId), self.cell(row, Role::Indicator));
        if (self.find)(Role::IndicatorId).or_else(|| (self.find)(Role::Indicator)).is_none() {
            let stem = self.table.file.rsplit(['/', '\\']).next().unwrap_or_default();
            let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
            let title = self.collector.facts_mut().title.clone().unwrap_or_else(|| stem.to_owned());
            return Some(self.collector.indicator(stem, &title, &[]));
        }
        let id = [id, name].into_iter().find(|text| !text.is_empty())?;
        Some(self.collector.indicator(id, if name.is_empty() { id } else { name }, &[]))
    }

    /// A status is a mark beside a figure, or the reason why there is none.
    fn with_status(&self, row: Row<'_>, value: Value, marks: Marks, log: &mut Log<'_>) -> (Value, Marks) {
        let status = self.cell(row, Role::Status);
        let bare = status.trim_matches(['[', ']']).trim().to_lowercase();
        let letter = match bare.as_str() {
            "" | "a" | "normal" | "final" => return (value, marks),
            "provisional" => "p",
            "revised" => "r",
            "estimated" | "estimate" => "e",
            "forecast" => "f",
            "break" | "break in series" => "b",
            "low reliability" | "unreliable" => "u",
            letter => letter,
        };
        let reason = value::symbol(letter).filter(|_| value == Value::Missing(Missing::NotPublished));
        match (reason, value::mark(letter)) {
            (Some(reason), _) => (Value::Missing(reason), marks),
            (None, Some(mark)) => (value, marks.with(mark)),
            (None, None) => {
                log.add(row.number(), self.number(Role::Status), Kind::UnknownStatus { found: status.to_owned() });
                (value, marks)
            }
        }
    }

    fn limits(&self, row: Row<'_>, log: &mut Log<'_>) -> Option<(Decimal, Decimal)> {
        let mut limit = |role| {
            let cell = self.cell(row, role);
            match value::read(cell, &self.table.options.symbols).value {
                Value::Number(number) => Some(number),
                Value::Missing(Missing::Unreadable) => {
                    log.add(row.number(), self.number(role), Kind::BadLimit { found: cell.to_owned() });
                    None
                }
                Value::Missing(_) => None,
            }
        };
        match (limit(Role::Lower), limit(Role::Upper)) {
            (Some(lower), Some(upper)) => Some((lower, upper)),
            (None, None) => None,
            (lower, _) => {
                let role = if lower.is_some() { Role::Upper } else { Role::Lower };
                if self.cell(row, role).is_empty() {
                    log.add(row.number(), self.number(role), Kind::BadLimit { found: String::new() });
                }
                None
            }
        }
    }
}
