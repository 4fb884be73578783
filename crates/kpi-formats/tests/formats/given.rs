use kpi_core::model::Value;
use kpi_formats::facts::{Fact, Facts};
use kpi_formats::tabular::{Input, Options, Read, read};
use std::fmt::Write as _;

/// Reads a file without anything beside it.
pub fn file(name: &str, text: &str) -> Read {
    with(name, text.as_bytes(), &Options::default())
}

pub fn with(name: &str, bytes: &[u8], options: &Options) -> Read {
    read(Input { name, bytes, metadata: None }, options)
}

/// Every fact on a line of its own.
pub fn facts(read: &Read) -> String {
    let Some(facts) = &read.facts else { return "nothing\n".to_owned() };
    facts.facts.iter().map(|fact| in_words(facts, fact) + "\n").collect()
}

/// `E06000046 2020-04-01/P1Y in-time: 91 [p] 80 to 95 (sex Total)`
pub fn in_words(facts: &Facts, fact: &Fact) -> String {
    let area = &facts.areas[fact.area as usize].code;
    let indicator = &facts.indicators[fact.indicator as usize];
    let measure = &indicator.measures[usize::from(fact.measure)].id;
    let mut text = format!("{area} {} {}", fact.period, indicator.id);
    if !measure.is_empty() {
        write!(text, " {measure}").unwrap();
    }
    write!(text, ": {}", value(fact.value)).unwrap();
    for mark in fact.marks.iter() {
        write!(text, " [{}]", mark.letter()).unwrap();
    }
    if let Some((lower, upper)) = fact.limits {
        write!(text, " {lower} to {upper}").unwrap();
    }
    let cell = &facts.cells[fact.cell as usize];
    assert_eq!(cell.len(), facts.dimensions.len());
    for (at, dimension) in cell.iter().zip(&facts.dimensions) {
        write!(text, " ({} {})", dimension.id, dimension.categories[usize::from(*at)].name).unwrap();
    }
    text
}

pub fn value(value: Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Missing(reason) => reason.symbol().to_owned(),
    }
}

/// Every problem on a line of its own.
pub fn told(read: &Read) -> String {
    read.problems.iter().map(|problem| format!("{problem}\n")).collect()
}

/// A file in the DfE's open data standard: England, a region and an authority over two years.
pub const STANDARD: &str = "\
time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,topic,sex,plans_count,plans_percent
2020,Reporting year,National,E92000001,England,,,,,,Plans,Total,4000,51.5
2020,Reporting year,National,E92000001,England,,,,,,Plans,Girls,1900,50
2021,Reporting year,Regional,E92000001,England,E12000008,South East,,,,Plans,Total,700,c
2021,Reporting year,Local authority,E92000001,England,E12000008,South East,921,Isle of Wight,E06000046,Plans,Total,low,z
2021,Reporting year,Local authority,E92000001,England,E12000008,South East,921,Isle of Wight,E06000046,Plans,Girls,,12.0
";

/// A tidy table as councils publish it.
pub const TIDY: &str = "\
area_code,area_name,period,indicator,measure,unit,value
E06000046,Isle of Wight,2017/18,Checked teeth,Percentage,Persons,95
E92000001,England,2017/18,Checked teeth,Percentage,Persons,88.5
E06000046,Isle of Wight,2018/19,Checked teeth,Percentage,Persons,
";

/// A tidy table as the ONS publishes it.
pub const ONS: &str = "\
areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes
K02000001,United Kingdom,Country,Low income,2021-04-01/P1Y,18.3828147,Percentage,%,18.1,18.6,,
E06000046,Isle of Wight,Local Authority District,Low income,2021-04-01/P1Y,20.5,Percentage,%,,,p,Rounded
E06000046,Isle of Wight,Local Authority District,Low income,2022-04-01/P1Y,,Percentage,%,,,[c],
";
