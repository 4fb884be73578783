use super::recipe::{Group, Log, Members, Others, Placed, Recipe, suggestion};
use super::sources::Sources;
use crate::files;
use crate::input;
use kpi_formats::document::{Area, Role};
use kpi_formats::facts::FactArea;
use kpi_formats::neighbours;
use kpi_formats::tabular::Input;
use std::path::Path;

/// The areas of a publication in their order: focus, comparators, the members of groups, others.
pub(super) struct Areas {
    all: Vec<Area>,
    /// How many of them a first look needs: all but the others.
    pub(super) first: usize,
}

impl Areas {
    pub(super) fn written(&self) -> Vec<Area> {
        self.all.clone()
    }

    /// Those that have figures of their own.
    pub(super) fn places(&self) -> impl Iterator<Item = &Area> {
        self.all.iter().filter(|area| area.method.is_none())
    }

    fn add(&mut self, area: Area) {
        if !self.all.iter().any(|known| known.id == area.id) {
            self.all.push(area);
        }
    }
}

pub(super) fn areas(recipe: &Recipe, sources: &Sources, input: &Path, log: &mut Log<'_>) -> Areas {
    let mut areas = Areas { all: Vec::new(), first: 0 };
    if let Some(focus) = place(recipe, sources, &recipe.areas.focus, log) {
        areas.add(Area { role: Some(Role::Focus), ..focus });
    }
    let mut members = Vec::new();
    for compared in &recipe.areas.compare {
        match recipe.groups.iter().find(|group| group.id.value == compared.value) {
            None => areas.all.extend(place(recipe, sources, compared, log)),
            Some(group) => {
                let of = self::members(recipe, group, sources, input, log);
                areas.add(written(group, of.iter().map(|member| member.value.clone()).collect()));
                members.extend(of);
            }
        }
    }
    for group in &recipe.groups {
        if !recipe.areas.compare.iter().any(|compared| compared.value == group.id.value) {
            let mend = format!("Add \"{}\" to compare in [areas].", group.id.value);
            log.error(group.id.at, format!("The group \"{}\" is not compared with.", group.id.value), mend);
        }
    }
    for member in &members {
        if let Some(area) = place(recipe, sources, member, log) {
            areas.add(area);
        }
    }
    areas.first = areas.all.len();
    match &recipe.areas.others {
        Others::Listed(codes) => {
            for code in codes {
                if let Some(area) = place(recipe, sources, code, log) {
                    areas.add(area);
                }
            }
        }
        Others::All => {
            for area in sources.areas() {
                let name = recipe.areas.names.get(&area.code).unwrap_or(&area.name).clone();
                areas.add(Area { id: area.code.clone(), name, ..Area::default() });
            }
        }
    }
    areas
}

fn written(group: &Group, members: Vec<String>) -> Area {
    Area {
        id: group.id.value.clone(),
        name: group.name.clone(),
        role: None,
        method: Some(group.method),
        model: group.model.clone(),
        year: group.year,
        members,
    }
}

/// An area by its code, called as the recipe or else the first file that has it calls it.
fn place(recipe: &Recipe, sources: &Sources, code: &Placed<String>, log: &mut Log<'_>) -> Option<Area> {
    if let Some(new) = recipe.areas.same.get(&code.value) {
        let what = format!("\"{}\" goes on under \"{}\", as [areas.same] says.", code.value, new.value);
        log.error(code.at, what, format!("Write \"{}\".", new.value));
        return None;
    }
    let Some(found) = sources.areas().find(|area| area.code == code.value) else {
        let groups = recipe.groups.iter().map(|group| group.id.value.as_str());
        let mend = suggestion(&code.value, sources.areas().map(|area| area.code.as_str()).chain(groups));
        log.error(code.at, format!("No file has an area with the code \"{}\".", code.value), mend);
        return None;
    };
    let name = recipe.areas.names.get(&code.value).unwrap_or(&found.name).clone();
    Some(Area { id: code.value.clone(), name, ..Area::default() })
}

