use super::{AreaIx, Decimal, Earlier, Figure, Limits, Mark, Marks, MeasureIx, Missing, Origin, Value};
use crate::sorted::{order, sorted};

/// All figures of an indicator as columns: five bytes a figure, ten more where any figure has confidence limits, one more
/// where any bears a mark, four more where a number has more than nine digits. What few figures have (a remark, earlier
/// values) stands beside the columns.
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
    /// By place, sorted; also the next.
    remarks: Vec<(usize, String)>,
    earlier: Vec<(usize, Vec<Earlier>)>,
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

    /// What revised figures were before, each with the position of its period.
    pub fn revised(self) -> impl Iterator<Item = (usize, &'a [Earlier])> {
        let all = &self.cube.earlier;
        let own = all.iter().skip(all.partition_point(|(place, _)| *place < self.start));
        let places = own.map(move |(place, earlier)| (place - self.start, earlier.as_slice()));
        places.take_while(move |(position, _)| *position < self.cube.width)
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

    /// Whether there is any series of an area.
    #[must_use]
    pub fn has_area(&self, area: AreaIx) -> bool {
        let first = self.keys.partition_point(|key| key.area < area);
        self.keys.get(first).is_some_and(|key| key.area == area)
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
        Some(Figure {
            value,
            limits,
            marks: self.marks.get(at).copied().unwrap_or_default(),
            remark: beside(&self.remarks, at).map(String::as_str),
            earlier: beside(&self.earlier, at).map_or(&[], Vec::as_slice),
            origin: Origin::Published,
        })
    }
}

/// What stands beside the figure at a place.
fn beside<T>(all: &[(usize, T)], at: usize) -> Option<&T> {
    let found = all.binary_search_by_key(&at, |(place, _)| *place).ok()?;
    Some(&all.get(found)?.1)
}

/// Values one behind the other.
#[derive(Clone, Debug, Default)]
struct Column {
    /// The numbers without their points; of those that need more than 32 bits the lower half.
    lows: Vec<i32>,
    /// The upper halves; empty where no number needs one.
    highs: Vec<i32>,
    /// Decimals of a number, or [`MISSING`] plus the reason why there is none.
    forms: Vec<u8>,
}

const MISSING: u8 = 0x80;

impl Column {
    fn get(&self, at: usize) -> Option<Value> {
        let form = *self.forms.get(at)?;
        let low = *self.lows.get(at)?;
        Some(match form.checked_sub(MISSING) {
            None => {
                let whole = self.highs.get(at).map(|high| i64::from(*high) << 32 | i64::from(low.cast_unsigned()));
                Value::Number(Decimal::new(whole.unwrap_or(i64::from(low)), form))
            }
            Some(reason) => {
                Value::Missing(Missing::ALL.get(usize::from(reason)).copied().unwrap_or(Missing::NotPublished))
            }
        })
    }

    fn set(&mut self, at: usize, value: Value) {
        let form = match value {
            Value::Number(number) => {
                let mantissa = number.mantissa();
                let Some(low) = self.lows.get_mut(at) else { return };
                *low = mantissa as i32;
                if i64::from(*low) != mantissa || !self.highs.is_empty() {
                    self.fill_highs();
                    if let Some(high) = self.highs.get_mut(at) {
                        *high = (mantissa >> 32) as i32;
                    }
                }
                number.decimals()
            }
            Value::Missing(reason) => MISSING + reason as u8,
        };
        if let Some(place) = self.forms.get_mut(at) {
            *place = form;
        }
    }

    /// Gives an upper half to every number that has none: its sign.
    fn fill_highs(&mut self) {
        let known = self.highs.len();
        self.highs.extend(self.lows.iter().skip(known).map(|low| low >> 31));
    }

    /// Adds values that are not published until there are this many; with room for so many more as will come.
    fn grow(&mut self, length: usize, room: usize) {
        if self.forms.is_empty() {
            self.lows.reserve_exact(room);
            self.forms.reserve_exact(room);
        }
        self.lows.resize(length, 0);
        self.forms.resize(length, MISSING);
    }

    fn sorted(mut self, rows: &Rows, width: usize) -> Self {
        if !self.highs.is_empty() {
            self.fill_highs();
        }
        Self {
            lows: rows.sorted(self.lows, width),
            highs: rows.sorted(self.highs, width),
            forms: rows.sorted(self.forms, width),
        }
    }

