//! `kpi`: checks a publication and puts it into a page.

mod check;
mod fill;
mod html;
mod page;
mod publication;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Checks a publication of figures and puts it into a page.
#[derive(Debug, Parser)]
#[command(name = "kpi", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Says what is wrong with a publication, where, and how to mend it.
    Check {
        /// The publication.
        file: PathBuf,
    },
    /// Writes the plain tables of a page's figures into the page, between its two figures comments.
    Fill {
        /// The page; its element's src names the publication.
        #[arg(long)]
        page: PathBuf,
    },
    /// Makes one file of a page: program, stylesheet, figures and plain tables inside, nothing fetched.
    Page {
        /// The page; its element's src names the publication.
        #[arg(long)]
        page: PathBuf,
        /// The built program.
        #[arg(long)]
        program: PathBuf,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
}

fn main() -> Result<ExitCode> {
    match Arguments::parse().command {
        Command::Check { file } => check::run(&file),
        Command::Fill { page } => fill::run(&page).map(|()| ExitCode::SUCCESS),
        Command::Page { page, program, out } => page::run(&page, &program, &out).map(|()| ExitCode::SUCCESS),
    }
}
