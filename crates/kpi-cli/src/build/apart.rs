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
    let names = names(document.indicators.iter().map(|indicator| indicator.id.as_str()));
    for (indicator, name) in document.indicators.iter_mut().zip(names) {
        let is_first = |series: &Series| first.contains(&series.area);
        if indicator.series.iter().all(is_first) {
            continue;
        }
        let path = format!("data/{name}.json");
        let text = body(&indicator.id, &indicator.series);
        indicator.hash = Some(input::hash(text.as_bytes()));
        indicator.data = Some(path.clone());
        indicator.series.retain(is_first);
        files.push(DataFile { path, text });
    }
    files
}

/// A name for the file of each id: the id itself, unless a disk could take it for another file, for a device or for a
/// folder. Disks of Windows and macOS do not tell capital letters from small ones, and Windows calls devices by names.
fn names<'i>(ids: impl Iterator<Item = &'i str> + Clone) -> Vec<String> {
    const LONGEST: usize = 100;
    let plain = |id: &str| -> String {
        let kept = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-');
        let name: String = id.chars().take(LONGEST).map(|letter| if kept(letter) { letter } else { '-' }).collect();
        let name = name.trim_matches('.').to_owned();
        if name.is_empty() || is_device(&name) { format!("indicator-{name}") } else { name }
    };
    let lower: Vec<String> = ids.clone().map(str::to_ascii_lowercase).collect();
    let mut taken: Vec<String> = Vec::new();
    for id in ids {
        let first = plain(id);
        let mut name = first.clone();
        let mut count = 1;
        // No name is another indicator's id, so that only the second of two that collide has a number.
        let is_others = |name: &str| *name != *id && lower.iter().any(|other| *other == name.to_ascii_lowercase());
        while taken.iter().any(|other| other.eq_ignore_ascii_case(&name)) || (count > 1 && is_others(&name)) {
            count += 1;
            name = format!("{first}-{count}");
        }
        taken.push(name);
    }
    taken
}

/// Whether Windows takes it for a device, whatever its ending.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || port.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
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
