use super::bars::{by_part, chart};
use super::line::positions;
use super::{at, bar, point};
use crate::model::MeasureRole;
use crate::query::Sight;
use crate::view::chart::{Bar, BarChart, BarMark, Tone};
use crate::view::heading::parts;
use crate::view::measures::budget_and_outturn;
use crate::words::{chart as words, number, period};

/// What was spent, and upon it what was planned: by the parts of a breakdown, or over the periods. Where the measure that is
/// looked at is one of the two, and both count the same.
pub(super) fn budget<'d>(sight: Sight<'d>) -> Option<BarChart> {
    let (budget, outturn) = budget_and_outturn(sight.indicator)?;
    if ![budget, outturn].contains(&sight.measure) {
        return None;
    }
    let (plan, spent) = (Sight { measure: budget, ..sight }, Sight { measure: outturn, ..sight });
    let (planned, outturn) = (plan.measure()?, spent.measure()?);
    let published = sight.indicator.measure_with(MeasureRole::Variance).map(|(measure, _)| Sight { measure, ..sight });
    let (by, bars) = by_part(spent, &outturn.unit)
        .map_or_else(|| (None, by_period(spent)), |(dimension, bars)| (Some(dimension), bars));
    let mut chart = chart(spent, by, &outturn.unit, bars);
    chart.name.clone_from(&outturn.name);
    // Which of the two is which is said beside the bars.
    chart.subtitle = number::unit_heading(sight.query.lang, &outturn.unit) + &parts(sight, by);
    if by.is_some() {
        chart.subtitle.push_str(&at(sight));
    }
    let (name, tone) = (planned.name.clone(), Tone::Plan);
    chart.marks.push(BarMark { name, tone, area: plan.area, measure: plan.measure });
    for bar in &mut chart.bars {
        let (cell, position) = (bar.key.cell, bar.position);
        let of = |sight: Sight<'d>| Sight { cell, position, ..sight };
        bar.marks.push(point(sight.query.lang, of(plan).figure(), &planned.unit));
        bar.aside = variance(of(plan), of(spent), published.map(of)).unwrap_or_default();
    }
    Some(chart)
}

fn by_period(sight: Sight<'_>) -> Vec<Bar> {
    let mut bars = Vec::new();
    for position in positions(sight) {
        let seen = Sight { position, ..sight };
        if let (Some(named), Some(measure)) = (seen.period(), seen.measure()) {
            let tone = if position == sight.position { Tone::Focus } else { Tone::Part };
            bars.push(bar(seen, period::named(sight.query.lang, named), tone, &measure.unit));
        }
    }
    bars
}

/// The published variance in words, or the difference where none is published; `None` where either is not exactly known, or
/// where the published one has the other sign: then nobody knows what it says.
fn variance(plan: Sight<'_>, spent: Sight<'_>, variance: Option<Sight<'_>>) -> Option<String> {
    let unit = &spent.measure()?.unit;
    let exact = |sight: Sight<'_>| sight.figure()?.exact().map(|number| unit.published(number));
    let difference = exact(spent)?.minus(exact(plan)?);
    let amount = match variance.filter(|sight| sight.measure().is_some_and(|measure| measure.unit.kind == unit.kind)) {
        Some(published) => exact(published)?,
        None => difference,
    };
    (amount.sign() == difference.sign()).then(|| words::over_or_under(spent.query.lang, amount, unit))
}
