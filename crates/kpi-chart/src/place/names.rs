use super::{Block, MARGIN, Picture, Setting, reading, spread, why};
use crate::{Anchor, Mark, Size, TextRole, Xy, words};
use kpi_core::view::{Line, LineChart, Tone};

/// Narrower surfaces have no room for names beside the lines.
const NARROWEST_BESIDE: f64 = 420.0;
/// From the plot to the names beside it.
const BESIDE_GAP: f64 = 8.0;
/// Between two names beside the plot.
const NAME_GAP: f64 = 2.0;
/// From a value's middle to the beginning of its leader.
const LEADER_GAP: f64 = 9.0;
/// A label that had to move less than this still stands at its line's end.
const UNMOVED: f64 = 3.0;
/// A label this far from its line's end needs a leader even at the same height.
const FAR: f64 = 60.0;
/// The sample of a line in a legend.
const SAMPLE: f64 = 30.0;
/// From a sample to its text.
const SAMPLE_GAP: f64 = 6.0;
/// The lines of text for which a legend leaves room below: a plot, its axis and a note.
const LINES_BELOW: f64 = 8.5;
/// From a legend to the plot below it.
const LEGEND_GAP: f64 = 8.0;
/// Between two entries of a legend.
const ENTRY_GAP: f64 = 18.0;

/// How a chart says which line is whose: at the lines' ends, or in rows above the plot, where there is no room for that.
pub(super) struct Naming {
    tags: Vec<Tag>,
    /// What they take up above the plot: 0 where they stand beside it.
    pub(super) above: f64,
    /// What they take up beside the plot: 0 where they stand above it.
    pub(super) beside: f64,
}

/// The name of one line, and a value.
struct Tag {
    series: usize,
    tone: Tone,
    block: Block,
    /// Its upper left corner above the plot.
    at: Xy,
}

impl Naming {
    /// `room` is the height that names beside the lines may take up.
    pub(super) fn new(chart: &LineChart, size: Size, room: f64, setting: &Setting<'_>) -> Self {
        // Further areas, which are named when they are pointed at, are the first to be left out.
        let last_named = [u8::MAX, 3];
        if size.width >= NARROWEST_BESIDE {
            let widest = (size.width * 0.36).min(270.0);
            for last in last_named {
                let tags = tags(chart, None, last, widest, setting);
                let height: f64 = tags.iter().map(|tag| tag.block.height + NAME_GAP).sum();
                if height <= room {
                    let width = tags.iter().map(|tag| tag.block.width).fold(0.0, f64::max);
                    return Self { tags, above: 0.0, beside: BESIDE_GAP + width + MARGIN };
                }
            }
        }
        let widest = size.width - SAMPLE - SAMPLE_GAP - MARGIN;
        let most = (size.height * 0.45).min(size.height - setting.leading * LINES_BELOW);
        let mut naming = Self { tags: Vec::new(), above: 0.0, beside: 0.0 };
        for last in last_named {
            naming.tags = tags(chart, chart.chosen, last, widest, setting);
            arrange(&mut naming.tags, size.width);
            if last < u8::MAX {
                // At the last resort not every name; the focus comes first.
                naming.tags.retain(|tag| tag.bottom() <= most);
            }
            naming.above = naming.tags.iter().map(Tag::bottom).fold(0.0, f64::max);
            if naming.above <= most {
                break;
            }
        }
        naming
    }

    pub(super) fn place(&self, picture: &mut Picture<'_>) {
        if self.beside > 0.0 {
            place_beside(&self.tags, picture);
        } else {
            place_above(&self.tags, picture);
        }
    }
}

impl Tag {
    /// The end of what it takes up above the plot.
    fn bottom(&self) -> f64 {
        self.at.y + self.block.height + NAME_GAP + LEGEND_GAP
    }
}

/// A tag for each line but the comparators after the last: its value at a position, or its latest.
fn tags(chart: &LineChart, position: Option<usize>, last: u8, room: f64, setting: &Setting<'_>) -> Vec<Tag> {
    let mut tags = Vec::new();
    for (series, line) in chart.lines.iter().enumerate() {
        if matches!(line.tone, Tone::Comparator(comparator) if comparator > last) {
            continue;
        }
        let weight = TextRole::Label(line.tone).weight();
        let block = setting.fold(&says(line, chart.periods.len(), position, setting), weight, room);
        tags.push(Tag { series, tone: line.tone, block, at: Xy { x: 0.0, y: 0.0 } });
    }
    tags
}

fn says(line: &Line, periods: usize, position: Option<usize>, setting: &Setting<'_>) -> String {
    let points = line.points.get(..periods).unwrap_or(&line.points);
    let latest = || points.iter().rfind(|point| reading(point).is_ok()).or(points.last());
    match position.and_then(|position| points.get(position)).or_else(latest).map(reading) {
        Some(Ok((_, text))) => words::value_and_name(text, &line.name),
        Some(Err(reason)) => words::name_and_reason(&line.name, why(reason, setting)),
        None => line.name.clone(),
    }
}

fn place_beside(tags: &[Tag], picture: &mut Picture<'_>) {
    let plot = picture.placed.plot;
    let half = picture.setting.leading / 2.0;
    let left = plot.right + BESIDE_GAP;
    // A line without any value is named at the foot of the plot.
    let wanted = |tag: &Tag| (end(tag, picture).map_or(plot.bottom, |end| end.y), tag.block.height + NAME_GAP);
    let mut middles: Vec<(f64, f64)> = tags.iter().map(wanted).collect();
    spread(&mut middles, plot.top - half, plot.bottom + half);
    for (tag, (y, _)) in tags.iter().zip(middles) {
        if let Some(end) = end(tag, picture)
            && ((end.y - y).abs() > UNMOVED || left - end.x > FAR)
        {
            let (from, to) = (Xy { x: end.x + LEADER_GAP, y: end.y }, Xy { x: left - 3.0, y });
            picture.push(Mark::Leader { from, to, tone: tag.tone });
        }
        picture.block(&tag.block, Xy { x: left, y }, Anchor::Start, TextRole::Label(tag.tone));
    }
}

/// The place of a line's latest value.
fn end(tag: &Tag, picture: &Picture<'_>) -> Option<Xy> {
    let spot = picture.placed.spots.iter().rfind(|spot| spot.valued && spot.series == tag.series)?;
    Some(spot.at)
}

/// Puts tags in rows.
fn arrange(tags: &mut [Tag], width: f64) {
    let (mut x, mut y, mut row) = (0.0_f64, 0.0_f64, 0.0_f64);
    for tag in tags {
        let entry = SAMPLE + SAMPLE_GAP + tag.block.width;
        if x > 0.0 && x + entry + MARGIN > width {
            (x, y, row) = (0.0, y + row, 0.0);
        }
        row = row.max(tag.block.height + NAME_GAP);
        tag.at = Xy { x, y };
        x += entry + ENTRY_GAP;
    }
}

fn place_above(tags: &[Tag], picture: &mut Picture<'_>) {
    let half = picture.setting.leading / 2.0;
    for Tag { at, tone, block, .. } in tags {
        let (from, to) = (Xy { x: at.x, y: at.y + half }, Xy { x: at.x + SAMPLE, y: at.y + half });
        picture.push(Mark::Line { points: vec![from, to], tone: *tone });
        picture.push(Mark::Marker { at: Xy { x: at.x + SAMPLE / 2.0, ..from }, tone: *tone, hollow: false });
        let text = Xy { x: to.x + SAMPLE_GAP, y: at.y + block.height / 2.0 };
        picture.block(block, text, Anchor::Start, TextRole::Label(*tone));
    }
}
