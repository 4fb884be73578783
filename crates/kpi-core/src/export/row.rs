use crate::model::Decimal;
use std::fmt::{self, Write};

/// A row of CSV on its way: UTF-8, commas, quotation marks where they are needed, CR LF at its end (RFC 4180). Where it is
/// written to is asked once, at the end.
#[derive(Default)]
pub(super) struct Row {
    line: String,
}

impl Row {
    /// A number as a program reads it, or nothing.
    #[inline(never)]
    pub(super) fn number(&mut self, number: Option<Decimal>) -> &mut Self {
        if let Some(number) = number {
            // Writing to a String cannot fail.
            let _ = write!(self.line, "{number}");
        }
        self.line.push(',');
        self
    }

    /// A text that nothing takes for a formula.
    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        let quote = if text.contains([',', '"', '\r', '\n']) { "\"" } else { "" };
        self.line.push_str(quote);
        if is_formula(text) {
            self.line.push('\'');
        }
        for letter in text.chars() {
            if letter == '"' {
                self.line.push('"');
            }
            self.line.push(letter);
        }
        self.line.push_str(quote);
        self.line.push(',');
        self
    }

    /// Ends the row, and begins another.
    pub(super) fn end(&mut self, to: &mut dyn Write) -> fmt::Result {
        // Behind the last cell stands a comma too many.
        self.line.pop();
        self.line.push_str("\r\n");
        to.write_str(&self.line)?;
        self.line.clear();
        Ok(())
    }
}

/// Whether a spreadsheet would take a text for a formula.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}
