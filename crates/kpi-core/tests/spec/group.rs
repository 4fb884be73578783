use crate::given::{dataset, decimal, holds, with};
use kpi_core::model::{AreaIx, Dataset, Decimal, Figure, IndicatorIx, Mark, MeasureIx, Method, Missing, Origin, Value};
use kpi_core::query::{Incomparable, Query, Sight, Since, Verdict, fragment, group};
use kpi_core::view::IndicatorModel;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq};

fn numbers(text: &str) -> Vec<Decimal> {
    text.split_whitespace().map(decimal).collect()
}

/// numbers, mean, median
#[test]
fn means_and_medians() {
    for (of, mean, median) in [
        ("", "-", "-"),
        ("7", "7.0", "7"),
        ("7.00", "7.000", "7.00"),
        ("1 2", "1.5", "1.5"),
        ("1 3", "2.0", "2"),
        ("1 2 4", "2.3", "2"),
        // Halves go away from zero.
        ("0 0 0 1", "0.3", "0"),
        ("0.0 0.1", "0.05", "0.05"),
        ("0 0 0 0 0 0 0 0.1", "0.01", "0"),
        ("-1 -2", "-1.5", "-1.5"),
        ("0 0 0 -1", "-0.3", "0"),
        ("-0.5 0.5", "0.00", "0.0"),
        ("10 9", "9.5", "9.5"),
        // Decimals are mixed in published rows.
        ("107 78.5", "92.75", "92.75"),
        ("107 78.50", "92.750", "92.75"),
        ("60 59.5 61", "60.17", "60"),
        ("1.00 3.00", "2.000", "2.00"),
        // Nobody can tell more than twelve decimals from zero.
        ("0.000000000001 0.000000000002", "0.000000000002", "0.000000000002"),
    ] {
        let text = |number: Option<Decimal>| number.map_or("-".to_owned(), |number| number.to_string());
        assert_eq!(text(Decimal::mean(&numbers(of), None)), mean, "mean of {of}");
        assert_eq!(text(Decimal::median(&mut numbers(of))), median, "median of {of}");
    }
}

/// 10^12 times the number.
fn scaled(number: Decimal) -> i128 {
    i128::from(number.mantissa()) * 10_i128.pow(u32::from(12 - number.decimals()))
}

fn any_numbers(most: usize) -> impl Strategy<Value = Vec<Decimal>> {
    let number = (-4_000_000..4_000_000_i64, 0..=12_u8);
    let number = number.prop_map(|(mantissa, decimals)| Decimal::new(mantissa, decimals));
    let close = (-40..40_i64, 0..2_u8).prop_map(|(mantissa, decimals)| Decimal::new(mantissa, decimals));
    proptest::prop_oneof![vec(number, 1..most), vec(close, 1..most)]
}

#[test]
fn agree_with_fractions() {
    holds(4000, any_numbers(25), |mut all| {
        let (mean, median) = (Decimal::mean(&all, None).unwrap(), Decimal::median(&mut all.clone()).unwrap());
        let most = all.iter().map(|number| number.decimals()).max().unwrap();
        let (count, sum) = (all.len() as i128, all.iter().map(|number| scaled(*number)).sum::<i128>());
        // The mean is the fraction sum / count, to the nearest unit of its last decimal, halves away from zero.
        prop_assert_eq!(mean.decimals(), (most + 1).min(12));
        let unit = 10_i128.pow(u32::from(12 - mean.decimals()));
        let error = scaled(mean) * count - sum;
        prop_assert!(2 * error.abs() <= unit * count, "{mean}");
        prop_assert!(2 * error.abs() < unit * count || error.signum() == sum.signum(), "{mean}");
        // As many numbers lie below the median as above it, and it is one of them or half-way between two.
        let below = all.iter().filter(|number| **number < median).count();
        let above = all.iter().filter(|number| **number > median).count();
        prop_assert!(below * 2 <= all.len() && above * 2 <= all.len());
        all.sort();
        let (low, high) = (scaled(all[(all.len() - 1) / 2]), scaled(all[all.len() / 2]));
        let half = (low + high).abs();
        let twice = scaled(median).abs() * 2;
        // Half of the last of twelve decimals goes away from zero.
        prop_assert!(twice == half || (most == 12 && twice == half + 1), "{median}");
        Ok(())
    });
}

