use crate::given::{EVERYTHING, THREE, dataset, decimal, with};
use kpi_core::model::{AreaIx, Dataset, MeasureIx, Polarity};
use kpi_core::query::{Outcome, Query, Rule, Sight};

/// own, target, tolerance, outcome by polarity: higher, lower, neither
#[test]
fn a_target_is_met_at_it_and_beyond() {
    use Outcome::{Met, Missed, Near, NoDirection};
    for (own, target, tolerance, higher, lower, neither) in [
        ("95", "95", None, Met, Met, Met),
        ("95.0", "95", None, Met, Met, Met),
        ("96", "95", None, Met, Missed, NoDirection),
        ("94", "95", None, Missed, Met, NoDirection),
        ("94", "95", Some("1"), Near, Met, NoDirection),
        ("96", "95", Some("1"), Met, Near, NoDirection),
        ("93.9", "95", Some("1"), Missed, Met, NoDirection),
        ("95", "95", Some("0"), Met, Met, Met),
        ("94.9", "95", Some("0"), Missed, Met, NoDirection),
        ("-1", "0", Some("2"), Near, Met, NoDirection),
        ("0", "-1", None, Met, Missed, NoDirection),
    ] {
        for (polarity, expect) in [(Polarity::Higher, higher), (Polarity::Lower, lower), (Polarity::Neither, neither)] {
            let rule = Rule { polarity, tolerance: tolerance.map(decimal) };
            let aim = rule.aim(decimal(own), decimal(target));
            assert_eq!(aim.outcome, expect, "{own} of {target} within {tolerance:?}, {polarity:?}");
            assert_eq!((aim.target, aim.amount), (decimal(target), decimal(own).minus(decimal(target))));
        }
    }
}

fn outcome(dataset: &Dataset, indicator: usize, measure: u16, position: usize) -> Option<(Outcome, String)> {
    let query = Query::initial(dataset);
    let sight = Sight::new(dataset, &query, &dataset.indicators[indicator], MeasureIx(measure), position);
    sight.aim().map(|aim| (aim.outcome, aim.amount.to_string()))
}

#[test]
fn targets_of_a_publication() {
    let dataset = dataset(EVERYTHING);
    // Q1 has a symbol and a target of 70; Q2 and Q3 have no target; Q4 has 70.0 and a target of 75 with a tolerance of 0.5.
    let found: Vec<_> = (0..4).map(|position| outcome(&dataset, 0, 0, position)).collect();
    assert_eq!(found, [None, None, None, Some((Outcome::Missed, "-5.0".to_owned()))]);
    // One target for all periods, of the budget alone; the indicator has no polarity.
    let budget = outcome(&dataset, 1, 0, 0);
    assert_eq!(budget, Some((Outcome::NoDirection, "-150".to_owned())));
    assert_eq!(outcome(&dataset, 1, 1, 0), None);
}

/// A reader who sees 70% and a target of 70% is not told that it was missed.
#[test]
fn a_target_is_held_against_what_is_shown() {
    let unit = r#"{ "kind": "percent", "decimals": 0 }, "polarity": "higher", "target": 70.4"#;
    let file = with(THREE, r#"{ "kind": "percent" }"#, unit);
    let dataset = dataset(&with(&file, "[1, 2]", "[70.4, 69.6]"));
    for position in [0, 1] {
        assert_eq!(outcome(&dataset, 0, 0, position), Some((Outcome::Met, "0".to_owned())));
    }
}

#[test]
fn a_target_is_the_focus_areas_for_the_whole() {
    let dataset = dataset(&with(EVERYTHING, r#""polarity": "lower","#, r#""polarity": "lower", "target": 55,"#));
    let query = Query::initial(&dataset);
    let sight = Sight::new(&dataset, &query, &dataset.indicators[2], MeasureIx(0), 0);
    assert_eq!(sight.aim().unwrap().outcome, Outcome::Missed);
    assert_eq!(sight.of(AreaIx(3)).aim(), None);
    assert_eq!(Sight { cell: 0, ..sight }.aim(), None);
}

/// The polarity of a rate is none of its numerator; a target of the numerator still has one.
#[test]
fn a_target_of_a_numerator_has_the_indicators_direction() {
    let measures = r#""measures": [
        { "id": "rate", "name": "Rate", "unit": { "kind": "percent" } },
        { "id": "cases", "name": "Cases", "role": "numerator", "unit": { "kind": "count" }, "target": 10 }
      ], "polarity": "lower""#;
    let file = with(THREE, r#""unit": { "kind": "percent" }"#, measures);
    let file = with(&file, r#""area": "A", "values": [1, 2]"#, r#""area": "A", "measure": "cases", "values": [9, 12]"#);
    let dataset = dataset(&file);
    assert_eq!(outcome(&dataset, 0, 1, 0).unwrap().0, Outcome::Met);
    assert_eq!(outcome(&dataset, 0, 1, 1).unwrap().0, Outcome::Missed);
}
