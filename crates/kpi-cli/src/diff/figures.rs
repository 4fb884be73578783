use super::found::{Found, Kind, Named};
use super::words;
use kpi_core::model::{
    CategoryIx, Dataset, Figure, Indicator, Mark, MeasureIx, NamedPeriod, Period, SeriesKey, SeriesRow, Unit, Value,
};
use kpi_core::words::{Lang, number, period};
use std::collections::{BTreeMap, BTreeSet};

/// What a series is about, whatever the positions are in its publication.
type Key = (String, String, Vec<(String, String)>);

/// The figures of an indicator in both publications: series by series, period by period.
pub(super) fn compare(
    (old, before): (&Dataset, &Indicator),
    (new, now): (&Dataset, &Indicator),
    like: &Found,
    found: &mut Vec<Found>,
) {
    periods((old, before), (new, now), like, found);
    let earlier: BTreeMap<Key, SeriesKey> =
        before.keys().into_iter().map(|key| (identity(old, before, key), key)).collect();
    let mut met = BTreeSet::new();
    for key in now.keys() {
        let identity = identity(new, now, key);
        let Some(row) = now.row(key) else { continue };
        let like = Found { part: part(now, key), area: area(new, key), ..like.clone() };
        match earlier.get(&identity).and_then(|key| Some((before.row(*key)?, *key))) {
            Some((earlier, earlier_key)) => {
                let units = [unit(before, earlier_key), unit(now, key)];
                series((before, earlier), (now, row), units, &like, found);
            }
            None => found.push(Found { kind: Kind::SeriesNew, figures: Some(numbers(row)), ..like }),
        }
        met.insert(identity);
    }
    for (identity, key) in &earlier {
        if let Some(row) = before.row(*key).filter(|_| !met.contains(identity)) {
            let like = Found { part: part(before, *key), area: area(old, *key), ..like.clone() };
            found.push(Found { kind: Kind::SeriesGone, figures: Some(numbers(row)), ..like });
        }
    }
}

fn numbers(row: SeriesRow<'_>) -> usize {
    row.figures().filter(|figure| figure.number().is_some()).count()
}

fn identity(dataset: &Dataset, indicator: &Indicator, key: SeriesKey) -> Key {
    let area = dataset.area(key.area).map(|area| area.id.clone()).unwrap_or_default();
    let measure = indicator.measure(key.measure).map(|measure| measure.id.clone()).unwrap_or_default();
    let categories = categories(indicator, key.cell).into_iter().map(|(dimension, id, _)| (dimension, id)).collect();
    (area, measure, categories)
}

/// The measure and the categories by name, where they tell the series from others.
fn part(indicator: &Indicator, key: SeriesKey) -> Vec<String> {
    let measure = indicator.measure(key.measure).filter(|_| indicator.measures.len() > 1);
    let categories = categories(indicator, key.cell).into_iter().map(|(_, _, name)| name);
    measure.map(|measure| measure.name.clone()).into_iter().chain(categories).collect()
}

/// Dimension, id and name of each category; sorted, so that an order of dimensions tells nothing.
fn categories(indicator: &Indicator, cell: u32) -> Vec<(String, String, String)> {
    let mut rest = cell;
    let mut all = Vec::new();
    for dimension in indicator.dimensions.iter().rev() {
        let size = u32::try_from(dimension.categories.len()).unwrap_or(1).max(1);
        let at = CategoryIx(u16::try_from(rest % size).unwrap_or_default());
        rest /= size;
        if let Some(category) = dimension.categories.get(usize::from(at.0)) {
            all.push((dimension.id.clone(), category.id.clone(), category.name.clone()));
        }
    }
    all.sort_unstable();
    all
}

fn area(dataset: &Dataset, key: SeriesKey) -> Option<Named> {
    dataset.area(key.area).map(|area| Named::new(&area.id, &area.name))
}

fn unit(indicator: &Indicator, key: SeriesKey) -> Option<&Unit> {
    indicator.measure(key.measure).map(|measure| &measure.unit)
}

fn named(named: &NamedPeriod) -> Named {
    Named { id: named.period.to_string(), name: period::named(Lang::En, named) }
}

