use crate::arguments::{ConvertOptions, Format};
use crate::files::{self, Output};
use crate::input::{self, Content};
use crate::message::Message;
use crate::outcome::{Outcome, WrongUse};
use crate::terminal::{Terminal, stderr};
use crate::years::Years;
use anyhow::{Result, bail};
use kpi_core::export::{BYTE_ORDER_MARK, Details, everything};
use kpi_core::ingest;
use kpi_core::model::{Dataset, Missing, Period, Value};
use kpi_core::words::Lang;
use kpi_formats::document::{Choices, Document};
use kpi_formats::facts::{Fact, Facts};
use kpi_formats::tabular::Options;
use kpi_formats::{csvw, json_stat};
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Reads a file of any format and writes it in another.
pub(crate) fn run(options: &ConvertOptions, terminal: &Terminal) -> Result<Outcome> {
    let format = format(options)?;
    let years = years(options)?;
    let periods = years.map(Years::periods).unwrap_or_default();
    let input = input::read(&options.from, &Options { sheet: options.sheet.clone(), periods, ..Options::default() })?;
    let mut messages = input.messages;
    for message in &messages {
        terminal.message(&mut stderr(), message)?;
    }
    let said = messages.len();
    let nothing = || format!("{} has no figures that can be read; nothing is written.", options.from.display());
    let mut unreadable = 0;
    let dataset = match input.content {
        None => bail!(nothing()),
        Some(Content::Neighbours(_)) => {
            return Err(WrongUse::error(format!("{} has no figures.", options.from.display())));
        }
        Some(Content::Publication(dataset)) => *dataset,
        Some(Content::Facts(mut facts)) => {
            unreadable = leave_out_unreadable(&mut facts);
            if facts.facts.is_empty() {
                bail!(nothing());
            }
            dataset(*facts, years, options, terminal, &mut messages)?
        }
    };
    for message in messages.iter().skip(said) {
        terminal.message(&mut stderr(), message)?;
    }
    let has_errors = messages.iter().any(Message::is_error);
    let write = |outputs: Vec<Output>| files::write_beside(&outputs, std::slice::from_ref(&options.from));
    match format {
        Format::Kpi => write(vec![Output::new(&options.into, Document::from(&dataset).print())])?,
        Format::JsonStat => write(vec![Output::new(&options.into, json_stat::write(&dataset))])?,
        Format::Csv => write(table(&dataset, &options.into)?.into())?,
    }
    let note = match (has_errors, unreadable) {
        (false, _) => String::new(),
        (true, 0) => " What the messages name is not in it.".to_owned(),
        (true, count) => format!(" What the messages name is not in it; figures that cannot be read: {count}."),
    };
    terminal.note(&format!("{} is written.{note}", options.into.display()));
    Ok(Outcome::found(has_errors))
}

/// A table, and beside it what its columns mean.
pub(crate) fn table(dataset: &Dataset, file: &Path) -> Result<[Output; 2]> {
    // Older spreadsheets take a file without the mark for another encoding.
    let mut text = BYTE_ORDER_MARK.to_owned();
    everything(dataset, Lang::En, Details::Beside, &mut text)?;
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let beside = file.with_file_name(format!("{name}-metadata.json"));
    Ok([Output::new(file, text), Output::new(beside, csvw::metadata(dataset, name))])
}

fn format(options: &ConvertOptions) -> Result<Format> {
    let ending = options.into.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match (options.to, ending) {
        (Some(format), _) => Ok(format),
        (None, "json") => Ok(Format::Kpi),
        (None, "csv") => Ok(Format::Csv),
        _ => Err(WrongUse::error(format!(
            "{} does not say its format. Name it .json or .csv, or add --to kpi, json-stat or csv.",
            options.into.display()
        ))),
    }
}

