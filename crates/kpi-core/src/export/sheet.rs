//! Tables as they look on the page, to be pasted into a spreadsheet: as text with tabs between cells, and as HTML. What
//! stands around a table on the page stands in rows above and below it.

use super::row::is_formula;
use crate::model::Dataset;
use crate::query::{Query, View};
use crate::view::{Cell, IndicatorModel, OverviewModel, OverviewRow, TableModel, ValueModel};
use crate::words::{Lang, Text, fill, find, method, sentence};
use std::cmp::Ordering;

/// Rows of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    rows: Vec<Vec<String>>,
}

/// The tables that are shown.
#[must_use]
pub fn sheet(dataset: &Dataset, query: &Query) -> Sheet {
    let mut sheet = Sheet::default();
    let mut source = None;
    match query.view {
        View::About => {}
        View::Overview => sheet.overview(&OverviewModel::new(dataset, query), query),
        View::Indicator { indicator, measure, .. } => {
            for table in IndicatorModel::new(dataset, query, indicator, measure).iter().flat_map(|model| &model.tables)
            {
                sheet.table(table);
            }
            source = dataset.indicator(indicator).and_then(|indicator| indicator.source.as_ref());
        }
    }
    if let Some(source) = source {
        sheet.said(fill(Text::FiguresOf.say(query.lang), &[&source.words()]));
    }
    sheet.said([dataset.publisher.name.as_str(), ": ", &dataset.title].concat());
    if let Some(licence) = &dataset.licence {
        sheet.said(licence.clone());
    }
    sheet
}

impl Sheet {
    /// Cells with tabs between them, rows with line breaks.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for row in &self.rows {
            for (position, cell) in row.iter().enumerate() {
                text.push_str(if position > 0 { "\t" } else { "" });
                text.push_str(cell);
            }
            text.push_str("\r\n");
        }
        text
    }

    /// A `<table>`.
    #[must_use]
    pub fn html(&self) -> String {
        let mut html = "<table>".to_owned();
        for row in &self.rows {
            html.push_str("<tr>");
            for cell in row {
                html.push_str("<td>");
                for letter in cell.chars() {
                    match letter {
                        '&' => html.push_str("&amp;"),
                        '<' => html.push_str("&lt;"),
                        _ => html.push(letter),
                    }
                }
                html.push_str("</td>");
            }
            html.push_str("</tr>");
        }
        html.push_str("</table>");
        html
    }

    fn table(&mut self, table: &TableModel) {
        self.said(table.caption.clone());
        let mut has_aside = vec![false; table.columns.len()];
        for row in &table.rows {
            for (cell, has_aside) in row.cells.iter().zip(&mut has_aside) {
                *has_aside |= !apart(cell).1.is_empty();
            }
        }
        self.rows.push(Vec::new());
        // The first column is that of the headings.
        for (column, has_aside) in table.columns.iter().zip([false].iter().chain(&has_aside)) {
            self.cell(&column.heading);
            if *has_aside {
                self.cell("");
            }
        }
        for row in &table.rows {
            self.rows.push(Vec::new());
            self.cell(&row.heading);
            for (cell, has_aside) in row.cells.iter().zip(&has_aside) {
                let (figure, aside) = apart(cell);
                self.cell(figure);
                if *has_aside {
                    self.cell(&aside);
                }
            }
        }
        for (symbol, meaning) in &table.key {
            self.said([symbol.as_str(), ": ", meaning].concat());
        }
    }

    fn overview(&mut self, model: &OverviewModel, query: &Query) {
        self.said(model.period.clone());
        self.rows.push(Vec::new());
        for heading in ["", "", "", Text::Period.say(query.lang)] {
            self.cell(heading);
        }
        for since in &model.changes {
            self.cell(sentence::change_heading(query.lang, *since));
        }
        for comparator in &model.comparators {
            self.cell(comparator);
            self.cell("");
        }
        for row in model.sections.iter().flat_map(|section| &section.rows) {
            self.indicator(row, query.lang);
        }
    }

    fn indicator(&mut self, row: &OverviewRow, lang: Lang) {
        self.rows.push(Vec::new());
        self.cell(&row.name);
        match &row.value {
            ValueModel::Number { remark: None, number, unit, marks } if marks.is_empty() => {
                self.cell(number);
                self.cell(unit);
            }
            ValueModel::Number { remark, number, unit, marks } => {
                let remark = remark.as_deref().unwrap_or_default();
                self.cell([remark, " ", number].concat().trim());
                self.cell([unit.as_str(), " ", marks].concat().trim());
            }
            ValueModel::None(reason) => {
                self.cell(reason);
                self.cell("");
            }
        }
        self.cell(row.period.as_deref().unwrap_or_default());
        for change in &row.changes {
            let change = match change {
                Ok(change) => change,
                Err(why) => {
                    self.cell(why);
                    continue;
                }
            };
            let arrow = match change.direction {
                Ordering::Greater => "↑ ",
                Ordering::Less => "↓ ",
                Ordering::Equal => "",
            };
            let verdict = sentence::verdict(lang, change.verdict);
            self.cell(&[arrow, &change.text, " ", &change.since, ", ", verdict].concat());
        }
        for against in &row.against {
            self.cell(&against.value);
            let method = against.method.map(|method| method::word(lang, method)).unwrap_or_default();
            let comma = if method.is_empty() || against.difference.is_empty() { "" } else { ", " };
            self.cell(&[method, comma, &against.difference].concat());
        }
    }

    /// A row of one cell.
    fn said(&mut self, words: String) {
        if !words.is_empty() {
            self.rows.push(Vec::new());
            self.cell(&words);
        }
    }

    /// A cell of the last row: a number as spreadsheets read it, or a text that they take for nothing else.
    fn cell(&mut self, words: &str) {
        let mut cell = String::new();
        let mut is_number = true;
        for letter in words.chars() {
            match letter {
                '\u{2212}' if cell.is_empty() => cell.push('-'),
                // Keeps a line from ending on the page.
                '\u{2060}' => {}
                // What parts cells and rows.
                '\t' | '\r' | '\n' => cell.push(' '),
                _ => {
                    is_number &= letter.is_ascii_digit() || matches!(letter, '.' | ',' | '%' | '£');
                    cell.push(letter);
                }
            }
        }
        if !is_number && is_formula(&cell) {
            cell.insert(0, '\'');
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(cell);
        }
    }
}

/// A figure, and its marks and what else stands behind it: in a column of their own, so that the figure stays a number.
fn apart(cell: &Cell) -> (&str, String) {
    let (figure, marks) = match find(&cell.text, " [") {
        Some(at) if cell.figure.is_some() => cell.text.split_at_checked(at).unwrap_or_default(),
        _ => (cell.text.as_str(), ""),
    };
    (figure, [marks, " ", &cell.aside].concat().trim().to_owned())
}
