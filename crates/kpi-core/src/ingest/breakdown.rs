use super::directory::Ids;
use super::json::Node;
use super::limits;
use super::log::Log;
use super::problem::Problem;
use crate::model::{Category, CategoryIx, Dimension};

/// The dimensions, and of each the positions of its categories.
pub(super) fn read(node: Node<'_>, log: &mut Log<'_>) -> Option<(Vec<Dimension>, Vec<Ids>)> {
    let (mut dimensions, mut categories) = (Vec::<Dimension>::new(), Vec::new());
    let mut cells = 1_u32;
    for element in node.list(limits::DIMENSIONS, log)? {
        let fields = element.object(log)?;
        let (id, name) = fields.id_and_name(log)?;
        let (parts, ids) = self::categories(fields.need("categories", log)?, log)?;
        if dimensions.iter().any(|dimension| dimension.id == id) {
            return fields.node.wrong(Problem::RepeatedId { what: "dimension", id }, log);
        }
        let Some(product) = cells.checked_mul(u32::try_from(parts.len()).ok()?) else {
            return node.too_many(limits::ELEMENTS, log);
        };
        cells = product;
        fields.finish(log);
        dimensions.push(Dimension { id, name, categories: parts });
        categories.push(ids);
    }
    Some((dimensions, categories))
}

fn categories(node: Node<'_>, log: &mut Log<'_>) -> Option<(Vec<Category>, Ids)> {
    let (mut categories, mut ids, mut parents) = (Vec::new(), Ids::default(), Vec::new());
    for (position, element) in node.list(limits::CATEGORIES, log)?.into_iter().enumerate() {
        let fields = element.object(log)?;
        let (id, name) = fields.id_and_name(log)?;
        let total = match fields.take("total") {
            None => false,
            Some(node) => node.truth(log)?,
        };
        if ids.insert(&id).is_none() {
            return fields.node.wrong(Problem::RepeatedId { what: "category", id }, log);
        }
        if let Some(parent) = fields.text("parent", log) {
            parents.push((position, element, parent));
        }
        fields.finish(log);
        categories.push(Category { id, name, total, parent: None });
    }
    // A part may stand before what it is a part of.
    for (position, element, parent) in &parents {
        match (ids.get(parent), categories.get_mut(*position)) {
            (Some(parent), Some(category)) => category.parent = Some(CategoryIx(parent)),
            _ => log.push(*element, Problem::UnknownId { what: "category", id: parent.clone() }),
        }
    }
    // When all are known, so that the order in which they stand is of no account.
    for (position, element, _) in parents {
        if is_circular(&categories, position)
            && let Some(category) = categories.get_mut(position)
        {
            category.parent = None;
            log.push(element, Problem::CircularParent { id: category.id.clone() });
        }
    }
    if categories.is_empty() {
        return node.wrong_kind("a list with at least one category", log);
    }
    Some((categories, ids))
}

fn is_circular(categories: &[Category], position: usize) -> bool {
    let mut above = categories.get(position);
    for _ in 0..limits::LEVELS {
        let Some(parent) = above.and_then(|category| category.parent) else { return false };
        above = categories.get(usize::from(parent.0));
    }
    true
}
