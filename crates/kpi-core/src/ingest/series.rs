use super::directory::{Directory, Ids};
use super::json::{Fields, Node};
use super::limits;
use super::log::Log;
use super::period::Periods;
use super::problem::Problem;
use crate::model::{
    AreaIx, CategoryIx, Cube, CubeBuilder, Decimal, Dimension, Earlier, Limits, Mark, Measure, MeasureIx, Missing,
    SeriesKey, Value,
};

/// What the series of an indicator refer to.
pub(super) struct Shape<'a> {
    pub(super) directory: &'a Directory,
    pub(super) periods: Periods<'a>,
    pub(super) measures: &'a [Measure],
    pub(super) dimensions: &'a [Dimension],
    /// The categories of each dimension by id.
    pub(super) categories: Vec<Ids>,
}

impl Shape<'_> {
    /// Reads the series; those that cannot be read are left out with a message. `None` where not one is left.
    pub(super) fn read(&self, node: Node<'_>, log: &mut Log<'_>) -> Option<Cube> {
        let elements = node.list(limits::ELEMENTS, log)?;
        let width = self.periods.sorted.len();
        // A small file may name few figures of very many.
        let mut builder = CubeBuilder::new(width, (elements.len() * width).min(node.raw.len() / 2));
        // Once, and not for each series: a dimension may have thousands of categories.
        let totals: Vec<_> = self.dimensions.iter().map(Dimension::total).collect();
        let mut begun = Vec::new();
        for element in elements {
            match self.one(element, &totals, &mut builder, log) {
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

    fn one(
        &self,
        node: Node<'_>,
        totals: &[Option<CategoryIx>],
        builder: &mut CubeBuilder,
        log: &mut Log<'_>,
    ) -> Option<()> {
        let fields = node.object(log)?;
        let area = fields.need("area", log)?;
        let id = area.text(log)?;
        let Some(position) = self.directory.areas.get(&id) else {
            return area.wrong(Problem::UnknownId { what: "area", id }, log);
        };
        let area = AreaIx(position);
        let measure = self.measure(fields.take("measure"), node, log)?;
        let cell = self.cell(fields.take("at"), totals, node, log)?;
        self.values(fields.need("values", log)?, SeriesKey { area, measure, cell }, builder, log)?;
        self.beside(&fields, builder, log);
        fields.finish(log);
        Some(())
    }

    /// What stands beside the values: without it they are still good.
    fn beside(&self, fields: &Fields<'_>, builder: &mut CubeBuilder, log: &mut Log<'_>) {
        if let Some(node) = fields.take("status") {
            self.periods.each(node, log, &mut |position, member, log| {
                for mark in marks(member, log) {
                    builder.mark(position, mark);
                }
            });
        }
        if let Some(node) = fields.take("remarks") {
            self.periods.each(node, log, &mut |position, member, log| {
                if let Some(remark) = member.text(log) {
                    builder.remark(position, remark);
                }
            });
        }
        if let Some(node) = fields.take("previous") {
            self.periods.each(node, log, &mut |position, member, log| {
                if let Some(earlier) = earlier(member, log) {
                    builder.earlier(position, earlier);
                }
            });
        }
        match (fields.take("lower"), fields.take("upper")) {
            (None, None) => {}
            (Some(lower), Some(upper)) => {
                let limits = (self.numbers(lower, log), self.numbers(upper, log));
                let (Some(lowers), Some(uppers)) = limits else { return };
                let (mut one, mut swapped) = (false, false);
                for (position, limits) in lowers.into_iter().zip(uppers).enumerate() {
                    match limits {
                        (None, None) => {}
                        (Some(lower), Some(upper)) if lower <= upper => {
                            builder.limit(position, Limits { lower, upper });
                        }
                        (Some(_), Some(_)) => swapped = true,
                        _ => one = true,
                    }
                }
                // Once for a series: most often the whole list is meant.
                for (is, problem) in [(one, Problem::OneLimit), (swapped, Problem::LimitsSwapped)] {
                    if is {
                        log.push(lower, problem);
                    }
                }
            }
            (Some(node), None) | (None, Some(node)) => log.push(node, Problem::OneLimit),
        }
    }

    /// Numbers by the position of their period.
    fn numbers(&self, node: Node<'_>, log: &mut Log<'_>) -> Option<Vec<Option<Decimal>>> {
        let mut numbers = vec![None; self.periods.sorted.len()];
        self.along(node, log, &mut |position, member, log| {
            if let (Value::Number(number), Some(place)) = (value(member, log), numbers.get_mut(position)) {
                *place = Some(number);
            }
        })?;
        Some(numbers)
    }

    fn measure(&self, named: Option<Node<'_>>, series: Node<'_>, log: &mut Log<'_>) -> Option<MeasureIx> {
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
    fn cell(
        &self,
        at: Option<Node<'_>>,
        totals: &[Option<CategoryIx>],
        series: Node<'_>,
        log: &mut Log<'_>,
    ) -> Option<u32> {
        let mut chosen = vec![None; self.dimensions.len()];
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
                    *slot = Some(CategoryIx(category));
                }
            }
        }
        let mut cell = 0_u32;
        for ((dimension, total), category) in self.dimensions.iter().zip(totals).zip(chosen) {
            let Some(category) = category.or(*total) else {
                return series.wrong(Problem::MissingField { field: "at" }, log);
            };
            cell = dimension.packed(cell, category);
        }
        Some(cell)
    }

    fn values(&self, node: Node<'_>, key: SeriesKey, builder: &mut CubeBuilder, log: &mut Log<'_>) -> Option<()> {
        // The columns have room for every period, also where an object names but a few.
        let Some(room) = self.directory.room.get().checked_sub(self.periods.sorted.len()) else {
            return node.too_many(limits::FIGURES, log);
        };
        let mut is_begun = false;
        self.along(node, log, &mut |position, member, log| {
            if !is_begun {
                is_begun = true;
                builder.begin(key);
            }
            builder.set(position, value(member, log));
        })?;
        if !is_begun {
            builder.begin(key);
        }
        self.directory.room.set(room);
        Some(())
    }

    /// A list along the periods, or an object by period.
    fn along(
        &self,
        node: Node<'_>,
        log: &mut Log<'_>,
        each: &mut dyn FnMut(usize, Node<'_>, &mut Log<'_>),
    ) -> Option<()> {
        if node.is_object() {
            return self.periods.each(node, log, each);
        }
        let elements = node.list(limits::ELEMENTS, log)?;
        let order = self.periods.order;
        if elements.len() != order.len() {
            return node.wrong(Problem::WrongCount { periods: order.len(), values: elements.len() }, log);
        }
        for (element, position) in elements.into_iter().zip(order) {
            each(*position, element, log);
        }
        Some(())
    }
}

/// The marks of a figure, one letter each: `"pr"` is provisional and revised.
fn marks(node: Node<'_>, log: &mut Log<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for letter in node.text(log).unwrap_or_default().chars() {
        match Mark::LETTERS.iter().position(|known| known.starts_with(letter)) {
            Some(at) => marks.extend(Mark::ALL.get(at)),
            None => log.push(node, Problem::UnknownWord { found: letter.to_string(), allowed: &Mark::LETTERS }),
        }
    }
    marks
}

/// `[{ "value": 78, "published": "2021-01-15" }]`: what a revised figure was before.
fn earlier(node: Node<'_>, log: &mut Log<'_>) -> Option<Vec<Earlier>> {
    let mut all = Vec::new();
    for element in node.list(limits::EARLIER, log)? {
        let fields = element.object(log)?;
        let value = value(fields.need("value", log)?, log);
        let published = fields.date("published", log);
        fields.finish(log);
        all.push(Earlier { value, published });
    }
    Some(all)
}

/// A number, `null` or a symbol. Anything else stays visible as unreadable, with a message.
fn value(node: Node<'_>, log: &mut Log<'_>) -> Value {
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
