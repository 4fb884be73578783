use super::directory::{Directory, Ids};
use super::json::{Fields, Node, glimpse};
use super::log::Log;
use super::outline::{Element, Outline};
use super::problem::Problem;
use super::{group, indicator, limits, version};
use crate::model::{Area, AreaRole, Dataset, Derived, Indicator, Publisher, Topic};

pub(super) fn read(outline: &Outline<'_>, log: &mut Log<'_>) -> Option<Dataset> {
    let root = Node { raw: outline.text };
    let fields = Fields::found(root, &outline.members);
    version::read(&fields, outline.cut_off, log)?;
    // What a file cut off lacks may have been in it.
    let need = |name, log: &mut Log<'_>| if outline.cut_off { fields.take(name) } else { fields.need(name, log) };
    let title = need("title", log).and_then(|node| node.text(log));
    let publisher = need("publisher", log).and_then(|node| publisher(node, log));
    let licence = fields.text("licence", log);
    let (published, modified) = (fields.date("published", log), fields.date("modified", log));
    let notes = fields.texts("notes", log);
    let language = fields.take("language").and_then(|node| language(node, log));

    let list = |name, node: Option<Node<'_>>, log: &mut Log<'_>| match (outline.list(name), node) {
        (Some(list), _) => list.sound.as_slice(),
        // Whatever stands there is no list.
        (None, Some(node)) => node.list(0, log).map_or(&[][..], |_| &[]),
        (None, None) => &[],
    };
    let areas = list("areas", need("areas", log), log);
    let topics = list("topics", fields.take("topics"), log);
    let indicators = list("indicators", need("indicators", log), log);
    // In a file cut off more may have followed.
    if let Some(node) = fields.take("areas")
        && outline.list("areas").is_some_and(|list| list.count == 0)
        && !outline.cut_off
    {
        node.wrong_kind::<()>("a list with at least one area", log);
    }
    fields.finish(log);

    let (mut found, area_ids) = things("area", areas, log, area);
    let (mut topics, topic_ids) = things("topic", topics, log, topic);
    let left_out = found.len() < outline.list("areas").map_or(0, |list| list.count);
    one_focus(&mut found, left_out, log)?;
    let directory = Directory::new(area_ids, topic_ids);
    group::members(areas, &mut found, &directory.areas, log);
    let indicators = self::indicators(indicators, &directory, &mut topics, log);
    if indicators.is_empty() {
        log.at_offset(0, Problem::NoFigures);
        return None;
    }
    let filter_periods = Dataset::derive_filter_periods(&indicators);
    let derived = Derived::new(&found, &indicators, &filter_periods);
    let (title, publisher) = (title.unwrap_or_default(), publisher.unwrap_or_default());
    Some(Dataset {
        title,
        publisher,
        language,
        licence,
        published,
        modified,
        notes,
        areas: found,
        topics,
        indicators,
        filter_periods,
        derived,
    })
}

/// Reads the indicators; the first of each id stays.
fn indicators(
    elements: &[Element<'_>],
    directory: &Directory,
    topics: &mut Vec<Topic>,
    log: &mut Log<'_>,
) -> Vec<Indicator> {
    let mut ids = Ids::default();
    let mut indicators = Vec::new();
    for Element { node, .. } in elements.iter().copied() {
        if indicators.len() == limits::POSITIONS {
            log.push(node, Problem::TooMany { limit: limits::POSITIONS });
            break;
        }
        match indicator::read(node, directory, topics, log) {
            Some(indicator) if ids.insert(&indicator.id).is_some() => {
                indicators.push(indicator);
                continue;
            }
            Some(Indicator { id, .. }) => log.push(node, Problem::RepeatedId { what: "indicator", id }),
            None => {}
        }
        log.push(node, Problem::IndicatorLeftOut { name: glimpse(node.raw) });
    }
    indicators
}

fn publisher(node: Node<'_>, log: &mut Log<'_>) -> Option<Publisher> {
    let fields = node.object(log)?;
    let name = fields.need_text("name", log)?;
    let url = fields.address("url", log);
    fields.finish(log);
    Some(Publisher { name, url })
}

fn language(node: Node<'_>, log: &mut Log<'_>) -> Option<String> {
    let language = node.text(log)?;
    if is_language(&language) { Some(language) } else { node.wrong_kind("a language such as en-GB", log) }
}

/// Whether a text has the shape of a language tag (BCP 47): `en-GB`, `cy`.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = parts.next().unwrap_or_default();
    first.len() > 1 && is_part(first) && first.bytes().all(|byte| byte.is_ascii_alphabetic()) && parts.all(is_part)
}

/// What stands among the ids of areas where comparators are chosen.
const RESERVED: [&str; 3] = ["previous", "year-before", "target"];

fn area(node: Node<'_>, log: &mut Log<'_>) -> Option<(String, Area)> {
    let fields = node.object(log)?;
    let (id, name) = fields.id_and_name(log)?;
    if RESERVED.contains(&id.as_str()) {
        log.push(node, Problem::ReservedId { id: id.clone() });
    }
    // There is only one role: whoever writes another word meant it.
    let role = fields.take("role").and_then(|node| {
        let found = node.text(log)?;
        if found != "focus" {
            log.push(node, Problem::UnknownWord { found, allowed: &["focus"] });
        }
        Some(AreaRole::Focus)
    });
    // The publication's own area is no group; what makes one is then a field that is not known there.
    let group = if role.is_none() { group::read(&fields, log) } else { None };
    fields.finish(log);
    Some((id.clone(), Area { id, name, role: role.or(group).unwrap_or(AreaRole::Place) }))
}

fn topic(node: Node<'_>, log: &mut Log<'_>) -> Option<(String, Topic)> {
    let fields = node.object(log)?;
    let (id, name) = fields.id_and_name(log)?;
    fields.finish(log);
    Some((id.clone(), Topic { id, name }))
}

/// Reads things with ids; the first of each id stays.
fn things<T>(
    what: &'static str,
    elements: &[Element<'_>],
    log: &mut Log<'_>,
    read: impl Fn(Node<'_>, &mut Log<'_>) -> Option<(String, T)>,
) -> (Vec<T>, Ids) {
    let (mut things, mut ids) = (Vec::new(), Ids::default());
    for Element { node, .. } in elements.iter().copied() {
        let Some((id, thing)) = read(node, log) else { continue };
        if things.len() == limits::POSITIONS {
            log.push(node, Problem::TooMany { limit: limits::POSITIONS });
            break;
        }
        match ids.insert(&id) {
            Some(()) => things.push(thing),
            None => log.push(node, Problem::RepeatedId { what, id }),
        }
    }
    (things, ids)
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
