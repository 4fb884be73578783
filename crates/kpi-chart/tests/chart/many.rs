//! As many areas as a file of two megabytes has. What is quadratic takes minutes here, and what is worse does not end.

use kpi_chart::{FixedMetrics, Size, place, suggested_height};
use kpi_core::ingest;
use kpi_core::model::{IndicatorIx, MeasureIx};
use kpi_core::query::{Query, fragment};
use kpi_core::view::{ChartModel, IndicatorModel};
use std::fmt::Write;

const AREAS: usize = 24_000;

/// The indicator's page and its strip, of areas with these values.
fn look(value: impl Fn(usize) -> usize) {
    let (mut areas, mut series) = (String::new(), String::new());
    for at in 0..AREAS {
        // The focus is the last: whoever looks for it for each of them looks far.
        let (role, comma) = if at + 1 == AREAS { (r#","role":"focus""#, "") } else { ("", ",") };
        write!(areas, r#"{{"id":"E06{at:06}","name":"Area {at}"{role}}}{comma}"#).unwrap();
        write!(series, r#"{{"area":"E06{at:06}","values":[{}]}}{comma}"#, value(at)).unwrap();
    }
    let file = format!(
        r#"{{"kpi":"1.0","title":"Many","publisher":{{"name":"P"}},"areas":[{areas}],"indicators":[{{"id":"many",
        "name":"Many","unit":{{"kind":"score"}},"periods":["2020"],"series":[{series}]}}]}}"#
    );
    let dataset = ingest::read(file.as_bytes()).dataset.unwrap();
    let address = "kpi?i=many&r=1,place,E06023999";
    let query = fragment::read(address, &Query::initial(&dataset), &dataset).unwrap();
    let model = IndicatorModel::new(&dataset, &query, IndicatorIx(0), MeasureIx(0)).unwrap();

    // The largest first; behind the areas stand the quartiles.
    let rows = &model.tables[1].rows;
    assert_eq!(rows.len(), AREAS + 3);
    let places: Vec<usize> = rows.iter().filter_map(|row| row.cells[1].text.replace(',', "").parse().ok()).collect();
    assert!(places.len() == AREAS && places.is_sorted() && places[0] == 1);

    let [chart] = model.charts.as_slice() else { panic!("one chart") };
    let ChartModel::Strip(strip) = &**chart else { panic!("no strip") };
    let size = Size { width: 640.0, height: suggested_height(chart, 640.0, &FixedMetrics) };
    let placed = place(chart, size, &FixedMetrics);
    assert_eq!((strip.dots.len(), placed.spots.len()), (AREAS, AREAS));
    let mut seen: Vec<(u64, u64)> =
        placed.spots.iter().map(|spot| (spot.at.x.to_bits(), spot.at.y.to_bits())).collect();
    assert!(placed.spots.iter().all(|spot| spot.valued && spot.at.x >= 0.0 && spot.at.x <= placed.plot.right));
    // As close as they are, each has a place of its own.
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), AREAS);

    let mut text = String::new();
    kpi_core::export::shown(&dataset, &query, &mut text).unwrap();
    assert_eq!(text.lines().count(), AREAS + 1);
}

#[test]
fn that_are_all_different() {
    look(|at| at * 7919 % 1_000_003);
}

#[test]
fn that_are_all_alike() {
    look(|_| 5);
}

#[test]
fn most_of_which_are_near_each_other() {
    look(|at| if at.is_multiple_of(10) { at * 7919 % 1_000_003 } else { 500_000 + at * 31 % 997 });
}
