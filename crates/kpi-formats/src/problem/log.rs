use super::{Kind, Place, Problem};
use std::collections::HashMap;

/// How many problems are kept; the others are counted.
const KEPT: usize = 200;

/// Collects problems. Of one kind in one column the first few are kept, so that a column of nonsense hides nothing else.
pub(crate) struct Log<'a> {
    file: &'a str,
    sheet: Option<String>,
    headings: Vec<String>,
    kept: Vec<Problem>,
    /// How many of a kind there are, and where the last one kept stands.
    alike: HashMap<(std::mem::Discriminant<Kind>, u32, String), (usize, usize)>,
    more: usize,
}

impl<'a> Log<'a> {
    pub(crate) fn new(file: &'a str) -> Self {
        Self { file, sheet: None, headings: Vec::new(), kept: Vec::new(), alike: HashMap::new(), more: 0 }
    }

    /// From here on problems are in this sheet.
    pub(crate) fn enter_sheet(&mut self, name: &str) {
        self.sheet = Some(name.to_owned());
    }

    /// What columns are called in messages.
    pub(crate) fn name_columns(&mut self, headings: impl Iterator<Item = String>) {
        self.headings = headings.collect();
    }

    pub(crate) fn file(&mut self, kind: Kind) {
        self.add(0, 0, kind);
    }

    /// Rows and columns from 1, or 0.
    pub(crate) fn add(&mut self, row: u32, column: u32, kind: Kind) {
        let group = (std::mem::discriminant(&kind), column, kind.group().to_owned());
        let listed = kind.listed();
        let last = self.kept.len();
        let (count, at) = self.alike.entry(group).or_insert((0, last));
        *count += 1;
        if *count > listed {
            if let Some(problem) = self.kept.get_mut(*at) {
                problem.alike += 1;
            } else {
                self.more += 1;
            }
            return;
        }
        if self.kept.len() >= KEPT && !kind.decides() {
            *at = usize::MAX;
            self.more += 1;
            return;
        }
        *at = last;
        let place = Place { sheet: self.sheet.clone(), row, column, heading: String::new() };
        self.kept.push(Problem { kind, file: self.file.to_owned(), place, alike: 0 });
    }

    /// In the order of the file, what is wrong with all of it first.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        for Problem { place, .. } in &mut self.kept {
            let at = usize::try_from(place.column).ok().and_then(|column| column.checked_sub(1));
            place.heading = at.and_then(|at| self.headings.get(at)).cloned().unwrap_or_default();
        }
        self.kept.sort_by_key(|problem| (problem.place.row, problem.place.column));
        if self.more > 0 {
            let kind = Kind::More { count: self.more };
            self.kept.push(Problem { kind, file: self.file.to_owned(), place: Place::default(), alike: 0 });
        }
        self.kept
    }
}
