use super::MARGIN;
use crate::{Metrics, Weight};
use kpi_core::words::Lang;

/// Axis text is never smaller, whatever the page says.
const SMALLEST: f64 = 14.0;
/// A page's text beyond this would leave no room for a plot; browsers zoom instead.
const LARGEST: f64 = 28.0;

/// Text as a chart sets it: one size, measured, broken onto two lines, at the last resort shortened.
pub(crate) struct Setting<'a> {
    /// The language of what the chart itself says.
    pub(crate) lang: Lang,
    metrics: &'a dyn Metrics,
    pub(crate) size: f64,
    /// From one line of text to the next.
    pub(crate) leading: f64,
}

/// A text on one line or on two; the second is empty where there is none.
pub(crate) struct Block {
    pub(crate) lines: [String; 2],
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// A text in two parts, the second of which may be empty.
struct Parts<'t> {
    first: &'t str,
    second: &'t str,
    /// Whether both fit into the room they were cut for.
    fit: bool,
}

impl<'a> Setting<'a> {
    pub(crate) fn new(metrics: &'a dyn Metrics, lang: Lang) -> Self {
        let size = metrics.text_size();
        let size = if size.is_finite() { size.clamp(SMALLEST, LARGEST) } else { SMALLEST };
        Self { lang, metrics, size, leading: (size * 1.25).ceil() }
    }

    pub(crate) fn width(&self, text: &str, weight: Weight) -> f64 {
        // The second line of most texts.
        if text.is_empty() {
            return 0.0;
        }
        let width = self.metrics.width(text, self.size, weight);
        if width.is_finite() { width.max(0.0) } else { 0.0 }
    }

    /// Whether a text fits on one line, or on two.
    pub(crate) fn fits(&self, text: &str, weight: Weight, room: f64) -> bool {
        self.parts(text, weight, room).fit
    }

    /// A text on one line, or on two of about the same width; what does not fit ends in an ellipsis.
    pub(crate) fn fold(&self, text: &str, weight: Weight, room: f64) -> Block {
        let Parts { first, second, .. } = self.parts(text, weight, room);
        let lines = [first, second].map(|part| self.shorten(part, weight, room));
        let [first, second] = &lines;
        let width = self.width(first, weight).max(self.width(second, weight));
        let height = if second.is_empty() { self.leading } else { 2.0 * self.leading };
        Block { lines, width, height }
    }

    /// A text on one line; what does not fit ends in an ellipsis.
    pub(crate) fn line(&self, text: &str, weight: Weight, room: f64) -> Block {
        let line = self.shorten(text, weight, room);
        Block { width: self.width(&line, weight), height: self.leading, lines: [line, String::new()] }
    }

    /// The same in another size: so many times this one.
    pub(crate) fn scaled(&self, times: f64) -> Self {
        let size = (self.size * times).round();
        Self { size, leading: (size * 1.3).ceil(), ..*self }
    }

    /// A text on as many lines as it needs. A word that is too long for one, such as an address, goes on on the next.
    pub(crate) fn wrap(&self, text: &str, weight: Weight, room: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let longer = lines.last().map(|line| [line, " ", word].concat());
            match (longer.filter(|longer| self.width(longer, weight) <= room), lines.last_mut()) {
                (Some(longer), Some(line)) => *line = longer,
                _ => self.spell(word, weight, room, &mut lines),
            }
        }
        lines
    }

    /// What stands below a chart of this width.
    pub(crate) fn notes(&self, text: &str, width: f64) -> Vec<String> {
        self.wrap(text, Weight::Regular, width - 2.0 * MARGIN)
    }

    /// A word on a line of its own, or on several.
    fn spell(&self, word: &str, weight: Weight, room: f64, lines: &mut Vec<String>) {
        // Measuring is what takes the time, and letter by letter is for the one word in a hundred that needs it.
        if self.width(word, weight) <= room {
            return lines.push(word.to_owned());
        }
        let mut line = String::new();
        for character in word.chars() {
            let before = line.len();
            line.push(character);
            if before > 0 && self.width(&line, weight) > room {
                line.truncate(before);
                lines.push(std::mem::replace(&mut line, character.to_string()));
            }
        }
        lines.push(line);
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
