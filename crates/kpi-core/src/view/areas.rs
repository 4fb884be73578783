use super::chart::Tone;
use crate::model::{Area, AreaIx, CategoryIx, Figure, Method};
use crate::query::Sight;
use crate::words::{Lang, method};

/// An area with figures in a chart or a table.
pub(super) struct ShownArea {
    pub(super) area: AreaIx,
    /// Its name; of a group whose members are known also the method.
    pub(super) name: String,
    /// It keeps it everywhere, whatever else is shown.
    pub(super) tone: Tone,
}

/// The focus area, then the chosen comparators, as a sight sees them.
pub(super) fn areas(sight: Sight<'_>) -> Vec<ShownArea> {
    of(sight, |group| group.method().into_iter().collect())
}

/// The same where all parts of the breakdown that is looked at are side by side.
pub(super) fn areas_in_parts(sight: Sight<'_>) -> Vec<ShownArea> {
    of(sight, methods)
}

fn of<'d>(sight: Sight<'d>, methods: fn(Sight<'d>) -> Vec<Method>) -> Vec<ShownArea> {
    let (dataset, focus) = (sight.dataset, sight.dataset.focus());
    let name = dataset.area(focus).map(|area| area.name.clone()).unwrap_or_default();
    let mut shown = vec![ShownArea { area: focus, name, tone: Tone::Focus }];
    for (position, area, found) in sight.query.comparators(dataset) {
        let name = heading(sight.query.lang, found, &methods(sight.of(area)));
        shown.push(ShownArea { area, name, tone: Tone::Comparator(u8::try_from(position).unwrap_or(u8::MAX)) });
    }
    shown
}

/// The focus area, the chosen comparators, and then every other area of the focus's kind that has figures.
pub(super) fn everyone(sight: Sight<'_>, peers: &[AreaIx]) -> Vec<ShownArea> {
    let mut everyone = areas(sight);
    for area in peers {
        let is_known = *area == sight.area || sight.query.compare.has(*area);
        if let Some(found) = sight.dataset.area(*area).filter(|_| !is_known) {
            everyone.push(ShownArea { area: *area, name: found.name.clone(), tone: Tone::Other });
        }
    }
    everyone
}

/// The methods by which a group's figures came about: what the sight sees, and then the parts of the breakdown that is looked
/// at. A group's total may be computed and its parts published.
pub(super) fn methods(sight: Sight<'_>) -> Vec<Method> {
    let by = usize::from(sight.query.cut().by);
    let parts = sight.indicator.dimensions.get(by).map(|dimension| dimension.categories.len()).unwrap_or_default();
    let mut methods: Vec<Method> = sight.method().into_iter().collect();
    for part in (0..).map(CategoryIx).take(parts) {
        let sight = Sight { cell: sight.indicator.cell_at(sight.cell, by, part), ..sight };
        let method = sight.method().filter(|method| sight.has_figure() && !methods.contains(method));
        methods.extend(method);
    }
    methods
}

/// The method of a group's figure in words, where that is a number and came about otherwise than what is looked at as a
/// whole.
pub(super) fn other_method(sight: Sight<'_>, figure: &Figure<'_>) -> Option<&'static str> {
    let cell = sight.query.cut().cell.unwrap_or_else(|| sight.indicator.total_cell());
    if sight.cell == cell || figure.number().is_none() {
        return None;
    }
    let whole = Sight { cell, ..sight };
    let other = sight.method().filter(|method| Some(*method) != whole.method())?;
    Some(method::word(sight.query.lang, other))
}

/// "Statistical neighbours (median)": statistical neighbours are a method, not a number.
pub(super) fn heading(lang: Lang, area: &Area, methods: &[Method]) -> String {
    let mut heading = area.name.clone();
    if area.members().is_empty() {
        return heading;
    }
    for (at, found) in methods.iter().enumerate() {
        heading.push_str(if at > 0 { ", " } else { " (" });
        heading.push_str(method::word(lang, *found));
    }
    if !methods.is_empty() {
        heading.push(')');
    }
    heading
}
