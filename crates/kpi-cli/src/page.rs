use crate::arguments::PageOptions;
use crate::outcome::Outcome;
use crate::{files, fill, html, plain};
use anyhow::{Context, Result, bail};
use std::path::Path;

/// Makes one file of a page.
pub(crate) fn run(PageOptions { page, program, out }: &PageOptions) -> Result<Outcome> {
    let text = files::text(page)?;
    let file = fill::source(page, &text)?;
    let link = html::tag(&text, SHEET)?;
    let sheet = html::attribute(&text, &link, "href").context("the page's stylesheet needs a href")?;
    let parts = Parts {
        json: &files::text(&file)?,
        figures: &plain::of_file(&file)?,
        sheet: &files::text(&page.parent().unwrap_or(Path::new("")).join(sheet))?,
        program: &files::text(program)?,
    };
    files::write(out, whole(&text, &parts)?.as_bytes())?;
    Ok(Outcome::Fine)
}

/// What is put into a page so that it fetches nothing.
pub(crate) struct Parts<'t> {
    pub(crate) json: &'t str,
    pub(crate) figures: &'t str,
    pub(crate) sheet: &'t str,
    pub(crate) program: &'t str,
}

const SHEET: &str = "<link rel=\"stylesheet\"";

pub(crate) fn whole(page: &str, parts: &Parts<'_>) -> Result<String> {
    let text = html::with_figures(page, &format!("{}\n{}", inline_data(parts.json), parts.figures))?;
    let text = without(&text, "<link rel=\"preload\"")?;
    let text = element_without_source(&text)?;
    let link = html::tag(&text, SHEET)?;
    let text = html::replaced(&text, link, &format!("<style>\n{}</style>", closed(parts.sheet, "</style")?));
    with_program(&text, parts.program)
}

/// The publication as a script that is no script. `<` cannot end it early when it is written as an escape.
fn inline_data(json: &str) -> String {
    format!("<script type=\"application/json\">{}</script>", json.trim().replace('<', "\\u003c"))
}

fn element_without_source(page: &str) -> Result<String> {
    let element = html::tag(page, "<kpi-explorer ")?;
    let source = html::attribute(page, &element, "src").map(|source| format!(" src=\"{source}\""));
    let tag = page.get(element.clone()).unwrap_or_default().replace(&source.unwrap_or_default(), "");
    Ok(html::replaced(page, element, &tag))
}

/// The program at the end of the page: an inline script cannot wait for the page by itself.
fn with_program(page: &str, program: &str) -> Result<String> {
    let page = without(page, "<script src=")?;
    let page = page.replace("</body>", &format!("<script>{}</script>\n  </body>", closed(program, "</script")?));
    Ok(page)
}

fn without(page: &str, begins: &str) -> Result<String> {
    let mut range = html::tag(page, begins)?;
    if page.get(range.end..).is_some_and(|rest| rest.starts_with("</script>")) {
        range.end += "</script>".len();
    }
    Ok(html::replaced(page, range, ""))
}

/// A text that does not end the element it is put into.
fn closed<'t>(text: &'t str, end: &str) -> Result<&'t str> {
    if text.to_ascii_lowercase().contains(end) {
        bail!("what is put into the page must not contain {end}");
    }
    Ok(text)
}
