//! KPI JSON as it is written: what `www/kpi.schema.json` describes, as plain structs.
//!
//! A document is made of a dataset, of which it loses nothing, or of facts. What is written is read by
//! [`kpi_core::ingest`] like any other file.

mod figures;
mod from_dataset;
mod from_facts;
mod ids;
mod indicator;
mod spelling;

pub use figures::{Along, ByPeriod, Cell, Earlier, Number, Series, Target};
pub use from_facts::Choices;
pub use indicator::{Category, Dimension, Indicator, Measure};

use kpi_core::model::Method;
use serde::Serialize;

/// A publication.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// Version of the format: [`Document::VERSION`].
    pub kpi: &'static str,
    /// Title of the publication.
    pub title: String,
    /// Who publishes it.
    pub publisher: Publisher,
    /// Language of the texts. A dataset does not know it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Under what licence the figures may be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The day on which it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The day on which anything in it last changed after that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    /// What a reader has to know of all of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// The focus and the areas to compare it with.
    pub areas: Vec<Area>,
    /// Headings under which indicators are listed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// The indicators.
    pub indicators: Vec<Indicator>,
}

impl Document {
    /// The version of KPI JSON that is written.
    pub const VERSION: &str = "1.0";

    /// The file: laid out for people, UTF-8, lines end with LF.
    #[must_use]
    pub fn print(&self) -> String {
        crate::layout::file(self)
    }
}

/// Who publishes.
#[derive(Clone, Debug, Serialize)]
pub struct Publisher {
    /// The name.
    pub name: String,
    /// An http or https address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// An area or a group of areas.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Area {
    /// The ONS's code where there is one.
    pub id: String,
    /// The name as shown.
    pub name: String,
    /// Only the focus has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Of a group, how its figure came about.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "spelling::method")]
    pub method: Option<Method>,
    /// Of a group, which model chose its members.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// Of a group, the model's year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    /// Of a group, the ids of its members.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
}

/// The one role that an area can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The publication is about this area.
    Focus,
}

/// A heading under which indicators are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Topic {
    /// Short and stable.
    pub id: String,
    /// The name as shown.
    pub name: String,
}
