//! Groups: members without figures, too few of them in the latest period for a figure to be computed ([`group`] says how
//! many are enough), the focus among the members, and a group that shows nothing until the reader chooses a method.

use super::Place;
use super::kind::Kind;
use super::log::Log;
use crate::model::{AreaIx, AreaRole, Method};
use crate::query::group;

pub(super) fn check(log: &mut Log<'_>) {
    let dataset = log.dataset;
    let is_partial = dataset.indicators.iter().any(|indicator| indicator.data.is_some());
    for (ix, area) in (0..).map(AreaIx).zip(&dataset.areas) {
        let AreaRole::Group { method, members, .. } = &area.role else { continue };
        if members.is_empty() {
            continue;
        }
        let place = Place { area: Some(ix), ..Place::default() };
        let has_figures = |area: AreaIx| dataset.indicators.iter().any(|indicator| indicator.has_area(area));
        if members.contains(&dataset.focus()) {
            log.push(place, Kind::FocusInGroup);
        }
        if is_partial {
            continue;
        }
        let empty: Vec<AreaIx> = members.iter().copied().filter(|member| !has_figures(*member)).collect();
        if !empty.is_empty() {
            let names: Vec<&str> =
                empty.iter().filter_map(|ix| dataset.area(*ix)).map(|area| area.name.as_str()).collect();
            log.push(place, Kind::EmptyMembers { names: names.join(", "), of: members.len() });
        }
        if *method == Method::Published && !has_figures(ix) && empty.len() < members.len() {
            log.push(place, Kind::SilentGroup);
        }
        few(log, ix, members);
    }
}

fn few(log: &mut Log<'_>, group: AreaIx, members: &[AreaIx]) {
    for (ix, indicator) in log.dataset.indexed_indicators() {
        // Where the publisher prints the group's own figures, they are shown; and nobody expects a figure of neighbours where
        // there is none of any.
        let focus = log.dataset.focus();
        let is_there = members.iter().any(|member| *member != focus && indicator.has_area(*member));
        if indicator.has_area(group) || !is_there {
            continue;
        }
        for measure in (0..).take(indicator.measures.len()).map(crate::model::MeasureIx) {
            let series: Vec<_> = members.iter().filter_map(|member| indicator.series(*member, measure)).collect();
            let numbers = |at: usize| {
                series.iter().filter(|row| row.figure(at).is_some_and(|figure| figure.number().is_some())).count()
            };
            // The latest period that the focus has.
            let own = indicator.series(focus, measure);
            let has = |at: &usize| own.and_then(|row| row.figure(*at)).is_some_and(|figure| figure.number().is_some());
            let Some(latest) = (0..indicator.periods.len()).rev().find(has) else { continue };
            let contributing = numbers(latest);
            if contributing > 0 && !group::is_enough(contributing, members.len()) {
                let period = indicator.periods.get(latest).map(|named| named.period);
                let place = Place { area: Some(group), measure: Some(measure), period, ..Place::indicator(ix) };
                log.push(place, Kind::FewMembers { contributing, of: members.len() });
            }
        }
    }
}
