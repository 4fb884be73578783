//! What is named and has nothing: areas without figures, topics without indicators, indicators without figures of the area
//! that the publication is about. Nothing is said of figures in files of their own that have not been read.

use super::Place;
use super::kind::Kind;
use super::log::{Log, of};
use crate::model::{AreaIx, AreaRole};

pub(super) fn check(log: &mut Log<'_>) {
    let dataset = log.dataset;
    for (position, topic) in dataset.topics.iter().enumerate() {
        if !dataset.indicators.iter().any(|indicator| usize::from(indicator.topic.0) == position) {
            log.push(Place::default(), Kind::EmptyTopic { topic: topic.name.clone() });
        }
    }
    if dataset.indicators.iter().any(|indicator| indicator.data.is_some()) {
        return;
    }
    for (ix, area) in (0..).map(AreaIx).zip(&dataset.areas) {
        let is_member = dataset.areas.iter().any(|group| group.members().contains(&ix));
        let is_computed = matches!(&area.role, AreaRole::Group { members, .. } if !members.is_empty());
        // Members and their groups have a rule of their own.
        if !is_member && !is_computed && !dataset.indicators.iter().any(|indicator| indicator.has_area(ix)) {
            log.push(Place { area: Some(ix), ..Place::default() }, Kind::EmptyArea);
        }
    }
    let focus = dataset.focus();
    for (ix, indicator) in dataset.indexed_indicators() {
        let has_figure = of(ix, indicator).any(|series| {
            series.key.area == focus
                && series.row.figures().any(|figure| figure.value != crate::model::Figure::NOT_PUBLISHED.value)
        });
        if !has_figure {
            log.push(Place::indicator(ix), Kind::NoFocus);
        }
    }
}
