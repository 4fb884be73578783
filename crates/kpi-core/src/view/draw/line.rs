use super::{counted, key, point};
use crate::query::Sight;
use crate::view::areas::areas;
use crate::view::chart::{Line, LineChart, LineForm, PeriodTick, Point};
use crate::view::table::parts;
use crate::words::period;

/// The figures over time, of what the sight looks at; `None` where there is but one period of its kind.
pub(in crate::view) fn line(sight: Sight<'_>) -> Option<LineChart> {
    let unit = &sight.measure()?.unit;
    let shown = positions(sight);
    if shown.len() < 2 {
        return None;
    }
    let mut chart = LineChart {
        lang: sight.query.lang,
        title: sight.indicator.name.clone(),
        subtitle: counted(sight) + &parts(sight, None),
        unit: unit.clone(),
        periods: Vec::new(),
        lines: Vec::new(),
        targets: Vec::new(),
        chosen: shown.iter().position(|position| *position == sight.position),
        form: LineForm::Course,
    };
    let target = sight.measure()?.target.as_ref().filter(|_| sight.cell == sight.indicator.total_cell());
    for position in &shown {
        let named = sight.indicator.periods.get(*position)?;
        let (label, group) = match &named.label {
            Some(label) => (label.clone(), String::new()),
            None => period::parts(sight.query.lang, named.period),
        };
        chart.periods.push(PeriodTick { label, group, position: *position });
        if let Some(target) = target {
            chart.targets.push(target.at(*position).map(|target| unit.published(target).to_f64()));
        }
    }
    let mut is_broken = false;
    for area in areas(sight.dataset, sight.query) {
        let sight = sight.of(area.area);
        let mut points = Vec::new();
        for position in &shown {
            points.extend(
                (Sight { position: *position, ..sight })
                    .figure()
                    .map(|figure| point(sight.query.lang, Some(figure), unit)),
            );
        }
        is_broken |= matches!(points.get(1), Some(Point::Value { is_break: true, .. }));
        if !points.is_empty() {
            chart.lines.push(Line { name: area.name, tone: area.tone, key: key(sight), points });
        }
    }
    if shown.len() == 2 && !is_broken {
        chart.form = LineForm::Slope;
    }
    Some(chart)
}

/// The positions of the periods of the shown one's kind: years among quarters would be a line between what cannot be
/// compared.
pub(super) fn positions(sight: Sight<'_>) -> Vec<usize> {
    let mut positions = sight.positions();
    let kind = |position: usize| sight.indicator.periods.get(position).map(|named| named.period.kind());
    positions.retain(|position| kind(*position) == kind(sight.position));
    positions
}
