use super::limits;
use crate::model::Area;
use std::cell::Cell;
use std::collections::HashMap;

/// Positions by id.
pub(super) type Ids = HashMap<String, u16>;

/// What indicators and series refer to by id.
pub(super) struct Directory {
    pub(super) areas: Ids,
    pub(super) topics: Ids,
    /// How many figures may still be read.
    pub(super) room: Cell<usize>,
}

impl Directory {
    pub(super) fn new(areas: Ids, topics: Ids) -> Self {
        Self { areas, topics, room: Cell::new(limits::FIGURES) }
    }

    /// For figures of a file of their own, which name areas alone.
    pub(super) fn of_areas(areas: &[Area]) -> Self {
        Self::new(areas.iter().map(|area| area.id.clone()).zip(0..).collect(), Ids::new())
    }
}
