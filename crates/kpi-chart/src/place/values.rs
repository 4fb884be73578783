use super::{MARGIN, Picture, Setting, Ticks, extent, number};
use crate::{Anchor, Mark, Rect, RuleRole, TextRole, Weight, Xy};
use kpi_core::view::LineChart;

/// From a tick's label to the plot.
const GAP: f64 = 8.0;

/// The value axis at the left of a line chart: round numbers and their grid lines.
pub(super) struct ValueAxis {
    ticks: Ticks,
    /// From the lowest up.
    labels: Vec<(f64, String)>,
    /// What the top label has after its digits.
    sign: String,
}

impl ValueAxis {
    /// `None` where there is no value at all.
    pub(super) fn new(chart: &LineChart, at_most: usize) -> Option<Self> {
        let points = chart.lines.iter().flat_map(|line| line.points.iter().take(chart.periods.len()));
        let (low, high) = extent(points.filter_map(number))?;
        let ticks = Ticks::new(low, high, &chart.unit, at_most);
        Some(Self { ticks, labels: ticks.labelled(&chart.unit).collect(), sign: ticks.sign(&chart.unit) })
    }

    pub(super) fn leaves_out_zero(&self) -> bool {
        self.ticks.leaves_out_zero()
    }

    /// What the labels take up at the left of the plot.
    pub(super) fn width(&self, setting: &Setting<'_>) -> f64 {
        let widths =
            self.labels.iter().map(|(_, text)| setting.width(text, Weight::Regular) + self.hang(text, setting));
        MARGIN + widths.fold(0.0, f64::max) + GAP
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
                picture.push(Mark::Rule { from: Xy { x: plot.left, y }, to: Xy { x: plot.right, y }, role });
            }
            let x = plot.left - GAP - self.hang(text, picture.setting);
            picture.text(text, Xy { x, y }, Anchor::End, TextRole::Tick);
        }
    }

    /// How far before the others' ends a label ends, so that digits stand below digits: only the top one has a sign.
    fn hang(&self, text: &str, setting: &Setting<'_>) -> f64 {
        if text.ends_with(&self.sign) { 0.0 } else { setting.width(&self.sign, Weight::Regular) }
    }
}
