use crate::given::{EVERYTHING, THREE, dataset, decimal, with};
use kpi_core::model::{AreaIx, Dataset, IndicatorIx, MeasureIx, Polarity};
use kpi_core::query::{Basis, Compare, Query, Rule, Sight, Since, Verdict, View};

#[test]
fn a_verdict_is_sign_by_polarity() {
    use Verdict::{Better, Different, Same, Worse};
    for (own, other, higher, lower, neither) in [
        ("2", "1", Better, Worse, Different),
        ("1", "2", Worse, Better, Different),
        ("1", "1", Same, Same, Same),
        ("1", "1.00", Same, Same, Same),
        ("-2", "-1", Worse, Better, Different),
        ("0.1", "-0.1", Better, Worse, Different),
    ] {
        for (polarity, expect) in [(Polarity::Higher, higher), (Polarity::Lower, lower), (Polarity::Neither, neither)] {
            let found = Rule { polarity, tolerance: None }.judge(decimal(own), decimal(other));
            assert_eq!((found.verdict, found.basis), (expect, Basis::Numbers), "{own} against {other}, {polarity:?}");
            assert_eq!(found.other, decimal(other));
        }
    }
}

/// The change of the focus area at every period, `-` where there is none.
fn changes(dataset: &Dataset, ix: IndicatorIx, area: AreaIx) -> String {
    let indicator = dataset.indicator(ix).unwrap();
    let query = Query::initial(dataset);
    let at = |position| Sight::new(dataset, &query, indicator, MeasureIx(0), position).of(area);
    let change = |position| {
        let change = at(position).change(Since::Previous);
        change.map_or("-".to_owned(), |change| change.difference.amount.to_string())
    };
    (0..indicator.periods.len()).map(change).collect::<Vec<_>>().join(" ")
}

/// periods, values, more of the series, changes in order of time
#[test]
fn a_change_is_between_two_numbers_of_one_kind() {
    for (periods, values, more, expect) in [
        (r#"["2020-04-01/P3M", "2020-07-01/P3M", "2020-10-01/P3M"]"#, "[90, 79, 70.5]", "", "- -11 -8.5"),
        (r#"["2020-10-01/P3M", "2021-01-01/P3M"]"#, "[79, 70]", "", "- -9"),
        // A quarter that is not there is not stepped over.
        (r#"["2020-04-01/P3M", "2020-10-01/P3M"]"#, "[90, 70]", "", "- -"),
        (r#"["2019", "2020"]"#, "[90, 95]", "", "- 5"),
        (r#"["2018", "2020"]"#, "[90, 95]", "", "- -"),
        (r#"["2020-03-31", "2021-03-31"]"#, "[90, 95]", "", "- 5"),
        (r#"["2020-03-31", "2021-03-30"]"#, "[90, 95]", "", "- -"),
        (r#"["2020-12-01/P1M", "2021-01-01/P1M"]"#, "[90, 95]", "", "- 5"),
        // Never between kinds: a year and its quarters, two kinds of year, a year and a day.
        (r#"["2020-01-01/P3M", "2020-04-01/P1Y", "2020-04-01/P3M"]"#, "[90, 95, 96]", "", "- 6 -"),
        (r#"["2019", "2020-01-01/P1Y", "2020-04-01/P1Y"]"#, "[90, 95, 96]", "", "- - -"),
        (r#"["2019-04-01/P1Y", "2020-03-31", "2020-04-01/P2Y"]"#, "[90, 95, 96]", "", "- - -"),
        (r#"["undated", "2020"]"#, "[90, 95]", "", "- -"),
        // Nor across a symbol or a break.
        (r#"["2018", "2019", "2020"]"#, r#"[90, "c", 95]"#, "", "- - -"),
        (r#"["2018", "2019", "2020"]"#, "[90, null, 95]", "", "- - -"),
        (r#"["2018", "2019", "2020"]"#, "[90, 91, 95]", r#", "status": { "2019": "b" }"#, "- - 4"),
        (r#"["2018", "2019", "2020"]"#, "[90, 91, 95]", r#", "status": { "2019": "p" }"#, "- 1 4"),
    ] {
        let file = with(THREE, r#"["2020", "2021"]"#, periods);
        let dataset = dataset(&with(&file, "[1, 2]", &format!("{values}{more}")));
        assert_eq!(changes(&dataset, IndicatorIx(0), dataset.focus()), expect, "{periods} {values} {more}");
    }
}

/// What is compared is what is published: two figures that read 70% do not differ.
#[test]
fn figures_are_compared_at_their_published_decimals() {
    for (values, expect) in [("[70.4, 69.6]", "- 0"), ("[70.4, 70.6]", "- 1"), ("[70.5, 71.4]", "- 0")] {
        let file = with(THREE, r#"{ "kind": "percent" }"#, r#"{ "kind": "percent", "decimals": 0 }"#);
        let dataset = dataset(&with(&file, "[1, 2]", values));
        assert_eq!(changes(&dataset, IndicatorIx(0), dataset.focus()), expect, "{values}");
    }
}

#[test]
fn areas_are_compared_in_one_period_and_only_by_numbers() {
    let dataset = dataset(EVERYTHING);
    let indicator = &dataset.indicators[0];
    let query = Query::initial(&dataset);
    let found: Vec<String> = (0..4)
        .map(|position| {
            let sight = Sight::new(&dataset, &query, indicator, MeasureIx(0), position);
            let against = |(area, _)| match sight.against(area) {
                Ok(found) => format!("{} {:?}", found.amount, found.verdict),
                Err(_) => "-".to_owned(),
            };
            dataset.comparators().map(against).collect::<Vec<_>>().join(", ")
        })
        .collect();
    // Own figures: c, 71, 69.5, 70.0; Beeton: x, none, none, 70; neighbours: low, low, u, z; England: 10, 0.15, -0.5, none.
    assert_eq!(found, ["-, -, -, -", "-, -, 70.85 Better, -", "-, -, 70.0 Better, -", "0.0 Same, -, -, -"]);
}

#[test]
fn what_is_chosen_at_first() {
    let dataset = dataset(EVERYTHING);
    let initial = Query::initial(&dataset);
    assert_eq!(initial.view, View::Overview);
    assert_eq!(initial.period.unwrap().to_string(), "2021-01-01/P3M");
    assert!(initial.compare.previous);
    assert_eq!(initial.compare.areas(), [AreaIx(2), AreaIx(3)]);
}

#[test]
fn a_choice_is_toggled() {
    let choice = Compare::new(true, vec![AreaIx(3), AreaIx(1), AreaIx(3)]);
    assert_eq!(choice.areas(), [AreaIx(1), AreaIx(3)]);
    let more = choice.toggled(AreaIx(2));
    assert_eq!(more.areas(), [AreaIx(1), AreaIx(2), AreaIx(3)]);
    assert_eq!(more.toggled(AreaIx(2)), choice);
    assert!(more.previous && more.has(AreaIx(2)) && !choice.has(AreaIx(2)));
}

/// An area is drawn the same way whatever else is chosen.
#[test]
fn a_comparator_keeps_its_place() {
    let dataset = dataset(EVERYTHING);
    let only = Query { compare: Compare::new(false, vec![AreaIx(3)]), ..Query::initial(&dataset) };
    let found: Vec<(usize, &str)> = only.comparators(&dataset).map(|(at, _, area)| (at, area.name.as_str())).collect();
    assert_eq!(found, [(2, "England")]);
}
