use super::diagnostic::Problem;
use super::json::{Log, Node};
use super::limits;
use super::period::Periods;
use super::publication::Directory;
use crate::model::{
    AreaIx, CategoryIx, Cube, CubeBuilder, Decimal, Dimension, Mark, Measure, MeasureIx, Missing, Period, SeriesKey,
    Value,
};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// What the series of an indicator refer to.
pub(super) struct Shape<'a> {
    directory: &'a Directory,
    periods: &'a Periods,
    measures: &'a [Measure],
    dimensions: &'a [Dimension],
    /// The categories of each dimension by id.
    categories: Vec<HashMap<&'a str, u16>>,
}

/// What stands beside the values of a series, by period.
#[derive(Clone, Copy)]
enum Beside {
    Status,
    Remark,
}

impl<'a> Shape<'a> {
    pub(super) fn new(
        directory: &'a Directory,
        periods: &'a Periods,
        measures: &'a [Measure],
        dimensions: &'a [Dimension],
    ) -> Self {
        let by_id = |dimension: &'a Dimension| {
            dimension.categories.iter().zip(0..).map(|(category, position)| (category.id.as_str(), position)).collect()
        };
        let categories = dimensions.iter().map(by_id).collect();
        Self { directory, periods, measures, dimensions, categories }
    }

    /// Reads the series; those that cannot be read are left out with a message. `None` where not one is left.
    pub(super) fn read(&self, node: Node<'_, '_>, log: &mut Log<'_>) -> Option<Cube> {
        let mut builder = CubeBuilder::new(self.periods.sorted.len());
        let mut seen = HashSet::new();
        let mut read = 0_usize;
        for (position, raw) in node.list(log)?.into_iter().enumerate() {
            let element = node.element(position, raw);
            match self.one(element, &mut seen, &mut builder, log) {
                Some(()) => read += 1,
                None => log.push(element, Problem::SeriesLeftOut),
            }
        }
        if read == 0 {
            log.push(node, Problem::NoFigures);
            return None;
        }
        Some(builder.build())
    }

    fn one(
        &self,
        node: Node<'_, '_>,
        seen: &mut HashSet<SeriesKey>,
        builder: &mut CubeBuilder,
        log: &mut Log<'_>,
    ) -> Option<()> {
        let mut fields = node.object(log)?;
        let area = {
            let node = fields.need("area", log)?;
            let id = node.text(log)?;
            match self.directory.areas.get(&id) {
                Some(position) => AreaIx(*position),
                None => {
                    log.push(node, Problem::UnknownId { what: "area", id });
                    return None;
                }
            }
        };
        let measure = self.measure(fields.take("measure"), node, log)?;
        let cell = self.cell(fields.take("at"), node, log)?;
        let key = SeriesKey { area, measure, cell };
        if seen.contains(&key) {
            log.push(node, Problem::RepeatedId { what: "series", id: String::new() });
            return None;
        }
        let values = self.values(fields.need("values", log)?, log)?;
        // The columns have room for every period, also where an object names but a few.
        let room = self.directory.room.get().checked_sub(self.periods.sorted.len());
        let Some(room) = room else {
            log.push(node, Problem::TooMany { limit: limits::FIGURES });
            return None;
        };
        self.directory.room.set(room);
        seen.insert(key);
        builder.begin(key);
        for (position, value) in values {
            builder.set(position, value);
        }
        for (name, beside) in [("status", Beside::Status), ("remarks", Beside::Remark)] {
            if let Some(node) = fields.take(name) {
                self.beside(node, beside, builder, log);
            }
        }
        fields.finish(log);
        Some(())
    }

    fn measure(&self, named: Option<Node<'_, '_>>, series: Node<'_, '_>, log: &mut Log<'_>) -> Option<MeasureIx> {
        let Some(node) = named else {
            if self.measures.len() > 1 {
                log.push(series, Problem::MissingField { field: "measure" });
                return None;
            }
            return Some(MeasureIx(0));
        };
        let id = node.text(log)?;
        let position = self.measures.iter().position(|measure| measure.id == id);
        if position.is_none() {
            log.push(node, Problem::UnknownId { what: "measure", id });
        }
        position.and_then(|position| u16::try_from(position).ok()).map(MeasureIx)
    }

    /// One category of each dimension; a dimension that is not named means its total, where it has one.
    fn cell(&self, at: Option<Node<'_, '_>>, series: Node<'_, '_>, log: &mut Log<'_>) -> Option<u32> {
        let mut chosen: Vec<Option<CategoryIx>> = vec![None; self.dimensions.len()];
        if let Some(node) = at {
            for (name, raw) in node.object(log)?.into_members() {
                let member = node.field(&name, raw);
                let Some(position) = self.dimensions.iter().position(|dimension| dimension.id == name) else {
                    log.push(member, Problem::UnknownId { what: "dimension", id: name.to_string() });
                    return None;
                };
                let id = member.text(log)?;
                let category = self.categories.get(position).and_then(|by_id| by_id.get(id.as_str()));
                let Some(category) = category.copied().map(CategoryIx) else {
                    log.push(member, Problem::UnknownId { what: "category", id });
                    return None;
                };
                if let Some(slot) = chosen.get_mut(position) {
                    *slot = Some(category);
                }
            }
        }
        let mut cell = 0_u32;
        for (dimension, category) in self.dimensions.iter().zip(chosen) {
            let total = dimension.categories.iter().any(|category| category.total).then(|| dimension.headline());
            let Some(category) = category.or(total) else {
                log.push(series, Problem::MissingField { field: "at" });
                return None;
            };
            let size = u32::try_from(dimension.categories.len()).unwrap_or(u32::MAX);
            cell = cell.saturating_mul(size).saturating_add(u32::from(category.0));
        }
        Some(cell)
    }

    /// The values with the positions of their periods in order of time: a list along the periods, or an object by
    /// period.
    fn values(&self, node: Node<'_, '_>, log: &mut Log<'_>) -> Option<Vec<(usize, Value)>> {
        if node.is_object() {
            let members = node.object(log)?.into_members();
            let mut set = vec![false; self.periods.sorted.len()];
            let read = |(name, raw): (Cow<'_, str>, &str)| {
                let member = node.field(&name, raw);
                let position = self.position(&name, member, log)?;
                // "2020-04-01/P1Y" and "2020-04-01/P12M" are two names of one period.
                if let Some(set) = set.get_mut(position)
                    && std::mem::replace(set, true)
                {
                    log.push(member, Problem::RepeatedField { field: name.to_string() });
                }
                Some((position, value(member, log)))
            };
            return Some(members.into_iter().filter_map(read).collect());
        }
        let elements = node.list(log)?;
        let periods = &self.periods.order;
        if elements.len() != periods.len() {
            log.push(node, Problem::WrongCount { periods: periods.len(), values: elements.len() });
            return None;
        }
        let elements = elements.into_iter().enumerate().map(|(at, raw)| value(node.element(at, raw), log));
        Some(periods.iter().copied().zip(elements).collect())
    }

    fn beside(&self, node: Node<'_, '_>, beside: Beside, builder: &mut CubeBuilder, log: &mut Log<'_>) {
        let Some(fields) = node.object(log) else { return };
        for (name, raw) in fields.into_members() {
            let member = node.field(&name, raw);
            let Some(position) = self.position(&name, member, log) else { continue };
            let Some(text) = member.text(log) else { continue };
            match (beside, Mark::from_letter(&text)) {
                (Beside::Remark, _) => builder.remark(position, &text),
                (Beside::Status, Some(mark)) => builder.mark(position, mark),
                (Beside::Status, None) => {
                    const LETTERS: &str = "\"p\", \"r\", \"e\", \"f\", \"b\", \"u\"";
                    log.push(member, Problem::UnknownWord { found: text, allowed: LETTERS });
                }
            }
        }
    }

    fn position(&self, name: &str, member: Node<'_, '_>, log: &mut Log<'_>) -> Option<usize> {
        let Some(period) = Period::parse(name) else {
            log.push(member, Problem::BadPeriod { found: name.to_owned() });
            return None;
        };
        let position = self.periods.position(period);
        if position.is_none() {
            log.push(member, Problem::UnknownId { what: "period", id: name.to_owned() });
        }
        position
    }
}

/// A number, `null` or a symbol. Anything else stays visible as unreadable, with a message.
fn value(node: Node<'_, '_>, log: &mut Log<'_>) -> Value {
    if node.raw == "null" {
        return Value::Missing(Missing::NotPublished);
    }
    let symbol = node.raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    if let Some(missing) = symbol.and_then(Missing::from_symbol) {
        return Value::Missing(missing);
    }
    match Decimal::parse(node.raw) {
        Some(parsed) => {
            if parsed.rounded {
                log.push(node, Problem::TooManyDigits { found: node.raw.to_owned() });
            }
            Value::Number(parsed.number)
        }
        None => {
            let found = node.raw.chars().take(60).collect();
            log.push(node, Problem::BadValue { found });
            Value::Missing(Missing::Unreadable)
        }
    }
}
