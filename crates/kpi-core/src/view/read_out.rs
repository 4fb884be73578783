use super::areas::other_method;
use super::chart::{ChartModel, Tone};
use crate::model::{Dataset, IndicatorIx, Origin, SeriesKey, Value};
use crate::query::{Incomparable, Query, Sight, peers};
use crate::words::{Lang, Text, chart as words, fill, number, period, plural, sentence, symbol};

/// More rows than this would cover the chart.
const MOST_ROWS: usize = 8;

/// Everything that is said at one place of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOut {
    /// The period of a line chart, the part of a breakdown, the period of areas side by side.
    pub heading: String,
    /// What heads the differences: "Isle of Wight is"; empty where there are none.
    pub compared: String,
    /// What the place shows; of a line chart and of a breakdown the focus first, then everything beside it.
    pub rows: Vec<ReadRow>,
    /// How many others are in the table alone, in words; empty where none are.
    pub more: String,
    /// The one value at the place itself in a sentence: "Q4 2020/21, England: 79%, Isle of Wight is 9 percentage points
    /// lower."
    pub spoken: String,
}

/// What is said of one area, or of one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadRow {
    /// Its name.
    pub name: String,
    /// How it is drawn.
    pub tone: Tone,
    /// As the table writes it: "79%", "c".
    pub value: String,
    /// How the focus stands to it: "9 percentage points lower"; why it cannot be compared; empty for the focus itself.
    pub difference: String,
    /// What has to be known of the value: why there is none, its marks in words, its confidence limits, how many of a
    /// group's members are behind it, its method where that is another than that of the whole. One piece each.
    pub asides: Vec<String>,
    /// Whether it is the value at the place itself.
    pub here: bool,
}

/// What is said at a place of a chart: `series` and `period` as its spot has them (kpi-chart's `Spot`). `None` where the
/// chart has no such place.
#[must_use]
pub fn read_out(
    dataset: &Dataset,
    query: &Query,
    indicator: IndicatorIx,
    chart: &ChartModel,
    series: usize,
    period: usize,
) -> Option<ReadOut> {
    let indicator = dataset.indicator(indicator)?;
    let at = |key: SeriesKey, position| {
        let SeriesKey { area, measure, cell } = key;
        Sight { dataset, query, indicator, area, measure, cell, position }
    };
    let period_of = |position: usize| {
        indicator.periods.get(position).map(|named| period::named(query.lang, named)).unwrap_or_default()
    };
    let mut read = ReadOut::default();
    match chart {
        ChartModel::Line(chart) => {
            let position = chart.periods.get(period)?.position;
            read.heading = period_of(position);
            for (place, line) in chart.lines.iter().enumerate() {
                read.row(at(line.key, position), &line.name, line.tone, place == series);
            }
            read.shorten(query.lang);
        }
        ChartModel::Bars(chart) => {
            let bar = chart.bars.get(series)?;
            if chart.marks.is_empty() {
                read.heading = period_of(bar.position);
                read.row(at(bar.key, bar.position), &bar.name, bar.tone, true);
            } else {
                read.heading.clone_from(&bar.name);
                read.row(at(bar.key, bar.position), &chart.name, bar.tone, period == 0);
                read.aside(bar.aside.clone());
                for (place, mark) in chart.marks.iter().enumerate() {
                    let key = SeriesKey { area: mark.area, measure: mark.measure, cell: bar.key.cell };
                    read.row(at(key, bar.position), &mark.name, mark.tone, period == place + 1);
                }
            }
        }
        ChartModel::Strip(chart) => {
            let dot = chart.dots.get(series)?;
            let sight = at(dot.key, chart.position);
            read.heading = period_of(chart.position);
            read.row(sight, &dot.name, dot.tone, true);
            let peers = peers(sight.of(dataset.focus()));
            if let Some(rank) = sight.rank(&peers).filter(|_| peers.contains(&dot.key.area)) {
                read.aside(words::rank_of(query.lang, rank));
            }
        }
    }
    read.end(dataset, query.lang)
}

