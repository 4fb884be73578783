//! Every value a chart shows is a cell of the table beside it, and every symbol of the table has its words.

use crate::given::{EVERYTHING, comparator_choices, dataset, demo};
use kpi_core::model::{Dataset, MeasureIx, Missing};
use kpi_core::query::{Compare, Cut, Query, View};
use kpi_core::view::{ChartModel, IndicatorModel, Point, TableModel};

/// The cell at the crossing of a row and a column, or of a column and a row: areas stand in either.
fn cell<'t>(table: &'t TableModel, rows: &[&str], columns: &[&str]) -> Option<&'t str> {
    let row = table.rows.iter().find(|row| rows.contains(&row.heading.as_str()))?;
    let column = table.columns.iter().skip(1).position(|column| columns.contains(&column.heading.as_str()))?;
    row.cells.get(column).map(|cell| cell.text.as_str())
}

fn shown(point: &Point) -> &str {
    match point {
        Point::Value { text, .. } => text,
        Point::Missing { symbol, .. } => symbol,
    }
}

fn every_point_is_a_cell(dataset: &Dataset, query: &Query) -> usize {
    let View::Indicator { indicator, measure, .. } = query.view else { panic!() };
    let model = IndicatorModel::new(dataset, query, indicator, measure).unwrap();
    assert_eq!(model.tables.is_empty(), model.charts.is_empty());
    let rows = |table: &TableModel| table.rows.iter().all(|row| row.cells.len() + 1 == table.columns.len());
    assert!(model.tables.iter().all(rows));
    let measure_heading = model.measures.iter().find(|choice| choice.chosen).map(|choice| choice.name.clone());
    let mut points = 0;
    for chart in &model.charts {
        // period, area or part, what is shown
        let mut shows: Vec<(String, String, &Point)> = Vec::new();
        match chart {
            ChartModel::Line(chart) => {
                assert!(chart.lines.iter().all(|line| line.points.len() == chart.periods.len()));
                for line in &chart.lines {
                    for (tick, point) in chart.periods.iter().zip(&line.points) {
                        let period = format!("{} {}", tick.label, tick.group).trim().to_owned();
                        shows.push((period, line.name.clone(), point));
                    }
                }
            }
            ChartModel::Strip(chart) => {
                shows.extend(chart.dots.iter().map(|dot| (model.period.clone(), dot.name.clone(), &dot.point)));
            }
            ChartModel::Bars(chart) => {
                shows.extend(chart.bars.iter().map(|bar| (model.period.clone(), bar.name.clone(), &bar.point)));
            }
        }
        for (period, name, point) in shows {
            let focus = dataset.area(dataset.focus()).unwrap().name == name;
            let measure = measure_heading.clone().unwrap_or_default();
            let of_area = format!(
                "{name}: {}",
                measure.replacen(
                    |first: char| first.is_uppercase(),
                    &measure.chars().take(1).collect::<String>().to_lowercase(),
                    1
                )
            );
            let columns = match (&measure_heading, focus) {
                (None, _) => vec![name.as_str()],
                (Some(_), true) => vec![measure.as_str()],
                (Some(_), false) => vec![of_area.as_str()],
            };
            let found = model.tables.iter().find_map(|table| {
                let heading = measure_heading.as_ref().unwrap_or(&table.columns[1].heading);
                cell(table, &[&period], &columns).or_else(|| cell(table, &[&name], &[heading]))
            });
            let expect = shown(point);
            assert!(
                found.is_some_and(|found| found == expect || found.starts_with(&format!("{expect} ["))),
                "{} {period} {name}: {expect} in the chart, {found:?} in the tables\n{:#?}",
                model.name,
                model.tables
            );
            points += 1;
        }
    }
    points
}

fn everywhere(dataset: &Dataset) -> usize {
    let mut points = 0;
    for (indicator, found) in dataset.indexed_indicators() {
        for measure in (0..u16::try_from(found.measures.len()).unwrap()).map(MeasureIx) {
            for period in dataset.filter_periods.iter().copied().map(Some).chain([None]) {
                for (previous, areas) in comparator_choices(dataset) {
                    let view = View::Indicator { indicator, measure, cut: Cut::default() };
                    points += every_point_is_a_cell(
                        dataset,
                        &Query { view, period, compare: Compare::new(previous, areas), ..Query::initial(dataset) },
                    );
                }
            }
        }
    }
    points
}

#[test]
fn every_value_of_a_chart_is_a_cell_of_the_table() {
    assert!(everywhere(&demo()) > 1000);
    assert!(everywhere(&dataset(EVERYTHING)) > 1000);
}

/// Every symbol and mark that stands in a cell stands in the key, and is spoken.
#[test]
fn every_symbol_is_explained() {
    let dataset = dataset(EVERYTHING);
    for (indicator, _) in dataset.indexed_indicators() {
        let view = View::of(indicator);
        let query = Query { view, ..Query::initial(&dataset) };
        for table in IndicatorModel::new(&dataset, &query, indicator, MeasureIx(0)).unwrap().tables {
            explained(&table);
        }
    }
}

fn explained(table: &TableModel) {
    let symbols: Vec<&str> = Missing::ALL.iter().map(|missing| missing.symbol()).collect();
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        let (value, marks) = cell.text.split_once(" [").unwrap_or((&cell.text, ""));
        let mut parts: Vec<String> =
            marks.split(" [").filter(|mark| !mark.is_empty()).map(|mark| format!("[{mark}")).collect();
        parts.extend(symbols.contains(&value).then(|| value.to_owned()));
        assert_eq!(parts.is_empty(), cell.spoken.is_empty(), "{cell:?}");
        for part in parts {
            let (_, meaning) = table.key.iter().find(|(symbol, _)| *symbol == part).unwrap();
            assert!(cell.spoken.contains(meaning.as_str()), "{cell:?}");
        }
    }
}
