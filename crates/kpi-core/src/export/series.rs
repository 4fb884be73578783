use super::columns::{Breakdown, Details};
use super::row::Row;
use crate::model::{
    Area, AreaRole, Dataset, Date, Figure, Indicator, Measure, Method, Missing, Origin, SeriesKey, Source, Value,
};
use crate::sorted::order;
use crate::words::{Lang, method, number::unit_words, period, symbol};

/// What the rows of a series have in common.
pub(super) struct Series<'d> {
    dataset: &'d Dataset,
    lang: Lang,
    indicator: &'d Indicator,
    area: &'d Area,
    measure: &'d Measure,
    /// Whether the target is this series': that of the focus area, for the whole.
    has_target: bool,
    measure_name: String,
    unit: String,
    /// By breakdown of the table the name and the id of the category; empty where the indicator has no such breakdown.
    categories: Vec<(String, &'d str)>,
    source: String,
}

impl<'d> Series<'d> {
    pub(super) fn new(
        dataset: &'d Dataset,
        lang: Lang,
        breakdowns: &[Breakdown],
        names: &Names<'d>,
        key: SeriesKey,
    ) -> Option<Self> {
        let indicator = names.indicator;
        let measure = indicator.measures.get(usize::from(key.measure.0))?;
        let mut categories = vec![(String::new(), ""); breakdowns.len()];
        let of_dimensions = indicator.dimensions.iter().zip(&names.categories);
        for ((dimension, names), category) in of_dimensions.zip(indicator.categories_of(key.cell)) {
            let at = usize::from(category.0);
            let place = breakdowns.iter().position(|breakdown| breakdown.id == dimension.id);
            if let (Some(found), Some(name), Some(place)) =
                (dimension.categories.get(at), names.get(at), place.and_then(|place| categories.get_mut(place)))
            {
                *place = (name.clone(), &found.id);
            }
        }
        Some(Self {
            dataset,
            lang,
            indicator,
            area: dataset.area(key.area)?,
            measure,
            has_target: key.area == dataset.focus() && key.cell == indicator.total_cell(),
            measure_name: names.measures.get(usize::from(key.measure.0)).cloned().unwrap_or_default(),
            unit: unit_words(lang, &measure.unit),
            categories,
            source: indicator.source.as_ref().map(Source::words).unwrap_or_default(),
        })
    }

    /// The cells of a figure, in the order of the columns.
    ///
    /// `method`: by which a group's figure came about, where a reader may have asked for another than the publisher's.
    pub(super) fn write(
        &self,
        row: &mut Row,
        details: Details,
        position: usize,
        figure: &Figure<'_>,
        method: Option<Method>,
    ) {
        let Some(named) = self.indicator.periods.get(position) else { return };
        let number = |number| self.measure.unit.published(number);
        let topic = self.dataset.topics.get(usize::from(self.indicator.topic.0));
        row.text(&self.area.id)
            .text(&self.area.name)
            .text(&named.period.to_string())
            .text(&period::named(self.lang, named))
            .text(topic.map_or("", |topic| &topic.name))
            .text(&self.indicator.id)
            .text(&self.indicator.name)
            .text(&self.measure.id)
            .text(&self.measure_name)
            .text(&self.unit);
        for (name, id) in &self.categories {
            row.text(name).text(id);
        }
        let mut letters = String::new();
        for mark in figure.marks.iter() {
            letters.push_str(mark.letter());
        }
        row.number(figure.number().map(number))
            .text(match figure.value {
                Value::Number(_) | Value::Missing(Missing::NotPublished) => "",
                Value::Missing(missing) => missing.symbol(),
            })
            .number(figure.limits.map(|limits| number(limits.lower)))
            .number(figure.limits.map(|limits| number(limits.upper)))
            .text(&letters)
            .text(figure.remark.unwrap_or_default());
        if details == Details::Beside {
            return;
        }
        let target = self.measure.target.as_ref().filter(|_| self.has_target);
        let url = self.indicator.source.as_ref().and_then(|source| source.url.as_deref());
        row.text(&self.meaning(figure))
            .number(target.and_then(|target| target.at(position)).map(number))
            .text(&self.method(figure, method))
            .text(&self.source)
            .text(url.unwrap_or_default())
            .text(self.dataset.licence.as_deref().unwrap_or_default())
            .text(&self.dataset.title)
            .text(&self.dataset.publisher.name)
            .text(&day(self.dataset.published))
            .text(&day(self.dataset.modified));
    }

    /// What symbol and status say, in words: `confidential`, `provisional; estimated`.
    fn meaning(&self, figure: &Figure<'_>) -> String {
        symbol::meaning(self.lang, figure, "; ")
    }

    /// `median, 9 of 10 members; DfE statistical neighbour model, 2021`
    fn method(&self, figure: &Figure<'_>, shown: Option<Method>) -> String {
        let AreaRole::Group { method: declared, model, year, .. } = &self.area.role else { return String::new() };
        let mut said = match figure.origin {
            Origin::Computed { method, contributing, members } => {
                method::of_members(self.lang, method, [contributing, members])
            }
            Origin::Published => method::word(self.lang, shown.unwrap_or(*declared)).to_owned(),
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

/// What the measures and categories of an indicator are called, found once for all of its series.
pub(super) struct Names<'d> {
    pub(super) indicator: &'d Indicator,
    measures: Vec<String>,
    /// By breakdown.
    categories: Vec<Vec<String>>,
}

impl<'d> Names<'d> {
    pub(super) fn new(indicator: &'d Indicator) -> Self {
        let measures = indicator.measures.iter().map(|measure| (measure.name.as_str(), measure.id.as_str()));
        let mut categories = Vec::new();
        for dimension in &indicator.dimensions {
            let all = dimension.categories.iter().map(|category| (category.name.as_str(), category.id.as_str()));
            categories.push(distinct(all.collect()));
        }
        Self { indicator, measures: distinct(measures.collect()), categories }
    }
}

/// Names; with the id where another has the same name, so that rows can be told apart. What has no id is not named.
fn distinct(all: Vec<(&str, &str)>) -> Vec<String> {
    let name = |at: usize| all.get(at).map(|(name, _)| *name);
    let order = order(all.len(), &|one, other| name(one) < name(other));
    let mut is_repeated = vec![false; all.len()];
    for pair in order.windows(2) {
        for at in pair {
            if let (Some(is_repeated), [one, other]) = (is_repeated.get_mut(*at), pair) {
                *is_repeated |= name(*one) == name(*other);
            }
        }
    }
    let said = |((name, id), is_repeated): (&(&str, &str), bool)| match id.is_empty() {
        true => String::new(),
        false if is_repeated => [*name, " (", id, ")"].concat(),
        false => (*name).to_owned(),
    };
    all.iter().zip(is_repeated).map(said).collect()
}
