use crate::{Metrics, Weight};

/// Axis text is never smaller, whatever the page says.
const SMALLEST: f64 = 14.0;
/// A page's text beyond this would leave no room for a plot; browsers zoom instead.
const LARGEST: f64 = 28.0;

/// Text as a chart sets it: one size, measured, broken onto two lines, at the last resort shortened.
pub(super) struct Setting<'a> {
    metrics: &'a dyn Metrics,
    size: f64,
}

impl<'a> Setting<'a> {
    pub(super) fn new(metrics: &'a dyn Metrics) -> Self {
        let size = metrics.text_size();
        let size = if size.is_finite() { size.clamp(SMALLEST, LARGEST) } else { SMALLEST };
        Self { metrics, size }
    }

    pub(super) fn size(&self) -> f64 {
        self.size
    }

    /// From one line of text to the next.
    pub(super) fn leading(&self) -> f64 {
        (self.size * 1.25).ceil()
    }

    pub(super) fn width(&self, text: &str, weight: Weight) -> f64 {
        let width = self.metrics.width(text, self.size, weight);
        if width.is_finite() { width.max(0.0) } else { 0.0 }
    }

    /// The width of the widest of some lines.
    pub(super) fn widest<'t>(&self, lines: impl IntoIterator<Item = &'t String>, weight: Weight) -> f64 {
        lines.into_iter().map(|line| self.width(line, weight)).fold(0.0, f64::max)
    }

    /// The text on one line, or on two of about the same width; `None` where that needs more room.
    pub(super) fn whole(&self, text: &str, weight: Weight, room: f64) -> Option<Vec<String>> {
        if self.width(text, weight) <= room {
            return Some(vec![text.to_owned()]);
        }
        let wider = |(first, second): &(&str, &str)| self.width(first, weight).max(self.width(second, weight));
        let cuts = cuts(text).map(|cut| (wider(&cut), cut)).filter(|(wider, _)| *wider <= room);
        let (_, (first, second)) = cuts.min_by(|one, other| one.0.total_cmp(&other.0))?;
        Some(vec![first.to_owned(), second.to_owned()])
    }

    /// As [`Setting::whole`]; what does not fit ends in an ellipsis.
    pub(super) fn fold(&self, text: &str, weight: Weight, room: f64) -> Vec<String> {
        self.whole(text, weight, room).unwrap_or_else(|| {
            // The first line as full as may be, so that as little as possible is lost at the end of the second.
            let fullest = cuts(text).take_while(|(first, _)| self.width(first, weight) <= room).last();
            let lines = fullest.map_or_else(|| vec![text], |(first, second)| vec![first, second]);
            lines.into_iter().map(|line| self.shorten(line, weight, room)).collect()
        })
    }

    /// The text on one line; what does not fit ends in an ellipsis.
    pub(super) fn shorten(&self, text: &str, weight: Weight, room: f64) -> String {
        let mut kept = text.to_owned();
        let mut shown = kept.clone();
        while self.width(&shown, weight) > room {
            if kept.pop().is_none() {
                return String::new();
            }
            shown = [kept.trim_end(), "…"].concat();
        }
        shown
    }
}

/// The two parts of a text for each of its spaces.
fn cuts(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices(' ').filter_map(|(position, _)| {
        let (first, second) = text.split_at_checked(position)?;
        Some((first.trim_end(), second.trim_start()))
    })
}
