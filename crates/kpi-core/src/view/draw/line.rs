use super::{counted, dwarfs, largest, point};
use crate::model::Period;
use crate::query::Sight;
use crate::view::areas::areas;
use crate::view::chart::{Goal, Line, LineChart, LineForm, PeriodTick, Point, Tone};
use crate::view::heading::parts;
use crate::words::{chart as words, number, period};

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
        note: String::new(),
    };
    let mut before: Option<Period> = None;
    let target = sight.target();
    for position in &shown {
        let named = sight.indicator.periods.get(*position)?;
        let (label, group) = match &named.label {
            Some(label) => (label.clone(), String::new()),
            None => period::tick(sight.query.lang, named.period),
        };
        let name = period::named(sight.query.lang, named);
        let (position, month) = (*position, named.period.month().unwrap_or_default());
        let follows = before.is_some_and(|before| named.period.follows(before));
        chart.periods.push(PeriodTick { label, group, name, position, month, follows });
        before = Some(named.period);
        if let Some(target) = target {
            chart.targets.push(
                target
                    .at(position)
                    .map(|target| Goal { number: unit.published(target).to_f64(), text: number::short(target, unit) }),
            );
        }
    }
    let (mut is_broken, mut own, mut left_out) = (false, 0.0, Vec::new());
    for area in areas(sight) {
        let sight = sight.of(area.area);
        let mut points = Vec::new();
        for position in &shown {
            points.extend(
                (Sight { position: *position, ..sight })
                    .figure()
                    .map(|figure| point(sight.query.lang, Some(figure), unit)),
            );
        }
        let most = largest(points.iter());
        if area.tone == Tone::Focus {
            own = most;
        } else if dwarfs(unit, own, most) {
            left_out.push(area.name);
            continue;
        }
        is_broken |= matches!(points.get(1), Some(Point::Value { is_break: true, .. }));
        if !points.is_empty() {
            chart.lines.push(Line { name: area.name, tone: area.tone, key: sight.key(), points });
        }
    }
    chart.note = words::left_out(sight.query.lang, &left_out);
    // Nothing is said of what lies between two periods that do not follow each other.
    if let [_, PeriodTick { follows: true, .. }] = chart.periods.as_slice()
        && !is_broken
    {
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
