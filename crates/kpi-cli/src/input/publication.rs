use super::json;
use crate::message::Message;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kpi_core::ingest;
use kpi_core::model::{Dataset, Indicator, IndicatorIx};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Reads the figures that stand in files of their own, beside the publication, and says what is wrong with them.
pub(crate) fn with_data_files(publication: &Path, dataset: &mut Dataset) -> Vec<Message> {
    let folder = publication.parent().unwrap_or(Path::new(""));
    let mut messages = Vec::new();
    for position in 0..dataset.indicators.len() {
        let Ok(ix) = u16::try_from(position).map(IndicatorIx) else { break };
        let Some(indicator) = dataset.indicator(ix) else { continue };
        let Some(whole) = whole(publication, folder, dataset, (ix, indicator), &mut messages) else { continue };
        if let Some(place) = dataset.indicators.get_mut(position) {
            *place = whole;
        }
    }
    messages
}

fn whole(
    publication: &Path,
    folder: &Path,
    dataset: &Dataset,
    (ix, indicator): (IndicatorIx, &Indicator),
    messages: &mut Vec<Message>,
) -> Option<Indicator> {
    let data = indicator.data.as_ref()?;
    let path = folder.join(&data.path);
    let name = path.display().to_string();
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let what = format!("The file of figures of \"{}\" cannot be read: {error}.", indicator.name);
            let mend = format!("Put it beside {}, or build the publication again.", publication.display());
            messages.push(Message::error(&name, String::new(), what, mend));
            return None;
        }
    };
    if data.hash.as_ref().is_some_and(|hash| hash.starts_with("sha256-") && *hash != self::hash(&bytes)) {
        let what = format!("The file's hash is {}, and the publication says another.", self::hash(&bytes));
        let mend = "Upload both files of one build; a browser refuses a file with another hash.";
        messages.push(Message::error(&name, String::new(), what, mend));
    }
    let (whole, found) = ingest::read_data_file(&bytes, dataset, ix);
    messages.extend(found.iter().map(|found| json::of_publication(&name, found)));
    whole
}

/// As an integrity attribute writes it.
pub(crate) fn hash(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}
