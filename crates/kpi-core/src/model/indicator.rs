use std::cell::OnceCell;

use super::{AreaIx, Cube, Decimal, Figure, Period, SeriesKey, SeriesRow, TopicIx, Unit};

/// Position of an indicator in [`super::Dataset::indicators`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorIx(pub u16);

/// Position of a measure in [`Indicator::measures`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureIx(pub u16);

/// Position of a category in [`Dimension::categories`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CategoryIx(pub u16);

/// One performance indicator with all its figures.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Short and stable: it stands in links.
    pub id: String,
    /// The name as shown.
    pub name: String,
    /// Where it is listed.
    pub topic: TopicIx,
    /// Which direction is better.
    pub polarity: Polarity,
    /// What exactly is counted.
    pub definition: Option<String>,
    /// Who published the figures, and where.
    pub source: Option<Source>,
    /// What a reader has to know besides.
    pub notes: Vec<String>,
    /// Other words by which a reader may look for it; they are not shown.
    pub keywords: Vec<String>,
    /// In order of time, each once.
    pub periods: Vec<NamedPeriod>,
    /// At least one; an indicator without measures of its own has one that bears its name.
    pub measures: Vec<Measure>,
    /// Breakdowns: service area, age band, sex, ...; often none.
    pub dimensions: Vec<Dimension>,
    /// A difference no larger than this is no difference that matters, in the unit of the measure compared.
    pub tolerance: Option<Decimal>,
    /// The figures of the publication itself; all of them, or those that a first look needs where [`Indicator::data`]
    /// names a file of its own. Whoever wants what is known asks [`Indicator::row`].
    pub cube: Cube,
    /// The file of this indicator's figures, where they are too many for a first look.
    pub data: Option<DataFile>,
}

/// A file with all figures of one indicator.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// Relative to the publication, never above its folder: "indicators/outturn.json".
    pub path: String,
    /// What its bytes must add up to, as an integrity attribute writes it: "sha256-...".
    pub hash: Option<String>,
    /// The position among the periods of each value in a list of values: the order in which the publication has them.
    pub order: Vec<usize>,
    /// The figures, once the file has come. The one thing of a publication that is not there from the beginning: it comes
    /// once, and a copy of all the rest for its sake would cost more than it.
    pub figures: OnceCell<Cube>,
}

impl Indicator {
    /// The figures of the file of its own where it has come, else those of the publication. The publication may have series
    /// that the file lacks: whoever wants all of them goes by [`Indicator::keys`] and [`Indicator::row`].
    #[must_use]
    pub fn figures(&self) -> &Cube {
        self.data.as_ref().and_then(|data| data.figures.get()).unwrap_or(&self.cube)
    }

    /// A series: of the file of its own, or of the publication where that has it alone.
    #[must_use]
    pub fn row(&self, key: SeriesKey) -> Option<SeriesRow<'_>> {
        self.figures().row(key).or_else(|| self.cube.row(key))
    }

    /// What there are series of, of the publication and of the file of its own, sorted, each once.
    #[must_use]
    pub fn keys(&self) -> Vec<SeriesKey> {
        let (mut keys, mut rest) = (Vec::new(), self.figures().keys());
        for own in self.cube.keys() {
            let (before, behind) = rest.split_at_checked(rest.partition_point(|key| key < own)).unwrap_or_default();
            keys.extend_from_slice(before);
            keys.push(*own);
            rest = behind.strip_prefix(&[*own]).unwrap_or(behind);
        }
        keys.extend_from_slice(rest);
        keys
    }

    /// The file whose figures are not here yet.
    #[must_use]
    pub fn lacks(&self) -> Option<&DataFile> {
        self.data.as_ref().filter(|data| data.figures.get().is_none())
    }

    /// The first measure that has a role.
    #[must_use]
    pub fn measure_with(&self, role: MeasureRole) -> Option<(MeasureIx, &Measure)> {
        (0..).map(MeasureIx).zip(&self.measures).find(|(_, measure)| measure.role == role)
    }

    /// Where a period stands in [`Indicator::periods`].
    #[must_use]
    pub fn period_position(&self, period: Period) -> Option<usize> {
        self.periods.binary_search_by(|named| named.period.cmp(&period)).ok()
    }

    /// The series of an area at the totals of all dimensions (the first category where no total is declared).
    #[must_use]
    pub fn series(&self, area: AreaIx, measure: MeasureIx) -> Option<SeriesRow<'_>> {
        self.row(SeriesKey { area, measure, cell: self.total_cell() })
    }

    /// Whether an area has any series, published and not computed.
    #[must_use]
    pub fn has_area(&self, area: AreaIx) -> bool {
        [self.figures(), &self.cube].iter().any(|cube| cube.has_area(area))
    }

    /// Whether an area has any series of a measure, at the totals or at any other category.
    #[must_use]
    pub fn has_series(&self, area: AreaIx, measure: MeasureIx) -> bool {
        [self.figures(), &self.cube].iter().any(|cube| {
            let first = cube.keys().partition_point(|key| (key.area, key.measure) < (area, measure));
            cube.keys().get(first).is_some_and(|key| (key.area, key.measure) == (area, measure))
        })
    }

    /// The figure of an area in a period, at the totals of all dimensions.
    #[must_use]
    pub fn figure(&self, area: AreaIx, measure: MeasureIx, period: Period) -> Option<Figure<'_>> {
        self.series(area, measure)?.figure(self.period_position(period)?)
    }

    /// The categories that [`Indicator::series`] is of for want of a total. A figure of theirs is not one of the whole
    /// indicator, and a reader has to be told.
    pub fn parts_for_want_of_a_total(&self) -> impl Iterator<Item = &Category> {
        let lacking = self.dimensions.iter().filter(|dimension| dimension.total().is_none());
        lacking.filter_map(|dimension| dimension.categories.first())
    }

    /// The coordinate of the totals; see [`Indicator::cell`].
    #[must_use]
    pub fn total_cell(&self) -> u32 {
        self.cell(self.dimensions.iter().map(Dimension::headline))
    }

    /// Packs one category of each dimension, in order, into the coordinate that [`SeriesKey`] uses.
    #[must_use]
    pub fn cell(&self, categories: impl Iterator<Item = CategoryIx>) -> u32 {
        self.dimensions.iter().zip(categories).fold(0, |cell, (dimension, category)| dimension.packed(cell, category))
    }

    /// The categories of a coordinate, one of each dimension: what [`Indicator::cell`] packed.
    #[must_use]
    pub fn categories_of(&self, cell: u32) -> Vec<CategoryIx> {
        let (mut rest, mut categories) = (cell, Vec::new());
        for dimension in self.dimensions.iter().rev() {
            let size = dimension.size();
            categories.push(CategoryIx(u16::try_from(rest % size).unwrap_or_default()));
            rest /= size;
        }
        categories.reverse();
        categories
    }

    /// The same coordinate at another category of the dimension at a position.
    #[must_use]
    pub fn cell_at(&self, cell: u32, dimension: usize, category: CategoryIx) -> u32 {
        let mut categories = self.categories_of(cell);
        if let Some(replaced) = categories.get_mut(dimension) {
            *replaced = category;
        }
        self.cell(categories.into_iter())
    }

    /// The period that answers to the chosen one, as its position.
    ///
    /// An indicator that has periods of the chosen kind answers with exactly the chosen one or not at all. Any other answers
    /// with the latest period that starts on or before the chosen one's end; an undated figure always answers. Where none is
    /// chosen the latest answers.
    #[must_use]
    pub fn answering_period(&self, chosen: Option<Period>) -> Option<usize> {
        let Some(chosen) = chosen else { return self.periods.len().checked_sub(1) };
        if self.periods.iter().any(|named| named.period.kind() == chosen.kind()) {
            return self.period_position(chosen);
        }
        let end = chosen.end();
        self.periods.iter().rposition(|named| named.period.start() <= end)
    }

    /// A measure; the first where there is no such one.
    #[must_use]
    pub fn measure(&self, ix: MeasureIx) -> Option<&Measure> {
        self.measures.get(usize::from(ix.0)).or_else(|| self.measures.first())
    }
}

