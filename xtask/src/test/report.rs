//! Runs checks one after another, whatever comes of each, and adds up.

use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::Result;

use super::totals::{self, Totals};
use crate::step::{announce, seconds};
use crate::{failure, process};

/// How a program's output is turned into a number of tests.
#[derive(Clone, Copy)]
pub enum Count {
    /// It passes or fails as a whole.
    AsOne,
    Cargo,
    Node,
}

#[derive(Default)]
pub struct Report {
    totals: Totals,
}

impl Report {
    /// Runs one program. A passing one is one line; all that a failing one said is shown.
    pub fn check(&mut self, name: &str, count: Count, command: Result<Command>) {
        announce(name);
        let start = Instant::now();
        let (counted, output) = match command.and_then(|mut command| process::finish(&mut command)) {
            Ok(finished) => {
                let counted = match count {
                    Count::AsOne if finished.success => Totals::PASSED,
                    Count::AsOne => Totals::FAILED,
                    Count::Cargo => totals::of_cargo(&finished.output).judged(finished.success),
                    Count::Node => totals::of_node(&finished.output).judged(finished.success),
                };
                (counted, finished.output)
            }
            Err(error) => (Totals::FAILED, failure::told(&error)),
        };
        let time = seconds(start.elapsed());
        if counted.failed > 0 {
            println!(
                "\n{}\n{name}: FAILED, {} passed, {} failed ({time})",
                output.trim_end(),
                counted.passed,
                counted.failed
            );
        } else if matches!(count, Count::AsOne) {
            println!("passed ({time})");
        } else {
            println!("{} passed ({time})", counted.passed);
        }
        self.totals += counted;
    }

    /// Runs something of our own that prints its own lines.
    pub fn task(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        println!("{name}:");
        let start = Instant::now();
        let result = work();
        let time = seconds(start.elapsed());
        match &result {
            Ok(()) => {
                println!("{name}: passed ({time})");
                self.totals += Totals::PASSED;
            }
            Err(error) => self.failed(name, &failure::told(error)),
        }
        result.is_ok()
    }

    /// Counts something that could not be run.
    pub fn failed(&mut self, name: &str, why: &str) {
        println!("{why}\n{name}: FAILED");
        self.totals += Totals::FAILED;
    }

    /// The closing line, which machines read.
    pub fn close(self) -> ExitCode {
        println!("\n{} passed, {} failed", self.totals.passed, self.totals.failed);
        if self.totals.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
