//! In which order a failure is told.

use anyhow::Error;

/// The cause first, which is often a tool's whole output, so that the plain sentence saying what to do ends the screen.
pub fn told(error: &Error) -> String {
    let mut lines: Vec<String> = error.chain().skip(1).map(ToString::to_string).collect();
    lines.reverse();
    lines.push(format!("error: {error}"));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn the_sentence_comes_last() {
        assert_eq!(
            told(&anyhow!("output").context("what failed").context("what to do")),
            "output\nwhat failed\nerror: what to do"
        );
    }
}
