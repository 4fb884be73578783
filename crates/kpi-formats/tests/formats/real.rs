//! The published files themselves, where somebody has them: `KPI_DFE=folder cargo test -p kpi-formats -- --ignored`.
//! With `KPI_DUMP=folder` every fact is written down as CSV, to be held against another program's reading.

use kpi_core::model::Value;
use kpi_formats::facts::Facts;
use kpi_formats::{neighbours, tabular};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[test]
#[ignore = "needs the published files"]
fn published_files_are_read_without_an_error() {
    let Some(folder) = std::env::var_os("KPI_DFE") else { return };
    for path in files(Path::new(&folder)) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let input = tabular::Input { name: &name, bytes: &bytes, metadata: None };
        if name.contains("sn_model") || name.contains("Neighbour") {
            let read = neighbours::read(input);
            read.problems.iter().for_each(|problem| println!("{problem}"));
            let lists = read.lists.unwrap();
            println!("{name}: {} lists", lists.lists.len());
            dump(
                &name,
                &lists
                    .lists
                    .iter()
                    .flat_map(|list| {
                        list.neighbours.iter().map(|one| {
                            let closeness = one.closeness.map(|closeness| closeness.to_string()).unwrap_or_default();
                            format!("{},{},{closeness}\n", list.code, one.code)
                        })
                    })
                    .collect::<String>(),
            );
            continue;
        }
        let before = std::time::Instant::now();
        let read = tabular::read(input, &tabular::Options::default());
        let took = before.elapsed();
        read.problems.iter().for_each(|problem| println!("{problem}"));
        let facts = read.facts.unwrap();
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
        dump(&name, &written(&facts));
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| {
        path.extension().is_some_and(|extension| ["csv", "xlsx", "ods"].iter().any(|known| extension == *known))
    });
    files.sort();
    files
}

fn dump(name: &str, text: &str) {
    if let Some(folder) = std::env::var_os("KPI_DUMP") {
        std::fs::write(Path::new(&folder).join(name), text).unwrap();
    }
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
        let place = format!("{}\t{}", fact.row, fact.column);
        let measure = &indicator.measures[usize::from(fact.measure)].id;
        writeln!(
            text,
            "{place}\t{}\t{}\t{}\t{}\t{measure}\t{}\t{}\t{value}\t{:?}",
            area.code,
            area.name,
            area.other_code.as_deref().unwrap_or_default(),
            indicator.id,
            categories.join("|"),
            fact.period,
            fact.limits,
        )
        .unwrap();
    }
    text
}
