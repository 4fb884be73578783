use super::diagnostic::Problem;
use super::indicator;
use super::json::{Fields, Log, Node};
use super::outline::Outline;
use crate::model::{Area, AreaRole, Dataset, Method, Publisher, Topic};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// What indicators refer to by id.
pub(super) struct Directory {
    pub(super) areas: HashMap<String, u16>,
    pub(super) topics: HashMap<String, u16>,
}

pub(super) fn read(outline: Outline<'_>, log: &mut Log<'_>) -> Option<Dataset> {
    let root = Node::root(outline.text);
    let mut fields = Fields::new(root, outline.members);
    version(&mut fields, log)?;
    let title = fields.need_text("title", log).unwrap_or_default();
    let publisher = fields.take("publisher").and_then(|node| publisher(node, log)).unwrap_or_default();
    let notes = fields.texts("notes", log);
    // Shown nowhere yet, but part of the format.
    let _language = fields.text("language", log);
    let mut areas = list(&mut fields, "areas", "area", log, area);
    let mut topics = list(&mut fields, "topics", "topic", log, topic);
    one_focus(&mut areas, log);
    fields.finish(log);

    let directory =
        Directory { areas: positions(&areas, |area| &area.id), topics: positions(&topics, |topic| &topic.id) };
    let indicators_name: Cow<'_, str> = Cow::Borrowed("indicators");
    let list = root.field(&indicators_name, outline.text);
    let mut seen = HashSet::new();
    let mut indicators = Vec::with_capacity(outline.indicators.len());
    for (position, raw) in outline.indicators {
        let node = list.element(position, raw);
        match indicator::read(node, &directory, &mut topics, log) {
            Ok(indicator) if seen.insert(indicator.id.clone()) => indicators.push(indicator),
            Ok(indicator) => {
                log.push(node, Problem::RepeatedId { what: "indicator", id: indicator.id });
                log.push(node, Problem::IndicatorLeftOut { name: Some(indicator.name) });
            }
            Err(name) => log.push(node, Problem::IndicatorLeftOut { name }),
        }
    }
    if indicators.is_empty() {
        log.push(root, Problem::NoFigures);
        return None;
    }
    let filter_periods = Dataset::derive_filter_periods(&indicators);
    Some(Dataset { title, publisher, notes, areas, topics, indicators, filter_periods })
}

fn version(fields: &mut Fields<'_, '_>, log: &mut Log<'_>) -> Option<()> {
    let root = fields.node;
    let json_stat = fields.take("class").is_some();
    let Some(node) = fields.take("kpi") else {
        log.push(root, Problem::NotKpi { seems: json_stat.then_some("JSON-stat") });
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

fn area(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<(String, Area)> {
    let mut fields = node.object(log)?;
    let id = fields.need_text("id", log)?;
    let name = fields.need_text("name", log)?;
    let role = match fields.take("role") {
        None => None,
        Some(node) => {
            let found = node.text(log)?;
            if found != "focus" {
                log.push(node, Problem::UnknownWord { found, allowed: "\"focus\"" });
                return None;
            }
            Some(AreaRole::Focus)
        }
    };
    let method = fields.take("method").and_then(|node| method(node, log));
    let model = fields.text("model", log);
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

/// Reads a list of things with ids; the first of each id stays.
fn list<T>(
    fields: &mut Fields<'_, '_>,
    field: &'static str,
    what: &'static str,
    log: &mut Log<'_>,
    read: impl Fn(Node<'_, '_>, &mut Log<'_>) -> Option<(String, T)>,
) -> Vec<T> {
    let Some(node) = fields.need(field, log) else { return Vec::new() };
    let mut seen = HashSet::new();
    let mut things = Vec::new();
    for (position, raw) in node.list(log).unwrap_or_default().into_iter().enumerate() {
        let element = node.element(position, raw);
        let Some((id, thing)) = read(element, log) else { continue };
        if !seen.insert(id.clone()) {
            log.push(element, Problem::RepeatedId { what, id });
        } else if things.len() == usize::from(u16::MAX) {
            log.push(element, Problem::TooMany { limit: things.len() });
            break;
        } else {
            things.push(thing);
        }
    }
    things
}

fn one_focus(areas: &mut [Area], log: &mut Log<'_>) {
    let found = areas.iter().filter(|area| area.role == AreaRole::Focus).count();
    if found == 1 || areas.is_empty() {
        return;
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
}

fn positions<T>(things: &[T], id: impl Fn(&T) -> &String) -> HashMap<String, u16> {
    things.iter().zip(0..).map(|(thing, position)| (id(thing).clone(), position)).collect()
}
