//! Says what is being done and how long it took, so that nobody stares at a silent terminal.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use anyhow::Result;

/// Runs one step. What it does and why is on the screen before the work starts.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    announce(what);
    let start = Instant::now();
    let result = work();
    let end = if result.is_ok() { "done" } else { "failed" };
    println!("{end} ({})", seconds(start.elapsed()));
    result
}

/// The first half of a step's line.
pub fn announce(what: &str) {
    print!("{what} ... ");
    // A terminal that cannot be flushed shows the line a little later; that is no reason to stop.
    io::stdout().flush().ok();
}

pub fn seconds(elapsed: Duration) -> String {
    format!("{:.1} s", elapsed.as_secs_f64())
}
