//! Workbooks, made here: the parts that every writer writes, and no more.

use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An .xlsx workbook; a sheet is its name and what stands in `sheetData`. Style 1 is per cent, 2 a date, 3 `0.0"%"`.
pub fn xlsx(sheets: &[(&str, &str)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let list: String = (1..)
        .zip(sheets)
        .map(|(at, (name, _))| format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>"))
        .collect();
    let relations: String = (1..=sheets.len())
        .map(|at| {
            format!("<Relationship Id=\"rId{at}\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>")
        })
        .collect();
    let package = "http://schemas.openxmlformats.org/package/2006";
    let mut parts = vec![
        (
            "[Content_Types].xml".to_owned(),
            format!(
                "<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATION}\"><sheets>{list}</sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships xmlns=\"{package}/relationships\">{relations}</Relationships>"),
        ),
        (
            "xl/styles.xml".to_owned(),
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.0&quot;%&quot;\"/></numFmts>\
                 <cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
            ),
        ),
    ];
    for (at, (_, rows)) in (1..).zip(sheets) {
        parts.push((
            format!("xl/worksheets/sheet{at}.xml"),
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"),
        ));
    }
    pack(&parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
}

/// A row of an .xlsx sheet; a cell is a text, or XML from `<v>` on behind its attributes (`s="1"|<v>0.45</v>`).
pub fn row(number: usize, cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .zip('A'..)
        .map(|(cell, letter)| match cell.split_once('|') {
            Some((attributes, value)) => format!("<c r=\"{letter}{number}\" {attributes}>{value}</c>"),
            None if cell.is_empty() => String::new(),
            None => format!("<c r=\"{letter}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
        })
        .collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

/// An .ods spreadsheet; a sheet is its name and its rows.
pub fn ods(sheets: &[(&str, &str)]) -> Vec<u8> {
    let tables: String =
        sheets.iter().map(|(name, rows)| format!("<table:table table:name=\"{name}\">{rows}</table:table>")).collect();
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    pack(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

/// Makes the archive's directory say another size of the part with this name.
pub fn with_size(mut book: Vec<u8>, name: &str, size: u32) -> Vec<u8> {
    let name = name.as_bytes();
    // In the directory the size stands 24 bytes behind the beginning of an entry, and the name 46.
    let starts = |at: usize| book[at..].starts_with(b"PK\x01\x02") && book[at + 46..].starts_with(name);
    let entry = (0..book.len() - 46).find(|at| starts(*at)).unwrap();
    book[entry + 24..entry + 28].copy_from_slice(&size.to_le_bytes());
    book
}

/// A row of an .ods sheet; a cell is a text, or attributes and what stands within.
pub fn ods_row(cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|cell| match cell.split_once('|') {
            Some((attributes, within)) => format!("<table:table-cell {attributes}>{within}</table:table-cell>"),
            None => {
                format!("<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>")
            }
        })
        .collect();
    format!("<table:table-row>{cells}</table:table-row>")
}
