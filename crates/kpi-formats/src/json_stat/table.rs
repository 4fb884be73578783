//! A data set: its dimensions, values and statuses, checked against its sizes.

use super::dimension::Dimension;
use super::node::{Log, Members, Node};
use super::problem::Problem;
use super::status::Statuses;
use kpi_core::ingest::limits;

/// Dimensions of one table, those of a single category included.
const DIMENSIONS: usize = 40;

pub(super) struct Table<'t> {
    pub(super) node: Node<'t>,
    pub(super) fields: Members<'t>,
    /// In the order in which the values are laid out; the last one changes fastest.
    pub(super) dimensions: Vec<Dimension<'t>>,
    /// How many cells further the next category of each dimension is.
    strides: Vec<u64>,
    values: Values<'t>,
    pub(super) statuses: Statuses,
}

/// The values as written; `null` where there is none.
enum Values<'t> {
    Dense(Vec<&'t str>),
    /// Sorted.
    Sparse(Vec<(u64, &'t str)>),
}

impl<'t> Table<'t> {
    pub(super) fn read(node: &Node<'t>, fields: Members<'t>, log: &mut Log<'t>) -> Option<Self> {
        let (ids, dimension) = (fields.get("id"), fields.need("dimension", node, log)?);
        let dimension_fields = dimension.object(log)?;
        if ids.is_none() && dimension_fields.get("id").is_some() {
            return log.wrong(&dimension, Problem::VersionOne);
        }
        let ids = ids.or_else(|| log.wrong(node, Problem::MissingField("id")))?;
        let sizes = fields.need("size", node, log)?;
        let names = ids.elements().or_else(|| log.wrong(&ids, Problem::WrongKind("a list of texts")))?;
        let counts: Option<Vec<u64>> =
            sizes.elements().and_then(|sizes| sizes.into_iter().map(|raw| raw.parse().ok()).collect());
        let counts = counts.or_else(|| log.wrong(&sizes, Problem::WrongKind("a list of whole numbers")))?;
        if names.len() != counts.len() {
            let expected = names.len() as u64;
            return log.wrong(&sizes, Problem::WrongCount { what: "sizes", expected, found: counts.len() });
        }
        if names.len() > DIMENSIONS {
            return log.wrong(&ids, Problem::TooMany { what: "dimensions", limit: DIMENSIONS });
        }
        let product = counts.iter().try_fold(1_u64, |product, count| product.checked_mul(*count));
        let Some(cells) = product else {
            return log.wrong(&sizes, Problem::TooMany { what: "cells", limit: limits::FIGURES });
        };
        let mut dimensions = Vec::new();
        for (position, (name, count)) in names.iter().zip(&counts).enumerate() {
            let place = ids.element(position, name);
            let id = place.text().or_else(|| log.wrong(&place, Problem::WrongKind("a text")))?;
            let Some(found) = dimension_fields.get(&id) else {
                return log.wrong(&place, Problem::BadCell(id.chars().take(80).collect()));
            };
            dimensions.push(Dimension::read(&id, found, *count, log)?);
        }
        let mut strides: Vec<u64> = counts
            .iter()
            .rev()
            .scan(1_u64, |stride, count| {
                let this = *stride;
                *stride = stride.saturating_mul(*count);
                Some(this)
            })
            .collect();
        strides.reverse();
        let values = values(&fields.need("value", node, log)?, cells, log)?;
        let statuses = match fields.get("status") {
            None => Statuses::None,
            Some(node) => statuses(&node, cells, log),
        };
        Some(Self { node: node.clone(), fields, dimensions, strides, values, statuses })
    }

    /// The cells of which something is said, in their order, with their values as written.
    pub(super) fn cells(&self) -> Vec<(u64, &'t str)> {
        match &self.values {
            Values::Dense(values) => (0..).zip(values.iter().copied()).collect(),
            Values::Sparse(values) => {
                let mut cells = values.clone();
                let known = |cell: &u64| values.binary_search_by_key(cell, |(known, _)| *known).is_err();
                cells.extend(self.statuses.named().into_iter().filter(known).map(|cell| (cell, "null")));
                cells.sort_unstable_by_key(|(cell, _)| *cell);
                cells
            }
        }
    }

    /// The value of a cell as written.
    pub(super) fn value(&self, cell: u64) -> &'t str {
        let found = match &self.values {
            Values::Dense(values) => usize::try_from(cell).ok().and_then(|cell| values.get(cell)).copied(),
            Values::Sparse(values) => {
                let found = values.binary_search_by_key(&cell, |(known, _)| *known).ok();
                found.and_then(|at| values.get(at)).map(|(_, raw)| *raw)
            }
        };
        found.unwrap_or("null")
    }

    /// The category of a dimension at which a cell stands.
    pub(super) fn category(&self, cell: u64, dimension: usize) -> usize {
        let Some((stride, of)) = self.strides.get(dimension).zip(self.dimensions.get(dimension)) else { return 0 };
        let size = (of.categories.len() as u64).max(1);
        usize::try_from(cell.checked_div(*stride).unwrap_or_default() % size).unwrap_or_default()
    }

    /// The cell at one category of each dimension.
    pub(super) fn cell(&self, categories: &[u64]) -> u64 {
        self.strides.iter().zip(categories).map(|(stride, category)| stride.saturating_mul(*category)).sum()
    }
}

fn values<'t>(node: &Node<'t>, cells: u64, log: &mut Log<'t>) -> Option<Values<'t>> {
    let too_many = Problem::TooMany { what: "cells", limit: limits::FIGURES };
    if let Some(values) = node.elements() {
        if values.len() as u64 != cells {
            return log.wrong(node, Problem::WrongCount { what: "values", expected: cells, found: values.len() });
        }
        return if values.len() > limits::FIGURES { log.wrong(node, too_many) } else { Some(Values::Dense(values)) };
    }
    let Some(members) = node.members() else {
        return log.wrong(node, Problem::WrongKind("a list of values, or an object of values by their place"));
    };
    if members.len() > limits::FIGURES {
        return log.wrong(node, too_many);
    }
    let mut values = Vec::with_capacity(members.len());
    for (name, raw) in members.each() {
        match name.parse::<u64>().ok().filter(|cell| *cell < cells) {
            Some(cell) => values.push((cell, raw)),
            None => {
                log.push(&Node { raw, path: members.path_of(name) }, Problem::BadCell(name.chars().take(80).collect()))
            }
        }
    }
    // Of several values for one cell the last one counts, as everywhere in JSON.
    values.reverse();
    values.sort_by_key(|(cell, _)| *cell);
    values.dedup_by_key(|(cell, _)| *cell);
    Some(Values::Sparse(values))
}

fn statuses<'t>(node: &Node<'t>, cells: u64, log: &mut Log<'t>) -> Statuses {
    let statuses = Statuses::read(node);
    match &statuses {
        Some(Statuses::List(list)) if list.len() as u64 != cells => {
            log.push(node, Problem::WrongCount { what: "statuses", expected: cells, found: list.len() });
            return Statuses::None;
        }
        Some(Statuses::Sparse(by_cell)) => {
            if let Some(cell) = by_cell.keys().filter(|cell| **cell >= cells).min() {
                log.push(node, Problem::BadCell(cell.to_string()));
            }
        }
        None => log.push(node, Problem::WrongKind("a text, a list or an object")),
        _ => {}
    }
    match statuses {
        Some(Statuses::Sparse(mut by_cell)) => {
            by_cell.retain(|cell, _| *cell < cells);
            Statuses::Sparse(by_cell)
        }
        other => other.unwrap_or(Statuses::None),
    }
}
