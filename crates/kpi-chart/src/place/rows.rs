use super::{Block, MARGIN, Setting};
use crate::TextRole;
use kpi_core::view::{Bar, BarChart};

/// From a name to the plot beside it.
pub(super) const NAME_GAP: f64 = 10.0;
/// Narrower surfaces have the names above the bars.
const NARROWEST_BESIDE: f64 = 300.0;
/// The most of the width that names beside the bars may take up.
const WIDEST_COLUMN: f64 = 0.4;
/// The space between two bars, or names, at best.
const SPACE: f64 = 14.0;

/// The rows of a bar chart: one for each bar, with its name.
pub(super) struct Rows {
    pub(super) names: Vec<Block>,
    /// What names beside the bars take up, with their gap; 0 where they are above them.
    pub(super) column: f64,
    /// What names above the bars take up; 0 where they are beside them.
    pub(super) above: f64,
    /// What a bar and the space around it take up, where there is room.
    pub(super) pitch: f64,
}

impl Rows {
    /// Names stand beside the bars where they fit into one column, else above them.
    pub(super) fn new(chart: &BarChart, width: f64, setting: &Setting<'_>) -> Self {
        let weight = |bar: &Bar| TextRole::Name(bar.tone).weight();
        let mut room = width * WIDEST_COLUMN - NAME_GAP - MARGIN;
        let beside =
            width >= NARROWEST_BESIDE && chart.bars.iter().all(|bar| setting.fits(&bar.name, weight(bar), room));
        if !beside {
            room = width - MARGIN;
        }
        let mut rows = Self { names: Vec::new(), column: 0.0, above: 0.0, pitch: setting.leading };
        for bar in &chart.bars {
            let name = setting.fold(&bar.name, weight(bar), room);
            if beside {
                rows.column = rows.column.max(MARGIN + name.width + NAME_GAP);
                rows.pitch = rows.pitch.max(name.height);
            } else {
                rows.above += name.height;
            }
            rows.names.push(name);
        }
        rows.pitch += 4.0 + SPACE;
        rows
    }

    pub(super) fn are_named_above(&self) -> bool {
        self.above > 0.0
    }
}
