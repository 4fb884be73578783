use crate::given::{EVERYTHING, THREE, dataset, decimal, period, unit, with};
use kpi_core::model::{
    AreaIx, Dataset, Figure, IndicatorIx, Limits, MeasureIx, Missing, Polarity, Unit, UnitKind, Value,
};
use kpi_core::query::{Basis, Compare, Difference, Incomparable, Query, Rule, Side, Sight, Since, Verdict, View};

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
    // Own figures: c, 71, about 69.5, 70.0; Beeton: x, none, none, 70; neighbours: low, low, u, z; England: 10, 0.15, -0.5, none.
    assert_eq!(found, ["-, -, -, -", "-, -, 70.85 Better, -", "-, -, -, -", "0.0 Same, -, -, -"]);
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

fn figure(value: Value, limits: Option<(&str, &str)>) -> Figure<'static> {
    let limits = limits.map(|(lower, upper)| Limits { lower: decimal(lower), upper: decimal(upper) });
    Figure { value, limits, ..Figure::NOT_PUBLISHED }
}

fn number(text: &str) -> Value {
    Value::Number(decimal(text))
}

fn turned(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Better => Verdict::Worse,
        Verdict::Worse => Verdict::Better,
        other => other,
    }
}

/// own with limits, other with limits, tolerance, decimals of the unit: verdict (where higher is better) and basis
#[test]
fn a_verdict_by_tolerance_and_limits() {
    use Basis::{Limits, Numbers, Tolerance};
    use Verdict::{Better, Same, Similar, Worse};
    let whole = Some(0);
    for (own, own_limits, other, other_limits, tolerance, decimals, verdict, basis) in [
        ("70", None, "60", None, None, None, Better, Numbers),
        // A tolerance holds up to itself, at the published decimals.
        ("70", None, "69", None, Some("1"), None, Similar, Tolerance),
        ("70", None, "68.9", None, Some("1"), None, Better, Numbers),
        ("70", None, "69.99", None, Some("0"), None, Better, Numbers),
        ("70", None, "70", None, Some("1"), None, Same, Numbers),
        ("70.4", None, "69.5", None, Some("0"), whole, Same, Numbers),
        ("70.6", None, "69.4", None, Some("1"), whole, Better, Numbers),
        // An interval against a number: within, at the ends, outside.
        ("70", Some(("65", "75")), "66", None, None, None, Similar, Limits),
        ("70", Some(("65", "75")), "65", None, None, None, Similar, Limits),
        ("70", Some(("65", "75")), "75.0", None, None, None, Similar, Limits),
        ("70", Some(("65", "75")), "64.9", None, None, None, Better, Limits),
        ("70", Some(("65", "75")), "75.1", None, None, None, Worse, Limits),
        ("64.9", None, "70", Some(("65", "75")), None, None, Worse, Limits),
        ("65", None, "70", Some(("65", "75")), None, None, Similar, Limits),
        // Two intervals: apart, touching, overlapping, one in the other.
        ("70", Some(("68", "72")), "65", Some(("63", "67")), None, None, Better, Limits),
        ("70", Some(("68", "72")), "65", Some(("62", "68")), None, None, Similar, Limits),
        ("70", Some(("67", "73")), "65", Some(("62", "68")), None, None, Similar, Limits),
        ("70", Some(("50", "90")), "65", Some(("64", "66")), None, None, Similar, Limits),
        // The tolerance comes first; beyond it the limits decide.
        ("70", Some(("69", "71")), "65", Some(("64", "66")), Some("5"), None, Similar, Tolerance),
        ("70", Some(("69", "71")), "65", Some(("64", "66")), Some("4"), None, Better, Limits),
        ("70", Some(("60", "80")), "65", Some(("64", "66")), Some("4"), None, Similar, Limits),
        // No difference is none, whatever the limits are.
        ("70", Some(("69", "71")), "70.0", Some(("60", "80")), None, None, Same, Numbers),
        // Limits are taken as they are shown: 70.4 to 72 reads 70 to 72, and 70 is in it.
        ("71", Some(("70.4", "72")), "70", None, None, whole, Similar, Limits),
        ("71", Some(("70.4", "72")), "70", None, None, None, Better, Limits),
        ("71", Some(("69.6", "72")), "69.6", None, None, whole, Similar, Limits),
        // Limits that do not hold their own number claim nothing between the two.
        ("80", Some(("60", "70")), "75", None, None, None, Similar, Limits),
        ("80", Some(("60", "70")), "81", None, None, None, Worse, Limits),
    ] {
        let case = format!("{own} {own_limits:?} against {other} {other_limits:?}, {tolerance:?}, {decimals:?}");
        let unit = Unit { kind: UnitKind::Percent, decimals, total: None };
        let (own, other) = (figure(number(own), own_limits), figure(number(other), other_limits));
        let side = |figure| Side { figure, unit: &unit, period: period("2020") };
        let compare = |polarity, own, other| {
            let rule = Rule { polarity, tolerance: tolerance.map(decimal) };
            let found = rule.compare(side(own), side(other)).unwrap();
            (found.verdict, found.basis)
        };
        assert_eq!(compare(Polarity::Higher, own, other), (verdict, basis), "{case}");
        assert_eq!(compare(Polarity::Lower, own, other), (turned(verdict), basis), "{case}, lower");
        assert_eq!(compare(Polarity::Higher, other, own), (turned(verdict), basis), "{case}, exchanged");
        let neither = if matches!(verdict, Better | Worse) { Verdict::Different } else { verdict };
        assert_eq!(compare(Polarity::Neither, own, other), (neither, basis), "{case}, neither");
    }
}

