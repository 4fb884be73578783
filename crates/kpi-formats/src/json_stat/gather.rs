//! Tables become facts.

use super::about::{constants, measures, notes, periods, value};
use super::node::{Log, Node};
use super::problem::Problem;
use super::role::{Roles, roles};
use super::status::Key;
use super::table::Table;
use crate::facts::{Fact, FactArea, FactCategory, FactDimension, FactIndicator, Facts};
use kpi_core::model::{Missing, Value};
use std::collections::{HashMap, HashSet};

/// The facts of all tables; dimensions with the same id and name are one.
pub(super) fn facts<'t>(root: &Node<'t>, tables: &[Table<'t>], log: &mut Log<'t>) -> Facts {
    let with_roles: Vec<(&Table<'t>, Roles)> =
        tables.iter().filter_map(|table| Some((table, roles(table, log)?))).collect();
    let fields = root.members();
    let mut gather = Gather {
        facts: Facts { title: fields.as_ref().and_then(|f| f.text("label")), ..Facts::default() },
        ..Gather::default()
    };
    gather.facts.form = match tables.len() {
        1 => "JSON-stat 2.0, a data set".to_owned(),
        count => format!("JSON-stat 2.0, a collection of {count} data sets"),
    };
    let mut sources: Vec<String> = tables.iter().filter_map(|table| table.fields.text("source")).collect();
    sources.extend(fields.as_ref().and_then(|fields| fields.text("source")));
    sources.sort_unstable();
    sources.dedup();
    gather.one_source = sources.len() == 1;
    gather.facts.source = sources.pop().filter(|_| gather.one_source);
    // The notes of a single data set are said of its indicator.
    if let Some(fields) = fields.filter(|fields| fields.text("class").as_deref() == Some("collection")) {
        gather.facts.notes = notes(&fields);
    }
    let mut shapes = Vec::new();
    for (table, roles) in &with_roles {
        shapes.push(gather.breakdowns(table, *roles));
    }
    gather.complete(&shapes);
    for ((table, roles), shape) in with_roles.into_iter().zip(&shapes) {
        gather.table(table, roles, shape, log);
    }
    gather.facts
}

#[derive(Default)]
struct Gather {
    facts: Facts,
    one_source: bool,
    areas: HashMap<String, u32>,
    cells: HashMap<Box<[u16]>, u32>,
    /// For each dimension of the facts the category for tables that do not have it.
    totals: Vec<u16>,
}

/// For dimensions of the facts, by position: the table's dimension, and the facts' category for each of its own.
type Shape = HashMap<usize, (usize, Vec<u16>)>;

impl Gather {
    /// Adds a table's breakdowns to the dimensions.
    fn breakdowns(&mut self, table: &Table<'_>, roles: Roles) -> Shape {
        let taken = [roles.time, roles.geo, roles.metric];
        let mut shape = Shape::new();
        for (position, from) in table.dimensions.iter().enumerate() {
            if taken.contains(&Some(position)) || from.categories.len() < 2 {
                continue;
            }
            let dimensions = &mut self.facts.dimensions;
            let found = dimensions.iter().position(|known| known.id == from.id && known.name == from.label);
            let found = found.unwrap_or_else(|| {
                dimensions.push(FactDimension {
                    id: from.id.clone(),
                    name: from.label.clone(),
                    categories: Vec::new(),
                });
                dimensions.len() - 1
            });
            let Some(FactDimension { categories, .. }) = dimensions.get_mut(found) else { continue };
            let mut known: HashMap<String, u16> =
                categories.iter().map(|category| category.id.clone()).zip(0..).collect();
            let (total, mut placed) = (from.total(), Vec::with_capacity(from.categories.len()));
            for (at, category) in (0..).zip(&from.categories) {
                let next = u16::try_from(categories.len()).unwrap_or(u16::MAX);
                let place = *known.entry(category.id.clone()).or_insert(next);
                if place == next {
                    let (id, name) = (category.id.clone(), category.label.clone());
                    categories.push(FactCategory { id, name, total: total == Some(at), parent: None });
                }
                placed.push(place);
            }
            for (category, place) in from.categories.iter().zip(&placed) {
                let parent = category.parent.and_then(|parent| placed.get(usize::from(parent))).copied();
                if let Some(made) = categories.get_mut(usize::from(*place)) {
                    made.parent = made.parent.or(parent);
                }
            }
            shape.insert(found, (position, placed));
        }
        shape
    }

    /// Sees to it that a dimension which some tables lack has a total to stand for them.
    fn complete(&mut self, shapes: &[Shape]) {
        for (position, dimension) in self.facts.dimensions.iter_mut().enumerate() {
            let total = dimension.categories.iter().position(|category| category.total);
            let total = total.unwrap_or_else(|| {
                if shapes.iter().any(|shape| !shape.contains_key(&position)) {
                    let (id, name) = ("not-broken-down".to_owned(), "Not broken down".to_owned());
                    dimension.categories.push(FactCategory { id, name, total: true, parent: None });
                }
                dimension.categories.len() - 1
            });
            self.totals.push(u16::try_from(total).unwrap_or_default());
        }
    }

    fn table<'t>(&mut self, table: &Table<'t>, roles: Roles, shape: &Shape, log: &mut Log<'t>) {
        let Some(measures) = measures(table, roles, log) else { return };
        let indicator = u32::try_from(self.facts.indicators.len()).unwrap_or(u32::MAX);
        let label = table.fields.text("label");
        let name = label.unwrap_or_else(|| measures.first().map_or_else(String::new, |first| first.name.clone()));
        let given = table.fields.get("extension").and_then(|extension| extension.members()?.text("id"));
        let mut notes = notes(&table.fields);
        if let Some(source) = table.fields.text("source").filter(|_| !self.one_source) {
            notes.push(format!("Source: {source}."));
        }
        notes.extend(table.dimensions.iter().flat_map(|dimension| dimension.notes.iter().cloned()));
        notes.extend(constants(table, roles));
        let periods = periods(table, roles, log);
        let areas = self.areas(table, roles);
        let mut key = Key::of(&table.fields);
        let mut rounded = 0;
        for (cell, raw) in table.cells() {
            let category = |dimension: Option<usize>| dimension.map_or(0, |dimension| table.category(cell, dimension));
            let Some(Some(period)) = periods.get(category(roles.time)).copied() else { continue };
            let value = value(table, raw, &mut rounded, log);
            let status = table.statuses.at(cell);
            let meaning = status.map(|text| key.meaning(text, matches!(value, Some(Value::Number(_)))));
            let marks = meaning.map(|meaning| meaning.marks).unwrap_or_default();
            let value = match (value, meaning.and_then(|meaning| meaning.missing)) {
                (Some(value), _) => value,
                (None, Some(reason)) => Value::Missing(reason),
                (None, None) if marks.is_empty() => continue,
                (None, None) => Value::Missing(Missing::NotPublished),
            };
            let at: Box<[u16]> = (self.totals.iter().enumerate())
                .map(|(position, total)| match shape.get(&position) {
                    None => *total,
                    Some((dimension, placed)) => {
                        placed.get(table.category(cell, *dimension)).copied().unwrap_or(*total)
                    }
                })
                .collect();
            let at = self.cell(at);
            self.facts.facts.push(Fact {
                area: areas.get(category(roles.geo)).copied().unwrap_or_default(),
                indicator,
                measure: u16::try_from(category(roles.metric)).unwrap_or_default(),
                cell: at,
                period,
                value,
                marks,
                limits: None,
                row: 0,
                column: 0,
            });
        }
        if rounded > 0 {
            log.push(&table.fields.get("value").unwrap_or_else(|| table.node.clone()), Problem::Rounded(rounded));
        }
        notes.extend(key.notes());
        let mut met = HashSet::new();
        notes.retain(|note| met.insert(note.clone()));
        let id = given.unwrap_or_else(|| name.clone());
        self.facts.indicators.push(FactIndicator { id, name, topic: None, measures, notes });
    }

    fn areas(&mut self, table: &Table<'_>, roles: Roles) -> Vec<u32> {
        let mut area = |code: &str, name: &str| {
            let next = u32::try_from(self.facts.areas.len()).unwrap_or(u32::MAX);
            let place = *self.areas.entry(code.to_owned()).or_insert(next);
            if place == next {
                let (code, name) = (code.to_owned(), name.to_owned());
                self.facts.areas.push(FactArea { code, name, level: None, region: None, other_code: None });
            }
            place
        };
        match roles.geo.and_then(|geo| table.dimensions.get(geo)) {
            None => vec![area("area", "Area that the file does not name")],
            Some(geo) => geo.categories.iter().map(|category| area(&category.id, &category.label)).collect(),
        }
    }

    fn cell(&mut self, at: Box<[u16]>) -> u32 {
        let next = u32::try_from(self.facts.cells.len()).unwrap_or(u32::MAX);
        let place = *self.cells.entry(at.clone()).or_insert(next);
        if place == next {
            self.facts.cells.push(at);
        }
        place
    }
}
