//! Why there are no (new) figures, in words that a reader can act on: what happened, what still holds, what to do.

use kpi_core::ingest::Diagnostic;

const STAYS: &str = "What is shown here is what was there before.";

/// What the script says of a request or an element, by its code; `status` is the server's, where it has answered with one.
pub(crate) fn of_request(code: &str, status: u16, source: &str) -> String {
    let (what, mend) = match (code, status) {
        ("no-source", _) => {
            return "No file of figures is named for this page. Add src=\"...\" to the element.".to_owned();
        }
        ("disk", _) => (
            "A page that is opened from a disk may not read other files, and the figures are in one",
            "The page that kpi build makes has everything inside.",
        ),
        ("timeout", _) => ("The server has sent nothing for half a minute", "Try again later."),
        ("interrupted", _) => ("The file of figures came in part only", "Check the connection and try again."),
        ("too-large", _) => ("The file of figures is larger than this page can read", ""),
        ("status", 204..=205) => {
            ("The server answered without a file of figures", "Please tell the people who publish this page.")
        }
        ("status", 401 | 403 | 407) => (
            "The server does not hand out the file of figures to everybody",
            "Please tell the people who publish this page, or sign in first if you have an account.",
        ),
        ("status", 404 | 410) => ("There is no file of figures", "Please tell the people who publish this page."),
        ("status", 429) => ("The server is asked for too much at the moment", "Wait a minute and try again."),
        ("status", 500..) => ("The server has broken down or is being worked on", "Try again later."),
        ("status", _) => ("The server did not hand out the file of figures", "Try again later."),
        _ => ("The file of figures could not be reached", "Check the connection and try again."),
    };
    let mut message = what.to_owned();
    message.push_str(" (");
    message.push_str(source);
    if status > 0 {
        message.push_str(", status ");
        message.push_str(&status.to_string());
    }
    for part in ["). ", STAYS, " ", mend] {
        message.push_str(part);
    }
    message.truncate(message.trim_ascii_end().len());
    message
}

/// A file came, and has no figure that can be shown.
pub(crate) fn of_file(diagnostics: &[Diagnostic]) -> String {
    let mut message = "The file of figures cannot be read. ".to_owned();
    message.push_str(STAYS);
    message.push_str(" For the publisher:");
    for diagnostic in diagnostics.iter().take(3) {
        message.push(' ');
        message.push_str(&diagnostic.to_string());
    }
    message
}
