//! Codes and names of areas that cannot belong together: the few codes of the Office for National Statistics that stand in
//! almost every publication, as the Department for Education's files and the publication of this project have them.

use super::Place;
use super::kind::Kind;
use super::log::Log;
use crate::model::AreaIx;

/// Code, name, and a word without which a name cannot mean it.
const CODES: [(&str, &str, &str); 11] = [
    ("E92000001", "England", "england"),
    ("E12000001", "North East", "north east"),
    ("E12000002", "North West", "north west"),
    ("E12000003", "Yorkshire and The Humber", "yorkshire"),
    ("E12000004", "East Midlands", "east midlands"),
    ("E12000005", "West Midlands", "west midlands"),
    ("E12000006", "East of England", "east"),
    ("E12000007", "London", "london"),
    ("E12000008", "South East", "south east"),
    ("E12000009", "South West", "south west"),
    ("E06000046", "Isle of Wight", "wight"),
];

pub(super) fn check(log: &mut Log<'_>) {
    for (ix, area) in (0..).map(AreaIx).zip(&log.dataset.areas) {
        let place = Place { area: Some(ix), ..Place::default() };
        let name = area.name.to_lowercase().replace('-', " ");
        if let Some((_, of, word)) = CODES.iter().find(|(code, ..)| *code == area.id) {
            if !name.contains(word) {
                log.push(place, Kind::OtherCode { code: area.id.clone(), of });
            }
        } else if let Some((expected, ..)) = CODES.iter().find(|(_, of, _)| of.to_lowercase() == name)
            && is_code(&area.id)
        {
            log.push(place, Kind::OtherName { code: area.id.clone(), expected });
        }
    }
}

/// A letter and eight digits. Anything else is an id of the publisher's own.
fn is_code(id: &str) -> bool {
    let mut bytes = id.bytes();
    id.len() == 9
        && bytes.next().is_some_and(|first| first.is_ascii_uppercase())
        && bytes.all(|byte| byte.is_ascii_digit())
}
