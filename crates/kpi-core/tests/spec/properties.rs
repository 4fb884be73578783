//! What holds for any publication. What is printed and read again stands with what is printed: `decimal`, `period`,
//! `fragment`.

use crate::given::{DEMO, EVERYTHING, THREE, dataset, figures, holds, with};
use kpi_core::model::{AreaIx, CubeBuilder, Decimal, Limits, Mark, MeasureIx, Missing, SeriesKey, Value};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_assert_eq, prop_oneof};
use proptest::sample::select;
use std::collections::btree_map::{BTreeMap, Entry};

/// Puts things into an order that a number stands for.
fn shuffle<T>(things: &mut [T], order: &mut u64) {
    for at in (1..things.len()).rev() {
        *order = order.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        things.swap(at, usize::try_from(*order >> 33).unwrap() % (at + 1));
    }
}

/// A file with the members of all objects, and the elements of the lists whose order says nothing, in another order.
fn shuffled(name: &str, value: &serde_json::Value, order: &mut u64) -> String {
    match value {
        serde_json::Value::Object(members) => {
            let member = |(name, value): (&String, _)| format!("{name:?}:{}", shuffled(name, value, order));
            let mut members: Vec<String> = members.iter().map(member).collect();
            shuffle(&mut members, order);
            format!("{{{}}}", members.join(","))
        }
        serde_json::Value::Array(elements) => {
            let mut elements: Vec<String> = elements.iter().map(|element| shuffled("", element, order)).collect();
            if ["areas", "topics", "indicators", "series", "members"].contains(&name) {
                shuffle(&mut elements, order);
            }
            format!("[{}]", elements.join(","))
        }
        other => other.to_string(),
    }
}

/// The figures by indicator, each series on a line of its own, whatever the order of the areas.
fn by_name(file: &str) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    for (id, series) in figures(&dataset(file)) {
        let mut lines: Vec<String> = series.lines().map(str::to_owned).collect();
        lines.sort();
        all.push((id, lines));
    }
    all.sort();
    all
}

#[test]
fn the_order_of_the_file_is_of_no_account() {
    for (cases, file) in [(100, EVERYTHING), (10, DEMO)] {
        let file: serde_json::Value = serde_json::from_str(file).unwrap();
        let whole = by_name(&file.to_string());
        holds(cases, any::<u64>(), |mut order| {
            prop_assert_eq!(by_name(&shuffled("", &file, &mut order)), whole.clone());
            Ok(())
        });
    }
}

