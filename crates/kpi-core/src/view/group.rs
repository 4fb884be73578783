//! What a reader has to know of a group that is compared with: its members, its method, and where the method decides.

use super::areas;
use crate::model::{Area, AreaIx, AreaRole, Dataset, Method};
use crate::query::{Query, Sight, group};
use crate::words::{method, sentence};

/// A group of areas that is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupModel {
    /// The group.
    pub area: AreaIx,
    /// "Statistical neighbours"
    pub name: String,
    /// "DfE statistical neighbour model, 2021"; empty where the publisher does not say.
    pub model: String,
    /// Who is in it, in the order of the publisher; empty where the publisher does not say.
    pub members: Vec<String>,
    /// By which methods the figures that are shown came about, those of the whole first; none where no figure is shown.
    pub methods: Vec<Method>,
}

/// The chosen groups; `sight` is what is shown, where there is a figure for this time.
pub(super) fn groups(dataset: &Dataset, query: &Query, sight: Option<Sight<'_>>) -> Vec<GroupModel> {
    let mut groups = Vec::new();
    for (_, ix, area) in query.comparators(dataset) {
        let AreaRole::Group { model, year, members, .. } = &area.role else { continue };
        let mut names = Vec::new();
        for member in members {
            names.extend(dataset.area(*member).map(|member| member.name.clone()));
        }
        groups.push(GroupModel {
            area: ix,
            name: area.name.clone(),
            model: method::model(model.as_deref(), *year),
            members: names,
            methods: sight.map(|sight| areas::methods(sight.of(ix))).unwrap_or_default(),
        });
    }
    groups
}

/// The methods to choose from for the figures of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodChoice {
    /// The group.
    pub area: AreaIx,
    /// "Statistical neighbours"
    pub name: String,
    /// What is asked for. Where it has nothing to reckon with, a figure may come about by another: [`Sight::method`].
    pub asked: Method,
    /// What to choose from, what is asked for among them: at least two.
    pub choices: Vec<Method>,
}

/// The choices of the chosen groups whose members are known.
#[must_use]
pub fn method_choices(dataset: &Dataset, query: &Query) -> Vec<MethodChoice> {
    let mut found = Vec::new();
    for (_, ix, area) in query.comparators(dataset) {
        let Some(asked) = asked(query, ix, area) else { continue };
        let choices = group::methods(dataset, ix, asked);
        if !choices.is_empty() {
            found.push(MethodChoice { area: ix, name: area.name.clone(), asked, choices });
        }
    }
    found
}

/// The method that is asked for: the publisher's, until a reader chooses another. `None` of a place.
pub(super) fn asked(query: &Query, ix: AreaIx, area: &Area) -> Option<Method> {
    let AreaRole::Group { method, .. } = &area.role else { return None };
    Some(query.method(ix).unwrap_or(*method))
}

/// Where the method of a group decides what is said of the focus area, or where the group stands to others.
pub(super) fn decisions(sight: Sight<'_>) -> Vec<String> {
    let mut said = Vec::new();
    let Some(measure) = sight.measure() else { return said };
    let unit = &measure.unit;
    for shown in method_choices(sight.dataset, sight.query) {
        let (Ok(now), Some(by)) = (sight.against(shown.area), sight.of(shown.area).method()) else { continue };
        let name = sight
            .dataset
            .area(shown.area)
            .map(|area| sentence::in_sentence(sight.query.lang, area))
            .unwrap_or_default();
        for other in shown.choices.into_iter().filter(|choice| *choice != by) {
            let Some(then) = sight.against_by(shown.area, other) else { continue };
            let polarity = sight.polarity();
            said.extend(method::decides(sight.query.lang, &name, (by, now), (other, then), polarity, unit));
            for (_, ix, area) in sight.query.comparators(sight.dataset) {
                if let Ok(found) = sight.against(ix)
                    && ix != shown.area
                {
                    let area = (area.name.as_str(), found.other);
                    said.extend(method::moves(
                        sight.query.lang,
                        &name,
                        (by, now.other),
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
