use super::{MARGIN, Picture, Setting, number, reason, spread};
use crate::{Anchor, Mark, Size, TextRole, Xy, words};
use kpi_core::view::{Line, LineChart, Point, Tone};

/// Narrower surfaces have no room for names beside the lines.
const NARROWEST_BESIDE: f64 = 420.0;
/// From the plot to the names beside it.
const BESIDE_GAP: f64 = 8.0;
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

/// How a chart says which line is whose.
pub(super) enum Naming {
    /// At the lines' ends.
    Beside(Vec<Tag>),
    /// In rows above the plot, where there is no room for that.
    Above(Legend),
}

/// The name of one line, and a value.
pub(super) struct Tag {
    series: usize,
    tone: Tone,
    lines: Vec<String>,
    width: f64,
}

/// Tags in rows.
pub(super) struct Legend {
    /// With the upper left corner of each.
    entries: Vec<(Xy, Tag)>,
    height: f64,
}

impl Naming {
    /// `room` is the height that names beside the lines may take up.
    pub(super) fn new(chart: &LineChart, size: Size, room: f64, setting: &Setting<'_>) -> Self {
        if size.width >= NARROWEST_BESIDE {
            let widest = (size.width * 0.36).min(270.0);
            let tags = tags(chart, None, widest, setting);
            let fit = |tags: &[Tag]| tags.iter().map(|tag| tag.height(setting)).sum::<f64>() <= room;
            if fit(&tags) {
                return Self::Beside(tags);
            }
            let main = main_tags(tags);
            if fit(&main) {
                return Self::Beside(main);
            }
        }
        let tags = tags(chart, chart.chosen, size.width - SAMPLE - SAMPLE_GAP - MARGIN, setting);
        let most = (size.height * 0.45).min(size.height - setting.leading() * LINES_BELOW);
        let all = Legend::new(tags, size.width, setting);
        if all.height <= most {
            return Self::Above(all);
        }
        let main = main_tags(all.entries.into_iter().map(|(_, tag)| tag).collect());
        Self::Above(Legend::new(main, size.width, setting).cut(most, setting))
    }

    /// What they take up above the plot.
    pub(super) fn above(&self) -> f64 {
        match self {
            Self::Beside(_) => 0.0,
            Self::Above(legend) => legend.height,
        }
    }

    /// What they take up beside the plot.
    pub(super) fn beside(&self) -> f64 {
        match self {
            Self::Beside(tags) if tags.is_empty() => 0.0,
            Self::Beside(tags) => BESIDE_GAP + tags.iter().map(|tag| tag.width).fold(0.0, f64::max) + MARGIN,
            Self::Above(_) => 0.0,
        }
    }

    pub(super) fn place(self, chart: &LineChart, picture: &mut Picture<'_>) {
        match self {
            Self::Beside(tags) => place_beside(&tags, chart, picture),
            Self::Above(legend) => legend.place(picture),
        }
    }
}

impl Tag {
    fn height(&self, setting: &Setting<'_>) -> f64 {
        self.lines.len() as f64 * setting.leading() + 2.0
    }
}

/// A tag for each line: its value at a position, or its latest.
fn tags(chart: &LineChart, position: Option<usize>, room: f64, setting: &Setting<'_>) -> Vec<Tag> {
    let tag = |(series, line): (usize, &Line)| {
        let weight = TextRole::Label(line.tone).weight();
        let lines = setting.fold(&says(line, chart.periods.len(), position), weight, room);
        Tag { series, tone: line.tone, width: setting.widest(&lines, weight), lines }
    };
    chart.lines.iter().enumerate().map(tag).collect()
}

fn says(line: &Line, periods: usize, position: Option<usize>) -> String {
    let points = line.points.get(..periods).unwrap_or(&line.points);
    let latest = || points.iter().rfind(|point| number(point).is_some()).or(points.last());
    match position.and_then(|position| points.get(position)).or_else(latest) {
        Some(point @ Point::Value { text, .. }) if number(point).is_some() => words::value_and_name(text, &line.name),
        Some(point) => words::name_and_reason(&line.name, reason(point)),
        None => line.name.clone(),
    }
}

