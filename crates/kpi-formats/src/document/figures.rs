use kpi_core::model::{Decimal, Missing, Period, Value};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

/// The figures of one area, one measure and one category of each dimension.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Series {
    /// Id of the area.
    pub area: String,
    /// Id of the measure, where the indicator has measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// For each dimension's id the id of a category.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "members")]
    pub at: Vec<(String, String)>,
    /// The figures.
    pub values: Along<Cell>,
    /// Lower confidence limits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lower: Option<Along<Option<Number>>>,
    /// Upper confidence limits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<Along<Option<Number>>>,
    /// Letters that accompany figures: "p", "pr".
    #[serde(skip_serializing_if = "ByPeriod::is_empty")]
    pub status: ByPeriod<String>,
    /// Words before figures.
    #[serde(skip_serializing_if = "ByPeriod::is_empty")]
    pub remarks: ByPeriod<String>,
    /// What revised figures were before.
    #[serde(skip_serializing_if = "ByPeriod::is_empty")]
    pub previous: ByPeriod<Vec<Earlier>>,
}

/// Something for the indicator's periods.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Along<T> {
    /// For every period, in their order.
    List(Vec<T>),
    /// For some periods.
    ByPeriod(ByPeriod<T>),
}

impl<T> Along<T> {
    /// As a list, or by period where that is the shorter text; `is_empty` says of what nothing need be written.
    #[must_use]
    pub fn shorter(along: Vec<(Period, T)>, is_empty: impl Fn(&T) -> bool) -> Self {
        // A period's name takes the room of about four empty places.
        let filled = along.iter().filter(|(_, value)| !is_empty(value)).count();
        if filled == 0 || filled * 5 >= along.len() {
            return Self::List(along.into_iter().map(|(_, value)| value).collect());
        }
        Self::ByPeriod(ByPeriod(along.into_iter().filter(|(_, value)| !is_empty(value)).collect()))
    }
}

/// Something by period.
#[derive(Clone, Debug, PartialEq)]
pub struct ByPeriod<T>(pub Vec<(Period, T)>);

impl<T> ByPeriod<T> {
    /// Whether there is nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for ByPeriod<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Serialize> Serialize for ByPeriod<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (period, value) in &self.0 {
            map.serialize_entry(&period.to_string(), value)?;
        }
        map.end()
    }
}

/// One target for all periods, or one for each.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Target {
    /// The same for all periods.
    Always(Number),
    /// For each period that has one.
    ByPeriod(ByPeriod<Number>),
}

/// What a revised figure was before.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Earlier {
    /// The figure.
    pub value: Cell,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
}

/// A number, written with the decimals it has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(pub Decimal);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.0.to_string()).map_err(serde::ser::Error::custom)?.serialize(to)
    }
}

/// A number, a symbol, or `null` where nothing is published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell(pub Value);

impl Cell {
    pub(super) const fn is_empty(&self) -> bool {
        matches!(self.0, Value::Missing(Missing::NotPublished))
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Number(number) => Number(number).serialize(to),
            Value::Missing(Missing::NotPublished) => to.serialize_none(),
            // What could not be read is written as the reader shows it, so that the reader says so again.
            Value::Missing(reason) => to.serialize_str(reason.symbol()),
        }
    }
}

fn members<S: Serializer>(members: &[(String, String)], to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(members.len()))?;
    for (name, value) in members {
        map.serialize_entry(name, value)?;
    }
    map.end()
}
