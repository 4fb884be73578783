//! Where the checkout and the cache are, and which versions the checkout is locked to.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};

/// The checkout that this tool was compiled in, and the folder that clones on this account share.
pub struct Project {
    pub root: PathBuf,
    /// Tools live here in folders that carry their version, so nothing has to be updated in place.
    pub cache: PathBuf,
}

impl Project {
    pub fn find() -> Result<Self> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = manifest.parent().context("xtask has to stand in a folder of the checkout")?.to_owned();
        let base = env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            // The XDG rules: a relative path is to be ignored.
            .filter(|path| path.is_absolute())
            .or_else(|| env::home_dir().map(|home| home.join(".cache")))
            .context("no home directory for the tools: set XDG_CACHE_HOME to a folder you can write in")?;
        Ok(Self { root, cache: base.join("kpi-explorer") })
    }

    /// The version of a crate in Cargo.lock.
    pub fn locked(&self, package: &str) -> Result<String> {
        let lock = self.read("Cargo.lock")?;
        locked_version(&lock, package)
            .map(str::to_owned)
            .with_context(|| format!("Cargo.lock does not name {package}: run `cargo generate-lockfile`"))
    }

    /// A text file of the checkout.
    pub fn read(&self, path: &str) -> Result<String> {
        let full = self.root.join(path);
        fs::read_to_string(&full).with_context(|| format!("{path} of this checkout cannot be read"))
    }
}

/// Cargo writes a package's version on the line after its name.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_of_a_locked_package() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.2.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\ndependencies = [\n \"cfg-if\",\n]\n";
        let check = |package: &str, expect: Option<&str>| {
            assert_eq!(locked_version(lock, package), expect, "{package}");
        };
        check("wasm-bindgen", Some("0.2.130"));
        check("wasm-bindgen-shared", Some("0.2.9"));
        check("wasm", None);
        check("cfg-if", None);
    }
}
