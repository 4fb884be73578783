use super::super::columns::Table;
use super::super::heading;
use super::super::period::{self, Rules};
use crate::facts::FactArea;
use crate::grid::Row;
use crate::problem::{Kind, Log};
use kpi_core::model::Period;

/// The columns that the standard demands of every file; the order is the publisher's.
const DEMANDED: [&str; 3] = ["time_period", "time_identifier", "geographic_level"];

pub(in super::super) fn is_header(headings: &[&str]) -> bool {
    DEMANDED.iter().all(|demanded| headings.iter().any(|heading| heading::key(heading) == *demanded))
}

/// Where the columns of the standard stand.
pub(super) struct Standard {
    time_period: Option<usize>,
    time_identifier: Option<usize>,
    level: Option<usize>,
    country: (Option<usize>, Option<usize>),
    region: (Option<usize>, Option<usize>),
    authority: (Option<usize>, Option<usize>),
    old_code: Option<usize>,
}

impl Standard {
    pub(super) fn find(table: &Table<'_>) -> Self {
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

    /// What a row is about; a level that is not read is told.
    pub(super) fn level(&self, row: Row<'_>, log: &mut Log<'_>) -> Option<Level> {
        let word = cell(row, self.level);
        let level = Level::read(word);
        if level.is_none() {
            log.add(row.number(), number(self.level), Kind::UnknownLevel { level: word.to_owned() });
        }
        level
    }

    pub(super) fn period(&self, row: Row<'_>, rules: Rules, log: &mut Log<'_>) -> Option<Period> {
        let (time, identifier) = (cell(row, self.time_period), cell(row, self.time_identifier));
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

    /// `None` where the row does not say.
    pub(super) fn area(&self, level: Level, row: Row<'_>) -> Option<FactArea> {
        let (code, name) = match level {
            Level::National => self.country,
            Level::Regional => self.region,
            Level::LocalAuthority => self.authority,
        };
        let (code, name, old) = (cell(row, code), cell(row, name), cell(row, self.old_code));
        let is_authority = level == Level::LocalAuthority;
        let old = if is_authority { old } else { "" };
        // A place without a code has `x` or `z` in its place, as other places may have.
        let candidates = [if matches!(code, "x" | "z") { "" } else { code }, old, name];
        let code = *candidates.iter().find(|candidate| !candidate.is_empty())?;
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Some(FactArea {
            code: code.to_owned(),
            name: if name.is_empty() { code.to_owned() } else { name.to_owned() },
            level: text(cell(row, self.level)),
            other_code: text(old),
            region: text(cell(row, self.region.0)).filter(|_| is_authority),
        })
    }
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
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

fn cell(row: Row<'_>, column: Option<usize>) -> &str {
    column.map_or("", |column| row.cell(column))
}

/// Time, and every geography of the standard; those that are not read are no filters either.
pub(super) fn is_standard(heading: &str) -> bool {
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
