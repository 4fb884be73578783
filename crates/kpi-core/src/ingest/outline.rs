//! The file's outline: its top-level members, and the indicators one by one.
//!
//! A sound file is taken apart by serde_json. A damaged one is taken apart at its brackets, so that what is wrong
//! inside one indicator leaves the others whole, and of a file that was cut off everything before the cut stays.

use super::diagnostic::Problem;
use super::json::{Log, Members, plain};
use serde_json::error::Category;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// The top-level members of a publication, each sound JSON.
pub(super) struct Outline<'t> {
    pub(super) text: &'t str,
    pub(super) members: Vec<(Cow<'t, str>, &'t str)>,
    /// The elements of "indicators" with their positions; those that are not sound JSON are not among them.
    pub(super) indicators: Vec<(usize, &'t str)>,
}

pub(super) fn read<'t>(text: &'t str, log: &mut Log<'_>) -> Option<Outline<'t>> {
    if !text.trim_start().starts_with('{') {
        let seems = if text.trim_start().starts_with('[') {
            Problem::NotKpi { seems: Some("a list") }
        } else {
            Problem::NotJson
        };
        log.at_offset(0, seems);
        return None;
    }
    match serde_json::from_str::<Members<'t>>(text) {
        Ok(Members(members)) => Some(sound(text, members)),
        Err(error) => salvage(text, &error, log),
    }
}

fn sound<'t>(text: &'t str, members: Vec<(Cow<'t, str>, &'t RawValue)>) -> Outline<'t> {
    let mut outline = Outline { text, members: Vec::with_capacity(members.len()), indicators: Vec::new() };
    for (name, value) in members {
        let elements =
            if name == "indicators" { serde_json::from_str::<Vec<&'t RawValue>>(value.get()).ok() } else { None };
        match elements {
            Some(elements) => outline.indicators = elements.into_iter().map(RawValue::get).enumerate().collect(),
            None => outline.members.push((name, value.get())),
        }
    }
    outline
}

fn salvage<'t>(text: &'t str, error: &serde_json::Error, log: &mut Log<'_>) -> Option<Outline<'t>> {
    let mut outline = Outline { text, members: Vec::new(), indicators: Vec::new() };
    let mut said = false;
    let (members, closed) = pieces(text);
    let mut check = |piece: &'t str, log: &mut Log<'_>| {
        let checked = serde_json::from_str::<&RawValue>(piece);
        if let Err(error) = &checked {
            // That the last piece of a file cut off has no end goes without saying.
            if closed || error.classify() != Category::Eof {
                said = true;
                log.at_line(piece, error, Problem::Syntax { expected: plain(error) });
            }
        }
        checked.is_ok()
    };
    let mut all_closed = closed;
    for member in members {
        let Some((name, value)) = name_and_value(member) else { continue };
        if name == "indicators" && value.starts_with('[') {
            let (elements, closed) = pieces(value);
            all_closed &= closed;
            for (position, element) in elements.into_iter().enumerate() {
                if check(element, log) {
                    outline.indicators.push((position, element));
                } else {
                    log.at_offset(offset_in(text, element), Problem::IndicatorLeftOut { name: glimpse(element) });
                }
            }
        } else if check(value, log) {
            outline.members.push((Cow::Borrowed(name), value));
        }
    }
    if !all_closed {
        log.at_offset(text.len(), Problem::CutOff { kept: outline.indicators.len() });
    } else if !said {
        // The damage lies between the pieces: a missing comma, something behind the end.
        log.at_line(text, error, Problem::Syntax { expected: plain(error) });
    }
    Some(outline)
}

/// The complete pieces of an object or list between its commas, and whether it is closed. Knows only brackets and
/// texts; a piece without its end is not among them.
///
/// A text ends at the end of its line, and a closing bracket closes everything opened inside its pair: so one missing
/// quotation mark or bracket spoils one piece, not the rest of the file.
fn pieces(text: &str) -> (Vec<&str>, bool) {
    let is_list = text.trim_start().starts_with('[');
    let mut found = Vec::new();
    let mut open: Vec<u8> = Vec::new();
    let (mut start, mut in_text, mut escaped) = (0, false, false);
    let mut keep = |from: usize, to: usize| {
        let piece = text.get(from..to).unwrap_or_default().trim();
        if !piece.is_empty() {
            found.push(piece);
        }
    };
    for (at, byte) in text.bytes().enumerate() {
        if in_text {
            in_text = byte != b'\n' && (escaped || byte != b'"');
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => in_text = true,
            b'{' | b'[' => {
                open.push(byte);
                if open.len() == 1 {
                    start = at + 1;
                }
            }
            b'}' | b']' => {
                let opening = if byte == b'}' { b'{' } else { b'[' };
                let Some(pair) = open.iter().rposition(|bracket| *bracket == opening) else { continue };
                open.truncate(pair);
                if open.is_empty() {
                    keep(start, at);
                    return (found, true);
                }
                // Two elements with no comma between them are two pieces all the same.
                if open.len() == 1 && is_list {
                    keep(start, at + 1);
                    start = at + 1;
                }
            }
            b',' if open.len() == 1 => {
                keep(start, at);
                start = at + 1;
            }
            _ => {}
        }
    }
    // Of an object that was cut off the last member may be a list whose complete elements count.
    if open.len() > 1 && !is_list {
        keep(start, text.len());
    }
    (found, false)
}

/// `"name": value` taken apart; names with escapes are none of ours.
fn name_and_value(member: &str) -> Option<(&str, &str)> {
    let (name, rest) = member.strip_prefix('"')?.split_once('"')?;
    Some((name, rest.trim_start().strip_prefix(':')?.trim_start()))
}

/// The name of an indicator that is not sound JSON, for the message alone.
fn glimpse(element: &str) -> Option<String> {
    let after = |field: &str| {
        let (_, rest) = element.split_once(field)?;
        let (name, _) = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?.split_once('"')?;
        (!name.is_empty() && name.len() < 200).then(|| name.to_owned())
    };
    after("\"name\"").or_else(|| after("\"id\""))
}

fn offset_in(text: &str, piece: &str) -> usize {
    (piece.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}
