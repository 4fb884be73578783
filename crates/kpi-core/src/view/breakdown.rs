//! The breakdowns of an indicator, to choose from.

use crate::model::{CategoryIx, Indicator};
use crate::query::{Cut, Query};

/// One breakdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// "Service area"
    pub name: String,
    /// Its parts, the total among them.
    pub parts: Vec<Part>,
    /// The choice that puts its parts side by side; `None` where they are, or where there is no other breakdown.
    pub side_by_side: Option<Cut>,
}

/// One part of a breakdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// "Education & Inclusion"
    pub name: String,
    /// Whether it is the one looked at.
    pub chosen: bool,
    /// The choice that looks at it.
    pub cut: Cut,
}

pub(super) fn breakdowns(indicator: &Indicator, query: &Query) -> Vec<Breakdown> {
    let cut = query.cut();
    let total = indicator.total_cell();
    let cell = cut.cell.unwrap_or(total);
    let now = indicator.categories_of(cell);
    let mut breakdowns = Vec::new();
    for (at, dimension) in indicator.dimensions.iter().enumerate() {
        let mut parts = Vec::new();
        for (category, part) in (0..).map(CategoryIx).zip(&dimension.categories) {
            let chosen = now.get(at) == Some(&category);
            let cell = Some(indicator.cell_at(cell, at, category)).filter(|cell| *cell != total);
            parts.push(Part { name: part.name.clone(), chosen, cut: Cut { cell, ..cut } });
        }
        let by = u8::try_from(at).unwrap_or(u8::MAX);
        let side_by_side = (by != cut.by && indicator.dimensions.len() > 1).then_some(Cut { by, ..cut });
        breakdowns.push(Breakdown { name: dimension.name.clone(), parts, side_by_side });
    }
    breakdowns
}