#[test]
fn the_order_of_members_makes_no_difference() {
    let shuffled = any_numbers(12).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()));
    holds(2000, shuffled, |(one, other)| {
        prop_assert_eq!(
            Decimal::mean(&one, None).unwrap().to_string(),
            Decimal::mean(&other, None).unwrap().to_string()
        );
        let median = |mut of: Vec<Decimal>| Decimal::median(&mut of).unwrap().to_string();
        prop_assert_eq!(median(one), median(other));
        Ok(())
    });
}

#[test]
fn no_number_is_too_extreme() {
    let extreme = (proptest::prelude::any::<i64>(), 0..=12_u8);
    let extreme = extreme.prop_map(|(mantissa, decimals)| Decimal::new(mantissa, decimals));
    holds(1000, vec(extreme, 0..9), |mut all| {
        let _ = (Decimal::mean(&all, None), Decimal::median(&mut all));
        Ok(())
    });
}

/// Ten neighbours, B to K, and England, E; the group SN is of the ten.
fn file(members: &[&str], group: &str) -> String {
    let names = "BCDFGHIJKL".chars();
    let places: String = names.clone().map(|id| format!(r#"{{ "id": "{id}", "name": "{id}" }},"#)).collect();
    let ids: Vec<String> = names.clone().take(members.len()).map(|id| format!("\"{id}\"")).collect();
    let series = names.zip(members).map(|(id, values)| format!(r#"{{ "area": "{id}", "values": {values} }},"#));
    let series: String = series.collect();
    format!(
        r#"{{ "kpi": "1.0", "title": "T", "publisher": {{ "name": "P" }},
        "areas": [ {{ "id": "A", "name": "A", "role": "focus" }}, {places}
          {{ "id": "SN", "name": "Neighbours", "method": "median", "members": [{}] }}, {{ "id": "E", "name": "England" }} ],
        "topics": [ {{ "id": "t", "name": "T" }} ],
        "indicators": [ {{ "id": "i", "topic": "t", "name": "I", "unit": {{ "kind": "rate", "per": 10000 }},
          "polarity": "lower", "periods": ["2020-03-31", "2021-03-31"],
          "series": [ {series} {group} {{ "area": "A", "values": [110, 112] }}, {{ "area": "E", "values": [67, 69] }} ] }} ] }}"#,
        ids.join(", ")
    )
}

const SN: AreaIx = AreaIx(11);
const ENGLAND: AreaIx = AreaIx(12);

fn said(figure: Option<Figure<'_>>) -> String {
    let Some(figure) = figure else { return "-".to_owned() };
    let value = match figure.value {
        Value::Number(number) => number.to_string(),
        Value::Missing(missing) => missing.symbol().to_owned(),
    };
    match figure.origin {
        Origin::Published => format!("{value} published"),
        Origin::Computed { method, contributing, members } => format!("{value} {method:?} {contributing}/{members}"),
    }
}

/// The group's figure in the later of the two periods.
fn figure(dataset: &Dataset, chosen: Option<Method>) -> String {
    let initial = Query::initial(dataset);
    let query = chosen.map_or(initial.clone(), |method| initial.with_method(SN, method));
    said(Sight::new(dataset, &query, &dataset.indicators[0], MeasureIx(0), 1).of(SN).figure())
}

/// With so many members of which so many have a number.
fn with_numbers(members: usize, contributing: usize) -> String {
    let values: Vec<&str> = (0..members).map(|at| if at < contributing { "[1, 5]" } else { r#"[1, "c"]"# }).collect();
    figure(&dataset(&file(&values, "")), None)
}

/// members, the fewest that are enough
#[test]
fn two_in_three_are_enough() {
    for (members, least) in [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (7, 5), (8, 6), (9, 6), (10, 7)] {
        for contributing in 0..=members {
            let value = if contributing < least { "few" } else { "5" };
            let expect = format!("{value} Median {contributing}/{members}");
            assert_eq!(with_numbers(members, contributing), expect);
        }
    }
}

/// Symbols of every kind, and members without a series, are counted and nothing is reckoned with them.
#[test]
fn symbols_among_members() {
    for symbol in ["\"c\"", "\"x\"", "\"z\"", "\"low\"", "\"u\"", "null"] {
        let gone = format!("[1, {symbol}]");
        let dataset = dataset(&file(&["[1, 9]", "[1, 4]", "[1, 5]", &gone], ""));
        assert_eq!(figure(&dataset, Some(Method::Mean)), "6.0 Mean 3/4", "{symbol}");
        assert_eq!(figure(&dataset, None), "5 Median 3/4", "{symbol}");
    }
    let file = file(&["[1, 9]", "[1, 4]", "[1, 5]"], "").replace(r#""members": ["B""#, r#""members": ["L", "B""#);
    assert_eq!(figure(&dataset(&file), None), "5 Median 3/4");
}

/// what the file says of the group, members, chosen: the figure
#[test]
fn published_or_computed() {
    let (three, none): (&[&str], &[&str]) = (&["[1, 4]", "[1, 5]", "[1, 9]"], &[]);
    let printed = r#"{ "area": "SN", "values": [2, 61.5] },"#;
    let symbol = r#"{ "area": "SN", "values": [2, "x"] },"#;
    let (published, mean, median) = (Some(Method::Published), Some(Method::Mean), Some(Method::Median));
    for (group, members, chosen, expect) in [
        ("", three, None, "5 Median 3/3"),
        ("", three, mean, "6.0 Mean 3/3"),
        ("", three, published, "-"),
        ("", none, None, "-"),
        ("", none, mean, "-"),
        // What is printed stands, a symbol as well, until the reader chooses.
        (printed, three, None, "61.5 published"),
        (printed, three, median, "5 Median 3/3"),
        (printed, three, mean, "6.0 Mean 3/3"),
        (printed, three, published, "61.5 published"),
        (symbol, three, None, "x published"),
        (symbol, three, median, "5 Median 3/3"),
        (printed, none, None, "61.5 published"),
        (printed, none, median, "61.5 published"),
    ] {
        assert_eq!(figure(&dataset(&file(members, group)), chosen), expect, "{group} {members:?} {chosen:?}");
    }
    // The method that the file names is the one of the first look.
    let other = with(&file(three, ""), r#""median""#, r#""mean""#);
    assert_eq!(figure(&dataset(&other), None), "6.0 Mean 3/3");
    assert_eq!(figure(&dataset(&other), median), "5 Median 3/3");
    let other = with(&file(three, ""), r#""median""#, r#""published""#);
    assert_eq!(figure(&dataset(&other), None), "-");
    assert_eq!(figure(&dataset(&other), median), "5 Median 3/3");
}

#[test]
fn members_are_taken_as_they_are_published() {
    let file = file(&["[1, 4.4]", "[1, 5.6]", "[1, 9.5]"], "");
    let rounded = with(&file, r#""per": 10000"#, r#""per": 10000, "decimals": 0"#);
    assert_eq!(figure(&dataset(&file), Some(Method::Mean)), "6.50 Mean 3/3");
    // 4, 6 and 10.
    assert_eq!(figure(&dataset(&rounded), Some(Method::Mean)), "7 Mean 3/3");
    // 2.4545 is 2: rounded to one decimal first, 2.5 would be 3.
    let eleven = Decimal::mean(&[27, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0].map(|number| Decimal::new(number, 0)), Some(0));
    assert_eq!(eleven.unwrap().to_string(), "2");
    let with_remark = with(&file, "[1, 9.5]", r#"[1, 9.5], "remarks": { "2021-03-31": "over" }"#);
    assert!(
        figure(&dataset(&with_remark), Some(Method::Mean)).ends_with("Mean 2/3"),
        "nothing is reckoned with \"over\""
    );
}

/// A group that names the focus counts it, as its publisher would; the focus may be compared with it all the same.
#[test]
fn the_focus_among_the_members() {
    let file = file(&["[1, 4]", "[1, 5]"], "").replace(r#""members": ["B""#, r#""members": ["A", "B""#);
    let dataset = dataset(&file);
    assert_eq!(figure(&dataset, None), "5 Median 3/3");
    assert_eq!(figure(&dataset, Some(Method::Mean)), "40.3 Mean 3/3");
    let query = Query::initial(&dataset);
    let sight = Sight::new(&dataset, &query, &dataset.indicators[0], MeasureIx(0), 1);
    assert_eq!(sight.against(SN).unwrap().amount, decimal("107"));
}

#[test]
fn a_computed_figure_bears_its_members_marks() {
    for (marks, expect) in
        [(["", "", ""], ""), (["p", "", ""], "p"), (["p", "e", "ru"], "preu"), (["f", "b", "d"], "fbd")]
    {
        let values = marks.map(|mark| match mark {
            "" => "[1, 5]".to_owned(),
            mark => format!(r#"[1, 5], "status": {{ "2021-03-31": "{mark}" }}"#),
        });
        let dataset = dataset(&file(&values.each_ref().map(String::as_str), ""));
        let query = Query::initial(&dataset);
        let sight = Sight::new(&dataset, &query, &dataset.indicators[0], MeasureIx(0), 1).of(SN);
        let found: String = sight.figure().unwrap().marks.iter().map(Mark::letter).collect();
        assert_eq!(found, expect);
    }
}

/// members' values: the group's change
#[test]
fn a_groups_change_is_of_the_same_members() {
    for (values, expect) in [
        (["[1, 2]", "[2, 4]", "[3, 6]", "[4, 8]"], Ok("2.5")),
        (["[1, 2]", "[2, 4]", "[3, 6]", "[\"c\", \"c\"]"], Ok("2")),
        // The largest of the four is not there any more: what changed is who is counted.
        (["[1, 2]", "[2, 4]", "[3, 6]", "[4, \"c\"]"], Err(Incomparable::Break)),
        (["[1, 2]", "[2, 4]", "[3, \"c\"]", "[\"c\", 8]"], Err(Incomparable::Break)),
        (["[1, 2]", "[2, 4]", "[3, 6]", r#"[4, 8], "status": { "2021-03-31": "b" }"#], Err(Incomparable::Break)),
        (["[1, 2]", "[2, 4]", "[3, 6]", r#"[4, 8], "status": { "2020-03-31": "b" }"#], Ok("2.5")),
        (["[1, 2]", "[2, 4]", "[\"c\", 6]", "[\"c\", 8]"], Err(Incomparable::Other(Missing::TooFew))),
        (["[1, 2]", "[2, 4]", "[3, \"c\"]", "[4, \"c\"]"], Err(Incomparable::Own(Missing::TooFew))),
    ] {
        let dataset = dataset(&file(&values, ""));
        let query = Query::initial(&dataset);
        let sight = Sight::new(&dataset, &query, &dataset.indicators[0], MeasureIx(0), 1).of(SN);
        let found = sight.change(Since::Previous).map(|change| change.difference.amount.to_string());
        assert_eq!(found.as_deref().map_err(|why| *why), expect, "{values:?}");
    }
}

/// Rates of children looked after per 10,000 at 31 March 2021 (Department for Education, "Children looked after in England
/// including adoptions", data set "cla_number_and_rate_per_10k_children"), with the ten neighbours of Isle of Wight by the
/// Department's model of April 2021, closest first: Torbay, Norfolk, East Sussex, Cornwall, Lincolnshire, Plymouth,
/// Southend-on-Sea, Bournemouth, Christchurch and Poole, Suffolk, Derbyshire. Open Government Licence v3.0.
const TEN: [&str; 10] = ["126", "65", "60", "48", "47", "93", "73", "59", "64", "59"];

fn looked_after() -> Dataset {
    let values = TEN.map(|rate| format!("[null, {rate}]"));
    let file = file(&values.each_ref().map(String::as_str), "");
    dataset(&with(&file, r#""polarity": "lower", "#, r#""polarity": "none", "#))
}

/// The method decides whether the neighbours' figure is above or below England's 69.
#[test]
fn the_method_decides() {
    let dataset = looked_after();
    assert_eq!(figure(&dataset, None), "62 Median 10/10");
    assert_eq!(figure(&dataset, Some(Method::Mean)), "69.4 Mean 10/10");
    let query = Query::initial(&dataset);
    let focus = Sight::new(&dataset, &query, &dataset.indicators[0], MeasureIx(0), 1);
    let england = focus.of(ENGLAND);
    let amount = |sight: Sight<'_>, method| sight.against_by(SN, method).map(|found| found.amount.to_string());
    assert_eq!(amount(england, Method::Median).as_deref(), Some("7"));
    assert_eq!(amount(england, Method::Mean).as_deref(), Some("-0.4"));
    assert_eq!(amount(england, Method::Published), None);
    // Isle of Wight is above either.
    assert_eq!(amount(focus, Method::Median).as_deref(), Some("50"));
    assert_eq!(amount(focus, Method::Mean).as_deref(), Some("42.6"));
}

/// Wherever a direction is defined, the verdict over England turns with the method.
#[test]
fn a_verdict_turns_with_the_method() {
    for (polarity, median, mean) in [
        ("lower", Verdict::Worse, Verdict::Better),
        ("higher", Verdict::Better, Verdict::Worse),
        ("none", Verdict::Different, Verdict::Different),
    ] {
        let values = TEN.map(|rate| format!("[null, {rate}]"));
        let file = file(&values.each_ref().map(String::as_str), "");
        let dataset = dataset(&with(&file, r#""polarity": "lower""#, &format!(r#""polarity": "{polarity}""#)));
        let query = Query::initial(&dataset);
        let england = Sight::new(&dataset, &query, &dataset.indicators[0], MeasureIx(0), 1).of(ENGLAND);
        let by = |method| england.against_by(SN, method).unwrap().verdict;
        assert_eq!((by(Method::Median), by(Method::Mean)), (median, mean), "{polarity}");
        // What is asked for by name is what a reader gets who chooses it.
        for method in [Method::Median, Method::Mean] {
            let query = query.with_method(SN, method);
            let england = Sight { query: &query, ..england };
            assert_eq!(england.against(SN).ok(), england.against_by(SN, method), "{method:?}");
        }
    }
}

/// the group's series, its members: the methods to choose from
#[test]
fn methods_to_choose_from() {
    use Method::{Mean, Median, Published};
    let printed = r#"{ "area": "SN", "values": [1, 2] },"#;
    for (group, members, expect) in [
        ("", &[] as &[&str], &[] as &[Method]),
        (printed, &[], &[]),
        ("", &["[1, 2]"], &[Mean, Median]),
        (printed, &["[1, 2]"], &[Published, Mean, Median]),
    ] {
        let dataset = dataset(&file(members, group));
        assert_eq!(group::methods(&dataset, SN, Median), expect, "{group} {members:?}");
        assert_eq!(group::methods(&dataset, ENGLAND, Published), []);
        let initial = Query::initial(&dataset);
        for method in [Published, Mean, Median] {
            let query = initial.with_method(SN, method);
            let written = fragment::write(&query, &initial, &dataset);
            let word = format!("{method:?}").to_lowercase();
            assert_eq!(written, format!("kpi?m=SN:{word}"));
            // What cannot be chosen is passed over.
            let expect = if expect.contains(&method) { &query } else { &initial };
            assert_eq!(fragment::read(&written, &initial, &dataset).as_ref(), Some(expect));
        }
    }
    let dataset = looked_after();
    let initial = Query::initial(&dataset);
    for text in ["m=", "m=SN", "m=SN:", "m=SN:mode", "m=E:mean", "m=X:mean", "m=:mean", "m=SN:MEAN"] {
        assert_eq!(fragment::read(&format!("kpi?{text}"), &initial, &dataset).as_ref(), Some(&initial), "{text}");
    }
}

/// A breakdown has the figures of a group whose members are broken down, as its sentence has.
#[test]
fn a_computed_group_has_its_place_in_a_breakdown() {
    let file = file(&["[1, 4]", "[1, 5]", "[1, 9]"], "").replace(
        r#""polarity": "lower","#,
        r#""polarity": "lower", "dimensions": [ { "id": "d", "name": "D", "categories": [ { "id": "all", "name": "All", "total": true } ] } ],"#,
    );
    let dataset = dataset(&file);
    let initial = Query::initial(&dataset);
    let query = fragment::read("kpi?c=SN,E", &initial, &dataset).unwrap();
    let table = IndicatorModel::new(&dataset, &query, IndicatorIx(0), MeasureIx(0)).unwrap().tables.pop();
    let table = table.unwrap();
    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(headings, ["D", "A", "Neighbours (median)", "England"]);
    let cells: Vec<&str> = table.rows[0].cells.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(cells, ["112", "5", "69"]);
    assert!(table.rows[0].cells.iter().all(|cell| cell.aside.is_empty()));
}
