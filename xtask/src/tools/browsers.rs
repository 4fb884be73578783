//! The browsers that the tests run in: the system's own, as visitors have them.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::step::step;
use crate::tools::search::on_path;
use crate::tools::{apt, listed};

pub struct Browsers {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
    pub firefox: PathBuf,
}

/// A Debian package, and the names under which its program is found on this and other systems.
struct Program {
    package: &'static str,
    names: &'static [&'static str],
}

const CHROMIUM: Program =
    Program { package: "chromium", names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"] };
const CHROMEDRIVER: Program = Program { package: "chromium-driver", names: &["chromedriver"] };
const FIREFOX: Program = Program { package: "firefox-esr", names: &["firefox-esr", "firefox"] };

pub fn ensure() -> Result<Browsers> {
    let missing: Vec<&str> = [&CHROMIUM, &CHROMEDRIVER, &FIREFOX]
        .into_iter()
        .filter(|program| program.find().is_none())
        .map(|program| program.package)
        .collect();
    if !missing.is_empty() {
        let what = listed(&missing);
        step(&format!("installing {what}, which the tests drive"), || {
            apt::install(&missing).with_context(|| {
                format!("the tests need {what}: install them from your system's packages, on PATH, and try again")
            })
        })?;
    }
    Ok(Browsers {
        chromium: CHROMIUM.installed()?,
        chromedriver: CHROMEDRIVER.installed()?,
        firefox: FIREFOX.installed()?,
    })
}

/// A screen with windows and keys, on which browsers save pages.
pub fn desk() -> Result<()> {
    let missing: Vec<&str> =
        ["Xvfb", "openbox", "xdotool"].into_iter().filter(|program| on_path(program).is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<String> = missing.iter().map(|program| program.to_lowercase()).collect();
    let packages: Vec<&str> = packages.iter().map(String::as_str).collect();
    let what = listed(&packages);
    step(&format!("installing {what}, with which the tests save pages as a reader does"), || {
        apt::install(&packages)
            .with_context(|| format!("the long tests need {what}: install them from your system's packages"))
    })
}

impl Program {
    fn find(&self) -> Option<PathBuf> {
        self.names.iter().find_map(|name| on_path(name))
    }

    fn installed(&self) -> Result<PathBuf> {
        self.find().with_context(|| {
            format!("{} was installed, yet no {} is on PATH: put it there", self.package, self.names.join(" or "))
        })
    }
}
