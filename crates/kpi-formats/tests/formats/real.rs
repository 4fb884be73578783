//! The published files themselves, where somebody has them: `KPI_DFE=FOLDER cargo test -p kpi-formats -- --ignored`.
//!
//! With `KPI_DUMP=FOLDER` every fact is written down as a line of a text file of the table's name, to be held against
//! another program's reading. Cells are separated by tabs: row, column, area's code, its name, its other code, indicator,
//! measure, categories (separated by `|`), period, value or symbol, lower limit, upper limit. Of a list of neighbours a
//! line is an authority, its neighbour, and how close they are. A relative path counts from the folder of the workspace.

use kpi_core::model::Value;
use kpi_formats::facts::Facts;
use kpi_formats::{neighbours, tabular};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What has to be read without an error. Other tables of the folder are read as well, and what is said of them is printed.
const PUBLISHED: [&str; 6] = [
    "New_Statistical_Neighbour_Groupings_April_2021.csv",
    "b1_children_in_need_2013_to_2025.csv",
    "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv",
    "cla_number_and_rate_per_10k_children.csv",
    "csww_indicators_2017_to_2025.csv",
    "sn_model_2025_wide.csv",
];

#[test]
#[ignore = "needs the published files: KPI_DFE=FOLDER"]
fn published_files_are_read_without_an_error() {
    let folder = folder("KPI_DFE").expect("KPI_DFE names the folder with the Department's files");
    let mut read = 0;
    for path in files(&folder) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let is_read = one(&name, &std::fs::read(&path).unwrap());
        if PUBLISHED.contains(&name.as_str()) {
            assert!(is_read, "{name} is not read without an error");
            read += 1;
        }
    }
    assert!(read > 0, "{} has none of the published files", folder.display());
}

/// Reads a file, whatever it is, and says what it says; whether that is something, and no error.
#[expect(clippy::print_stdout, reason = "what real files say is for a person to read")]
fn one(name: &str, bytes: &[u8]) -> bool {
    let input = tabular::Input { name, bytes, metadata: None };
    let before = std::time::Instant::now();
    let read = tabular::read(input, &tabular::Options::default());
    let took = before.elapsed();
    let is_sound = |problems: &[kpi_formats::problem::Problem]| {
        problems.iter().for_each(|problem| println!("{problem}"));
        problems.iter().all(|problem| problem.severity() != kpi_formats::problem::Severity::Error)
    };
    let Some(facts) = read.facts else {
        let lists = neighbours::read(input);
        let Some(known) = lists.lists else {
            is_sound(&read.problems);
            println!("{name}: no figures and no lists");
            return false;
        };
        println!("{name}: {} lists", known.lists.len());
        let lines = known.lists.iter().flat_map(|list| {
            list.neighbours.iter().map(|one| {
                let closeness = one.closeness.map(|closeness| closeness.to_string()).unwrap_or_default();
                format!("{}\t{}\t{closeness}\n", list.code, one.code)
            })
        });
        dump(name, &lines.collect::<String>());
        return is_sound(&lists.problems);
    };
    println!(
        "{name}: {}; {} areas, {} indicators, {} dimensions, {} facts in {took:?}; notes {:?}",
        facts.form,
        facts.areas.len(),
        facts.indicators.len(),
        facts.dimensions.len(),
        facts.facts.len(),
        facts.notes,
    );
    for indicator in &facts.indicators {
        let measures: Vec<_> = indicator.measures.iter().map(|measure| (&measure.id, &measure.unit)).collect();
        println!("  {} {measures:?} {:?}", indicator.id, indicator.notes);
    }
    dump(name, &written(&facts));
    is_sound(&read.problems)
}

/// The folder that a variable names, from the folder of the workspace: cargo runs tests in the crate's.
fn folder(variable: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::env::var_os(variable).map(|folder| root.join(folder))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| {
        let is_table =
            path.extension().is_some_and(|ending| ["csv", "xlsx", "ods"].iter().any(|known| ending == *known));
        is_table && path.is_file()
    });
    files.sort();
    files
}

fn dump(name: &str, text: &str) {
    if let Some(folder) = folder("KPI_DUMP") {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.txt")), text).unwrap();
    }
}

#[test]
fn a_file_that_is_no_table_of_figures_stops_nothing() {
    for text in ["", "a,b\n1,2\n", "area,period,value\n", "%PDF-1.4", "area,period,value\nA,2021-03-31,x1\n"] {
        assert!(!one("other.csv", text.as_bytes()), "{text}");
    }
    assert!(one("one.csv", b"area,period,value\nA,2021-03-31,1\n"));
}

fn written(facts: &Facts) -> String {
    let mut text = String::new();
    for fact in &facts.facts {
        let area = &facts.areas[fact.area as usize];
        let indicator = &facts.indicators[fact.indicator as usize];
        let categories = facts.cells[fact.cell as usize].iter().zip(&facts.dimensions);
        let categories: Vec<&str> =
            categories.map(|(at, dimension)| dimension.categories[usize::from(*at)].name.as_str()).collect();
        let value = match fact.value {
            Value::Number(number) => number.to_string(),
            Value::Missing(reason) => reason.symbol().to_owned(),
        };
        let limits = fact.limits.map(|(lower, upper)| (lower.to_string(), upper.to_string()));
        let (lower, upper) = limits.unwrap_or_default();
        let place = format!("{}\t{}", fact.row, fact.column);
        let measure = &indicator.measures[usize::from(fact.measure)].id;
        writeln!(
            text,
            "{place}\t{}\t{}\t{}\t{}\t{measure}\t{}\t{}\t{value}\t{lower}\t{upper}",
            area.code,
            area.name,
            area.other_code.as_deref().unwrap_or_default(),
            indicator.id,
            categories.join("|"),
            fact.period,
        )
        .unwrap();
    }
    text
}
