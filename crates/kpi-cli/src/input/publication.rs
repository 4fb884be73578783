use super::json;
use crate::message::Message;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kpi_core::ingest;
use kpi_core::model::{Dataset, Indicator};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Reads the figures that stand in files of their own, beside the publication, and says what is wrong with them.
pub(super) fn data_files(publication: &Path, dataset: &Dataset) -> Vec<Message> {
    let mut messages = Vec::new();
    for indicator in &dataset.indicators {
        data_file(publication, dataset, indicator, &mut messages);
    }
    messages
}

fn data_file(publication: &Path, dataset: &Dataset, indicator: &Indicator, messages: &mut Vec<Message>) {
    let Some(data) = indicator.lacks() else { return };
    let path = publication.parent().unwrap_or(Path::new("")).join(&data.path);
    let name = path.display().to_string();
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let what = format!("The file of figures of \"{}\" cannot be read: {error}.", indicator.name);
            let mend = format!("Put it beside {}, or build the publication again.", publication.display());
            return messages.push(Message::error(&name, String::new(), what, mend));
        }
    };
    if data.hash.as_ref().is_some_and(|hash| hash.starts_with("sha256-") && *hash != self::hash(&bytes)) {
        let what = format!("The file's hash is {}, and the publication says another.", self::hash(&bytes));
        let mend = "Upload both files of one build; a browser refuses a file with another hash.";
        messages.push(Message::error(&name, String::new(), what, mend));
    }
    let found = ingest::read_data_file(&bytes, dataset, indicator);
    messages.extend(found.iter().map(|found| json::of_publication(&name, found)));
}

/// As an integrity attribute writes it.
pub(crate) fn hash(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}
