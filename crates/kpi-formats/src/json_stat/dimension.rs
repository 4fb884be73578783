//! Dimensions with their categories in order.

use super::node::{Log, Members, Node};
use super::problem::Problem;
use std::collections::HashMap;

/// Categories of one dimension; their positions have 16 bits.
const CATEGORIES: usize = 60_000;

/// A dimension as the file has it.
#[derive(Debug)]
pub(super) struct Dimension<'t> {
    pub(super) node: Node<'t>,
    pub(super) id: String,
    pub(super) label: String,
    /// What the file says of it and of its categories.
    pub(super) notes: Vec<String>,
    pub(super) categories: Vec<Category<'t>>,
}

#[derive(Debug)]
pub(super) struct Category<'t> {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) parent: Option<u16>,
    pub(super) unit: Option<Node<'t>>,
}

impl<'t> Dimension<'t> {
    /// Reads `dimension.year`, which has to have as many categories as `size` says.
    pub(super) fn read(id: &str, node: Node<'t>, size: u64, log: &mut Log<'t>) -> Option<Self> {
        let fields = node.object(log)?;
        let category = fields.need("category", &node, log)?;
        let parts = category.object(log)?;
        let mut categories = categories(&category, &parts, log)?;
        if categories.len() as u64 != size {
            let found = categories.len();
            return log.wrong(&category, Problem::WrongCount { what: "categories", expected: size, found });
        }
        let label = fields.text("label").unwrap_or_else(|| id.to_owned());
        let mut notes: Vec<String> = fields.get("note").map(|note| note.texts()).unwrap_or_default();
        let positions: HashMap<String, u16> =
            categories.iter().map(|category| category.id.clone()).zip(0_u16..).collect();
        if let Some(units) = parts.get("unit").and_then(|units| units.members()) {
            for category in &mut categories {
                category.unit = units.get(&category.id);
            }
        }
        if let Some(children) = parts.get("child").and_then(|children| children.members()) {
            for (parent, list) in children.each() {
                let node = Node { raw: list, path: children.path_of(parent) };
                let above = positions.get(parent).copied();
                for child in node.texts() {
                    let below = positions.get(&child).and_then(|child| categories.get_mut(usize::from(*child)));
                    match (above, below) {
                        (Some(above), Some(below)) => below.parent = Some(above),
                        _ => log.push(&node, Problem::BadCell(child)),
                    }
                }
            }
        }
        for (of, list) in parts.get("note").and_then(|notes| notes.members()).iter().flat_map(Members::each) {
            let name = positions.get(of).and_then(|position| categories.get(usize::from(*position)));
            let name = name.map_or(of, |category| category.label.as_str());
            let said = Node { raw: list, path: String::new() }.texts();
            notes.extend(said.into_iter().map(|note| format!("{name}: {note}")));
        }
        Some(Self { node, id: id.to_owned(), label, notes, categories })
    }

    /// The category that stands for all the others, by what it is called or because all others are below it.
    pub(super) fn total(&self) -> Option<u16> {
        let is_total = |text: &str| {
            let text = text.trim().to_lowercase();
            matches!(text.as_str(), "total" | "all" | "_t") || text.starts_with("total ") || text.starts_with("all ")
        };
        let by_name = |category: &Category<'_>| {
            is_total(&category.label) || (is_total(&category.id) && category.label == category.id)
        };
        let tops = || (0..).zip(&self.categories).filter(|(_, category)| category.parent.is_none());
        let mut named = tops().filter(|(_, category)| by_name(category));
        if let Some((position, _)) = named.next() {
            return named.next().is_none().then_some(position);
        }
        match tops().collect::<Vec<_>>().as_slice() {
            [(only, _)] if self.categories.len() > 1 => Some(*only),
            _ => None,
        }
    }
}

/// The categories: `index` as a list of ids or as positions by id, or none where the label's only key is the category.
fn categories<'t>(node: &Node<'t>, parts: &Members<'t>, log: &mut Log<'t>) -> Option<Vec<Category<'t>>> {
    let labels = parts.get("label").and_then(|labels| labels.members());
    let ids = match parts.get("index") {
        Some(index) => ids(&index, log)?,
        None => match labels.as_ref().filter(|labels| labels.len() == 1).and_then(|labels| labels.each().next()) {
            Some((id, _)) => vec![id.to_owned()],
            None => return log.wrong(node, Problem::MissingField("index")),
        },
    };
    if ids.len() > CATEGORIES {
        return log.wrong(node, Problem::TooMany { what: "categories", limit: CATEGORIES });
    }
    let labels: HashMap<&str, &str> = labels.iter().flat_map(Members::each).collect();
    let category = |id: String| {
        let label = labels.get(id.as_str()).and_then(|raw| super::node::text(raw));
        let label = label.filter(|label| !label.trim().is_empty()).unwrap_or_else(|| id.clone());
        Category { id, label, parent: None, unit: None }
    };
    Some(ids.into_iter().map(category).collect())
}

fn ids<'t>(index: &Node<'t>, log: &mut Log<'t>) -> Option<Vec<String>> {
    if let Some(elements) = index.elements() {
        let ids: Vec<String> = elements.iter().filter_map(|raw| super::node::text(raw)).collect();
        let mut sorted: Vec<&String> = ids.iter().collect();
        sorted.sort();
        sorted.dedup();
        if ids.len() != elements.len() || sorted.len() != ids.len() {
            return log.wrong(index, Problem::BadIndex);
        }
        return Some(ids);
    }
    let positions = index.object(log)?;
    let mut ids = vec![None; positions.len()];
    for (id, raw) in positions.each() {
        let slot = raw.parse::<usize>().ok().and_then(|position| ids.get_mut(position));
        match slot {
            Some(slot @ None) => *slot = Some(id.to_owned()),
            _ => return log.wrong(index, Problem::BadIndex),
        }
    }
    ids.into_iter().collect()
}
