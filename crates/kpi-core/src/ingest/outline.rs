//! The file's outline: its top-level members, and the elements of its three lists, to be read one by one.
//!
//! What is wrong inside one indicator must leave the others whole, and of a file that was cut off everything before the
//! cut stays. So nothing is read as a whole: behind something damaged, reading goes on at the next element that is whole
//! or at the next top-level member.

use super::json::scan::{self, Flaw, Parts, blank, skip};
use super::json::{Node, glimpse};
use super::limits;
use super::log::Log;
use super::problem::Problem;

/// The lists whose elements stand or fall one by one.
const LISTS: [&str; 3] = ["\"areas\"", "\"topics\"", "\"indicators\""];

/// Other members that stand at the top and nowhere else.
const TOP: [&str; 5] = ["\"kpi\"", "\"title\"", "\"publisher\"", "\"licence\"", "\"language\""];

/// The top-level members of a publication, each sound JSON.
pub(super) struct Outline<'t> {
    pub(super) text: &'t str,
    /// Names and values, as written.
    pub(super) members: Vec<(&'t str, &'t str)>,
    pub(super) lists: Vec<List<'t>>,
    /// The file ends before its end.
    pub(super) cut_off: bool,
}

/// The elements of a list.
pub(super) struct List<'t> {
    pub(super) name: &'t str,
    /// Those that are sound JSON; at most [`limits::ELEMENTS`].
    pub(super) sound: Vec<Element<'t>>,
    /// How many there are, those that are damaged included.
    pub(super) count: usize,
}

/// An element that is sound JSON, and its position in its list.
#[derive(Clone, Copy)]
pub(super) struct Element<'t> {
    pub(super) position: usize,
    pub(super) node: Node<'t>,
}

/// Reads the outline; `None` where the file is no object.
pub(super) fn read<'t>(text: &'t str, log: &mut Log<'_>) -> Option<Outline<'t>> {
    let start = blank(text.as_bytes(), 0);
    let problem = match text.as_bytes().get(start) {
        Some(b'{') => {
            let mut outline = Outline { text, members: Vec::new(), lists: Vec::new(), cut_off: false };
            outline.members(start + 1, log);
            if outline.cut_off {
                let kept = outline.list("indicators").map_or(0, |list| list.sound.len());
                log.at_offset(text.len(), Problem::CutOff { kept });
            }
            return Some(outline);
        }
        Some(b'[') => Problem::NotKpi { seems: Some("a list") },
        _ => Problem::NotJson,
    };
    log.at_offset(0, problem);
    None
}

/// What stood just before.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    /// An opening bracket, or something damaged.
    Nothing,
    Value,
    Comma,
}

