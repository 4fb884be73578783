//! `kpi`: what the performance officer does each quarter.

mod arguments;
mod build;
mod check;
mod completions;
mod convert;
mod diff;
mod files;
mod fill;
mod html;
mod input;
mod man;
mod message;
mod outcome;
mod page;
mod plain;
mod terminal;
mod years;

use arguments::{Arguments, Command};
use clap::Parser;
use outcome::Outcome;
use std::process::ExitCode;
use terminal::Terminal;

fn main() -> ExitCode {
    let Arguments { quiet, command } = Arguments::parse();
    let terminal = Terminal::new(quiet);
    let result = match command {
        Command::Build(options) => build::run(&options, &terminal),
        Command::Check(options) => check::run(&options, &terminal),
        Command::Convert(options) => convert::run(&options, &terminal),
        Command::Diff(options) => diff::run(&options),
        Command::Fill(options) => fill::run(&options),
        Command::Page(options) => page::run(&options),
        Command::Completions { shell } => completions::run(shell),
        Command::Man { out } => man::run(out.as_deref()),
    };
    ExitCode::from(u8::from(Outcome::of(result, &terminal)))
}
