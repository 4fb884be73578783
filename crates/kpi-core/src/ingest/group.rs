//! Groups of areas: a method, the model that chose the members, and the members.

use super::directory::Ids;
use super::json::Fields;
use super::limits;
use super::log::Log;
use super::outline::Element;
use super::problem::Problem;
use crate::model::{Area, AreaIx, AreaRole, Method};

/// What makes an area a group: its method. The members are read when all areas are known.
pub(super) fn read(fields: &Fields<'_>, log: &mut Log<'_>) -> Option<AreaRole> {
    let method = fields.take("method");
    let model = fields.text("model", log);
    let year = fields.take("year").and_then(|node| {
        let year = i16::try_from(node.whole_number(log)?).ok().filter(|year| (1..=9999).contains(year));
        year.or_else(|| node.wrong_kind("a year", log))
    });
    let members = fields.take("members");
    let Some(method) = method else {
        if model.is_some() || year.is_some() || members.is_some() {
            log.push(fields.node, Problem::MissingField { field: "method" });
        }
        return None;
    };
    let meanings = [Method::Published, Method::Mean, Method::Median];
    let method = method.word(&["published", "mean", "median"], &meanings, log)?;
    Some(AreaRole::Group { method, model, year, members: Vec::new() })
}

/// Reads the members of every group. They have to be places: a group of groups would count some places twice, and one
/// that contains itself would have no end.
pub(super) fn members(elements: &[Element<'_>], areas: &mut [Area], ids: &Ids, log: &mut Log<'_>) {
    let mut silent = Log::new("");
    // For each area the last group that has it, as its number from 1.
    let mut met = vec![0; areas.len()];
    for (number, Element { node, .. }) in (1..).zip(elements) {
        // What is wrong with the area itself was said before.
        let Some(fields) = node.object(&mut silent) else { continue };
        let Some(id) = fields.text("id", &mut silent) else { continue };
        let Some(members) = fields.take("members").filter(|_| is_group(areas, ids, &id)) else { continue };
        let mut found: Vec<AreaIx> = Vec::new();
        for node in members.list(limits::MEMBERS, log).unwrap_or_default() {
            let Some(id) = node.text(log) else { continue };
            match ids.get(&id).and_then(|ix| Some((ix, met.get_mut(usize::from(ix))?))) {
                None => log.push(node, Problem::UnknownId { what: "area", id }),
                Some(_) if is_group(areas, ids, &id) => log.push(node, Problem::GroupInGroup { id }),
                Some((_, met)) if *met == number => log.push(node, Problem::RepeatedId { what: "member", id }),
                Some((ix, met)) => {
                    *met = number;
                    found.push(AreaIx(ix));
                }
            }
        }
        let group = ids.get(&id).and_then(|ix| areas.get_mut(usize::from(ix)));
        // Of two areas with one id the first counts, and it has its members by now.
        if let Some(Area { role: AreaRole::Group { members, .. }, .. }) = group
            && members.is_empty()
        {
            *members = found;
        }
    }
}

fn is_group(areas: &[Area], ids: &Ids, id: &str) -> bool {
    let area = ids.get(id).and_then(|ix| areas.get(usize::from(ix)));
    area.is_some_and(|area| matches!(area.role, AreaRole::Group { .. }))
}
