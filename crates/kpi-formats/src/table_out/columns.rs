use super::rows::harmless;
use crate::tabular::has_role;
use kpi_core::model::Dataset;

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    AreaCode,
    AreaName,
    Period,
    PeriodLabel,
    Topic,
    IndicatorId,
    Indicator,
    /// Empty where the indicator has one measure without a name.
    MeasureId,
    Measure,
    Unit,
    /// The category of the breakdown with this id; empty where the indicator has no such breakdown.
    Breakdown(String),
    /// The id of that category.
    BreakdownId(String),
    Value,
    Symbol,
    Lower,
    Upper,
    Status,
    Remark,
}

/// A column of the table.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Letters, digits and underscores, as CSV on the Web wants names.
    pub(super) name: String,
    /// What heads the column: the name, or a breakdown's own id.
    pub(super) heading: String,
    /// For people.
    pub(super) title: String,
    pub(super) content: Content,
}

/// The columns of a dataset: one for each breakdown that any indicator has, by its id.
pub(super) fn columns(dataset: &Dataset) -> Vec<Column> {
    let fixed = |(name, title, content): (&str, &str, Content)| Column {
        name: name.to_owned(),
        heading: name.to_owned(),
        title: title.to_owned(),
        content,
    };
    let before = [
        ("area_code", "Area code", Content::AreaCode),
        ("area_name", "Area", Content::AreaName),
        ("period", "Period (ISO 8601)", Content::Period),
        ("period_label", "Period", Content::PeriodLabel),
        ("topic", "Topic", Content::Topic),
        ("indicator_id", "Indicator's id", Content::IndicatorId),
        ("indicator", "Indicator", Content::Indicator),
        ("measure_id", "Measure's id", Content::MeasureId),
        ("measure", "Measure", Content::Measure),
        ("unit", "Unit", Content::Unit),
    ];
    let after = [
        ("value", "Value", Content::Value),
        ("symbol", "Symbol in place of a value", Content::Symbol),
        ("lower", "Lower confidence limit", Content::Lower),
        ("upper", "Upper confidence limit", Content::Upper),
        ("status", "Status", Content::Status),
        ("remark", "Remark", Content::Remark),
    ];
    let mut columns: Vec<Column> = before.into_iter().map(fixed).collect();
    let after: Vec<Column> = after.into_iter().map(fixed).collect();
    for dimension in dataset.indicators.iter().flat_map(|indicator| &indicator.dimensions) {
        let content = Content::Breakdown(dimension.id.clone());
        if columns.iter().all(|column| column.content != content) {
            let is_free = |name: &str| columns.iter().chain(&after).all(|column| column.name != name);
            let name = free(&dimension.id, |name| is_free(name) && is_free(&format!("{name}_id")));
            // Its own id is what it is known by when the table is read again.
            let is_heading = !has_role(&dimension.id)
                && columns.iter().chain(&after).all(|column| !column.heading.eq_ignore_ascii_case(&dimension.id));
            let heading = if is_heading { dimension.id.clone() } else { name.clone() };
            let heading = harmless(&heading);
            columns.push(Column {
                name: name.clone(),
                heading: heading.clone(),
                title: dimension.name.clone(),
                content,
            });
            columns.push(Column {
                name: format!("{name}_id"),
                heading: format!("{heading}_id"),
                title: format!("{}: id", dimension.name),
                content: Content::BreakdownId(dimension.id.clone()),
            });
        }
    }
    columns.extend(after);
    columns
}

/// The id as a name that no other column has.
fn free(id: &str, is_free: impl Fn(&str) -> bool) -> String {
    let kept = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' };
    let mut name: String = id.chars().map(kept).collect();
    if !name.starts_with(|letter: char| letter.is_ascii_lowercase()) {
        name.insert_str(0, "by_");
    }
    while !is_free(&name) {
        name.push_str("_breakdown");
    }
    name
}