    fn bytes(&self) -> usize {
        (self.lows.capacity() + self.highs.capacity()) * size_of::<i32>() + self.forms.capacity()
    }
}

/// Which rows stay, in the order in which they stay.
struct Rows {
    order: Vec<usize>,
    /// Where each row's cells come to begin, if it stays.
    starts: Vec<Option<usize>>,
    /// They stay where they are: nothing has to be copied.
    in_place: bool,
}

impl Rows {
    fn sorted<T: Copy>(&self, mut cells: Vec<T>, width: usize) -> Vec<T> {
        if self.in_place {
            cells.truncate(self.order.len() * width);
        } else {
            let mut sorted = Vec::with_capacity(cells.len());
            for row in &self.order {
                sorted.extend_from_slice(cells.get(row * width..(row + 1) * width).unwrap_or_default());
            }
            cells = sorted;
        }
        cells.shrink_to_fit();
        cells
    }

    fn placed<T>(&self, mut beside: Vec<(usize, T)>, width: usize) -> Vec<(usize, T)> {
        beside.retain_mut(|(place, _)| {
            let start = place.checked_div(width).and_then(|row| *self.starts.get(row)?);
            *place = start.unwrap_or_default() + *place % width.max(1);
            start.is_some()
        });
        sorted(beside, &|(one, _), (other, _)| one < other)
    }
}

/// Collects series in the order of the file and makes a [`Cube`] of them.
#[derive(Debug)]
pub struct CubeBuilder {
    cube: Cube,
    room: usize,
}

impl CubeBuilder {
    /// For series of `width` periods, with room for so many figures at first.
    #[must_use]
    pub fn new(width: usize, room: usize) -> Self {
        Self { cube: Cube { width, ..Cube::default() }, room }
    }

    /// Begins a series of figures that are not published until they are [`CubeBuilder::set`].
    pub fn begin(&mut self, key: SeriesKey) {
        self.cube.keys.push(key);
        self.cube.values.grow(self.cube.keys.len() * self.cube.width, self.room);
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
            column.grow(values.forms.len(), self.room);
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

    /// Sets the publisher's word before a figure of the series begun last; once for each figure, as below.
    pub fn remark(&mut self, position: usize, remark: String) {
        if let Some(at) = self.place(position) {
            self.cube.remarks.push((at, remark));
        }
    }

    /// Sets what a revised figure of the series begun last was before.
    pub fn earlier(&mut self, position: usize, earlier: Vec<Earlier>) {
        if let Some(at) = self.place(position) {
            self.cube.earlier.push((at, earlier));
        }
    }

    /// Sorts the series. Those whose key another one before them has are left out; their numbers, counted from 0 as they
    /// were begun, are returned.
    #[must_use]
    pub fn build(self) -> (Cube, Vec<usize>) {
        let Cube { width, keys, values, mut lower, mut upper, mut marks, remarks, earlier } = self.cube;
        let length = values.forms.len();
        // Shorter than the others where the last series have none.
        for column in [&mut lower, &mut upper] {
            if !column.forms.is_empty() {
                column.grow(length, 0);
            }
        }
        if !marks.is_empty() {
            marks.resize(length, Marks::default());
        }
        let order = order(keys.len(), &|one, other| keys.get(one) < keys.get(other));
        let mut sorted = Vec::with_capacity(keys.len());
        let mut repeated = Vec::new();
        let mut rows = Rows { order: Vec::new(), starts: vec![None; keys.len()], in_place: true };
        for row in order {
            let (Some(key), Some(start)) = (keys.get(row), rows.starts.get_mut(row)) else { continue };
            if sorted.last() == Some(key) {
                repeated.push(row);
                continue;
            }
            *start = Some(sorted.len() * width);
            rows.in_place &= row == sorted.len();
            rows.order.push(row);
            sorted.push(*key);
        }
        let cube = Cube {
            width,
            keys: sorted,
            values: values.sorted(&rows, width),
            lower: lower.sorted(&rows, width),
            upper: upper.sorted(&rows, width),
            marks: rows.sorted(marks, width),
            remarks: rows.placed(remarks, width),
            earlier: rows.placed(earlier, width),
        };
        (cube, repeated)
    }

    fn place(&self, position: usize) -> Option<usize> {
        let row = self.cube.keys.len().checked_sub(1)?;
        (position < self.cube.width).then_some(row * self.cube.width + position)
    }
}
