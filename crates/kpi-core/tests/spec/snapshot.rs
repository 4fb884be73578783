//! The pages of the demo as text, to be read beside the seed's documents.

use crate::given::{EVERYTHING, dataset, demo, period};
use expect_test::{ExpectFile, expect_file};
use kpi_core::model::{Dataset, IndicatorIx, MeasureIx};
use kpi_core::query::{Cut, Query, Verdict, View};
use kpi_core::view::{ChartModel, IndicatorModel, OverviewModel, Point, TableModel, ValueModel};
use kpi_core::words::{Lang, sentence};
use std::fmt::Write;

fn overview(dataset: &Dataset, query: &Query) -> String {
    let model = OverviewModel::new(dataset, query);
    let mut text = format!("==== {}, against {}\n{}\n", model.period, model.comparators.join(", "), model.summary);
    let verdict = |verdict: Option<Verdict>| {
        verdict.map(|found| format!(" ({})", sentence::verdict(Lang::En, found))).unwrap_or_default()
    };
    for section in model.sections {
        writeln!(text, "\n## {}", section.name).unwrap();
        for row in section.rows {
            let value = match row.value {
                ValueModel::Number { remark, number, unit, marks } => {
                    let remark = remark.map(|remark| format!("{remark} ")).unwrap_or_default();
                    let marks = if marks.is_empty() { marks } else { format!(" ({marks})") };
                    format!("{remark}{} {unit}{marks}", number).replace("  ", " ").trim_end().to_owned()
                }
                ValueModel::None(why) => why,
            };
            let mut cells = vec![row.name, format!("{value} {}", row.target).trim().to_owned()];
            cells.push(row.period.unwrap_or_default());
            for change in row.changes {
                cells.push(match change {
                    Ok(change) => format!(
                        "{:?} {} {}{}",
                        change.direction,
                        change.text,
                        change.since,
                        verdict(Some(change.verdict))
                    ),
                    Err(why) => why.to_owned(),
                });
            }
            for against in row.against {
                cells.push(
                    format!("{} {}{}", against.value, against.difference, verdict(against.verdict)).trim().to_owned(),
                );
            }
            writeln!(text, "{}", line(&cells)).unwrap();
        }
    }
    text
}

fn line(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | ")).replace("|  |", "| |").replace("|  |", "| |")
}

fn table(table: &TableModel) -> String {
    let mut text = format!("{}\n", table.caption);
    let headings: Vec<String> = table.columns.iter().map(|column| column.heading.clone()).collect();
    writeln!(text, "{}", line(&headings)).unwrap();
    for row in &table.rows {
        let heading = if row.strong { format!("*{}*", row.heading) } else { row.heading.clone() };
        let cells = row.cells.iter().map(|cell| format!("{} {}", cell.text, cell.aside).trim().to_owned());
        let cells = std::iter::once(heading).chain(cells);
        writeln!(text, "{}", line(&cells.collect::<Vec<_>>())).unwrap();
    }
    for (symbol, meaning) in &table.key {
        writeln!(text, "{symbol} {meaning}").unwrap();
    }
    text
}

