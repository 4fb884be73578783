use crate::terminal::Terminal;
use anyhow::{Error, Result};
use std::fmt;

/// How a command ended, as a shell sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// 0.
    Fine,
    /// 1: what was given has errors.
    ErrorsFound,
    /// 2: the command cannot be carried out as it was given. clap ends with 2 as well.
    WrongUse,
}

impl Outcome {
    /// Tells why a command failed, and how that ends.
    pub(crate) fn of(result: Result<Self>, terminal: &Terminal) -> Self {
        let error = match result {
            Ok(outcome) => return outcome,
            Err(error) => error,
        };
        // `kpi check FILE | head`: whoever reads has seen enough.
        if error.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe) {
            return Self::Fine;
        }
        terminal.error(&format!("{error:#}"));
        if error.downcast_ref::<WrongUse>().is_some() { Self::WrongUse } else { Self::ErrorsFound }
    }

    /// The worse of two.
    pub(crate) const fn found(errors: bool) -> Self {
        if errors { Self::ErrorsFound } else { Self::Fine }
    }
}

impl From<Outcome> for u8 {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => 0,
            Outcome::ErrorsFound => 1,
            Outcome::WrongUse => 2,
        }
    }
}

/// What was asked for cannot be done as it was asked; the text says how to ask.
#[derive(Debug)]
pub(crate) struct WrongUse(pub(crate) String);

impl WrongUse {
    pub(crate) fn error(text: impl Into<String>) -> Error {
        Error::new(Self(text.into()))
    }
}

impl fmt::Display for WrongUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WrongUse {}
