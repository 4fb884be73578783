use super::finding::{Finding, Place};
use super::kind::Kind;
use crate::model::{Dataset, Decimal, Indicator, IndicatorIx, Measure, SeriesKey, SeriesRow, Value};
use crate::words::{Lang, number};
use std::collections::BTreeSet;

/// Collects what the rules find.
pub(super) struct Log<'d> {
    pub(super) dataset: &'d Dataset,
    pub(super) found: Vec<Finding>,
    places: BTreeSet<Place>,
}

/// One series, with what it is of.
#[derive(Clone, Copy)]
pub(super) struct Series<'d> {
    pub(super) ix: IndicatorIx,
    pub(super) indicator: &'d Indicator,
    pub(super) measure: &'d Measure,
    pub(super) key: SeriesKey,
    pub(super) row: SeriesRow<'d>,
}

impl<'d> Log<'d> {
    pub(super) const fn new(dataset: &'d Dataset) -> Self {
        Self { dataset, found: Vec::new(), places: BTreeSet::new() }
    }

    pub(super) fn push(&mut self, place: Place, kind: Kind) {
        self.places.insert(place);
        self.found.push(Finding { kind, place, more: 0 });
    }

    pub(super) fn has(&self, place: Place) -> bool {
        self.places.contains(&place)
    }

    /// Every series of the publication.
    pub(super) fn series(&self) -> Vec<Series<'d>> {
        let dataset = self.dataset;
        dataset.indexed_indicators().flat_map(|(ix, indicator)| of(ix, indicator)).collect()
    }
}

/// Every series of an indicator.
pub(super) fn of(ix: IndicatorIx, indicator: &Indicator) -> impl Iterator<Item = Series<'_>> {
    let one = move |key: SeriesKey| {
        let (measure, row) = (indicator.measure(key.measure)?, indicator.row(key)?);
        Some(Series { ix, indicator, measure, key, row })
    };
    indicator.keys().into_iter().filter_map(one)
}

impl Place {
    /// An indicator as a whole.
    pub(super) fn indicator(ix: IndicatorIx) -> Self {
        Self { indicator: Some(ix), ..Self::default() }
    }
}

impl<'d> Series<'d> {
    /// The series as a whole.
    pub(super) fn place(&self) -> Place {
        let SeriesKey { area, measure, cell } = self.key;
        Place { measure: Some(measure), area: Some(area), cell: Some(cell), ..Place::indicator(self.ix) }
    }

    /// One of its figures.
    pub(super) fn place_at(&self, position: usize) -> Place {
        Place { period: self.indicator.periods.get(position).map(|named| named.period), ..self.place() }
    }

    /// A number as written.
    pub(super) fn number(&self, position: usize) -> Option<Decimal> {
        self.row.figure(position)?.number()
    }

    /// The numbers as written, with their positions.
    pub(super) fn numbers(&self) -> Vec<(usize, Decimal)> {
        let figures = self.row.figures().enumerate();
        let number = |(position, value)| match value {
            Value::Number(number) => Some((position, number)),
            Value::Missing(_) => None,
        };
        figures.map(|(position, figure)| (position, figure.value)).filter_map(number).collect()
    }

    /// A number as it is shown.
    pub(super) fn shown(&self, number: Decimal) -> String {
        number::long(Lang::En, number, &self.measure.unit)
    }

    /// The same area and categories of another measure, the first with a role.
    pub(super) fn with_role(&self, role: crate::model::MeasureRole) -> Option<Self> {
        let at = self.indicator.measures.iter().position(|measure| measure.role == role)?;
        let key = SeriesKey { measure: crate::model::MeasureIx(u16::try_from(at).ok()?), ..self.key };
        Some(Self { measure: self.indicator.measures.get(at)?, key, row: self.indicator.row(key)?, ..*self })
    }
}
