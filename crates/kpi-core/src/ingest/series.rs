use super::diagnostic::Problem;
use super::json::Node;
use super::limits;
use super::log::Log;
use super::period::Periods;
use super::publication::{Directory, Ids};
use crate::model::{
    AreaIx, CategoryIx, Cube, CubeBuilder, Decimal, Dimension, Mark, Measure, MeasureIx, Missing, Period, SeriesKey,
    Value,
};

/// What the series of an indicator refer to.
pub(super) struct Shape<'a> {
    pub(super) directory: &'a Directory,
    pub(super) periods: &'a Periods,
    pub(super) measures: &'a [Measure],
    pub(super) dimensions: &'a [Dimension],
    /// The categories of each dimension by id.
    pub(super) categories: Vec<Ids>,
}

impl Shape<'_> {
    /// Reads the series; those that cannot be read are left out with a message. `None` where not one is left.
    pub(super) fn read(&self, node: Node<'_, '_>, log: &mut Log<'_>) -> Option<Cube> {
        let elements = node.list(limits::ELEMENTS, log)?;
        let mut builder = CubeBuilder::new(self.periods.sorted.len());
        let mut begun = Vec::new();
        for (position, raw) in elements.into_iter().enumerate() {
            let element = node.element(position, raw);
            match self.one(element, &mut builder, log) {
                Some(()) => begun.push(element),
                None => log.push(element, Problem::SeriesLeftOut),
            }
        }
        let (cube, repeated) = builder.build();
        for element in repeated.into_iter().filter_map(|row| begun.get(row)) {
            log.push(*element, Problem::RepeatedId { what: "series", id: String::new() });
            log.push(*element, Problem::SeriesLeftOut);
        }
        if cube.keys().is_empty() {
            return node.wrong(Problem::NoFigures, log);
        }
        Some(cube)
    }

    fn one(&self, node: Node<'_, '_>, builder: &mut CubeBuilder, log: &mut Log<'_>) -> Option<()> {
        let fields = node.object(log)?;
        let area = fields.need("area", log)?;
        let id = area.text(log)?;
        let Some(position) = self.directory.areas.get(&id) else {
            return area.wrong(Problem::UnknownId { what: "area", id }, log);
        };
        let area = AreaIx(*position);
        let measure = self.measure(fields.take("measure"), node, log)?;
        let cell = self.cell(fields.take("at"), node, log)?;
        self.values(fields.need("values", log)?, SeriesKey { area, measure, cell }, builder, log)?;
        if let Some(node) = fields.take("status") {
            self.by_period(node, log, &mut |position, member, log| {
                if let Some(mark) = member.word(&Mark::LETTERS, &Mark::ALL, log) {
                    builder.mark(position, mark);
                }
            });
        }
        if let Some(node) = fields.take("remarks") {
            self.by_period(node, log, &mut |position, member, log| {
                if let Some(remark) = member.text(log) {
                    builder.remark(position, &remark);
                }
            });
        }
        fields.finish(log);
        Some(())
    }

    fn measure(&self, named: Option<Node<'_, '_>>, series: Node<'_, '_>, log: &mut Log<'_>) -> Option<MeasureIx> {
        let Some(node) = named else {
            if self.measures.len() > 1 {
                return series.wrong(Problem::MissingField { field: "measure" }, log);
            }
            return Some(MeasureIx(0));
        };
        let id = node.text(log)?;
        match (0..).zip(self.measures).find(|(_, measure)| measure.id == id) {
            Some((position, _)) => Some(MeasureIx(position)),
            None => node.wrong(Problem::UnknownId { what: "measure", id }, log),
        }
    }

    /// One category of each dimension; a dimension that is not named means its total, where it has one.
    fn cell(&self, at: Option<Node<'_, '_>>, series: Node<'_, '_>, log: &mut Log<'_>) -> Option<u32> {
        let mut chosen: Vec<Option<CategoryIx>> = vec![None; self.dimensions.len()];
        if let Some(node) = at {
            for (name, member) in node.object(log)?.each() {
                let found = self.dimensions.iter().position(|dimension| dimension.id == name);
                let Some((position, slot)) = found.and_then(|at| Some((at, chosen.get_mut(at)?))) else {
                    return member.wrong(Problem::UnknownId { what: "dimension", id: name.to_owned() }, log);
                };
                let id = member.text(log)?;
                let Some(category) = self.categories.get(position).and_then(|ids| ids.get(&id)) else {
                    return member.wrong(Problem::UnknownId { what: "category", id }, log);
                };
                if slot.is_some() {
                    log.push(member, Problem::RepeatedField { field: name.to_owned() });
                } else {
                    *slot = Some(CategoryIx(*category));
                }
            }
        }
        let mut cell = 0_u32;
        for (dimension, category) in self.dimensions.iter().zip(chosen) {
            let Some(category) = category.or_else(|| dimension.total()) else {
                return series.wrong(Problem::MissingField { field: "at" }, log);
            };
            cell = dimension.packed(cell, category);
        }
        Some(cell)
    }

    /// The values: a list along the periods, or an object by period.
    fn values(&self, node: Node<'_, '_>, key: SeriesKey, builder: &mut CubeBuilder, log: &mut Log<'_>) -> Option<()> {
        let order = &self.periods.order;
        let listed = if node.is_object() { None } else { Some(node.list(limits::ELEMENTS, log)?) };
        if let Some(values) = listed.as_ref().map(Vec::len).filter(|count| *count != order.len()) {
            return node.wrong(Problem::WrongCount { periods: order.len(), values }, log);
        }
        // The columns have room for every period, also where an object names but a few.
        let Some(room) = self.directory.room.get().checked_sub(order.len()) else {
            return node.too_many(limits::FIGURES, log);
        };
        self.directory.room.set(room);
        builder.begin(key);
        match listed {
            Some(elements) => {
                for ((at, raw), position) in elements.into_iter().enumerate().zip(order) {
                    builder.set(*position, value(node.element(at, raw), log));
                }
                Some(())
            }
            None => self.by_period(node, log, &mut |position, member, log| builder.set(position, value(member, log))),
        }
    }

    /// The members of an object by the position of the period that they are named by; of several the last one.
    fn by_period(
        &self,
        node: Node<'_, '_>,
        log: &mut Log<'_>,
        each: &mut dyn FnMut(usize, Node<'_, '_>, &mut Log<'_>),
    ) -> Option<()> {
        let mut met = vec![false; self.periods.sorted.len()];
        for (name, member) in node.object(log)?.each() {
            let Some(period) = Period::parse(name) else {
                log.push(member, Problem::BadPeriod { found: name.to_owned() });
                continue;
            };
            match self.periods.position(period).and_then(|position| Some((position, met.get_mut(position)?))) {
                None => log.push(member, Problem::UnknownId { what: "period", id: name.to_owned() }),
                // "2020-04-01/P1Y" and "2020-04-01/P12M" are two names of one period.
                Some((_, true)) => log.push(member, Problem::RepeatedField { field: name.to_owned() }),
                Some((position, met)) => {
                    *met = true;
                    each(position, member, log);
                }
            }
        }
        Some(())
    }
}

/// A number, `null` or a symbol. Anything else stays visible as unreadable, with a message.
fn value(node: Node<'_, '_>, log: &mut Log<'_>) -> Value {
    if let Some(parsed) = Decimal::parse(node.raw) {
        if parsed.rounded {
            log.push(node, Problem::TooManyDigits { found: node.raw.to_owned() });
        }
        return Value::Number(parsed.number);
    }
    if node.raw == "null" {
        return Value::Missing(Missing::NotPublished);
    }
    let symbol = node.raw.trim_matches('"');
    Value::Missing(Missing::from_symbol(symbol).filter(|_| node.is_text()).unwrap_or_else(|| {
        log.push(node, Problem::BadValue { found: node.raw.chars().take(60).collect() });
        Missing::Unreadable
    }))
}