fn chart(chart: &ChartModel) -> String {
    let point = |point: &Point| match point {
        Point::Value { text, provisional, .. } => format!("{text}{}", if *provisional { " hollow" } else { "" }),
        Point::Missing { symbol, reason } => format!("{symbol} {reason}"),
    };
    let note = |note: &str| if note.is_empty() { String::new() } else { format!("  {note}\n") };
    match chart {
        ChartModel::Line(chart) => {
            let ticks: Vec<String> = chart.periods.iter().map(|tick| tick.name.clone()).collect();
            let mut text =
                format!("line: {} / {} / {} / at {:?}\n", chart.title, chart.subtitle, ticks.join(", "), chart.chosen);
            for line in &chart.lines {
                let points: Vec<String> = line.points.iter().map(point).collect();
                writeln!(text, "  {:?} {}: {}", line.tone, line.name, points.join(", ")).unwrap();
            }
            text + &note(&chart.note)
        }
        ChartModel::Bars(chart) => {
            let mut text = format!("bars: {} / {}\n", chart.title, chart.subtitle);
            if !chart.marks.is_empty() {
                let marks = chart.marks.iter().map(|mark| format!("{:?} {}", mark.tone, mark.name));
                writeln!(text, "  {} | {}", chart.name, marks.collect::<Vec<_>>().join(" | ")).unwrap();
            }
            for bar in &chart.bars {
                let indent = "  ".repeat(usize::from(bar.depth));
                let marks: String = bar.marks.iter().map(|mark| format!(" | {}", point(mark))).collect();
                let aside = if bar.aside.is_empty() { String::new() } else { format!(" ({})", bar.aside) };
                writeln!(text, "  {indent}{:?} {}: {}{marks}{aside}", bar.tone, bar.name, point(&bar.point)).unwrap();
            }
            text + &note(&chart.note)
        }
        ChartModel::Strip(chart) => {
            let mut text = format!("strip: {} / {} / {}\n", chart.title, chart.subtitle, chart.note);
            if let Some(quartiles) = &chart.quartiles {
                let quartiles: Vec<String> = quartiles.iter().map(point).collect();
                writeln!(text, "  quartiles {}", quartiles.join(", ")).unwrap();
            }
            for dot in &chart.dots {
                writeln!(text, "  {:?} {}: {}", dot.tone, dot.name, point(&dot.point)).unwrap();
            }
            text
        }
    }
}

pub fn page(dataset: &Dataset, query: &Query, ix: IndicatorIx, measure: MeasureIx) -> String {
    let model = IndicatorModel::new(dataset, query, ix, measure).unwrap();
    let mut text = format!("---- {} [{}]\n{}\n", model.name, model.period, model.sentence);
    text.push_str(&model.tables.iter().map(table).collect::<String>());
    text.extend(model.charts.iter().map(|model| chart(model)));
    for note in model.decisions.iter().chain(&model.revisions) {
        writeln!(text, "* {note}").unwrap();
    }
    text
}

fn pages(dataset: &Dataset, query: &Query) -> String {
    let mut text = format!("==== {}\n", query.period.map(|period| period.to_string()).unwrap_or_default());
    for (indicator, found) in dataset.indexed_indicators() {
        for measure in (0..u16::try_from(found.measures.len()).unwrap()).map(MeasureIx) {
            let query = Query { view: View::Indicator { indicator, measure, cut: Cut::default() }, ..query.clone() };
            write!(text, "\n{}", page(dataset, &query, indicator, measure)).unwrap();
        }
    }
    text
}

/// At each of some periods.
fn check(dataset: &Dataset, periods: &[&str], expect: &ExpectFile, of: fn(&Dataset, &Query) -> String) {
    let at = |text: &&str| of(dataset, &Query { period: Some(period(text)), ..Query::initial(dataset) });
    expect.assert_eq(&periods.iter().map(at).collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_overview_of_the_demo() {
    check(&demo(), &["2021-01-01/P3M", "2020-07-01/P3M"], &expect_file!["./snapshots/overview.txt"], overview);
}

#[test]
fn the_indicators_of_the_demo() {
    check(&demo(), &["2021-01-01/P3M", "2020-07-01/P3M"], &expect_file!["./snapshots/indicators.txt"], pages);
}

#[test]
fn symbols_marks_measures_and_breakdowns() {
    let dataset = dataset(EVERYTHING);
    let periods = ["2021-01-01/P3M", "2020-04-01/P3M"];
    check(&dataset, &periods, &expect_file!["./snapshots/everything.txt"], |dataset, query| {
        format!("{}\n{}", overview(dataset, query), pages(dataset, query))
    });
}

/// The same input, the same words.
#[test]
fn nothing_depends_on_when_or_where() {
    let demo = demo();
    let query = Query::initial(&demo);
    assert_eq!(pages(&demo, &query), pages(&demo, &query));
}
