//! Why there are no (new) figures, in words that a reader can act on: what happened, what still holds, what to do.

use crate::text::Text;
use kpi_core::ingest::Diagnostic;
use kpi_core::words::{Lang, fill};

/// What the script says of a request or an element, by its code; `status` is the server's, where it has answered with one.
pub(crate) fn of_request(lang: Lang, code: &str, status: u16, source: &str) -> String {
    let (what, mend) = match (code, status) {
        ("no-source", _) => return Text::NoSource.say(lang).to_owned(),
        ("disk", _) => (Text::Disk, Text::UsePage),
        ("timeout", _) => (Text::TimedOut, Text::TryLater),
        ("interrupted", _) => (Text::Interrupted, Text::CheckConnection),
        ("too-large", _) => (Text::TooLarge, Text::Nothing),
        ("status", 204..=205) => (Text::NoAnswer, Text::TellPublisher),
        ("status", 401 | 403 | 407) => (Text::Forbidden, Text::SignIn),
        ("status", 404 | 410) => (Text::NotThere, Text::TellPublisher),
        ("status", 429) => (Text::Busy, Text::TryInAMinute),
        ("status", 500..) => (Text::Broken, Text::TryLater),
        ("status", _) => (Text::Refused, Text::TryLater),
        _ => (Text::Unreachable, Text::CheckConnection),
    };
    let status = if status > 0 { fill(Text::Status.say(lang), &[&status.to_string()]) } else { String::new() };
    let mut message = String::new();
    for part in [what.say(lang), " (", source, &status, "). ", Text::Stays.say(lang), mend.say(lang)] {
        message.push_str(part);
    }
    message
}

/// A file came, and has no figure that can be shown. What is wrong with it is for its publisher, in English.
pub(crate) fn of_file(lang: Lang, diagnostics: &[Diagnostic]) -> String {
    let mut message = Text::Unreadable.say(lang).to_owned();
    for diagnostic in diagnostics.iter().take(3) {
        message.push(' ');
        message.push_str(&diagnostic.to_string());
    }
    message
}