/// A period and, where the publisher's own words matter, how it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPeriod {
    /// The time.
    pub period: Period,
    /// The publisher's words for it.
    pub label: Option<String>,
}

/// Which direction is better: the publisher's judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither is better.
    Neither,
}

/// Who published a figure, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The publisher or publication.
    pub name: String,
    /// An http or https address.
    pub url: Option<String>,
    /// The page, slide or table.
    pub at: Option<String>,
}

impl Source {
    /// Name and place: `Department for Education, table C2`.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words = self.name.clone();
        if let Some(at) = &self.at {
            words.push_str(", ");
            words.push_str(at);
        }
        words
    }
}

/// One of the quantities of an indicator: budget, outturn, variance, ...
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Short and stable.
    pub id: String,
    /// The name as shown.
    pub name: String,
    /// What it is for the other measures.
    pub role: MeasureRole,
    /// Its unit.
    pub unit: Unit,
    /// What the focus area aims at.
    pub target: Option<Target>,
}

/// What the focus area aims at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// One number for all periods.
    Always(Decimal),
    /// One for each of some periods, by their position.
    ByPeriod(Vec<(usize, Decimal)>),
}

impl Target {
    /// The target at a period.
    #[must_use]
    pub fn at(&self, position: usize) -> Option<Decimal> {
        match self {
            Self::Always(target) => Some(*target),
            Self::ByPeriod(targets) => targets.iter().find(|(at, _)| *at == position).map(|(_, target)| *target),
        }
    }
}

/// What a measure is for the other measures of its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeasureRole {
    /// The figure itself.
    Value,
    /// What a rate's upper part counts.
    Numerator,
    /// What a rate is taken of.
    Denominator,
    /// Planned spending.
    Budget,
    /// Actual or forecast spending.
    Outturn,
    /// Outturn less budget.
    Variance,
    /// The variance as a share of the budget.
    Percent,
}

/// A breakdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Short and stable.
    pub id: String,
    /// The name as shown: "Service area".
    pub name: String,
    /// At least one.
    pub categories: Vec<Category>,
}

impl Dimension {
    /// The total, where one is declared.
    #[must_use]
    pub fn total(&self) -> Option<CategoryIx> {
        (0..).zip(&self.categories).find(|(_, category)| category.total).map(|(position, _)| CategoryIx(position))
    }

    /// The total, or the first category where none is declared.
    #[must_use]
    pub fn headline(&self) -> CategoryIx {
        self.total().unwrap_or_default()
    }

    /// Packs a category of this dimension behind those of the dimensions before it; see [`Indicator::cell`].
    #[must_use]
    pub fn packed(&self, before: u32, category: CategoryIx) -> u32 {
        before.saturating_mul(self.size()).saturating_add(u32::from(category.0))
    }

    fn size(&self) -> u32 {
        u32::try_from(self.categories.len()).unwrap_or(u32::MAX).max(1)
    }
}

/// One part of a breakdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Short and stable.
    pub id: String,
    /// The name as shown.
    pub name: String,
    /// Whether it stands for all the others together.
    pub total: bool,
    /// The category that it is a part of.
    pub parent: Option<CategoryIx>,
}