/// A list along the periods says the same as an object by period, in any order of either.
#[test]
fn a_list_says_the_same_as_an_object() {
    let value = || select(vec!["0", "-1.50", "91", "78.5", "1e3", "5000000000", "\"c\"", "\"low\"", "null", "[]"]);
    let cells = (value(), option::of((0..50_u8, 50..99_u8)), select(vec!["", "p", "rb"]), any::<bool>());
    holds(300, (vec(cells, 1..30), any::<u64>()), |(cells, mut order)| {
        let mut periods: Vec<String> = (0..cells.len()).map(|at| format!("\"{}\"", 1990 + at)).collect();
        shuffle(&mut periods, &mut order);
        let list = |of: &dyn Fn(usize) -> Option<String>| {
            let elements: Vec<String> = (0..cells.len()).map(|at| of(at).unwrap_or("null".to_owned())).collect();
            format!("[{}]", elements.join(","))
        };
        let mut object = |of: &dyn Fn(usize) -> Option<String>| {
            let member = |at: usize| of(at).map(|value| format!("{}:{value}", periods[at]));
            let mut members: Vec<String> = (0..cells.len()).filter_map(member).collect();
            shuffle(&mut members, &mut order);
            format!("{{{}}}", members.join(","))
        };
        let values = |at: usize| Some(cells[at].0.to_owned());
        let lower = |at: usize| cells[at].1.map(|(lower, _)| lower.to_string());
        let upper = |at: usize| cells[at].1.map(|(_, upper)| upper.to_string());
        let beside = [
            ("status", object(&|at| Some(format!("\"{}\"", cells[at].2)).filter(|_| !cells[at].2.is_empty()))),
            ("remarks", object(&|at| cells[at].3.then(|| "\"about\"".to_owned()))),
            ("previous", object(&|at| cells[at].3.then(|| "[{\"value\":1}]".to_owned()))),
        ]
        .map(|(name, object)| format!("\"{name}\":{object}"))
        .join(",");
        let read = |values: String, lower: String, upper: String| {
            let file = with(THREE, r#"["2020", "2021"]"#, &format!("[{}]", periods.join(",")));
            let series = format!(r#""values":{values},"lower":{lower},"upper":{upper},{beside}"#);
            let ingest = crate::given::read(with(&file, r#""values": [1, 2]"#, &series));
            let told = ingest.diagnostics.iter().map(|found| found.what()).collect::<Vec<_>>();
            (figures(&ingest.dataset.unwrap())[0].clone(), told.len())
        };
        let listed = read(list(&values), list(&lower), list(&upper));
        prop_assert_eq!(read(object(&values), object(&lower), object(&upper)), listed);
        Ok(())
    });
}

fn numbers() -> impl Strategy<Value = Decimal> {
    let mantissa = prop_oneof![
        8 => -1_000_000_i64..1_000_000,
        1 => select(vec![i64::from(i32::MAX), i64::from(i32::MIN), i64::from(i32::MAX) + 1, i64::from(i32::MIN) - 1]),
        1 => -999_999_999_999_999_i64..=999_999_999_999_999,
    ];
    (mantissa, 0..=Decimal::MAX_DECIMALS).prop_map(|(mantissa, decimals)| Decimal::new(mantissa, decimals))
}

/// What a figure of the model below is: value, limits, marks, remark.
type Cell = (Value, Option<Limits>, bool, Option<String>);

/// A cube gives back what was put in, whatever the order of the series: the columns that are left out, widened, sorted or
/// kept in their place are of no account. Of two series of one key the first stays.
#[test]
fn a_cube_keeps_what_it_is_given() {
    const WIDTH: usize = 5;
    let value = prop_oneof![
        numbers().prop_map(Value::Number),
        select(&Missing::ALL[..]).prop_map(Value::Missing),
        Just(Value::Missing(Missing::NotPublished)),
    ];
    let limits =
        (numbers(), numbers()).prop_map(|(one, other)| Limits { lower: one.min(other), upper: one.max(other) });
    let few = |limits| prop_oneof![9 => Just(None), 1 => option::of(limits)];
    let cell = (value, few(limits), select(vec![false, false, false, true]), option::of("[a-z]{0,3}"));
    let series = vec((0..12_u16, 0..2_u32, vec(cell, WIDTH)), 0..20);
    holds(500, (series, any::<bool>(), 0..200_usize), |(mut series, in_order, room)| {
        if in_order {
            series.sort_by_key(|(area, category, _)| (*area, *category));
        }
        let key = |area, cell| SeriesKey { area: AreaIx(area), measure: MeasureIx(0), cell };
        let mut builder = CubeBuilder::new(WIDTH, room);
        let mut model: BTreeMap<SeriesKey, Vec<Cell>> = BTreeMap::new();
        let mut expected = Vec::new();
        for (number, (area, category, cells)) in series.iter().enumerate() {
            builder.begin(key(*area, *category));
            for (position, (value, limits, marked, remark)) in cells.iter().enumerate() {
                // What is not published is not set at all.
                if *value != Value::Missing(Missing::NotPublished) {
                    builder.set(position, *value);
                }
                if let Some(limits) = limits {
                    builder.limit(position, *limits);
                }
                if *marked {
                    builder.mark(position, Mark::Break);
                }
                if let Some(remark) = remark {
                    builder.remark(position, remark.clone());
                }
            }
            match model.entry(key(*area, *category)) {
                Entry::Vacant(place) => drop(place.insert(cells.clone())),
                Entry::Occupied(_) => expected.push(number),
            }
        }
        let (cube, mut repeated) = builder.build();
        repeated.sort_unstable();
        prop_assert_eq!(repeated, expected);
        prop_assert_eq!(cube.keys(), model.keys().copied().collect::<Vec<_>>());
        prop_assert_eq!(cube.len(), model.len() * WIDTH);
        for (key, cells) in &model {
            let found: Vec<Cell> = cube
                .row(*key)
                .unwrap()
                .figures()
                .map(|figure| {
                    (figure.value, figure.limits, figure.marks.has(Mark::Break), figure.remark.map(str::to_owned))
                })
                .collect();
            // As text, so that 70 is not 70.0.
            prop_assert_eq!(format!("{found:?}"), format!("{cells:?}"));
        }
        Ok(())
    });
}
