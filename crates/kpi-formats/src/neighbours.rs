//! The DfE's lists of statistical neighbours: of every authority the ten that are most like it, the nearest first.
//!
//! Both layouts are read: that of April 2021 (`LA number`, `SN1`, `SNP`, ...) and that of 2025 (`old_la_code`, `SN_1`,
//! `SN_1P`, ...). Authorities go by the three digits that [`crate::facts::FactArea::other_code`] has.

use crate::grid::{self, Row, Wanted};
use crate::problem::{Kind, Log, Place, Problem};
use crate::tabular::Input;
use std::collections::HashSet;
use std::fmt;

/// The lists of a model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NeighbourLists {
    /// The file they are from, for messages.
    pub file: String,
    /// In the order of the file.
    pub lists: Vec<NeighbourList>,
}

/// An authority and its neighbours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeighbourList {
    /// Three digits.
    pub code: String,
    /// As the file writes it.
    pub name: String,
    /// The nearest first, each once.
    pub neighbours: Vec<Neighbour>,
    /// Where it stands: the row, from 1.
    pub row: u32,
}

/// A neighbour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// Three digits.
    pub code: String,
    /// How alike the two are; `None` where the file does not say.
    pub closeness: Option<Closeness>,
}

/// How alike two authorities are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closeness {
    /// The closest.
    ExtremelyClose,
    /// Next to it.
    VeryClose,
    /// In the middle.
    Close,
    /// Less so.
    SomewhatClose,
    /// Neighbours for want of better ones.
    NotClose,
}

/// Lists, read.
#[derive(Clone, Debug)]
pub struct ReadNeighbours {
    /// Everything that is good; `None` where there is nothing.
    pub lists: Option<NeighbourLists>,
    /// What is not, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Reads a file of lists, of any sort that [`crate::tabular::read`] reads.
#[must_use]
pub fn read(input: Input<'_>) -> ReadNeighbours {
    let mut log = Log::new(input.name);
    let lists = read_into(input, &mut log);
    ReadNeighbours { lists, problems: log.finish() }
}

impl NeighbourLists {
    /// The list of an authority, by its three digits.
    ///
    /// # Errors
    ///
    /// A problem to tell where there is none.
    pub fn of(&self, code: &str) -> Result<&NeighbourList, Box<Problem>> {
        self.lists.iter().find(|list| list.code == code.trim()).ok_or_else(|| {
            let kind = Kind::UnknownAuthority { code: code.to_owned() };
            Box::new(Problem { kind, file: self.file.clone(), place: Place::default(), alike: 0 })
        })
    }
}

const TEN: usize = 10;

fn read_into(input: Input<'_>, log: &mut Log<'_>) -> Option<NeighbourLists> {
    let is_header = |cells: &[&str]| Layout::find(cells).is_some();
    let grid = grid::open(input.bytes, &Wanted { sheet: None, delimiter: None, is_header: &is_header }, log)?;
    let layout = Layout::find(&grid.headings().collect::<Vec<_>>())?;
    let mut lists: Vec<NeighbourList> = Vec::new();
    let mut known = HashSet::new();
    for row in grid.body(log).rows {
        let Some(list) = layout.row(row, log) else { continue };
        if known.insert(list.code.clone()) {
            lists.push(list);
        } else {
            log.add(row.number(), number(layout.code), Kind::RepeatedAuthority { code: list.code });
        }
    }
    if lists.is_empty() {
        log.file(Kind::NoFacts);
        return None;
    }
    Some(NeighbourLists { file: input.name.to_owned(), lists })
}

/// Where the columns stand.
struct Layout {
    code: usize,
    name: Option<usize>,
    /// The code and the closeness of each neighbour, the nearest first.
    neighbours: Vec<(usize, Option<usize>)>,
}

impl Layout {
    fn find(headings: &[&str]) -> Option<Self> {
        let keys: Vec<String> = headings.iter().map(|heading| heading.to_lowercase().replace(['_', ' '], "")).collect();
        let find = |names: &[&str]| names.iter().find_map(|name| keys.iter().position(|key| key == name));
        let neighbours = (1..=TEN).map_while(|rank| {
            let at = find(&[&format!("sn{rank}")])?;
            // The older layout calls them all SNP; each stands behind its neighbour.
            let behind = keys.get(at + 1).filter(|key| **key == "snp").map(|_| at + 1);
            Some((at, find(&[&format!("sn{rank}p")]).or(behind)))
        });
        let neighbours: Vec<_> = neighbours.collect();
        let code = find(&["oldlacode", "lanumber", "lanum", "lacode"])?;
        (!neighbours.is_empty()).then(|| Self { code, name: find(&["laname"]), neighbours })
    }

    fn row(&self, row: Row<'_>, log: &mut Log<'_>) -> Option<NeighbourList> {
        // "Old SNs:" between two lists is no authority. Neighbours of nobody are a code that somebody lost.
        if row.cell(self.code).is_empty() && self.neighbours.iter().all(|(at, _)| row.cell(*at).is_empty()) {
            return None;
        }
        let Some(code) = authority(row.cell(self.code)) else {
            let found = row.cell(self.code).to_owned();
            log.add(row.number(), number(self.code), Kind::BadAuthorityCode { found });
            return None;
        };
        let mut neighbours: Vec<Neighbour> = Vec::new();
        for (at, closeness) in &self.neighbours {
            let cell = row.cell(*at);
            if cell.is_empty() {
                continue;
            }
            let problem = match authority(cell) {
                None => Kind::BadAuthorityCode { found: cell.to_owned() },
                Some(other) if other == code => Kind::OwnNeighbour { code: other.to_owned() },
                Some(other) if neighbours.iter().any(|known| known.code == other) => {
                    Kind::RepeatedNeighbour { code: other.to_owned() }
                }
                Some(other) => {
                    let closeness = closeness.and_then(|at| self.closeness(row, at, log));
                    neighbours.push(Neighbour { code: other.to_owned(), closeness });
                    continue;
                }
            };
            log.add(row.number(), number(*at), problem);
        }
        if neighbours.len() != TEN {
            log.add(row.number(), 0, Kind::NotTenNeighbours { found: neighbours.len() });
        }
        let name = self.name.map_or("", |name| row.cell(name));
        Some(NeighbourList { code: code.to_owned(), name: name.to_owned(), neighbours, row: row.number() })
    }

    fn closeness(&self, row: Row<'_>, at: usize, log: &mut Log<'_>) -> Option<Closeness> {
        let cell = row.cell(at);
        let closeness = Closeness::ALL.into_iter().find(|closeness| closeness.words().eq_ignore_ascii_case(cell));
        if closeness.is_none() && !cell.is_empty() {
            log.add(row.number(), number(at), Kind::UnknownCloseness { found: cell.to_owned() });
        }
        closeness
    }
}

impl Closeness {
    /// Every one, the closest first.
    pub const ALL: [Self; 5] =
        [Self::ExtremelyClose, Self::VeryClose, Self::Close, Self::SomewhatClose, Self::NotClose];

    /// As the DfE calls it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::ExtremelyClose => "Extremely close",
            Self::VeryClose => "Very close",
            Self::Close => "Close",
            Self::SomewhatClose => "Somewhat close",
            Self::NotClose => "Not close",
        }
    }
}

impl fmt::Display for Closeness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

/// Three digits; a workbook may say 921.0.
fn authority(cell: &str) -> Option<&str> {
    let code = cell.strip_suffix(".0").unwrap_or(cell);
    (code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit())).then_some(code)
}

fn number(column: usize) -> u32 {
    u32::try_from(column + 1).unwrap_or(u32::MAX)
}
