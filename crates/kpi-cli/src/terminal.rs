use crate::message::{Message, Severity};
use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, Result, StderrLock, StdoutLock, Write};
use std::time::Duration;

pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default();
pub(crate) const HEADING: Style = Style::new().bold();

/// Where the tool speaks: results on stdout, everything else on stderr. Colours where a person looks at a terminal and
/// has not set `NO_COLOR`.
#[derive(Debug)]
pub(crate) struct Terminal {
    quiet: bool,
}

impl Terminal {
    pub(crate) const fn new(quiet: bool) -> Self {
        Self { quiet }
    }

    /// Something that went well, unless nobody wants to hear it.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            // Whether anybody hears it changes nothing.
            let _unheard = writeln!(stderr(), "{text}");
        }
    }

    pub(crate) fn error(&self, text: &str) {
        let _unheard = writeln!(stderr(), "{ERROR}error{ERROR:#}: {text}");
    }

    /// A message about a file; warnings are left out where nobody wants to hear them.
    pub(crate) fn message(&self, to: &mut dyn Write, message: &Message) -> Result<()> {
        let style = match message.severity {
            Severity::Error => ERROR,
            Severity::Warning | Severity::Note if self.quiet => return Ok(()),
            Severity::Warning => WARNING,
            Severity::Note => NOTE,
        };
        writeln!(to, "{style}{}{style:#}: {message}", message.severity.word())
    }

    /// How far work of so many steps has come, where a person watches and it takes longer than a moment.
    pub(crate) fn progress(&self, steps: usize) -> ProgressBar {
        let bar = ProgressBar::new(u64::try_from(steps).unwrap_or(u64::MAX));
        let is_watched = !self.quiet && std::io::stderr().is_terminal();
        bar.set_draw_target(if is_watched { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() });
        if let Ok(style) = ProgressStyle::with_template("{bar:20} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(100));
        bar
    }
}

pub(crate) fn stdout() -> AutoStream<StdoutLock<'static>> {
    AutoStream::auto(std::io::stdout().lock())
}

pub(crate) fn stderr() -> AutoStream<StderrLock<'static>> {
    AutoStream::auto(std::io::stderr().lock())
}
