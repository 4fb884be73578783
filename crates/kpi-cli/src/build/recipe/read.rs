use super::log::{Log, Place};
use super::table::Table;
use super::{Data, Indicator, Publisher, Recipe, Topic, areas, files, indicators};
use toml::de::DeTable;

/// Reads publication.toml; `None` where something is wrong, which the log says.
pub(crate) fn read(text: &str, log: &mut Log<'_>) -> Option<Recipe> {
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            let at = Place(error.span().map_or(0, |span| span.start));
            log.error(at, format!("This is not TOML: {}.", error.message()), "Look at this line and just before it.");
            return None;
        }
    };
    let mut root = Table::new(&table, "publication.toml", Place(0));
    let title = root.need_text("title", log);
    let publisher = root.need("publisher", log).and_then(|value| {
        let mut table = value.table(log)?;
        let name = table.need_text("name", log);
        let url = table.text("url", log);
        table.finish(log);
        Some(Publisher { name: name?, url })
    });
    let language = root.text("language", log);
    let licence = root.text("licence", log);
    let (published, modified) = (root.date("published", log), root.date("modified", log));
    let notes = root.texts("notes", log).into_iter().map(|note| note.value).collect();
    let data = data(&mut root, log);
    let areas = root.need("areas", log).and_then(|value| areas::read(&value, log));
    let groups = root.take("groups").and_then(|value| value.tables("groups", log)).unwrap_or_default();
    let groups = groups.into_iter().filter_map(|table| areas::group(table, log)).collect();
    let files = root.need("files", log).and_then(|value| files::read(&value, log));
    let topics = root.take("topics").and_then(|value| value.tables("topics", log)).unwrap_or_default();
    let topics: Vec<Topic> = topics.into_iter().filter_map(|table| topic(table, log)).collect();
    let found = root.need("indicators", log).and_then(|value| value.tables("indicators", log)).unwrap_or_default();
    let found: Vec<Indicator> = found.into_iter().filter_map(|table| indicators::read(table, &topics, log)).collect();
    for (position, indicator) in found.iter().enumerate() {
        if found.iter().take(position).any(|earlier| earlier.id == indicator.id) {
            log.error(
                indicator.at,
                format!("A second indicator has the id \"{}\".", indicator.id),
                "Give it another id.",
            );
        }
    }
    root.finish(log);
    if log.has_errors() {
        return None;
    }
    Some(Recipe {
        title: title?,
        publisher: publisher?,
        language,
        licence,
        published,
        modified,
        notes,
        data: data.unwrap_or(Data::Within),
        areas: areas?,
        groups,
        files: files?,
        topics,
        indicators: found,
    })
}

fn data(root: &mut Table<'_>, log: &mut Log<'_>) -> Option<Data> {
    let said = root.take("data").and_then(|value| value.word(&[("within", Data::Within), ("apart", Data::Apart)], log));
    let above = root.take("data-apart-above");
    match (said, above) {
        (Some(_), Some(value)) => {
            log.error(value.at(), "There is \"data\" already.", "Leave one of the two out.");
            None
        }
        (said, None) => said,
        (None, Some(value)) => value.whole("a whole number of figures", log).map(Data::ApartAbove),
    }
}

fn topic(mut table: Table<'_>, log: &mut Log<'_>) -> Option<Topic> {
    let id = table.need("id", log).and_then(|value| value.id(log));
    let name = table.need_text("name", log);
    table.finish(log);
    Some(Topic { id: id?.value, name: name? })
}
