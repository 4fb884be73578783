use super::limits;
use std::cell::Cell;

/// Positions by id. Sorted and not hashed: that is less of a program, and as fast for the few hundred ids that files have.
#[derive(Default)]
pub(super) struct Ids {
    /// By position.
    ids: Vec<String>,
    /// The positions in the order of their ids. Of 16 bits, so that making room for another one in between takes no time.
    sorted: Vec<u16>,
}

impl Ids {
    pub(super) fn get(&self, id: &str) -> Option<u16> {
        self.sorted.get(self.search(id).ok()?).copied()
    }

    /// Adds an id at the next position. `None` where it is there already.
    pub(super) fn insert(&mut self, id: &str) -> Option<()> {
        let Err(place) = self.search(id) else { return None };
        self.sorted.insert(place, u16::try_from(self.ids.len()).ok()?);
        self.ids.push(id.to_owned());
        Some(())
    }

    fn search(&self, id: &str) -> Result<usize, usize> {
        self.sorted.binary_search_by(|position| {
            let known = self.ids.get(usize::from(*position));
            known.map(String::as_str).cmp(&Some(id))
        })
    }
}

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
}
