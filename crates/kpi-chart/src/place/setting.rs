use crate::{Metrics, Weight};
use kpi_core::words::Lang;

/// Axis text is never smaller, whatever the page says.
const SMALLEST: f64 = 14.0;
/// A page's text beyond this would leave no room for a plot; browsers zoom instead.
const LARGEST: f64 = 28.0;

/// Text as a chart sets it: one size, measured, broken onto two lines, at the last resort shortened.
pub(super) struct Setting<'a> {
    /// The language of what the chart itself says.
    pub(super) lang: Lang,
    metrics: &'a dyn Metrics,
    pub(super) size: f64,
    /// From one line of text to the next.
    pub(super) leading: f64,
}

/// A text on one line or on two; the second is empty where there is none.
pub(super) struct Block {
    pub(super) lines: [String; 2],
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A text in two parts, the second of which may be empty.
struct Parts<'t> {
    first: &'t str,
    second: &'t str,
    /// Whether both fit into the room they were cut for.
    fit: bool,
}

impl<'a> Setting<'a> {
    pub(super) fn new(metrics: &'a dyn Metrics, lang: Lang) -> Self {
        let size = metrics.text_size();
        let size = if size.is_finite() { size.clamp(SMALLEST, LARGEST) } else { SMALLEST };
        Self { lang, metrics, size, leading: (size * 1.25).ceil() }
    }

    pub(super) fn width(&self, text: &str, weight: Weight) -> f64 {
        let width = self.metrics.width(text, self.size, weight);
        if width.is_finite() { width.max(0.0) } else { 0.0 }
    }

    /// Whether a text fits on one line, or on two.
    pub(super) fn fits(&self, text: &str, weight: Weight, room: f64) -> bool {
        self.parts(text, weight, room).fit
    }

    /// A text on one line, or on two of about the same width; what does not fit ends in an ellipsis.
    pub(super) fn fold(&self, text: &str, weight: Weight, room: f64) -> Block {
        let Parts { first, second, .. } = self.parts(text, weight, room);
        let lines = [first, second].map(|part| self.shorten(part, weight, room));
        let [first, second] = &lines;
        let width = self.width(first, weight).max(self.width(second, weight));
        let height = if second.is_empty() { self.leading } else { 2.0 * self.leading };
        Block { lines, width, height }
    }

    /// A text on one line; what does not fit ends in an ellipsis.
    pub(super) fn line(&self, text: &str, weight: Weight, room: f64) -> Block {
        let line = self.shorten(text, weight, room);
        Block { width: self.width(&line, weight), height: self.leading, lines: [line, String::new()] }
    }

    fn parts<'t>(&self, text: &'t str, weight: Weight, room: f64) -> Parts<'t> {
        let mut parts = Parts { first: text, second: "", fit: self.width(text, weight) <= room };
        if parts.fit {
            return parts;
        }
        let mut narrowest = f64::INFINITY;
        for (position, byte) in text.bytes().enumerate() {
            if byte != b' ' {
                continue;
            }
            let Some((first, second)) = text.split_at_checked(position) else { continue };
            let second = second.trim_start();
            let width = self.width(first, weight);
            if width > room {
                break;
            }
            let width = width.max(self.width(second, weight));
            let fit = width <= room;
            // While nothing fits, the first line as full as may be: little is lost at the end of the second.
            if !parts.fit || fit && width < narrowest {
                narrowest = width;
                parts = Parts { first, second, fit };
            }
        }
        parts
    }

    /// The text on one line; what does not fit ends in an ellipsis.
    fn shorten(&self, text: &str, weight: Weight, room: f64) -> String {
        let mut kept = text;
        let mut shown = text.to_owned();
        while self.width(&shown, weight) > room {
            let Some((end, _)) = kept.char_indices().next_back() else { return String::new() };
            kept = kept.get(..end).unwrap_or_default().trim_end();
            shown = format!("{kept}…");
        }
        shown
    }
}
