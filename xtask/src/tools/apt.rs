//! Debian's packages: used where the account may install them, never needed elsewhere.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::tools::search::on_path;

pub fn install(packages: &[&str]) -> Result<()> {
    if on_path("apt-get").is_none() {
        bail!("this is no Debian or Ubuntu system, so nothing was installed");
    }
    // A list that is missing or old is the usual reason for a failing install; a failing update may yet be harmless.
    process::run(as_root("apt-get")?.arg("update")).ok();
    process::run(as_root("apt-get")?.args(["install", "--yes", "--no-install-recommends"]).args(packages))?;
    Ok(())
}

/// The command itself for root, through `sudo -n` for those whom it asks no password, an error for everyone else.
fn as_root(program: &str) -> Result<Command> {
    let id = process::run(Command::new("id").arg("-u")).context("it is not known who is running this")?;
    let mut command = if id.trim() == "0" {
        Command::new(program)
    } else if process::run(Command::new("sudo").args(["-n", "true"])).is_ok() {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "--preserve-env=DEBIAN_FRONTEND", program]);
        sudo
    } else {
        bail!("this account may not install system packages without a password");
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}
