use super::limits;
use crate::problem::{Kind, Log};
use std::io::{Cursor, Read};

pub(super) type Pack<'b> = zip::ZipArchive<Cursor<&'b [u8]>>;

/// Opens a workbook's archive and makes sure that it can be unpacked: a small file may hold terabytes. What the archive
/// says of its sizes can be trusted, because a part that is larger than it says is an error when it is unpacked.
pub(super) fn open<'b>(bytes: &'b [u8], log: &mut Log<'_>) -> Option<Pack<'b>> {
    let mut pack = match zip::ZipArchive::new(Cursor::new(bytes)) {
        Ok(pack) => pack,
        Err(error) => return broken(&error.to_string(), log),
    };
    let mut size = 0_u64;
    for at in 0..pack.len() {
        match pack.by_index_raw(at) {
            Ok(part) => size = size.saturating_add(part.size()),
            Err(error) => return broken(&error.to_string(), log),
        }
    }
    if size > limits::UNPACKED as u64 {
        log.file(Kind::TooLarge { limit: limits::UNPACKED });
        return None;
    }
    Some(pack)
}

/// What an archive holds.
pub(super) enum Content {
    /// A workbook of Excel's.
    Xlsx,
    /// An OpenDocument spreadsheet.
    Ods,
    /// Anything else, and what it seems to be.
    Other(&'static str),
}

pub(super) fn content(pack: &mut Pack<'_>) -> Content {
    let mut mimetype = String::new();
    if let Ok(mut part) = pack.by_name("mimetype") {
        // Without it the names of the parts decide.
        part.read_to_string(&mut mimetype).unwrap_or_default();
    }
    let has = |start: &str| pack.file_names().any(|name| name.is_ok_and(|name| name.starts_with(start)));
    match () {
        () if mimetype.contains("opendocument.spreadsheet") => Content::Ods,
        () if mimetype.contains("opendocument") => Content::Other("an OpenDocument text or drawing"),
        () if has("xl/") => Content::Xlsx,
        () if has("word/") => Content::Other("a Word document"),
        () if has("content.xml") => Content::Ods,
        () => Content::Other("an archive of files (.zip)"),
    }
}

pub(super) fn broken<T>(reason: &str, log: &mut Log<'_>) -> Option<T> {
    log.file(Kind::BrokenWorkbook { reason: reason.to_owned() });
    None
}

/// The sheet to read: the one asked for, or the first.
pub(super) fn choose(names: &[String], asked: Option<&str>, log: &mut Log<'_>) -> Option<usize> {
    let Some(first) = names.first() else {
        log.file(Kind::Empty);
        return None;
    };
    let at = match asked {
        Some(asked) => {
            let found = names.iter().position(|name| name.trim().eq_ignore_ascii_case(asked.trim()));
            if found.is_none() {
                log.file(Kind::NoSuchSheet { asked: asked.to_owned(), names: names.to_vec() });
            }
            found?
        }
        None => {
            if names.len() > 1 {
                let others = names.iter().skip(1).cloned().collect();
                log.file(Kind::SeveralSheets { taken: first.clone(), others });
            }
            0
        }
    };
    names.get(at).inspect(|name| log.enter_sheet(name)).map(|_| at)
}
