use super::{Area, AreaIx, AreaRole, Date, Indicator, IndicatorIx, Period, PeriodKind};
use crate::sorted::sorted;

/// A whole publication. Made once by [`crate::ingest::read`] and never changed.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// "Children's social care performance, quarters 3 and 4 2020/21".
    pub title: String,
    /// Who publishes it.
    pub publisher: Publisher,
    /// The language of its own texts as a tag, `en-GB`, where the publication says so.
    pub language: Option<String>,
    /// Under what licence the figures may be used, where the publisher states one.
    pub licence: Option<String>,
    /// The day on which it was published, where it says so.
    pub published: Option<Date>,
    /// The day on which anything in it last changed after that, where it says so.
    pub modified: Option<Date>,
    /// What a reader has to know of all of it.
    pub notes: Vec<String>,
    /// In the order of the file; exactly one has the role of focus.
    pub areas: Vec<Area>,
    /// In the order of the file.
    pub topics: Vec<Topic>,
    /// In the order of the file.
    pub indicators: Vec<Indicator>,
    /// What the period filter offers, in order of time: every quarter that any indicator has, or, where there is no
    /// quarter, every period of the commonest kind. Derived at load.
    pub filter_periods: Vec<Period>,
    /// What is asked at every interaction. Derived at load, so that no answer costs more in a larger publication.
    pub derived: Derived,
}

/// What follows from the areas and indicators of a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// The area that the publication is about.
    pub focus: AreaIx,
    /// Whether any indicator has a figure later than those that the last choice of a period shows. Then "latest" is a
    /// choice of its own, and the first: no figure may be out of reach.
    pub has_later: bool,
    /// Whether any two periods of the filter are a year apart and not next to each other: for those, the same period a year
    /// before is not the period before.
    pub has_year_before: bool,
    /// Whether any measure has a target.
    pub has_targets: bool,
    /// By area: whether it is a member of a group.
    pub is_member: Vec<bool>,
}

impl Derived {
    /// Looks through everything once.
    #[must_use]
    pub fn new(areas: &[Area], indicators: &[Indicator], filter_periods: &[Period]) -> Self {
        let last = filter_periods.last().copied();
        let focus = (0..).zip(areas).find(|(_, area)| matches!(area.role, AreaRole::Focus));
        let mut is_member = vec![false; areas.len()];
        for member in areas.iter().flat_map(Area::members) {
            if let Some(flag) = is_member.get_mut(usize::from(member.0)) {
                *flag = true;
            }
        }
        Self {
            focus: AreaIx(focus.map_or(0, |(position, _)| position)),
            has_later: indicators.iter().any(|one| one.answering_period(last) != one.answering_period(None)),
            has_targets: indicators.iter().flat_map(|one| &one.measures).any(|measure| measure.target.is_some()),
            has_year_before: filter_periods.iter().any(|period| {
                let earlier = period.year_before();
                earlier != period.previous()
                    && earlier.is_some_and(|earlier| filter_periods.binary_search(&earlier).is_ok())
            }),
            is_member,
        }
    }
}

/// Who publishes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publisher {
    /// "Isle of Wight Council".
    pub name: String,
    /// An http or https address.
    pub url: Option<String>,
}

/// Position of a topic in [`Dataset::topics`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicIx(pub u16);

/// A heading under which indicators are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Short and stable.
    pub id: String,
    /// The name as shown.
    pub name: String,
}

impl Dataset {
    /// The area that the publication is about.
    #[must_use]
    pub fn focus(&self) -> AreaIx {
        self.derived.focus
    }

    /// An area.
    #[must_use]
    pub fn area(&self, ix: AreaIx) -> Option<&Area> {
        self.areas.get(usize::from(ix.0))
    }

    /// The areas to compare the focus with, in the order of the file.
    pub fn comparators(&self) -> impl Iterator<Item = (AreaIx, &Area)> {
        (0..).map(AreaIx).zip(&self.areas).filter(|(_, area)| !matches!(area.role, AreaRole::Focus))
    }

    /// Whether an area is a member of a group.
    #[must_use]
    pub fn is_member(&self, ix: AreaIx) -> bool {
        self.derived.is_member.get(usize::from(ix.0)).copied().unwrap_or(false)
    }

    /// An indicator.
    #[must_use]
    pub fn indicator(&self, ix: IndicatorIx) -> Option<&Indicator> {
        self.indicators.get(usize::from(ix.0))
    }

    /// Every indicator with its position.
    pub fn indexed_indicators(&self) -> impl Iterator<Item = (IndicatorIx, &Indicator)> {
        (0..).map(IndicatorIx).zip(&self.indicators)
    }

    /// What the period filter offers; see [`Dataset::filter_periods`].
    #[must_use]
    pub fn derive_filter_periods(indicators: &[Indicator]) -> Vec<Period> {
        let mut all: Vec<(PeriodKind, Period)> = Vec::new();
        for named in indicators.iter().flat_map(|indicator| &indicator.periods) {
            all.push((named.period.kind(), named.period));
        }
        let all = sorted(all, &|one, other| one < other);
        let mut offered: &[(PeriodKind, Period)] = &[];
        for of_kind in all.chunk_by(|(kind, _), (next, _)| kind == next) {
            match of_kind.first() {
                Some((PeriodKind::Undated, _)) => {}
                Some((PeriodKind::Quarter, _)) => {
                    offered = of_kind;
                    break;
                }
                _ if of_kind.len() >= offered.len() => offered = of_kind,
                _ => {}
            }
        }
        let mut offered: Vec<Period> = offered.iter().map(|(_, period)| *period).collect();
        offered.dedup();
        offered
    }
}
