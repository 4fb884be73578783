mod compare;
mod figures;
mod found;
mod indicators;
mod print;
mod words;

use crate::arguments::DiffOptions;
use crate::input;
use crate::outcome::Outcome;
use crate::terminal::stdout;
use anyhow::Result;
use found::{Found, Kind};
use std::io::Write;

/// Prints what differs; an error where a figure was changed and is not marked as revised.
pub(crate) fn run(DiffOptions { old, new, json }: &DiffOptions) -> Result<Outcome> {
    let found = compare::publications(&input::publication(old)?, &input::publication(new)?);
    let mut out = stdout();
    if *json {
        serde_json::to_writer_pretty(&mut out, &found).map_err(std::io::Error::from)?;
        writeln!(out)?;
    } else {
        print::list(&mut out, &found)?;
    }
    Ok(Outcome::found(found.iter().any(Found::is_unexplained)))
}

impl Found {
    /// Whether an officer has to do something about it before publishing.
    fn is_unexplained(&self) -> bool {
        self.kind == Kind::Unmarked
    }
}
