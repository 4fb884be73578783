use crate::element::{Element, el};
use crate::text::Text;
use kpi_core::view::{Cell, Column, Row, TableModel};
use kpi_core::words::Lang;

/// Every figure of the charts, and the key to its symbols.
pub(crate) fn figure_table(lang: Lang, model: &TableModel) -> Element {
    let TableModel { caption, columns, rows, key } = model;
    let table = el("table")
        .child(el("caption").child(el("span").text(caption)))
        .child(el("thead").child(el("tr").children(columns.iter().map(head))))
        .child(el("tbody").children(rows.iter().map(|row| body(row, columns))));
    // Wider than the page it scrolls by itself, and whoever has no mouse can scroll it with the keys.
    let scroll = el("div").class("scroll").role("region").tabindex("0").aria_label(caption.clone()).child(table);
    el("section")
        .class("figures")
        .part("table")
        .aria_label(Text::Figures.say(lang))
        .child(scroll)
        .optional(symbols(lang, key))
}

fn head(column: &Column) -> Element {
    el("th").scope("col").data_kind(column.numeric.then_some("number")).text(&column.heading)
}

fn body(row: &Row, columns: &[Column]) -> Element {
    let cells = row.cells.iter().zip(columns.iter().skip(1)).map(|(cell, column)| figure(cell, column));
    el("tr").data_kind(row.strong.then_some("strong")).child(el("th").scope("row").text(&row.heading)).children(cells)
}

fn figure(cell: &Cell, column: &Column) -> Element {
    let Cell { text, aside, spoken } = cell;
    el("td")
        .data_kind(column.numeric.then_some("number"))
        .text(text)
        .optional((!aside.is_empty()).then(|| el("span").class("small aside").text(" ").text(aside)))
        .optional((!spoken.is_empty()).then(|| el("span").class("hidden").text(" (").text(spoken).text(")")))
}

fn symbols(lang: Lang, key: &[(String, String)]) -> Option<Element> {
    let meanings: Vec<String> = key.iter().map(|(symbol, meaning)| format!("{symbol} {meaning}")).collect();
    let said = || el("p").class("key").text(Text::Key.say(lang)).text(": ").text(&meanings.join("; ")).text(".");
    (!key.is_empty()).then(said)
}
