//! What is said at a place of a chart: as exactly as in the table, and in words for those who hear it.

use crate::given::{EVERYTHING, dataset, demo, many_areas, with};
use expect_test::{Expect, expect};
use kpi_core::model::{Area, Dataset, MeasureIx};
use kpi_core::query::fragment::find_indicator;
use kpi_core::query::{Compare, Cut, Query, View};
use kpi_core::view::{ChartModel, IndicatorModel, ReadOut, read_out};
use std::fmt::Write;
use std::rc::Rc;

/// The first chart of an indicator that is not only a line, or the line: `line`, `bars` or `strip`.
fn chart(model: &IndicatorModel, kind: &str) -> Rc<ChartModel> {
    let is_meant = |chart: &&Rc<ChartModel>| match &***chart {
        ChartModel::Line(_) => kind == "line",
        ChartModel::Bars(_) => kind == "bars",
        ChartModel::Strip(_) => kind == "strip",
    };
    model.charts.iter().find(is_meant).unwrap().clone()
}

fn said(dataset: &Dataset, id: &str, kind: &str, (series, period): (usize, usize)) -> String {
    let ix = find_indicator(id, dataset).unwrap();
    let query = Query { view: View::of(ix), ..Query::initial(dataset) };
    let chart = chart(&IndicatorModel::new(dataset, &query, ix, MeasureIx(0)).unwrap(), kind);
    let read = read_out(dataset, &query, ix, &chart, series, period);
    read.map_or("nothing".to_owned(), |read| told(&read))
}

fn told(read: &ReadOut) -> String {
    let mut text = format!("{} / {}\n", read.heading, read.compared);
    for row in &read.rows {
        let here = if row.here { ">" } else { " " };
        let asides = row.asides.join(", ");
        writeln!(text, "{here} {:?} {} | {} | {} | {asides}", row.tone, row.name, row.value, row.difference).unwrap();
    }
    text + read.spoken.as_str()
}

fn check(dataset: &Dataset, id: &str, kind: &str, at: (usize, usize), expect: &Expect) {
    expect.assert_eq(&said(dataset, id, kind, at));
}

