//! Who is ranked with whom, and where the quarters of many lie.

use crate::given::{dataset, decimal, holds, many_areas};
use kpi_core::model::{Decimal, MeasureIx, Polarity};
use kpi_core::query::{Query, Ranking, Sight, peers};
use proptest::collection::vec;
use proptest::prelude::prop_assert;

/// The ids of those with whom the first area is ranked, all of which have a figure.
fn ranked_with(ids: &[&str]) -> String {
    let areas: Vec<String> = ids
        .iter()
        .enumerate()
        .map(|(position, id)| {
            let role = if position == 0 { r#", "role": "focus""# } else { "" };
            format!(r#"{{ "id": "{id}", "name": "{id}"{role} }}"#)
        })
        .collect();
    let series: Vec<String> = ids.iter().map(|id| format!(r#"{{ "area": "{id}", "values": [1] }}"#)).collect();
    let file = format!(
        r#"{{ "kpi": "1.0", "title": "Peers", "publisher": {{ "name": "A" }}, "areas": [ {} ], "indicators": [
            {{ "id": "one", "name": "One", "unit": {{ "kind": "count" }}, "periods": ["2020"], "series": [ {} ] }} ] }}"#,
        areas.join(", "),
        series.join(", ")
    );
    let dataset = dataset(&file);
    let query = Query::initial(&dataset);
    let sight = Sight::new(&dataset, &query, &dataset.indicators[0], MeasureIx(0), 0);
    let found: Vec<&str> = peers(sight).iter().map(|ix| dataset.area(*ix).unwrap().id.as_str()).collect();
    found.join(" ")
}

#[test]
fn authorities_are_ranked_with_authorities() {
    let check = |ids: &str, expect: &str| {
        let ids: Vec<&str> = ids.split(' ').collect();
        assert_eq!(ranked_with(&ids), expect, "{ids:?}");
    };
    let all = "E07000001 E08000001 E09000001 E10000001 E12000001 E92000001 W06000001 S12000001";
    check(&format!("E06000046 {all}"), "E06000046 E08000001 E09000001 E10000001");
    check(&format!("E10000002 E06000046 {all}"), "E10000002 E06000046 E08000001 E09000001 E10000001");
    check(&format!("E07000002 E06000046 {all}"), "E07000002 E06000046 E07000001 E08000001 E09000001");
    check(&format!("W06000002 {all}"), "W06000002 W06000001");
    check(&format!("E12000002 {all}"), "E12000002 E12000001");
    // Wards with wards.
    check("E05000001 E05000002 E06000046", "E05000001 E05000002");
    // A code of the publisher's own is of no kind that could be told, and beside an official one it is another.
    check("A B E06000046", "A B E06000046");
    check("E06000046 SE E0600004 E060000467 e06000046", "E06000046");
}

#[test]
fn who_has_no_figure_has_no_place_and_a_group_has_none_either() {
    let dataset = dataset(&many_areas(30));
    let query = Query::initial(&dataset);
    let sight = Sight::new(&dataset, &query, &dataset.indicators[0], MeasureIx(0), 0);
    let peers = peers(sight);
    // 30 authorities and the focus, of which two have a symbol.
    assert_eq!(peers.len(), 31);
    assert_eq!(sight.rank(&peers).unwrap().of, 29);
}

#[test]
fn quartiles_are_numbers_of_the_list_or_half_way_between_two() {
    let check = |numbers: &str, expect: &str| {
        let numbers: Vec<Decimal> = numbers.split(' ').map(decimal).collect();
        let found =
            Ranking::new(numbers.clone()).quartiles().map(|found| found.map(|number| number.to_string()).join(" "));
        assert_eq!(found.unwrap_or_default(), expect, "{numbers:?}");
    };
    check("1 2 3", "");
    check("4 1 3 2", "1.5 2.5 3.5");
    check("1 2 3 4 5", "2 3 4");
    check("1 2 3 4 5 6", "2 3.5 5");
    check("1 2 3 4 5 6 7", "2 4 6");
    check("1 2 3 4 5 6 7 8", "2.5 4.5 6.5");
    check("7 7 7 7", "7 7 7");
    check("-4 -3.5 -1 10", "-3.75 -2.25 4.5");
}

/// Who is in the first quarter by its place does not lie beyond the quartile, and who is in the second lies not before it.
#[test]
fn places_change_their_quarter_where_the_quartiles_lie() {
    holds(256, vec(0..40_i64, 4..60), |numbers| {
        let all: Vec<Decimal> = numbers.iter().map(|number| Decimal::new(*number, 0)).collect();
        let ranking = Ranking::new(all.clone());
        let [lower, median, upper] = ranking.quartiles().unwrap();
        prop_assert!(lower <= median && median <= upper);
        for own in &all {
            let rank = ranking.rank(*own, Polarity::Lower);
            let quarter = (rank.place - 1) * 4 / rank.of + 1;
            let (from, to) = match quarter {
                1 => (None, Some(lower)),
                2 => (Some(lower), Some(median)),
                3 => (Some(median), Some(upper)),
                _ => (Some(upper), None),
            };
            prop_assert!(from.is_none_or(|from| from <= *own), "{own} in {quarter} of {all:?}");
            prop_assert!(to.is_none_or(|to| *own <= to), "{own} in {quarter} of {all:?}");
        }
        Ok(())
    });
}
