use super::row::is_formula;
use crate::model::Dataset;

/// Where it stands what has to be known of the figures besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Details {
    /// In each row.
    Inside,
    /// In a description beside the file.
    Beside,
}

/// What heads the columns before those of breakdowns.
pub const BEFORE: [&str; 10] = [
    "area_code",
    "area_name",
    "period",
    "period_label",
    "topic",
    "indicator_id",
    "indicator",
    "measure_id",
    "measure",
    "unit",
];

/// What heads the columns behind those of breakdowns: the figure.
pub const FIGURE: [&str; 6] = ["value", "symbol", "lower", "upper", "status", "remark"];

/// What heads the columns behind the figure, where it has [`Details::Inside`].
pub const DETAILS: [&str; 10] = [
    "meaning",
    "target",
    "method",
    "source",
    "source_url",
    "licence",
    "publication",
    "publisher",
    "published",
    "modified",
];

/// The two columns of a breakdown: the names of its categories, and behind them their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// The breakdown's id.
    pub id: String,
    /// Letters, digits and underscores, as CSV on the Web wants names.
    pub name: String,
    /// What heads the column: its own id, by which it is known when the table is read again, or else the name.
    pub heading: String,
}

impl Breakdown {
    /// What heads the column of ids.
    #[must_use]
    pub fn id_heading(&self) -> String {
        id_of(&self.heading)
    }
}

/// The breakdowns that any indicator has, each once by its id.
#[must_use]
pub fn breakdowns(dataset: &Dataset) -> Vec<Breakdown> {
    let mut breakdowns: Vec<Breakdown> = Vec::new();
    for dimension in dataset.indicators.iter().flat_map(|indicator| &indicator.dimensions) {
        let id = &dimension.id;
        if breakdowns.iter().any(|known| known.id == *id) {
            continue;
        }
        let own = name_of(id);
        let mut name = own.clone();
        while is_taken(&breakdowns, &name) || is_taken(&breakdowns, &id_of(&name)) {
            name.push_str("_breakdown");
        }
        let is_heading = name == own && !is_formula(id);
        let heading = if is_heading { id.clone() } else { name.clone() };
        breakdowns.push(Breakdown { id: id.clone(), name, heading });
    }
    breakdowns
}

fn is_taken(breakdowns: &[Breakdown], name: &str) -> bool {
    BEFORE.contains(&name)
        || FIGURE.contains(&name)
        || DETAILS.contains(&name)
        || breakdowns.iter().any(|known| known.name == name || id_of(&known.name) == name)
}

fn id_of(name: &str) -> String {
    [name, "_id"].concat()
}

/// The id as letters, digits and underscores that begin with a letter.
fn name_of(id: &str) -> String {
    let mut name = String::new();
    if !id.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name.push_str("by_");
    }
    for letter in id.chars() {
        name.push(if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' });
    }
    name
}
