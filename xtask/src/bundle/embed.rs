//! The lines to paste: the demo's element with its plain tables, as they stand in index.html. Of their own figures
//! publishers get the same from `kpi build`.

use anyhow::{Context, Result};

use super::write_if_changed;
use crate::project::Project;

const EMBED: &str = "pkg/embed.html";
const NOTE: &str = "\
<!-- Upload kpi-explorer.js and kpi.json beside the page; paste all of this. docs/embedding.md says what else there is. -->
<script src=\"kpi-explorer.js\" defer></script>
";

pub fn write(project: &Project) -> Result<()> {
    let lines = lines(&project.read("index.html")?).context("index.html has no <kpi-explorer src=\"...\">")?;
    write_if_changed(&project.root.join(EMBED), &lines)
}

/// The element of a page, with the file's address as it is after uploading.
fn lines(page: &str) -> Option<String> {
    const END: &str = "</kpi-explorer>";
    let (_, element) = page.split_once("<kpi-explorer src=\"")?;
    let (source, rest) = element.split_once('"')?;
    let (content, _) = rest.split_once(END)?;
    let content = content.replace(source, "kpi.json");
    Some(format!("{NOTE}<kpi-explorer src=\"kpi.json\"{content}{END}\n"))
}

#[cfg(test)]
mod tests {
    use super::{NOTE, lines};

    #[test]
    fn the_element_is_taken_out_of_the_page() {
        let check = |page: &str, expect: Option<&str>| {
            assert_eq!(lines(page), expect.map(|expect| format!("{NOTE}{expect}\n")), "{page}");
        };
        check(
            "<main><kpi-explorer src=\"www/a.json\" id=\"x\"><a href=\"www/a.json\">a</a></kpi-explorer></main>",
            Some("<kpi-explorer src=\"kpi.json\" id=\"x\"><a href=\"kpi.json\">a</a></kpi-explorer>"),
        );
        check("<main></main>", None);
        check("<kpi-explorer src=\"a\">", None);
    }
}
