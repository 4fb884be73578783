use super::columns::{Column, Content, columns};
use crate::document::unpacked;
use kpi_core::model::{
    Area, CategoryIx, Dataset, Dimension, Figure, Indicator, Limits, Mark, Measure, Missing, NamedPeriod, SeriesKey,
    Value,
};
use kpi_core::words::{Lang, number::unit_words, period};
use std::borrow::Cow;
use std::io::Write;

/// Whether a byte order mark stands first, by which older spreadsheets know UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bom {
    /// It does.
    With,
    /// It does not.
    Without,
}

/// Writes all figures as CSV: UTF-8, commas, lines end with CR LF as RFC 4180 has it.
///
/// # Errors
///
/// Those of `to`.
pub fn write_csv(dataset: &Dataset, mut to: impl Write, bom: Bom) -> Result<(), csv::Error> {
    if bom == Bom::With {
        to.write_all("\u{FEFF}".as_bytes())?;
    }
    let columns = columns(dataset);
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(to);
    table.write_record(columns.iter().map(|column| column.heading.as_str()))?;
    for indicator in &dataset.indicators {
        for key in indicator.figures().keys() {
            let Some(series) = Series::of(dataset, indicator, *key) else { continue };
            let Some(row) = indicator.figures().row(*key) else { continue };
            for (named, figure) in indicator.periods.iter().zip(row.figures()) {
                table.write_record(columns.iter().map(|column| series.cell(column, named, &figure)))?;
            }
        }
    }
    table.flush()?;
    Ok(())
}

/// What the rows of a series have in common.
struct Series<'d> {
    area: &'d Area,
    topic: &'d str,
    indicator: &'d Indicator,
    measure: &'d Measure,
    /// Empty where the indicator has one measure without a name.
    measure_name: String,
    unit: String,
    /// The category, and its id, of each of the indicator's breakdowns.
    categories: Vec<(String, &'d str)>,
}

impl<'d> Series<'d> {
    fn of(dataset: &'d Dataset, indicator: &'d Indicator, key: SeriesKey) -> Option<Self> {
        let measure = indicator.measures.get(usize::from(key.measure.0))?;
        let names = indicator.measures.iter().map(|measure| measure.name.as_str());
        Some(Self {
            area: dataset.area(key.area)?,
            topic: dataset.topics.get(usize::from(indicator.topic.0)).map_or("", |topic| &topic.name),
            indicator,
            measure,
            measure_name: if measure.id.is_empty() {
                String::new()
            } else {
                distinct(&measure.name, &measure.id, names)
            },
            unit: unit_words(Lang::En, &measure.unit),
            categories: (indicator.dimensions.iter().zip(unpacked(indicator, key.cell)))
                .map(|(dimension, category)| name(dimension, category).unwrap_or_default())
                .collect(),
        })
    }

    fn cell(&self, column: &Column, named: &NamedPeriod, figure: &Figure<'_>) -> String {
        let number = |number| self.measure.unit.published(number).to_string();
        let limit = |which: fn(Limits) -> kpi_core::model::Decimal| figure.limits.map(|limits| number(which(limits)));
        let text: Cow<'_, str> = match &column.content {
            Content::Value => return figure.number().map(number).unwrap_or_default(),
            Content::Lower => return limit(|limits| limits.lower).unwrap_or_default(),
            Content::Upper => return limit(|limits| limits.upper).unwrap_or_default(),
            Content::AreaCode => Cow::from(&self.area.id),
            Content::AreaName => Cow::from(&self.area.name),
            Content::Period => named.period.to_string().into(),
            Content::PeriodLabel => period::named(Lang::En, named).into(),
            Content::Topic => self.topic.into(),
            Content::IndicatorId => Cow::from(&self.indicator.id),
            Content::Indicator => Cow::from(&self.indicator.name),
            Content::MeasureId => Cow::from(&self.measure.id),
            Content::Measure => Cow::from(&self.measure_name),
            Content::Unit => Cow::from(&self.unit),
            Content::Breakdown(id) => self.category(id).0.into(),
            Content::BreakdownId(id) => self.category(id).1.into(),
            Content::Symbol => match figure.value {
                Value::Number(_) | Value::Missing(Missing::NotPublished) => "".into(),
                Value::Missing(reason) => reason.symbol().into(),
            },
            Content::Status => figure.marks.iter().map(Mark::letter).collect::<String>().into(),
            Content::Remark => figure.remark.unwrap_or_default().into(),
        };
        harmless(&text)
    }

    fn category(&self, dimension: &str) -> (&str, &str) {
        let mut of = self.indicator.dimensions.iter().zip(&self.categories);
        of.find(|(of, _)| of.id == dimension).map_or(("", ""), |(_, (name, id))| (name, id))
    }
}

/// The name and the id.
fn name(dimension: &Dimension, category: CategoryIx) -> Option<(String, &str)> {
    let of = dimension.categories.get(usize::from(category.0))?;
    let names = dimension.categories.iter().map(|category| category.name.as_str());
    Some((distinct(&of.name, &of.id, names), &of.id))
}

/// The name; with the id where another has the same name, so that rows can be told apart.
fn distinct<'n>(name: &str, id: &str, mut names: impl Iterator<Item = &'n str>) -> String {
    let is_same = |other: &str| other == name;
    let repeated = names.any(is_same) && names.any(is_same);
    if repeated { format!("{name} ({id})") } else { name.to_owned() }
}

/// The text, with an apostrophe before it where a spreadsheet would take it for a formula.
pub(super) fn harmless(text: &str) -> String {
    const BEGINNINGS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.starts_with(BEGINNINGS) { format!("'{text}") } else { text.to_owned() }
}
