//! Whether the example's publication is what the Department for Education published, to the last digit.
//!
//! Nothing of the tool takes part but what it wrote: CSV files are read here cell by cell, numbers are compared as text,
//! and means, medians and rates are reckoned with fractions. The extract in `fixtures/dfe` has the rows of the example's
//! areas; `KPI_DFE=FOLDER cargo test -p kpi-cli -- --ignored` goes through the whole files.

use crate::support::{folder, read, run};
use kpi_core::ingest;
use kpi_core::model::{Dataset, Decimal, MeasureIx, Method, Value};
use kpi_core::query::{Query, Sight};
use serde_json::Value as Json;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const CIN: &str = "b1_children_in_need_2013_to_2025.csv";
const REFERRALS: &str = "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv";
const CLA: &str = "cla_number_and_rate_per_10k_children.csv";
const WORKFORCE: &str = "csww_indicators_2017_to_2025.csv";
const NEIGHBOURS: &str = "New_Statistical_Neighbour_Groupings_April_2021.csv";
const ON: &str = "Children looked after on 31 March each year";
const STARTING: &str = "Children starting to be looked after each year";
const CEASING: &str = "Children ceasing to be looked after each year";

/// How a year is written in the publication.
type Period = fn(i32) -> String;
const MARCH: Period = |year| format!("{year}-03-31");
const SEPTEMBER: Period = |year| format!("{year}-09-30");
const FINANCIAL: Period = |year| format!("{}-04-01/P1Y", year - 1);
const TO_SEPTEMBER: Period = |year| format!("{}-10-01/P1Y", year - 1);

/// The indicator, its file, its column, the population type of its rows, and how its years are written.
const PUBLISHED: [(&str, &str, &str, &str, Period); 20] = [
    ("cla-31-march-rate", CLA, "rate_per_10000", ON, MARCH),
    ("cla-31-march", CLA, "children_count", ON, MARCH),
    ("cla-starting-rate", CLA, "rate_per_10000", STARTING, FINANCIAL),
    ("cla-starting", CLA, "children_count", STARTING, FINANCIAL),
    ("cla-ceasing-rate", CLA, "rate_per_10000", CEASING, FINANCIAL),
    ("cla-ceasing", CLA, "children_count", CEASING, FINANCIAL),
    ("cin-31-march", CIN, "At31_episodes", "", MARCH),
    ("cin-any-point", CIN, "Anypoint_child", "", FINANCIAL),
    ("cin-started", CIN, "Started_child", "", FINANCIAL),
    ("cin-ended", CIN, "Ended_child", "", FINANCIAL),
    ("referrals", REFERRALS, "referral_count", "", FINANCIAL),
    ("rereferrals", REFERRALS, "rereferral_percent", "", FINANCIAL),
    ("no-further-action", REFERRALS, "no_further_action_percent", "", FINANCIAL),
    ("not-in-need", REFERRALS, "not_in_need_percent", "", FINANCIAL),
    ("vacancy-rate", WORKFORCE, "vacancy_rate_fte", "", SEPTEMBER),
    ("agency-rate", WORKFORCE, "agency_rate_fte", "", SEPTEMBER),
    ("turnover-rate", WORKFORCE, "turnover_rate_fte", "", TO_SEPTEMBER),
    ("absence-rate", WORKFORCE, "absence_rate_fte", "", TO_SEPTEMBER),
    ("caseload", WORKFORCE, "caseload_fte", "", SEPTEMBER),
    ("in-post", WORKFORCE, "inpost_fte", "", SEPTEMBER),
];

/// The indicator, its numerator, and how its years are written; the denominator is the population of children.
const DERIVED: [(&str, &str, &str, Period); 2] =
    [("cin-31-march-rate", CIN, "At31_episodes", MARCH), ("referrals-rate", REFERRALS, "referral_count", FINANCIAL)];

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/isle-of-wight")
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

#[test]
fn the_examples_publication_is_built_of_the_extract() {
    let folder = folder("example");
    let recipe = example().join("publication.toml");
    let input = fixtures();
    let arguments =
        ["build", recipe.to_str().unwrap(), "--input", input.to_str().unwrap(), "--out", ".", "--data-only"];
    run(&folder, &arguments, 0);
    let built = read(&folder.join("kpi.json"));
    let again = "`kpi build examples/isle-of-wight/publication.toml --input crates/kpi-cli/tests/fixtures --data-only` makes it";
    assert!(built == read(&example().join("kpi.json")), "examples/isle-of-wight/kpi.json is another: {again}");
    let shown = example().join("../../www/data/isle-of-wight-2013-25.kpi.json");
    assert!(built == read(&shown), "www/data/isle-of-wight-2013-25.kpi.json is another: copy kpi.json there");
}