const KINDS: [&str; 12] = [
    "undated",
    "2020",
    "2020-03-31",
    "2020-09-30",
    "2020-04-01/P1M",
    "2020-04-01/P3M",
    "2020-04-01/P1Y",
    "2020-01-01/P1Y",
    "2020-09-01/P1Y",
    "2020-04-01/P6M",
    "2020-10-01/P6M",
    "2020-04-15/P6M",
];

/// Two figures of one kind are compared, of two kinds never; this goes before what the figures are.
#[test]
fn all_pairs_of_kinds_of_period() {
    let rule = Rule { polarity: Polarity::Higher, tolerance: None };
    let unit = unit(UnitKind::Percent);
    for own in KINDS {
        for other in KINDS {
            for value in [number("1"), Value::Missing(Missing::Confidential)] {
                let side = |text| Side { figure: figure(value, None), unit: &unit, period: period(text) };
                let found = rule.compare(side(own), side(other)).map(|found| found.verdict);
                let expect = match value {
                    _ if own != other => Err(Incomparable::OtherKind),
                    Value::Missing(missing) => Err(Incomparable::Own(missing)),
                    Value::Number(_) => Ok(Verdict::Same),
                };
                assert_eq!(found, expect, "{own} {other}");
            }
        }
    }
}

#[test]
fn all_pairs_of_units() {
    let kinds = [
        UnitKind::Count,
        UnitKind::Percent,
        UnitKind::Rate { per: 1000 },
        UnitKind::Rate { per: 10000 },
        UnitKind::Gbp { scale: 1 },
        UnitKind::Gbp { scale: 1000 },
        UnitKind::Ratio,
        UnitKind::Days,
        UnitKind::Score,
        UnitKind::Other { label: "visits".to_owned() },
        UnitKind::Other { label: "miles".to_owned() },
    ];
    let rule = Rule { polarity: Polarity::Higher, tolerance: None };
    for own in &kinds {
        for other in &kinds {
            let (one, two) = (unit(own.clone()), Unit { kind: other.clone(), decimals: Some(1), total: None });
            let side = |unit| Side { figure: figure(number("1"), None), unit, period: period("2020") };
            let found = rule.compare(side(&one), side(&two)).map(|found| found.verdict);
            assert_eq!(found, if own == other { Ok(Verdict::Same) } else { Err(Incomparable::OtherUnit) });
        }
    }
}

/// Whatever the symbol and whatever stands beside it, nothing is reckoned with it; the own one is named first.
#[test]
fn symbols_on_either_side() {
    let rule = Rule { polarity: Polarity::Higher, tolerance: Some(decimal("100")) };
    let unit = unit(UnitKind::Count);
    for own in Missing::ALL {
        for other in Missing::ALL {
            let side = |value, limits| Side { figure: figure(value, limits), unit: &unit, period: period("2020") };
            let (gone, also) = (side(Value::Missing(own), Some(("0", "9"))), side(Value::Missing(other), None));
            let there = side(number("1"), None);
            assert_eq!(rule.compare(gone, also), Err(Incomparable::Own(own)));
            assert_eq!(rule.compare(gone, there), Err(Incomparable::Own(own)));
            assert_eq!(rule.compare(there, also), Err(Incomparable::Other(other)));
        }
    }
}

