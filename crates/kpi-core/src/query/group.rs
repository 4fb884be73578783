//! The figure of a group of areas: statistical neighbours are a method, not a number.
//!
//! Every member counts the same, however many people live there: the mean of rates is not the rate of all members
//! together. Members are those that the publisher names, the focus among them if it is named. A symbol is no number, so
//! that members whose figures are withheld because they are small leave the others' mean and median too high. Nor is a number
//! with a remark ("over 110"): it does not contribute.

use super::Sight;
use crate::model::{Area, AreaIx, AreaRole, Dataset, Decimal, Figure, Marks, Method, Missing, Origin, Value};

/// A group's figure is computed where at least so many of its members have a number: two in three, seven of ten. This is
/// our own judgement, no standard: the median of seven of ten has the fourth to seventh place among all ten, whatever the
/// other three are.
const LEAST: (usize, usize) = (2, 3);

/// The methods to choose from for a group's figures: none where its members are not known, [`Method::Published`] only
/// where it is the one that was asked for, or figures that are here are the group's own.
#[must_use]
pub fn methods(dataset: &Dataset, group: AreaIx, asked: Method) -> Vec<Method> {
    let mut methods = Vec::new();
    if dataset.area(group).is_some_and(|area| !area.members().is_empty()) {
        if asked == Method::Published || dataset.indicators.iter().any(|indicator| indicator.has_area(group)) {
            methods.push(Method::Published);
        }
        methods.extend([Method::Mean, Method::Median]);
    }
    methods
}

/// Whether a link may ask for a method. A group's own figures may be in files that come when they are looked at, and the
/// link is read before.
pub(super) fn may_be_asked(dataset: &Dataset, group: AreaIx, method: Method) -> bool {
    let Some(Area { role: AreaRole::Group { method: declared, .. }, .. }) = dataset.area(group) else { return false };
    let comes = dataset.indicators.iter().any(|indicator| indicator.lacks().is_some());
    methods(dataset, group, if comes { method } else { *declared }).contains(&method)
}

/// Whether so many of a group's members are enough.
pub(crate) const fn is_enough(contributing: usize, members: usize) -> bool {
    contributing * LEAST.1 >= members * LEAST.0
}

/// Whether a group's figures in two periods rest on the same members. Where they do not, a part of the difference is that
/// between members, and no change of any of them.
pub(super) fn has_same_members(one: Sight<'_>, other: Sight<'_>) -> bool {
    let members = one.dataset.area(one.area).map(Area::members).unwrap_or_default();
    let has_number =
        |sight: Sight<'_>, member| sight.of(member).figure().is_some_and(|figure| figure.exact().is_some());
    members.iter().all(|member| has_number(one, *member) == has_number(other, *member))
}

/// The figure computed from the members' figures in the sight's period; `None` where no member has a series. It bears every
/// mark of every member: the median of a provisional figure and nine final ones is provisional.
pub(super) fn computed<'d>(sight: Sight<'d>, members: &[AreaIx], method: Method) -> Option<Figure<'d>> {
    let (mut numbers, mut marks) = (Vec::new(), Marks::default());
    let mut has_series = false;
    for member in members {
        let Some(figure) = sight.of(*member).published() else { continue };
        has_series = true;
        if figure.value == Value::Missing(Missing::Elsewhere) {
            return Some(figure);
        }
        marks = marks.and(figure.marks);
        // Nothing is reckoned with "over 110".
        numbers.extend(figure.exact());
    }
    if !has_series {
        return None;
    }
    let number = match method {
        Method::Median => Decimal::median(&mut numbers),
        // Rounded once, to what is shown.
        Method::Mean | Method::Published => Decimal::mean(&numbers, sight.measure()?.unit.decimals),
    };
    let count = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    Some(Figure {
        value: number
            .filter(|_| is_enough(numbers.len(), members.len()))
            .map_or(Value::Missing(Missing::TooFew), Value::Number),
        marks,
        origin: Origin::Computed { method, contributing: count(numbers.len()), members: count(members.len()) },
        ..Figure::NOT_PUBLISHED
    })
}
