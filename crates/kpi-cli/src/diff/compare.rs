//! What differs between two publications: a function of the two alone.

use super::found::{Found, Kind, Named};
use super::indicators;
use kpi_core::model::{Area, AreaRole, Dataset, Indicator, Method};
use kpi_core::words::{Lang, method, sentence};

/// Everything that differs, what needs a reason first; within a kind in the order of the new publication.
pub(crate) fn publications(old: &Dataset, new: &Dataset) -> Vec<Found> {
    let mut found = Vec::new();
    let texts = |pick: fn(&Dataset) -> Option<&String>| (pick(old).cloned(), pick(new).cloned());
    for (kind, (before, now)) in [
        (Kind::Title, texts(|dataset| Some(&dataset.title))),
        (Kind::Publisher, texts(|dataset| Some(&dataset.publisher.name))),
        (Kind::Licence, texts(|dataset| dataset.licence.as_ref())),
    ] {
        if before != now {
            found.push(Found { kind, before, now, ..Found::default() });
        }
    }
    lists(&old.notes, &new.notes, &Found { kind: Kind::PublicationNotes, ..Found::default() }, &mut found);
    areas(old, new, &mut found);
    for (before, now) in pairs(&old.indicators, &new.indicators) {
        indicators::compare((old, before), (new, now), &mut found);
    }
    found.sort_by_key(|found| found.kind);
    found
}

/// Indicators that are the same one: of one id, or else of one name. New ones in their order, then those that are gone.
fn pairs<'d>(old: &'d [Indicator], new: &'d [Indicator]) -> Vec<(Option<&'d Indicator>, Option<&'d Indicator>)> {
    let by_id = |all: &'d [Indicator], id: &str| all.iter().find(|indicator| indicator.id == id);
    let mut pairs = Vec::new();
    let mut taken = Vec::new();
    for now in new {
        let renamed = || old.iter().find(|before| before.name == now.name && by_id(new, &before.id).is_none());
        let before = by_id(old, &now.id).or_else(renamed).filter(|before| !taken.contains(&before.id));
        taken.extend(before.map(|before| before.id.clone()));
        pairs.push((before, Some(now)));
    }
    pairs.extend(old.iter().filter(|before| !taken.contains(&before.id)).map(|before| (Some(before), None)));
    pairs
}

/// Entries of a list of texts that came and went.
pub(super) fn lists(old: &[String], new: &[String], like: &Found, found: &mut Vec<Found>) {
    for before in old.iter().filter(|text| !new.contains(text)) {
        found.push(Found { before: Some(before.clone()), ..like.clone() });
    }
    for now in new.iter().filter(|text| !old.contains(text)) {
        found.push(Found { now: Some(now.clone()), ..like.clone() });
    }
}

fn areas(old: &Dataset, new: &Dataset, found: &mut Vec<Found>) {
    let by_id = |dataset: &Dataset, id: &str| dataset.areas.iter().position(|area| area.id == id);
    for area in &new.areas {
        let of = Some(Named::new(&area.id, &area.name));
        let Some(before) = by_id(old, &area.id).and_then(|at| old.areas.get(at)) else {
            found.push(Found { kind: Kind::AreaNew, area: of, ..Found::default() });
            continue;
        };
        if before.name != area.name {
            let (before, now) = (Some(before.name.clone()), Some(area.name.clone()));
            found.push(Found { kind: Kind::AreaRenamed, area: of.clone(), before, now, ..Found::default() });
        }
        let parts = |dataset: &Dataset, area: &Area| [method(area), model(area), members(dataset, area)];
        let [old_parts, new_parts] = [parts(old, before), parts(new, area)];
        for (kind, (before, now)) in
            [Kind::Method, Kind::Model, Kind::Members].into_iter().zip(old_parts.into_iter().zip(new_parts))
        {
            if before != now {
                found.push(Found { kind, area: of.clone(), before, now, ..Found::default() });
            }
        }
    }
    for area in old.areas.iter().filter(|area| by_id(new, &area.id).is_none()) {
        let area = Some(Named::new(&area.id, &area.name));
        found.push(Found { kind: Kind::AreaGone, area, ..Found::default() });
    }
    let focus = |dataset: &Dataset| dataset.area(dataset.focus()).map(|area| (area.id.clone(), area.name.clone()));
    let (before, now) = (focus(old), focus(new));
    if before.as_ref().map(|(id, _)| id) != now.as_ref().map(|(id, _)| id) {
        let [before, now] = [before, now].map(|focus| focus.map(|(_, name)| name));
        found.push(Found { kind: Kind::Focus, before, now, ..Found::default() });
    }
}

fn method(area: &Area) -> Option<String> {
    match area.role {
        AreaRole::Group { method: Method::Published, .. } => Some("as published".to_owned()),
        AreaRole::Group { method, .. } => Some(method::word(Lang::En, method).to_owned()),
        _ => None,
    }
}

fn model(area: &Area) -> Option<String> {
    let AreaRole::Group { model, year, .. } = &area.role else { return None };
    let year = year.map(|year| year.to_string());
    let said: Vec<String> = model.iter().cloned().chain(year).collect();
    (!said.is_empty()).then(|| said.join(", "))
}

/// The members by name, in no order of their own.
fn members(dataset: &Dataset, area: &Area) -> Option<String> {
    let mut names: Vec<String> =
        area.members().iter().filter_map(|ix| dataset.area(*ix)).map(|area| area.name.clone()).collect();
    names.sort_unstable();
    (!names.is_empty()).then(|| sentence::listed(Lang::En, &names))
}
