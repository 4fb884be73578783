use super::{Rows, number, pack};
use crate::problem::Log;
use calamine::{DataRef, Reader, Style, Xlsx};
use kpi_core::model::Date;
use std::io::Cursor;

/// Reads a sheet of an .xlsx workbook that can be unpacked, cell by cell, so that a limit stops it.
pub(super) fn read(bytes: &[u8], sheet: Option<&str>, log: &mut Log<'_>) -> Option<Rows> {
    let mut book = match Xlsx::new(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(error) => return pack::broken(&error.to_string(), log),
    };
    let names = book.sheet_names();
    let at = pack::choose(&names, sheet, log)?;
    let name = names.get(at)?;
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(error) => return pack::broken(&error.to_string(), log),
    };
    let mut rows = Rows::default();
    let mut row = None;
    let mut column = 0;
    loop {
        let (cell, style) = match reader.next_cell_with_style_id() {
            Ok(Some(next)) => next,
            Ok(None) => break,
            Err(error) => {
                // What stands before the damage is good.
                let _: Option<()> = pack::broken(&error.to_string(), log);
                break;
            }
        };
        let text = text(cell.get_value(), reader.styles().get(style));
        if text.is_empty() {
            continue;
        }
        let (at_row, at_column) = cell.get_position();
        if row != Some(at_row) {
            rows.begin(at_row.saturating_add(1), log);
            (row, column) = (Some(at_row), 0);
        }
        while column < at_column && !rows.is_full() {
            rows.push("", log);
            column += 1;
        }
        rows.push(&text, log);
        column = at_column.saturating_add(1);
        if rows.is_full() {
            break;
        }
    }
    Some(rows)
}

fn text(value: &DataRef<'_>, style: Option<&Style>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(float) if is_percent(style) => number::percent(*float),
        DataRef::Float(float) => number::text(*float),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(time) if time.is_duration() => number::text(time.as_f64()),
        DataRef::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            let date = i16::try_from(year).ok().and_then(|year| Date::new(year, month, day));
            date.map_or_else(|| number::text(time.as_f64()), |date| date.to_string())
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// Whether the number format multiplies by a hundred. A per cent sign that is quoted or escaped is a mere letter.
fn is_percent(style: Option<&Style>) -> bool {
    let Some(format) = style.and_then(|style| style.number_format.as_ref()) else { return false };
    let mut letters = format.format_code.chars();
    let mut is_quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '\\' | '_' | '*' => drop(letters.next()),
            '%' if !is_quoted => return true,
            _ => {}
        }
    }
    false
}
