//! What a reader asks for, and the rules by which figures are picked and compared.

pub mod address;
mod compare;
pub mod fragment;
pub mod group;
mod listing;
mod order;
mod peers;
mod rank;
mod sight;
mod target;

pub use compare::{Basis, Change, Difference, Incomparable, Rule, Side, Verdict};
pub use listing::{Listing, Only, Sort};
pub use order::{ColumnId, ColumnKind, Direction, Order};
pub use peers::peers;
pub use rank::{Rank, Ranking};
pub use sight::{Sight, Since};
pub use target::{Aim, Outcome};

use crate::model::{Area, AreaIx, Dataset, IndicatorIx, MeasureIx, Method, Period};
use crate::words::Lang;

/// The comparators that are chosen at first when a publication has more.
const FIRST_COMPARATORS: usize = 4;

/// Everything that a reader has chosen; what is on the page follows from it and the dataset alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The language of everything that the publication does not say itself.
    pub lang: Lang,
    /// Which page.
    pub view: View,
    /// One of [`Dataset::filter_periods`]; `None` for the latest of each indicator.
    pub period: Option<Period>,
    /// Where charts and tables over time begin; `None` for the first period there is.
    pub from: Option<Period>,
    /// What to compare with.
    pub compare: Compare,
    /// By which method the figures of groups are computed, where the reader chose one; by area, each once.
    pub methods: Vec<(AreaIx, Method)>,
    /// Which indicators the overview lists, and in which order.
    pub listing: Listing,
    /// Whether tables have the difference to each comparator beside its figure.
    pub differences: bool,
    /// By which column a table is sorted, where it is not in the order of the publication.
    pub order: Option<Order>,
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
        /// Which part of its breakdowns.
        cut: Cut,
    },
    /// What a reader has to know of the publication, its groups, symbols and methods.
    About,
}

/// Which part of an indicator's breakdowns is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// The position of the breakdown whose parts are shown side by side.
    pub by: u8,
    /// One category of each breakdown, as [`crate::model::Indicator::cell`] packs them; `None` for the totals.
    pub cell: Option<u32>,
}

impl View {
    /// An indicator at the first of its measures and the totals of its breakdowns.
    #[must_use]
    pub fn of(indicator: IndicatorIx) -> Self {
        Self::Indicator { indicator, measure: MeasureIx(0), cut: Cut::default() }
    }
}

/// What to compare with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compare {
    /// The period before.
    pub previous: bool,
    /// The same period a year before.
    pub year_before: bool,
    /// Other areas, sorted.
    areas: Vec<AreaIx>,
}

impl Compare {
    /// With the period before, or not, and with these areas.
    #[must_use]
    pub fn new(previous: bool, areas: Vec<AreaIx>) -> Self {
        let mut compare = Self { previous, ..Self::default() };
        for area in areas {
            if let Err(at) = compare.areas.binary_search(&area) {
                compare.areas.insert(at, area);
            }
        }
        compare
    }

    /// Whether an earlier period is chosen.
    #[must_use]
    pub const fn has_since(&self, since: Since) -> bool {
        match since {
            Since::Previous => self.previous,
            Since::YearBefore => self.year_before,
        }
    }

    /// The earlier periods that are chosen.
    #[must_use]
    pub const fn since(&self) -> &'static [Since] {
        match (self.previous, self.year_before) {
            (true, true) => &[Since::Previous, Since::YearBefore],
            (true, false) => &[Since::Previous],
            (false, true) => &[Since::YearBefore],
            (false, false) => &[],
        }
    }

    /// The same choice with an earlier period added, or taken away if it was there.
    #[must_use]
    pub fn toggled_since(&self, since: Since) -> Self {
        let mut compare = self.clone();
        match since {
            Since::Previous => compare.previous = !self.previous,
            Since::YearBefore => compare.year_before = !self.year_before,
        }
        compare
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
    /// first comparators, in the language of the publication where the page speaks it. The members of a group are there for the group's sake.
    #[must_use]
    pub fn initial(dataset: &Dataset) -> Self {
        let areas = dataset.comparators().map(|(ix, _)| ix).filter(|ix| !dataset.is_member(*ix));
        let areas = areas.take(FIRST_COMPARATORS).collect();
        Self {
            lang: dataset.language.as_deref().and_then(Lang::of_tag).unwrap_or_default(),
            view: View::Overview,
            from: None,
            period: dataset.filter_periods.last().copied().filter(|_| !dataset.derived.has_later),
            compare: Compare::new(true, areas),
            methods: Vec::new(),
            listing: Listing::default(),
            differences: false,
            order: None,
        }
    }

    /// Which part of its breakdowns is looked at, where one indicator is.
    #[must_use]
    pub fn cut(&self) -> Cut {
        match self.view {
            View::Indicator { cut, .. } => cut,
            View::Overview | View::About => Cut::default(),
        }
    }

    /// The method that the reader chose for a group. By which one its figure came about: [`Sight::method`].
    #[must_use]
    pub fn method(&self, group: AreaIx) -> Option<Method> {
        self.methods.iter().find(|(area, _)| *area == group).map(|(_, method)| *method)
    }

    /// The same query with a method for a group.
    #[must_use]
    pub fn with_method(&self, group: AreaIx, method: Method) -> Self {
        let mut query = self.clone();
        let at = query.methods.partition_point(|(area, _)| *area < group);
        match query.methods.get_mut(at) {
            Some(chosen) if chosen.0 == group => chosen.1 = method,
            _ => query.methods.insert(at, (group, method)),
        }
        query
    }

    /// The comparators that are chosen, with their position among all comparators of the publication: an area is
    /// drawn the same way whatever else is chosen.
    pub fn comparators<'d>(&self, dataset: &'d Dataset) -> std::vec::IntoIter<(usize, AreaIx, &'d Area)> {
        let mut chosen = Vec::new();
        let focus = dataset.focus();
        for ix in self.compare.areas().iter().filter(|ix| **ix != focus) {
            // All areas but the focus are comparators.
            let position = usize::from(ix.0) - usize::from(*ix > focus);
            chosen.extend(dataset.area(*ix).map(|area| (position, *ix, area)));
        }
        chosen.into_iter()
    }
}
