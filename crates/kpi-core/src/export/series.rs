use super::columns::{Column, Content};
use super::row::Row;
use crate::model::{
    Area, AreaRole, Dataset, Date, Dimension, Figure, Indicator, Measure, Missing, Origin, SeriesKey, Source, Value,
};
use crate::words::{Lang, method, number::unit_words, period, symbol};
use std::fmt::{self, Write};

/// What the rows of a series have in common.
pub(super) struct Series<'d> {
    dataset: &'d Dataset,
    lang: Lang,
    indicator: &'d Indicator,
    area: &'d Area,
    measure: &'d Measure,
    /// Whether the target is this series': that of the focus area, for the whole.
    has_target: bool,
    topic: &'d str,
    measure_name: String,
    unit: String,
    /// The name and the id of the category of each of the indicator's breakdowns.
    categories: Vec<(String, &'d str)>,
    source: String,
}

impl<'d> Series<'d> {
    pub(super) fn new(dataset: &'d Dataset, lang: Lang, indicator: &'d Indicator, key: SeriesKey) -> Option<Self> {
        let measure = indicator.measures.get(usize::from(key.measure.0))?;
        let mut measure_name = String::new();
        if !measure.id.is_empty() {
            let names = indicator.measures.iter().map(|measure| measure.name.as_str());
            measure_name = distinct(&measure.name, &measure.id, names);
        }
        let mut categories = Vec::new();
        for (dimension, category) in indicator.dimensions.iter().zip(indicator.categories_of(key.cell)) {
            categories.push(category_of(dimension, usize::from(category.0)).unwrap_or_default());
        }
        Some(Self {
            dataset,
            lang,
            indicator,
            area: dataset.area(key.area)?,
            measure,
            has_target: key.area == dataset.focus() && key.cell == indicator.total_cell(),
            topic: dataset.topics.get(usize::from(indicator.topic.0)).map_or("", |topic| &topic.name),
            measure_name,
            unit: unit_words(lang, &measure.unit),
            categories,
            source: indicator.source.as_ref().map(Source::words).unwrap_or_default(),
        })
    }

    pub(super) fn write(
        &self,
        columns: &[Column],
        position: usize,
        figure: &Figure<'_>,
        to: &mut dyn Write,
    ) -> fmt::Result {
        let mut row = Row::new(to);
        for column in columns {
            self.cell(&column.content, position, figure, &mut row)?;
        }
        row.end()
    }

    fn cell(&self, content: &Content, position: usize, figure: &Figure<'_>, row: &mut Row<'_>) -> fmt::Result {
        let number = |number| self.measure.unit.published(number);
        let named = self.indicator.periods.get(position);
        let missing = match figure.value {
            Value::Number(_) => None,
            Value::Missing(missing) => Some(missing),
        };
        let url = self.indicator.source.as_ref().and_then(|source| source.url.as_deref());
        let made;
        row.text(match content {
            Content::Value => return row.number(figure.number().map(number)),
            Content::Lower => return row.number(figure.limits.map(|limits| number(limits.lower))),
            Content::Upper => return row.number(figure.limits.map(|limits| number(limits.upper))),
            Content::Target => {
                let target = self.measure.target.as_ref().filter(|_| self.has_target);
                return row.number(target.and_then(|target| target.at(position)).map(number));
            }
            Content::AreaCode => &self.area.id,
            Content::AreaName => &self.area.name,
            Content::Topic => self.topic,
            Content::IndicatorId => &self.indicator.id,
            Content::Indicator => &self.indicator.name,
            Content::MeasureId => &self.measure.id,
            Content::Measure => &self.measure_name,
            Content::Unit => &self.unit,
            Content::Breakdown(id) => self.category(id).0,
            Content::BreakdownId(id) => self.category(id).1,
            Content::Symbol => match missing {
                None | Some(Missing::NotPublished) => "",
                Some(missing) => missing.symbol(),
            },
            Content::Remark => figure.remark.unwrap_or_default(),
            Content::Source => &self.source,
            Content::SourceUrl => url.unwrap_or_default(),
            Content::Licence => self.dataset.licence.as_deref().unwrap_or_default(),
            Content::Publication => &self.dataset.title,
            Content::Publisher => &self.dataset.publisher.name,
            Content::Period
            | Content::PeriodLabel
            | Content::Status
            | Content::Meaning
            | Content::Method
            | Content::Published
            | Content::Modified => {
                made = match content {
                    Content::Period => named.map(|named| named.period.to_string()).unwrap_or_default(),
                    Content::PeriodLabel => named.map(|named| period::named(self.lang, named)).unwrap_or_default(),
                    Content::Status => letters(figure),
                    Content::Meaning => meaning(self.lang, missing, figure),
                    Content::Method => self.method(figure),
                    Content::Published => day(self.dataset.published),
                    _ => day(self.dataset.modified),
                };
                &made
            }
        })
    }

    fn category(&self, dimension: &str) -> (&str, &str) {
        let mut of = self.indicator.dimensions.iter().zip(&self.categories);
        of.find(|(of, _)| of.id == dimension).map_or(("", ""), |(_, (name, id))| (name, id))
    }

    /// `median, 9 of 10 members; DfE statistical neighbour model, 2021`
    fn method(&self, figure: &Figure<'_>) -> String {
        let AreaRole::Group { method, model, year, .. } = &self.area.role else { return String::new() };
        let mut said = match figure.origin {
            Origin::Computed { method, contributing, members } => {
                method::of_members(self.lang, method, [contributing, members])
            }
            Origin::Published => method::word(self.lang, *method).to_owned(),
        };
        let model = method::model(model.as_deref(), *year);
        if !model.is_empty() {
            said.push_str("; ");
            said.push_str(&model);
        }
        said
    }
}

fn day(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn letters(figure: &Figure<'_>) -> String {
    let mut letters = String::new();
    for mark in figure.marks.iter() {
        letters.push_str(mark.letter());
    }
    letters
}

/// What symbol and status say, in words: `confidential`, `provisional; estimated`.
fn meaning(lang: Lang, missing: Option<Missing>, figure: &Figure<'_>) -> String {
    let mut said = missing.map(|missing| symbol::reason(lang, missing)).unwrap_or_default().to_owned();
    for mark in figure.marks.iter() {
        if !said.is_empty() {
            said.push_str("; ");
        }
        said.push_str(symbol::mark(lang, mark));
    }
    said
}

/// The name and the id.
fn category_of(dimension: &Dimension, position: usize) -> Option<(String, &str)> {
    let of = dimension.categories.get(position)?;
    let names = dimension.categories.iter().map(|category| category.name.as_str());
    Some((distinct(&of.name, &of.id, names), &of.id))
}

/// The name; with the id where another has the same name, so that rows can be told apart.
fn distinct<'n>(name: &str, id: &str, names: impl Iterator<Item = &'n str>) -> String {
    let is_repeated = names.filter(|other| *other == name).nth(1).is_some();
    if is_repeated { [name, " (", id, ")"].concat() } else { name.to_owned() }
}
