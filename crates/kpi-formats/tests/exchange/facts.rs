use crate::given::dataset;
use expect_test::expect;
use kpi_core::model::{Decimal, Mark, Marks, Missing, Period, Unit, UnitKind, Value};
use kpi_formats::document::{Choices, Document};
use kpi_formats::facts::{Fact, FactArea, FactCategory, FactDimension, FactIndicator, FactMeasure, Facts};

fn fact(area: u32, indicator: u32, measure: u16, cell: u32, period: &str, value: Value) -> Fact {
    let period = Period::parse(period).unwrap();
    Fact { area, indicator, measure, cell, period, value, marks: Marks::default(), limits: None, row: 0, column: 0 }
}

fn number(mantissa: i64, decimals: u8) -> Value {
    Value::Number(Decimal::new(mantissa, decimals))
}

fn area(code: &str, name: &str) -> FactArea {
    FactArea { code: code.to_owned(), name: name.to_owned(), level: None, region: None, other_code: None }
}

fn measure(id: &str, name: &str, kind: Option<UnitKind>) -> FactMeasure {
    let unit = kind.map(|kind| Unit { kind, decimals: None, total: None });
    FactMeasure { id: id.to_owned(), name: name.to_owned(), unit }
}

fn indicator(id: &str, name: &str, measures: Vec<FactMeasure>) -> FactIndicator {
    FactIndicator { id: id.to_owned(), name: name.to_owned(), topic: None, measures, notes: Vec::new() }
}

fn category(id: &str, name: &str, total: bool, parent: Option<u16>) -> FactCategory {
    FactCategory { id: id.to_owned(), name: name.to_owned(), total, parent }
}

fn facts() -> Facts {
    let ages = vec![
        category("T", "Total", true, None),
        category("0-4", "0 to 4", false, Some(0)),
        category("5+", "5 and over", false, Some(0)),
    ];
    Facts {
        form: "a table".to_owned(),
        title: Some("The file's title".to_owned()),
        source: Some("The source".to_owned()),
        notes: vec!["A note.".to_owned()],
        areas: vec![area("E06000046", "Isle of Wight"), area("previous", "A reserved word"), area("E06000046 ", "")],
        indicators: vec![
            indicator("Rate per 10,000", "", vec![measure("", "", Some(UnitKind::Rate { per: 10_000 }))]),
            indicator(
                "cases",
                "Cases",
                vec![measure("n", "Number", Some(UnitKind::Count)), measure("%", "Share of all", None)],
            ),
            indicator("none", "Never published", vec![measure("", "", None)]),
            indicator("cases", "Cases again", vec![measure("", "Cases", None)]),
        ],
        dimensions: vec![FactDimension { id: "age".to_owned(), name: "Age".to_owned(), categories: ages }],
        cells: vec![[0].into(), [2].into(), [1].into()],
        facts: vec![
            fact(1, 0, 0, 0, "2021", number(70, 1)),
            Fact { limits: Some((Decimal::new(65, 1), Decimal::new(8, 0))), ..fact(0, 0, 0, 0, "2021", number(70, 1)) },
            // A second fact for one place and time, and another below.
            fact(0, 0, 0, 0, "2021", number(99, 0)),
            Fact {
                marks: Marks::default().with(Mark::Revised),
                ..fact(0, 0, 0, 0, "2020", Value::Missing(Missing::Confidential))
            },
            fact(0, 0, 0, 0, "2020", number(98, 0)),
            fact(2, 1, 1, 1, "2021-03-31", number(5, 0)),
            fact(0, 1, 0, 2, "2021-03-31", number(4, 0)),
            fact(0, 2, 0, 0, "2020", Value::Missing(Missing::NotPublished)),
            fact(0, 3, 0, 0, "2020", number(0, 0)),
        ],
        ..Facts::default()
    }
}

#[test]
fn facts_become_a_publication() {
    let choices = Choices {
        focus: "E06000046".to_owned(),
        publisher: "Ayton Council".to_owned(),
        ids: vec![("Rate per 10,000".to_owned(), "rate".to_owned())],
        ..Choices::default()
    };
    let document = Document::from_facts(&facts(), &choices);
    expect![[r#"
        {
          "kpi": "1.0",
          "title": "The file's title",
          "publisher": { "name": "Ayton Council" },
          "notes": [
            "A note."
          ],
          "areas": [
            { "id": "E06000046", "name": "Isle of Wight", "role": "focus" },
            { "id": "previous-2", "name": "A reserved word" },
            { "id": "E06000046-2", "name": "E06000046 " }
          ],
          "topics": [
            { "id": "figures", "name": "Figures" }
          ],
          "indicators": [
            {
              "id": "rate",
              "topic": "figures",
              "name": "Rate per 10,000",
              "unit": { "kind": "rate", "per": 10000 },
              "polarity": "none",
              "source": { "name": "The source" },
              "periods": ["2020", "2021"],
              "series": [
                { "area": "E06000046", "values": ["c", 7.0], "lower": [null, 6.5], "upper": [null, 8], "status": { "2020": "r" } },
                { "area": "previous-2", "values": [null, 7.0] }
              ]
            },
            {
              "id": "cases",
              "topic": "figures",
              "name": "Cases",
              "polarity": "none",
              "source": { "name": "The source" },
              "periods": ["2021-03-31"],
              "measures": [
                { "id": "n", "name": "Number", "role": "value", "unit": { "kind": "count" } },
                {
                  "id": "Share-of-all",
                  "name": "Share of all",
                  "role": "value",
                  "unit": { "kind": "other", "label": "Share of all" }
                }
              ],
              "dimensions": [
                {
                  "id": "age",
                  "name": "Age",
                  "categories": [
                    { "id": "0-4", "name": "0 to 4" },
                    { "id": "5", "name": "5 and over" }
                  ]
                }
              ],
              "series": [
                { "area": "E06000046", "measure": "n", "at": { "age": "0-4" }, "values": [4] },
                { "area": "E06000046-2", "measure": "Share-of-all", "at": { "age": "5" }, "values": [5] }
              ]
            },
            {
              "id": "cases-2",
              "topic": "figures",
              "name": "Cases again",
              "unit": { "kind": "other", "label": "Cases" },
              "polarity": "none",
              "source": { "name": "The source" },
              "periods": ["2020"],
              "series": [
                { "area": "E06000046", "values": [0] }
              ]
            }
          ]
        }
    "#]].assert_eq(&document.print());
    assert_eq!(Document::from_facts(&facts(), &choices).print(), document.print());
    dataset(&document.print());
}
