//! Reads tables back from the page's HTML, as far as the page itself writes it.

pub(crate) struct Table {
    pub(crate) caption: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// The first cell whose row and column have such headings.
    pub(crate) fn cell(&self, row: impl Fn(&str) -> bool, column: impl Fn(&str) -> bool) -> Option<&str> {
        let row = self.rows.iter().find(|cells| row(&cells[0]))?;
        let column = self.columns.iter().skip(1).position(|heading| column(heading))? + 1;
        Some(&row[column])
    }
}

/// Every table that has a caption.
pub(crate) fn tables(html: &str) -> Vec<Table> {
    let parts = html.split("<table").skip(1).filter_map(|part| part.split("</table>").next());
    parts.filter(|part| part.contains("<caption")).map(table).collect()
}

fn table(html: &str) -> Table {
    let caption = words(html.split_once("<caption>").unwrap().1.split("</caption>").next().unwrap());
    let mut rows = html.split("<tr").skip(1).map(|row| {
        let row = row.split("</tr>").next().unwrap();
        // Headings and cells in their order.
        row.split("<t").skip(1).filter_map(|cell| Some(words(cell.split_once('>')?.1.split("</t").next()?))).collect()
    });
    let columns = rows.next().unwrap();
    Table { caption, columns, rows: rows.collect() }
}

/// The text without what is for listeners alone and without tags.
fn words(html: &str) -> String {
    let seen = html.split("<span class=\"hidden\"").next().unwrap();
    let mut text = String::new();
    let mut in_tag = false;
    for letter in seen.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => in_tag = false,
            letter if !in_tag => text.push(letter),
            _ => {}
        }
    }
    text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").trim().to_owned()
}
