use super::{AreaIx, Decimal, Earlier, Figure, Limits, Mark, Marks, MeasureIx, Missing, Origin, Value};
use std::ops::Range;

/// All figures of an indicator as columns: nine bytes a figure, eighteen more where any figure has confidence limits, one
/// more where any bears a mark. What few figures have (a remark, earlier values) stands beside the columns.
///
/// A row is a series (one area, one measure, one category of each dimension), a column a period. Rows are sorted by
/// their key, so that a look-up is a binary search over series and never touches a figure that was not asked for.
#[derive(Clone, Debug, Default)]
pub struct Cube {
    width: usize,
    keys: Vec<SeriesKey>,
    values: Column,
    /// Empty where no figure has limits.
    lower: Column,
    upper: Column,
    /// Empty where no figure bears a mark.
    marks: Vec<Marks>,
    /// By place, sorted.
    asides: Vec<(usize, Aside)>,
}

/// What a series is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeriesKey {
    /// The area.
    pub area: AreaIx,
    /// The measure.
    pub measure: MeasureIx,
    /// One category of each dimension, packed by [`super::Indicator::cell`].
    pub cell: u32,
}

/// What the publisher says beside few figures.
#[derive(Clone, Debug, Default)]
pub struct Aside {
    /// A word before the figure: "approximately", "over".
    pub remark: Option<String>,
    /// What a revised figure was before, in the order of the file.
    pub earlier: Vec<Earlier>,
}

/// One series of a cube.
#[derive(Clone, Copy, Debug)]
pub struct SeriesRow<'a> {
    cube: &'a Cube,
    start: usize,
}

impl<'a> SeriesRow<'a> {
    /// The figure at a position of the indicator's periods; `None` past their end.
    #[must_use]
    pub fn figure(&self, position: usize) -> Option<Figure<'a>> {
        if position >= self.cube.width {
            return None;
        }
        self.cube.at(self.start + position)
    }

    /// All figures, in the order of the indicator's periods.
    pub fn figures(self) -> impl Iterator<Item = Figure<'a>> {
        (self.start..self.start + self.cube.width).filter_map(move |at| self.cube.at(at))
    }
}

impl Cube {
    /// The series with this key.
    #[must_use]
    pub fn row(&self, key: SeriesKey) -> Option<SeriesRow<'_>> {
        let row = self.keys.binary_search(&key).ok()?;
        Some(SeriesRow { cube: self, start: row * self.width })
    }

    /// What there are series of, sorted.
    #[must_use]
    pub fn keys(&self) -> &[SeriesKey] {
        &self.keys
    }

    /// How many figures it holds, symbols included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.forms.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.forms.is_empty()
    }

    /// The bytes that its columns take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let columns = [&self.values, &self.lower, &self.upper].map(Column::bytes).iter().sum::<usize>();
        columns + self.marks.capacity() + self.keys.capacity() * size_of::<SeriesKey>()
    }

    fn at(&self, at: usize) -> Option<Figure<'_>> {
        let value = self.values.get(at)?;
        let limits = match (self.lower.get(at), self.upper.get(at)) {
            (Some(Value::Number(lower)), Some(Value::Number(upper))) => Some(Limits { lower, upper }),
            _ => None,
        };
        let aside = self.asides.binary_search_by(|(place, _)| place.cmp(&at)).ok();
        let aside = aside.and_then(|found| Some(&self.asides.get(found)?.1));
        Some(Figure {
            value,
            limits,
            marks: self.marks.get(at).copied().unwrap_or_default(),
            remark: aside.and_then(|aside| aside.remark.as_deref()),
            earlier: aside.map_or(&[], |aside| &aside.earlier),
            origin: Origin::Published,
        })
    }
}

/// Values one behind the other.
#[derive(Clone, Debug, Default)]
struct Column {
    mantissas: Vec<i64>,
    /// Decimals of a number, or [`MISSING`] plus the reason why there is none.
    forms: Vec<u8>,
}

const MISSING: u8 = 0x80;

impl Column {
    fn get(&self, at: usize) -> Option<Value> {
        let form = *self.forms.get(at)?;
        Some(match form.checked_sub(MISSING) {
            None => Value::Number(Decimal::new(*self.mantissas.get(at)?, form)),
            Some(reason) => {
                Value::Missing(Missing::ALL.get(usize::from(reason)).copied().unwrap_or(Missing::NotPublished))
            }
        })
    }

    fn set(&mut self, at: usize, value: Value) {
        let (Some(mantissa), Some(form)) = (self.mantissas.get_mut(at), self.forms.get_mut(at)) else { return };
        match value {
            Value::Number(number) => (*mantissa, *form) = (number.mantissa(), number.decimals()),
            Value::Missing(reason) => (*mantissa, *form) = (0, MISSING + reason as u8),
        }
    }

