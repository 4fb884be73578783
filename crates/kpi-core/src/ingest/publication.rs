use super::diagnostic::Problem;
use super::json::{Fields, Log, Node};
use super::outline::{LISTS, Outline};
use super::{indicator, limits};
use crate::model::{Area, AreaRole, Dataset, Indicator, Method, Publisher, Topic};
use std::cell::Cell;
use std::collections::{HashMap, HashSet};

/// What indicators refer to by id.
pub(super) struct Directory {
    pub(super) areas: HashMap<String, u16>,
    pub(super) topics: HashMap<String, u16>,
    /// How many figures may still be read.
    pub(super) room: Cell<usize>,
}

pub(super) fn read(outline: Outline<'_>, log: &mut Log<'_>) -> Option<Dataset> {
    let Outline { text, members, salvaged, areas_damaged, cut_off } = outline;
    let root = Node::root(text);
    let mut fields = root.members(members, log)?;
    version(&mut fields, cut_off, log)?;
    let title = if cut_off { fields.text("title", log) } else { fields.need_text("title", log) };
    let publisher = if cut_off { fields.take("publisher") } else { fields.need("publisher", log) };
    let publisher = publisher.and_then(|node| self::publisher(node, log)).unwrap_or_default();
    let licence = fields.text("licence", log);
    let notes = fields.texts("notes", log);
    // Shown nowhere yet, but part of the format.
    let _language = fields.text("language", log);
    let [areas, topics, indicators] =
        LISTS.map(|name| salvaged.get(name).cloned().unwrap_or_else(|| listed(name, &mut fields, cut_off, log)));
    fields.finish(log);

    let listed = areas.len();
    let mut areas = things("areas", "area", areas, root, log, area);
    let mut topics = things("topics", "topic", topics, root, log, topic);
    let left_out = areas_damaged || areas.len() < listed;
    one_focus(&mut areas, left_out, log)?;
    let directory = Directory {
        areas: positions(&areas, |area| &area.id),
        topics: positions(&topics, |topic| &topic.id),
        room: Cell::new(limits::FIGURES),
    };
    let indicators = self::indicators(indicators, root, &directory, &mut topics, log);
    if indicators.is_empty() {
        log.push(root, Problem::NoFigures);
        return None;
    }
    let filter_periods = Dataset::derive_filter_periods(&indicators);
    let title = title.unwrap_or_default();
    Some(Dataset { title, publisher, licence, notes, areas, topics, indicators, filter_periods })
}

/// Reads the indicators; the first of each id stays.
fn indicators(
    elements: Vec<(usize, &str)>,
    root: Node<'_, '_>,
    directory: &Directory,
    topics: &mut Vec<Topic>,
    log: &mut Log<'_>,
) -> Vec<Indicator> {
    let list = root.field("indicators", root.raw);
    let mut seen = HashSet::new();
    let mut indicators = Vec::with_capacity(elements.len());
    for (position, raw) in elements {
        let node = list.element(position, raw);
        if indicators.len() == limits::POSITIONS {
            log.push(node, Problem::TooMany { limit: limits::POSITIONS });
            break;
        }
        match indicator::read(node, directory, topics, log) {
            Ok(indicator) if seen.insert(indicator.id.clone()) => indicators.push(indicator),
            Ok(indicator) => {
                log.push(node, Problem::RepeatedId { what: "indicator", id: indicator.id });
                log.push(node, Problem::IndicatorLeftOut { name: Some(indicator.name) });
            }
            Err(name) => log.push(node, Problem::IndicatorLeftOut { name }),
        }
    }
    indicators
}

fn version(fields: &mut Fields<'_, '_>, cut_off: bool, log: &mut Log<'_>) -> Option<()> {
    let root = fields.node;
    let json_stat = fields.take("class").is_some();
    let Some(node) = fields.take("kpi") else {
        // Of a file cut off before its version nobody can say what it was.
        if !cut_off {
            log.push(root, Problem::NotKpi { seems: json_stat.then_some("JSON-stat") });
        }
        return None;
    };
    // A number is what people write who do not know that versions are texts.
    let found = if node.is_text() { node.text(log)? } else { node.raw.to_owned() };
    if found == "1" || found.starts_with("1.") {
        return Some(());
    }
    log.push(node, Problem::OtherVersion { found });
    None
}

