use super::{MARGIN, Picture, Setting, Span, Ticks};
use crate::{Anchor, Rect, RuleRole, TextRole, Weight, Xy};
use kpi_core::model::Unit;

/// From a tick's label to the plot.
const GAP: f64 = 8.0;

/// The value axis at the left of a chart: round numbers and their grid lines.
pub(super) struct ValueAxis {
    ticks: Ticks,
    /// From the lowest up; none where the chart has no value at all.
    labels: Vec<(f64, String)>,
    /// The width of what the top label alone has after its digits: `%`.
    sign: f64,
    /// What the labels take up at the left of the plot.
    pub(super) width: f64,
}

impl ValueAxis {
    pub(super) fn new(span: Span, unit: &Unit, at_most: usize, setting: &Setting<'_>) -> Self {
        let ticks = Ticks::new(span.low, span.high, unit, at_most);
        let mut axis = Self { ticks, labels: Vec::new(), sign: 0.0, width: 0.0 };
        if !span.is_empty() {
            axis.labels = ticks.labelled(unit);
            axis.sign = axis.labels.last().map_or(0.0, |(_, top)| setting.width(sign(top), Weight::Regular));
            let widths =
                axis.labels.iter().map(|(value, text)| setting.width(text, Weight::Regular) + axis.hang(*value));
            axis.width = MARGIN + widths.fold(0.0, f64::max) + GAP;
        }
        axis
    }

    pub(super) fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    pub(super) fn leaves_out_zero(&self) -> bool {
        !self.is_empty() && self.ticks.leaves_out_zero()
    }

    /// Where a value lies.
    pub(super) fn y(&self, value: f64, plot: Rect) -> f64 {
        let share = (value - self.ticks.low()) / (self.ticks.high() - self.ticks.low());
        plot.bottom - share.clamp(0.0, 1.0) * plot.height()
    }

    pub(super) fn place(&self, picture: &mut Picture<'_>) {
        let plot = picture.placed.plot;
        for (value, text) in &self.labels {
            let y = self.y(*value, plot);
            // The lowest grid line is the time axis.
            if y < plot.bottom {
                let role = if *value == 0.0 { RuleRole::Zero } else { RuleRole::Grid };
                picture.across(plot.left, plot.right, y, role);
            }
            let x = plot.left - GAP - self.hang(*value);
            picture.text(text, Xy { x, y }, Anchor::End, TextRole::Tick);
        }
    }

    /// How far before the top label's end another ends, so that digits stand below digits.
    fn hang(&self, value: f64) -> f64 {
        if value < self.ticks.high() { self.sign } else { 0.0 }
    }
}

/// What follows the digits of a label.
fn sign(label: &str) -> &str {
    let digits = label.bytes().rposition(|byte| byte.is_ascii_digit()).map_or(0, |last| last + 1);
    label.get(digits..).unwrap_or_default()
}
