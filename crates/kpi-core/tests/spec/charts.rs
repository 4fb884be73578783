//! Every value a chart shows is a cell of the table beside it, and every symbol of the table has its words.

use crate::given::{EVERYTHING, THREE, comparator_choices, dataset, demo, many_areas, with};
use kpi_core::model::{AreaIx, Dataset, Indicator, IndicatorIx, MeasureIx, Missing, SeriesKey};
use kpi_core::query::{Compare, Cut, Query, View, fragment};
use kpi_core::view::{ChartModel, IndicatorModel, LineForm, PeriodTick, Point, TableModel};
use kpi_core::words::{Lang, number, period, sentence};

/// The cell at the crossing of a row and a column, or of a column and a row: areas stand in either.
fn cell<'t>(table: &'t TableModel, rows: &[&str], columns: &[&str]) -> Option<&'t str> {
    let row = table.rows.iter().find(|row| rows.contains(&row.heading.as_str()))?;
    let column = table.columns.iter().skip(1).position(|column| columns.contains(&column.heading.as_str()))?;
    row.cells.get(column).map(|cell| cell.text.as_str())
}

pub fn shown(point: &Point) -> &str {
    match point {
        Point::Value { text, .. } => text,
        Point::Missing { symbol, .. } => symbol,
    }
}

/// What a chart shows at one place, and where a table may have it.
struct Shown<'c> {
    period: String,
    /// The part of a breakdown; empty where the figure is of the whole.
    part: String,
    key: SeriesKey,
    name: String,
    point: &'c Point,
}

fn shows<'c>(chart: &'c ChartModel, indicator: &Indicator) -> Vec<Shown<'c>> {
    let period = |position: usize| period::named(kpi_core::words::Lang::En, &indicator.periods[position]);
    let mut shows = Vec::new();
    match chart {
        ChartModel::Line(chart) => {
            assert!(chart.lines.iter().all(|line| line.points.len() == chart.periods.len()));
            for line in &chart.lines {
                for (tick, point) in chart.periods.iter().zip(&line.points) {
                    assert_eq!(tick.name, period(tick.position));
                    let (part, name) = (String::new(), line.name.clone());
                    shows.push(Shown { period: tick.name.clone(), part, key: line.key, name, point });
                }
            }
        }
        ChartModel::Bars(chart) => {
            for bar in &chart.bars {
                assert_eq!(bar.marks.len(), chart.marks.len());
                let (period, part) = (period(bar.position), bar.name.clone());
                for (mark, point) in chart.marks.iter().zip(&bar.marks) {
                    let key = SeriesKey { area: mark.area, measure: mark.measure, ..bar.key };
                    let (period, part, name) = (period.clone(), part.clone(), mark.name.clone());
                    shows.push(Shown { period, part, key, name, point });
                }
                shows.push(Shown { period, part, key: bar.key, name: bar.name.clone(), point: &bar.point });
            }
        }
        ChartModel::Strip(chart) => {
            for dot in &chart.dots {
                let (period, name) = (period(chart.position), dot.name.clone());
                shows.push(Shown { period, part: String::new(), key: dot.key, name, point: &dot.point });
            }
        }
    }
    shows
}

fn every_point_is_a_cell(dataset: &Dataset, query: &Query) -> usize {
    let View::Indicator { indicator: ix, measure, .. } = query.view else { panic!() };
    let model = IndicatorModel::new(dataset, query, ix, measure).unwrap();
    assert_eq!(model.tables.is_empty(), model.charts.is_empty());
    let rows = |table: &TableModel| table.rows.iter().all(|row| row.cells.len() + 1 == table.columns.len());
    assert!(model.tables.iter().all(rows));
    let indicator = dataset.indicator(ix).unwrap();
    let focus = dataset.area(dataset.focus()).unwrap().name.clone();
    let mut points = 0;
    for chart in &model.charts {
        for Shown { period, part, key, name, point } in shows(chart, indicator) {
            let is_focus = key.area == dataset.focus();
            let column = match heading(query.lang, indicator, key.measure) {
                None if is_focus => focus.clone(),
                None => name.clone(),
                Some(heading) if is_focus => heading,
                Some(heading) => format!("{name}: {}", sentence::lowercased(&heading)),
            };
            let in_any = |rows: &str, columns: &dyn Fn(&TableModel) -> String| {
                model.tables.iter().find_map(|table| cell(table, &[rows], &[&columns(table)]))
            };
            let named = |_: &TableModel| column.clone();
            let found = in_any(&part, &named)
                .or_else(|| in_any(&name, &|table| table.columns[1].heading.clone()))
                .or_else(|| in_any(&period, &named));
            let expect = shown(point);
            assert!(
                found.is_some_and(|found| found == expect || found.starts_with(&format!("{expect} ["))),
                "{} {period} {part} {name}: {expect} in the chart, {found:?} in the tables\n{:#?}",
                model.name,
                model.tables
            );
            points += 1;
        }
        for (row, column, text) in beside(chart, heading(query.lang, indicator, measure).as_ref()) {
            let found = model
                .tables
                .iter()
                .find_map(|table| cell(table, &[row], &[column.as_ref().unwrap_or(&table.columns[1].heading)]));
            assert_eq!(found, Some(text), "{} {row} {column:?}\n{:#?}", model.name, model.tables);
            points += 1;
        }
    }
    points
}

