//! Reads how many tests passed and failed from what the runners print.

use std::ops::AddAssign;

#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Totals {
    pub passed: u32,
    pub failed: u32,
}

impl Totals {
    pub const PASSED: Self = Self { passed: 1, failed: 0 };
    pub const FAILED: Self = Self { passed: 0, failed: 1 };

    /// A runner that stopped with an error has failed somehow, whatever it counted.
    pub fn judged(mut self, success: bool) -> Self {
        if !success && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// `test result: ok. 3 passed; 0 failed; ...`, one line for each binary, of cargo test and of wasm-bindgen's runner.
pub fn of_cargo(output: &str) -> Totals {
    let mut totals = Totals::default();
    for line in output.lines() {
        let Some((_, counts)) = line.split_once("test result: ").and_then(|(_, rest)| rest.split_once(". ")) else {
            continue;
        };
        for count in counts.split(';') {
            match count.trim().split_once(' ') {
                Some((number, "passed")) => totals.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => totals.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
    totals
}

/// The closing lines of node's runner: `# pass 3` in TAP, with an "i" in a circle for people.
pub fn of_node(output: &str) -> Totals {
    let mut totals = Totals::default();
    for line in output.lines() {
        let mut words = line.split(' ');
        let Some("#" | "\u{2139}") = words.next() else { continue };
        match (words.next(), words.next().and_then(|number| number.parse::<u32>().ok())) {
            (Some("pass"), Some(number)) => totals.passed += number,
            // A test that was cancelled, by a time limit for one, did not pass.
            (Some("fail" | "cancelled"), Some(number)) => totals.failed += number,
            _ => {}
        }
    }
    totals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn totals(passed: u32, failed: u32) -> Totals {
        Totals { passed, failed }
    }

    #[test]
    fn cargo_output() {
        let check = |output: &str, expect: Totals| assert_eq!(of_cargo(output), expect, "{output}");
        check("", totals(0, 0));
        check(
            "running 2 tests\ntest a ... ok\n\ntest result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; \
             0 filtered out; finished in 0.01s\n",
            totals(2, 0),
        );
        check("test result: ok. 2 passed; 0 failed\ntest result: FAILED. 5 passed; 3 failed; 1 ignored", totals(7, 3));
        // One line of wasm-bindgen's runner, after what the page wrote on the same line.
        check("    test result: ok. 4 passed; 0 failed; 0 ignored; 0 filtered out", totals(4, 0));
        check("error: could not compile", totals(0, 0));
    }

    #[test]
    fn node_output() {
        let check = |output: &str, expect: Totals| assert_eq!(of_node(output), expect, "{output}");
        check("# tests 4\n# suites 0\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 0\n", totals(3, 1));
        check("\u{2139} tests 2\n\u{2139} pass 1\n\u{2139} fail 0\n\u{2139} cancelled 1\n", totals(1, 1));
        check("# Subtest: pass 9\n    # pass 9\n", totals(0, 0));
    }

    #[test]
    fn verdict_of_a_runner() {
        let check = |counted: Totals, success: bool, expect: Totals| {
            assert_eq!(counted.judged(success), expect, "{counted:?} {success}");
        };
        check(totals(3, 0), true, totals(3, 0));
        check(totals(3, 2), false, totals(3, 2));
        check(totals(3, 0), false, totals(3, 1));
    }
}
