use super::recipe::{Log, Pick, Placed, Recipe};
use crate::build::recipe::suggestion;
use crate::input::{self, Content};
use crate::message::Message;
use crate::terminal::Terminal;
use kpi_core::model::{Missing, Period, Value};
use kpi_formats::facts::{Fact, FactArea, Facts};
use kpi_formats::tabular::{Options, Periods};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;

/// The files that a recipe names, read.
pub(super) struct Sources {
    files: BTreeMap<String, Source>,
    /// Of a code that was given up, the code under which the same place goes on.
    same: BTreeMap<String, Placed<String>>,
}

struct Source {
    /// As it was named: relative to the input folder.
    path: String,
    /// Who published it.
    published: Option<kpi_core::model::Source>,
    facts: Facts,
}

/// The figures of a column, by place and time as the file has them.
pub(super) struct Picked<'f> {
    pub(super) by_area: BTreeMap<&'f str, BTreeMap<Period, &'f Fact>>,
    /// The file, as it was named.
    pub(super) path: &'f str,
    /// Where they are, for the source of an indicator.
    pub(super) at: String,
}

impl Sources {
    pub(super) fn read(recipe: &Recipe, input: &Path, log: &mut Log<'_>, terminal: &Terminal) -> Self {
        let progress = terminal.progress(recipe.files.len());
        let mut files = BTreeMap::new();
        for (name, file) in &recipe.files {
            progress.set_message(file.path.value.clone());
            let periods = periods(recipe, name, log);
            let options = Options { sheet: file.sheet.clone(), periods, ..Options::default() };
            match input::read(&input.join(&file.path.value), &options) {
                Err(error) => log.error(file.path.at, format!("{error:#}"), "Check the path, or add --input FOLDER."),
                Ok(read) => {
                    // A cell that cannot be read is an error where it is used, and only there.
                    log.messages.extend(read.messages.into_iter().map(Message::unless_used));
                    match read.content {
                        Some(Content::Facts(facts)) => {
                            let source =
                                Source { path: file.path.value.clone(), published: file.source.clone(), facts: *facts };
                            files.insert(name.clone(), source);
                        }
                        Some(Content::Publication(_)) => {
                            let what = format!("{} is a publication already.", file.path.value);
                            log.error(file.path.at, what, "Name the file that it was made of.");
                        }
                        Some(Content::Neighbours(_)) | None => {
                            let what = format!("{} has no figures that can be read.", file.path.value);
                            log.error(file.path.at, what, "Mend what the other messages say.");
                        }
                    }
                }
            }
            progress.inc(1);
        }
        progress.finish_and_clear();
        let sources = Self { files, same: recipe.areas.same.clone() };
        if !log.has_errors() {
            sources.check_same(log);
        }
        sources
    }

    /// Every area that any file has, in the order of the files' names and rows; not those that go on under another code.
    pub(super) fn areas(&self) -> impl Iterator<Item = &FactArea> {
        self.all_areas().filter(|area| !self.same.contains_key(&area.code))
    }

    fn all_areas(&self) -> impl Iterator<Item = &FactArea> {
        self.files.values().flat_map(|source| &source.facts.areas)
    }

    /// The areas that go by another code, such as the three digits of neighbour lists: each ONS code once.
    pub(super) fn areas_by_other_code(&self, other: &str) -> Vec<&FactArea> {
        let mut found: Vec<&FactArea> = Vec::new();
        for area in self.areas().filter(|area| area.other_code.as_deref() == Some(other)) {
            if !found.iter().any(|known| known.code == area.code) {
                found.push(area);
            }
        }
        found
    }

    /// The first and the last period in which any file has a figure under a code.
    pub(super) fn periods(&self, code: &str) -> Option<(Period, Period)> {
        let facts = self.files.values().flat_map(|source| {
            source.facts.facts.iter().filter(|fact| source.area(fact).is_some_and(|area| area.code == code))
        });
        let periods = || facts.clone().filter(|fact| !is_nothing(fact)).map(|fact| fact.period);
        Some((periods().min()?, periods().max()?))
    }

