use crate::given::{EVERYTHING, comparator_choices, dataset, demo, holds, with};
use kpi_core::model::{AreaIx, Dataset, IndicatorIx, MeasureIx};
use kpi_core::query::{ColumnId, ColumnKind, Compare, Cut, Direction, Order, Query, View, fragment};
use proptest::prelude::prop_assert_eq;

fn all_views(dataset: &Dataset) -> Vec<View> {
    let measures = |(indicator, found): (IndicatorIx, &kpi_core::model::Indicator)| {
        let count = u16::try_from(found.measures.len()).unwrap();
        (0..count)
            .map(|measure| View::Indicator { indicator, measure: MeasureIx(measure), cut: Cut::default() })
            .collect::<Vec<_>>()
    };
    std::iter::once(View::Overview).chain(dataset.indexed_indicators().flat_map(measures)).collect()
}

/// Every query of a publication is read again as it was written, whatever the default is.
fn round_trip(dataset: &Dataset) {
    let initial = Query::initial(dataset);
    let other = Query {
        view: *all_views(dataset).last().unwrap(),
        period: dataset.filter_periods.first().copied(),
        compare: Compare::new(false, Vec::new()),
        ..initial.clone()
    };
    for default in [&initial, &other] {
        assert_eq!(fragment::write(default, default, dataset), "");
        for view in all_views(dataset) {
            for period in &dataset.filter_periods {
                for (previous, areas) in comparator_choices(dataset) {
                    let query = Query {
                        view,
                        period: Some(*period),
                        compare: Compare::new(previous, areas),
                        ..initial.clone()
                    };
                    let written = fragment::write(&query, default, dataset);
                    assert_eq!(fragment::read(&written, default, dataset).as_ref(), Some(&query), "{written}");
                    let with_sign = format!("#{written}");
                    assert_eq!(fragment::read(&with_sign, default, dataset).as_ref(), Some(&query), "{written}");
                }
            }
        }
    }
}

#[test]
fn what_is_written_is_read_again() {
    round_trip(&demo());
    round_trip(&dataset(EVERYTHING));
}

#[test]
fn ids_with_anything_in_them() {
    let file = EVERYTHING
        .replace("\"id\": \"B\"", "\"id\": \"a,b&c=d#e %2C+é\"")
        .replace("\"area\": \"B\"", "\"area\": \"a,b&c=d#e %2C+é\"")
        .replace("[\"B\", \"C\"]", "[\"a,b&c=d#e %2C+é\", \"C\"]")
        .replace("\"id\": \"money\"", "\"id\": \" ü&?=,#%\"");
    let file = with(&file, "\"id\": \"outturn\"", "\"id\": \"out&turn\"")
        .replace("\"measure\": \"outturn\"", "\"measure\": \"out&turn\"");
    let dataset = dataset(&file);
    round_trip(&dataset);
    let view = View::Indicator { indicator: IndicatorIx(1), measure: MeasureIx(1), cut: Cut::default() };
    let column = ColumnId::Of(ColumnKind::Figure, AreaIx(0), MeasureIx(1));
    let query = Query {
        view,
        compare: Compare::new(false, vec![AreaIx(0)]),
        order: Some(Order { table: 0, column, direction: Direction::Descending }),
        ..Query::initial(&dataset)
    };
    let written = fragment::write(&query, &Query::initial(&dataset), &dataset);
    assert_eq!(
        written,
        "kpi?i=%20%C3%BC%26%3F%3D%2C%23%25&s=out%26turn&c=a%2Cb%26c%3Dd%23e%20%252C%2B%C3%A9\
         &r=-0,figure,a%2Cb%26c%3Dd%23e%20%252C%2B%C3%A9,out%26turn"
    );
    assert_eq!(fragment::read(&written, &Query::initial(&dataset), &dataset), Some(query));
}

#[test]
fn only_what_differs_from_the_default_is_written() {
    let demo = demo();
    let default = Query::initial(&demo);
    for fragment in [
        "",
        "kpi?i=icpc-in-time",
        "kpi?i=outturn&s=variance-percent",
        "kpi?p=2020-04-01/P3M",
        "kpi?c=",
        "kpi?c=previous",
        "kpi?c=E92000001",
        "kpi?c=previous,SN,E92000001",
        "kpi?i=vacancy-rate&p=2020-10-01/P3M&c=SN",
        "kpi?v=about",
        "kpi?i=icpc-in-time&f=2020-07-01/P3M&x=differences&r=-0,previous,E06000046",
        "kpi?i=icpc-in-time&r=1",
        "kpi?i=outturn&d=service:education&r=0,figure,E06000046,forecast",
        "kpi?t=demand&q=care%20leavers&w=worse:E92000001&o=name",
        "kpi?w=worse:previous&o=worse",
        "kpi?w=worse:year-before",
        "kpi?w=target",
    ] {
        let query = fragment::read(fragment, &default, &demo).unwrap();
        assert_eq!(fragment::write(&query, &default, &demo), fragment);
    }
    let deep = fragment::read("kpi?i=outturn&s=forecast", &default, &demo).unwrap();
    assert_eq!(fragment::write(&default, &deep, &demo), "kpi?v=overview");
}

