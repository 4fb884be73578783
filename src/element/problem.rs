//! What went wrong before there were figures, in words that a reader can act on.

use crate::edge::fetch::Failure;
use gloo_events::EventListener;
use kpi_core::ingest::Diagnostic;
use serde::Serialize;
use web_sys::{Element, HtmlElement};

/// Why there are no (new) figures.
#[derive(Debug)]
pub(super) enum Problem {
    /// The element has neither `src` nor inline data.
    NoSource,
    /// The browser lacks something without which nothing works.
    Browser,
    /// The file did not come.
    Request { failure: Failure, source: String },
    /// The file came and has no figure that can be shown.
    File { diagnostics: Vec<Diagnostic> },
}

/// Detail of `kpi-error`.
#[derive(Debug, Serialize)]
pub(super) struct ProblemDetail {
    code: &'static str,
    message: String,
}

impl Problem {
    pub(super) fn detail(&self) -> ProblemDetail {
        let code = match self {
            Self::NoSource => "no-source",
            Self::Browser => "browser",
            Self::Request { failure: Failure::Unreachable, .. } => "unreachable",
            Self::Request { failure: Failure::Status(_), .. } => "status",
            Self::Request { failure: Failure::TooLarge, .. } => "too-large",
            Self::File { .. } => "file",
        };
        ProblemDetail { code, message: self.message() }
    }

    /// What happened, what still holds, and what to do.
    pub(super) fn message(&self) -> String {
        const STAYS: &str = "What is shown here is what was there before.";
        match self {
            Self::NoSource => "No file of figures is named for this page. Add src=\"...\" to the element.".to_owned(),
            Self::Browser => {
                "This browser cannot show the figures as charts. The plain tables have them all.".to_owned()
            }
            Self::Request { failure: Failure::Unreachable, source } => format!(
                "The file of figures could not be reached ({source}). {STAYS} Check the connection and try again."
            ),
            Self::Request { failure: Failure::Status(404 | 410), source } => format!(
                "There is no file of figures at {source}. {STAYS} Please tell the people who publish this page."
            ),
            Self::Request { failure: Failure::Status(status), source } => format!(
                "The server did not hand out the file of figures at {source} (status {status}). {STAYS} Try again later."
            ),
            Self::Request { failure: Failure::TooLarge, source } => {
                format!("The file of figures at {source} is larger than this page can read. {STAYS}")
            }
            Self::File { diagnostics } => {
                let said: Vec<String> = diagnostics.iter().take(3).map(ToString::to_string).collect();
                format!("The file of figures cannot be read. {STAYS} For the publisher: {}", said.join(" "))
            }
        }
    }
}

/// A message before the element's own content, with a button to try again. Gone when it is dropped.
pub(super) struct Notice {
    element: Element,
    words: Element,
    _again: EventListener,
}

impl Notice {
    pub(super) fn show(host: &HtmlElement, message: &str, again: impl FnMut() + 'static) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let element = document.create_element("div").ok()?;
        element.set_attribute("role", "alert").ok()?;
        let words = document.create_element("p").ok()?;
        words.set_text_content(Some(message));
        let button = document.create_element("button").ok()?;
        button.set_attribute("type", "button").ok()?;
        button.set_text_content(Some("Try again"));
        element.append_child(&words).ok()?;
        element.append_child(&button).ok()?;
        host.insert_before(&element, host.first_child().as_ref()).ok()?;
        let mut again = again;
        let listener = EventListener::new(&button, "click", move |_| again());
        Some(Self { element, words, _again: listener })
    }

    /// Says something else in the same place.
    pub(super) fn say(&self, message: &str) {
        self.words.set_text_content(Some(message));
    }
}

impl Drop for Notice {
    fn drop(&mut self) {
        self.element.remove();
    }
}