/// What the focus area's first indicator says of every period, against the one before and the one a year before.
fn reasons(file: &str) -> Vec<String> {
    let dataset = dataset(file);
    let query = Query::initial(&dataset);
    let said = |position, since| {
        let sight = Sight::new(&dataset, &query, &dataset.indicators[0], MeasureIx(0), position);
        match sight.change(since) {
            Ok(change) => format!("{}", change.difference.amount),
            Err(Incomparable::Own(missing)) => format!("own {}", missing.symbol()),
            Err(Incomparable::Other(missing)) => format!("then {}", missing.symbol()),
            Err(why) => format!("{why:?}"),
        }
    };
    let both = |position| format!("{} | {}", said(position, Since::Previous), said(position, Since::YearBefore));
    (0..dataset.indicators[0].periods.len()).map(both).collect()
}

/// periods; values; status: against the period before | a year before, in order of time
#[test]
fn why_there_is_no_change() {
    let five = r#"["2020-01-01/P3M", "2020-04-01/P3M", "2020-07-01/P3M", "2020-10-01/P3M", "2021-01-01/P3M"]"#;
    let none = "NoEarlier | NoEarlier";
    for (periods, values, status, expect) in [
        (five, "[1, 2, 4, 8, 16]", "{}", vec![none, "1 | NoEarlier", "2 | NoEarlier", "4 | NoEarlier", "8 | 15"]),
        // A break lies between all that it stands between, and between nothing else.
        (
            five,
            "[1, 2, 4, 8, 16]",
            r#"{ "2020-07-01/P3M": "b" }"#,
            vec![none, "1 | NoEarlier", "Break | NoEarlier", "4 | NoEarlier", "8 | Break"],
        ),
        (
            five,
            "[1, 2, 4, 8, 16]",
            r#"{ "2020-01-01/P3M": "b" }"#,
            vec![none, "1 | NoEarlier", "2 | NoEarlier", "4 | NoEarlier", "8 | 15"],
        ),
        (
            five,
            r#"[1, 2, "c", 8, 16]"#,
            r#"{ "2020-07-01/P3M": "pb" }"#,
            vec![none, "1 | NoEarlier", "own c | own c", "then c | NoEarlier", "8 | Break"],
        ),
        (
            five,
            "[1, null, 4, 8, 16]",
            r#"{ "2021-01-01/P3M": "b" }"#,
            vec![none, "own – | own –", "then – | NoEarlier", "4 | NoEarlier", "Break | Break"],
        ),
        (
            r#"["2019-04-01/P1Y", "2020-04-01/P3M", "2020-04-01/P1Y", "2020-07-01/P3M"]"#,
            "[1, 2, 4, 8]",
            r#"{ "2020-04-01/P1Y": "b" }"#,
            // The break in the year is none between its quarters.
            vec![none, "OtherKind | OtherKind", "Break | Break", "6 | NoEarlier"],
        ),
        (r#"["undated", "2020"]"#, "[1, 2]", "{}", vec![none, none]),
        (r#"["2018", "2020", "2020-03-31"]"#, "[1, 2, 4]", "{}", vec![none, none, "OtherKind | OtherKind"]),
        (r#"["2020-02-29", "2021-02-28"]"#, "[1, 2]", "{}", vec![none, "OtherKind | OtherKind"]),
    ] {
        let file = with(THREE, r#"["2020", "2021"]"#, periods);
        let file = with(&file, "[1, 2]", &format!(r#"{values}, "status": {status}"#));
        assert_eq!(reasons(&file), expect, "{periods} {values} {status}");
    }
}

/// The overlap of two intervals decides over a change as well.
#[test]
fn a_change_by_limits() {
    let limits = r#"[70, 80, 83], "lower": [66, 76, 80], "upper": [74, 84, 86]"#;
    let file = with(THREE, r#"["2020", "2021"]"#, r#"["2019", "2020", "2021"]"#);
    let dataset = dataset(&with(&file, "[1, 2]", limits));
    let query = Query::initial(&dataset);
    let verdict = |position| {
        let sight = Sight::new(&dataset, &query, &dataset.indicators[0], MeasureIx(0), position);
        sight.change(Since::Previous).unwrap().difference.verdict
    };
    assert_eq!((verdict(1), verdict(2)), (Verdict::Different, Verdict::Similar));
}

/// The polarity is the rate's; fewer cases than England has are not better.
#[test]
fn what_a_rate_is_made_of_has_no_direction() {
    let measures = r#""measures": [
        { "id": "rate", "name": "Rate", "unit": { "kind": "percent" } },
        { "id": "cases", "name": "Cases", "role": "numerator", "unit": { "kind": "count" } },
        { "id": "children", "name": "Children", "role": "denominator", "unit": { "kind": "count" } },
        { "id": "budget", "name": "Budget", "role": "budget", "unit": { "kind": "gbp" } },
        { "id": "outturn", "name": "Outturn", "role": "outturn", "unit": { "kind": "gbp" } },
        { "id": "variance", "name": "Variance", "role": "variance", "unit": { "kind": "gbp" } },
        { "id": "percent", "name": "Per cent", "role": "percent", "unit": { "kind": "percent" } }
      ], "polarity": "lower""#;
    let ids = ["rate", "cases", "children", "budget", "outturn", "variance", "percent"];
    let series = |id| {
        let of = |area, value| format!(r#"{{ "area": "{area}", "measure": "{id}", "values": [{value}, {value}] }}"#);
        format!("{}, {}", of("A", 1), of("B", 2))
    };
    let file = with(THREE, r#""unit": { "kind": "percent" }"#, measures);
    let all = ids.map(series).join(", ");
    let dataset = dataset(&with(&file, r#"{ "area": "A", "values": [1, 2] }"#, &all));
    let query = Query::initial(&dataset);
    let areas = [AreaIx(0), AreaIx(1)];
    let found: Vec<_> = (0..7)
        .map(|measure| Sight::new(&dataset, &query, &dataset.indicators[0], MeasureIx(measure), 0))
        .map(|sight| (sight.against(AreaIx(1)).map(|found| found.verdict), sight.rank(&areas).map(|rank| rank.place)))
        .collect();
    let (better, total) = ((Ok(Verdict::Better), Some(1)), (Err(Incomparable::Size), None));
    assert_eq!(found, [better, total, total, total, total, total, better]);
}

/// A total grows with the area, so that it says nothing beside another area's; beside its own of another time it does.
#[test]
fn totals_of_areas_are_not_compared() {
    for (unit, is_total) in [
        (r#""kind": "count""#, true),
        (r#""kind": "gbp""#, true),
        (r#""kind": "gbp", "scale": 1000"#, true),
        (r#""kind": "gbp", "total": false"#, false),
        (r#""kind": "count", "total": false"#, false),
        (r#""kind": "percent""#, false),
        (r#""kind": "rate", "per": 10000"#, false),
        (r#""kind": "ratio""#, false),
        (r#""kind": "days""#, false),
        (r#""kind": "days", "total": true"#, true),
        (r#""kind": "score""#, false),
        (r#""kind": "other", "label": "posts""#, false),
        (r#""kind": "other", "label": "posts", "total": true"#, true),
    ] {
        let judged = format!(r#""unit": {{ {unit} }}, "polarity": "lower""#);
        let series = r#"{ "area": "A", "values": [1, 2] }, { "area": "B", "values": [3, 1] }"#;
        let file = with(THREE, r#""unit": { "kind": "percent" }"#, &judged);
        let dataset = dataset(&with(&file, r#"{ "area": "A", "values": [1, 2] }"#, series));
        let query = Query::initial(&dataset);
        let sight = |position| Sight::new(&dataset, &query, &dataset.indicators[0], MeasureIx(0), position);
        let verdict = |found: Result<Difference, Incomparable>| found.map(|found| found.verdict);
        let of_areas = [0, 1].map(|position| verdict(sight(position).against(AreaIx(1))));
        let expect = if is_total { [Err(Incomparable::Size); 2] } else { [Ok(Verdict::Better), Ok(Verdict::Worse)] };
        assert_eq!(of_areas, expect, "{unit}");
        let change = sight(1).change(Since::Previous).map(|change| change.difference);
        assert_eq!(verdict(change), Ok(Verdict::Worse), "{unit}");
    }
}