    /// Adds values that are not published until there are this many.
    fn grow(&mut self, length: usize) {
        self.mantissas.resize(length, 0);
        self.forms.resize(length, MISSING);
    }

    fn extend(&mut self, other: &Self, cells: Range<usize>) {
        self.mantissas.extend_from_slice(other.mantissas.get(cells.clone()).unwrap_or_default());
        self.forms.extend_from_slice(other.forms.get(cells).unwrap_or_default());
    }

    fn bytes(&self) -> usize {
        self.mantissas.capacity() * size_of::<i64>() + self.forms.capacity()
    }
}

/// Collects series in the order of the file and makes a [`Cube`] of them.
#[derive(Debug)]
pub struct CubeBuilder {
    cube: Cube,
}

impl CubeBuilder {
    /// For series of `width` periods.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self { cube: Cube { width, ..Cube::default() } }
    }

    /// Begins a series of figures that are not published until they are [`CubeBuilder::set`].
    pub fn begin(&mut self, key: SeriesKey) {
        self.cube.keys.push(key);
        self.cube.values.grow(self.cube.keys.len() * self.cube.width);
    }

    /// Sets a value of the series begun last; past the last period nothing happens, here and below.
    pub fn set(&mut self, position: usize, value: Value) {
        if let Some(at) = self.place(position) {
            self.cube.values.set(at, value);
        }
    }

    /// Sets the confidence limits of a figure of the series begun last.
    pub fn limit(&mut self, position: usize, limits: Limits) {
        let Some(at) = self.place(position) else { return };
        let Cube { values, lower, upper, .. } = &mut self.cube;
        for (column, limit) in [(lower, limits.lower), (upper, limits.upper)] {
            column.grow(values.forms.len());
            column.set(at, Value::Number(limit));
        }
    }

    /// Adds a mark to a figure of the series begun last.
    pub fn mark(&mut self, position: usize, mark: Mark) {
        let Some(at) = self.place(position) else { return };
        self.cube.marks.resize(self.cube.values.forms.len(), Marks::default());
        if let Some(marks) = self.cube.marks.get_mut(at) {
            *marks = marks.with(mark);
        }
    }

    /// What stands beside a figure of the series begun last.
    pub fn aside(&mut self, position: usize) -> Option<&mut Aside> {
        let at = self.place(position)?;
        let asides = &mut self.cube.asides;
        let found = asides.iter().rposition(|(place, _)| *place == at).unwrap_or(asides.len());
        if found == asides.len() {
            asides.push((at, Aside::default()));
        }
        asides.get_mut(found).map(|(_, aside)| aside)
    }

    /// Sorts the series. Those whose key another one before them has are left out; their numbers, counted from 0 as they
    /// were begun, are returned.
    #[must_use]
    pub fn build(self) -> (Cube, Vec<usize>) {
        let Cube { width, keys, values, mut lower, mut upper, mut marks, asides } = self.cube;
        let length = values.forms.len();
        // Shorter than the others where the last series have none.
        for column in [&mut lower, &mut upper] {
            if !column.forms.is_empty() {
                column.grow(length);
            }
        }
        if !marks.is_empty() {
            marks.resize(length, Marks::default());
        }
        let mut order: Vec<usize> = (0..keys.len()).collect();
        order.sort_unstable_by_key(|row| (keys.get(*row), *row));
        let mut sorted = Cube { width, ..Cube::default() };
        for (into, from) in [(&mut sorted.values, &values), (&mut sorted.lower, &lower), (&mut sorted.upper, &upper)] {
            into.mantissas.reserve_exact(from.mantissas.len());
            into.forms.reserve_exact(from.forms.len());
        }
        let (mut repeated, mut starts) = (Vec::new(), vec![None; keys.len()]);
        for from in order {
            let Some(key) = keys.get(from) else { continue };
            if sorted.keys.last() == Some(key) {
                repeated.push(from);
                continue;
            }
            if let Some(start) = starts.get_mut(from) {
                *start = Some(sorted.keys.len() * width);
            }
            let cells = from * width..(from + 1) * width;
            sorted.keys.push(*key);
            sorted.values.extend(&values, cells.clone());
            sorted.lower.extend(&lower, cells.clone());
            sorted.upper.extend(&upper, cells.clone());
            sorted.marks.extend_from_slice(marks.get(cells).unwrap_or_default());
        }
        for (place, aside) in asides {
            if let Some(Some(start)) = place.checked_div(width).and_then(|row| starts.get(row)) {
                sorted.asides.push((start + place % width, aside));
            }
        }
        sorted.asides.sort_unstable_by_key(|(place, _)| *place);
        (sorted, repeated)
    }

    fn place(&self, position: usize) -> Option<usize> {
        let row = self.cube.keys.len().checked_sub(1)?;
        (position < self.cube.width).then_some(row * self.cube.width + position)
    }
}
