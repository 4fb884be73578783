use crate::arguments::Arguments;
use crate::outcome::Outcome;
use anyhow::Result;
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::Write;

pub(crate) fn run(shell: Shell) -> Result<Outcome> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "kpi", &mut text);
    std::io::stdout().lock().write_all(&text)?;
    Ok(Outcome::Fine)
}
