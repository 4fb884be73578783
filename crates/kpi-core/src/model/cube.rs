use super::{AreaIx, Decimal, Figure, Mark, Marks, MeasureIx, Missing, Value};

/// All figures of an indicator as columns: nine bytes a figure, one more where any figure bears a mark, and
/// one where any bears a remark.
///
/// A row is a series (one area, one measure, one category of each dimension), a column a period. Rows are sorted by
/// their key, so that a look-up is a binary search over series and never touches a figure that was not asked for.
#[derive(Clone, Debug, Default)]
pub struct Cube {
    width: usize,
    keys: Vec<SeriesKey>,
    mantissas: Vec<i64>,
    /// Decimals of a number, or [`MISSING`] plus the reason why there is none.
    forms: Vec<u8>,
    /// Empty where no figure bears a mark.
    marks: Vec<Marks>,
    /// Which of the words stands before a figure, from 1; 0 for none. Empty where no figure has one.
    remarks: Vec<u8>,
    words: Vec<Box<str>>,
}

const MISSING: u8 = 0x80;

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
        self.forms.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    fn at(&self, at: usize) -> Option<Figure<'_>> {
        let form = *self.forms.get(at)?;
        let value = match form.checked_sub(MISSING) {
            None => Value::Number(Decimal::new(*self.mantissas.get(at)?, form)),
            Some(reason) => {
                Value::Missing(Missing::ALL.get(usize::from(reason)).copied().unwrap_or(Missing::NotPublished))
            }
        };
        let marks = self.marks.get(at).copied().unwrap_or_default();
        let remark = self.remarks.get(at).and_then(|word| self.words.get(usize::from(word.checked_sub(1)?)));
        Some(Figure { value, marks, remark: remark.map(AsRef::as_ref) })
    }
}

/// Collects series in the order of the file and makes a [`Cube`] of them.
#[derive(Debug)]
pub struct CubeBuilder {
    width: usize,
    keys: Vec<SeriesKey>,
    cube: Cube,
}

impl CubeBuilder {
    /// For series of `width` periods.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self { width, keys: Vec::new(), cube: Cube { width, ..Cube::default() } }
    }

    /// Begins a series of figures that are not published until they are [`CubeBuilder::set`].
    pub fn begin(&mut self, key: SeriesKey) {
        self.keys.push(key);
        let end = self.keys.len() * self.width;
        self.cube.mantissas.resize(end, 0);
        self.cube.forms.resize(end, MISSING);
    }

    /// Sets a value of the series begun last; past the last period nothing happens.
    pub fn set(&mut self, position: usize, value: Value) {
        let Some(at) = self.place(position) else { return };
        let (mantissa, form) = match value {
            Value::Number(number) => (number.mantissa(), number.decimals()),
            Value::Missing(reason) => (0, MISSING + reason as u8),
        };
        if let (Some(mantissas), Some(forms)) = (self.cube.mantissas.get_mut(at), self.cube.forms.get_mut(at)) {
            *mantissas = mantissa;
            *forms = form;
        }
    }

    /// Adds a mark to a figure of the series begun last.
    pub fn mark(&mut self, position: usize, mark: Mark) {
        let Some(at) = self.place(position) else { return };
        self.cube.marks.resize(self.cube.forms.len(), Marks::default());
        if let Some(marks) = self.cube.marks.get_mut(at) {
            *marks = marks.with(mark);
        }
    }

    /// Sets the publisher's word before a figure of the series begun last; more than 255 different ones are not kept.
    pub fn remark(&mut self, position: usize, remark: &str) {
        let Some(at) = self.place(position) else { return };
        let Cube { forms, remarks, words, .. } = &mut self.cube;
        let known = words.iter().position(|word| **word == *remark).unwrap_or(words.len());
        let Ok(word) = u8::try_from(known + 1) else { return };
        if known == words.len() {
            words.push(remark.into());
        }
        remarks.resize(forms.len(), 0);
        if let Some(remark) = remarks.get_mut(at) {
            *remark = word;
        }
    }

    /// Sorts the series. Those whose key another one before them has are left out; their numbers, counted from 0 as they
    /// were begun, are returned.
    #[must_use]
    pub fn build(self) -> (Cube, Vec<usize>) {
        let Self { width, keys, cube } = self;
        let mut order: Vec<usize> = (0..keys.len()).collect();
        order.sort_unstable_by_key(|row| (keys.get(*row), *row));
        let mut sorted = Cube { width, ..Cube::default() };
        let mut repeated = Vec::new();
        for from in order {
            let Some(key) = keys.get(from) else { continue };
            if sorted.keys.last() == Some(key) {
                repeated.push(from);
                continue;
            }
            let cells = from * width..(from + 1) * width;
            sorted.keys.push(*key);
            sorted.mantissas.extend_from_slice(cube.mantissas.get(cells.clone()).unwrap_or_default());
            sorted.forms.extend_from_slice(cube.forms.get(cells.clone()).unwrap_or_default());
            // Shorter than the others where the last series have none.
            if !cube.marks.is_empty() {
                sorted.marks.extend(cells.clone().map(|at| cube.marks.get(at).copied().unwrap_or_default()));
            }
            if !cube.remarks.is_empty() {
                sorted.remarks.extend(cells.map(|at| cube.remarks.get(at).copied().unwrap_or_default()));
            }
        }
        sorted.words = cube.words;
        (sorted, repeated)
    }

    fn place(&self, position: usize) -> Option<usize> {
        let row = self.keys.len().checked_sub(1)?;
        (position < self.width).then_some(row * self.width + position)
    }
}
