use crate::arguments::PageOptions;
use crate::html::Tag;
use crate::outcome::{Outcome, WrongUse};
use crate::{files, fill, html, plain};
use anyhow::{Context, Result, bail};
use kpi_core::ingest;
use std::path::Path;

/// A page that shows nothing but the publication.
const PAGE: &str = include_str!("page.html");
/// Its stylesheet: the demo's.
const SHEET: &str = include_str!("../../../www/page.css");

/// Makes one file of a page.
pub(crate) fn run(PageOptions { file, page, program, out }: &PageOptions) -> Result<Outcome> {
    let program = files::text(program)?;
    let made = match (file, page) {
        (Some(file), _) => of_publication(file, &program)?,
        (None, Some(page)) => of_page(page, &program)?,
        (None, None) => return Err(WrongUse::error("Name a publication, or a page with --page.".to_owned())),
    };
    files::write(out, made.as_bytes())?;
    Ok(Outcome::Fine)
}

/// A page that shows nothing but a publication.
fn of_publication(file: &Path, program: &str) -> Result<String> {
    let json = files::text(file)?;
    let figures = plain::of_file(file)?;
    let title = ingest::read(json.as_bytes()).dataset.map(|dataset| dataset.title).unwrap_or_default();
    alone(&title, &json, &figures, program)
}

/// The same of what is known of a publication.
pub(crate) fn alone(title: &str, json: &str, figures: &str, program: &str) -> Result<String> {
    whole(&PAGE.replace("TITLE", &html::escaped(title)), &Parts { json, figures, sheet: SHEET, program })
}

/// A page that somebody wrote, with everything inside.
fn of_page(page: &Path, program: &str) -> Result<String> {
    let text = files::text(page)?;
    let file = fill::source(page, &text)?;
    let sheet = sheet(&text)?.attribute("href").context("the page's stylesheet needs a href")?;
    let parts = Parts {
        json: &files::text(&file)?,
        figures: &plain::of_file(&file)?,
        sheet: &files::text(&page.parent().unwrap_or(Path::new("")).join(sheet))?,
        program,
    };
    whole(&text, &parts)
}

/// What is put into a page so that it fetches nothing.
pub(crate) struct Parts<'t> {
    pub(crate) json: &'t str,
    pub(crate) figures: &'t str,
    pub(crate) sheet: &'t str,
    pub(crate) program: &'t str,
}

fn sheet(page: &str) -> Result<Tag<'_>> {
    html::only(page, "link", "<link rel=\"stylesheet\">", |tag| tag.attribute("rel") == Some("stylesheet"))
}

pub(crate) fn whole(page: &str, parts: &Parts<'_>) -> Result<String> {
    let text = html::with_figures(page, &format!("{}\n{}", inline_data(parts.json), parts.figures))?;
    let is_preload: fn(&Tag<'_>) -> bool = |tag| tag.attribute("rel") == Some("preload");
    let preload = html::only(&text, "link", "<link rel=\"preload\">", is_preload)?.range;
    let text = html::replaced(&text, preload, "");
    let text = element_without_source(&text)?;
    let link = sheet(&text)?.range;
    let text = html::replaced(&text, link, &format!("<style>\n{}</style>", closed(parts.sheet, "</style")?));
    with_program(&text, parts.program)
}

/// The publication as a script that is no script. `<` cannot end it early when it is written as an escape.
fn inline_data(json: &str) -> String {
    format!("<script type=\"application/json\">{}</script>", json.trim().replace('<', "\\u003c"))
}

fn element_without_source(page: &str) -> Result<String> {
    let element = fill::element(page)?;
    let (Some(place), Some(source)) = (element.place_of("src"), element.attribute("src")) else {
        return Ok(page.to_owned());
    };
    // What links to the file is inside now, and leads nowhere.
    let link = format!("<a href=\"{source}\">");
    Ok(html::replaced(page, place, "").replace(&link, "<a>"))
}

/// The program at the end of the page: an inline script cannot wait for the page by itself.
fn with_program(page: &str, program: &str) -> Result<String> {
    let has_source: fn(&Tag<'_>) -> bool = |tag| tag.attribute("src").is_some();
    let mut script = html::only(page, "script", "<script src=\"...\">", has_source)?.range;
    if page.get(script.end..).is_some_and(|rest| rest.starts_with("</script>")) {
        script.end += "</script>".len();
    }
    let page = html::replaced(page, script, "");
    let page = page.replace("</body>", &format!("<script>{}</script>\n  </body>", closed(program, "</script")?));
    Ok(page)
}

/// A text that does not end the element it is put into.
fn closed<'t>(text: &'t str, end: &str) -> Result<&'t str> {
    if text.to_ascii_lowercase().contains(end) {
        bail!("what is put into the page must not contain {end}");
    }
    Ok(text)
}