/// The codes of a group's members: as listed, or of the focus area's neighbours in the official file.
fn members(recipe: &Recipe, group: &Group, sources: &Sources, input: &Path, log: &mut Log<'_>) -> Vec<Placed<String>> {
    let file = match &group.members {
        Members::Listed(members) => return members.clone(),
        Members::Neighbours(file) => file,
    };
    let bytes = match files::bytes(&input.join(&file.value)) {
        Ok(bytes) => bytes,
        Err(error) => {
            log.error(file.at, format!("{error:#}"), "Check the path, or add --input FOLDER.");
            return Vec::new();
        }
    };
    let read = neighbours::read(Input { name: &file.value, bytes: &bytes, metadata: None });
    log.messages.extend(read.problems.iter().map(|problem| input::problem(problem).unless_used()));
    let focus = &recipe.areas.focus.value;
    let Some(own) = sources.areas().filter(|area| area.code == *focus).find_map(|area| area.other_code.clone()) else {
        let what = format!("No file says under which three digits \"{focus}\" stands in {}.", file.value);
        log.error(file.at, what, "A file with the column old_la_code does; or list members = [\"E06...\"].");
        return Vec::new();
    };
    if let several @ [_, _, ..] = sources.areas_by_other_code(&own).as_slice() {
        let what = format!(
            "The focus is {own} in {}, and {own} has several codes in the files, {}.",
            file.value,
            listed(several, sources)
        );
        log.error(recipe.areas.focus.at, what, mend(several, sources));
        return Vec::new();
    }
    let list = match read.lists.as_ref().map(|lists| lists.of(&own)) {
        Some(Ok(list)) => list,
        Some(Err(problem)) => {
            log.error(file.at, problem.to_string(), "");
            return Vec::new();
        }
        None => {
            log.error(file.at, format!("{} has no lists of neighbours.", file.value), "Name the DfE's file.");
            return Vec::new();
        }
    };
    let mut members = Vec::new();
    for neighbour in &list.neighbours {
        match sources.areas_by_other_code(&neighbour.code).as_slice() {
            [area] => members.push(Placed { value: area.code.clone(), at: file.at }),
            several @ [_, _, ..] => {
                let what = format!(
                    "{}, row {}: the neighbour {} has several codes in the files, {}.",
                    file.value,
                    list.row,
                    neighbour.code,
                    listed(several, sources)
                );
                log.error(file.at, what, mend(several, sources));
            }
            [] => {
                let what = format!(
                    "{}, row {}: no file has the neighbour {}; a group without it would be another group.",
                    file.value, list.row, neighbour.code
                );
                log.error(file.at, what, "Add a file that has all authorities, or list members = [\"E06...\"].");
            }
        }
    }
    members
}

/// `E10000002 (Buckinghamshire, 2017 to 2019) and E06000060 (Buckinghamshire, 2020 to 2025)`
fn listed(areas: &[&FactArea], sources: &Sources) -> String {
    let each = areas.iter().map(|area| match sources.periods(&area.code) {
        None => format!("{} ({}, without figures)", area.code, area.name),
        Some((first, last)) if first == last => format!("{} ({}, {first})", area.code, area.name),
        Some((first, last)) => format!("{} ({}, {first} to {last})", area.code, area.name),
    });
    each.collect::<Vec<_>>().join(" and ")
}

/// How several codes become one: the one with the latest figures stays.
fn mend(areas: &[&FactArea], sources: &Sources) -> String {
    let last = |area: &&&FactArea| sources.periods(&area.code).map(|(_, last)| last);
    let Some(latest) = areas.iter().max_by_key(last) else { return String::new() };
    let older = areas.iter().filter(|area| area.code != latest.code);
    let lines: Vec<String> = older.map(|area| format!("\"{}\" = \"{}\"", area.code, latest.code)).collect();
    format!("Where they are one place, add [areas.same] with the line {}; or list members.", lines.join(" and "))
}
