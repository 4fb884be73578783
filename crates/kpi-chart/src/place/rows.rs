use super::{Block, MARGIN, Setting};
use crate::TextRole;
use kpi_core::view::{Bar, BarChart, Tone};

/// From a name to the plot beside it.
pub(super) const NAME_GAP: f64 = 10.0;
/// Narrower surfaces have the names above the bars.
const NARROWEST_BESIDE: f64 = 300.0;
/// The most of the width that names beside the bars may take up.
const WIDEST_COLUMN: f64 = 0.4;
/// The space between two bars, or names, at best.
const SPACE: f64 = 14.0;
/// From one of several markers upon a bar to the next below it.
pub(super) const LANE: f64 = 10.0;
/// How far the name of a part is set in below that of its whole.
const INDENT: f64 = 14.0;
/// Between a total and the parts, in rows.
const APART: f64 = 0.4;

/// The rows of a bar chart: one for each bar, with its name.
pub(super) struct Rows {
    pub(super) rows: Vec<Row>,
    /// What names beside the bars take up, with their gap; 0 where they are above them.
    pub(super) column: f64,
    /// What names above the bars take up; 0 where they are beside them.
    pub(super) above: f64,
    /// What a bar and the space around it take up, where there is room.
    pub(super) pitch: f64,
    /// From the top of a row to the middle of its text, at least.
    pub(super) middle: f64,
    /// All that parts totals from parts, in rows.
    pub(super) gaps: f64,
    /// Whether any name is set in; then all begin at the left.
    pub(super) are_indented: bool,
}

/// A row before it has a place.
pub(super) struct Row {
    pub(super) name: Block,
    /// The space before it, in rows.
    pub(super) gap: f64,
    /// How far its name is set in.
    pub(super) indent: f64,
}

impl Rows {
    /// Names stand beside the bars where they fit into one column, else above them.
    pub(super) fn new(chart: &BarChart, width: f64, setting: &Setting<'_>) -> Self {
        let weight = |bar: &Bar| TextRole::Name(bar.tone).weight();
        let indent = |bar: &Bar| INDENT * f64::from(bar.depth.min(6));
        let mut room = width * WIDEST_COLUMN - NAME_GAP - MARGIN;
        let fits = |bar: &Bar| setting.fits(&bar.name, weight(bar), room - indent(bar));
        let beside = width >= NARROWEST_BESIDE && chart.bars.iter().all(fits);
        if !beside {
            room = width - MARGIN;
        }
        // A value with something said of it has two lines; several markers lie below each other.
        let has_asides = chart.bars.iter().any(|bar| !bar.aside.is_empty());
        let middle = if has_asides { setting.leading } else { setting.leading / 2.0 };
        let pitch = (2.0 * middle).max(LANE * chart.marks.len() as f64);
        let are_indented = chart.bars.iter().any(|bar| bar.depth > 0);
        let mut rows = Self { rows: Vec::new(), column: 0.0, above: 0.0, pitch, middle, gaps: 0.0, are_indented };
        let mut before: Option<&Bar> = None;
        for bar in &chart.bars {
            let (name, indent) = (setting.fold(&bar.name, weight(bar), room - indent(bar)), indent(bar));
            if beside {
                rows.column = rows.column.max(MARGIN + indent + name.width + NAME_GAP);
                rows.pitch = rows.pitch.max(name.height);
            } else {
                rows.above += name.height;
            }
            let is_apart = before.is_some_and(|before| {
                // Periods are no parts of each other.
                before.position == bar.position
                    && matches!((before.tone, bar.tone), (Tone::Part, Tone::Focus) | (Tone::Focus, Tone::Part))
            });
            before = Some(bar);
            let gap = if is_apart { APART } else { 0.0 };
            rows.gaps += gap;
            rows.rows.push(Row { name, gap, indent });
        }
        rows.pitch += 4.0 + SPACE;
        rows
    }

    pub(super) fn are_named_above(&self) -> bool {
        self.above > 0.0
    }
}
