use super::compare::{Change, Difference, Incomparable, Rule, Side, Verdict};
use super::rank::{Rank, Ranking};
use super::target::Aim;
use super::{Query, group};
use crate::model::{
    AreaIx, AreaRole, Dataset, Decimal, Figure, Indicator, Mark, Measure, MeasureIx, MeasureRole, Method, Missing,
    NamedPeriod, Origin, Period, PeriodKind, Polarity, SeriesKey, Target, Value,
};

/// One area's figures of one measure at one category of each breakdown, seen from one period.
#[derive(Clone, Copy, Debug)]
pub struct Sight<'d> {
    /// The publication.
    pub dataset: &'d Dataset,
    /// What the reader asks for: here, by which method groups are computed.
    pub query: &'d Query,
    /// The indicator.
    pub indicator: &'d Indicator,
    /// The area.
    pub area: AreaIx,
    /// The measure.
    pub measure: MeasureIx,
    /// One category of each dimension; see [`Indicator::cell`].
    pub cell: u32,
    /// The position of the period.
    pub position: usize,
}

/// The earlier period to compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Since {
    /// The one just before: the last quarter of a quarter, the last year of a year.
    Previous,
    /// The same period a year before.
    YearBefore,
}

impl Since {
    /// The period so much earlier than another, of the same kind.
    #[must_use]
    pub fn before(self, period: Period) -> Option<Period> {
        match self {
            Self::Previous => period.previous(),
            Self::YearBefore => period.year_before(),
        }
    }
}

impl<'d> Sight<'d> {
    /// The focus area's figures at the chosen categories of all breakdowns, which at first are the totals.
    #[must_use]
    pub fn new(
        dataset: &'d Dataset,
        query: &'d Query,
        indicator: &'d Indicator,
        measure: MeasureIx,
        at: usize,
    ) -> Self {
        let cell = query.cut().cell.unwrap_or_else(|| indicator.total_cell());
        Self { dataset, query, indicator, area: dataset.focus(), measure, cell, position: at }
    }