#[test]
fn the_example_agrees_with_the_extract() {
    agree(&fixtures().join("dfe"));
}

#[test]
#[ignore = "needs the Department's whole files: KPI_DFE=FOLDER"]
fn the_example_agrees_with_the_whole_files() {
    let folder = std::env::var_os("KPI_DFE").expect("KPI_DFE names the folder with the Department's files");
    // A relative path counts from the folder of the workspace: cargo runs tests in the crate's.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    agree(&folder);
}

/// One row of a file by column.
type Row = BTreeMap<String, String>;

fn rows(file: &Path) -> Vec<Row> {
    let text = read(file);
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headings: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |row: csv::StringRecord| headings.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
    reader.records().map(|record| row(record.unwrap())).collect()
}

fn code(row: &Row) -> &str {
    match row["geographic_level"].as_str() {
        "National" => &row["country_code"],
        "Regional" => &row["region_code"],
        _ => &row["new_la_code"],
    }
}

/// Every cell of a column by area and year, as text.
fn cells(folder: &Path, file: &str, column: &str, population: &str) -> BTreeMap<(String, i32), String> {
    let mut cells = BTreeMap::new();
    for row in rows(&folder.join(file)) {
        if population.is_empty() || row["population_type"] == population {
            let key = (code(&row).to_owned(), row["time_period"].parse().unwrap());
            let before = cells.insert(key.clone(), row[column].clone());
            assert!(before.is_none(), "{file} has two rows for {key:?}");
        }
    }
    cells
}

/// Every value of the publication by indicator, area and period, as text.
fn published() -> BTreeMap<String, BTreeMap<(String, String), String>> {
    #[derive(serde::Deserialize)]
    struct Publication {
        indicators: Vec<Indicator>,
    }
    #[derive(serde::Deserialize)]
    struct Indicator {
        id: String,
        periods: Vec<String>,
        series: Vec<Series>,
    }
    #[derive(serde::Deserialize)]
    struct Series {
        area: String,
        values: Vec<Box<RawValue>>,
    }
    let publication: Publication = serde_json::from_str(&read(&example().join("kpi.json"))).unwrap();
    let mut all = BTreeMap::new();
    for indicator in publication.indicators {
        let mut values = BTreeMap::new();
        for series in indicator.series {
            assert_eq!(series.values.len(), indicator.periods.len());
            for (period, value) in indicator.periods.iter().zip(&series.values) {
                values.insert((series.area.clone(), period.clone()), value.get().trim_matches('"').to_owned());
            }
        }
        all.insert(indicator.id, values);
    }
    all
}

/// The focus, the comparators and the ten neighbours, by the files alone.
fn areas(folder: &Path) -> (Vec<String>, Vec<String>) {
    let list = read(&folder.join(NEIGHBOURS));
    let own = list.lines().find(|line| line.starts_with("921,")).unwrap();
    let wanted: Vec<&str> = own.split(',').skip(5).step_by(2).take(10).collect();
    let codes: BTreeMap<String, String> =
        rows(&folder.join(CIN)).iter().map(|row| (row["old_la_code"].clone(), code(row).to_owned())).collect();
    let neighbours: Vec<String> = wanted.iter().map(|digits| codes[*digits].clone()).collect();
    let mut all: Vec<String> = ["E06000046", "E12000008", "E92000001"].map(str::to_owned).to_vec();
    all.extend(neighbours.clone());
    (all, neighbours)
}

