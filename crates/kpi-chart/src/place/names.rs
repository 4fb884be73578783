use super::{Block, MARGIN, Picture, Setting, spread};
use crate::{Anchor, Mark, Rect, RuleRole, TextRole, Xy};
use kpi_core::view::Tone;

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
/// The sample of a bar or of a marker.
const SMALL_SAMPLE: f64 = 14.0;
/// From a sample to its text.
const SAMPLE_GAP: f64 = 6.0;
/// From a legend to the plot below it.
const LEGEND_GAP: f64 = 8.0;
/// Between two entries of a legend.
const ENTRY_GAP: f64 = 18.0;
/// Areas up to this one are named in any case.
const LAST_NAMED: u8 = 3;

/// Something that a chart has to name: a line, a dot, a kind of mark.
pub(super) struct Entry {
    pub(super) tone: Tone,
    /// How it looks, for a legend.
    pub(super) sample: Sample,
    /// What stands where it ends.
    pub(super) beside: String,
    /// What stands in a legend.
    pub(super) above: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sample {
    /// A line through a marker.
    Line,
    /// A marker alone.
    Marker,
    /// A bar.
    Bar,
    /// A stroke across a bar.
    Stroke,
    /// A rule.
    Rule,
}

/// How a chart says what is whose: at the lines' ends, or in rows above the plot, where there is no room for that.
pub(super) struct Naming {
    /// In the order of the entries; `None` for what is not named.
    tags: Vec<Option<Tag>>,
    /// What they take up above the plot: 0 where they stand beside it.
    pub(super) above: f64,
    /// What they take up beside the plot: 0 where they stand above it.
    pub(super) beside: f64,
}

/// On which side of the plot names stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// The name of one entry.
struct Tag {
    tone: Tone,
    sample: Sample,
    block: Block,
    /// Its upper left corner above the plot.
    at: Xy,
}

impl Naming {
    /// Nothing has a name.
    pub(super) const NONE: Self = Self { tags: Vec::new(), above: 0.0, beside: 0.0 };

    /// Names beside the plot, none wider than `widest` and all no higher than `room`; `None` where they do not fit.
    pub(super) fn beside(entries: &[Entry], widest: f64, room: f64, setting: &Setting<'_>) -> Option<Self> {
        for last in LAST {
            let tags = tags(entries, last, widest, setting, |entry| &entry.beside);
            let (mut height, mut width) = (0.0, 0.0_f64);
            for tag in tags.iter().flatten() {
                height += tag.block.height + NAME_GAP;
                width = width.max(tag.block.width);
            }
            if height <= room {
                let beside = if width > 0.0 { BESIDE_GAP + width + MARGIN } else { 0.0 };
                return Some(Self { tags, above: 0.0, beside });
            }
        }
        None
    }

    /// Names in rows above the plot, no higher than `most` but for the last resort: not every name; the first ones come first.
    pub(super) fn above(entries: &[Entry], width: f64, most: f64, setting: &Setting<'_>) -> Self {
        let widest = width - SAMPLE - SAMPLE_GAP - MARGIN;
        let mut naming = Self::NONE;
        for last in LAST {
            naming.tags = tags(entries, last, widest, setting, |entry| &entry.above);
            arrange(&mut naming.tags, width);
            if last < u8::MAX {
                for tag in &mut naming.tags {
                    *tag = tag.take().filter(|tag| tag.bottom() <= most);
                }
            }
            naming.above = naming.tags.iter().flatten().map(Tag::bottom).fold(0.0, f64::max);
            if naming.above <= most {
                break;
            }
        }
        naming
    }

    /// Puts names where what they name ends, or above the plot: `ends` has a place for each entry that has one.
    pub(super) fn place(&self, ends: &[Option<Xy>], side: Side, picture: &mut Picture<'_>) {
        if self.beside > 0.0 {
            self.place_beside(ends, side, picture);
        } else {
            self.place_above(picture);
        }
    }

