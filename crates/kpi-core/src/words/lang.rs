/// A language that the page speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// British English.
    #[default]
    En,
    /// Welsh.
    Cy,
}

impl Lang {
    /// The language of a tag such as `cy` or `en-GB`, by its first part alone; `None` for one that the page does not speak.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        [(Self::En, "en"), (Self::Cy, "cy")]
            .into_iter()
            .find_map(|(lang, name)| primary.eq_ignore_ascii_case(name).then_some(lang))
    }

    /// As an attribute writes it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en-GB",
            Self::Cy => "cy",
        }
    }
}
