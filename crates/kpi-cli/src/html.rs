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

/// The only tag that begins so: `<kpi-explorer src="...">`.
pub(crate) fn tag(page: &str, begins: &str) -> Result<Range<usize>> {
    let mut found = page.match_indices(begins);
    let (Some((start, _)), None) = (found.next(), found.next()) else {
        bail!("the page needs exactly one {begins} ...>");
    };
    let rest = page.get(start..).unwrap_or_default();
    let length = rest.find('>').with_context(|| format!("{begins} has no end"))?;
    Ok(start..start + length + 1)
}

/// The value of a tag's attribute, in double quotation marks.
pub(crate) fn attribute<'p>(page: &'p str, tag: &Range<usize>, name: &str) -> Option<&'p str> {
    let (_, rest) = page.get(tag.clone())?.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0)
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
