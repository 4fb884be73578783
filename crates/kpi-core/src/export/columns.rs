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

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The area's id, a code where there is one.
    AreaCode,
    /// The area's name.
    AreaName,
    /// The period as KPI JSON writes it.
    Period,
    /// The period as people call it.
    PeriodLabel,
    /// The topic's name.
    Topic,
    /// The indicator's id.
    IndicatorId,
    /// The indicator's name.
    Indicator,
    /// The measure's id; empty where the indicator has one measure without a name, as is the next.
    MeasureId,
    /// The measure's name.
    Measure,
    /// The unit in words.
    Unit,
    /// The category of the breakdown with this id; empty where the indicator has no such breakdown, as is the next.
    Breakdown(String),
    /// The id of that category.
    BreakdownId(String),
    /// The number; empty where there is none.
    Value,
    /// The symbol in place of a number.
    Symbol,
    /// The lower confidence limit.
    Lower,
    /// The upper confidence limit.
    Upper,
    /// The letters of what accompanies the value.
    Status,
    /// The publisher's word before the figure.
    Remark,
    /// What symbol and status mean.
    Meaning,
    /// What the focus area aims at.
    Target,
    /// How the figure of a group came about.
    Method,
    /// Who published the figure, and where.
    Source,
    /// The address of that.
    SourceUrl,
    /// Under what licence the figures may be used.
    Licence,
    /// The title of the publication.
    Publication,
    /// Who publishes.
    Publisher,
    /// The day of the publication.
    Published,
    /// The day of its last change.
    Modified,
}

/// A column of the table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Letters, digits and underscores, as CSV on the Web wants names.
    pub name: String,
    /// What heads the column: the name, or a breakdown's own id, by which it is known when the table is read again.
    pub heading: String,
    /// What stands in it.
    pub content: Content,
}

const BEFORE: [(&str, Content); 10] = [
    ("area_code", Content::AreaCode),
    ("area_name", Content::AreaName),
    ("period", Content::Period),
    ("period_label", Content::PeriodLabel),
    ("topic", Content::Topic),
    ("indicator_id", Content::IndicatorId),
    ("indicator", Content::Indicator),
    ("measure_id", Content::MeasureId),
    ("measure", Content::Measure),
    ("unit", Content::Unit),
];

/// The first six are the figure; the others are [`Details`].
const BEHIND: [(&str, Content); 16] = [
    ("value", Content::Value),
    ("symbol", Content::Symbol),
    ("lower", Content::Lower),
    ("upper", Content::Upper),
    ("status", Content::Status),
    ("remark", Content::Remark),
    ("meaning", Content::Meaning),
    ("target", Content::Target),
    ("method", Content::Method),
    ("source", Content::Source),
    ("source_url", Content::SourceUrl),
    ("licence", Content::Licence),
    ("publication", Content::Publication),
    ("publisher", Content::Publisher),
    ("published", Content::Published),
    ("modified", Content::Modified),
];

/// The columns of a dataset: between the fixed ones two for each breakdown that any indicator has, by its id. What a column
/// is called does not depend on the details.
#[must_use]
pub fn columns(dataset: &Dataset, details: Details) -> Vec<Column> {
    let mut columns = Vec::new();
    for (name, content) in &BEFORE {
        columns.push(fixed(name, content));
    }
    for dimension in dataset.indicators.iter().flat_map(|indicator| &indicator.dimensions) {
        let content = Content::Breakdown(dimension.id.clone());
        if columns.iter().any(|column| column.content == content) {
            continue;
        }
        let own = name_of(&dimension.id);
        let mut name = own.clone();
        while is_taken(&columns, &name) || is_taken(&columns, &id_of(&name)) {
            name.push_str("_breakdown");
        }
        let is_heading = name == own && !is_formula(&dimension.id);
        let heading = if is_heading { dimension.id.clone() } else { name.clone() };
        let (id_name, id_heading) = (id_of(&name), id_of(&heading));
        columns.push(Column { name, heading, content });
        columns.push(Column {
            name: id_name,
            heading: id_heading,
            content: Content::BreakdownId(dimension.id.clone()),
        });
    }
    let behind = match details {
        Details::Inside => BEHIND.len(),
        Details::Beside => 6,
    };
    for (name, content) in BEHIND.iter().take(behind) {
        columns.push(fixed(name, content));
    }
    columns
}

fn fixed(name: &str, content: &Content) -> Column {
    Column { name: name.to_owned(), heading: name.to_owned(), content: content.clone() }
}

fn id_of(name: &str) -> String {
    [name, "_id"].concat()
}

fn is_taken(columns: &[Column], name: &str) -> bool {
    columns.iter().any(|column| column.name == name) || BEHIND.iter().any(|(behind, _)| *behind == name)
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
