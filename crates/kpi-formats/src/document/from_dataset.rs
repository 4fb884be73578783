use super::{
    Along, Area, ByPeriod, Category, Cell, Dimension, Document, Indicator, Measure, Publisher, Role, Series, Topic,
};
use kpi_core::model::{self, AreaRole, CategoryIx, Dataset, Figure, Period, SeriesKey};

impl From<&Dataset> for Document {
    fn from(dataset: &Dataset) -> Self {
        let publisher = Publisher { name: dataset.publisher.name.clone(), url: dataset.publisher.url.clone() };
        // The reader lists indicators without a topic under one of its own, which has no id.
        let topics = dataset.topics.iter().filter(|topic| !topic.id.is_empty());
        Self {
            kpi: Self::VERSION,
            title: dataset.title.clone(),
            publisher,
            language: None,
            licence: dataset.licence.clone(),
            notes: dataset.notes.clone(),
            areas: dataset.areas.iter().map(area).collect(),
            topics: topics.map(|topic| Topic { id: topic.id.clone(), name: topic.name.clone() }).collect(),
            indicators: dataset.indicators.iter().map(|from| indicator(dataset, from)).collect(),
        }
    }
}

fn area(from: &model::Area) -> Area {
    let area = Area { id: from.id.clone(), name: from.name.clone(), ..Area::default() };
    match &from.role {
        AreaRole::Focus => Area { role: Some(Role::Focus), ..area },
        AreaRole::Place => area,
        AreaRole::Group { method, model } => Area { method: Some(*method), model: model.clone(), ..area },
    }
}

fn indicator(dataset: &Dataset, from: &model::Indicator) -> Indicator {
    let topic = dataset.topics.get(usize::from(from.topic.0)).map(|topic| topic.id.clone());
    // A measure without an id stands for the indicator itself.
    let (whole, measures): (Vec<_>, Vec<_>) = from.measures.iter().partition(|measure| measure.id.is_empty());
    Indicator {
        id: from.id.clone(),
        topic: topic.filter(|id| !id.is_empty()),
        name: from.name.clone(),
        unit: whole.first().map(|measure| measure.unit.clone()),
        polarity: from.polarity,
        definition: from.definition.clone(),
        source: from.source.clone(),
        notes: from.notes.clone(),
        target: None,
        tolerance: None,
        periods: from.periods.clone(),
        measures: measures.into_iter().map(measure).collect(),
        dimensions: from.dimensions.iter().map(dimension).collect(),
        series: from.cube.keys().iter().filter_map(|key| series(dataset, from, *key)).collect(),
        data: None,
        hash: None,
    }
}

fn measure(from: &model::Measure) -> Measure {
    let model::Measure { id, name, role, unit } = from.clone();
    Measure { id, name, role, unit: Some(unit), target: None }
}

fn dimension(from: &model::Dimension) -> Dimension {
    let category = |from: &model::Category| {
        let model::Category { id, name, total } = from.clone();
        Category { id, name, parent: None, total }
    };
    Dimension {
        id: from.id.clone(),
        name: from.name.clone(),
        categories: from.categories.iter().map(category).collect(),
    }
}

fn series(dataset: &Dataset, indicator: &model::Indicator, key: SeriesKey) -> Option<Series> {
    let row = indicator.cube.row(key)?;
    let figures = || indicator.periods.iter().map(|named| named.period).zip(row.figures());
    let measure = indicator.measures.get(usize::from(key.measure.0))?;
    let status = |(period, figure): (Period, Figure<'_>)| {
        let letters: String = figure.marks.iter().map(model::Mark::letter).collect();
        (!letters.is_empty()).then_some((period, letters))
    };
    Some(Series {
        area: dataset.area(key.area)?.id.clone(),
        measure: (!measure.id.is_empty()).then(|| measure.id.clone()),
        at: at(indicator, key.cell),
        values: Along::shorter(
            figures().map(|(period, figure)| (period, Cell(figure.value))).collect(),
            Cell::is_empty,
        ),
        lower: None,
        upper: None,
        status: ByPeriod(figures().filter_map(status).collect()),
        remarks: ByPeriod(figures().filter_map(|(period, figure)| Some((period, figure.remark?.to_owned()))).collect()),
        previous: ByPeriod::default(),
    })
}

/// The category of each dimension.
fn at(indicator: &model::Indicator, cell: u32) -> Vec<(String, String)> {
    let name = |(dimension, category): (&model::Dimension, CategoryIx)| {
        let category = dimension.categories.get(usize::from(category.0))?;
        Some((dimension.id.clone(), category.id.clone()))
    };
    indicator.dimensions.iter().zip(unpacked(indicator, cell)).filter_map(name).collect()
}

/// The inverse of [`model::Indicator::cell`].
pub(crate) fn unpacked(indicator: &model::Indicator, mut cell: u32) -> Vec<CategoryIx> {
    let mut categories = Vec::with_capacity(indicator.dimensions.len());
    for dimension in indicator.dimensions.iter().rev() {
        let size = u32::try_from(dimension.categories.len()).unwrap_or(u32::MAX).max(1);
        categories.push(CategoryIx(u16::try_from(cell % size).unwrap_or_default()));
        cell /= size;
    }
    categories.reverse();
    categories
}