impl<'t> Outline<'t> {
    /// A list by its name; of several the last one counts.
    pub(super) fn list(&self, name: &str) -> Option<&List<'t>> {
        self.lists.iter().rfind(|list| list.name == name)
    }

    /// Reads the top-level members.
    fn members(&mut self, mut at: usize, log: &mut Log<'_>) {
        let bytes = self.text.as_bytes();
        let mut before = Before::Nothing;
        loop {
            at = blank(bytes, at);
            match (bytes.get(at), before) {
                (None, _) => return self.cut_off = true,
                (Some(b'}'), _) => {
                    let behind = blank(bytes, at + 1);
                    if before == Before::Comma {
                        say(at, "a name in quotation marks", log);
                    } else if behind < bytes.len() {
                        say(behind, "the end of the file", log);
                    }
                    return;
                }
                (Some(b','), Before::Value) => {
                    (at, before) = (at + 1, Before::Comma);
                    continue;
                }
                (Some(_), Before::Value) => say(at, "a comma or }", log),
                _ => {}
            }
            match self.member(at, log) {
                Ok(Some(end)) => (at, before) = end,
                Ok(None) => return,
                Err(flaw) => {
                    let next = self.behind(at, flaw, None);
                    if next.is_some() || flaw.at < bytes.len() {
                        say(flaw.at, flaw.expected, log);
                    }
                    let Some(next) = next else { return };
                    (at, before) = (next, Before::Nothing);
                }
            }
        }
    }

    /// Reads `"name": value`, and says where reading goes on, if it does.
    fn member(&mut self, start: usize, log: &mut Log<'_>) -> Result<Option<(usize, Before)>, Flaw> {
        let bytes = self.text.as_bytes();
        let (name_end, colon) = scan::name(bytes, start)?;
        let name = self.text.get(start..name_end).unwrap_or_default();
        let value = blank(bytes, colon);
        let next = if LISTS.contains(&name) && bytes.get(value) == Some(&b'[') {
            self.elements(name.trim_matches('"'), value + 1, log)
        } else {
            let end = skip(self.text, value)?;
            // Where the file ends with it, it lacks a bracket and has swallowed what stands behind.
            if blank(bytes, end) == bytes.len()
                && let Some(at) = (value..end).find(|at| self.is_top(*at))
            {
                return Err(Flaw { at, expected: "}" });
            }
            Some((end, Before::Value))
        };
        let end = next.map_or(bytes.len(), |(end, _)| end);
        self.members.push((name, self.text.get(value..end).unwrap_or_default()));
        Ok(next)
    }

    /// Reads the elements of a list, and says where reading goes on behind it, if it does.
    fn elements(&mut self, name: &'t str, mut at: usize, log: &mut Log<'_>) -> Option<(usize, Before)> {
        let bytes = self.text.as_bytes();
        let mut list = List { name, sound: Vec::new(), count: 0 };
        let mut before = Before::Nothing;
        let next = loop {
            at = blank(bytes, at);
            match (bytes.get(at), before) {
                (None, _) => {
                    self.cut_off = true;
                    break None;
                }
                (Some(b','), Before::Value) => {
                    (at, before) = (at + 1, Before::Comma);
                    continue;
                }
                (Some(b']'), _) if self.ends_list(at + 1) => {
                    if before == Before::Comma {
                        say(at, "an element", log);
                    }
                    break Some((at + 1, Before::Value));
                }
                (Some(b']' | b'}'), _) => {
                    say(at, "a comma or ]", log);
                    (at, before) = (at + 1, Before::Nothing);
                    if blank(bytes, at) == bytes.len() {
                        break None;
                    }
                    continue;
                }
                (Some(_), Before::Value) => say(at, "a comma or ]", log),
                _ => {}
            }
            if self.is_top(at) {
                say(at, "]", log);
                break Some((at, Before::Nothing));
            }
            match skip(self.text, at) {
                Ok(end) => {
                    if list.count < limits::ELEMENTS {
                        let raw = self.text.get(at..end).unwrap_or_default();
                        list.sound.push(Element { position: list.count, node: Node { raw } });
                    } else if list.count == limits::ELEMENTS {
                        log.at_offset(at, Problem::TooMany { limit: limits::ELEMENTS });
                    }
                    list.count += 1;
                    (at, before) = (end, Before::Value);
                }
                Err(flaw) => {
                    let next = self.behind(at, flaw, Some(name));
                    let raw = self.text.get(at..next.unwrap_or(bytes.len())).unwrap_or_default();
                    if next.is_some() || flaw.at < bytes.len() {
                        left_out(&list, at, raw, flaw, log);
                    }
                    // A letter or a comma that stands there without reason costs nothing.
                    list.count += usize::from(raw.contains('"'));
                    let Some(next) = next else { break None };
                    if self.is_top(next) {
                        break Some((next, Before::Nothing));
                    }
                    (at, before) = (next, Before::Nothing);
                }
            }
        };
        self.lists.push(list);
        next
    }

    /// Where behind something damaged reading goes on: at a top-level member; in a list also at an object that has what an
    /// element needs, or that begins like an element and is damaged in a place of its own.
    fn behind(&mut self, damaged: usize, flaw: Flaw, list: Option<&str>) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let needed = if list == Some("indicators") { "\"periods\"" } else { "\"name\"" };
        let mut at = damaged + 1;
        loop {
            match bytes.get(at) {
                Some(b'"') if self.is_top(at) => return Some(at),
                Some(b'{') if list.is_some() => match skip(self.text, at) {
                    Ok(end) => {
                        let object = self.text.get(at..end).unwrap_or_default();
                        if Parts::of(object).any(|(name, _)| name == needed) {
                            return Some(at);
                        }
                        at = end;
                        continue;
                    }
                    Err(other) => {
                        let first = blank(bytes, at + 1);
                        if other.at != flaw.at && self.has(first, &["\"id\"", "\"name\""]) {
                            return Some(at);
                        }
                    }
                },
                Some(_) => {}
                None => {
                    self.cut_off = flaw.at == bytes.len() || !self.text.trim_ascii_end().ends_with('}');
                    return None;
                }
            }
            at += 1;
        }
    }

    /// Whether a closing bracket before this place ends its list, or stands there without reason.
    fn ends_list(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let mut at = blank(bytes, at);
        if bytes.get(at) == Some(&b',') {
            at = blank(bytes, at + 1);
        }
        bytes.get(at) != Some(&b'{')
    }

    /// Whether a top-level member begins here.
    fn is_top(&self, at: usize) -> bool {
        (self.has(at, &LISTS) || self.has(at, &TOP)) && scan::name(self.text.as_bytes(), at).is_ok()
    }

    /// Whether one of these names stands here.
    fn has(&self, at: usize, names: &[&str]) -> bool {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        names.iter().any(|name| rest.starts_with(name.as_bytes()))
    }
}

fn say(at: usize, expected: &'static str, log: &mut Log<'_>) {
    log.at_offset(at, Problem::Syntax { expected });
}

/// Says what is wrong with a damaged element, and which indicator it was, as far as its name or id can be read.
fn left_out(list: &List<'_>, start: usize, raw: &str, flaw: Flaw, log: &mut Log<'_>) {
    let path = format!("{}[{}]", list.name, list.count);
    log.add(flaw.at, Some(path.clone()), Problem::Syntax { expected: flaw.expected });
    if list.name == "indicators" && raw.contains('"') {
        log.add(start, Some(path), Problem::IndicatorLeftOut { name: glimpse(raw) });
    }
}
