//! What a reader asks for, and the rules by which figures are picked and compared.

mod compare;
pub mod fragment;

pub use compare::{Change, Difference, Verdict};

use crate::model::{Area, AreaIx, Dataset, Figure, Indicator, IndicatorIx, MeasureIx, NamedPeriod, Period, Value};

/// The comparators that are chosen at first when a publication has more.
const FIRST_COMPARATORS: usize = 4;

/// Everything that a reader has chosen; what is on the page follows from it and the dataset alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Which page.
    pub view: View,
    /// One of [`Dataset::filter_periods`]; `None` where there are none.
    pub period: Option<Period>,
    /// What to compare with.
    pub compare: Compare,
}

/// Which page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// All indicators.
    Overview,
    /// One indicator.
    Indicator {
        /// Which one.
        indicator: IndicatorIx,
        /// Which of its measures the chart shows.
        measure: MeasureIx,
    },
}

/// What to compare with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compare {
    /// The period before.
    pub previous: bool,
    /// Other areas, sorted.
    areas: Vec<AreaIx>,
}

impl Compare {
    /// With the period before, or not, and with these areas.
    #[must_use]
    pub fn new(previous: bool, mut areas: Vec<AreaIx>) -> Self {
        areas.sort_unstable();
        areas.dedup();
        Self { previous, areas }
    }

    /// Whether an area is chosen.
    #[must_use]
    pub fn has(&self, area: AreaIx) -> bool {
        self.areas.binary_search(&area).is_ok()
    }

    /// The chosen areas, in the order of the publication.
    #[must_use]
    pub fn areas(&self) -> &[AreaIx] {
        &self.areas
    }

    /// The same choice with an area added, or taken away if it was there.
    #[must_use]
    pub fn toggled(&self, area: AreaIx) -> Self {
        let mut areas = self.areas.clone();
        match areas.binary_search(&area) {
            Ok(at) => {
                areas.remove(at);
            }
            Err(at) => areas.insert(at, area),
        }
        Self { areas, ..*self }
    }
}

impl Query {
    /// What is shown before anybody chooses: the overview, the latest period, the period before and the publication's
    /// first comparators.
    #[must_use]
    pub fn initial(dataset: &Dataset) -> Self {
        let areas = dataset.comparators().map(|(ix, _)| ix).take(FIRST_COMPARATORS).collect();
        Self {
            view: View::Overview,
            period: dataset.filter_periods.last().copied(),
            compare: Compare::new(true, areas),
        }
    }

    /// The comparators that are chosen, with their position among all comparators of the publication: an area is
    /// drawn the same way whatever else is chosen.
    pub fn comparators<'d>(&self, dataset: &'d Dataset) -> std::vec::IntoIter<(usize, AreaIx, &'d Area)> {
        let mut chosen = Vec::new();
        for (position, (ix, area)) in dataset.comparators().enumerate() {
            if self.compare.has(ix) {
                chosen.push((position, ix, area));
            }
        }
        chosen.into_iter()
    }
}

/// The period of an indicator that answers to the chosen one, as its position.
///
/// An indicator that has periods of the chosen kind answers with exactly the chosen one or not at all. Any other
/// answers with the latest period that starts on or before the chosen one's end; an undated figure always answers.
#[must_use]
pub fn answering_period(indicator: &Indicator, chosen: Option<Period>) -> Option<usize> {
    let Some(chosen) = chosen else { return indicator.periods.len().checked_sub(1) };
    if indicator.periods.iter().any(|named| named.period.kind() == chosen.kind()) {
        return indicator.period_position(chosen);
    }
    let end = chosen.end();
    indicator.periods.iter().rposition(|named| named.period.start() <= end)
}

/// One area's figures of one measure, seen from one period.
#[derive(Clone, Copy, Debug)]
pub struct Sight<'d> {
    /// The indicator.
    pub indicator: &'d Indicator,
    /// The area.
    pub area: AreaIx,
    /// The measure.
    pub measure: MeasureIx,
    /// The position of the period.
    pub position: usize,
}

impl<'d> Sight<'d> {
    /// The period.
    #[must_use]
    pub fn period(&self) -> Option<&'d NamedPeriod> {
        self.indicator.periods.get(self.position)
    }

    /// The figure, at the totals of all dimensions; `None` where the area has no figures of this indicator.
    #[must_use]
    pub fn figure(&self) -> Option<Figure<'d>> {
        self.indicator.series(self.area, self.measure)?.figure(self.position)
    }

    /// The same sight of another area.
    #[must_use]
    pub fn of(self, area: AreaIx) -> Self {
        Self { area, ..self }
    }

    /// The sight of the period of the same kind just before; `None` where the indicator has no such period.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        let previous = self.period()?.period.previous()?;
        Some(Self { position: self.indicator.period_position(previous)?, ..self })
    }

    /// What changed since the period before, where both are numbers and no break in the series lies between.
    #[must_use]
    pub fn change(self) -> Option<Change<'d>> {
        let before = self.before()?;
        Change::between(before.period()?, &before.published()?, &self.published()?, self.indicator.polarity)
    }

    /// How this figure stands to another area's in the same period, where both are numbers.
    #[must_use]
    pub fn against(self, area: AreaIx) -> Option<Difference> {
        let (own, other) = (self.published()?.number()?, self.of(area).published()?.number()?);
        Some(Difference::between(own, other, self.indicator.polarity))
    }

    /// The figure at the decimals of its unit.
    fn published(self) -> Option<Figure<'d>> {
        let (figure, measure) = (self.figure()?, self.indicator.measure(self.measure)?);
        let value = match figure.value {
            Value::Number(number) => Value::Number(measure.unit.published(number)),
            missing @ Value::Missing(_) => missing,
        };
        Some(Figure { value, ..figure })
    }
}
