use crate::publication;
use anyhow::Result;
use kpi_core::ingest::{self, Severity};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Prints what is wrong; the exit code is 1 where something of the file would not be shown.
pub(crate) fn run(file: &Path) -> Result<ExitCode> {
    let ingest = ingest::read(&publication::bytes(file)?);
    let mut out = std::io::stdout().lock();
    for found in &ingest.diagnostics {
        let severity = match found.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        writeln!(out, "{severity}: {}, {found}", file.display())?;
    }
    let indicators = ingest.dataset.as_ref().map_or(0, |dataset| dataset.indicators.len());
    writeln!(out, "indicators that can be shown: {indicators}, messages: {}", ingest.diagnostics.len())?;
    Ok(if ingest.has_errors() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