fn publisher(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<Publisher> {
    let mut fields = node.object(log)?;
    let name = fields.need_text("name", log)?;
    let url = fields.address("url", log);
    fields.finish(log);
    Some(Publisher { name, url })
}

/// What stands among the ids of areas where comparators are chosen.
const RESERVED: [&str; 3] = ["previous", "year-before", "target"];

fn area(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<(String, Area)> {
    let mut fields = node.object(log)?;
    let id = fields.need_text("id", log)?;
    if RESERVED.contains(&id.as_str()) {
        log.push(node, Problem::ReservedId { id: id.clone() });
    }
    let name = fields.need_text("name", log)?;
    let role = match fields.take("role") {
        None => None,
        Some(node) => {
            // There is only one role: whoever writes another word meant it.
            let found = node.text(log);
            if let Some(found) = found.clone().filter(|found| found != "focus") {
                log.push(node, Problem::UnknownWord { found, allowed: "\"focus\"" });
            }
            found.map(|_| AreaRole::Focus)
        }
    };
    let method = fields.take("method").and_then(|node| method(node, log));
    let model = fields.text("model", log);
    if model.is_some() && method.is_none() {
        log.push(node, Problem::MissingField { field: "method" });
    }
    let group = method.map(|method| AreaRole::Group { method, model });
    fields.finish(log);
    Some((id.clone(), Area { id, name, role: role.or(group).unwrap_or(AreaRole::Place) }))
}

fn method(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<Method> {
    let found = node.text(log)?;
    Some(match found.as_str() {
        "published" => Method::Published,
        "mean" => Method::Mean,
        "median" => Method::Median,
        _ => {
            log.push(node, Problem::UnknownWord { found, allowed: "\"published\", \"mean\", \"median\"" });
            return None;
        }
    })
}

fn topic(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<(String, Topic)> {
    let mut fields = node.object(log)?;
    let id = fields.need_text("id", log)?;
    let name = fields.need_text("name", log)?;
    fields.finish(log);
    Some((id.clone(), Topic { id, name }))
}

/// The elements of a list of a sound file, with their positions. Topics may be left out.
fn listed<'t>(
    name: &'static str,
    fields: &mut Fields<'t, '_>,
    cut_off: bool,
    log: &mut Log<'_>,
) -> Vec<(usize, &'t str)> {
    let may_be_left_out = cut_off || name == "topics";
    let node = if may_be_left_out { fields.take(name) } else { fields.need(name, log) };
    node.and_then(|node| node.list(log)).unwrap_or_default().into_iter().enumerate().collect()
}

/// Reads things with ids; the first of each id stays.
fn things<T>(
    field: &'static str,
    what: &'static str,
    elements: Vec<(usize, &str)>,
    root: Node<'_, '_>,
    log: &mut Log<'_>,
    read: impl Fn(Node<'_, '_>, &mut Log<'_>) -> Option<(String, T)>,
) -> Vec<T> {
    let list = root.field(field, root.raw);
    let mut seen = HashSet::new();
    let mut things = Vec::new();
    for (position, raw) in elements {
        let element = list.element(position, raw);
        let Some((id, thing)) = read(element, log) else { continue };
        if !seen.insert(id.clone()) {
            log.push(element, Problem::RepeatedId { what, id });
        } else if things.len() == limits::POSITIONS {
            log.push(element, Problem::TooMany { limit: limits::POSITIONS });
            break;
        } else {
            things.push(thing);
        }
    }
    things
}

/// Sees to it that exactly one area is the focus. `None` where it may be one that was left out: another area's figures
/// in its place would be read as its own.
fn one_focus(areas: &mut [Area], left_out: bool, log: &mut Log<'_>) -> Option<()> {
    let found = areas.iter().filter(|area| area.role == AreaRole::Focus).count();
    if found == 1 || areas.is_empty() {
        return Some(());
    }
    if found == 0 && left_out {
        log.at_offset(0, Problem::FocusLeftOut);
        return None;
    }
    log.at_offset(0, Problem::NotOneFocus { found });
    let first = areas.iter().position(|area| area.role == AreaRole::Focus).unwrap_or(0);
    for (position, area) in areas.iter_mut().enumerate() {
        if position == first {
            area.role = AreaRole::Focus;
        } else if area.role == AreaRole::Focus {
            area.role = AreaRole::Place;
        }
    }
    Some(())
}

fn positions<T>(things: &[T], id: impl Fn(&T) -> &String) -> HashMap<String, u16> {
    things.iter().zip(0..).map(|(thing, position)| (id(thing).clone(), position)).collect()
}
