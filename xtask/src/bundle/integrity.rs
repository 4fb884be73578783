//! Hashes for those who check what they serve: `integrity="..."` of the scripts.

use std::process::Command;

use anyhow::{Context, Result};

use super::write_if_changed;
use crate::process;
use crate::project::Project;

const INTEGRITY: &str = "pkg/SRI.txt";
/// Node has the hash built in.
const HASH: &str = "\
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
for (const name of ['kpi-explorer.js', 'frame.js', 'frame-host.js']) {
  console.log(`${name} sha384-${createHash('sha384').update(readFileSync(`pkg/${name}`)).digest('base64')}`);
}";

pub fn write(project: &Project) -> Result<()> {
    let mut node = Command::new("node");
    node.args(["-e", HASH]).current_dir(&project.root);
    let hashes = process::run(&mut node).context("hashes are computed by node: run `cargo xtask setup`")?;
    write_if_changed(&project.root.join(INTEGRITY), &format!("{}\n", hashes.trim_end()))
}
