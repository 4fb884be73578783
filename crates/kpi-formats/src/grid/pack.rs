use super::limits;
use crate::problem::{Kind, Log};
use std::io::{Cursor, Read};

pub(super) type Pack<'b> = zip::ZipArchive<Cursor<&'b [u8]>>;

/// Opens a workbook's archive and makes sure that it can be unpacked: a small file may hold terabytes.
pub(super) fn open<'b>(bytes: &'b [u8], log: &mut Log<'_>) -> Option<Pack<'b>> {
    let mut pack = match zip::ZipArchive::new(Cursor::new(bytes)) {
        Ok(pack) => pack,
        Err(error) => return broken(&error.to_string(), log),
    };
    let mut room = limits::UNPACKED as u64;
    for at in 0..pack.len() {
        let part = match pack.by_index(at) {
            Ok(part) => part,
            Err(error) => return broken(&error.to_string(), log),
        };
        // What the archive says of its sizes may be wrong, so they are counted.
        match std::io::copy(&mut part.take(room + 1), &mut std::io::sink()) {
            Ok(size) if size > room => {
                log.file(Kind::TooLarge { limit: limits::UNPACKED });
                return None;
            }
            Ok(size) => room -= size,
            Err(error) => return broken(&error.to_string(), log),
        }
    }
    Some(pack)
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
