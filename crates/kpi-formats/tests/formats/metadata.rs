use crate::given::{STANDARD, facts, told};
use expect_test::expect;
use kpi_core::model::{Unit, UnitKind};
use kpi_formats::tabular::{Input, Options, Read, read};

fn with_metadata(name: &str, text: &str, metadata: &str) -> Read {
    read(Input { name, bytes: text.as_bytes(), metadata: Some(metadata.as_bytes()) }, &Options::default())
}

const CSVW: &str = r#"{
  "@context": "http://www.w3.org/ns/csvw", "url": "plans.csv",
  "dc:title": { "en": "Plans in the county" }, "dc:publisher": { "schema:name": "Ayton Council" },
  "dc:description": "Counted on one day.",
  "dialect": { "delimiter": ";" }, "null": "-",
  "tableSchema": { "columns": [
    { "name": "wh", "titles": "where", "propertyUrl": "http://purl.org/linked-data/sdmx/2009/dimension#refArea" },
    { "name": "when", "titles": ["when"], "propertyUrl": "http://purl.org/linked-data/sdmx/2009/dimension#refPeriod" },
    { "name": "obs_value", "titles": "how many", "datatype": "integer" },
    { "name": "age", "titles": ["ag", "Age in years"], "datatype": "string" } ] } }"#;

#[test]
fn csvw_says_what_columns_are() {
    let text = "where;when;how many;ag\nE1;2021-03-31;5;1\nE1;2021-03-31;-;2\n";
    let read = with_metadata("plans.csv", text, CSVW);
    assert_eq!(told(&read), "");
    expect![[r#"
        E1 2021-03-31 plans: 5 (ag 1)
        E1 2021-03-31 plans: – (ag 2)
    "#]]
    .assert_eq(&facts(&read));
    let facts = read.facts.unwrap();
    assert_eq!((facts.title.as_deref(), facts.source.as_deref()), (Some("Plans in the county"), Some("Ayton Council")));
    assert_eq!(facts.notes, ["Counted on one day."]);
    assert_eq!(facts.dimensions[0].name, "Age in years");
    assert_eq!(facts.indicators[0].name, "Plans in the county");
}

#[test]
fn csvw_describes_one_of_several_tables() {
    let tables = |url: &str| {
        format!(
            "{{\"tables\": [{}, {{\"url\": \"other.csv\", \"tableSchema\": {{\"columns\": []}}}}]}}",
            CSVW.replace("plans.csv", url)
        )
    };
    let text = "where;when;how many\nE1;2021-03-31;5\n";
    assert_eq!(
        facts(&with_metadata("data/plans.csv", text, &tables("http://ayton.example/plans.csv"))),
        "E1 2021-03-31 plans: 5\n"
    );
    let read = with_metadata("plans.csv", text, &tables("third.csv"));
    assert!(
        told(&read).contains("The metadata beside the file cannot be read (it describes other tables)"),
        "{}",
        told(&read)
    );
}

#[test]
fn csvw_keeps_numbers_that_are_words() {
    let text = STANDARD.replace("sex", "age").replace("Total", "5").replace("Girls", "6");
    let json = r#"{"tableSchema": {"columns": [{"titles": "age", "datatype": {"base": "string"}}, {"name": "plans_count", "titles": ["plans_count", "Number of plans"], "dc:description": "Open plans."}]}}"#;
    let read = with_metadata("plans.csv", &text, json);
    let facts = read.facts.unwrap();
    assert_eq!(facts.dimensions[0].id, "age");
    assert_eq!(
        (facts.indicators[0].id.as_str(), facts.indicators[0].name.as_str()),
        ("plans_count", "Number of plans")
    );
    assert_eq!(facts.indicators[0].notes, ["Open plans."]);
}

#[test]
fn the_dfes_own_metadata_is_read() {
    let text = STANDARD.replace("sex", "age").replace("Total", "5").replace("Girls", "6");
    let metadata = "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column\n\
                    age,Filter,Age of child,,,,,\nplans_percent,Indicator,Children with a plan,,%,1,,\n";
    let read = with_metadata("plans.csv", &text, metadata);
    assert_eq!(told(&read), "");
    let facts = read.facts.unwrap();
    assert_eq!((facts.dimensions[0].id.as_str(), facts.dimensions[0].name.as_str()), ("age", "Age of child"));
    let percent = &facts.indicators[1];
    assert_eq!(percent.name, "Children with a plan");
    assert_eq!(percent.measures[0].unit, Some(Unit { kind: UnitKind::Percent, decimals: Some(1), total: None }));
}

#[test]
fn metadata_that_cannot_be_read_spoils_nothing() {
    for metadata in ["{", "{}", "[]", "a,b\n1,2\n", ""] {
        let read = with_metadata("plans.csv", STANDARD, metadata);
        assert_eq!(read.facts.as_ref().unwrap().facts.len(), 10);
        assert!(told(&read).starts_with("plans.csv: The metadata beside the file cannot be read ("), "{}", told(&read));
    }
}