    fn check_same(&self, log: &mut Log<'_>) {
        for (old, new) in &self.same {
            for code in [old, &new.value] {
                if !self.all_areas().any(|area| area.code == *code) {
                    let mend = suggestion(code, self.all_areas().map(|area| area.code.as_str()));
                    log.error(new.at, format!("No file has an area with the code \"{code}\"."), mend);
                }
            }
        }
    }

    /// Who published a file.
    pub(super) fn source(&self, name: &str) -> Option<kpi_core::model::Source> {
        self.files.get(name)?.published.clone()
    }

    /// The figures that a pick names; `None` where there is no such thing, which the log says.
    pub(super) fn pick<'f>(&'f self, pick: &Pick, log: &mut Log<'_>) -> Option<Picked<'f>> {
        let Some(source) = self.files.get(&pick.file.value) else {
            let mend = suggestion(&pick.file.value, self.files.keys().map(String::as_str));
            log.error(pick.file.at, format!("No [files.{}] is there.", pick.file.value), mend);
            return None;
        };
        let facts = &source.facts;
        let column = &pick.column;
        let found = facts.indicators.iter().position(|one| one.id == column.value || one.name == column.value);
        let Some(indicator) = found.and_then(|at| u32::try_from(at).ok()) else {
            let what = format!("{} has no column of figures \"{}\".", source.path, column.value);
            let mend = suggestion(&column.value, facts.indicators.iter().map(|one| one.id.as_str()));
            log.error(column.at, what, mend);
            return None;
        };
        let cells = source.cells(pick, log)?;
        let mut by_area: BTreeMap<&str, BTreeMap<Period, &Fact>> = BTreeMap::new();
        let mut is_sound = true;
        for fact in &facts.facts {
            let is_here = fact.indicator == indicator
                && usize::try_from(fact.cell).ok().and_then(|cell| cells.get(cell)).copied().unwrap_or_default();
            let Some(area) = source.area(fact).filter(|_| is_here) else { continue };
            let same = self.same.get(&area.code);
            let code = same.map_or(&area.code, |new| &new.value);
            let mut place = match by_area.entry(code).or_default().entry(fact.period) {
                Entry::Vacant(free) => {
                    free.insert(fact);
                    continue;
                }
                Entry::Occupied(place) => place,
            };
            let first: &Fact = place.get();
            let before = source.area(first).filter(|before| before.code != area.code);
            match before {
                // Of two codes of a place one has nothing to say.
                Some(_) if is_nothing(fact) => continue,
                Some(_) if is_nothing(first) => {
                    place.insert(fact);
                    continue;
                }
                _ => is_sound = false,
            }
            let rows = format!("{}, rows {} and {}: two figures", source.path, first.row, fact.row);
            match before {
                Some(before) => {
                    let what = format!("{rows} for {}, of {} and {}.", fact.period, before.code, area.code);
                    let at = same.or_else(|| self.same.get(&before.code)).map_or(column.at, |new| new.at);
                    log.error(at, what, "Mend the file, or leave this line out of [areas.same].");
                }
                None => {
                    let what = format!("{rows} of {} for {}.", area.name, fact.period);
                    log.error(column.at, what, "Add where = { COLUMN = \"value\" } that tells them apart.");
                }
            }
        }
        let rows: Vec<String> =
            pick.rows.iter().map(|(name, value)| format!("{} “{}”", name.value, value.value)).collect();
        let rows = if rows.is_empty() { String::new() } else { format!(", rows with {}", rows.join(" and ")) };
        let name = Path::new(&source.path).file_name().and_then(|name| name.to_str()).unwrap_or(&source.path);
        let at = format!("{name}, column {}{rows}", column.value);
        is_sound.then_some(Picked { by_area, path: &source.path, at })
    }

