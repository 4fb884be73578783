use super::log::{Log, suggestion};
use super::table::{Table, Value};
use super::{Figures, From, Indicator, Pick, Placed, Target, Topic, files};
use crate::years::Years;
use kpi_core::model::{Period, Polarity, Unit, UnitKind};

/// `[[indicators]]`
pub(super) fn read(mut table: Table<'_>, topics: &[Topic], log: &mut Log<'_>) -> Option<Indicator> {
    let at = table.at;
    let id = table.need("id", log).and_then(|value| value.id(log)).map(|id| id.value);
    let name = table.need_text("name", log);
    let topic = table.need("topic", log).and_then(|value| topic(&value, topics, log));
    let polarities = [("higher", Polarity::Higher), ("lower", Polarity::Lower), ("none", Polarity::Neither)];
    let polarity = table.take("polarity").and_then(|value| value.word(&polarities, log));
    let definition = table.text("definition", log);
    let source = table.take("source").and_then(|value| files::source(&value, log));
    let notes = table.texts("notes", log).into_iter().map(|note| note.value).collect();
    let keywords = table.texts("keywords", log).into_iter().map(|word| word.value).collect();
    let target = table.take("target").and_then(|value| target(&value, log));
    let tolerance = table.take("tolerance").and_then(|value| value.number(log));
    let years = table.take("period").and_then(|value| years(&value, log));
    let from = table.take("from").and_then(|value| limit(&value, log));
    let until = table.take("until").and_then(|value| limit(&value, log));
    let decimals = table.take("decimals").and_then(|value| value.whole("a number of decimals", log));
    let (figures, per) = figures(&mut table, decimals, log);
    let unit = match (table.take("unit"), per) {
        (Some(value), _) => unit(&value, decimals, log),
        (None, Some(100)) => Some(Unit { kind: UnitKind::Percent, decimals, total: None }),
        (None, Some(per)) => Some(Unit { kind: UnitKind::Rate { per }, decimals, total: None }),
        (None, None) => {
            log.error(
                at,
                "[[indicators]] has no \"unit\".",
                "Add unit = \"count\", \"percent\", { kind = \"rate\", per = 10000 }, ...",
            );
            None
        }
    };
    table.finish(log);
    Some(Indicator {
        at,
        id: id?,
        name: name?,
        topic: topic?,
        unit: unit?,
        polarity: polarity.unwrap_or(Polarity::Neither),
        definition,
        source,
        notes,
        keywords,
        target,
        tolerance,
        years,
        from,
        until,
        figures: figures?,
    })
}

fn topic(value: &Value<'_>, topics: &[Topic], log: &mut Log<'_>) -> Option<String> {
    let found = value.text(log)?;
    if !topics.iter().any(|topic| topic.id == found.value) {
        let mend = suggestion(&found.value, topics.iter().map(|topic| topic.id.as_str()));
        log.error(found.at, format!("No [[topics]] has the id \"{}\".", found.value), mend);
    }
    Some(found.value)
}

/// Where the figures are; of a rate that is not published, how many it is per.
fn figures(table: &mut Table<'_>, decimals: Option<u8>, log: &mut Log<'_>) -> (Option<Figures>, Option<u32>) {
    let file = table.take("file").and_then(|value| value.text(log));
    let column = table.take("column").and_then(|value| value.text(log));
    let rows = table.take("where").and_then(|value| rows(&value, log)).unwrap_or_default();
    let numerator = table.take("numerator").and_then(|value| part(&value, file.as_ref(), &rows, log));
    let denominator = table.take("denominator").and_then(|value| part(&value, file.as_ref(), &rows, log));
    let per = table.take("per").and_then(|value| value.whole("a whole number", log));
    let figures = match (column, numerator, denominator, per) {
        (Some(column), None, None, None) => match file {
            Some(file) => Some(Figures::Published(Pick { file, column, rows })),
            None => {
                log.error(table.at, "[[indicators]] has no \"file\".", "Add file = and a name of [files].");
                None
            }
        },
        (None, Some(numerator), Some(denominator), Some(per)) => match decimals {
            Some(decimals) if per > 0 => Some(Figures::Derived { numerator, denominator, per, decimals }),
            _ => {
                let mend = "Add decimals = 1, or as many as the rate is to have, and per = 100 or more.";
                log.error(table.at, "A derived rate has to say its decimals.", mend);
                None
            }
        },
        _ => {
            let mend =
                "Write either column = \"...\", or numerator, denominator and per for a rate that is not published.";
            log.error(table.at, "It is not clear where the figures are.", mend);
            None
        }
    };
    (figures, per)
}

