use super::chart::Tone;
use crate::model::{AreaIx, Dataset};
use crate::query::Query;

/// An area with figures in a chart or a table.
pub(super) struct ShownArea<'d> {
    pub(super) area: AreaIx,
    pub(super) name: &'d str,
    /// It keeps it everywhere, whatever else is shown.
    pub(super) tone: Tone,
}

/// The focus area, then the chosen comparators.
pub(super) fn areas<'d>(dataset: &'d Dataset, query: &Query) -> Vec<ShownArea<'d>> {
    let focus = dataset.focus();
    let name = dataset.area(focus).map_or("", |area| &area.name);
    let mut shown = vec![ShownArea { area: focus, name, tone: Tone::Focus }];
    for (position, area, found) in query.comparators(dataset) {
        let tone = Tone::Comparator(u8::try_from(position).unwrap_or(u8::MAX));
        shown.push(ShownArea { area, name: &found.name, tone });
    }
    shown
}
