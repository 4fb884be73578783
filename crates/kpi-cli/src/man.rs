use crate::arguments::Arguments;
use crate::files;
use crate::outcome::Outcome;
use anyhow::Result;
use clap::CommandFactory;
use clap_mangen::Man;
use std::io::Write;
use std::path::Path;

/// The manual on stdout, or one page a command into a folder.
pub(crate) fn run(out: Option<&Path>) -> Result<Outcome> {
    // Built, so that the page of a command is called by its whole name: kpi-check.
    let mut command = Arguments::command().disable_help_subcommand(true);
    command.build();
    match out {
        None => std::io::stdout().lock().write_all(&page(command)?)?,
        Some(folder) => {
            for of in command.get_subcommands() {
                let name = format!("kpi-{}", of.get_name());
                let of = of.clone().display_name(&name);
                files::write(&folder.join(format!("{name}.1")), &page(of)?)?;
            }
            files::write(&folder.join("kpi.1"), &page(command)?)?;
        }
    }
    Ok(Outcome::Fine)
}

fn page(command: clap::Command) -> Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    Ok(page)
}
