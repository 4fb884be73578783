//! The course of figures in a picture the size of a word.

use crate::given::{THREE, dataset, period, with};
use kpi_core::query::Query;
use kpi_core::view::OverviewModel;

/// Periods, values and what stands beside them; the shown period; lines and the place of the shown figure.
#[test]
fn a_trend_is_lines_and_a_dot() {
    let years = r#"["2017", "2018", "2019", "2020", "2021"]"#;
    let quarters = r#"["2020-04-01/P3M", "2020-07-01/P3M", "2020-10-01/P3M"]"#;
    for (periods, values, shown, expect) in [
        (years, "[1, 2, 3, 4, 5]", "2021", "0,20 0,20 25,15 50,10 75,5 100,0 at 100,0"),
        (years, "[1, 2, 3, 4, 5]", "2018", "0,20 0,20 25,15 50,10 75,5 100,0 at 25,15"),
        // A gap and a symbol end a line; what stands alone is a dot.
        (years, r#"[5, "c", 3, null, 1]"#, "2021", "0,0 0,0 | 50,10 50,10 | 100,20 100,20 at 100,20"),
        // So does a break.
        (
            years,
            r#"[1, 2, 3, 4, 5], "status": { "2019": "b" }"#,
            "2021",
            "0,20 0,20 25,15 | 50,10 50,10 75,5 100,0 at 100,0",
        ),
        // So does a period that is not listed, and what is further apart in time lies further apart.
        (
            r#"["2012", "2013", "2014", "2021", "2022"]"#,
            "[1, 2, 3, 4, 5]",
            "2022",
            "0,20 0,20 10,15 20,10 | 90,5 90,5 100,0 at 100,0",
        ),
        // Two figures are no course.
        (r#"["2014", "2022"]"#, "[1, 2]", "2022", "-"),
        (years, "[null, 1, null, 2, null]", "2020", "-"),
        (
            r#"["2020-04-01/P3M", "2020-07-01/P3M", "2021-04-01/P3M"]"#,
            "[30, 20, 10]",
            "2020-07-01/P3M",
            "0,0 0,0 25,10 | 100,20 100,20 at 25,10",
        ),
        // All equal lie in the middle; below zero is no matter.
        (years, "[7, 7, 7, 7, 7]", "2021", "0,10 0,10 25,10 50,10 75,10 100,10 at 100,10"),
        // Gaps and breaks end their line like any other, and where there is no number there is no dot.
        (years, r#"[7, "c", 7, null, 7]"#, "2021", "0,10 0,10 | 50,10 50,10 | 100,10 100,10 at 100,10"),
        (
            years,
            r#"[7, 7, 7, 7, 7], "status": { "2019": "b" }"#,
            "2021",
            "0,10 0,10 25,10 | 50,10 50,10 75,10 100,10 at 100,10",
        ),
        (years, r#"[7, 7, 7, 7, "c"]"#, "2021", "-"),
        (years, "[null, 7, 7, 7, null]", "2019", "25,10 25,10 50,10 75,10 at 50,10"),
        (years, "[-4, 0, 4, 0, -4]", "2021", "0,20 0,20 25,10 50,0 75,10 100,20 at 100,20"),
        // Nothing to draw: the shown one is no number, or the only one.
        (years, r#"[1, 2, 3, 4, "c"]"#, "2021", "-"),
        (years, "[null, null, null, null, 5]", "2021", "-"),
        (r#"["2021"]"#, "[5]", "2021", "-"),
        // Periods of another kind are not in it.
        (quarters, "[10, 20, 30]", "2020-10-01/P3M", "0,20 0,20 50,10 100,0 at 100,0"),
        (
            r#"["2020-04-01/P1Y", "2020-07-01/P3M", "2020-10-01/P3M", "2021-01-01/P3M"]"#,
            "[900, 20, 30, 40]",
            "2020-10-01/P3M",
            "0,20 0,20 50,10 100,0 at 50,10",
        ),
    ] {
        let file = with(&with(THREE, r#"["2020", "2021"]"#, periods), "[1, 2]", values);
        let dataset = dataset(&file);
        let query = Query { period: Some(period(shown)), ..Query::initial(&dataset) };
        let row = OverviewModel::new(&dataset, &query).sections.remove(0).rows.remove(0);
        let found =
            row.trend.map(|trend| format!("{} at {},{}", trend.lines.join(" | "), trend.shown.0, trend.shown.1));
        assert_eq!(found.unwrap_or("-".to_owned()), expect, "{periods} {values} at {shown}");
    }
}
