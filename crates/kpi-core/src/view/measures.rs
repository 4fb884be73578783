//! Which of an indicator's measures there are to look at.

use super::heading::measure_heading;
use crate::model::{Indicator, MeasureIx, MeasureRole};
use crate::query::Query;
use crate::words::sentence;

/// A measure to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureChoice {
    /// What is chosen.
    pub measure: MeasureIx,
    /// "Variance, £ thousand", "Budget and Forecast, £ thousand"
    pub name: String,
    /// Whether it is the one shown.
    pub chosen: bool,
}

/// A choice for each measure, but one for budget and outturn, which are one chart; none where there is nothing to choose.
pub(super) fn measures(query: &Query, indicator: &Indicator, shown: MeasureIx) -> Vec<MeasureChoice> {
    let pair = budget_and_outturn(indicator);
    let mut choices = Vec::new();
    for (measure, found) in (0..).map(MeasureIx).zip(&indicator.measures) {
        let (mut name, mut chosen) = (measure_heading(query.lang, found), measure == shown);
        if let Some((budget, outturn)) = pair {
            if measure == budget {
                continue;
            }
            if measure == outturn
                && let Some(budgeted) = indicator.measures.get(usize::from(budget.0))
            {
                name = sentence::listed(query.lang, &[budgeted.name.clone(), name]);
                chosen |= budget == shown;
            }
        }
        choices.push(MeasureChoice { measure, name, chosen });
    }
    if choices.len() > 1 { choices } else { Vec::new() }
}

/// Budget and outturn of an indicator that has both, counted alike.
pub(super) fn budget_and_outturn(indicator: &Indicator) -> Option<(MeasureIx, MeasureIx)> {
    let (budget, planned) = indicator.measure_with(MeasureRole::Budget)?;
    let (outturn, spent) = indicator.measure_with(MeasureRole::Outturn)?;
    (planned.unit.kind == spent.unit.kind).then_some((budget, outturn))
}
