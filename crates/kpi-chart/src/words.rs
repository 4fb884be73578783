//! What a chart says in words of its own. Everything else in it is text of the model.

/// Stands in the middle of a chart that has no number at all.
pub(crate) const NOTHING: &str = "No figures to draw";

/// Stands below a line chart whose lowest grid line is not zero.
pub(crate) const NOT_FROM_ZERO: &str = "Axis does not start at zero";

/// Stands for a number that no chart can show: not finite, or with more digits than a figure can have.
pub(crate) const UNDRAWABLE: &str = "cannot be drawn";

/// Stands above the rule of a target.
pub(crate) const TARGET: &str = "Target";

/// Stands beside the rule of a break in the series.
pub(crate) const BREAK: &str = "Break";

/// The label at a line's end: `70% Isle of Wight`.
pub(crate) fn value_and_name(value: &str, name: &str) -> String {
    format!("{value} {name}")
}

/// A name and why there is no figure: `England: not published`.
pub(crate) fn name_and_reason(name: &str, reason: &str) -> String {
    format!("{name}: {reason}")
}
