//! What the cases begin with: files, and what reading them gave as text.

use kpi_core::ingest::{self, Diagnostic, Ingest, Severity};
use kpi_core::model::{AreaIx, Dataset, Decimal, Indicator, MeasureIx, Period, SeriesKey, Unit, UnitKind, Value};
use kpi_core::query::{Cut, Query, View};
use kpi_core::view::{IndicatorModel, OverviewModel};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};
use std::fmt::Write;

/// The figures of the seed.
pub const DEMO: &str = include_str!("../../../../www/data/isle-of-wight-2020-21.kpi.json");

/// Three indicators, one line each.
pub const THREE: &str = r#"{ "kpi": "1.0", "title": "Three", "publisher": { "name": "Ayton Council" },
  "areas": [
    { "id": "A", "name": "Ayton", "role": "focus" },
    { "id": "B", "name": "Beeton" }
  ],
  "topics": [ { "id": "t", "name": "Topic" } ],
  "indicators": [
    { "id": "one", "topic": "t", "name": "One", "unit": { "kind": "percent" }, "periods": ["2020", "2021"], "series": [ { "area": "A", "values": [1, 2] } ] },
    { "id": "two", "topic": "t", "name": "Two", "unit": { "kind": "percent" }, "periods": ["2020", "2021"], "series": [ { "area": "A", "values": [3, 4] } ] },
    { "id": "six", "topic": "t", "name": "Six", "unit": { "kind": "percent" }, "periods": ["2020", "2021"], "series": [ { "area": "A", "values": [5, 6] }, { "area": "B", "values": [7, 8] } ] }
  ]
}
"#;

/// Everything that the format has and this version reads.
pub const EVERYTHING: &str = r#"{
  "$schema": "kpi.schema.json",
  "kpi": "1.0",
  "title": "Everything",
  "publisher": { "name": "Ayton Council", "url": "https://ayton.example" },
  "language": "en-GB",
  "licence": "Open Government Licence v3.0",
  "published": "2021-02-10",
  "modified": "2021-03-01",
  "notes": ["A note.", "Another."],
  "areas": [
    { "id": "B", "name": "Beeton" },
    { "id": "A", "name": "Ayton", "role": "focus" },
    { "id": "SN", "name": "Statistical neighbours", "method": "median", "model": "Ayton's ten", "year": 2020, "members": ["B", "C"] },
    { "id": "E", "name": "England" },
    { "id": "C", "name": "Ceeton" }
  ],
  "topics": [ { "id": "empty", "name": "Nothing yet" }, { "id": "t", "name": "Topic" } ],
  "indicators": [
    { "id": "symbols", "topic": "t", "name": "Symbols and marks", "unit": { "kind": "percent" }, "polarity": "higher",
      "definition": "What is counted.", "notes": ["Look here."],
      "source": { "name": "Source", "url": "http://source.example", "at": "page 7" },
      "target": { "2021-01-01/P3M": 75, "2020-04-01/P3M": 70 }, "tolerance": 0.5,
      "periods": ["2021-01-01/P3M", "2020-04-01/P3M", { "id": "2020-07-01/P3M", "label": "Summer" }, { "id": "2020-10-01/P3M" }],
      "series": [
        { "area": "A", "values": [70.0, "c", 71, 69.5],
          "lower": [65.5, null, 66, 64], "upper": { "2021-01-01/P3M": 74.5, "2020-07-01/P3M": 76, "2020-10-01/P3M": 75 },
          "previous": { "2020-10-01/P3M": [ { "value": 68, "published": "2021-03-31" }, { "value": "c" } ] },
          "status": { "2021-01-01/P3M": "pd", "2020-07-01/P3M": "b", "2020-10-01/P3M": "r" },
          "remarks": { "2020-10-01/P3M": "about" } },
        { "area": "B", "values": { "2021-01-01/P3M": 70, "2020-04-01/P3M": "x" } },
        { "area": "SN", "values": ["z", "low", "k", "u"] },
        { "area": "E", "values": [null, 1e1, 1.5e-1, -0.5], "status": { "2020-04-01/P3M": "u", "2020-07-01/P3M": "e", "2020-10-01/P3M": "f" } }
      ] },
    { "id": "money", "topic": "t", "name": "Money", "periods": ["2020-04-01/P1Y", "2019-04-01/P12M"],
      "measures": [
        { "id": "budget", "name": "Budget", "role": "budget", "unit": { "kind": "gbp", "scale": 1000 }, "target": 1150 },
        { "id": "outturn", "name": "Outturn", "role": "outturn", "unit": { "kind": "gbp", "scale": 1000 } },
        { "id": "share", "name": "Variance, %", "role": "percent", "unit": { "kind": "percent", "decimals": 1 } }
      ],
      "series": [
        { "area": "A", "measure": "budget", "values": [1200, 1000] },
        { "area": "A", "measure": "outturn", "values": [1190.5, 1010], "remarks": { "2020-04-01/P1Y": "over" }, "status": { "2020-04-01/P1Y": "f" } },
        { "area": "A", "measure": "share", "values": [-0.79, 1] },
        { "area": "B", "measure": "outturn", "values": [500, "c"] }
      ] },
    { "id": "ages", "name": "Children by age and sex", "unit": { "kind": "rate", "per": 10000, "decimals": 1 }, "polarity": "lower",
      "periods": ["2020-03-31", "2021-03-31"],
      "dimensions": [
        { "id": "age", "name": "Age", "categories": [ { "id": "0-4", "name": "0 to 4", "parent": "all" }, { "id": "5-17", "name": "5 to 17" }, { "id": "all", "name": "All ages", "total": true } ] },
        { "id": "sex", "name": "Sex", "categories": [ { "id": "f", "name": "Girls" }, { "id": "m", "name": "Boys" } ] }
      ],
      "series": [
        { "area": "A", "at": { "age": "0-4", "sex": "f" }, "values": [50, 51.04] },
        { "area": "A", "at": { "age": "all", "sex": "f" }, "values": [60, 60.04] },
        { "area": "A", "at": { "sex": "m" }, "values": [62, 61.26] },
        { "area": "E", "at": { "sex": "f" }, "values": [60, 60] }
      ] },
    { "id": "days", "topic": "t", "name": "Days", "keywords": ["time taken"], "unit": { "kind": "days" }, "periods": ["undated"], "series": [ { "area": "A", "values": [1] } ] },
    { "id": "score", "topic": "t", "name": "Score", "unit": { "kind": "score" }, "polarity": "none", "periods": ["2020"], "series": [ { "area": "A", "values": [3] } ] },
    { "id": "ratio", "topic": "t", "name": "Ratio", "unit": { "kind": "ratio" }, "periods": ["2020-02-01/P3M"], "series": [ { "area": "A", "values": [16.900000000] } ] },
    { "id": "visits", "topic": "t", "name": "Visits", "unit": { "kind": "other", "label": "visits" }, "periods": ["2020-09-01/P1Y"], "series": [ { "area": "A", "values": [1234567] } ] },
    { "id": "count", "topic": "t", "name": "Count", "unit": { "kind": "count" }, "periods": ["2020-12-01/P1M"], "series": [ { "area": "A", "values": [0] } ] }
  ]
}
"#;

