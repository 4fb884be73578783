use super::compare::lists;
use super::figures;
use super::found::{Found, Kind, Named};
use kpi_core::model::{Dataset, Indicator, Measure, Source, Target, Value};
use kpi_core::words::{Lang, number, sentence};

/// What differs in one indicator; `None` where there is none in that publication.
pub(super) fn compare(
    (old, before): (&Dataset, Option<&Indicator>),
    (new, now): (&Dataset, Option<&Indicator>),
    found: &mut Vec<Found>,
) {
    let (before, now) = match (before, now) {
        (Some(before), Some(now)) => (before, now),
        (Some(gone), None) => return found.push(alone(Kind::IndicatorGone, gone)),
        (None, Some(come)) => return found.push(alone(Kind::IndicatorNew, come)),
        (None, None) => return,
    };
    let like = Found { indicator: Some(Named::new(&now.id, &now.name)), ..Found::default() };
    let mut text = |kind: Kind, before: Option<String>, now: Option<String>| {
        if before != now {
            found.push(Found { kind, before, now, ..like.clone() });
        }
    };
    text(Kind::IndicatorId, Some(before.id.clone()), Some(now.id.clone()));
    text(Kind::IndicatorRenamed, Some(before.name.clone()), Some(now.name.clone()));
    text(Kind::Polarity, Some(direction(before)), Some(direction(now)));
    text(Kind::Definition, before.definition.clone(), now.definition.clone());
    text(Kind::Source, before.source.as_ref().map(source), now.source.as_ref().map(source));
    text(Kind::Tolerance, tolerance(before), tolerance(now));
    text(Kind::Topic, topic(old, before), topic(new, now));
    for measure in &now.measures {
        let Some(earlier) = before.measures.iter().find(|earlier| earlier.id == measure.id) else { continue };
        text(Kind::Unit, Some(unit(earlier)), Some(unit(measure)));
        text(Kind::Target, target(before, earlier), target(now, measure));
    }
    lists(&before.notes, &now.notes, &Found { kind: Kind::Notes, ..like.clone() }, found);
    lists(&before.keywords, &now.keywords, &Found { kind: Kind::Keywords, ..like.clone() }, found);
    figures::compare((old, before), (new, now), &like, found);
}

fn alone(kind: Kind, indicator: &Indicator) -> Found {
    let numbers = indicator.keys().into_iter().filter_map(|key| indicator.row(key));
    let numbers = numbers.flat_map(|row| row.figures().map(|figure| figure.value).collect::<Vec<_>>());
    let figures = numbers.filter(|value| matches!(value, Value::Number(_))).count();
    Found {
        kind,
        indicator: Some(Named::new(&indicator.id, &indicator.name)),
        figures: Some(figures),
        ..Found::default()
    }
}

fn direction(indicator: &Indicator) -> String {
    sentence::direction(Lang::En, indicator.polarity).trim_end_matches('.').to_owned()
}

fn source(source: &Source) -> String {
    [Some(&source.name), source.at.as_ref(), source.url.as_ref()]
        .into_iter()
        .flatten()
        .cloned()
        .collect::<Vec<_>>()
        .join(", ")
}

fn tolerance(indicator: &Indicator) -> Option<String> {
    let unit = &indicator.measures.first()?.unit;
    indicator.tolerance.map(|tolerance| number::difference(Lang::En, tolerance, unit))
}

fn topic(dataset: &Dataset, indicator: &Indicator) -> Option<String> {
    dataset.topics.get(usize::from(indicator.topic.0)).map(|topic| topic.name.clone())
}

/// `Per cent`, `Rate per 10,000, 1 decimal`, `posts, a total`
fn unit(measure: &Measure) -> String {
    let heading = number::unit_heading(Lang::En, &measure.unit);
    let total = match measure.unit.total {
        None => "",
        Some(true) => ", a total",
        Some(false) => ", not a total",
    };
    match measure.unit.decimals {
        None => format!("{heading}{total}"),
        Some(1) => format!("{heading}, 1 decimal{total}"),
        Some(decimals) => format!("{heading}, {decimals} decimals{total}"),
    }
}

fn target(indicator: &Indicator, measure: &Measure) -> Option<String> {
    Some(match measure.target.as_ref()? {
        Target::Always(target) => number::long(Lang::En, *target, &measure.unit),
        Target::ByPeriod(targets) => {
            let each = targets.iter().filter_map(|(at, target)| {
                let period = kpi_core::words::period::named(Lang::En, indicator.periods.get(*at)?);
                Some(format!("{} in {period}", number::long(Lang::En, *target, &measure.unit)))
            });
            each.collect::<Vec<_>>().join(", ")
        }
    })
}