    /// The period.
    #[must_use]
    pub fn period(&self) -> Option<&'d NamedPeriod> {
        self.indicator.periods.get(self.position)
    }

    /// The positions of the periods that a reader wants to see: from the chosen beginning on, and the shown one in any case.
    #[must_use]
    pub fn positions(self) -> Vec<usize> {
        let from = self.query.from.map(Period::start);
        let mut positions = Vec::new();
        for (position, named) in self.indicator.periods.iter().enumerate() {
            if position == self.position || from.is_none_or(|from| named.period.start() >= from) {
                positions.push(position);
            }
        }
        positions
    }

    /// The figure; `None` where the area has no figures of this indicator. A group's figure is published or computed, as
    /// its method says; a published one stands until the reader chooses another method.
    #[must_use]
    pub fn figure(self) -> Option<Figure<'d>> {
        match self.computed_by() {
            Some((members, method)) => group::computed(self, members, method),
            None => self.printed(),
        }
    }

    /// The figure; where there is none, it is not published.
    #[must_use]
    pub fn shown_figure(self) -> Figure<'d> {
        self.figure().unwrap_or(Figure::NOT_PUBLISHED)
    }

    /// By which method a group's figure came about; `None` of a place. That is not always the one that was asked for: where
    /// no member has figures, a published one stands. Of that the publisher's word counts, unless a reader asked for what is
    /// published. Where there is no figure, it is the one that was asked for.
    #[must_use]
    pub fn method(self) -> Option<Method> {
        let AreaRole::Group { method: declared, .. } = self.dataset.area(self.area)?.role else { return None };
        let asked = self.query.method(self.area).unwrap_or(declared);
        let is_printed = |figure: Figure<'_>| figure.value != Value::Missing(Missing::Elsewhere);
        let stands = self.computed_by().is_none() && self.printed().is_some_and(is_printed);
        Some(if stands && asked != Method::Published { declared } else { asked })
    }

    /// The series that it is of.
    #[must_use]
    pub const fn key(self) -> SeriesKey {
        SeriesKey { area: self.area, measure: self.measure, cell: self.cell }
    }

    /// The same sight of another area.
    #[must_use]
    pub fn of(self, area: AreaIx) -> Self {
        Self { area, ..self }
    }

    /// The sight of an earlier period of the same kind; `None` where the indicator has no such period.
    #[must_use]
    pub fn earlier(self, since: Since) -> Option<Self> {
        let earlier = since.before(self.period()?.period)?;
        Some(Self { position: self.indicator.period_position(earlier)?, ..self })
    }

    /// What changed since an earlier period.
    ///
    /// # Errors
    ///
    /// Why the two cannot be compared.
    pub fn change(self, since: Since) -> Result<Change<'d>, Incomparable> {
        let own = self.side().map_err(Incomparable::Own)?;
        if let Value::Missing(missing) = own.figure.value {
            return Err(Incomparable::Own(missing));
        }
        let Some(earlier) = self.earlier(since) else { return Err(self.no_earlier()) };
        let other = earlier.side().map_err(Incomparable::Other)?;
        // A break at any period after the earlier one lies between the two.
        if (earlier.position + 1..=self.position).any(|position| self.breaks_at(position)) {
            return Err(Incomparable::Break);
        }
        let is_computed = matches!(own.figure.origin, Origin::Computed { .. });
        if is_computed && other.figure.number().is_some() && !group::has_same_members(self, earlier) {
            return Err(Incomparable::Break);
        }
        let difference = self.rule().compare(own, other)?;
        Ok(Change { since: earlier.period().ok_or(Incomparable::NoEarlier)?, difference })
    }

    /// What a change means; `None` where no direction is better, or the two cannot be compared.
    #[must_use]
    pub fn moved(self, since: Since) -> Option<Verdict> {
        let change = self.change(since).ok().filter(|_| self.polarity() != Polarity::Neither);
        change.map(|change| change.difference.verdict)
    }

    /// Whether the series breaks at a position, for the sight's kind of period: a break in a year is none between its
    /// quarters.
    pub(crate) fn breaks_at(self, position: usize) -> bool {
        let at = Self { position, ..self };
        at.kind() == self.kind() && at.figure().is_some_and(|figure| figure.marks.has(Mark::Break))
    }

    /// How this figure stands to another area's in the same period. Of totals nothing is said: that a small island has fewer
    /// children than England is no news, and that it has fewer complaints is no praise.
    ///
    /// # Errors
    ///
    /// Why the two cannot be compared.
    pub fn against(self, area: AreaIx) -> Result<Difference, Incomparable> {
        let own = self.side().map_err(Incomparable::Own)?;
        let found = self.rule().compare(own, self.of(area).side().map_err(Incomparable::Other)?)?;
        if self.is_total() { Err(Incomparable::Size) } else { Ok(found) }
    }

    /// How this figure stands to a group's by another method than the chosen one; `None` where it cannot be computed.
    #[must_use]
    pub fn against_by(self, group: AreaIx, method: Method) -> Option<Difference> {
        let other = self.of(group);
        let figure = match method {
            Method::Published => other.printed(),
            method => group::computed(other, self.dataset.area(group)?.members(), method),
        };
        let own = self.side().ok()?;
        self.rule().compare(own, Side { figure: figure?, ..own }).ok()
    }

    /// What the focus area aims at; `None` of other areas, and of parts: targets are for the whole.
    #[must_use]
    pub fn target(self) -> Option<&'d Target> {
        let is_meant = self.area == self.dataset.focus() && self.cell == self.indicator.total_cell();
        self.measure()?.target.as_ref().filter(|_| is_meant)
    }

    /// How the focus area's figure stands to its target; `None` where either is not a number.
    #[must_use]
    pub fn aim(self) -> Option<Aim> {
        let side = self.side().ok()?;
        let target = self.target()?.at(self.position)?;
        // A target is the publisher's own word on a measure, so that the indicator's polarity holds for any of them.
        let rule = Rule { polarity: self.indicator.polarity, ..self.rule() };
        Some(rule.aim(side.unit.published(side.figure.exact()?), side.unit.published(target)))
    }

    /// The place of this figure among those of some areas; `None` where it is not a number, and of totals, which are not
    /// compared. Areas without a number have no place.
    #[must_use]
    pub fn rank(self, areas: &[AreaIx]) -> Option<Rank> {
        let own = self.exact().filter(|_| !self.is_total())?;
        let others = areas.iter().filter(|area| **area != self.area);
        let mut numbers: Vec<_> = others.filter_map(|area| self.of(*area).exact()).collect();
        numbers.push(own);
        Some(Ranking::new(numbers).rank(own, self.polarity()))
    }

    /// The number that is exactly known, at the decimals of its unit.
    #[must_use]
    pub fn exact(self) -> Option<Decimal> {
        let unit = &self.measure()?.unit;
        Some(unit.published(self.figure()?.exact()?))
    }

    /// The measure.
    #[must_use]
    pub fn measure(self) -> Option<&'d Measure> {
        self.indicator.measure(self.measure)
    }

    /// The figure at the decimals of its unit.
    pub(crate) fn published(self) -> Option<Figure<'d>> {
        let (figure, measure) = (self.figure()?, self.measure()?);
        let value = figure.number_in(&measure.unit).map_or_else(Value::Missing, Value::Number);
        Some(Figure { value, ..figure })
    }

    /// Whether there is a figure, without computing it.
    pub(crate) fn has_figure(self) -> bool {
        self.computed_by().is_some() || self.printed().is_some()
    }

    /// Of whom and by which method a group's figure is computed; `None` where what is published stands.
    fn computed_by(self) -> Option<(&'d [AreaIx], Method)> {
        let AreaRole::Group { method, members, .. } = &self.dataset.area(self.area)?.role else { return None };
        let chosen = self.query.method(self.area);
        let method = chosen.unwrap_or(*method);
        let stands = method == Method::Published
            || chosen.is_none() && self.printed().is_some()
            || !members.iter().any(|member| self.of(*member).printed().is_some());
        (!stands).then_some((members, method))
    }

    /// What the publication prints.
    fn printed(self) -> Option<Figure<'d>> {
        match self.indicator.row(self.key()) {
            Some(row) => row.figure(self.position),
            None => self.indicator.lacks().map(|_| Figure::ELSEWHERE),
        }
    }

    fn side(self) -> Result<Side<'d>, Missing> {
        let (Some(measure), Some(named), Some(figure)) = (self.measure(), self.period(), self.figure()) else {
            return Err(Missing::NotPublished);
        };
        Ok(Side { figure, unit: &measure.unit, period: named.period })
    }

    /// The polarity is that of the indicator's figure. That fewer cases are better holds for the rate: a smaller area has
    /// fewer whatever it does, a population is neither good nor bad, and a budget is a plan.
    pub(crate) fn polarity(self) -> Polarity {
        match self.measure().map(|measure| measure.role) {
            Some(MeasureRole::Numerator | MeasureRole::Denominator | MeasureRole::Budget) => Polarity::Neither,
            _ => self.indicator.polarity,
        }
    }

    /// Whether its number grows with the area.
    pub(crate) fn is_total(self) -> bool {
        self.measure().is_some_and(|measure| measure.unit.is_total())
    }

    /// The tolerance is one in the unit of the indicator's first measure: two points are not two cases.
    fn rule(self) -> Rule {
        let unit = |measure: Option<&'d Measure>| measure.map(|measure| &measure.unit.kind);
        let is_meant = unit(self.measure()) == unit(self.indicator.measures.first());
        Rule { polarity: self.polarity(), tolerance: self.indicator.tolerance.filter(|_| is_meant) }
    }

    fn kind(self) -> Option<PeriodKind> {
        self.period().map(|named| named.period.kind())
    }

    /// Whether there is nothing before, or nothing of this kind.
    fn no_earlier(self) -> Incomparable {
        let before = self.indicator.periods.get(..self.position).unwrap_or_default();
        match before.iter().rev().find(|named| named.period.kind() != PeriodKind::Undated) {
            Some(_) if !before.iter().any(|named| Some(named.period.kind()) == self.kind()) => Incomparable::OtherKind,
            _ => Incomparable::NoEarlier,
        }
    }
}
