use super::super::collect::{self, Breakdown, Collector, Subject};
use super::super::columns::{Column, Table};
use super::super::figures::Figures;
use super::super::heading::{self, Role};
use super::super::notes::Notes;
use super::super::period::{self, Rules};
use super::super::{unit, value};
use crate::facts::{Fact, FactArea};
use crate::grid::Row;
use crate::problem::{Kind, Log};
use kpi_core::model::{Decimal, Marks, Missing, Period, Value};
use kpi_core::words::{Lang, period as words};
use std::borrow::Cow;

/// Reads rows, one after the other.
pub(super) struct Reader<'t> {
    pub(super) table: &'t Table<'t>,
    pub(super) places: Places<'t>,
    pub(super) value: Column<'t>,
    pub(super) rules: Rules,
    pub(super) breakdowns: Vec<Breakdown>,
    pub(super) figures: Figures,
    pub(super) notes: Notes,
    pub(super) collector: Collector,
}

/// Which column has which role.
pub(super) struct Places<'t>(Vec<(Role, Column<'t>)>);

impl<'t> Places<'t> {
    pub(super) fn new(columns: impl Iterator<Item = (Column<'t>, Option<Role>)>) -> Self {
        Self(columns.filter_map(|(column, role)| Some((role?, column))).collect())
    }

    pub(super) fn find(&self, role: Role) -> Option<Column<'t>> {
        self.0.iter().find(|(of, _)| *of == role).map(|(_, column)| *column)
    }

    /// Empty where no column has the role.
    pub(super) fn cell<'r>(&self, row: Row<'r>, role: Role) -> &'r str {
        self.find(role).map_or("", |column| row.cell(column.at))
    }

    fn heading(&self, role: Role) -> String {
        self.find(role).map(|column| heading::key(column.heading)).unwrap_or_default()
    }

    /// For messages, counted from 1; 0 where no column has the role.
    fn number(&self, role: Role) -> u32 {
        self.find(role).map_or(0, Column::number)
    }
}

