use super::chart::Tone;
use crate::model::{Area, AreaIx, AreaRole, Dataset};
use crate::query::{Query, Sight};
use crate::words::method;

/// An area with figures in a chart or a table.
pub(super) struct ShownArea {
    pub(super) area: AreaIx,
    /// Its name; of a group whose members are known also the method.
    pub(super) name: String,
    /// It keeps it everywhere, whatever else is shown.
    pub(super) tone: Tone,
    /// Whether it is a group, and so no area among others.
    pub(super) is_group: bool,
}

/// The focus area, then the chosen comparators.
pub(super) fn areas(dataset: &Dataset, query: &Query) -> Vec<ShownArea> {
    let focus = dataset.focus();
    let name = dataset.area(focus).map(|area| area.name.clone()).unwrap_or_default();
    let mut shown = vec![ShownArea { area: focus, name, tone: Tone::Focus, is_group: false }];
    for (position, area, found) in query.comparators(dataset) {
        shown.push(of(query, (position, area, found)));
    }
    shown
}

fn of(query: &Query, (position, area, found): (usize, AreaIx, &Area)) -> ShownArea {
    ShownArea {
        area,
        name: heading(query, area, found),
        tone: Tone::Comparator(u8::try_from(position).unwrap_or(u8::MAX)),
        is_group: matches!(found.role, AreaRole::Group { .. }),
    }
}

/// The focus area, and every other that has figures of an indicator, whether it is compared with or not. Groups are there
/// where they are compared with.
pub(super) fn everyone(sight: Sight<'_>) -> Vec<ShownArea> {
    let Sight { dataset, query, indicator, measure, .. } = sight;
    let mut everyone = areas(dataset, query);
    everyone.truncate(1);
    for (position, (area, found)) in dataset.comparators().enumerate() {
        let has_figures = || indicator.has_series(area, measure);
        let shown = of(query, (position, area, found));
        if if shown.is_group { query.compare.has(area) } else { has_figures() } {
            everyone.push(shown);
        }
    }
    everyone
}

/// "Statistical neighbours (median)": statistical neighbours are a method, not a number.
pub(super) fn heading(query: &Query, ix: AreaIx, area: &Area) -> String {
    match &area.role {
        AreaRole::Group { method, .. } if !area.members().is_empty() => {
            format!("{} ({})", area.name, method::word(query.lang, query.method(ix).unwrap_or(*method)))
        }
        _ => area.name.clone(),
    }
}