fn agree(folder: &Path) {
    let (areas, neighbours) = areas(folder);
    let mut published = published();
    let (mut compared, mut numbers) = (0, 0);
    for (id, file, column, population, period) in PUBLISHED {
        let mut values = published.remove(id).unwrap_or_else(|| panic!("{id} is not published"));
        let cells = cells(folder, file, column, population);
        for ((area, year), cell) in cells.iter().filter(|((area, _), _)| areas.contains(area)) {
            let value = values.remove(&(area.clone(), period(*year)));
            // A year in which nobody has a number is no period of the indicator.
            let has_number = |of: &String| cells.get(&(of.clone(), *year)).is_some_and(|cell| number(cell).is_some());
            match value {
                Some(value) => assert_eq!(&value, cell, "{id}, {area}, {year}"),
                None => assert!(!areas.iter().any(has_number), "{id}, {area}, {year}: {cell} is not published"),
            }
            compared += 1;
            numbers += usize::from(number(cell).is_some());
        }
        // What is left has no row in the file.
        assert!(values.values().all(|value| value == "null"), "{id}: {values:?}");
    }
    let population = cells(folder, CLA, "population_estimate", ON);
    for (id, file, column, period) in DERIVED {
        let values = published.remove(id).unwrap_or_else(|| panic!("{id} is not published"));
        let parts = cells(folder, file, column, "");
        for ((area, year), part) in parts.iter().filter(|((area, _), _)| areas.contains(area)) {
            let Some(whole) = population.get(&(area.clone(), *year)) else { continue };
            let value = &values[&(area.clone(), period(*year))];
            let Some(((part, 0), (whole, 0))) = number(part).zip(number(whole)) else {
                assert!(value == part || value == whole, "{id}, {area}, {year}: {value}");
                continue;
            };
            let (tenths, 1) = number(value).unwrap() else {
                panic!("{id}, {area}, {year}: {value} has not one decimal")
            };
            // Not further than half a tenth from the fraction.
            assert!((2 * (tenths * whole - part * 100_000)).abs() <= whole, "{id}, {area}, {year}: {value}");
            compared += 1;
            numbers += 1;
        }
    }
    assert_eq!(published.keys().collect::<Vec<_>>(), Vec::<&String>::new(), "nobody looked at these");
    let groups = groups(folder, &neighbours);
    println!("cells compared: {compared}, numbers among them: {numbers}, means and medians recomputed: {groups}");
}

/// A number as an integer and how many decimals it has.
fn number(text: &str) -> Option<(i128, u32)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    Some((format!("{whole}{fraction}").parse().ok()?, u32::try_from(fraction.len()).ok()?))
}

/// Mean and median of the neighbours as the page computes them, against fractions.
fn groups(folder: &Path, neighbours: &[String]) -> usize {
    let text = read(&example().join("kpi.json"));
    let dataset = ingest::read(text.as_bytes()).dataset.unwrap();
    let json: Json = serde_json::from_str(&text).unwrap();
    let members: BTreeSet<&str> =
        json["areas"][1]["members"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    assert_eq!(members, neighbours.iter().map(String::as_str).collect(), "the ten neighbours of the list");
    let mut recomputed = 0;
    for (id, file, column, population, period) in PUBLISHED {
        let cells = cells(folder, file, column, population);
        let years: BTreeSet<i32> = cells.keys().map(|(_, year)| *year).collect();
        for year in years {
            let each = neighbours.iter().filter_map(|area| number(cells.get(&(area.clone(), year))?));
            // All in thousandths: nothing is rounded.
            let mut each: Vec<i128> = each.map(|(digits, decimals)| digits * 10_i128.pow(3 - decimals)).collect();
            each.sort_unstable();
            for method in [Method::Mean, Method::Median] {
                let found = computed(&dataset, id, &period(year), method);
                let count = each.len() as i128;
                let Some(found) = found else {
                    assert!(
                        count * 3 < 20,
                        "{id}, {year}: {count} neighbours have a number, and there is no {method:?}"
                    );
                    continue;
                };
                let found = (i128::from(found.mantissa()), u32::from(found.decimals()));
                match method {
                    Method::Mean => {
                        let sum: i128 = each.iter().sum();
                        // found / 10^d against sum / 1000 / count, not further apart than half of the last decimal.
                        let apart = found.0 * 1000 * count - sum * 10_i128.pow(found.1);
                        assert!(2 * apart.abs() <= 1000 * count, "{id}, {year}: mean {found:?} of {each:?}");
                    }
                    _ => {
                        let middle = each[each.len() / 2] + each[(each.len() - 1) / 2];
                        assert_eq!(found.0 * 2000, middle * 10_i128.pow(found.1), "{id}, {year}: median of {each:?}");
                    }
                }
                recomputed += 1;
            }
        }
    }
    let known = |method| computed(&dataset, "cla-31-march-rate", "2021-03-31", method).unwrap().to_string();
    assert_eq!([known(Method::Median), known(Method::Mean)], ["62".to_owned(), "69.4".to_owned()]);
    recomputed
}

fn computed(dataset: &Dataset, id: &str, period: &str, method: Method) -> Option<Decimal> {
    let indicator = dataset.indicators.iter().find(|indicator| indicator.id == id).unwrap();
    let position = indicator.period_position(kpi_core::model::Period::parse(period).unwrap())?;
    let (group, _) = dataset.comparators().next().unwrap();
    let query = Query::initial(dataset).with_method(group, method);
    let figure = Sight::new(dataset, &query, indicator, MeasureIx::default(), position).of(group).figure()?;
    match figure.value {
        Value::Number(number) => Some(number),
        Value::Missing(_) => None,
    }
}
