use std::cell::RefCell;
use web_sys::Document;

/// The title of the page around, which says what is shown in front of what it said before.
pub(super) struct Title {
    document: Document,
    /// What it says without ours.
    own: RefCell<String>,
    /// What was last written here.
    said: RefCell<String>,
}

impl Title {
    pub(super) fn new() -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let own = document.title();
        Some(Self { document, said: RefCell::new(own.clone()), own: RefCell::new(own) })
    }

    /// `Agency rate, Q4 2020/21 – Children's services`; nothing in front where all is shown.
    pub(super) fn say(&self, words: &str) {
        if !self.is_ours() {
            self.own.replace(self.document.title());
        }
        let own = self.own.borrow();
        let title = if words.is_empty() { own.clone() } else { format!("{words} – {own}") };
        // Another process hears of it, even if it is the same.
        if title != *self.said.borrow() {
            self.document.set_title(&title);
            // As the browser has it: without line breaks and spaces in a row.
            self.said.replace(self.document.title());
        }
    }

    /// Whether nobody else has written another title since.
    fn is_ours(&self) -> bool {
        self.document.title() == *self.said.borrow()
    }
}

impl Drop for Title {
    fn drop(&mut self) {
        if self.is_ours() {
            self.document.set_title(&self.own.borrow());
        }
    }
}
