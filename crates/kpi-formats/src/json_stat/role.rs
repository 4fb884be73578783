//! Which dimension is the time, the geography and the quantities.

use super::dimension::Dimension;
use super::node::Log;
use super::period::{Time, times};
use super::problem::Problem;
use super::table::Table;

/// Positions among the table's dimensions.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Roles {
    pub(super) time: Option<usize>,
    pub(super) geo: Option<usize>,
    pub(super) metric: Option<usize>,
}

/// Reads `role`; what it does not say is recognised by ids, labels and categories, with a message. `None` where figures
/// could not be told apart.
pub(super) fn roles<'t>(table: &Table<'t>, log: &mut Log<'t>) -> Option<Roles> {
    let said = table.fields.get("role").and_then(|role| role.members());
    let named = |role: &str| -> Vec<usize> {
        let ids = said.as_ref().and_then(|said| said.get(role)).map(|ids| ids.texts()).unwrap_or_default();
        ids.iter().filter_map(|id| table.dimensions.iter().position(|dimension| dimension.id == *id)).collect()
    };
    let mut roles = Roles { time: None, geo: pick(table, &named("geo")), metric: pick(table, &named("metric")) };
    let mut time = named("time");
    time.sort_by_key(|position| std::cmp::Reverse(size(table, *position)));
    if let [first, second, ..] = time.as_slice()
        && size(table, *second) > 1
        && first != second
    {
        return log.wrong(&table.node, Problem::TwoDimensions("time"));
    }
    roles.time = time.first().copied();
    let free = |roles: &Roles| {
        let taken = [roles.time, roles.geo, roles.metric];
        (0..table.dimensions.len()).filter(move |position| !taken.contains(&Some(*position)))
    };
    let dimension = |position: &usize| table.dimensions.get(*position);
    if roles.time.is_none() {
        let found = free(&roles).find(|position| dimension(position).is_some_and(is_time));
        roles.time = guessed(table, found, "time", Problem::NoTime, log);
    }
    if roles.geo.is_none() {
        let found = free(&roles).find(|position| dimension(position).is_some_and(is_geography));
        roles.geo = guessed(table, found, "geography", Problem::NoGeography, log);
    }
    if roles.metric.is_none() {
        let has_units = |of: &Dimension<'_>| of.categories.iter().any(|category| category.unit.is_some());
        roles.metric = free(&roles).find(|position| dimension(position).is_some_and(has_units));
    }
    Some(roles)
}

fn size(table: &Table<'_>, position: usize) -> usize {
    table.dimensions.get(position).map_or(0, |dimension| dimension.categories.len())
}

/// Of several dimensions with one role the first that is more than one category; the others are breakdowns.
fn pick(table: &Table<'_>, named: &[usize]) -> Option<usize> {
    named.iter().find(|position| size(table, **position) > 1).or_else(|| named.first()).copied()
}

fn guessed<'t>(
    table: &Table<'t>,
    found: Option<usize>,
    role: &'static str,
    otherwise: Problem,
    log: &mut Log<'t>,
) -> Option<usize> {
    match found.and_then(|position| table.dimensions.get(position)) {
        Some(Dimension { id, node, .. }) => log.push(node, Problem::RoleGuessed { role, dimension: id.clone() }),
        None => log.push(&table.node, otherwise),
    }
    found
}

fn is_time(dimension: &Dimension<'_>) -> bool {
    const WORDS: [&str; 9] =
        ["time", "year", "quarter", "month", "period", "date", "time_period", "time period", "reference period"];
    let is_called = [&dimension.id, &dimension.label].iter().any(|word| WORDS.contains(&word.to_lowercase().as_str()));
    let categories: Vec<(&str, &str)> =
        dimension.categories.iter().map(|category| (category.id.as_str(), category.label.as_str())).collect();
    let times = times(&categories, &dimension.label);
    // Ages can look like years; a name or more than four digits is needed.
    let long = categories.iter().all(|(id, _)| id.len() > 4);
    (is_called && times.iter().any(|time| *time != Time::Unknown))
        || (long && times.iter().all(|time| matches!(time, Time::Known(_))))
}

fn is_geography(dimension: &Dimension<'_>) -> bool {
    const WORDS: [&str; 12] = [
        "geo",
        "geography",
        "area",
        "areas",
        "region",
        "country",
        "local authority",
        "la",
        "areacd",
        "area_code",
        "ref_area",
        "location",
    ];
    let is_called = [&dimension.id, &dimension.label].iter().any(|word| WORDS.contains(&word.to_lowercase().as_str()));
    let is_code = |id: &str| {
        let (letter, digits) = id.split_at_checked(1).unwrap_or_default();
        "EWSNKJ".contains(letter)
            && !letter.is_empty()
            && digits.len() == 8
            && digits.bytes().all(|b| b.is_ascii_digit())
    };
    is_called || dimension.categories.iter().all(|category| is_code(&category.id))
}
