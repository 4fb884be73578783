use super::Page;
use crate::Action;
use crate::element::{Element, el};
use crate::text::Text;
use kpi_core::query::{Direction, Order};
use kpi_core::view::{Cell, Column, Row, TableModel};
use kpi_core::words::joined;

/// So many rows are laid out together; those that are not in view are not laid out at all.
const ROWS: usize = 50;
/// More rows than this are laid out in parts.
const MANY: usize = 200;

/// Figures with the key to their symbols; `at` is the table's position on the page, where a reader can sort it.
pub(crate) fn figure_table(page: &Page<'_>, model: &TableModel, at: Option<u8>) -> Element {
    let TableModel { caption, columns, rows, key } = model;
    let heads = columns.iter().map(|head| self::head(page, head, at.filter(|_| rows.len() > 1)));
    let parts = rows.chunks(if rows.len() > MANY { ROWS } else { MANY });
    // The roles keep what a table means where long ones are laid out by other rules.
    let table = el("table")
        .role("table")
        .class(if rows.len() > MANY { "long" } else { "" })
        .child(el("caption").child(el("span").text(caption)))
        .child(el("thead").role("rowgroup").child(el("tr").role("row").children(heads)))
        .children(parts.map(|rows| body(rows, columns)));
    // Wider than the page it scrolls by itself, and whoever has no mouse can scroll it with the keys.
    let scroll = el("div").class("scroll").role("region").tabindex("0").aria_label(caption.clone()).child(table);
    el("section").class("figures").part("table").child(scroll).optional(symbols(page, key))
}

/// A column's head is a button that sorts the rows by it, and the other way when it is pressed again.
fn head(page: &Page<'_>, column: &Column, table: Option<u8>) -> Element {
    let head = el("th").scope("col").role("columnheader").data_kind(column.id.is_numeric().then_some("number"));
    let Some(table) = table else { return head.text(&column.heading) };
    let (direction, sorted, arrow) = match column.sorted {
        None => (Direction::Ascending, None, "↕"),
        Some(Direction::Ascending) => (Direction::Descending, Some("ascending"), "↑"),
        Some(Direction::Descending) => (Direction::Ascending, Some("descending"), "↓"),
    };
    let sort = page.does(Some(Action::Sort(Order { table, column: column.id, direction })));
    let button = el("button").kind("button").class("sort").onclick(sort).text(&column.heading);
    head.aria_sort(sorted).child(button.child(el("span").class("arrow").aria_hidden("true").text(arrow)))
}

fn body(rows: &[Row], columns: &[Column]) -> Element {
    el("tbody").role("rowgroup").children(rows.iter().map(|row| line(row, columns)))
}

fn line(row: &Row, columns: &[Column]) -> Element {
    let cells = row.cells.iter().zip(columns.iter().skip(1)).map(|(cell, column)| figure(cell, column));
    let heading = el("th").scope("row").role("rowheader").text(&row.heading);
    el("tr").role("row").data_kind(row.strong.then_some("strong")).child(heading).children(cells)
}

fn figure(cell: &Cell, column: &Column) -> Element {
    let Cell { text, aside, spoken, pad, .. } = cell;
    el("td")
        .role("cell")
        .data_kind(column.id.is_numeric().then_some("number"))
        .child(el("span").data_pad((!pad.is_empty()).then(|| pad.clone())).text(text))
        .optional((!aside.is_empty()).then(|| el("span").class("small aside").text(" ").text(aside)))
        .optional((!spoken.is_empty()).then(|| el("span").class("hidden").text(" (").text(spoken).text(")")))
}

fn symbols(page: &Page<'_>, key: &[(String, String)]) -> Option<Element> {
    let meanings: Vec<String> = key.iter().map(|(symbol, meaning)| format!("{symbol} {meaning}")).collect();
    let said = || {
        el("p").class("key").text(Text::Key.say(page.query.lang)).text(": ").text(&joined(&meanings, "; ")).text(".")
    };
    (!key.is_empty()).then(said)
}
