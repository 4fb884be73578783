use super::pack::{self, Pack};
use super::{Rows, limits, number};
use crate::problem::Log;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::Read;

/// Reads a sheet of an OpenDocument spreadsheet.
///
/// A cell or row that says it is repeated a million times is how empty space is written; only what has text is made,
/// and no more of it than the limits allow.
pub(super) fn read(mut pack: Pack<'_>, sheet: Option<&str>, log: &mut Log<'_>) -> Option<Rows> {
    let mut content = String::new();
    match pack.by_name("content.xml") {
        Ok(mut part) => {
            if let Err(error) = part.read_to_string(&mut content) {
                return pack::broken(&error.to_string(), log);
            }
        }
        Err(error) => return pack::broken(&error.to_string(), log),
    }
    let at = pack::choose(&sheet_names(&content), sheet, log)?;
    let mut table = Table::default();
    let mut reader = Reader::from_str(&content);
    let mut sheets = 0;
    loop {
        let event = match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => event,
            Err(error) => {
                // What stands before the damage is good.
                let _: Option<()> = pack::broken(&error.to_string(), log);
                break;
            }
        };
        if let Event::Start(tag) | Event::Empty(tag) = &event
            && tag.name().as_ref() == "table:table"
        {
            sheets += 1;
        }
        if sheets > at + 1 || table.rows.is_full() {
            break;
        }
        if sheets == at + 1 {
            table.take(&event, log);
        }
    }
    Some(table.rows)
}

fn sheet_names(content: &str) -> Vec<String> {
    let mut reader = Reader::from_str(content);
    let mut names = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) if tag.name().as_ref() == "table:table" => {
                names.push(attribute(&tag, "table:name").unwrap_or_default());
            }
            Ok(Event::Eof) | Err(_) => return names,
            Ok(_) => {}
        }
    }
}

/// A sheet while it is read.
#[derive(Default)]
struct Table {
    rows: Rows,
    /// Of the row that comes next, from 1.
    number: u32,
    repeat_row: u32,
    row: Vec<(usize, String)>,
    column: usize,
    cell: Option<Cell>,
    /// Within a remark that somebody wrote beside a cell.
    in_annotation: bool,
}

/// A cell while it is read.
struct Cell {
    repeat: usize,
    /// The value, where it is not the text within.
    value: Option<String>,
    text: String,
    paragraphs: usize,
}

impl Table {
    fn take(&mut self, event: &Event<'_>, log: &mut Log<'_>) {
        match event {
            Event::Start(tag) => match tag.name().as_ref() {
                "table:table-row" => self.begin_row(tag),
                "table:table-cell" | "table:covered-table-cell" => self.cell = Some(Cell::new(tag)),
                "office:annotation" => self.in_annotation = true,
                "text:p" => self.paragraph(),
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                "table:table-row" => {
                    self.begin_row(tag);
                    self.end_row(log);
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    self.cell = Some(Cell::new(tag));
                    self.end_cell();
                }
                "text:s" | "text:tab" | "text:line-break" => self.text(" "),
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "table:table-row" => self.end_row(log),
                "table:table-cell" | "table:covered-table-cell" => self.end_cell(),
                "office:annotation" => self.in_annotation = false,
                _ => {}
            },
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let named = quick_xml::escape::resolve_predefined_entity(&reference.xml10_content()).map(str::to_owned);
                let letter = || reference.resolve_char_ref().ok().flatten().map(String::from);
                self.text(&named.or_else(letter).unwrap_or_default());
            }
            _ => {}
        }
    }

    fn begin_row(&mut self, tag: &BytesStart<'_>) {
        self.number = self.number.saturating_add(1);
        self.repeat_row = count(tag, "table:number-rows-repeated");
        self.row.clear();
        self.column = 0;
    }

    fn end_row(&mut self, log: &mut Log<'_>) {
        let number = self.number;
        self.number = self.number.saturating_add(self.repeat_row.saturating_sub(1));
        if self.row.is_empty() {
            return;
        }
        for repeat in 0..self.repeat_row {
            self.rows.begin(number.saturating_add(repeat), log);
            let mut column = 0;
            for (at, text) in &self.row {
                while column < *at && !self.rows.is_full() {
                    self.rows.push("", log);
                    column += 1;
                }
                self.rows.push(text, log);
                column = at + 1;
            }
            if self.rows.is_full() {
                return;
            }
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let text = cell.value.unwrap_or(cell.text);
        if !text.trim().is_empty() {
            // One more than is allowed, so that the limit is told.
            let last = self.column.saturating_add(cell.repeat).min(limits::COLUMNS + 1);
            self.row.extend((self.column..last).map(|at| (at, text.clone())));
        }
        self.column = self.column.saturating_add(cell.repeat);
    }

    fn paragraph(&mut self) {
        let Some(cell) = self.cell.as_mut().filter(|_| !self.in_annotation) else { return };
        if cell.paragraphs > 0 {
            cell.text.push(' ');
        }
        cell.paragraphs += 1;
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| !self.in_annotation && cell.paragraphs > 0) {
            cell.text.push_str(text);
        }
    }
}

impl Cell {
    fn new(tag: &BytesStart<'_>) -> Self {
        let float = || attribute(tag, "office:value")?.parse::<f64>().ok();
        let value = match attribute(tag, "office:value-type").as_deref() {
            Some("float" | "currency") => float().map(number::text),
            Some("percentage") => float().map(number::percent),
            // A time of day is no part of a period.
            Some("date") => attribute(tag, "office:date-value").map(|date| date.chars().take(10).collect()),
            _ => attribute(tag, "office:string-value"),
        };
        let repeat = usize::try_from(count(tag, "table:number-columns-repeated")).unwrap_or(usize::MAX);
        Self { repeat, value, text: String::new(), paragraphs: 0 }
    }
}

fn count(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1)
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    quick_xml::escape::unescape(&attribute.value).ok().map(|text| text.into_owned())
}
