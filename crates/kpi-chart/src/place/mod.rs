//! From a model to a picture: where every mark goes. Pure, in CSS pixels.

mod bars;
mod figures;
mod line;
mod marks;
mod names;
mod periods;
mod rows;
mod setting;
mod spread;
mod strip;
mod swarm;
mod symbols;
mod ticks;
mod values;

pub use spread::spread;
pub use ticks::Ticks;

use crate::{Anchor, Mark, Metrics, Placed, Rect, RuleRole, Size, Snap, TextRole, Xy, words::Text};
use kpi_core::view::{ChartModel, Point, Tone};
use setting::Block;
pub(crate) use setting::Setting;

/// Between text and the surface's sides, in CSS pixels: text may come out a little wider than it was measured.
const MARGIN: f64 = 2.0;

/// Places a chart on a surface. Every mark lies within it.
///
/// A line chart needs 280 by 200 CSS pixels or so (at text of 14 px), bars their [`suggested_height`]: lower rows come
/// too close. A surface without any room for a plot gets no marks.
#[must_use]
pub fn place(model: &ChartModel, size: Size, metrics: &dyn Metrics) -> Placed {
    let setting = Setting::new(metrics, model.lang());
    if !(size.width.is_finite() && size.height.is_finite()) {
        return Picture::new(size, &setting).placed;
    }
    match model {
        ChartModel::Line(chart) => line::place(chart, size, &setting),
        ChartModel::Bars(chart) => bars::place(chart, size, &setting),
        ChartModel::Strip(chart) => strip::place(chart, size, &setting),
    }
}

/// The height in CSS pixels at which a chart of this width looks best.
#[must_use]
pub fn suggested_height(model: &ChartModel, width: f64, metrics: &dyn Metrics) -> f64 {
    let setting = Setting::new(metrics, model.lang());
    let width = if width.is_finite() { width } else { 0.0 };
    match model {
        ChartModel::Line(chart) => line::suggested_height(chart, width, &setting),
        ChartModel::Bars(chart) => bars::suggested_height(chart, width, &setting),
        ChartModel::Strip(chart) => strip::suggested_height(chart, width, &setting),
    }
}

/// The lowest and the highest of what an axis has to cover.
#[derive(Clone, Copy)]
struct Span {
    low: f64,
    high: f64,
}

impl Span {
    const EMPTY: Self = Self { low: f64::INFINITY, high: f64::NEG_INFINITY };

    fn cover(&mut self, value: f64) {
        (self.low, self.high) = (self.low.min(value), self.high.max(value));
    }

    fn is_empty(self) -> bool {
        self.low > self.high
    }
}

/// No figure is larger: it has 15 digits.
const LARGEST: f64 = 1e15;

/// The confidence limits that are drawn: those of the focus. More would hide the lines.
fn limits(tone: Tone, point: &Point) -> Option<(f64, f64)> {
    point.limits().filter(|(lower, upper)| tone == Tone::Focus && lower.abs() <= LARGEST && upper.abs() <= LARGEST)
}

/// The number of a point, and its text, where a chart can show it: finite, and within the 15 digits that a figure can
/// have; else why the point has no mark of its own, in the words of the model, or none: see [`why`].
fn reading(point: &Point) -> Result<(f64, &str), &str> {
    match point {
        Point::Value { number, text, .. } if number.abs() <= LARGEST => Ok((*number, text)),
        Point::Value { .. } => Err(""),
        Point::Missing { reason, .. } => Err(reason),
    }
}

/// The reason of a [`reading`] in words.
fn why<'t>(reason: &'t str, setting: &Setting<'_>) -> &'t str {
    if reason.is_empty() { Text::Undrawable.say(setting.lang) } else { reason }
}

/// A picture in the making.
struct Picture<'a> {
    setting: &'a Setting<'a>,
    placed: Placed,
}

impl<'a> Picture<'a> {
    /// Without marks; its plot is the whole surface.
    fn new(size: Size, setting: &'a Setting<'a>) -> Self {
        let plot = Rect { left: 0.0, top: 0.0, right: size.width, bottom: size.height };
        Self { setting, placed: Placed { size, marks: Vec::new(), plot, spots: Vec::new(), snap: Snap::Row } }
    }

    fn push(&mut self, mark: Mark) {
        self.placed.marks.push(mark);
    }

    /// A rule from the left to the right.
    fn across(&mut self, left: f64, right: f64, y: f64, role: RuleRole) {
        self.push(Mark::Rule { from: Xy { x: left, y }, to: Xy { x: right, y }, role });
    }

    /// A rule from the top to the bottom.
    fn down(&mut self, x: f64, top: f64, bottom: f64, role: RuleRole) {
        self.push(Mark::Rule { from: Xy { x, y: top }, to: Xy { x, y: bottom }, role });
    }

    fn text(&mut self, text: &str, at: Xy, anchor: Anchor, role: TextRole) {
        if !text.is_empty() {
            self.push(Mark::Text { at, text: text.to_owned(), size: self.setting.size, anchor, role });
        }
    }

    /// Lines of text at the foot of the surface.
    fn notes(&mut self, notes: Vec<String>) {
        let Setting { leading, .. } = *self.setting;
        let mut y = self.placed.size.height - leading * (notes.len() as f64 - 0.5);
        for note in notes {
            self.text(&note, Xy { x: MARGIN, y }, Anchor::Start, TextRole::Note);
            y += leading;
        }
    }

    /// Whether no text stands where a line of this width would begin.
    fn is_free(&self, at: Xy, width: f64) -> bool {
        !self.placed.marks.iter().any(|mark| {
            let Mark::Text { at: other, text, anchor, role, .. } = mark else { return false };
            // A canvas takes its time over each text that it measures.
            if (other.y - at.y).abs() >= self.setting.size {
                return false;
            }
            let taken = self.setting.width(text, role.weight());
            let left = match anchor {
                Anchor::Start => other.x,
                Anchor::Middle => other.x - taken / 2.0,
                Anchor::End => other.x - taken,
            };
            at.x < left + taken && left < at.x + width
        })
    }

    /// Lines of text around the middle of their common height.
    fn block(&mut self, block: &Block, middle: Xy, anchor: Anchor, role: TextRole) {
        let mut y = middle.y - (block.height - self.setting.leading) / 2.0;
        for line in &block.lines {
            self.text(line, Xy { y, ..middle }, anchor, role);
            y += self.setting.leading;
        }
    }

    /// The words in the middle of a plot without figures.
    fn nothing(&mut self) {
        let plot = self.placed.plot;
        let at = Xy { x: (plot.left + plot.right) / 2.0, y: (plot.top + plot.bottom) / 2.0 };
        self.text(Text::Nothing.say(self.setting.lang), at, Anchor::Middle, TextRole::Note);
    }
}
