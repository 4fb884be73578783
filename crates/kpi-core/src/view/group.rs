//! What a reader has to know of a group that is compared with: its members, its method, and where the method decides.

use crate::model::{Area, AreaIx, AreaRole, Dataset, Method};
use crate::query::{Query, Sight, group};
use crate::words::{method, sentence};

/// A group of areas that is compared with, and the methods to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupModel {
    /// The group.
    pub area: AreaIx,
    /// "Statistical neighbours"
    pub name: String,
    /// "DfE statistical neighbour model, 2021"; empty where the publisher does not say.
    pub model: String,
    /// Who is in it, in the order of the publisher.
    pub members: Vec<String>,
    /// The method shown.
    pub method: Method,
    /// What to choose from: at least two, or none where its members are not known.
    pub choices: Vec<Method>,
}

impl GroupModel {
    /// What is known of an area that is a group; `None` for a place.
    pub(super) fn new(dataset: &Dataset, query: &Query, ix: AreaIx, area: &Area) -> Option<Self> {
        let AreaRole::Group { method, model, year, members } = &area.role else { return None };
        let members = members.iter().filter_map(|member| dataset.area(*member)).map(|member| member.name.clone());
        Some(Self {
            area: ix,
            name: area.name.clone(),
            model: method::model(model.as_deref(), *year),
            members: members.collect(),
            method: query.method(ix).unwrap_or(*method),
            choices: group::methods(dataset, ix),
        })
    }
}

/// The chosen groups whose members are known.
#[must_use]
pub fn groups(dataset: &Dataset, query: &Query) -> Vec<GroupModel> {
    let mut groups = Vec::new();
    for (_, ix, area) in query.comparators(dataset) {
        groups.extend(GroupModel::new(dataset, query, ix, area).filter(|group| !group.choices.is_empty()));
    }
    groups
}

/// Where the method of a group decides what is said of the focus area, or where the group stands to others.
pub(super) fn decisions(sight: Sight<'_>) -> Vec<String> {
    let mut said = Vec::new();
    let Some(measure) = sight.measure() else { return said };
    let unit = &measure.unit;
    for shown in groups(sight.dataset, sight.query) {
        let Ok(now) = sight.against(shown.area) else { continue };
        let name = sight
            .dataset
            .area(shown.area)
            .map(|area| sentence::in_sentence(sight.query.lang, area))
            .unwrap_or_default();
        for other in shown.choices.into_iter().filter(|choice| *choice != shown.method) {
            let Some(then) = sight.against_by(shown.area, other) else { continue };
            let polarity = sight.polarity();
            said.extend(method::decides(sight.query.lang, &name, (shown.method, now), (other, then), polarity, unit));
            for (_, ix, area) in sight.query.comparators(sight.dataset) {
                if let Ok(found) = sight.against(ix)
                    && ix != shown.area
                {
                    let area = (area.name.as_str(), found.other);
                    said.extend(method::moves(
                        sight.query.lang,
                        &name,
                        (shown.method, now.other),
                        (other, then.other),
                        area,
                        unit,
                    ));
                }
            }
        }
    }
    said
}
