//! Runs other programs: quietly when they succeed, with all they said when they fail.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, process};

use anyhow::{Context, Result, bail};

/// What a program left behind.
pub struct Finished {
    pub success: bool,
    /// Both of its streams in one text, in the order written.
    pub output: String,
}

/// Runs a program to its end, whatever its exit code.
pub fn finish(command: &mut Command) -> Result<Finished> {
    let name = command.get_program().display().to_string();
    // A file, not a pipe: a browser that a crashed test left running would keep a pipe open and hang this for good.
    let path = output_file();
    let file = File::create(&path).with_context(|| format!("{} cannot be written", path.display()))?;
    let status = command
        .stdin(Stdio::null())
        .stdout(file.try_clone().context("a file handle cannot be copied")?)
        .stderr(file)
        .status()
        .with_context(|| format!("{name} could not be started: is it installed and on PATH?"));
    let output = fs::read(&path).unwrap_or_default();
    fs::remove_file(&path).ok();
    Ok(Finished { success: status?.success(), output: String::from_utf8_lossy(&output).into_owned() })
}

/// Runs a program that has to succeed, and returns what it said. The error is its own words: the caller adds what
/// they mean here and what to do.
pub fn run(command: &mut Command) -> Result<String> {
    let finished = finish(command)?;
    if !finished.success {
        match finished.output.trim_end() {
            "" => bail!("{} failed without a word", command.get_program().display()),
            output => bail!("{output}"),
        }
    }
    Ok(finished.output)
}

fn output_file() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!("kpi-xtask-{}-{number}.txt", process::id()))
}