impl ReadOut {
    fn row(&mut self, sight: Sight<'_>, name: &str, tone: Tone, here: bool) {
        let Some(unit) = sight.measure().map(|measure| &measure.unit) else { return };
        let figure = sight.shown_figure();
        let mut asides: Vec<String> = Vec::new();
        let (lang, mut said) = (sight.query.lang, String::new());
        match figure.value {
            Value::Number(number) => {
                said.extend(figure.remark.into_iter().flat_map(|remark| [remark, " "]));
                said.push_str(&number::long(lang, number, unit));
            }
            Value::Missing(missing) => asides.push(symbol::reason(lang, missing).to_owned()),
        }
        asides.extend(figure.marks.iter().map(|mark| symbol::mark(lang, mark).to_owned()));
        if let Some(limits) = figure.limits {
            asides.push(words::limits(lang, &number::limits(lang, limits, unit)));
        }
        if let Origin::Computed { contributing, members, .. } = figure.origin
            && contributing < members
        {
            asides.push(words::contributing(lang, contributing, members));
        }
        asides.extend(other_method(sight, &figure).map(str::to_owned));
        let focus = sight.dataset.focus();
        let difference = match sight.of(focus).against(sight.area) {
            _ if sight.area == focus => String::new(),
            Ok(found) => sentence::higher_or_lower(lang, found.amount, unit),
            // The reason stands beside the one that has no number. Of totals nobody asks.
            Err(Incomparable::Own(_) | Incomparable::Other(_) | Incomparable::Size) => String::new(),
            Err(_) => Text::NotCompared.say(lang).to_owned(),
        };
        if here {
            self.spoken = said;
        }
        let value = number::cell(&figure, unit);
        self.rows.push(ReadRow { name: name.to_owned(), tone, value, difference, asides, here });
    }

    /// Of too many rows leaves those that are told apart in the chart by their colours, and the one at the place itself.
    fn shorten(&mut self, lang: Lang) {
        let all = self.rows.len();
        if all > MOST_ROWS {
            self.rows.retain(|row| row.here || !matches!(row.tone, Tone::Other | Tone::Comparator(4..)));
            let more = all - self.rows.len();
            self.more = fill(plural(Text::MoreInTable.say(lang), u64::try_from(more).ok()), &[&more.to_string()]);
        }
    }

    /// Says something more of the value before.
    fn aside(&mut self, words: String) {
        if let Some(row) = self.rows.last_mut().filter(|_| !words.is_empty()) {
            row.asides.push(words);
        }
    }

    /// Puts together what is said of the value at the place itself; `None` where there is none.
    fn end(mut self, dataset: &Dataset, lang: Lang) -> Option<Self> {
        let here = self.rows.iter().find(|row| row.here)?;
        if self.rows.iter().any(|row| !row.difference.is_empty()) {
            let focus = dataset.area(dataset.focus());
            self.compared = focus.map(|area| words::area_is(lang, &area.name)).unwrap_or_default();
        }
        let mut spoken = self.heading.clone();
        for piece in [", ", &here.name, ": "] {
            spoken.push_str(piece);
        }
        let mut before = "";
        let value = std::mem::take(&mut self.spoken);
        for piece in [value].iter().chain(&here.asides).filter(|piece| !piece.is_empty()) {
            spoken.push_str(before);
            spoken.push_str(piece);
            before = ", ";
        }
        if !here.difference.is_empty() {
            // "Ayton is not compared" would be no answer to how it stands.
            let is_compared = here.difference != Text::NotCompared.say(lang);
            let subject = if is_compared { [&self.compared, " "].concat() } else { String::new() };
            for piece in ["; ", &subject, &here.difference] {
                spoken.push_str(piece);
            }
        }
        spoken.push('.');
        self.spoken = spoken;
        Some(self)
    }
}
