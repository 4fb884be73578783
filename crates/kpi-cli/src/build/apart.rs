//! Figures that a first look does not need, into a file an indicator.

use crate::input;
use kpi_formats::document::{Document, Series};
use serde::Serialize;

/// A file of figures.
pub(super) struct DataFile {
    /// Relative to the publication.
    pub(super) path: String,
    pub(super) text: String,
}

/// Leaves the first areas' figures in the publication and puts all into files; an indicator that has no others stays whole.
pub(super) fn set_apart(document: &mut Document, first: &[String]) -> Vec<DataFile> {
    let mut files = Vec::new();
    for indicator in &mut document.indicators {
        let is_first = |series: &Series| first.contains(&series.area);
        if indicator.series.iter().all(is_first) {
            continue;
        }
        let path = format!("data/{}.json", indicator.id);
        let text = body(&indicator.id, &indicator.series);
        indicator.hash = Some(input::hash(text.as_bytes()));
        indicator.data = Some(path.clone());
        indicator.series.retain(is_first);
        files.push(DataFile { path, text });
    }
    files
}

/// One series a line, so that what changed is a line of a comparison.
fn body(indicator: &str, series: &[Series]) -> String {
    let series: Vec<String> = series.iter().map(|series| format!("    {}", json(series))).collect();
    format!(
        "{{\n  \"kpi\": {},\n  \"indicator\": {},\n  \"series\": [\n{}\n  ]\n}}\n",
        json(&Document::VERSION),
        json(&indicator),
        series.join(",\n")
    )
}

fn json(value: &impl Serialize) -> String {
    // Texts, numbers as text and lists of them: serde_json has no reason to refuse.
    serde_json::to_string(value).unwrap_or_default()
}
