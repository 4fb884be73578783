use super::kind::Kind;
use crate::model::{AreaIx, CategoryIx, Dataset, IndicatorIx, MeasureIx, Period};
use crate::words::{Lang, period};
use std::fmt;

/// One thing that a careful colleague would ask about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Where.
    pub place: Place,
    /// In how many more places of the same indicator the same was found, where they are not listed; see
    /// [`super::condensed`].
    pub more: usize,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing has to be wrong.
    Note,
    /// Probably wrong.
    Warning,
}

/// What a finding is about; what is not there is not meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The indicator.
    pub indicator: Option<IndicatorIx>,
    /// The measure.
    pub measure: Option<MeasureIx>,
    /// The area.
    pub area: Option<AreaIx>,
    /// One category of each dimension; see [`crate::model::Indicator::cell`].
    pub cell: Option<u32>,
    /// The period.
    pub period: Option<Period>,
}

impl Finding {
    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// What was found, as a sentence.
    #[must_use]
    pub fn what(&self) -> String {
        fmt::from_fn(|f| self.kind.write_what(f)).to_string()
    }

    /// What to look at, as a sentence.
    #[must_use]
    pub fn mend(&self) -> &'static str {
        self.kind.mend()
    }
}

impl Place {
    /// Where, for a person: "Budget and outturn by service area, Forecast, Isle of Wight, Education & Inclusion, 2020/21".
    /// Empty for the publication as a whole.
    #[must_use]
    pub fn words(&self, dataset: &Dataset) -> String {
        let mut words: Vec<String> = Vec::new();
        let indicator = self.indicator.and_then(|ix| dataset.indicator(ix));
        if let Some(indicator) = indicator {
            words.push(indicator.name.clone());
            let measure = self.measure.and_then(|ix| indicator.measure(ix));
            words.extend(measure.map(|measure| measure.name.clone()).filter(|name| *name != indicator.name));
        }
        words.extend(self.area.and_then(|ix| dataset.area(ix)).map(|area| area.name.clone()));
        if let (Some(indicator), Some(cell)) = (indicator, self.cell) {
            let mut rest = cell;
            let mut categories = Vec::new();
            for dimension in indicator.dimensions.iter().rev() {
                let size = u32::try_from(dimension.categories.len()).unwrap_or(1).max(1);
                let at = CategoryIx(u16::try_from(rest % size).unwrap_or_default());
                rest /= size;
                let category = dimension.categories.get(usize::from(at.0)).filter(|_| Some(at) != dimension.total());
                categories.extend(category.map(|category| category.name.clone()));
            }
            words.extend(categories.into_iter().rev());
        }
        if let Some(found) = self.period {
            let named = indicator.and_then(|indicator| indicator.periods.get(indicator.period_position(found)?));
            words.push(named.map_or_else(|| period::label(Lang::En, found), |named| period::words(Lang::En, named)));
        }
        words.join(", ")
    }
}
