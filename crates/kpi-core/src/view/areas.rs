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
}

/// The focus area, then the chosen comparators.
pub(super) fn areas(dataset: &Dataset, query: &Query) -> Vec<ShownArea> {
    let focus = dataset.focus();
    let name = dataset.area(focus).map(|area| area.name.clone()).unwrap_or_default();
    let mut shown = vec![ShownArea { area: focus, name, tone: Tone::Focus }];
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
    }
}

/// The focus area, the chosen comparators, and then every other area of the focus's kind that has figures.
pub(super) fn everyone(sight: Sight<'_>, peers: &[AreaIx]) -> Vec<ShownArea> {
    let mut everyone = areas(sight.dataset, sight.query);
    for area in peers {
        let is_known = *area == sight.area || sight.query.compare.has(*area);
        if let Some(found) = sight.dataset.area(*area).filter(|_| !is_known) {
            everyone.push(ShownArea { area: *area, name: found.name.clone(), tone: Tone::Other });
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
