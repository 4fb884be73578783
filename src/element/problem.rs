//! What went wrong before there were figures, in words that a reader can act on.

use super::text::Text;
use crate::edge::fetch::Failure;
use gloo_events::EventListener;
use kpi_core::ingest::Diagnostic;
use kpi_core::words::{Lang, fill};
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
    pub(super) fn detail(&self, lang: Lang) -> ProblemDetail {
        let code = match self {
            Self::NoSource => "no-source",
            Self::Browser => "browser",
            Self::Request { failure: Failure::Unreachable, .. } => "unreachable",
            Self::Request { failure: Failure::Status(_), .. } => "status",
            Self::Request { failure: Failure::TooLarge, .. } => "too-large",
            Self::File { .. } => "file",
        };
        ProblemDetail { code, message: self.message(lang) }
    }

    /// What happened, what still holds, and what to do. What is wrong with a file is for its publisher, in English.
    pub(super) fn message(&self, lang: Lang) -> String {
        let (text, about, status) = match self {
            Self::NoSource => (Text::NoSource, String::new(), 0),
            Self::Browser => (Text::Browser, String::new(), 0),
            Self::Request { failure, source } => match failure {
                Failure::Unreachable => (Text::Unreachable, source.clone(), 0),
                Failure::Status(404 | 410) => (Text::NotThere, source.clone(), 0),
                Failure::Status(status) => (Text::Status, source.clone(), *status),
                Failure::TooLarge => (Text::TooLarge, source.clone(), 0),
            },
            Self::File { diagnostics } => {
                let said: Vec<String> = diagnostics.iter().take(3).map(ToString::to_string).collect();
                (Text::Unreadable, said.join(" "), 0)
            }
        };
        fill(text.say(lang), &[&about, Text::Stays.say(lang), &status.to_string()])
    }
}

/// A message before the element's own content, with a button to try again. Gone when it is dropped.
pub(super) struct Notice {
    element: Element,
    words: Element,
    _again: EventListener,
}

impl Notice {
    pub(super) fn show(host: &HtmlElement, lang: Lang, message: &str, again: impl FnMut() + 'static) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let element = document.create_element("div").ok()?;
        element.set_attribute("role", "alert").ok()?;
        element.set_attribute("lang", lang.tag()).ok()?;
        let words = document.create_element("p").ok()?;
        words.set_text_content(Some(message));
        let button = document.create_element("button").ok()?;
        button.set_attribute("type", "button").ok()?;
        button.set_text_content(Some(Text::TryAgain.say(lang)));
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
