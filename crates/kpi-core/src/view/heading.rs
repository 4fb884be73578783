//! What figures are called: their measure, and the parts that they are of.

use crate::model::{Dimension, Measure};
use crate::query::Sight;
use crate::words::{Lang, number};

/// "Budget, £ thousand"; the unit is left out where the name says it: "Variance, %".
pub(super) fn measure_heading(lang: Lang, measure: &Measure) -> String {
    if measure.name.contains('%') {
        return measure.name.clone();
    }
    format!("{}, {}", measure.name, number::unit_words(lang, &measure.unit))
}

/// The parts that a sight is of, but for those of one breakdown, whose parts are all shown: ", Girls".
pub(super) fn parts(sight: Sight<'_>, but: Option<&Dimension>) -> String {
    let mut parts = String::new();
    let categories = sight.indicator.categories_of(sight.cell);
    for (dimension, category) in sight.indicator.dimensions.iter().zip(categories) {
        let part = dimension.categories.get(usize::from(category.0)).filter(|part| !part.total);
        if let Some(part) = part
            && !but.is_some_and(|but| std::ptr::eq(but, dimension))
        {
            parts.push_str(", ");
            parts.push_str(&part.name);
        }
    }
    parts
}