/// What a table calls a measure that is one of several.
fn heading(lang: Lang, indicator: &Indicator, measure: MeasureIx) -> Option<String> {
    let measure = indicator.measures.get(usize::from(measure.0)).filter(|_| indicator.measures.len() > 1)?;
    match measure.name.contains('%') {
        true => Some(measure.name.clone()),
        false => Some(format!("{}, {}", measure.name, number::unit_words(lang, &measure.unit))),
    }
}

/// What a chart shows besides the figures: row, column where it is not that of the figures, and text of each target and
/// quartile.
fn beside<'c>(chart: &'c ChartModel, measure: Option<&String>) -> Vec<(&'c str, Option<String>, &'c str)> {
    match chart {
        ChartModel::Line(chart) => {
            assert!(chart.targets.is_empty() || chart.targets.len() == chart.periods.len());
            let column = measure.map_or("Target".to_owned(), |measure| format!("{measure}: target"));
            let goals = chart.periods.iter().zip(&chart.targets);
            goals
                .filter_map(|(tick, goal)| {
                    Some((tick.name.as_str(), Some(column.clone()), goal.as_ref()?.text.as_str()))
                })
                .collect()
        }
        ChartModel::Bars(_) => Vec::new(),
        ChartModel::Strip(chart) => {
            let rows = ["lower quartile", "median", "upper quartile"];
            rows.into_iter()
                .zip(chart.quartiles.iter().flatten())
                .map(|(row, point)| (row, None, shown(point)))
                .collect()
        }
    }
}

/// Every part of every breakdown, at all categories of the others.
fn cuts(indicator: &Indicator) -> Vec<Cut> {
    let cells: u32 =
        indicator.dimensions.iter().map(|dimension| u32::try_from(dimension.categories.len()).unwrap()).product();
    let dimensions = u8::try_from(indicator.dimensions.len()).unwrap();
    let of = |by: u8| std::iter::once(None).chain((0..cells).map(Some)).map(move |cell| Cut { by, cell });
    (0..dimensions.max(1)).flat_map(of).filter(|cut| cut.cell.is_none() || dimensions > 0).collect()
}

/// At every choice of an indicator, a measure, a part and a period, and at some of comparators.
fn everywhere(dataset: &Dataset, choices: &[(bool, Vec<AreaIx>)]) -> usize {
    let mut points = 0;
    for (indicator, found) in dataset.indexed_indicators() {
        for measure in (0..u16::try_from(found.measures.len()).unwrap()).map(MeasureIx) {
            for cut in cuts(found) {
                for period in dataset.filter_periods.iter().copied().map(Some).chain([None]) {
                    for (previous, areas) in choices {
                        let view = View::Indicator { indicator, measure, cut };
                        let compare = Compare::new(*previous, areas.clone());
                        let query = Query { view, period, compare, ..Query::initial(dataset) };
                        points += every_point_is_a_cell(dataset, &query);
                    }
                }
            }
        }
    }
    points
}

#[test]
fn every_value_of_a_chart_is_a_cell_of_the_table() {
    for dataset in [demo(), dataset(EVERYTHING)] {
        assert!(everywhere(&dataset, &comparator_choices(&dataset)) > 1000);
    }
    let many = dataset(&many_areas(40));
    let (first, last) = (AreaIx(1), AreaIx(44));
    assert!(everywhere(&many, &[(false, vec![]), (true, vec![first, last]), (false, vec![AreaIx(7), last])]) > 100);
}

