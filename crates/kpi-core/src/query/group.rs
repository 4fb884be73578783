//! The figure of a group of areas: statistical neighbours are a method, not a number.

use super::Sight;
use crate::model::{AreaIx, Dataset, Decimal, Figure, Marks, Method, Missing, Origin, Value};

/// A group's figure is computed where at least so many of its members have a number: two in three.
const LEAST: (usize, usize) = (2, 3);

/// The methods to choose from for a group's figures: none where its members are not known, [`Method::Published`] only
/// where the publication prints the group's own figures.
#[must_use]
pub fn methods(dataset: &Dataset, group: AreaIx) -> Vec<Method> {
    let mut methods = Vec::new();
    if dataset.area(group).is_some_and(|area| !area.members().is_empty()) {
        if dataset.indicators.iter().any(|indicator| indicator.figures().has_area(group)) {
            methods.push(Method::Published);
        }
        methods.extend([Method::Mean, Method::Median]);
    }
    methods
}

/// The figure computed from the members' figures in the sight's period; `None` where no member has a series.
pub(super) fn computed<'d>(sight: Sight<'d>, members: &[AreaIx], method: Method) -> Option<Figure<'d>> {
    let (mut numbers, mut marks) = (Vec::new(), Marks::default());
    let mut has_series = false;
    for member in members {
        let Some(figure) = sight.of(*member).published() else { continue };
        has_series = true;
        if let Value::Number(number) = figure.value {
            numbers.push(number);
            marks = marks.and(figure.marks);
        }
    }
    if !has_series {
        return None;
    }
    let is_enough = numbers.len() * LEAST.1 >= members.len() * LEAST.0;
    let number = match method {
        Method::Median => Decimal::median(&mut numbers),
        Method::Mean | Method::Published => Decimal::mean(&numbers),
    };
    let count = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    Some(Figure {
        value: number.filter(|_| is_enough).map_or(Value::Missing(Missing::TooFew), Value::Number),
        marks,
        origin: Origin::Computed { method, contributing: count(numbers.len()), members: count(members.len()) },
        ..Figure::NOT_PUBLISHED
    })
}
