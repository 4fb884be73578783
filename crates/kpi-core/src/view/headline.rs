use super::heading::parts;
use super::overview::{ChangeModel, ValueModel};
use crate::query::{Change, Sight};
use crate::words::period;

/// The figure itself, to be set large: what the sentence says first, for those who look before they read.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// "70%"
    pub value: ValueModel,
    /// "Q4 2020/21"
    pub period: String,
    /// Of the earlier periods that are compared with, those with which it can be.
    pub changes: Vec<ChangeModel>,
}

impl Headline {
    /// `None` where there is no number, and of one of several measures or of a part, which by itself is not the figure.
    pub(super) fn new(sight: Sight<'_>) -> Option<Self> {
        let (figure, measure, named) = (sight.shown_figure(), sight.measure()?, sight.period()?);
        figure.number().filter(|_| sight.indicator.measures.len() == 1 && parts(sight, None).is_empty())?;
        let mut changes: Vec<Change<'_>> = Vec::new();
        for since in sight.query.compare.since() {
            // The year before a year is the period before.
            if let Ok(change) = sight.change(*since)
                && !changes.iter().any(|known| known.since.period == change.since.period)
            {
                changes.push(change);
            }
        }
        Some(Self {
            value: ValueModel::new(sight.query.lang, &figure, &measure.unit),
            period: period::named(sight.query.lang, named),
            changes: changes.iter().map(|change| ChangeModel::new(change, sight, &measure.unit)).collect(),
        })
    }
}