/// So many authorities beside the focus with a figure each, a district, a region, a country and a group; two of the authorities
/// have a symbol.
pub fn many_areas(count: usize) -> String {
    let mut areas = String::new();
    let mut series = String::new();
    for number in 0..count {
        let kind = ["E06", "E08", "E09", "E10"][number % 4];
        let value = match number {
            3 => "\"c\"".to_owned(),
            5 => "null".to_owned(),
            _ => (40 + number * 37 % 90).to_string(),
        };
        write!(areas, r#"{{ "id": "{kind}{number:06}", "name": "Area {number}" }}, "#).unwrap();
        write!(series, r#"{{ "area": "{kind}{number:06}", "values": [{value}] }}, "#).unwrap();
    }
    format!(
        r#"{{ "kpi": "1.0", "title": "Many", "publisher": {{ "name": "Isle of Wight Council" }},
  "areas": [ {{ "id": "E06900046", "name": "Isle of Wight", "role": "focus" }},
    {{ "id": "SN", "name": "Statistical neighbours", "method": "median", "members": ["E06000000", "E08000001", "E09000002"] }},
    {areas}{{ "id": "E07000001", "name": "A district" }}, {{ "id": "E12000008", "name": "South East" }},
    {{ "id": "E92000001", "name": "England" }} ],
  "topics": [ {{ "id": "t", "name": "Topic" }} ],
  "indicators": [ {{ "id": "rate", "topic": "t", "name": "Rate", "unit": {{ "kind": "rate", "per": 10000 }}, "polarity": "lower",
    "periods": ["2020"], "series": [ {series}{{ "area": "E06900046", "values": [107], "lower": [95], "upper": [120] }},
      {{ "area": "E07000001", "values": [1] }}, {{ "area": "E12000008", "values": [53] }},
      {{ "area": "E92000001", "values": [67] }} ] }} ] }}"#
    )
}

pub fn read(text: impl AsRef<[u8]>) -> Ingest {
    ingest::read(text.as_ref())
}

