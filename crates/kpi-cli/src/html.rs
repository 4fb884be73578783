//! The few places of a page that are filled in. The page stays a page that people write: it is not parsed, only
//! looked through for what has to be there exactly once.

use anyhow::{Context, Result, bail};
use std::ops::Range;

/// Where the plain figures stand.
pub(crate) const BEGIN: &str = "<!-- figures -->";
/// Where they end.
pub(crate) const END: &str = "<!-- /figures -->";

/// The page with other plain figures between its two comments.
pub(crate) fn with_figures(page: &str, figures: &str) -> Result<String> {
    let inner = between(page, BEGIN, END)?;
    Ok(replaced(page, inner, &format!("\n{figures}\n")))
}

/// The beginning of an element: `<kpi-explorer src="...">`.
pub(crate) struct Tag<'p> {
    /// Where it stands.
    pub(crate) range: Range<usize>,
    attributes: Vec<Attribute<'p>>,
}

struct Attribute<'p> {
    /// With the space before it.
    range: Range<usize>,
    name: &'p str,
    value: &'p str,
}

impl<'p> Tag<'p> {
    pub(crate) fn attribute(&self, name: &str) -> Option<&'p str> {
        Some(self.find(name)?.value)
    }

    /// Where an attribute stands in the page, with the space before it.
    pub(crate) fn place_of(&self, name: &str) -> Option<Range<usize>> {
        Some(self.find(name)?.range.clone())
    }

    fn find(&self, name: &str) -> Option<&Attribute<'p>> {
        self.attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name))
    }
}

/// The only tag of this name of which something is true; `shown` says to people what it is. What stands in a comment is
/// not looked at.
pub(crate) fn only<'p>(page: &'p str, name: &str, shown: &str, is_meant: fn(&Tag<'_>) -> bool) -> Result<Tag<'p>> {
    let mut found: Vec<Tag<'p>> = Vec::new();
    let mut at = 0;
    while let Some(start) = page.get(at..).and_then(|rest| rest.find('<')).map(|length| at + length) {
        let rest = page.get(start..).unwrap_or_default();
        if rest.starts_with("<!--") {
            let length = rest.find("-->").map_or(rest.len(), |length| length + 3);
            at = start + length;
            continue;
        }
        at = start + 1;
        if let Some(tag) = tag(page, start, name)? {
            at = tag.range.end;
            found.extend(Some(tag).filter(is_meant));
        }
    }
    match (found.pop(), found.len()) {
        (Some(tag), 0) => Ok(tag),
        (None, _) => bail!("the page has no {shown}, and needs exactly one"),
        (Some(_), more) => bail!("the page has {} times {shown}, and needs exactly one", more + 1),
    }
}

/// The tag of this name that begins at a place, if one does.
fn tag<'p>(page: &'p str, start: usize, name: &str) -> Result<Option<Tag<'p>>> {
    let mut at = start + 1 + name.len();
    let is_name = page.get(start + 1..at).is_some_and(|found| found.eq_ignore_ascii_case(name));
    let ends = |letter: char| letter.is_ascii_whitespace() || matches!(letter, '>' | '/');
    if !is_name || !page.get(at..).is_some_and(|rest| rest.starts_with(ends)) {
        return Ok(None);
    }
    let mut attributes = Vec::new();
    loop {
        let rest = page.get(at..).unwrap_or_default();
        let inner = rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
        if inner.is_empty() {
            bail!("<{name} has no end");
        }
        if inner.starts_with('>') {
            let end = at + (rest.len() - inner.len()) + 1;
            return Ok(Some(Tag { range: start..end, attributes }));
        }
        let (name, value, left) = attribute(inner).with_context(|| format!("an attribute of <{name} has no end"))?;
        let end = at + (rest.len() - left.len());
        attributes.push(Attribute { range: at..end, name, value });
        at = end;
    }
}

/// The name and the value of the attribute that a text begins with, and what stands behind it.
fn attribute(text: &str) -> Option<(&str, &str, &str)> {
    let space = |letter: char| letter.is_ascii_whitespace();
    let ends = |letter: char| space(letter) || matches!(letter, '=' | '>' | '/');
    // A name has one letter at least, whatever it is.
    let first = text.chars().next()?.len_utf8();
    let length = text.get(first..)?.find(ends).map_or(text.len(), |length| first + length);
    let (name, rest) = text.split_at_checked(length)?;
    let Some(value) = rest.trim_start_matches(space).strip_prefix('=').map(|value| value.trim_start_matches(space))
    else {
        return Some((name, "", rest));
    };
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            let (value, rest) = quoted.split_once(quote)?;
            return Some((name, value, rest));
        }
    }
    let length = value.find(|letter: char| space(letter) || letter == '>').unwrap_or(value.len());
    let (value, rest) = value.split_at_checked(length)?;
    Some((name, value, rest))
}

pub(crate) fn replaced(page: &str, range: Range<usize>, text: &str) -> String {
    let mut page = page.to_owned();
    page.replace_range(range, text);
    page
}

fn between(page: &str, begin: &str, end: &str) -> Result<Range<usize>> {
    let missing = || format!("the page needs {begin} and {end} around the place of the plain figures");
    let start = page.find(begin).with_context(missing)? + begin.len();
    let length = page.get(start..).and_then(|rest| rest.find(end)).with_context(missing)?;
    Ok(start..start + length)
}

pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
