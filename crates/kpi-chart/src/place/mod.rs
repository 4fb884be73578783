//! From a model to a picture: where every mark goes. Pure, in CSS pixels.

mod bars;
mod line;
mod names;
mod periods;
mod rows;
mod setting;
mod spread;
mod symbols;
mod ticks;
mod values;

pub use spread::spread;
pub use ticks::Ticks;

use crate::{Anchor, Mark, Metrics, Placed, Rect, Size, TextRole, Xy, words};
use kpi_core::view::{ChartModel, Point};
use setting::Setting;

/// Between text and the surface's sides, in CSS pixels: text may come out a little wider than it was measured.
const MARGIN: f64 = 2.0;

/// Places a chart on a surface. Every mark lies within it.
///
/// A line chart needs 280 by 200 CSS pixels or so (at text of 14 px), bars their [`suggested_height`]: lower rows come
/// too close. A surface without any room for a plot gets no marks.
#[must_use]
pub fn place(model: &ChartModel, size: Size, metrics: &dyn Metrics) -> Placed {
    let setting = Setting::new(metrics);
    if !(size.width.is_finite() && size.height.is_finite()) {
        let nowhere = Rect { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 };
        return Picture::new(size, nowhere, &setting).placed;
    }
    match model {
        ChartModel::Line(chart) => line::place(chart, size, &setting),
        ChartModel::Bars(chart) => bars::place(chart, size, &setting),
    }
}

/// The height in CSS pixels at which a chart of this width looks best.
#[must_use]
pub fn suggested_height(model: &ChartModel, width: f64, metrics: &dyn Metrics) -> f64 {
    let setting = Setting::new(metrics);
    let width = if width.is_finite() { width } else { 0.0 };
    match model {
        ChartModel::Line(chart) => line::suggested_height(chart, width, &setting),
        ChartModel::Bars(chart) => bars::suggested_height(chart, width, &setting),
    }
}

/// The number of a point where a chart can show it: finite, and within the 15 digits that a figure can have.
fn number(point: &Point) -> Option<f64> {
    point.number().filter(|number| number.abs() <= 1e15)
}

/// The smallest and the largest of some numbers.
fn extent(numbers: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    numbers.fold(None, |extent, number| match extent {
        None => Some((number, number)),
        Some((low, high)) => Some((number.min(low), number.max(high))),
    })
}

/// Why a point has no mark of its own.
fn reason(point: &Point) -> &str {
    match point {
        Point::Value { .. } => words::UNDRAWABLE,
        Point::Missing { reason, .. } => reason,
    }
}

/// A picture in the making.
struct Picture<'a> {
    setting: &'a Setting<'a>,
    placed: Placed,
}

impl<'a> Picture<'a> {
    fn new(size: Size, plot: Rect, setting: &'a Setting<'a>) -> Self {
        Self { setting, placed: Placed { size, marks: Vec::new(), plot, spots: Vec::new() } }
    }

    fn push(&mut self, mark: Mark) {
        self.placed.marks.push(mark);
    }

    fn text(&mut self, text: &str, at: Xy, anchor: Anchor, role: TextRole) {
        if !text.is_empty() {
            self.push(Mark::Text { at, text: text.to_owned(), size: self.setting.size(), anchor, role });
        }
    }

    /// Several lines of text around the middle of their common height.
    fn block(&mut self, lines: &[String], middle: Xy, anchor: Anchor, role: TextRole) {
        let leading = self.setting.leading();
        let mut y = middle.y - leading * (lines.len() as f64 - 1.0) / 2.0;
        for line in lines {
            self.text(line, Xy { y, ..middle }, anchor, role);
            y += leading;
        }
    }

    /// The words in the middle of a plot without figures.
    fn nothing(&mut self) {
        let plot = self.placed.plot;
        let at = Xy { x: (plot.left + plot.right) / 2.0, y: (plot.top + plot.bottom) / 2.0 };
        self.text(words::NOTHING, at, Anchor::Middle, TextRole::Note);
    }
}