/// Periods, the choices, and how many months after the first each lies, a stroke before those to which no line leads.
#[test]
fn lines_lead_over_no_period_that_is_not_listed() {
    let check = |periods: &str, choices: &str, expect: &str, form: LineForm| {
        let values = vec!["1"; periods.split(',').count()].join(",");
        let file = with(&with(THREE, r#"["2020", "2021"]"#, &format!("[{periods}]")), "[1, 2]", &format!("[{values}]"));
        let dataset = dataset(&file);
        let query = fragment::read(&format!("kpi?i=one{choices}"), &Query::initial(&dataset), &dataset).unwrap();
        let model = IndicatorModel::new(&dataset, &query, IndicatorIx(0), MeasureIx(0)).unwrap();
        let ChartModel::Line(chart) = &*model.charts[0] else { panic!("{periods}: no line") };
        let first = chart.periods[0].month;
        let place = |tick: &PeriodTick| format!("{}{}", if tick.follows { "" } else { "| " }, tick.month - first);
        let found: Vec<String> = chart.periods.iter().map(place).collect();
        assert_eq!((found.join(" ").as_str(), chart.form), (expect, form), "{periods} {choices}");
    };
    check(r#""2014", "2015", "2016", "2022""#, "", "| 0 12 24 | 96", LineForm::Course);
    check(r#""2020-04-01/P3M", "2020-07-01/P3M", "2021-01-01/P3M""#, "", "| 0 3 | 9", LineForm::Course);
    check(
        r#""2020-11-01/P1M", "2020-12-01/P1M", "2021-01-01/P1M", "2021-04-01/P1M""#,
        "",
        "| 0 1 2 | 5",
        LineForm::Course,
    );
    check(r#""2019-03-31", "2020-03-31", "2022-03-31""#, "", "| 0 12 | 36", LineForm::Course);
    check(r#""2019-09-01/P1Y", "2020-04-01/P1Y", "2021-04-01/P1Y""#, "", "| 0 12", LineForm::Slope);
    // A slope would say that it went straight on.
    check(r#""2021", "2022""#, "", "| 0 12", LineForm::Slope);
    check(r#""2014", "2022""#, "", "| 0 | 96", LineForm::Course);
    // Of other spans, and of days that few years have, nobody can say that one is missing.
    check(r#""2010-01-01/P3Y", "2012-01-01/P3Y", "2013-01-01/P3Y""#, "", "| 0 24 36", LineForm::Course);
    check(r#""2016-02-29", "2020-02-29""#, "", "| 0 48", LineForm::Slope);
    // What the reader leaves out is not led over either.
    check(
        r#""2020-04-01/P3M", "2020-07-01/P3M", "2020-10-01/P3M", "2021-01-01/P3M""#,
        "&f=2020-10-01/P3M&p=2020-04-01/P3M",
        "| 0 | 6 9",
        LineForm::Course,
    );
}

/// Beside England's count a council's would lie on the axis. A rate so much larger is the news, and is drawn.
#[test]
fn areas_of_another_order_are_left_out_and_named() {
    let check = |unit: &str, focus: &str, other: &str, expect: &str| {
        let file = format!(
            r#"{{ "kpi": "1.0", "title": "Sizes", "publisher": {{ "name": "A" }},
              "areas": [ {{ "id": "A", "name": "Ayton", "role": "focus" }}, {{ "id": "E", "name": "England" }} ],
              "indicators": [ {{ "id": "one", "name": "One", "unit": {unit}, "periods": ["2020", "2021"], "series": [
                {{ "area": "A", "values": {focus} }}, {{ "area": "E", "values": {other} }} ] }} ] }}"#
        );
        let dataset = dataset(&file);
        let query = Query { view: View::of(IndicatorIx(0)), ..Query::initial(&dataset) };
        let model = IndicatorModel::new(&dataset, &query, IndicatorIx(0), MeasureIx(0)).unwrap();
        for chart in &model.charts {
            let (note, shown) = match &**chart {
                ChartModel::Line(chart) => (&chart.note, chart.lines.len()),
                ChartModel::Bars(chart) => (&chart.note, chart.bars.len()),
                ChartModel::Strip(_) => panic!(),
            };
            assert_eq!(
                (note.as_str(), shown),
                (expect, if expect.is_empty() { 2 } else { 1 }),
                "{unit} {focus} {other}"
            );
        }
        // The table has everybody.
        assert_eq!(model.tables[0].columns.last().unwrap().heading, "England");
    };
    let count = r#"{ "kind": "count" }"#;
    let left_out = "Too large for this chart, but in the table: England.";
    check(count, "[258, 262]", "[81770, 80000]", left_out);
    check(r#"{ "kind": "gbp", "scale": 1000 }"#, "[258, 262]", "[81770, 80000]", left_out);
    check(count, "[258, 262]", "[2580, 2620]", "");
    check(count, "[258, 262]", "[2580, 2621]", left_out);
    check(r#"{ "kind": "rate", "per": 10000 }"#, "[2, 3]", "[200, 300]", "");
    check(r#"{ "kind": "percent" }"#, "[2, 3]", "[90, 91]", "");
    // Nobody can say how many times nothing that is.
    check(count, "[0, 0]", "[81770, 80000]", "");
    check(count, "[\"c\", \"c\"]", "[81770, 80000]", "");
    check(count, "[-5, 3]", "[\"c\", null]", "");
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
