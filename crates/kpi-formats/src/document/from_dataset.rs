use super::{
    Along, Area, ByPeriod, Category, Cell, Dimension, Document, Earlier, Indicator, Measure, Number, Publisher, Role,
    Series, Target, Topic,
};
use kpi_core::model::{self, AreaRole, CategoryIx, Dataset, Figure, Limits, Period, SeriesKey};

impl From<&Dataset> for Document {
    fn from(dataset: &Dataset) -> Self {
        let publisher = Publisher { name: dataset.publisher.name.clone(), url: dataset.publisher.url.clone() };
        // The reader lists indicators without a topic under one of its own, which has no id.
        let topics = dataset.topics.iter().filter(|topic| !topic.id.is_empty());
        Self {
            kpi: Self::VERSION,
            title: dataset.title.clone(),
            publisher,
            language: dataset.language.clone(),
            licence: dataset.licence.clone(),
            published: dataset.published.map(|date| date.to_string()),
            modified: dataset.modified.map(|date| date.to_string()),
            notes: dataset.notes.clone(),
            areas: dataset.areas.iter().map(|from| area(dataset, from)).collect(),
            topics: topics.map(|topic| Topic { id: topic.id.clone(), name: topic.name.clone() }).collect(),
            indicators: dataset.indicators.iter().map(|from| Build { dataset, from }.indicator()).collect(),
        }
    }
}

fn area(dataset: &Dataset, from: &model::Area) -> Area {
    let area = Area { id: from.id.clone(), name: from.name.clone(), ..Area::default() };
    match &from.role {
        AreaRole::Focus => Area { role: Some(Role::Focus), ..area },
        AreaRole::Place => area,
        AreaRole::Group { method, model, year, members } => {
            let members = members.iter().filter_map(|member| Some(dataset.area(*member)?.id.clone())).collect();
            Area { method: Some(*method), model: model.clone(), year: *year, members, ..area }
        }
    }
}

struct Build<'d> {
    dataset: &'d Dataset,
    from: &'d model::Indicator,
}

impl Build<'_> {
    fn indicator(&self) -> Indicator {
        let from = self.from;
        let topic = self.dataset.topics.get(usize::from(from.topic.0)).map(|topic| topic.id.clone());
        // A measure without an id stands for the indicator itself.
        let (whole, measures): (Vec<_>, Vec<_>) = from.measures.iter().partition(|measure| measure.id.is_empty());
        let whole = whole.first();
        Indicator {
            id: from.id.clone(),
            topic: topic.filter(|id| !id.is_empty()),
            name: from.name.clone(),
            unit: whole.map(|measure| measure.unit.clone()),
            polarity: from.polarity,
            definition: from.definition.clone(),
            source: from.source.clone(),
            notes: from.notes.clone(),
            keywords: from.keywords.clone(),
            target: whole.and_then(|measure| self.target(measure)),
            tolerance: from.tolerance.map(Number),
            periods: self.order().filter_map(|position| from.periods.get(position).cloned()).collect(),
            measures: measures.into_iter().map(|measure| self.measure(measure)).collect(),
            dimensions: from.dimensions.iter().map(dimension).collect(),
            series: from.cube.keys().iter().filter_map(|key| self.series(*key)).collect(),
            data: from.data.as_ref().map(|data| data.path.clone()),
            hash: from.data.as_ref().and_then(|data| data.hash.clone()),
        }
    }

    /// The positions of the periods in the order in which they are written: that of time, unless the lists of values in a
    /// file of its own follow another.
    fn order(&self) -> impl Iterator<Item = usize> {
        let given = self.from.data.as_ref().map(|data| data.order.as_slice());
        let in_time = given.is_none().then_some(0..self.from.periods.len());
        given.unwrap_or_default().iter().copied().chain(in_time.into_iter().flatten())
    }

    fn measure(&self, from: &model::Measure) -> Measure {
        let model::Measure { id, name, role, unit, target: _ } = from.clone();
        Measure { id, name, role, unit: Some(unit), target: self.target(from) }
    }

    fn target(&self, measure: &model::Measure) -> Option<Target> {
        match measure.target.as_ref()? {
            model::Target::Always(target) => Some(Target::Always(Number(*target))),
            model::Target::ByPeriod(targets) => {
                let mut sorted = targets.clone();
                sorted.sort_by_key(|(position, _)| *position);
                let named = |(position, target): (usize, model::Decimal)| {
                    Some((self.from.periods.get(position)?.period, Number(target)))
                };
                Some(Target::ByPeriod(ByPeriod(sorted.into_iter().filter_map(named).collect())))
            }
        }
    }

    fn series(&self, key: SeriesKey) -> Option<Series> {
        let row = self.from.cube.row(key)?;
        let figures: Vec<(Period, Figure<'_>)> = self
            .order()
            .filter_map(|position| Some((self.from.periods.get(position)?.period, row.figure(position)?)))
            .collect();
        let measure = self.from.measures.get(usize::from(key.measure.0))?;
        let values = figures.iter().map(|(period, figure)| (*period, Cell(figure.value))).collect();
        Some(Series {
            area: self.dataset.area(key.area)?.id.clone(),
            measure: (!measure.id.is_empty()).then(|| measure.id.clone()),
            at: at(self.from, key.cell),
            values: Along::shorter(values, Cell::is_empty),
            lower: limits(&figures, |limits| limits.lower),
            upper: limits(&figures, |limits| limits.upper),
            status: by_period(&figures, |figure| {
                let letters: String = figure.marks.iter().map(model::Mark::letter).collect();
                (!letters.is_empty()).then_some(letters)
            }),
            remarks: by_period(&figures, |figure| figure.remark.map(str::to_owned)),
            previous: by_period(&figures, |figure| {
                let earlier = figure.earlier.iter().map(|earlier| Earlier {
                    value: Cell(earlier.value),
                    published: earlier.published.map(|date| date.to_string()),
                });
                (!figure.earlier.is_empty()).then(|| earlier.collect())
            }),
        })
    }
}

fn dimension(from: &model::Dimension) -> Dimension {
    let category = |category: &model::Category| {
        let parent = category.parent.and_then(|parent| from.categories.get(usize::from(parent.0)));
        Category {
            id: category.id.clone(),
            name: category.name.clone(),
            parent: parent.map(|parent| parent.id.clone()),
            total: category.total,
        }
    };
    Dimension {
        id: from.id.clone(),
        name: from.name.clone(),
        categories: from.categories.iter().map(category).collect(),
    }
}

fn limits(figures: &[(Period, Figure<'_>)], which: fn(Limits) -> model::Decimal) -> Option<Along<Option<Number>>> {
    let limit = |(period, figure): &(Period, Figure<'_>)| (*period, figure.limits.map(which).map(Number));
    let limits: Vec<_> = figures.iter().map(limit).collect();
    limits.iter().any(|(_, limit)| limit.is_some()).then(|| Along::shorter(limits, Option::is_none))
}

fn by_period<T>(figures: &[(Period, Figure<'_>)], pick: impl Fn(&Figure<'_>) -> Option<T>) -> ByPeriod<T> {
    ByPeriod(figures.iter().filter_map(|(period, figure)| Some((*period, pick(figure)?))).collect())
}

/// The category of each dimension.
fn at(indicator: &model::Indicator, cell: u32) -> Vec<(String, String)> {
    let name = |(dimension, category): (&model::Dimension, CategoryIx)| {
        let category = dimension.categories.get(usize::from(category.0))?;
        Some((dimension.id.clone(), category.id.clone()))
    };
    indicator.dimensions.iter().zip(indicator.categories_of(cell)).filter_map(name).collect()
}
