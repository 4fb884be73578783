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
    Measure,
    Unit,
    /// The category of the breakdown with this id; empty where the indicator has no such breakdown.
    Breakdown(String),
    Value,
    Symbol,
    Lower,
    Upper,
    Status,
    Remark,
    Source,
}

/// A column of the table.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Letters, digits and underscores, as CSV on the Web wants names; it heads the column.
    pub(super) name: String,
    /// For people.
    pub(super) title: String,
    pub(super) content: Content,
}

/// The columns of a dataset: one for each breakdown that any indicator has, by its id.
pub(super) fn columns(dataset: &Dataset) -> Vec<Column> {
    let fixed = |(name, title, content): (&str, &str, Content)| Column {
        name: name.to_owned(),
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
        ("source", "Source", Content::Source),
    ];
    let mut columns: Vec<Column> = before.into_iter().map(fixed).collect();
    let after: Vec<Column> = after.into_iter().map(fixed).collect();
    for dimension in dataset.indicators.iter().flat_map(|indicator| &indicator.dimensions) {
        let content = Content::Breakdown(dimension.id.clone());
        if columns.iter().all(|column| column.content != content) {
            let name = free(&dimension.id, |name| columns.iter().chain(&after).all(|column| column.name != name));
            columns.push(Column { name, title: dimension.name.clone(), content });
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
