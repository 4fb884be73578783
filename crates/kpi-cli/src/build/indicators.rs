use super::areas::Areas;
use super::figures::{self, Figure, Found};
use super::recipe::{self, Figures, Log, Target};
use super::sources::Sources;
use kpi_core::model::{Missing, NamedPeriod, Period, Source, Value};
use kpi_formats::document::{self, Along, ByPeriod, Cell, Indicator, Number, Series};
use std::collections::BTreeSet;

/// An indicator of the publication; `None` where it cannot be made, which the log says.
pub(super) fn build(
    recipe: &recipe::Indicator,
    sources: &Sources,
    areas: &Areas,
    log: &mut Log<'_>,
) -> Option<Indicator> {
    let codes: Vec<&str> = areas.places().map(|area| area.id.as_str()).collect();
    let found = figures::find(recipe, &codes, sources, log)?;
    // A period counts where somebody has a number.
    let has_number = |(period, figure): (&Period, &Figure)| matches!(figure.value, Value::Number(_)).then_some(*period);
    let periods: BTreeSet<Period> = found.by_area.values().flatten().filter_map(has_number).collect();
    if periods.is_empty() {
        let mend = "Check the column, where, from and until.";
        log.error(recipe.at, format!("\"{}\" has no number for any of the areas.", recipe.name), mend);
        return None;
    }
    for area in areas.places().take(areas.first) {
        let has_any =
            found.by_area.get(&area.id).is_some_and(|figures| periods.iter().any(|at| figures.contains_key(at)));
        if !has_any {
            let what = format!("\"{}\" has no figure for {}.", recipe.name, area.name);
            log.warning(recipe.at, what, "It is shown as not published.");
        }
    }
    let series = codes.iter().filter_map(|code| series(code, &found, &periods)).collect();
    let target = recipe.target.as_ref().and_then(|target| self::target(target, &periods, recipe, log));
    let notes = recipe.notes.iter().cloned().chain(found.note.clone()).collect();
    Some(Indicator {
        id: recipe.id.clone(),
        topic: Some(recipe.topic.clone()),
        name: recipe.name.clone(),
        unit: Some(recipe.unit.clone()),
        polarity: recipe.polarity,
        definition: recipe.definition.clone(),
        source: source(recipe, &found, sources),
        notes,
        keywords: recipe.keywords.clone(),
        target,
        tolerance: recipe.tolerance.map(Number),
        periods: periods.iter().map(|period| NamedPeriod { period: *period, label: None }).collect(),
        measures: Vec::new(),
        dimensions: Vec::new(),
        series,
        data: None,
        hash: None,
    })
}

/// The indicator's own source, or the file's, with the place in the file.
fn source(recipe: &recipe::Indicator, found: &Found, sources: &Sources) -> Option<Source> {
    let of_file = || match &recipe.figures {
        Figures::Published(pick) => sources.source(&pick.file.value),
        Figures::Derived { numerator, .. } => sources.source(&numerator.file.value),
    };
    let source = recipe.source.clone().or_else(of_file)?;
    let at = Some(source.at.clone().unwrap_or_else(|| found.at.clone()));
    Some(Source { at, ..source })
}

fn series(code: &str, found: &Found, periods: &BTreeSet<Period>) -> Option<Series> {
    let figures = found.by_area.get(code)?;
    let along: Vec<(Period, Figure)> =
        periods.iter().map(|period| (*period, figures.get(period).copied().unwrap_or(Figure::NONE))).collect();
    let nothing = Value::Missing(Missing::NotPublished);
    if along.iter().all(|(_, figure)| figure.value == nothing) {
        return None;
    }
    let limit = |pick: fn((kpi_core::model::Decimal, kpi_core::model::Decimal)) -> kpi_core::model::Decimal| {
        let limits: Vec<_> =
            along.iter().map(|(period, figure)| (*period, figure.limits.map(pick).map(Number))).collect();
        limits.iter().any(|(_, limit)| limit.is_some()).then(|| Along::shorter(limits, Option::is_none))
    };
    let status = along.iter().filter(|(_, figure)| !figure.marks.is_empty());
    Some(Series {
        area: code.to_owned(),
        measure: None,
        at: Vec::new(),
        lower: limit(|(lower, _)| lower),
        upper: limit(|(_, upper)| upper),
        status: ByPeriod(status.map(|(period, figure)| (*period, figure.letters())).collect()),
        remarks: ByPeriod::default(),
        previous: ByPeriod::default(),
        values: Along::List(along.iter().map(|(_, figure)| Cell(figure.value)).collect()),
    })
}

fn target(
    target: &Target,
    periods: &BTreeSet<Period>,
    recipe: &recipe::Indicator,
    log: &mut Log<'_>,
) -> Option<document::Target> {
    let targets = match target {
        Target::Always(target) => return Some(document::Target::Always(Number(*target))),
        Target::ByPeriod(targets) => targets,
    };
    for (period, _) in targets.iter().filter(|(period, _)| !periods.contains(period)) {
        let what = format!("\"{}\" has a target for {period}, and no figure.", recipe.name);
        let last = periods.last().map(ToString::to_string).unwrap_or_default();
        log.error(recipe.at, what, format!("Periods are written like {last} here."));
    }
    Some(document::Target::ByPeriod(ByPeriod(
        targets.iter().map(|(period, target)| (*period, Number(*target))).collect(),
    )))
}
