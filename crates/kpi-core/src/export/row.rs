use crate::model::Decimal;
use std::fmt::{self, Write};

/// A row of CSV on its way: UTF-8, commas, quotation marks where they are needed, CR LF at its end (RFC 4180).
pub(super) struct Row<'w> {
    to: &'w mut dyn Write,
    is_begun: bool,
}

impl<'w> Row<'w> {
    pub(super) fn new(to: &'w mut dyn Write) -> Self {
        Self { to, is_begun: false }
    }

    /// A number as a program reads it, or nothing.
    pub(super) fn number(&mut self, number: Option<Decimal>) -> fmt::Result {
        self.next()?;
        match number {
            Some(number) => write!(self.to, "{number}"),
            None => Ok(()),
        }
    }

    /// A text that nothing takes for a formula.
    pub(super) fn text(&mut self, text: &str) -> fmt::Result {
        self.next()?;
        let apostrophe = if is_formula(text) { "'" } else { "" };
        if !text.contains([',', '"', '\r', '\n']) {
            self.to.write_str(apostrophe)?;
            return self.to.write_str(text);
        }
        self.to.write_str("\"")?;
        self.to.write_str(apostrophe)?;
        for (position, part) in text.split('"').enumerate() {
            self.to.write_str(if position > 0 { "\"\"" } else { "" })?;
            self.to.write_str(part)?;
        }
        self.to.write_str("\"")
    }

    pub(super) fn end(self) -> fmt::Result {
        self.to.write_str("\r\n")
    }

    fn next(&mut self) -> fmt::Result {
        let comma = if self.is_begun { "," } else { "" };
        self.is_begun = true;
        self.to.write_str(comma)
    }
}

/// Whether a spreadsheet would take a text for a formula.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}