/// A publication of facts: what the file does not say, the options have to.
fn dataset(
    mut facts: Facts,
    years: Option<Years>,
    options: &ConvertOptions,
    terminal: &Terminal,
    messages: &mut Vec<Message>,
) -> Result<Dataset> {
    let name = options.from.display();
    if let Some(years) = years {
        mean(&mut facts, years, options)?;
        messages.extend(leave_out_repeated(&mut facts, &name.to_string()));
    }
    let Some(focus) = &options.focus else {
        let some: Vec<String> =
            facts.areas.iter().take(3).map(|area| format!("{} ({})", area.code, area.name)).collect();
        return Err(WrongUse::error(format!(
            "{name} does not say which area it is about. Add --focus and a code, such as {}.",
            some.join(", ")
        )));
    };
    if !facts.areas.iter().any(|area| area.code == *focus) {
        return Err(WrongUse::error(format!("{name} has no area with the code \"{focus}\", which --focus names.")));
    }
    let Some(publisher) = options.publisher.clone().or_else(|| facts.source.clone()) else {
        return Err(WrongUse::error(format!("{name} does not say who publishes. Add --publisher and a name.")));
    };
    let title = options.title.clone().or_else(|| facts.title.clone()).filter(|title| !title.trim().is_empty());
    let title = title.unwrap_or_else(|| {
        let title = untitled(&facts, &options.from);
        terminal.note(&format!("{name} has no title; the publication is called \"{title}\". Add --title for another."));
        title
    });
    let choices = Choices { focus: focus.clone(), title, publisher, ..Choices::default() };
    let text = Document::from_facts(&facts, &choices).print();
    let ingest = ingest::read(text.as_bytes());
    match ingest.dataset {
        Some(dataset) if ingest.diagnostics.is_empty() => Ok(dataset),
        _ => {
            let said: Vec<String> = ingest.diagnostics.iter().map(ToString::to_string).collect();
            bail!("What was made of {name} is not a sound publication: {}", said.join("\n"))
        }
    }
}

/// What a table without a title is called: as its one indicator, or else as the file.
fn untitled(facts: &Facts, file: &Path) -> String {
    let stem = || file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    facts.only_name().map(str::to_owned).or_else(stem).unwrap_or_default()
}

/// A cell that is neither a number nor a symbol has its message; a publication has nothing in its place.
fn leave_out_unreadable(facts: &mut Facts) -> usize {
    let all = facts.facts.len();
    facts.facts.retain(|fact| fact.value != Value::Missing(Missing::Unreadable));
    all - facts.facts.len()
}

/// What the file's years mean, where the option says so.
fn years(options: &ConvertOptions) -> Result<Option<Years>> {
    let Some(period) = &options.period else { return Ok(None) };
    match Years::parse(period) {
        Some(years) => Ok(Some(years)),
        None => Err(WrongUse::error(format!("--period \"{period}\" is no kind of period. Write {}.", Years::WORDS))),
    }
}

fn mean(facts: &mut Facts, years: Years, options: &ConvertOptions) -> Result<()> {
    if let Some(other) = facts.facts.iter().find(|fact| !years.fits(fact.period)) {
        let name = options.from.display();
        return Err(WrongUse::error(format!("{name} says itself what {} is; leave --period out.", other.period)));
    }
    for fact in &mut facts.facts {
        fact.period = years.meant(fact.period);
    }
    Ok(())
}

/// "2021" and "2020/21" are two periods of a file and may be one as they are meant. Of two figures of the same the first
/// counts, as where a file has it twice in one spelling; an empty cell is no figure.
fn leave_out_repeated(facts: &mut Facts, file: &str) -> Vec<Message> {
    const LISTED: usize = 5;
    let key = |fact: &Fact| (fact.area, fact.indicator, fact.measure, fact.cell, fact.period);
    let is_nothing = |fact: &Fact| fact.value == Value::Missing(Missing::NotPublished);
    let mut first = HashMap::new();
    let mut repeated = BTreeMap::new();
    facts.facts.retain(|fact| {
        if is_nothing(fact) {
            return true;
        }
        match first.entry(key(fact)) {
            Entry::Vacant(free) => {
                free.insert(fact.row);
                true
            }
            Entry::Occupied(first) => {
                // A row with many columns is told once.
                repeated.entry((fact.row, *first.get())).or_insert((fact.area, fact.period));
                false
            }
        }
    });
    facts.facts.retain(|fact| !is_nothing(fact) || !first.contains_key(&key(fact)));
    let more = repeated.len().saturating_sub(LISTED);
    let message = |((row, first), (area, period)): ((u32, u32), (u32, Period))| {
        let area = usize::try_from(area).ok().and_then(|area| facts.areas.get(area)).map_or("", |area| &area.name);
        // Some forms have no rows.
        let (place, what) = match row {
            0 => (String::new(), format!("Two figures are about {area} and {period}")),
            row => (format!("row {row}"), format!("Row {first} is about {area} and {period}, too")),
        };
        let what = format!("{what}, as --period means it; the second is left out.");
        Message::error(file, place, what, "Remove one of the two from the file; nobody can tell which one counts.")
    };
    let mut messages: Vec<Message> = repeated.into_iter().take(LISTED).map(message).collect();
    if let Some(last) = messages.last_mut().filter(|_| more > 0) {
        last.what += &format!(" Further rows like this: {more}.");
    }
    messages
}
