use kpi_core::model::{Figure, Unit, Value};
use kpi_core::words::{Lang, number, symbol};

/// A figure among others: `79%`, `over £1.07 million (provisional)`, `not published`.
pub(super) fn figure(figure: &Figure<'_>, unit: &Unit) -> String {
    let value = match figure.value {
        Value::Number(value) => number::long(Lang::En, value, unit),
        Value::Missing(missing) => symbol::reason(Lang::En, missing).to_owned(),
    };
    let remark = figure.remark.map(|remark| format!("{remark} ")).unwrap_or_default();
    let marks: Vec<&str> = figure.marks.iter().map(|mark| symbol::mark(Lang::En, mark)).collect();
    let marks = if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) };
    format!("{remark}{value}{marks}")
}