/// `"children_count"`, or `{ file = "cla", column = "children_count", where = { ... } }`
fn part(
    value: &Value<'_>,
    file: Option<&Placed<String>>,
    rows: &[(Placed<String>, Placed<String>)],
    log: &mut Log<'_>,
) -> Option<Pick> {
    if value.as_text().is_some() {
        let Some(file) = file.cloned() else { return value.wrong("{ file = \"...\", column = \"...\" }", log) };
        return Some(Pick { file, column: value.text(log)?, rows: rows.to_vec() });
    }
    let mut table = value.table(log)?;
    let own = table.take("file").and_then(|value| value.text(log)).or_else(|| file.cloned());
    let column = table.need("column", log).and_then(|value| value.text(log));
    let own_rows = table.take("where").and_then(|value| self::rows(&value, log));
    if own.is_none() {
        log.error(table.at, format!("{} has no \"file\".", value.key), "Add file = and a name of [files].");
    }
    table.finish(log);
    Some(Pick { file: own?, column: column?, rows: own_rows.unwrap_or_default() })
}

fn rows(value: &Value<'_>, log: &mut Log<'_>) -> Option<Vec<(Placed<String>, Placed<String>)>> {
    Some(value.table(log)?.each().filter_map(|(name, value)| Some((name, value.text(log)?))).collect())
}

fn years(value: &Value<'_>, log: &mut Log<'_>) -> Option<Placed<Years>> {
    let found = value.text(log)?;
    let Some(years) = Years::parse(&found.value) else {
        log.error(
            found.at,
            format!("period = \"{}\" is no kind of period.", found.value),
            format!("Write {}.", Years::WORDS),
        );
        return None;
    };
    Some(Placed { value: years, at: found.at })
}

/// A year as the file writes it, or a period.
fn limit(value: &Value<'_>, log: &mut Log<'_>) -> Option<From> {
    if let Some(text) = value.as_text() {
        let period = Period::parse(text).map(From::Period);
        return period.or_else(|| value.wrong("a year such as 2017 or a period such as \"2016-04-01/P1Y\"", log));
    }
    value.whole("a year such as 2017 or a period such as \"2016-04-01/P1Y\"", log).map(From::Year)
}

fn target(value: &Value<'_>, log: &mut Log<'_>) -> Option<Target> {
    if value.as_table().is_none() {
        return value.number(log).map(Target::Always);
    }
    let mut targets = Vec::new();
    for (name, value) in value.table(log)?.each() {
        match (Period::parse(&name.value), value.number(log)) {
            (Some(period), Some(target)) => targets.push((period, target)),
            (None, _) => {
                let what = format!("\"{}\" is not a period.", name.value);
                log.error(name.at, what, "Write \"2020-04-01/P1Y\" for a year, \"2021-03-31\" for a day.");
            }
            _ => {}
        }
    }
    Some(Target::ByPeriod(targets))
}

/// `"count"`, or `{ kind = "rate", per = 10000 }`
fn unit(value: &Value<'_>, decimals: Option<u8>, log: &mut Log<'_>) -> Option<Unit> {
    let simple =
        [("count", 0), ("percent", 1), ("ratio", 2), ("days", 3), ("score", 4), ("gbp", 5), ("rate", 6), ("other", 7)];
    let of = |kind: i32| match kind {
        0 => Some(UnitKind::Count),
        1 => Some(UnitKind::Percent),
        2 => Some(UnitKind::Ratio),
        3 => Some(UnitKind::Days),
        4 => Some(UnitKind::Score),
        5 => Some(UnitKind::Gbp { scale: 1 }),
        _ => None,
    };
    if value.as_text().is_some() {
        let kind = of(value.word(&simple, log)?);
        let kind = kind
            .or_else(|| value.wrong("{ kind = \"rate\", per = 10000 } or { kind = \"other\", label = \"...\" }", log));
        return Some(Unit { kind: kind?, decimals, total: None });
    }
    let mut table = value.table(log)?;
    let kind = table.need("kind", log).and_then(|value| value.word(&simple, log));
    let kind = match kind? {
        6 => UnitKind::Rate { per: table.need("per", log)?.whole("a whole number", log)? },
        7 => UnitKind::Other { label: table.need_text("label", log)? },
        5 => UnitKind::Gbp {
            scale: table.take("scale").and_then(|value| value.whole("1, 1000 or 1000000", log)).unwrap_or(1),
        },
        other => of(other)?,
    };
    let total = table.take("total").and_then(|value| value.truth(log));
    table.finish(log);
    Some(Unit { kind, decimals, total })
}