    fn place_beside(&self, ends: &[Option<Xy>], side: Side, picture: &mut Picture<'_>) {
        let plot = picture.placed.plot;
        let half = picture.setting.leading / 2.0;
        let (x, before, away, anchor) = match side {
            Side::Right => (plot.right + BESIDE_GAP, -3.0, LEADER_GAP, Anchor::Start),
            Side::Left => (plot.left - BESIDE_GAP, 3.0, -LEADER_GAP, Anchor::End),
        };
        let (mut named, mut middles) = (Vec::new(), Vec::new());
        for (position, tag) in self.tags.iter().enumerate() {
            let end = ends.get(position).copied().flatten();
            // What has no value at all is named at the foot of the plot.
            let Some(tag) = tag.as_ref().filter(|_| end.is_some() || side == Side::Right) else { continue };
            middles.push((end.map_or(plot.bottom, |end| end.y), tag.block.height + NAME_GAP));
            named.push((tag, end));
        }
        spread(&mut middles, plot.top - half, plot.bottom + half);
        for ((tag, end), (y, _)) in named.into_iter().zip(middles) {
            if let Some(end) = end
                && ((end.y - y).abs() > UNMOVED || (x - end.x).abs() > FAR)
            {
                let (from, to) = (Xy { x: end.x + away, y: end.y }, Xy { x: x + before, y });
                picture.push(Mark::Leader { from, to, tone: tag.tone });
            }
            picture.block(&tag.block, Xy { x, y }, anchor, TextRole::Label(tag.tone));
        }
    }

    fn place_above(&self, picture: &mut Picture<'_>) {
        let half = picture.setting.leading / 2.0;
        for Tag { at, tone, sample, block } in self.tags.iter().flatten() {
            let width = sample.width();
            let (from, to) = (Xy { x: at.x, y: at.y + half }, Xy { x: at.x + width, y: at.y + half });
            match sample {
                Sample::Line => picture.push(Mark::Line { points: vec![from, to], tone: *tone }),
                Sample::Rule => picture.across(from.x, to.x, from.y, RuleRole::Median),
                Sample::Bar | Sample::Stroke => {
                    let rect = Rect { left: from.x, top: from.y - 6.0, right: to.x, bottom: from.y + 6.0 };
                    picture.push(Mark::Bar { rect, tone: *tone, hollow: false });
                }
                Sample::Marker => {}
            }
            if let Sample::Line | Sample::Marker = sample {
                picture.push(Mark::Marker { at: Xy { x: at.x + width / 2.0, ..from }, tone: *tone, hollow: false });
            }
            let text = Xy { x: to.x + SAMPLE_GAP, y: at.y + block.height / 2.0 };
            picture.block(block, text, Anchor::Start, TextRole::Label(*tone));
        }
    }
}

impl Sample {
    fn width(self) -> f64 {
        match self {
            Self::Line => SAMPLE,
            Self::Stroke => 3.0,
            Self::Marker | Self::Bar | Self::Rule => SMALL_SAMPLE,
        }
    }
}

impl Tag {
    /// The end of what it takes up above the plot.
    fn bottom(&self) -> f64 {
        self.at.y + self.block.height + NAME_GAP + LEGEND_GAP
    }
}

/// Further areas, which are named when they are pointed at, are the first to be left out.
const LAST: [u8; 2] = [u8::MAX, LAST_NAMED];

/// A tag for each entry but the comparators after the last and what has nothing to say.
fn tags(
    entries: &[Entry],
    last: u8,
    room: f64,
    setting: &Setting<'_>,
    says: fn(&Entry) -> &String,
) -> Vec<Option<Tag>> {
    let mut tags = Vec::new();
    for entry in entries {
        let is_further = matches!(entry.tone, Tone::Comparator(comparator) if comparator > last);
        let text = says(entry);
        let block = setting.fold(text, TextRole::Label(entry.tone).weight(), room);
        let tag = Tag { tone: entry.tone, sample: entry.sample, block, at: Xy { x: 0.0, y: 0.0 } };
        tags.push(Some(tag).filter(|_| !is_further && !text.is_empty()));
    }
    tags
}

/// Puts tags in rows.
fn arrange(tags: &mut [Option<Tag>], width: f64) {
    let (mut x, mut y, mut row) = (0.0_f64, 0.0_f64, 0.0_f64);
    for tag in tags.iter_mut().flatten() {
        let entry = tag.sample.width() + SAMPLE_GAP + tag.block.width;
        if x > 0.0 && x + entry + MARGIN > width {
            (x, y, row) = (0.0, y + row, 0.0);
        }
        row = row.max(tag.block.height + NAME_GAP);
        tag.at = Xy { x, y };
        x += entry + ENTRY_GAP;
    }
}