    /// Says so where a figure that is used could not be read.
    pub(super) fn is_readable(&self, pick: &Pick, fact: &Fact, log: &mut Log<'_>) -> bool {
        let readable = fact.value != Value::Missing(Missing::Unreadable);
        if !readable && let Some(source) = self.files.get(&pick.file.value) {
            let what = format!(
                "{}, row {}, column \"{}\": this figure cannot be read.",
                source.path, fact.row, pick.column.value
            );
            log.error(pick.column.at, what, "Mend the cell; another message says what is wrong with it.");
        }
        readable
    }
}

/// Whether nothing stands in a cell, not even a reason.
pub(super) fn is_nothing(fact: &Fact) -> bool {
    fact.value == Value::Missing(Missing::NotPublished)
}

impl Source {
    fn area(&self, fact: &Fact) -> Option<&FactArea> {
        self.facts.areas.get(usize::try_from(fact.area).ok()?)
    }

    /// Of every combination of categories, whether the pick means it: the category it names of each breakdown, the total
    /// of those it does not name.
    fn cells(&self, pick: &Pick, log: &mut Log<'_>) -> Option<Vec<bool>> {
        for (name, _) in &pick.rows {
            self.is_dimension(name, log)?;
        }
        let mut wanted: Vec<Option<u16>> = Vec::new();
        for dimension in &self.facts.dimensions {
            let named = pick.rows.iter().find(|(name, _)| name.value == dimension.id || name.value == dimension.name);
            let categories = || dimension.categories.iter().map(|category| category.name.as_str());
            let at = match named {
                Some((_, value)) => {
                    let is_meant = |category: &kpi_formats::facts::FactCategory| {
                        category.id == value.value || category.name == value.value
                    };
                    let at = dimension.categories.iter().position(is_meant);
                    if at.is_none() {
                        let what = format!("{}: the column {} has no \"{}\".", self.path, dimension.id, value.value);
                        log.error(value.at, what, suggestion(&value.value, categories()));
                    }
                    at?
                }
                None => match dimension.categories.iter().position(|category| category.total) {
                    Some(total) => total,
                    None => {
                        let what =
                            format!("{} has several rows for a place and a time, by {}.", self.path, dimension.id);
                        let some: Vec<&str> = categories().take(4).collect();
                        let mend =
                            format!("Add where = {{ {} = \"...\" }}, with one of: {}.", dimension.id, some.join(", "));
                        log.error(pick.column.at, what, mend);
                        return None;
                    }
                },
            };
            wanted.push(u16::try_from(at).ok());
        }
        let is_wanted = |cell: &[u16]| {
            cell.iter().zip(&wanted).all(|(category, wanted)| wanted.is_none_or(|wanted| wanted == *category))
        };
        Some(self.facts.cells.iter().map(|cell| is_wanted(cell)).collect())
    }

    fn is_dimension(&self, name: &Placed<String>, log: &mut Log<'_>) -> Option<()> {
        let dimensions = &self.facts.dimensions;
        if dimensions.iter().any(|dimension| name.value == dimension.id || name.value == dimension.name) {
            return Some(());
        }
        let what = format!("{} has no column \"{}\" that tells rows apart.", self.path, name.value);
        log.error(name.at, what, suggestion(&name.value, dimensions.iter().map(|dimension| dimension.id.as_str())));
        None
    }
}

/// What a file's "2017/18" and "2020 Q3" mean: what its indicators say, who have to agree.
fn periods(recipe: &Recipe, file: &str, log: &mut Log<'_>) -> Periods {
    let mut all = Periods::default();
    for indicator in &recipe.indicators {
        let is_of_file = indicator.figures.picks().any(|pick| pick.file.value == file);
        let Some(years) = indicator.years.as_ref().filter(|_| is_of_file) else { continue };
        let Periods { split_year, quarter, .. } = years.value.periods();
        let differs = all.split_year.is_some_and(|known| split_year.is_some_and(|other| known != other))
            || all.quarter.is_some_and(|known| quarter.is_some_and(|other| known != other));
        if differs {
            let what = format!("Two indicators of [files.{file}] say different things of its years.");
            log.error(years.at, what, "Name the file twice, under two names, where it has both.");
        }
        all.split_year = all.split_year.or(split_year);
        all.quarter = all.quarter.or(quarter);
    }
    all
}
