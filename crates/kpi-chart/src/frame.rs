//! A chart with all its words around it: what leaves the page.

use crate::place::Setting;
use crate::{Anchor, Mark, Metrics, Placed, Size, TextRole, Xy, place, suggested_height};
use kpi_core::view::Picture;

/// Between the picture's sides and what is in it.
const PADDING: f64 = 16.0;
/// Between two blocks of text, and between text and the chart.
const BETWEEN: f64 = 8.0;
/// Above the notes, so that they stand apart from what belongs to the chart.
const ABOVE_NOTES: f64 = 12.0;
/// The sizes of text, to the page's own.
const TITLE: f64 = 1.43;
const SENTENCE: f64 = 1.15;
const NOTE: f64 = 0.93;

/// Places a picture: its title, sentence and subtitle above the chart, its notes below. It is as high as that needs.
#[must_use]
pub fn frame(picture: &Picture, width: f64, metrics: &dyn Metrics) -> Placed {
    let setting = &Setting::new(metrics, picture.chart.lang());
    let room = width - 2.0 * PADDING;
    let mut above = Blocks { marks: Vec::new(), room, bottom: PADDING };
    above.add(&picture.title, &setting.scaled(TITLE), TextRole::Title);
    above.add(&picture.sentence, &setting.scaled(SENTENCE), TextRole::Sentence);
    above.add(&picture.subtitle, setting, TextRole::Note);
    let top = above.bottom;

    let size = Size { width: room.max(0.0), height: suggested_height(&picture.chart, room, metrics) };
    let mut chart = place(&picture.chart, size, metrics);
    chart.shift(PADDING, top);

    let mut below = Blocks { marks: Vec::new(), room, bottom: top + size.height + ABOVE_NOTES };
    for note in &picture.notes {
        below.add(note, &setting.scaled(NOTE), TextRole::Note);
    }
    chart.marks.append(&mut above.marks);
    chart.marks.append(&mut below.marks);
    chart.size = Size { width, height: (below.bottom - BETWEEN + PADDING).ceil() };
    chart
}

/// Blocks of text below each other.
struct Blocks {
    marks: Vec<Mark>,
    room: f64,
    bottom: f64,
}

impl Blocks {
    fn add(&mut self, text: &str, setting: &Setting<'_>, role: TextRole) {
        for text in setting.wrap(text, role.weight(), self.room) {
            let at = Xy { x: PADDING, y: self.bottom + setting.leading / 2.0 };
            self.marks.push(Mark::Text { at, text, size: setting.size, anchor: Anchor::Start, role });
            self.bottom += setting.leading;
        }
        self.bottom += BETWEEN;
    }
}
