/// What a file is, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Text, for all that can be told.
    Text,
    /// An archive, as workbooks are.
    Archive,
    /// Anything else, and what it seems to be.
    Other(&'static str),
}

pub(super) fn sort(bytes: &[u8]) -> Sort {
    const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];
    const UTF_16: [&[u8]; 2] = [&[0xFF, 0xFE], &[0xFE, 0xFF]];
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    if start.starts_with(b"PK\x03\x04") {
        return Sort::Archive;
    }
    if start.starts_with(OLE) {
        return Sort::Other("an old Excel workbook (.xls), or one with a password");
    }
    if start.starts_with(b"%PDF") {
        return Sort::Other("a PDF document");
    }
    if UTF_16.iter().any(|mark| start.starts_with(mark)) {
        return Sort::Text;
    }
    if start.contains(&0) {
        return Sort::Other("not text at all");
    }
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    match text.first() {
        Some(b'<') => Sort::Other("a web page or XML"),
        Some(b'{' | b'[') => Sort::Other("JSON"),
        _ => Sort::Text,
    }
}
