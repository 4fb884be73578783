//! The file's outline: its top-level members as text, to be read one by one.
//!
//! A sound file is taken apart by serde_json. Of a damaged one everything that is still sound is found, so that what
//! is wrong inside one indicator leaves the others whole, and of a file that was cut off everything before the cut
//! stays. See [`Salvage`].

use super::diagnostic::Problem;
use super::json::{Log, Members, Node, offset, plain};
use super::limits;
use serde::de::{Deserialize, IgnoredAny};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The top-level members of a publication, each sound JSON.
pub(super) struct Outline<'t> {
    pub(super) text: &'t str,
    pub(super) members: Members<'t>,
    /// Of a damaged file the lists of [`LISTS`], which are then not among the members: their sound elements, with
    /// their positions.
    pub(super) salvaged: BTreeMap<&'static str, Vec<(usize, &'t str)>>,
    /// An element of "areas" is not among the salvaged.
    pub(super) areas_damaged: bool,
    /// The file ends before its end.
    pub(super) cut_off: bool,
}

impl<'t> Outline<'t> {
    const fn new(text: &'t str, members: Members<'t>) -> Self {
        Self { text, members, salvaged: BTreeMap::new(), areas_damaged: false, cut_off: false }
    }
}

/// The lists whose elements stand or fall one by one.
pub(super) const LISTS: [&str; 3] = ["areas", "topics", "indicators"];

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
    match serde_json::from_str(text) {
        Ok(members) => Some(Outline::new(text, members)),
        Err(error) => Some(Salvage::new(text).run(&error, log)),
    }
}

/// Finds what is sound in a damaged file.
///
/// The lists are found by their names (`"indicators": [`), wherever the brackets before them went wrong. Their
/// elements are read one after the other; behind a damaged one reading goes on at the next object that looks like an
/// element. What stands between the lists is taken apart at its commas.
struct Salvage<'t> {
    text: &'t str,
    anchors: Vec<Anchor>,
    outline: Outline<'t>,
    /// Something is said of what is wrong.
    said: bool,
    /// Bytes that may still be read in vain: text that looks like an element at every bracket must not take for ever.
    budget: usize,
}

#[derive(Clone, Copy)]
struct Anchor {
    name: &'static str,
    /// Where the name's quotation mark stands.
    start: usize,
    /// Where the list's bracket stands.
    list: usize,
    /// Where behind it a list of another name stands.
    other: usize,
}

/// Where the elements of a list end.
enum End {
    /// Behind this place other members follow.
    At(usize),
    /// At the end of the file, as far as one can see.
    OfFile,
    /// The file was cut off.
    CutOff,
}

/// What stands in the place of an element.
struct Damaged {
    /// Where the element begins.
    start: usize,
    /// Where it goes wrong, and what was expected there.
    at: usize,
    expected: String,
}

impl<'t> Salvage<'t> {
    fn new(text: &'t str) -> Self {
        let mut anchors: Vec<Anchor> = LISTS.into_iter().flat_map(|name| anchors(text, name)).collect();
        anchors.sort_by_key(|anchor| anchor.start);
        let (mut next, mut other) = ("", text.len());
        let mut start = text.len();
        for anchor in anchors.iter_mut().rev() {
            if anchor.name != next {
                (next, other) = (anchor.name, start);
            }
            anchor.other = other;
            start = anchor.start;
        }
        let members = Members { list: Vec::new(), more: false };
        let outline = Outline::new(text, members);
        Self { text, anchors, outline, said: false, budget: text.len().saturating_mul(4) }
    }

