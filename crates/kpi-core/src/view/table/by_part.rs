use super::figures::Figures;
use super::making::Table;
use crate::model::{CategoryIx, Dimension};
use crate::query::{ColumnKind, Sight};

impl Table {
    /// Parts of the first breakdown by measure, and the chosen measure of the comparators that are broken down too.
    pub(super) fn by_part(&mut self, dimension: &Dimension, figures: &[Figures<'_>]) {
        self.heading(&dimension.name);
        for column in figures {
            self.column(&column.heading, ColumnKind::Figure, column.sight);
        }
        for (category, part) in (0..).map(CategoryIx).zip(&dimension.categories) {
            self.row(&part.name, part.total);
            for column in figures {
                self.figure(part_sight(column.sight, category), column.unit);
            }
        }
    }
}

/// The sight of one part of the breakdown whose parts are side by side, at the chosen categories of the others.
fn part_sight(sight: Sight<'_>, category: CategoryIx) -> Sight<'_> {
    let cell = sight.indicator.cell_at(sight.cell, usize::from(sight.query.cut().by), category);
    Sight { cell, ..sight }
}
