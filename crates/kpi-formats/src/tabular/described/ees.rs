use super::{Column, Described, Sort};
use crate::tabular::unit;
use kpi_core::model::{Unit, UnitKind};
use std::collections::HashMap;

/// Reads the `.meta.csv` of the DfE's open data standard: `col_name`, `col_type`, `label`, `indicator_unit`,
/// `indicator_dp`.
pub(super) fn read(bytes: &[u8]) -> Result<Described, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(bytes);
    let headers = reader.headers().map_err(|error| error.to_string())?;
    let places: HashMap<String, usize> =
        headers.iter().enumerate().map(|(at, heading)| (heading.to_lowercase(), at)).collect();
    if !places.contains_key("col_name") || !places.contains_key("col_type") {
        return Err("it has no columns col_name and col_type".to_owned());
    }
    let mut columns = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let cell = |heading| places.get(heading).and_then(|at| record.get(*at)).unwrap_or_default();
        let sort = match cell("col_type").to_lowercase().as_str() {
            "indicator" => Some(Sort::Figures),
            "filter" => Some(Sort::Words),
            _ => None,
        };
        columns.push(Column {
            names: vec![cell("col_name").to_owned()],
            label: Some(cell("label").to_owned()).filter(|label| !label.is_empty()),
            sort,
            unit: measured(cell("indicator_unit"), cell("indicator_dp").parse().ok()),
            ..Column::default()
        });
    }
    Ok(Described { columns, ..Described::default() })
}

fn measured(word: &str, decimals: Option<u8>) -> Option<Unit> {
    let unit = match word {
        "pp" => unit::unit(UnitKind::Other { label: "percentage points".to_owned() }),
        word => unit::of_words(word)?,
    };
    Some(Unit { decimals, ..unit })
}
