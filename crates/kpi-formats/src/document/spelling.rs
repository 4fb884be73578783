//! How KPI JSON spells the words of the model.

use kpi_core::model::{MeasureRole, Method, NamedPeriod, Polarity, Source, Unit, UnitKind};
use serde::ser::{Serialize, SerializeSeq, Serializer};

#[expect(clippy::ref_option, reason = "serde hands over the field")]
pub(super) fn method<S: Serializer>(method: &Option<Method>, to: S) -> Result<S::Ok, S::Error> {
    let word = method.map(|method| match method {
        Method::Published => "published",
        Method::Mean => "mean",
        Method::Median => "median",
    });
    word.serialize(to)
}

pub(super) fn polarity<S: Serializer>(polarity: &Polarity, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(match polarity {
        Polarity::Higher => "higher",
        Polarity::Lower => "lower",
        Polarity::Neither => "none",
    })
}

pub(super) fn role<S: Serializer>(role: &MeasureRole, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(match role {
        MeasureRole::Value => "value",
        MeasureRole::Numerator => "numerator",
        MeasureRole::Denominator => "denominator",
        MeasureRole::Budget => "budget",
        MeasureRole::Outturn => "outturn",
        MeasureRole::Variance => "variance",
        MeasureRole::Percent => "percent",
    })
}

#[derive(serde::Serialize)]
struct SourceFields<'s> {
    name: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'s str>,
}

#[expect(clippy::ref_option, reason = "serde hands over the field")]
pub(super) fn source<S: Serializer>(source: &Option<Source>, to: S) -> Result<S::Ok, S::Error> {
    let fields =
        source.as_ref().map(|Source { name, url, at }| SourceFields { name, url: url.as_deref(), at: at.as_deref() });
    fields.serialize(to)
}

#[derive(serde::Serialize)]
struct UnitFields<'u> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    per: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scale: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'u str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimals: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<bool>,
}

impl<'u> UnitFields<'u> {
    fn of(unit: &'u Unit) -> Self {
        let (per, scale, label, decimals, total) = (None, None, None, unit.decimals, unit.total);
        let plain = |kind| Self { kind, per, scale, label, decimals, total };
        match &unit.kind {
            UnitKind::Count => plain("count"),
            UnitKind::Percent => plain("percent"),
            UnitKind::Rate { per } => Self { per: Some(*per), ..plain("rate") },
            UnitKind::Gbp { scale: 1 } => plain("gbp"),
            UnitKind::Gbp { scale } => Self { scale: Some(*scale), ..plain("gbp") },
            UnitKind::Ratio => plain("ratio"),
            UnitKind::Days => plain("days"),
            UnitKind::Score => plain("score"),
            UnitKind::Other { label } => Self { label: Some(label), ..plain("other") },
        }
    }
}

#[expect(clippy::ref_option, reason = "serde hands over the field")]
pub(super) fn unit<S: Serializer>(unit: &Option<Unit>, to: S) -> Result<S::Ok, S::Error> {
    unit.as_ref().map(UnitFields::of).serialize(to)
}

#[derive(serde::Serialize)]
struct Labelled<'p> {
    id: String,
    label: &'p str,
}

pub(super) fn periods<S: Serializer>(periods: &[NamedPeriod], to: S) -> Result<S::Ok, S::Error> {
    let mut list = to.serialize_seq(Some(periods.len()))?;
    for NamedPeriod { period, label } in periods {
        let id = period.to_string();
        match label {
            None => list.serialize_element(&id)?,
            Some(label) => list.serialize_element(&Labelled { id, label })?,
        }
    }
    list.end()
}