    fn run(mut self, error: &serde_json::Error, log: &mut Log<'_>) -> Outline<'t> {
        let mut at = self.text.find('{').map_or(0, |brace| brace + 1);
        self.outline.cut_off = loop {
            let Some(anchor) = self.anchor_from(at) else {
                break !self.between(at, self.text.len(), log);
            };
            self.between(at, anchor.start, log);
            match self.elements(anchor, log) {
                End::At(end) => at = end,
                End::OfFile => break false,
                End::CutOff => break true,
            }
        };
        if self.outline.cut_off {
            let kept = self.outline.salvaged.get("indicators").map_or(0, Vec::len);
            log.at_offset(self.text.len(), Problem::CutOff { kept });
        } else if !self.said {
            // The damage lies where nothing was lost: a missing comma, something behind the end.
            log.syntax(Node::root(self.text), error);
        }
        self.outline
    }

    fn anchor_from(&self, at: usize) -> Option<Anchor> {
        let next = self.anchors.partition_point(|anchor| anchor.start < at);
        self.anchors.get(next).copied()
    }

    fn rest(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The first byte that is not white space from here on, and where it stands.
    fn next(&self, at: usize) -> (usize, Option<u8>) {
        let rest = self.rest(at);
        let at = at + (rest.len() - rest.trim_start().len());
        (at, self.text.as_bytes().get(at).copied())
    }

    fn say(&mut self, at: usize, expected: &str, log: &mut Log<'_>) {
        self.said = true;
        log.at_offset(at, Problem::Syntax { expected: expected.to_owned() });
    }

    /// Reads the members that stand between two lists, or behind the last one; whether a closing bracket ends them.
    fn between(&mut self, start: usize, end: usize, log: &mut Log<'_>) -> bool {
        let (pieces, closed) = pieces(self.text.get(start..end).unwrap_or_default());
        let is_last = end == self.text.len();
        let count = pieces.len();
        for (number, piece) in pieces.into_iter().enumerate() {
            // That the last piece of a file cut off has no end goes without saying.
            self.member(piece, is_last && !closed && number + 1 == count, log);
        }
        closed
    }

    /// `"name": value`; where a comma is missing, several.
    fn member(&mut self, piece: &'t str, may_be_cut: bool, log: &mut Log<'_>) {
        let mut piece = piece;
        while !piece.is_empty() {
            let start = offset_in(self.text, piece);
            let Some((name, value)) = name_and_value(piece) else {
                if !may_be_cut {
                    self.say(start, "expected a name in quotation marks and a colon", log);
                }
                return;
            };
            match first::<&RawValue>(value) {
                Ok((raw, length)) => {
                    self.outline.members.list.push((Cow::Borrowed(name), raw.get()));
                    piece = value.get(length..).unwrap_or_default().trim_start();
                    if !piece.is_empty() {
                        self.say(offset_in(self.text, piece), "expected `,` or `}`", log);
                    }
                }
                Err(error) => {
                    if !may_be_cut || !lacks_its_end(value, &error) {
                        self.say(offset_in(self.text, value) + offset(value, &error), &plain(&error), log);
                    }
                    return;
                }
            }
        }
    }

    /// Reads the elements of a list; of two lists with one name the last one counts, as in a sound file.
    fn elements(&mut self, anchor: Anchor, log: &mut Log<'_>) -> End {
        let mut elements: Vec<(usize, &'t str)> = Vec::new();
        let mut at = anchor.list + 1;
        let mut position = 0;
        let mut before = Before::Nothing;
        let mut more = false;
        let end = loop {
            let (here, byte) = self.next(at);
            at = here;
            match (byte, before) {
                (None, _) => break End::CutOff,
                (Some(b']'), _) if self.ends_list(at + 1) => {
                    if before == Before::Comma {
                        self.say(at, "trailing comma", log);
                    }
                    break End::At(at + 1);
                }
                (Some(b']'), _) => {
                    self.say(at, "expected `,`", log);
                    (at, before) = (at + 1, Before::Nothing);
                    continue;
                }
                (Some(b','), _) => {
                    if before != Before::Element {
                        self.say(at, "expected value", log);
                    }
                    (at, before) = (at + 1, Before::Comma);
                    continue;
                }
                (Some(b'}'), _) => {
                    self.say(at, "expected `,` or `]`", log);
                    if self.next(at + 1).1.is_none() {
                        break End::OfFile;
                    }
                    (at, before) = (at + 1, Before::Nothing);
                    continue;
                }
                (Some(_), Before::Element) => self.say(at, "expected `,` or `]`", log),
                _ => {}
            }
            if self.anchor_from(at).is_some_and(|next| next.start == at) {
                self.say(at, "expected `]`", log);
                break End::At(at);
            }
            let error = match first::<&RawValue>(self.rest(at)) {
                Ok((raw, length)) => {
                    if elements.len() < limits::ELEMENTS {
                        elements.push((position, raw.get()));
                    } else if !std::mem::replace(&mut more, true) {
                        log.at_offset(at, Problem::TooMany { limit: limits::ELEMENTS });
                    }
                    position += 1;
                    (at, before) = (at + length, Before::Element);
                    continue;
                }
                Err(error) => error,
            };
            let limit = match self.anchor_from(at) {
                Some(next) if next.name == anchor.name => next.other,
                Some(next) => next.start,
                None => self.text.len(),
            };
            let read = offset(self.rest(at), &error);
            self.budget = self.budget.saturating_sub(read);
            let damaged = Damaged { start: at, at: at + read, expected: plain(&error) };
            let (damaged, resume) = self.resume(anchor.name, damaged, limit);
            if resume.is_none() && lacks_its_end(self.rest(at), &error) {
                break End::CutOff;
            }
            let end = resume.unwrap_or(limit);
            let mut ends = damaged.iter().skip(1).map(|next| next.start).chain([end]);
            for damaged in &damaged {
                let raw = self.text.get(damaged.start..ends.next().unwrap_or(end)).unwrap_or_default();
                self.left_out(anchor.name, position, raw, damaged, log);
                position += 1;
            }
            match resume {
                Some(next) => (at, before) = (next, Before::Nothing),
                None if limit < self.text.len() => break End::At(limit),
                None => match other_member(self.rest(at)) {
                    Some(member) => break End::At(at + member),
                    None if self.text.trim_end().ends_with('}') => break End::OfFile,
                    None => break End::CutOff,
                },
            }
        };
        self.outline.areas_damaged |= anchor.name == "areas" && matches!(end, End::CutOff);
        self.outline.salvaged.insert(anchor.name, elements);
        end
    }

    fn left_out(&mut self, list: &str, position: usize, raw: &str, damaged: &Damaged, log: &mut Log<'_>) {
        self.said = true;
        let root = Node::root(self.text);
        let list_node = root.field(list, self.text);
        let at = self.rest(self.text.floor_char_boundary(damaged.at));
        log.push(list_node.element(position, at), Problem::Syntax { expected: damaged.expected.clone() });
        self.outline.areas_damaged |= list == "areas";
        if list == "indicators" {
            log.push(list_node.element(position, raw), Problem::IndicatorLeftOut { name: glimpse(raw) });
        }
    }

    /// Whether a closing bracket before this place ends its list, or stands there without reason.
    fn ends_list(&self, at: usize) -> bool {
        match self.next(at) {
            (_, Some(b'{')) => false,
            (comma, Some(b',')) => self.next(comma + 1).1 != Some(b'{'),
            _ => true,
        }
    }

    /// Where behind a damaged element the next sound one begins, and the damaged ones before it.
    fn resume(&mut self, list: &str, damaged: Damaged, limit: usize) -> (Vec<Damaged>, Option<usize>) {
        let start = damaged.start;
        let mut candidates = Vec::new();
        let mut at = self.text.ceil_char_boundary(start + 1);
        let resume = loop {
            let Some(brace) = self.text.get(at..limit).and_then(|rest| rest.find('{')) else { break None };
            at += brace;
            if self.budget == 0 {
                break None;
            }
            let rest = self.rest(at);
            let read = match first::<Members<'t>>(rest) {
                Ok((members, _)) if looks_like(list, &members) => break Some(at),
                Ok((_, length)) => length,
                Err(error) => {
                    let read = offset(rest, &error);
                    if candidates.len() < 10 * limits::DIAGNOSTICS && begins_like_one(rest) {
                        candidates.push(Damaged { start: at, at: at + read, expected: plain(&error) });
                    }
                    self.budget = self.budget.saturating_sub(read);
                    1
                }
            };
            self.budget = self.budget.saturating_sub(read);
            at += read;
        };
        let mut found = vec![damaged];
        if list == "indicators" {
            // Between two damaged indicators there is no bracket to trust, but each has its periods once.
            let region = self.text.get(start..resume.unwrap_or(limit)).unwrap_or_default();
            let mut periods = region.match_indices("\"periods\"").map(|(at, _)| start + at).peekable();
            let mut behind_one = false;
            for candidate in candidates {
                while periods.next_if(|at| *at < candidate.start).is_some() {
                    behind_one = true;
                }
                let another = found.last().is_some_and(|last| last.at != candidate.at);
                if behind_one && another && periods.peek().is_some() {
                    found.push(candidate);
                    behind_one = false;
                }
            }
        }
        (found, resume)
    }
}

/// What stands before an element of a list.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    /// The list's bracket, or something damaged.
    Nothing,
    Element,
    Comma,
}

/// The first JSON value of a text that begins with one, and its length.
fn first<'t, T: Deserialize<'t>>(text: &'t str) -> Result<(T, usize), serde_json::Error> {
    let mut values = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(&mut values)?;
    Ok((value, values.into_iter::<IgnoredAny>().byte_offset()))
}

/// Whether a text goes wrong for want of its end: "-" and "1." are called bad numbers, and not the end.
fn lacks_its_end(text: &str, error: &serde_json::Error) -> bool {
    offset(text, error) + 1 >= text.trim_end().len()
}

/// Whether an object's first name is one with which elements begin.
fn begins_like_one(object: &str) -> bool {
    let first = object.strip_prefix('{').unwrap_or(object).trim_start();
    ["\"id\"", "\"name\"", "\"topic\""].iter().any(|name| first.starts_with(name))
}

fn looks_like(list: &str, members: &Members<'_>) -> bool {
    let has = |field: &str| members.list.iter().any(|(name, _)| name == field);
    let named = if list == "indicators" { "periods" } else { "name" };
    has(named) && (has("id") || has("name"))
}

/// Where a list of this name begins: `"indicators": [`.
fn anchors(text: &str, name: &'static str) -> Vec<Anchor> {
    let quoted = format!("\"{name}\"");
    let list = |(start, found): (usize, &str)| {
        let behind = text.get(start + found.len()..)?.trim_start().strip_prefix(':')?.trim_start();
        behind.starts_with('[').then(|| Anchor { name, start, list: offset_in(text, behind), other: text.len() })
    };
    text.match_indices(&quoted).filter_map(list).collect()
}

/// Where a member begins that only a publication has, behind an element that nobody can tell the end of.
fn other_member(text: &str) -> Option<usize> {
    let names = ["\"kpi\"", "\"title\"", "\"publisher\"", "\"licence\"", "\"language\""];
    let is_name = |(at, name): &(usize, &str)| {
        text.get(at + name.len()..).is_some_and(|behind| behind.trim_start().starts_with(':'))
    };
    names.into_iter().filter_map(|name| text.match_indices(name).find(is_name)).map(|(at, _)| at).min()
}

/// The pieces of an object's inside between its commas, and whether it is closed; the last piece may lack its end.
///
/// Knows only brackets and texts. A text ends at the end of its line, and a closing bracket closes everything opened
/// inside its pair: so one missing quotation mark or bracket does not spoil the rest.
fn pieces(text: &str) -> (Vec<&str>, bool) {
    let mut found = Vec::new();
    let mut open: Vec<u8> = Vec::new();
    let (mut curly, mut square) = (0_usize, 0_usize);
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
                *(if byte == b'{' { &mut curly } else { &mut square }) += 1;
                open.push(byte);
            }
            b'}' if curly == 0 => {
                keep(start, at);
                return (found, true);
            }
            b']' if square == 0 => {}
            b'}' | b']' => {
                let opening = if byte == b'}' { b'{' } else { b'[' };
                while let Some(bracket) = open.pop() {
                    *(if bracket == b'{' { &mut curly } else { &mut square }) -= 1;
                    if bracket == opening {
                        break;
                    }
                }
            }
            b',' if open.is_empty() => {
                keep(start, at);
                start = at + 1;
            }
            _ => {}
        }
    }
    keep(start, text.len());
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
        (!name.is_empty() && name.len() < 200 && !name.contains('\n')).then(|| name.to_owned())
    };
    after("\"name\"").or_else(|| after("\"id\""))
}

fn offset_in(text: &str, piece: &str) -> usize {
    (piece.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}