/// A fragment and what remains of it.
#[test]
fn whatever_is_unknown_or_old_is_passed_over() {
    let demo = demo();
    let default = Query::initial(&demo);
    for (fragment, expect) in [
        ("#", ""),
        ("kpi", ""),
        ("kpi?", ""),
        ("#kpi?&&=&i&==&", ""),
        ("kpi?i=gone", ""),
        ("kpi?i=gone&s=budget", ""),
        ("kpi?i=outturn&s=gone", "kpi?i=outturn"),
        ("kpi?s=forecast&i=outturn", "kpi?i=outturn&s=forecast"),
        ("kpi?i=icpc-in-time&x=1&i=gone", "kpi?i=icpc-in-time"),
        ("kpi?v=overview&i=outturn", "kpi?i=outturn"),
        ("kpi?i=outturn&v=overview", ""),
        ("kpi?v=list", ""),
        ("kpi?p=1999-01-01/P3M", ""),
        ("kpi?p=undated", ""),
        ("kpi?p=soon", ""),
        ("kpi?p=2020%2D10%2D01%2FP3M", "kpi?p=2020-10-01/P3M"),
        ("kpi?c=SN,nowhere,SN", "kpi?c=SN"),
        ("kpi?c=E92000001, SN ,previous", "kpi?c=previous,SN,E92000001"),
        ("kpi?c=E06000046", "kpi?c="),
        ("kpi?c=%FF%00%", "kpi?c="),
        ("kpi?m=SN:median", ""),
        ("kpi?i=%", ""),
        ("kpi?f=1999-01-01/P3M&f=soon", ""),
        ("kpi?t=gone&w=worse:gone&o=gone&x=1", ""),
        ("kpi?r=0", ""),
        ("kpi?v=about&r=0", "kpi?v=about"),
        ("kpi?r=-0,figure,SN&i=icpc-in-time", "kpi?i=icpc-in-time&r=-0,figure,SN"),
        ("kpi?i=icpc-in-time&r=-", "kpi?i=icpc-in-time"),
        ("kpi?i=icpc-in-time&r=0.2", "kpi?i=icpc-in-time"),
        ("kpi?i=icpc-in-time&r=999", "kpi?i=icpc-in-time"),
        ("kpi?i=icpc-in-time&r=0,figure", "kpi?i=icpc-in-time"),
        ("kpi?i=icpc-in-time&r=0,gone,SN", "kpi?i=icpc-in-time"),
        ("kpi?i=icpc-in-time&r=0,figure,gone", "kpi?i=icpc-in-time"),
        ("kpi?i=outturn&r=0,figure,E06000046", "kpi?i=outturn"),
        ("kpi?i=outturn&r=0,figure,E06000046,gone", "kpi?i=outturn"),
        ("kpi?i=outturn&d=service:gone,gone:education&b=gone", "kpi?i=outturn"),
        ("kpi?d=service:education&i=outturn", "kpi?i=outturn&d=service:education"),
        ("kpi?i=icpc-in-time&d=service:education", "kpi?i=icpc-in-time"),
    ] {
        let query = fragment::read(fragment, &default, &demo).unwrap();
        assert_eq!(fragment::write(&query, &default, &demo), expect, "{fragment}");
    }
}

#[test]
fn any_other_fragment_is_the_hosts() {
    let demo = demo();
    for fragment in
        ["top", "#top", "kpis", "kpi-2?i=outturn", "KPI?i=outturn", "i=outturn", "?i=outturn", "/kpi?i=outturn", " "]
    {
        assert_eq!(fragment::read(fragment, &Query::initial(&demo), &demo), None, "{fragment}");
    }
}

#[test]
fn any_text_is_read_to_something_that_stays() {
    let demo = demo();
    let default = Query::initial(&demo);
    holds(
        1000,
        "kpi\\?(([ispcvmdbfxrtqwo]|.{0,2})=([a-z%,0-9/P-]{0,12}|outturn|SN|previous|-?0,(figure|place|previous),SN(,budget)?|.{0,8})&){0,5}",
        |text| {
            let query = fragment::read(&text, &default, &demo).unwrap();
            let written = fragment::write(&query, &default, &demo);
            prop_assert_eq!(fragment::read(&written, &default, &demo), Some(query), "{}", text);
            Ok(())
        },
    );
    holds(500, ".{0,40}", |text| {
        let _ = fragment::read(&text, &default, &demo);
        Ok(())
    });
}
