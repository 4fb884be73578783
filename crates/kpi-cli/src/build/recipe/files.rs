use super::File;
use super::log::Log;
use super::table::{Table, Value};
use kpi_core::model::Source;
use std::collections::BTreeMap;

/// `[files.NAME]`
pub(super) fn read(value: &Value<'_>, log: &mut Log<'_>) -> Option<BTreeMap<String, File>> {
    let mut files = BTreeMap::new();
    for (name, value) in value.table(log)?.each() {
        let Some(table) = value.as_table() else {
            log.error(name.at, format!("files.{} is no table.", name.value), "Write [files.NAME] and path = \"...\".");
            continue;
        };
        let mut table = Table::new(table, format!("[files.{}]", name.value), name.at);
        let path = table.need("path", log).and_then(|value| value.text(log));
        let sheet = table.text("sheet", log);
        let source = table.take("source").and_then(|value| source(&value, log));
        table.finish(log);
        if let Some(path) = path {
            files.insert(name.value, File { path, sheet, source });
        }
    }
    Some(files)
}

pub(super) fn source(value: &Value<'_>, log: &mut Log<'_>) -> Option<Source> {
    let mut table = value.table(log)?;
    let name = table.need_text("name", log);
    let source = (table.text("url", log), table.text("at", log));
    table.finish(log);
    Some(Source { name: name?, url: source.0, at: source.1 })
}
