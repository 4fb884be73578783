use web_sys::Document;

/// The title of the page around, which says what is shown in front of what it said before.
pub(super) struct Title {
    document: Document,
    /// What it said before.
    own: String,
}

impl Title {
    pub(super) fn new() -> Option<Self> {
        let document = web_sys::window()?.document()?;
        Some(Self { own: document.title(), document })
    }

    /// `Agency rate, Q4 2020/21 – Children's services`; nothing in front where all is shown.
    pub(super) fn say(&self, words: &str) {
        let title = if words.is_empty() { self.own.clone() } else { format!("{words} – {}", self.own) };
        if self.document.title() != title {
            self.document.set_title(&title);
        }
    }
}

impl Drop for Title {
    fn drop(&mut self) {
        self.document.set_title(&self.own);
    }
}
