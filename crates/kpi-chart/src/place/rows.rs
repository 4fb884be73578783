use super::{MARGIN, Setting};
use crate::{Size, TextRole};
use kpi_core::view::{Bar, BarChart};

/// From a name to the plot beside it.
pub(super) const NAME_GAP: f64 = 10.0;
/// Narrower surfaces have the names above the bars.
const NARROWEST_BESIDE: f64 = 300.0;
/// The most of the width that names beside the bars may take up.
const WIDEST_COLUMN: f64 = 0.4;
/// How much of a row a bar fills.
const FILLED: f64 = 0.62;
/// The thickest a bar becomes.
const THICKEST: f64 = 28.0;
/// The space between two bars, or names, at best.
const SPACE: f64 = 14.0;

/// The rows of a bar chart: one for each bar, with its name.
pub(super) struct Rows {
    pub(super) rows: Vec<Row>,
    /// What names beside the bars take up, with their gap; 0 where they are above them.
    pub(super) column: f64,
}

/// One bar's part of the height.
pub(super) struct Row {
    pub(super) name: Vec<String>,
    pub(super) name_middle: f64,
    pub(super) top: f64,
    pub(super) bar_top: f64,
    pub(super) bar_bottom: f64,
    pub(super) bottom: f64,
}

impl Rows {
    /// Names keep their height; the bars and the space around them have equal parts of the rest.
    pub(super) fn new(chart: &BarChart, size: Size, setting: &Setting<'_>) -> Self {
        let (names, column) = names(chart, size.width, setting);
        let above: Vec<f64> = names.iter().map(|name| above(name, column, setting)).collect();
        let rest = (size.height - above.iter().sum::<f64>()) / names.len().max(1) as f64;
        let pitch = rest.min(best_pitch(&names, column, setting) * 1.4);
        let bar = (pitch * FILLED).min(THICKEST);
        // A name above belongs to the bar below it: there the space goes below the bar.
        let before = if column == 0.0 { 1.0 } else { (pitch - bar) / 2.0 };
        let mut top = 0.0;
        let mut row = |(name, above): (Vec<String>, f64)| {
            let bar_top = top + above + before;
            let name_middle = if column == 0.0 { top + above / 2.0 } else { bar_top + bar / 2.0 };
            let row = Row { name, name_middle, top, bar_top, bar_bottom: bar_top + bar, bottom: top + above + pitch };
            top = row.bottom;
            row
        };
        Self { rows: names.into_iter().zip(above).map(&mut row).collect(), column }
    }

    pub(super) fn best_height(chart: &BarChart, width: f64, setting: &Setting<'_>) -> f64 {
        let (names, column) = names(chart, width, setting);
        let above: f64 = names.iter().map(|name| above(name, column, setting)).sum();
        above + best_pitch(&names, column, setting) * names.len() as f64
    }

    pub(super) fn are_named_above(&self) -> bool {
        self.column == 0.0
    }
}

/// The names on their lines, and the width of their column: beside the bars where they fit into one, else above them.
fn names(chart: &BarChart, width: f64, setting: &Setting<'_>) -> (Vec<Vec<String>>, f64) {
    let weight = |bar: &Bar| TextRole::Name(bar.tone).weight();
    let room = width * WIDEST_COLUMN - NAME_GAP - MARGIN;
    let beside: Option<Vec<Vec<String>>> = chart
        .bars
        .iter()
        .map(|bar| setting.whole(&bar.name, weight(bar), room).filter(|_| width >= NARROWEST_BESIDE))
        .collect();
    if let Some(names) = beside {
        let widths = chart.bars.iter().zip(&names).map(|(bar, name)| setting.widest(name, weight(bar)));
        let column = MARGIN + widths.fold(0.0, f64::max) + NAME_GAP;
        return (names, column);
    }
    (chart.bars.iter().map(|bar| setting.fold(&bar.name, weight(bar), width - MARGIN)).collect(), 0.0)
}

/// What a name takes up above its bar.
fn above(name: &[String], column: f64, setting: &Setting<'_>) -> f64 {
    if column == 0.0 { name.len() as f64 * setting.leading() } else { 0.0 }
}

/// What a bar and the space around it take up, where there is room.
fn best_pitch(names: &[Vec<String>], column: f64, setting: &Setting<'_>) -> f64 {
    let most_lines = if column == 0.0 { 1 } else { names.iter().map(Vec::len).max().unwrap_or(1) };
    most_lines as f64 * setting.leading() + 4.0 + SPACE
}
