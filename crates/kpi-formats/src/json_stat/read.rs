use super::node::{Log, Node};
use super::problem::{Message, Problem};
use super::table::Table;
use super::{gather, restore};
use crate::facts::Facts;
use kpi_core::ingest::limits;

/// What reading a JSON-stat file gave.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The figures and what they are about.
    pub facts: Facts,
    /// The publication in KPI JSON, where the file was written by [`super::write()`]: with all that facts do not hold.
    pub publication: Option<String>,
    /// What is wrong or had to be guessed, in the order of the file.
    pub messages: Vec<Message>,
}

/// Collections in collections are followed this deep.
const DEPTH: usize = 8;

/// Reads a data set, or a collection that contains its data sets.
#[must_use]
pub fn read(bytes: &[u8]) -> Reading {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let (text, problem) = match std::str::from_utf8(bytes) {
        _ if bytes.len() > limits::BYTES => ("", Some(Problem::TooLarge)),
        Err(_) => ("", Some(Problem::NotUtf8)),
        Ok(text) => (text, None),
    };
    let mut log = Log::new(text);
    if let Some(problem) = problem {
        log.push(&Node { raw: text, path: String::new() }, problem);
        return Reading { messages: log.finish(), ..Reading::default() };
    }
    let Some(root) = Node::root(text, &mut log) else {
        return Reading { messages: log.finish(), ..Reading::default() };
    };
    let mut tables = Vec::new();
    response(&root, 0, &mut tables, &mut log);
    let facts = gather::facts(&root, &tables, &mut log);
    let publication = restore::publication(&root, &tables);
    // A publication may have nothing but figures that are not published yet.
    if facts.facts.is_empty() && publication.is_none() {
        log.push(&root, Problem::NoFigures);
    }
    Reading { publication, facts, messages: log.finish() }
}

/// Reads a response: a data set, or a collection of responses.
fn response<'t>(node: &Node<'t>, depth: usize, tables: &mut Vec<Table<'t>>, log: &mut Log<'t>) {
    let Some(fields) = node.object(log) else { return };
    let Some(class) = fields.get("class").and_then(|class| class.text()) else {
        // A bundle: data sets by name, or one whose dimension has the ids.
        let old = |raw: &str| raw.starts_with('{') && raw.contains("\"dimension\"");
        let is_old = fields.get("dimension").is_some() || fields.each().any(|(_, raw)| old(raw));
        log.push(node, if is_old { Problem::VersionOne } else { Problem::NotJsonStat });
        return;
    };
    if let Some(version) = fields.text("version").filter(|version| !version.starts_with("2.") && version != "2") {
        let node = fields.get("version").unwrap_or_else(|| node.clone());
        let old = version.starts_with('1') || version.starts_with('0');
        log.push(&node, if old { Problem::VersionOne } else { Problem::OtherVersion(version) });
        return;
    }
    match class.as_str() {
        "dataset" => tables.extend(Table::read(node, fields, log)),
        "collection" if depth >= DEPTH => log.push(node, Problem::TooDeep),
        "collection" => {
            let Some(link) = fields.need("link", node, log) else { return };
            let Some(items) = link.object(log).and_then(|links| links.need("item", &link, log)) else { return };
            for (position, raw) in items.elements().unwrap_or_default().into_iter().enumerate() {
                item(&items.element(position, raw), depth, tables, log);
            }
        }
        other => log.push(node, Problem::OtherClass(other.chars().take(80).collect())),
    }
}

/// An item of a collection, which contains a data set or only says where it is.
fn item<'t>(node: &Node<'t>, depth: usize, tables: &mut Vec<Table<'t>>, log: &mut Log<'t>) {
    let Some(fields) = node.object(log) else { return };
    if fields.get("dimension").is_some() || fields.get("link").is_some() {
        return response(node, depth + 1, tables, log);
    }
    let name = fields.text("label").or_else(|| fields.text("href")).unwrap_or_default();
    log.push(node, Problem::LinkAlone(name.chars().take(200).collect()));
}