/// A file without a fault.
pub fn dataset(text: &str) -> Dataset {
    let ingest = read(text);
    assert_eq!(told(&ingest.diagnostics), "");
    ingest.dataset.unwrap()
}

pub fn demo() -> Dataset {
    dataset(DEMO)
}

/// The text with the first occurrence of something replaced; the something has to be there.
pub fn with(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from} is not in the file");
    text.replacen(from, to, 1)
}

/// Diagnostics, one a line: severity, line:column, path, what.
pub fn told(diagnostics: &[Diagnostic]) -> String {
    let mut told = String::new();
    for found in diagnostics {
        let severity = match found.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let path = if found.path.is_empty() { "-" } else { &found.path };
        writeln!(told, "{severity} {}:{} {path} {}", found.line, found.column, found.what()).unwrap();
    }
    told
}

/// All figures of all indicators, one indicator after the other: its id, and each series with its values.
pub fn figures(dataset: &Dataset) -> Vec<(String, String)> {
    dataset.indicators.iter().map(|indicator| (indicator.id.clone(), series(dataset, indicator))).collect()
}

fn series(dataset: &Dataset, indicator: &Indicator) -> String {
    let periods: Vec<String> = indicator.periods.iter().map(|named| named.period.to_string()).collect();
    let mut text = format!("{}\n", periods.join(" "));
    for key in indicator.cube.keys() {
        let SeriesKey { area, measure, cell } = *key;
        let area = &dataset.area(area).unwrap().id;
        let measure = &indicator.measure(measure).unwrap().id;
        write!(text, "  {area} {measure}{}{cell}:", if measure.is_empty() { "" } else { " " }).unwrap();
        for figure in indicator.cube.row(*key).unwrap().figures() {
            let remark = figure.remark.map(|remark| format!("{remark} ")).unwrap_or_default();
            let value = match figure.value {
                Value::Number(number) => number.to_string(),
                Value::Missing(missing) => missing.symbol().to_owned(),
            };
            let marks: String = figure.marks.iter().map(|mark| format!("[{}]", mark.letter())).collect();
            let limits = figure.limits.map(|limits| format!("({}-{})", limits.lower, limits.upper)).unwrap_or_default();
            write!(text, " {remark}{value}{limits}{marks}").unwrap();
            for earlier in figure.earlier {
                let published = earlier.published.map(|date| format!("@{date}")).unwrap_or_default();
                match earlier.value {
                    Value::Number(number) => write!(text, "<-{number}{published}").unwrap(),
                    Value::Missing(missing) => write!(text, "<-{}{published}", missing.symbol()).unwrap(),
                }
            }
        }
        text.push('\n');
    }
    text
}

pub fn kept(ingest: &Ingest) -> Vec<String> {
    let indicators = ingest.dataset.as_ref().map(|dataset| dataset.indicators.as_slice()).unwrap_or_default();
    indicators.iter().map(|indicator| indicator.id.clone()).collect()
}

pub fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap().number
}

pub fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

pub fn unit(kind: UnitKind) -> Unit {
    Unit { kind, decimals: None, total: None }
}

/// Makes every model that a reader can ask for at first, at every period; nothing may panic.
pub fn look_at(dataset: &Dataset) {
    let initial = Query::initial(dataset);
    let periods = dataset.filter_periods.iter().copied().map(Some).chain([None]);
    for period in periods.take(5) {
        let query = Query { period, ..initial.clone() };
        let _ = OverviewModel::new(dataset, &query);
        for (ix, indicator) in dataset.indexed_indicators().take(50) {
            for measure in (0..indicator.measures.len()).take(5) {
                let measure = MeasureIx(u16::try_from(measure).unwrap());
                let query =
                    Query { view: View::Indicator { indicator: ix, measure, cut: Cut::default() }, ..query.clone() };
                let _ = IndicatorModel::new(dataset, &query, ix, measure);
            }
        }
    }
}

/// Every choice of comparators, with and without the period before.
pub fn comparator_choices(dataset: &Dataset) -> Vec<(bool, Vec<AreaIx>)> {
    let areas: Vec<AreaIx> = dataset.comparators().map(|(ix, _)| ix).collect();
    let subset = |bits: usize| (0..areas.len()).filter(|at| bits & (1 << at) != 0).map(|at| areas[at]).collect();
    (0..1 << areas.len()).flat_map(|bits| [(false, subset(bits)), (true, subset(bits))]).collect()
}

/// A property: the same cases on every run.
pub fn holds<S: Strategy>(cases: u32, strategy: S, property: impl Fn(S::Value) -> TestCaseResult) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    if let Err(error) = TestRunner::new_with_rng(config, rng).run(&strategy, property) {
        panic!("{error}");
    }
}
