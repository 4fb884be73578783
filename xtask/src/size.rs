//! `size`: what a visitor downloads, against the budget.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::bundle::{PAGE, SCRIPT};
use crate::process;
use crate::project::Project;

/// Everything but the data, as brotli: no more than there is. The design asked for 120,000; ARCHITECTURE.md says what stands
/// against it ("The download").
const BUDGET: usize = 171_500;

/// Node has both compressors built in; compiling them here would double the time until xtask first runs.
const MEASURE: &str = "\
const { readFileSync } = require('node:fs');
const { gzipSync, brotliCompressSync } = require('node:zlib');
for (const path of process.argv.slice(1)) {
  const raw = readFileSync(path);
  console.log(raw.length, gzipSync(raw, { level: 9 }).length, brotliCompressSync(raw).length);
}";

struct Size {
    raw: usize,
    gzip: usize,
    /// At quality 11, node's default.
    brotli: usize,
}

/// Prints the sizes. It is an error if the script is over the budget.
pub fn report(project: &Project) -> Result<()> {
    // The page is not there before the first whole build; the script has to be.
    let paths: Vec<&str> = [SCRIPT, PAGE].into_iter().filter(|path| project.root.join(path).is_file()).collect();
    ensure!(paths.contains(&SCRIPT), "{SCRIPT} is not there: run `cargo xtask build` first");

    let mut node = Command::new("node");
    node.args(["-e", MEASURE, "--"]).args(&paths).current_dir(&project.root);
    let said = process::run(&mut node).context("sizes are measured by node: run `cargo xtask setup`")?;
    let sizes: Vec<Size> = said.lines().filter_map(parse).collect();
    ensure!(sizes.len() == paths.len(), "node gave no sizes but {said:?}");

    println!("{:<20} {:>10} {:>10} {:>10}", "bytes", "raw", "gzip -9", "brotli 11");
    for (path, Size { raw, gzip, brotli }) in paths.iter().zip(&sizes) {
        println!("{path:<20} {:>10} {:>10} {:>10}", grouped(*raw), grouped(*gzip), grouped(*brotli));
    }
    let script = sizes.first().map_or(0, |size| size.brotli);
    ensure!(
        script <= BUDGET,
        "{SCRIPT} is {} bytes over its budget of {}: take something out",
        grouped(script - BUDGET),
        grouped(BUDGET)
    );
    Ok(())
}

fn parse(line: &str) -> Option<Size> {
    let mut numbers = line.split(' ').map(str::parse::<usize>);
    let mut next = || numbers.next()?.ok();
    Some(Size { raw: next()?, gzip: next()?, brotli: next()? })
}

/// "1,234,567".
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands() {
        let check = |number: usize, expect: &str| assert_eq!(grouped(number), expect);
        check(0, "0");
        check(999, "999");
        check(1_000, "1,000");
        check(1_234_567, "1,234,567");
    }

    #[test]
    fn a_line_of_sizes() {
        let check = |line: &str, expect: Option<(usize, usize, usize)>| {
            assert_eq!(parse(line).map(|size| (size.raw, size.gzip, size.brotli)), expect, "{line}");
        };
        check("10 5 4", Some((10, 5, 4)));
        check("10 5", None);
        check("node: bad option", None);
    }
}
