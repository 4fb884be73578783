//! Figures in a workbook, as an officer keeps them.

use crate::support::{contains, folder, read, run, write};
use std::io::Write;
use std::path::Path;
use zip::write::SimpleFileOptions;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A workbook with a sheet of notes and a sheet of figures; the cells of a row are divided by bars.
fn workbook(file: &Path, rows: &[&str]) {
    let cell = |text: &str| match text.parse::<f64>() {
        Ok(_) => format!("<c><v>{text}</v></c>"),
        Err(_) => format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
    };
    let sheet = |rows: &[&str]| {
        let row = |row: &&str| format!("<row>{}</row>", row.split('|').map(cell).collect::<String>());
        let rows: String = rows.iter().map(row).collect();
        format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>")
    };
    let link = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let links = |links: &str| format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{links}</Relationships>");
    let sheets = "<sheet name=\"Notes\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"Data\" sheetId=\"2\" r:id=\"r2\"/>";
    let parts = [
        ("_rels/.rels", links(&link("r1", "officeDocument", "xl/workbook.xml"))),
        (
            "xl/workbook.xml",
            format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            links(
                &(link("r1", "worksheet", "worksheets/sheet1.xml") + &link("r2", "worksheet", "worksheets/sheet2.xml")),
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet(&["Nothing here"])),
        ("xl/worksheets/sheet2.xml", sheet(rows)),
    ];
    let mut zip = zip::ZipWriter::new(std::fs::File::create(file).unwrap());
    for (name, text) in parts {
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
}

#[test]
fn a_sheet_is_checked_converted_and_built() {
    let folder = folder("workbook");
    let rows = [
        "area_code|area_name|period|indicator|unit|value",
        "E06000046|Isle of Wight|2020 Q3|Visits in time|%|91.5",
        "E92000001|England|2020 Q3|Visits in time|%|c",
        "E06000046|Isle of Wight|2020 Q4|Visits in time|%|90",
    ];
    workbook(&folder.join("returns.xlsx"), &rows);
    contains(&run(&folder, &["check", "returns.xlsx", "--sheet", "Figures"], 1), &["no sheet \"Figures\"", "\"Data\""]);
    let quarters = "quarters of the financial year";
    let options = ["--sheet", "Data", "--focus", "E06000046", "--publisher", "Example", "--period", quarters];
    run(&folder, &[&["convert", "returns.xlsx", "kpi.json"][..], &options].concat(), 0);
    contains(&read(&folder.join("kpi.json")), &["[\"2020-10-01/P3M\", \"2021-01-01/P3M\"]", "[91.5, 90]"]);
    let recipe = r#"title = "Visits"
publisher = { name = "Example" }
areas = { focus = "E06000046", compare = ["E92000001"] }
files = { own = { path = "returns.xlsx", sheet = "Data" } }
topics = [{ id = "t", name = "Timely" }]
indicators = [{ id = "visits", name = "Visits in time", topic = "t", file = "own", column = "Visits in time", unit = "percent", period = "WORDS" }]
"#;
    write(&folder.join("publication.toml"), &recipe.replace("WORDS", quarters));
    run(&folder, &["build", "publication.toml", "--data-only", "--out", "out"], 0);
    contains(&read(&folder.join("out/kpi.json")), &["[91.5, 90]", "[\"c\", null]"]);
}
