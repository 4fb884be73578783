use super::figures::{Number, Series, Target};
use super::spelling;
use kpi_core::model::{MeasureRole, NamedPeriod, Polarity, Source, Unit};
use serde::Serialize;

/// One performance indicator.
#[derive(Clone, Debug, Serialize)]
pub struct Indicator {
    /// Short and stable: it stands in links.
    pub id: String,
    /// The id of the topic under which it is listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// The name as shown.
    pub name: String,
    /// Its unit, where it has no measures.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "spelling::unit")]
    pub unit: Option<Unit>,
    /// Which direction is better.
    #[serde(serialize_with = "spelling::polarity")]
    pub polarity: Polarity,
    /// What exactly is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// Who published the figures, and where.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "spelling::source")]
    pub source: Option<Source>,
    /// What a reader has to know besides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Other words by which a reader may look for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// The target, where it has no measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// Differences up to this are called none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Number>,
    /// The periods of the figures; arrays of values follow this order.
    #[serde(serialize_with = "spelling::periods")]
    pub periods: Vec<NamedPeriod>,
    /// Where it has several quantities, or one with a name of its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// Breakdowns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<Dimension>,
    /// The figures, unless they stand in a file of their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<Series>,
    /// The file in which the figures are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    /// That file's hash.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
}

/// One of several quantities of an indicator.
#[derive(Clone, Debug, Serialize)]
pub struct Measure {
    /// Short and stable.
    pub id: String,
    /// The name as shown.
    pub name: String,
    /// What it is for the other measures.
    #[serde(serialize_with = "spelling::role")]
    pub role: MeasureRole,
    /// Its unit.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "spelling::unit")]
    pub unit: Option<Unit>,
    /// Its target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// A breakdown.
#[derive(Clone, Debug, Serialize)]
pub struct Dimension {
    /// Short and stable.
    pub id: String,
    /// The name as shown.
    pub name: String,
    /// At least one.
    pub categories: Vec<Category>,
}

/// One part of a breakdown.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Category {
    /// Short and stable.
    pub id: String,
    /// The name as shown.
    pub name: String,
    /// The id of the category of which it is a part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Whether it stands for all the others together.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub total: bool,
}
