//! publication.toml: what an officer decides about a publication, as text becomes meaning.

mod areas;
mod files;
mod indicators;
mod log;
mod read;
mod table;

pub(crate) use log::{Log, Place, suggestion};
pub(crate) use read::read;

use crate::years::Years;
use kpi_core::model::{Date, Decimal, Method, Period, Polarity, Source, Unit};
use std::collections::BTreeMap;

/// Everything that publication.toml says.
#[derive(Debug)]
pub(crate) struct Recipe {
    pub(crate) title: String,
    pub(crate) publisher: Publisher,
    pub(crate) language: Option<String>,
    pub(crate) licence: Option<String>,
    pub(crate) published: Option<Date>,
    pub(crate) modified: Option<Date>,
    pub(crate) notes: Vec<String>,
    pub(crate) data: Data,
    pub(crate) areas: Areas,
    pub(crate) groups: Vec<Group>,
    pub(crate) files: BTreeMap<String, File>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) indicators: Vec<Indicator>,
}

/// A text and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Placed<T> {
    pub(crate) value: T,
    pub(crate) at: Place,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Publisher {
    pub(crate) name: String,
    pub(crate) url: Option<String>,
}

/// Where the figures go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Data {
    /// All into one file.
    Within,
    /// Those that a first look does not need into a file an indicator.
    Apart,
    /// Apart where there are more figures than this.
    ApartAbove(usize),
}

/// Whom the publication is about, and whom it is compared with.
#[derive(Debug)]
pub(crate) struct Areas {
    pub(crate) focus: Placed<String>,
    /// Areas and groups in the order in which they are shown.
    pub(crate) compare: Vec<Placed<String>>,
    pub(crate) others: Others,
    /// Names to use instead of the files'.
    pub(crate) names: BTreeMap<String, String>,
    /// Of a code that was given up, the code under which the same place goes on.
    pub(crate) same: BTreeMap<String, Placed<String>>,
}

/// Further areas, for whoever looks for them.
#[derive(Debug)]
pub(crate) enum Others {
    Listed(Vec<Placed<String>>),
    /// Every area that a file has.
    All,
}

#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) id: Placed<String>,
    pub(crate) name: String,
    pub(crate) method: Method,
    pub(crate) model: Option<String>,
    pub(crate) year: Option<i16>,
    pub(crate) members: Members,
}

#[derive(Debug)]
pub(crate) enum Members {
    Listed(Vec<Placed<String>>),
    /// The path of an official list of neighbours.
    Neighbours(Placed<String>),
}

#[derive(Debug)]
pub(crate) struct File {
    pub(crate) path: Placed<String>,
    pub(crate) sheet: Option<String>,
    pub(crate) source: Option<Source>,
}

#[derive(Debug)]
pub(crate) struct Topic {
    pub(crate) id: String,
    pub(crate) name: String,
}

#[derive(Debug)]
pub(crate) struct Indicator {
    pub(crate) at: Place,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) topic: String,
    pub(crate) unit: Unit,
    pub(crate) polarity: Polarity,
    pub(crate) definition: Option<String>,
    pub(crate) source: Option<Source>,
    pub(crate) notes: Vec<String>,
    pub(crate) keywords: Vec<String>,
    pub(crate) target: Option<Target>,
    pub(crate) tolerance: Option<Decimal>,
    pub(crate) years: Option<Placed<Years>>,
    pub(crate) from: Option<From>,
    pub(crate) until: Option<From>,
    pub(crate) figures: Figures,
}

#[derive(Debug)]
pub(crate) enum Target {
    Always(Decimal),
    ByPeriod(Vec<(Period, Decimal)>),
}

/// The first or last period: as the file writes its years, or as KPI JSON writes periods.
#[derive(Clone, Copy, Debug)]
pub(crate) enum From {
    Year(i16),
    Period(Period),
}

/// Where the figures of an indicator are.
#[derive(Debug)]
pub(crate) enum Figures {
    Published(Pick),
    /// A rate that is not published.
    Derived {
        numerator: Pick,
        denominator: Pick,
        per: u32,
        decimals: u8,
    },
}

impl Figures {
    pub(crate) fn picks(&self) -> impl Iterator<Item = &Pick> {
        let (first, second) = match self {
            Self::Published(pick) => (pick, None),
            Self::Derived { numerator, denominator, .. } => (numerator, Some(denominator)),
        };
        std::iter::once(first).chain(second)
    }
}

/// A column of a file, and of which rows.
#[derive(Debug)]
pub(crate) struct Pick {
    pub(crate) file: Placed<String>,
    pub(crate) column: Placed<String>,
    /// A category for each breakdown, by the file's words.
    pub(crate) rows: Vec<(Placed<String>, Placed<String>)>,
}
