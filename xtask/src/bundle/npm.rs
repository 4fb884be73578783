//! The package for people with a bundler: the same script, so that what they ship is what was tested, and its types.

use anyhow::Result;

use super::{SCRIPT, write_if_changed};
use crate::project::Project;

const FOLDER: &str = "pkg/npm";
const FILES: [&str; 3] = ["index.js", "index.d.ts", "README.md"];

pub fn write(project: &Project) -> Result<()> {
    let folder = project.root.join(FOLDER);
    for name in FILES {
        write_if_changed(&folder.join(name), &project.read(&format!("www/npm/{name}"))?)?;
    }
    write_if_changed(&folder.join("kpi-explorer.js"), &project.read(SCRIPT)?)?;
    write_if_changed(&folder.join("package.json"), &manifest(env!("CARGO_PKG_VERSION")))
}

fn manifest(version: &str) -> String {
    format!(
        r#"{{
  "name": "kpi-explorer",
  "version": "{version}",
  "description": "A custom element in which anyone can explore a council's performance figures.",
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "main": "./index.js",
  "types": "./index.d.ts",
  "exports": {{
    ".": {{ "types": "./index.d.ts", "default": "./index.js" }},
    "./kpi-explorer.js": "./kpi-explorer.js"
  }},
  "sideEffects": true
}}
"#
    )
}

#[cfg(test)]
mod tests {
    use super::manifest;

    #[test]
    fn manifest_names_the_version() {
        assert!(manifest("1.2.3").contains("\"version\": \"1.2.3\""));
    }
}