/// Periods that came and went, with the focus area's figure and how many there are.
fn periods(
    (old, before): (&Dataset, &Indicator),
    (new, now): (&Dataset, &Indicator),
    like: &Found,
    found: &mut Vec<Found>,
) {
    for at in &before.periods {
        match now.period_position(at.period).and_then(|position| now.periods.get(position)) {
            Some(same) if same.label != at.label => {
                let (before, now) = (Some(period::named(Lang::En, at)), Some(period::named(Lang::En, same)));
                found.push(Found { kind: Kind::PeriodLabel, before, now, ..like.clone() });
            }
            Some(_) => {}
            None => {
                let (figure, figures) = whole_period(old, before, at.period);
                let period = Some(named(at));
                found.push(Found { kind: Kind::PeriodGone, period, before: figure, figures, ..like.clone() });
            }
        }
    }
    for at in now.periods.iter().filter(|at| before.period_position(at.period).is_none()) {
        let (figure, figures) = whole_period(new, now, at.period);
        found.push(Found { kind: Kind::PeriodNew, period: Some(named(at)), now: figure, figures, ..like.clone() });
    }
}

fn whole_period(dataset: &Dataset, indicator: &Indicator, period: Period) -> (Option<String>, Option<usize>) {
    let Some(position) = indicator.period_position(period) else { return (None, None) };
    let has_number = |key: &SeriesKey| {
        let figure = indicator.row(*key).and_then(|row| row.figure(position));
        figure.is_some_and(|figure| figure.number().is_some())
    };
    let figures = indicator.keys().into_iter().filter(has_number).count();
    let measure = MeasureIx::default();
    let focus = indicator.figure(dataset.focus(), measure, period);
    let words = focus.and_then(|figure| {
        let focus = dataset.area(dataset.focus())?;
        Some(format!("{} {}", focus.name, words::figure(&figure, &indicator.measure(measure)?.unit)))
    });
    (words, Some(figures))
}

fn series(
    (before, earlier): (&Indicator, SeriesRow<'_>),
    (now, row): (&Indicator, SeriesRow<'_>),
    units: [Option<&Unit>; 2],
    like: &Found,
    found: &mut Vec<Found>,
) {
    let [Some(old_unit), Some(new_unit)] = units else { return };
    for (position, at) in now.periods.iter().enumerate() {
        let Some(then) = before.period_position(at.period).and_then(|position| earlier.figure(position)) else {
            continue;
        };
        let Some(figure) = row.figure(position) else { continue };
        let Some(kind) = kind(&then, &figure) else { continue };
        let (before, now) = match kind {
            Kind::Limits => (limits(&then, old_unit), limits(&figure, new_unit)),
            _ => (words::figure(&then, old_unit), words::figure(&figure, new_unit)),
        };
        let period = Some(named(at));
        found.push(Found { kind, period, before: Some(before), now: Some(now), ..like.clone() });
    }
}

/// What differs between two figures of one place and time. The numbers are those of the file, whatever the unit shows.
fn kind(then: &Figure<'_>, now: &Figure<'_>) -> Option<Kind> {
    let expected = [Mark::Provisional, Mark::Estimated, Mark::Forecast];
    Some(match (then.value, now.value) {
        (Value::Number(before), Value::Number(after)) if before != after => {
            if now.marks.has(Mark::Revised) {
                Kind::Revised
            } else if expected.iter().any(|mark| then.marks.has(*mark)) {
                Kind::Settled
            } else {
                Kind::Unmarked
            }
        }
        (Value::Number(_), Value::Missing(_)) => Kind::NumberToSymbol,
        (Value::Missing(_), Value::Number(_)) => Kind::SymbolToNumber,
        (Value::Missing(before), Value::Missing(after)) if before != after => Kind::SymbolChanged,
        _ if then.marks != now.marks => Kind::Marks,
        _ if then.limits != now.limits => Kind::Limits,
        _ if then.remark != now.remark => Kind::Remark,
        _ => return None,
    })
}

fn limits(figure: &Figure<'_>, unit: &Unit) -> String {
    figure.limits.map_or_else(|| "none".to_owned(), |limits| number::limits(Lang::En, limits, unit))
}
