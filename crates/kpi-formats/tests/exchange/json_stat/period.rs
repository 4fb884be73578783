use kpi_formats::json_stat::{Time, times};

fn told(times: &[Time]) -> String {
    let one = |time: &Time| match time {
        Time::Known(period) => period.to_string(),
        Time::Unclear => "unclear".to_owned(),
        Time::Unknown => "unknown".to_owned(),
    };
    times.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_spellings_of_time() {
    for (spelling, expect) in [
        ("2012", "2012"),
        ("undated", "undated"),
        ("2020-10-01/P3M", "2020-10-01/P3M"),
        ("2020-10-01T00:00:00/P3M", "2020-10-01/P3M"),
        ("2020-04-01/P12M", "2020-04-01/P1Y"),
        ("2021-03-31", "2021-03-31"),
        ("20210331", "2021-03-31"),
        ("2012-01", "2012-01-01/P1M"),
        ("2012M01", "2012-01-01/P1M"),
        ("2012-M1", "2012-01-01/P1M"),
        ("201212", "2012-12-01/P1M"),
        ("2020Q3", "2020-07-01/P3M"),
        ("2020-Q3", "2020-07-01/P3M"),
        ("2020 q4", "2020-10-01/P3M"),
        ("2020K1", "2020-01-01/P3M"),
        ("Q3 2020", "2020-07-01/P3M"),
        ("2020S2", "2020-07-01/P6M"),
        ("2020-H1", "2020-01-01/P6M"),
        ("2020A00", "2020"),
        ("October 2020", "2020-10-01/P1M"),
        ("2020 Oct", "2020-10-01/P1M"),
        ("31 March 2021", "2021-03-31"),
        ("Year ending March 2021", "2020-04-01/P1Y"),
        ("Year to 31 March 2021", "2020-04-01/P1Y"),
        ("2020/21", "unclear"),
        ("2020-21", "unclear"),
        ("202021", "unclear"),
        ("2020-2021", "unclear"),
        ("2011-12", "2011-12-01/P1M"),
        ("2020Q5", "unknown"),
        ("2020W05", "unknown"),
        ("2020-13", "unknown"),
        ("20200230", "unknown"),
        ("2020-02-30", "unknown"),
        ("0000", "unknown"),
        ("", "unknown"),
        ("é020", "unknown"),
        ("12345", "unknown"),
        ("latest", "unknown"),
    ] {
        assert_eq!(told(&times(&[(spelling, spelling)], "")), expect, "{spelling}");
    }
}

#[test]
fn what_is_said_beside_decides() {
    let check =
        |categories: &[(&str, &str)], said: &str, expect: &str| assert_eq!(told(&times(categories, said)), expect);
    check(&[("2020/21", "2020/21"), ("2011-12", "2011-12")], "Financial year", "2020-04-01/P1Y 2011-04-01/P1Y");
    check(&[("202021", "202021")], "academic year", "2020-09-01/P1Y");
    check(&[("2011-12", "Financial year 2011/12")], "", "2011-04-01/P1Y");
    // Beside each other they are pairs of years.
    check(&[("2011-12", "2011-12"), ("2012-13", "2012-13")], "", "unclear unclear");
    check(&[("2010-11", "2010-11"), ("2011-12", "2011-12")], "", "unclear unclear");
    check(&[("2011-11", "2011-11"), ("2011-12", "2011-12")], "", "2011-11-01/P1M 2011-12-01/P1M");
    // A label is asked where the id says nothing.
    check(&[("a", "2020 Q2")], "", "2020-04-01/P3M");
}
