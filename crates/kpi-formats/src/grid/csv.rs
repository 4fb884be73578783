use super::{HEADER_WITHIN, Rows, Wanted, encoding, header};
use crate::problem::Log;
use std::borrow::Cow;
use std::io::Read;

/// Reads text whose cells are separated by a comma, a semicolon or a tab.
pub(super) fn read(bytes: &[u8], wanted: &Wanted<'_>, log: &mut Log<'_>) -> Rows {
    let text = encoding::decode(bytes, log);
    // With one kind of line end, lines are counted as a spreadsheet counts rows.
    let text = if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text };
    let delimiter = wanted.delimiter.unwrap_or_else(|| delimiter(&text, wanted));
    let mut rows = rows(&text, delimiter, usize::MAX, log);
    rows.ends_abruptly = !text.ends_with('\n');
    rows.keeps_empty_ends = true;
    rows
}

/// The one with which a header is found, or else the one that makes the widest rows.
fn delimiter(text: &str, wanted: &Wanted<'_>) -> u8 {
    const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];
    let tried = CANDIDATES.map(|delimiter| {
        let rows = rows(text, delimiter, HEADER_WITHIN, &mut Log::new(""));
        let widest = rows.iter().map(|row| row.len()).max();
        ((header(&rows, wanted).is_some(), widest), delimiter)
    });
    // Of equals the last would be taken; the comma comes first.
    tried.into_iter().rev().max_by_key(|(fit, _)| *fit).map_or(b',', |(_, delimiter)| delimiter)
}

fn rows(text: &str, delimiter: u8, at_most: usize, log: &mut Log<'_>) -> Rows {
    let end: &[u8] = if text.ends_with('\n') { b"" } else { b"\n" };
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes().chain(end));
    let mut rows = Rows::default();
    let mut record = ::csv::StringRecord::new();
    // Lines within quotation marks are no rows.
    let mut inner_lines = 0;
    while rows.len() < at_most && !rows.is_full() {
        let before = reader.position().line();
        if !reader.read_record(&mut record).unwrap_or(false) {
            break;
        }
        let inside = record.iter().flat_map(str::bytes).filter(|byte| *byte == b'\n').count();
        let inside = u64::try_from(inside).unwrap_or(u64::MAX);
        let first_line = reader.position().line().saturating_sub(1).saturating_sub(inside).max(before);
        rows.begin(u32::try_from(first_line.saturating_sub(inner_lines)).unwrap_or(u32::MAX), log);
        inner_lines = inner_lines.saturating_add(inside);
        record.iter().for_each(|cell| rows.push(cell, log));
    }
    rows
}
