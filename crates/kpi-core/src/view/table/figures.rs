use crate::model::{Area, AreaIx, MeasureIx, Unit};
use crate::query::Sight;
use crate::view::areas::ShownArea;
use crate::view::heading::measure_heading;
use crate::words::sentence;

/// A column of figures: one measure of one area.
pub(super) struct Figures<'d> {
    pub(super) heading: String,
    pub(super) sight: Sight<'d>,
    pub(super) unit: &'d Unit,
}

/// All measures of the focus area, which is the first, then the chosen one of the others: of a breakdown only of those that
/// are broken down too. Where there is but one measure, the columns are called by the areas.
pub(super) fn figures<'d>(sight: Sight<'d>, areas: &[ShownArea]) -> Vec<Figures<'d>> {
    let is_single = sight.indicator.measures.len() == 1;
    let is_broken_down = !sight.indicator.dimensions.is_empty();
    let mut figures = Vec::new();
    for shown in areas {
        let is_focus = shown.area == sight.area;
        if is_broken_down && !is_focus && !is_broken_down_too(sight, shown.area) {
            continue;
        }
        for (ix, measure) in (0..).map(MeasureIx).zip(&sight.indicator.measures) {
            if !is_focus && ix != sight.measure {
                continue;
            }
            let heading = match is_focus {
                _ if is_single => shown.name.clone(),
                true => measure_heading(sight.query.lang, measure),
                false => {
                    format!("{}: {}", shown.name, sentence::lowercased(&measure_heading(sight.query.lang, measure)))
                }
            };
            let sight = Sight { area: shown.area, measure: ix, ..sight };
            figures.push(Figures { heading, sight, unit: &measure.unit });
        }
    }
    figures
}

/// Whether an area, or any member of a group, has figures of a breakdown.
fn is_broken_down_too(sight: Sight<'_>, area: AreaIx) -> bool {
    let members = sight.dataset.area(area).map(Area::members).unwrap_or_default();
    members.iter().chain([&area]).any(|area| sight.indicator.has_series(*area, sight.measure))
}
