//! The command line. Help, manual and completions are made of it.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;

/// Builds, checks, compares and converts publications of performance figures, and puts them into pages.
#[derive(Debug, Parser)]
#[command(name = "kpi", version, after_help = EXIT, after_long_help = EXIT, arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// Say only what is wrong.
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT: &str =
    "Exit status: 0 fine, 1 errors found, 2 wrong use. Colours on a terminal only; NO_COLOR=1 turns them off.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Makes a publication of the files that publication.toml names.
    #[command(after_help = BUILD)]
    Build(BuildOptions),
    /// Says what is wrong with files of figures, where, and how to mend it.
    #[command(after_help = CHECK)]
    Check(CheckOptions),
    /// Says what differs between two publications, what needs a reason first.
    #[command(after_help = DIFF)]
    Diff(DiffOptions),
    /// Turns a file of figures into another format.
    #[command(after_help = CONVERT)]
    Convert(ConvertOptions),
    /// Writes the plain tables of a page's figures into the page, between its two figures comments.
    #[command(after_help = "Example:\n  kpi fill --page index.html")]
    Fill(FillOptions),
    /// Makes one file of a page: program, stylesheet, figures and plain tables inside, nothing fetched.
    #[command(
        after_help = "Example:\n  kpi page kpi.json -o page.html\n  kpi page --page index.html --program pkg/kpi-explorer.js -o whole.html"
    )]
    Page(PageOptions),
    /// Prints what a shell needs to complete this tool's words.
    #[command(after_help = "Example:\n  kpi completions bash > ~/.local/share/bash-completion/completions/kpi")]
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Prints the manual, or writes one page a command into a folder.
    #[command(after_help = "Examples:\n  kpi man | man -l -\n  kpi man --out ~/.local/share/man/man1")]
    Man {
        /// The folder to write to.
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
    },
}

const BUILD: &str = "Examples:
  kpi build publication.toml
  kpi build publication.toml --input downloads --out website --program pkg/kpi-explorer.js
  kpi build publication.toml --previous last-quarter/kpi.json

The same files give the same bytes. docs/kpi-tool.md explains publication.toml.";

#[derive(Args, Debug)]
pub(crate) struct BuildOptions {
    /// The description of the publication.
    pub(crate) publication: PathBuf,
    /// Where the files that it names are; beside it if left out.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) input: Option<PathBuf>,
    /// Where to write; the folder of publication.toml if left out.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: Option<PathBuf>,
    /// The publication as it was: numbers that changed since are marked as revised and say what they were.
    #[arg(long, value_name = "FILE")]
    pub(crate) previous: Option<PathBuf>,
    /// The built program, for the page in one file.
    #[arg(long, value_name = "FILE")]
    pub(crate) program: Option<PathBuf>,
    /// Write kpi.json and its data files alone.
    #[arg(long, conflicts_with = "program")]
    pub(crate) data_only: bool,
}

const CHECK: &str = "Examples:
  kpi check kpi.json
  kpi check downloads/*.csv
  kpi check --json kpi.json

Errors: something of the file is not shown. Warnings: it is probably wrong. Notes: worth a look; nothing has to be wrong.
Warnings and notes do not change the exit status.";

#[derive(Args, Debug)]
pub(crate) struct CheckOptions {
    /// KPI JSON, JSON-stat, CSV, xlsx or ods.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Print for programs.
    #[arg(long)]
    pub(crate) json: bool,
    /// List every place of a finding, not the first of each kind and indicator alone.
    #[arg(long)]
    pub(crate) all: bool,
    /// The sheet of a workbook, where it has several.
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
}

const DIFF: &str = "Examples:
  kpi diff last-quarter/kpi.json kpi.json
  kpi diff --json last-quarter/kpi.json kpi.json

Ends with 1 where figures were changed without the mark \"r\" (revised).";

#[derive(Args, Debug)]
pub(crate) struct DiffOptions {
    /// The publication as it was.
    pub(crate) old: PathBuf,
    /// The publication as it is now.
    pub(crate) new: PathBuf,
    /// Print for programs.
    #[arg(long)]
    pub(crate) json: bool,
}

const CONVERT: &str = "Examples:
  kpi convert children.csv kpi.json --focus E06000046 --publisher \"Isle of Wight Council\"
  kpi convert returns.xlsx kpi.json --sheet Data --focus E06000046 --publisher \"Example\" --period \"31 March\"
  kpi convert kpi.json figures.json --to json-stat
  kpi convert kpi.json figures.csv";

#[derive(Args, Debug)]
pub(crate) struct ConvertOptions {
    /// KPI JSON, JSON-stat, CSV, xlsx or ods.
    #[arg(value_name = "IN")]
    pub(crate) from: PathBuf,
    /// The file to write; its ending says the format: .csv, or .json for KPI JSON.
    #[arg(value_name = "OUT")]
    pub(crate) into: PathBuf,
    /// The format to write, where the ending does not say it.
    #[arg(long, value_enum)]
    pub(crate) to: Option<Format>,
    /// The code of the area that the publication is about, where the file does not say.
    #[arg(long, value_name = "CODE")]
    pub(crate) focus: Option<String>,
    /// The title, where the file has none.
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// Who publishes, where the file does not say.
    #[arg(long)]
    pub(crate) publisher: Option<String>,
    /// The sheet of a workbook, where it has several.
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    /// What years mean of which the file says no more: "financial year", "calendar year", "31 March".
    #[arg(long, value_name = "KIND")]
    pub(crate) period: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// What the page reads.
    Kpi,
    /// JSON-stat 2.0.
    JsonStat,
    /// A table with its description (CSVW) beside it.
    Csv,
}

#[derive(Args, Debug)]
pub(crate) struct FillOptions {
    /// The page; its element's src names the publication.
    #[arg(long)]
    pub(crate) page: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct PageOptions {
    /// The publication, for a page that shows nothing else.
    #[arg(required_unless_present = "page", conflicts_with = "page")]
    pub(crate) file: Option<PathBuf>,
    /// A page of your own; its element's src names the publication.
    #[arg(long)]
    pub(crate) page: Option<PathBuf>,
    /// The built program, which `cargo xtask build` makes.
    #[arg(long, default_value = "pkg/kpi-explorer.js")]
    pub(crate) program: PathBuf,
    /// The file to write.
    #[arg(long, short)]
    pub(crate) out: PathBuf,
}