/// Without the further areas, which are named when they are pointed at.
fn main_tags(tags: Vec<Tag>) -> Vec<Tag> {
    tags.into_iter().filter(|tag| !matches!(tag.tone, Tone::Comparator(4..))).collect()
}

fn place_beside(tags: &[Tag], chart: &LineChart, picture: &mut Picture<'_>) {
    let setting = picture.setting;
    let plot = picture.placed.plot;
    let half = setting.leading() / 2.0;
    let ends: Vec<Option<Xy>> = tags.iter().map(|tag| end(tag.series, chart, picture)).collect();
    // A line without any value is named at the foot of the plot.
    let wanted = |(tag, end): (&Tag, &Option<Xy>)| (end.map_or(plot.bottom, |end| end.y), tag.height(setting));
    let wanted: Vec<(f64, f64)> = tags.iter().zip(&ends).map(wanted).collect();
    let left = plot.right + BESIDE_GAP;
    let middles = spread(&wanted, plot.top - half, plot.bottom + half);
    for ((tag, end), y) in tags.iter().zip(ends).zip(middles) {
        if let Some(end) = end.filter(|end| (end.y - y).abs() > UNMOVED || left - end.x > FAR) {
            let (from, to) = (Xy { x: end.x + LEADER_GAP, y: end.y }, Xy { x: left - 3.0, y });
            picture.push(Mark::Leader { from, to, tone: tag.tone });
        }
        picture.block(&tag.lines, Xy { x: left, y }, Anchor::Start, TextRole::Label(tag.tone));
    }
}

/// The place of a line's latest value.
fn end(series: usize, chart: &LineChart, picture: &Picture<'_>) -> Option<Xy> {
    let points = &chart.lines.get(series)?.points;
    let spots = picture.placed.spots.iter().filter(|spot| spot.series == series);
    spots.zip(points).filter(|(_, point)| number(point).is_some()).last().map(|(spot, _)| spot.at)
}

impl Legend {
    fn new(tags: Vec<Tag>, width: f64, setting: &Setting<'_>) -> Self {
        let mut entries = Vec::new();
        let (mut x, mut y, mut row) = (0.0_f64, 0.0_f64, 0.0_f64);
        for tag in tags {
            let entry = SAMPLE + SAMPLE_GAP + tag.width;
            if x > 0.0 && x + entry + MARGIN > width {
                (x, y, row) = (0.0, y + row, 0.0);
            }
            row = row.max(tag.height(setting));
            entries.push((Xy { x, y }, tag));
            x += entry + ENTRY_GAP;
        }
        Self { entries, height: y + row + LEGEND_GAP }
    }

    /// Leaves out what does not fit into this height; the focus comes first.
    fn cut(mut self, height: f64, setting: &Setting<'_>) -> Self {
        let bottom = |(at, tag): &(Xy, Tag)| at.y + tag.height(setting) + LEGEND_GAP;
        self.entries.retain(|entry| bottom(entry) <= height);
        self.height = self.entries.iter().map(bottom).fold(0.0, f64::max);
        self
    }

    fn place(self, picture: &mut Picture<'_>) {
        for (at, tag) in self.entries {
            let middle = at.y + picture.setting.leading() / 2.0;
            let (from, to) = (Xy { x: at.x, y: middle }, Xy { x: at.x + SAMPLE, y: middle });
            picture.push(Mark::Line { points: vec![from, to], tone: tag.tone });
            let marker = Xy { x: at.x + SAMPLE / 2.0, y: middle };
            picture.push(Mark::Marker { at: marker, tone: tag.tone, hollow: false });
            let y = at.y + picture.setting.leading() * tag.lines.len() as f64 / 2.0;
            let text = Xy { x: to.x + SAMPLE_GAP, y };
            picture.block(&tag.lines, text, Anchor::Start, TextRole::Label(tag.tone));
        }
    }
}
