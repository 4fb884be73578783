use crate::{fill, html, publication};
use anyhow::{Context, Result, bail};
use std::path::Path;

/// Makes one file of a page.
pub(crate) fn run(page: &Path, program: &Path, out: &Path) -> Result<()> {
    let text = publication::text(page)?;
    let file = fill::source(page, &text)?;
    let figures = publication::plain_figures(&file)?;
    let data = inline_data(&publication::text(&file)?);
    let text = html::with_figures(&text, &format!("{data}\n{figures}"))?;
    let text = without(&text, "<link rel=\"preload\"")?;
    let text = element_without_source(&text)?;
    let text = with_sheet(&text, page)?;
    let text = with_program(&text, &publication::text(program)?)?;
    std::fs::write(out, text).with_context(|| format!("{} cannot be written", out.display()))
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

fn with_sheet(page: &str, file: &Path) -> Result<String> {
    let link = html::tag(page, "<link rel=\"stylesheet\"")?;
    let sheet = html::attribute(page, &link, "href").context("the page's stylesheet needs a href")?;
    let sheet = publication::text(&file.parent().unwrap_or(Path::new("")).join(sheet))?;
    Ok(html::replaced(page, link, &format!("<style>\n{}</style>", closed(&sheet, "</style")?)))
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
