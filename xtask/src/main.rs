//! Everything a developer or a machine does to this project: `cargo xtask setup | serve | build | test | bench | size`.

#![allow(clippy::print_stdout, reason = "a command-line tool talks to whoever started it")]

mod bench;
mod bundle;
mod failure;
mod fingerprint;
mod process;
mod project;
mod serve;
mod setup;
mod size;
mod step;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::test::Extent;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  setup          find or install every tool that building and testing need
  build          make pkg/: kpi-explorer.js and the self-contained index.html
  serve          build, then show the page on 127.0.0.1 (--port N, 8000 unless told)
  test           everything that every change has to pass
  test --all     that, and what takes minutes: pages saved by real browsers, thousands of changes, a second build
  test --fast    formatting, lints and native tests alone; installs nothing
  test --dfe F   whether kpi build agrees with the Department for Education's files, which are in folder F
  bench          how long the page takes to show and to change, in Chromium and beside other libraries, and reading natively
  size           bytes of what a visitor downloads, against the budget";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{}", failure::told(&error));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<ExitCode> {
    let project = Project::find()?;
    match arguments {
        ["setup"] => {
            setup::for_test(&project, Extent::Usual)?;
            println!("everything is there");
        }
        ["build"] => {
            let toolbox = setup::for_build(&project)?;
            bundle::build(&project, &toolbox)?;
        }
        ["serve"] => serve::serve(&project, serve::DEFAULT_PORT)?,
        ["serve", "--port", port] => {
            let port = port.parse().with_context(|| format!("{port} is not a port: give a number from 1 to 65535"))?;
            serve::serve(&project, port)?;
        }
        ["test"] => return test::everything(&project, Extent::Usual),
        ["test", "--all"] => return test::everything(&project, Extent::All),
        ["test", "--fast"] => return test::fast(&project),
        ["test", "--dfe", folder] => return test::against_published_files(&project, folder),
        ["bench"] => bench::bench(&project)?,
        ["size"] => {
            size::report(&project)?;
        }
        ["help" | "--help" | "-h"] => println!("{USAGE}"),
        _ => {
            eprintln!("{USAGE}");
            return Ok(ExitCode::from(2));
        }
    }
    Ok(ExitCode::SUCCESS)
}
