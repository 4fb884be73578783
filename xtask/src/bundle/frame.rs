//! The page for an iframe and the script for the page around it, copied: people write them as they are served.

use anyhow::Result;

use super::write_if_changed;
use crate::project::Project;

const FILES: [&str; 4] = ["frame.html", "frame.css", "frame.js", "frame-host.js"];

pub fn write(project: &Project) -> Result<()> {
    for name in FILES {
        write_if_changed(&project.root.join("pkg").join(name), &project.read(&format!("www/frame/{name}"))?)?;
    }
    Ok(())
}
