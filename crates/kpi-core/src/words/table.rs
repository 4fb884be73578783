//! Words in every language side by side: a text that is said in one language is said in the others a column further.
//!
//! All words of a language lie behind each other in one text, found by how long those before them are. This is in every
//! visitor's download: a text costs its letters, one byte, and a small number wherever it is said.

use super::Lang;
use std::collections::BTreeSet;

/// The texts of an enum made by [`crate::texts!`].
#[derive(Debug)]
pub struct Table {
    /// By language: all texts behind each other, and the length of each in bytes.
    #[doc(hidden)]
    pub languages: [(&'static str, &'static [u8]); 2],
}

impl Table {
    /// The text at a position.
    #[inline(never)]
    #[must_use]
    pub fn text(&self, lang: Lang, at: usize) -> &'static str {
        let [english, welsh] = self.languages;
        let (texts, lengths) = match lang {
            Lang::En => english,
            Lang::Cy => welsh,
        };
        let (mut from, mut to) = (0, 0);
        for length in lengths.iter().take(at + 1) {
            from = to;
            to += usize::from(*length);
        }
        texts.get(from..to).unwrap_or_default()
    }

    /// What is wrong with the table: texts that one of the languages lacks, that are the same in both, or that have other
    /// places; but for those whose English is `meant` so. For tests: each crate holds its own table against it.
    #[must_use]
    pub fn faults(&self, meant: &[&str]) -> Vec<String> {
        let places = |text: &'static str| -> BTreeSet<Option<char>> {
            text.split('{').skip(1).map(|piece| piece.chars().next()).collect()
        };
        let [(_, lengths), _] = self.languages;
        let pairs = (0..lengths.len()).map(|at| (self.text(Lang::En, at), self.text(Lang::Cy, at)));
        let is_wrong = |(english, welsh): &(&'static str, &'static str)| {
            english.is_empty() || welsh.is_empty() || english == welsh || places(english) != places(welsh)
        };
        let wrong = pairs.filter(|pair| is_wrong(pair) && !meant.contains(&pair.0));
        wrong.map(|(english, welsh)| format!("{english:?}, {welsh:?}")).collect()
    }
}

/// A sentence with numbers in braces, `{0} has {1}`, each of which stands for one of some values: languages put them in
/// different places.
#[inline(never)]
#[must_use]
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    for piece in sentence.split('{') {
        let mut rest = piece;
        if let [digit, b'}', ..] = piece.as_bytes() {
            filled.push_str(values.get(usize::from(digit.wrapping_sub(b'0'))).copied().unwrap_or_default());
            rest = piece.get(2..).unwrap_or_default();
        }
        filled.push_str(rest);
    }
    filled
}

/// Texts one behind the other, with another between them. The standard library's is three times the program.
#[inline(never)]
#[must_use]
pub fn joined(texts: &[String], between: &str) -> String {
    let mut joined = String::new();
    for (at, text) in texts.iter().enumerate() {
        joined.push_str(if at > 0 { between } else { "" });
        joined.push_str(text);
    }
    joined
}

/// Where a text has another one inside. The standard library's is made for long texts, and ten times the program.
#[inline(never)]
#[must_use]
pub fn find(text: &str, part: &str) -> Option<usize> {
    (0..=text.len()).find(|at| text.as_bytes().get(*at..).is_some_and(|rest| rest.starts_with(part.as_bytes())))
}

/// The form of a text that goes with a whole number (`None` for any other): `{0} day|{0} days`.
///
/// The first is for one and the second for all others, unless there are more: Welsh softens some nouns after two, the third
/// form, and breathes others after three and six, the fourth.
#[inline(never)]
#[must_use]
pub fn plural(forms: &'static str, number: Option<u64>) -> &'static str {
    let mut forms = forms.split('|');
    let one = forms.next().unwrap_or_default();
    let other = forms.next().unwrap_or(one);
    let form = match number {
        Some(1) => Some(one),
        Some(2) => forms.next(),
        Some(3 | 6) => forms.nth(1),
        _ => None,
    };
    form.unwrap_or(other)
}

/// The length of a text, which has to fit into a byte; reckoned by the compiler alone.
#[doc(hidden)]
#[must_use]
pub const fn length(text: &str) -> u8 {
    assert!(text.len() < 256, "a text of 256 bytes or more");
    text.len() as u8
}

/// Makes an enum of texts: `Name: "English", "Welsh";`. Where there is no Welsh yet, English stands in.
#[macro_export]
macro_rules! texts {
    ($(#[$about:meta])* $visible:vis enum $name:ident { $($text:ident: $english:literal $(, $welsh:literal)?;)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visible enum $name { $(#[doc = concat!("“", $english, "”")] $text),* }

        impl $name {
            /// All of them.
            $visible const TABLE: &$crate::words::Table = &$crate::words::Table {
                languages: [
                    (concat!($($english),*), &[$($crate::words::length($english)),*]),
                    (
                        concat!($($crate::last!($english $(, $welsh)?)),*),
                        &[$($crate::words::length($crate::last!($english $(, $welsh)?))),*],
                    ),
                ],
            };

            /// The words in a language.
            #[must_use]
            $visible fn say(self, lang: $crate::words::Lang) -> &'static str {
                Self::TABLE.text(lang, self as usize)
            }
        }
    };
}

/// The last one of one or two.
#[doc(hidden)]
#[macro_export]
macro_rules! last {
    ($one:literal) => {
        $one
    };
    ($one:literal, $other:literal) => {
        $other
    };
}