impl Reader<'_> {
    pub(super) fn row(&mut self, row: Row<'_>, log: &mut Log<'_>) {
        let Some(area) = self.area(row) else {
            log.add(row.number(), 0, Kind::MissingArea);
            return;
        };
        let Some(period) = self.period(row, log) else { return };
        let Some(indicator) = self.indicator(row) else {
            log.add(row.number(), self.places.number(Role::Indicator), Kind::MissingIndicator);
            return;
        };
        let (called, unit_words) = (self.places.cell(row, Role::Measure), self.places.cell(row, Role::Unit));
        let unit =
            unit::of_row(called, unit_words).or_else(|| unit::of_name(self.collector.name_of_indicator(indicator)));
        let id = [self.places.cell(row, Role::MeasureId), called].into_iter().find(|text| !text.is_empty());
        let measure = self.collector.measure_called(indicator, id.unwrap_or_default(), called, unit_words, unit);
        let cell = self.collector.cell(row, &self.breakdowns);
        let subject = Subject { area, indicator, measure, cell, period };
        if let Err(first) = self.collector.claim(subject, row.number()) {
            log.add(row.number(), 0, Kind::RepeatedRow { first });
            return;
        }
        self.label(row, indicator, period);
        let words = self.places.cell(row, Role::Notes);
        // Beside a column of symbols a remark is the word before the figure, as `kpi convert` writes it.
        let is_remark = self.places.find(Role::Symbol).is_some() && self.places.heading(Role::Notes) == "remark";
        if is_remark && !words.is_empty() {
            self.collector.facts_mut().remarks.insert((area, indicator, measure, cell, period), words.to_owned());
        }
        self.notes.add(indicator, area, if is_remark { "" } else { words });
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

    fn area(&mut self, row: Row<'_>) -> Option<u32> {
        let (mut code, mut name) = (self.places.cell(row, Role::AreaCode), self.places.cell(row, Role::AreaName));
        let has_column = self.places.find(Role::AreaCode).or_else(|| self.places.find(Role::AreaName)).is_some();
        if let Some((own_code, own_name)) = self.table.options.area.as_ref().filter(|_| !has_column) {
            (code, name) = (own_code, own_name);
        }
        let code = [code, name].into_iter().find(|text| !text.is_empty())?;
        let level = self.places.cell(row, Role::AreaLevel);
        Some(self.collector.area(FactArea {
            code: code.to_owned(),
            name: if name.is_empty() { code.to_owned() } else { name.to_owned() },
            level: Some(level.to_owned()).filter(|level| !level.is_empty()),
            other_code: None,
            region: None,
        }))
    }

    fn period(&self, row: Row<'_>, log: &mut Log<'_>) -> Option<Period> {
        let (time, part) = (self.places.cell(row, Role::Period), self.places.cell(row, Role::PartOfYear));
        let is_whole = part.is_empty() || collect::is_total(part);
        let text = match part.parse::<u8>() {
            _ if is_whole => Cow::Borrowed(time),
            Ok(month) if self.places.heading(Role::PartOfYear) == "month" => Cow::Owned(format!("{month:02}/{time}")),
            Ok(quarter) => Cow::Owned(format!("Q{quarter} {time}")),
            Err(_) => Cow::Owned(format!("{part} {time}")),
        };
        let reading = period::read(&text, self.rules);
        let problem = match &reading {
            Ok(reading) => reading.assumed.clone(),
            Err(kind) => Some(kind.clone()),
        };
        if let Some(problem) = problem {
            log.add(row.number(), self.places.number(Role::Period), problem);
        }
        reading.ok().map(|reading| reading.period)
    }

    /// `None` where there is a column of indicators and nothing in it.
    fn indicator(&mut self, row: Row<'_>) -> Option<u32> {
        let (id, name) = (self.places.cell(row, Role::IndicatorId), self.places.cell(row, Role::Indicator));
        if self.places.find(Role::IndicatorId).or_else(|| self.places.find(Role::Indicator)).is_none() {
            let stem = self.table.file.rsplit(['/', '\\']).next().unwrap_or_default();
            let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
            let title = self.collector.facts_mut().title.clone().unwrap_or_else(|| stem.to_owned());
            return Some(self.collector.indicator(stem, &title, &[]));
        }
        let id = [id, name].into_iter().find(|text| !text.is_empty())?;
        let at = self.collector.indicator(id, if name.is_empty() { id } else { name }, &[]);
        let topic = self.places.cell(row, Role::Topic);
        let of = self.collector.facts_mut().indicators.get_mut(at as usize);
        if let Some(of) = of.filter(|of| of.topic.is_none() && !topic.is_empty()) {
            of.topic = Some(topic.to_owned());
        }
        Some(at)
    }

    /// What the file calls a period, where everybody calls it something else.
    fn label(&mut self, row: Row<'_>, indicator: u32, period: Period) {
        let label = self.places.cell(row, Role::PeriodLabel);
        if !label.is_empty() && label != words::label(Lang::En, period) {
            self.collector.facts_mut().labels.entry((indicator, period)).or_insert_with(|| label.to_owned());
        }
    }

    /// The symbol in a column of its own, and whether there is such a column.
    fn with_symbol(&self, row: Row<'_>, value: Value, log: &mut Log<'_>) -> (Value, bool) {
        let Some(column) = self.places.find(Role::Symbol) else { return (value, false) };
        let found = row.cell(column.at);
        let value = match value::symbol(found) {
            Some(reason) if value == Value::Missing(Missing::NotPublished) => Value::Missing(reason),
            None if !found.is_empty() => {
                log.add(row.number(), column.number(), Kind::UnknownStatus { found: found.to_owned() });
                value
            }
            _ => value,
        };
        (value, true)
    }

    /// A status is a mark beside a figure, or the reason why there is none.
    fn with_status(&self, row: Row<'_>, value: Value, marks: Marks, log: &mut Log<'_>) -> (Value, Marks) {
        let (value, has_symbol) = self.with_symbol(row, value, log);
        let status = self.places.cell(row, Role::Status);
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
        // "pr" is two marks where symbols have a column of their own; elsewhere "red" may be a traffic light.
        let mut letters = letter.chars().map(|letter| value::mark(letter.encode_utf8(&mut [0; 4])));
        if has_symbol && let Some(all) = letters.try_fold(marks, |marks, mark| Some(marks.with(mark?))) {
            return (value, all);
        }
        let reason = value::symbol(letter).filter(|_| value == Value::Missing(Missing::NotPublished));
        match (reason, value::mark(letter)) {
            (Some(reason), _) => (Value::Missing(reason), marks),
            (None, Some(mark)) => (value, marks.with(mark)),
            (None, None) => {
                log.add(
                    row.number(),
                    self.places.number(Role::Status),
                    Kind::UnknownStatus { found: status.to_owned() },
                );
                (value, marks)
            }
        }
    }

    fn limits(&self, row: Row<'_>, log: &mut Log<'_>) -> Option<(Decimal, Decimal)> {
        let mut limit = |role| {
            let cell = self.places.cell(row, role);
            match value::read(cell, &self.table.options.symbols).value {
                Value::Number(number) => Some(number),
                Value::Missing(Missing::Unreadable) => {
                    log.add(row.number(), self.places.number(role), Kind::BadLimit { found: cell.to_owned() });
                    None
                }
                Value::Missing(_) => None,
            }
        };
        match (limit(Role::Lower), limit(Role::Upper)) {
            (Some(lower), Some(upper)) if lower > upper => {
                let found = self.places.cell(row, Role::Lower).to_owned();
                log.add(row.number(), self.places.number(Role::Lower), Kind::BadLimit { found });
                None
            }
            (Some(lower), Some(upper)) => Some((lower, upper)),
            (None, None) => None,
            (lower, _) => {
                let role = if lower.is_some() { Role::Upper } else { Role::Lower };
                if self.places.cell(row, role).is_empty() {
                    log.add(row.number(), self.places.number(role), Kind::BadLimit { found: String::new() });
                }
                None
            }
        }
    }
}