#[test]
fn a_period_of_a_line_chart() {
    let dataset = dataset(EVERYTHING);
    check(
        &dataset,
        "symbols",
        "line",
        (0, 2),
        &expect![[r#"
        Q3 2020/21 / Ayton is
        > Focus Ayton | about 69.5% [r] |  | revised, confidence limits 64 to 75
          Comparator(1) Statistical neighbours (median) | u |  | too unreliable to publish
          Comparator(2) England | −0.5% [f] | not compared | forecast
        Q3 2020/21, Ayton: about 69.5%, revised, confidence limits 64 to 75."#]],
    );
    check(
        &dataset,
        "symbols",
        "line",
        (2, 2),
        &expect![[r#"
            Q3 2020/21 / Ayton is
              Focus Ayton | about 69.5% [r] |  | revised, confidence limits 64 to 75
              Comparator(1) Statistical neighbours (median) | u |  | too unreliable to publish
            > Comparator(2) England | −0.5% [f] | not compared | forecast
            Q3 2020/21, England: −0.5%, forecast; not compared."#]],
    );
    // A symbol is said with its reason, and nothing is reckoned with it.
    check(
        &dataset,
        "symbols",
        "line",
        (0, 0),
        &expect![[r#"
        Q1 2020/21 / 
        > Focus Ayton | c |  | confidential
          Comparator(1) Statistical neighbours (median) | low |  | rounds to zero
          Comparator(2) England | 10% [u] |  | low reliability
        Q1 2020/21, Ayton: confidential."#]],
    );
    check(
        &dataset,
        "symbols",
        "line",
        (1, 3),
        &expect![[r#"
        Q4 2020/21 / 
          Focus Ayton | 70.0% [p] [d] |  | provisional, derived, not published, confidence limits 65.5 to 74.5
        > Comparator(1) Statistical neighbours (median) | z |  | not applicable
          Comparator(2) England | – |  | not published
        Q4 2020/21, Statistical neighbours (median): not applicable."#]],
    );
    check(
        &demo(),
        "icpc-in-time",
        "line",
        (0, 3),
        &expect![[r#"
        Q4 2020/21 / 
        > Focus Isle of Wight | 70% |  | 
        Q4 2020/21, Isle of Wight: 70%."#]],
    );
}

#[test]
fn many_lines() {
    let all = |what: &dyn Fn(usize) -> String| (0..14).map(what).collect::<Vec<_>>().join(", ");
    let role = |at: usize| if at == 0 { r#", "role": "focus""# } else { "" };
    let dataset = dataset(&format!(
        r#"{{ "kpi": "1.0", "title": "T", "publisher": {{ "name": "P" }}, "areas": [{}], "indicators": [
            {{ "id": "rate", "name": "Rate", "unit": {{ "kind": "percent" }}, "periods": ["2019", "2020"], "series": [{}] }}] }}"#,
        all(&|at| format!(r#"{{ "id": "a{at}", "name": "Area {at}"{} }}"#, role(at))),
        all(&|at| format!(r#"{{ "area": "a{at}", "values": [{at}, {at}] }}"#)),
    ));
    let ix = find_indicator("rate", &dataset).unwrap();
    for (chosen, expect) in [(7, (8, "")), (8, (5, "4 more are in the table")), (12, (5, "8 more are in the table"))] {
        let compare = Compare::new(true, dataset.comparators().map(|(ix, _)| ix).take(chosen).collect());
        let query = Query { view: View::of(ix), compare, ..Query::initial(&dataset) };
        let chart = chart(&IndicatorModel::new(&dataset, &query, ix, MeasureIx(0)).unwrap(), "line");
        let read = read_out(&dataset, &query, ix, &chart, 0, 0).unwrap();
        assert_eq!((read.rows.len(), read.more.as_str()), expect, "{}", told(&read));
        // The one pointed at is always there.
        let last = read_out(&dataset, &query, ix, &chart, chosen, 0).unwrap();
        assert!(last.rows.last().unwrap().here, "{}", told(&last));
    }
}

#[test]
fn a_bar() {
    check(
        &demo(),
        "children-looked-after",
        "bars",
        (0, 0),
        &expect![[r#"
        2020 / 
        > Focus Isle of Wight | 107 |  | 
        2020, Isle of Wight: 107 per 10,000."#]],
    );
    check(
        &demo(),
        "children-looked-after",
        "bars",
        (3, 0),
        &expect![[r#"
        2020 / Isle of Wight is
        > Comparator(1) South East | 53 | 54 higher | 
        2020, South East: 53 per 10,000; Isle of Wight is 54 higher."#]],
    );
}

#[test]
fn a_part_of_a_breakdown() {
    let dataset = dataset(EVERYTHING);
    check(
        &dataset,
        "ages",
        "bars",
        (2, 0),
        &expect![[r#"
        All ages / Ayton is
        > Focus Ayton | 60.0 |  | 
          Comparator(2) England | 60.0 | the same | 
        All ages, Ayton: 60.0 per 10,000."#]],
    );
    check(
        &dataset,
        "ages",
        "bars",
        (2, 1),
        &expect![[r#"
        All ages / Ayton is
          Focus Ayton | 60.0 |  | 
        > Comparator(2) England | 60.0 | the same | 
        All ages, England: 60.0 per 10,000; Ayton is the same."#]],
    );
    check(
        &dataset,
        "ages",
        "bars",
        (0, 1),
        &expect![[r#"
        0 to 4 / 
          Part Ayton | 51.0 |  | 
        > Comparator(2) England | – |  | not published
        0 to 4, England: not published."#]],
    );
}

#[test]
fn budget_and_outturn() {
    check(
        &demo(),
        "outturn",
        "bars",
        (0, 0),
        &expect![[r#"
            Access, Resources & Business Development / 
            > Part Forecast | 3,977 |  | £374 thousand under
              Plan Budget | 4,351 |  | 
            Access, Resources & Business Development, Forecast: £3.977 million, £374 thousand under."#]],
    );
    check(
        &demo(),
        "outturn",
        "bars",
        (0, 1),
        &expect![[r#"
            Access, Resources & Business Development / 
              Part Forecast | 3,977 |  | £374 thousand under
            > Plan Budget | 4,351 |  | 
            Access, Resources & Business Development, Budget: £4.351 million."#]],
    );
    check(
        &dataset(EVERYTHING),
        "money",
        "bars",
        (1, 0),
        &expect![[r#"
            2020/21 / 
            > Focus Outturn | over 1,190.5 [f] |  | forecast
              Plan Budget | 1,200 |  | 
            2020/21, Outturn: over £1.1905 million, forecast."#]],
    );
}

#[test]
fn one_of_many_areas() {
    let dataset = dataset(&many_areas(30));
    let ix = find_indicator("rate", &dataset).unwrap();
    let chosen = |(ix, area): (_, &Area)| ["SN", "E92000001"].contains(&area.id.as_str()).then_some(ix);
    let compare = Compare::new(true, dataset.comparators().filter_map(chosen).collect());
    let query = Query { view: View::of(ix), compare, ..Query::initial(&dataset) };
    let model = IndicatorModel::new(&dataset, &query, ix, MeasureIx(0)).unwrap();
    let strip = chart(&model, "strip");
    let ChartModel::Strip(found) = &*strip else { panic!() };
    let check = |name: &str, expect: &Expect| {
        let dot = found.dots.iter().position(|dot| dot.name == name).unwrap();
        expect.assert_eq(&told(&read_out(&dataset, &query, ix, &strip, dot, 0).unwrap()));
    };
    check(
        "Area 0",
        &expect![[r#"
        2020 / Isle of Wight is
        > Other Area 0 | 40 | 67 higher | rank 1 of 29
        2020, Area 0: 40 per 10,000, rank 1 of 29; Isle of Wight is 67 higher."#]],
    );
    check(
        "Isle of Wight",
        &expect![[r#"
        2020 / 
        > Focus Isle of Wight | 107 |  | confidence limits 95 to 120, rank 21 of 29
        2020, Isle of Wight: 107 per 10,000, confidence limits 95 to 120, rank 21 of 29."#]],
    );
    // Neither a country nor a group has a place among authorities.
    check(
        "England",
        &expect![[r#"
        2020 / Isle of Wight is
        > Comparator(33) England | 67 | 40 higher | 
        2020, England: 67 per 10,000; Isle of Wight is 40 higher."#]],
    );
    check(
        "Statistical neighbours (median)",
        &expect![[r#"
            2020 / Isle of Wight is
            > Comparator(0) Statistical neighbours (median) | 77 | 30 higher | 
            2020, Statistical neighbours (median): 77 per 10,000; Isle of Wight is 30 higher."#]],
    );
    let note = expect!["Isle of Wight ranks 21 of 29 areas, where 1 is the best. 2 more areas have no figure."];
    note.assert_eq(&found.note);
    let by_name = |name: &str| found.dots.iter().any(|dot| dot.name == name);
    assert!(!by_name("A district") && !by_name("Area 3") && !by_name("South East"));
    assert_eq!(found.dots.len(), 29 + 2);
}

#[test]
fn nothing_where_there_is_no_such_place() {
    for (series, period) in [(9, 0), (0, 9), (usize::MAX, usize::MAX)] {
        assert_eq!(said(&demo(), "icpc-in-time", "line", (series, period)), "nothing");
    }
    assert_eq!(said(&demo(), "outturn", "bars", (0, 2)), "nothing");
}

/// Differences are those of the published decimals, however an f64 would have them.
#[test]
fn differences_are_exact() {
    let file = with(EVERYTHING, "[null, 1e1, 1.5e-1, -0.5]", "[69.7, 1e1, 0.3, -0.5]");
    let file = with(
        &file,
        r#"{ "2021-01-01/P3M": "pd", "2020-07-01/P3M": "b""#,
        r#"{ "2021-01-01/P3M": "p", "2020-07-01/P3M": "b""#,
    );
    check(
        &dataset(&file),
        "symbols",
        "line",
        (2, 3),
        &expect![[r#"
        Q4 2020/21 / Ayton is
          Focus Ayton | 70.0% [p] |  | provisional, confidence limits 65.5 to 74.5
          Comparator(1) Statistical neighbours (median) | z |  | not applicable
        > Comparator(2) England | 69.7% | 0.3 percentage points higher | 
        Q4 2020/21, England: 69.7%; Ayton is 0.3 percentage points higher."#]],
    );
}

/// Every place of every chart has something to say, and says it of the figure that the chart shows there.
#[test]
fn every_place_of_every_chart_is_told() {
    for dataset in [demo(), dataset(EVERYTHING), dataset(&many_areas(40))] {
        let initial = Query::initial(&dataset);
        for (ix, indicator) in dataset.indexed_indicators() {
            for measure in (0..u16::try_from(indicator.measures.len()).unwrap()).map(MeasureIx) {
                let view = View::Indicator { indicator: ix, measure, cut: Cut::default() };
                let query = Query { view, ..initial.clone() };
                for chart in IndicatorModel::new(&dataset, &query, ix, measure).unwrap().charts {
                    let places: Vec<(usize, usize)> = match &*chart {
                        ChartModel::Line(chart) => (0..chart.lines.len())
                            .flat_map(|line| (0..chart.periods.len()).map(move |period| (line, period)))
                            .collect(),
                        ChartModel::Bars(chart) => (0..chart.bars.len())
                            .flat_map(|bar| (0..=chart.marks.len()).map(move |mark| (bar, mark)))
                            .collect(),
                        ChartModel::Strip(chart) => (0..chart.dots.len()).map(|dot| (dot, 0)).collect(),
                    };
                    for (series, period) in places {
                        let read = read_out(&dataset, &query, ix, &chart, series, period).unwrap();
                        let here: Vec<_> = read.rows.iter().filter(|row| row.here).collect();
                        assert_eq!(here.len(), 1);
                        let point = match &*chart {
                            ChartModel::Line(chart) => &chart.lines[series].points[period],
                            ChartModel::Bars(chart) if period == 0 => &chart.bars[series].point,
                            ChartModel::Bars(chart) => &chart.bars[series].marks[period - 1],
                            ChartModel::Strip(chart) => &chart.dots[series].point,
                        };
                        assert_eq!(here[0].value, crate::charts::shown(point));
                        assert!(read.spoken.ends_with('.') && read.spoken.contains(&here[0].name));
                    }
                }
            }
        }
    }
}
