//! With whom an area can be ranked: England is no authority, and a county is none of its districts.

use super::Sight;
use crate::model::{AreaIx, AreaRole};

/// The places of the sight's own kind that have a figure or a symbol where it looks, itself among them, in the order of the
/// publication. Groups are none: they are made of places.
///
/// The kind is told from the code, where the focus has one of the Office for National Statistics ("Register of Geographic
/// Codes"): its first three characters. Unitary authorities, metropolitan districts, London boroughs and counties are of
/// one kind, because services for children and adults are theirs; in a publication about a non-metropolitan district the
/// other districts are, and the counties around them are not. Codes of the publisher's own say nothing, and every place
/// counts.
#[must_use]
pub fn peers(sight: Sight<'_>) -> Vec<AreaIx> {
    let mut peers = Vec::new();
    let Some(own) = sight.dataset.area(sight.area) else { return peers };
    for (ix, area) in (0..).map(AreaIx).zip(&sight.dataset.areas) {
        let is_place = !matches!(area.role, AreaRole::Group { .. });
        if is_place && are_alike(&own.id, &area.id) && sight.of(ix).figure().is_some() {
            peers.push(ix);
        }
    }
    peers
}

fn are_alike(own: &str, other: &str) -> bool {
    let Some(own) = entity(own) else { return true };
    let Some(other) = entity(other) else { return false };
    let is_single_tier = |entity| matches!(entity, "E06" | "E08" | "E09");
    match (own, other) {
        _ if own == other => true,
        ("E06" | "E07" | "E08" | "E09" | "E10", other) if is_single_tier(other) => true,
        (own, "E10") => is_single_tier(own),
        _ => false,
    }
}

/// The first three characters of a code such as `E06000046`.
fn entity(id: &str) -> Option<&str> {
    let (entity, number) = id.split_at_checked(3)?;
    let is_code = id.len() == 9 && entity.starts_with(|first: char| first.is_ascii_uppercase());
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (is_code && is_number(entity.get(1..)?) && is_number(number)).then_some(entity)
}
