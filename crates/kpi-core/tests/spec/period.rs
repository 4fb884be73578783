use crate::given::{THREE, dataset, holds, period, with};
use kpi_core::model::{Date, NamedPeriod, Period, PeriodKind};
use kpi_core::words::{Lang, period as words};
use proptest::prelude::{Strategy, prop_assert_eq};

/// text, kind, label, when, the one before, the year before
#[test]
fn kinds_labels_and_what_came_before() {
    let cases = [
        "2020-04-01/P3M | Quarter | Q1 2020/21 | in Q1 2020/21 | 2020-01-01/P3M | 2019-04-01/P3M",
        "2020-07-01/P3M | Quarter | Q2 2020/21 | in Q2 2020/21 | 2020-04-01/P3M | 2019-07-01/P3M",
        "2020-10-01/P3M | Quarter | Q3 2020/21 | in Q3 2020/21 | 2020-07-01/P3M | 2019-10-01/P3M",
        "2021-01-01/P3M | Quarter | Q4 2020/21 | in Q4 2020/21 | 2020-10-01/P3M | 2020-01-01/P3M",
        "2000-01-01/P3M | Quarter | Q4 1999/00 | in Q4 1999/00 | 1999-10-01/P3M | 1999-01-01/P3M",
        "2020-04-01/P1Y | Year { from: 4 } | 2020/21 | in 2020/21 | 2019-04-01/P1Y | 2019-04-01/P1Y",
        "2020-04-01/P12M | Year { from: 4 } | 2020/21 | in 2020/21 | 2019-04-01/P1Y | 2019-04-01/P1Y",
        "2020-01-01/P1Y | Year { from: 1 } | 2020 | in 2020 | 2019-01-01/P1Y | 2019-01-01/P1Y",
        "2020-09-01/P1Y | Year { from: 9 } | academic year 2020/21 | in the academic year 2020/21 | 2019-09-01/P1Y | 2019-09-01/P1Y",
        "2020-08-01/P1Y | Year { from: 8 } | academic year 2020/21 | in the academic year 2020/21 | 2019-08-01/P1Y | 2019-08-01/P1Y",
        "2020-10-01/P1Y | Year { from: 10 } | October 2020 to September 2021 | from October 2020 to September 2021 | 2019-10-01/P1Y | 2019-10-01/P1Y",
        "2020-12-01/P1M | Month | December 2020 | in December 2020 | 2020-11-01/P1M | 2019-12-01/P1M",
        "2021-01-01/P1M | Month | January 2021 | in January 2021 | 2020-12-01/P1M | 2020-01-01/P1M",
        "2021-03-31 | Snapshot { month: 3, day: 31 } | 31 March 2021 | on 31 March 2021 | 2020-03-31 | 2020-03-31",
        "2020-02-29 | Snapshot { month: 2, day: 29 } | 29 February 2020 | on 29 February 2020 | - | -",
        "2020 | Unstated | 2020 | in 2020 | 2019 | 2019",
        "undated | Undated | No date given | (no date given) | - | -",
        "2020-02-01/P3M | Span { months: 3, from: 2, day: 1 } | February to April 2020 | from February to April 2020 | 2019-02-01/P3M | 2019-02-01/P3M",
        "2020-04-02/P3M | Span { months: 3, from: 4, day: 2 } | 2 April 2020 to 1 July 2020 | from 2 April 2020 to 1 July 2020 | 2019-04-02/P3M | 2019-04-02/P3M",
        "2020-06-15/P1Y | Span { months: 12, from: 6, day: 15 } | 15 June 2020 to 14 June 2021 | from 15 June 2020 to 14 June 2021 | 2019-06-15/P1Y | 2019-06-15/P1Y",
        "2019-04-01/P2Y | Span { months: 24, from: 4, day: 1 } | April 2019 to March 2021 | from April 2019 to March 2021 | 2018-04-01/P2Y | 2018-04-01/P2Y",
        "0001 | Unstated | 1 | in 1 | - | -",
        "0001-01-01/P3M | Quarter | Q4 0/01 | in Q4 0/01 | - | -",
    ];
    for case in cases {
        let text = case.split(" | ").next().unwrap();
        let period = period(text);
        let label = words::label(Lang::En, period);
        let or_none = |period: Option<Period>| period.map_or("-".to_owned(), |period| period.to_string());
        let found = [
            text.to_owned(),
            format!("{:?}", period.kind()),
            label.clone(),
            words::when(Lang::En, period, &label),
            or_none(period.previous()),
            or_none(period.year_before()),
        ];
        assert_eq!(found.join(" | "), case);
    }
}

/// What an axis says at each tick, and once for all.
#[test]
fn on_an_axis_what_is_the_same_in_each_year_is_said_once() {
    for (text, label, group) in [
        ("2020-10-01/P3M", "Q3", "2020/21"),
        ("2020-12-01/P1M", "December", "2020"),
        ("2021-03-31", "2021", "31 March"),
        ("2020", "2020", ""),
        ("2020-01-01/P1Y", "2020", ""),
        ("2020-04-01/P1Y", "2020/21", ""),
        ("2020-09-01/P1Y", "2020/21", "academic year"),
        ("2020-10-01/P1Y", "2020/21", "October to September"),
        ("2020-02-01/P1Y", "2020/21", "February to January"),
        ("2020-06-15/P1Y", "15 June 2020 to 14 June 2021", ""),
        ("undated", "No date given", ""),
    ] {
        let (found_label, found_group) = words::tick(Lang::En, period(text));
        assert_eq!((found_label.as_str(), found_group.as_str()), (label, group), "{text}");
    }
}

#[test]
fn anything_else_is_not_a_period() {
    for text in [
        "",
        "0000",
        "20",
        "20200",
        "2020-",
        "2020-1-1",
        "2020-02-30",
        "2021-02-29",
        "2020-13-01",
        "2020-00-01",
        "2020-01-00",
        "2020-04-01/",
        "2020-04-01/P",
        "2020-04-01/P3",
        "2020-04-01/3M",
        "2020-04-01/P0M",
        "2020-04-01/P03M",
        "2020-04-01/P3D",
        "2020-04-01/P-3M",
        "2020-04-01/P3.5M",
        "2020-04-01/P1Y3M",
        "2020-04-01/P101Y",
        "2020-04-01/P65536M",
        "2020-04-01/P9999Y",
        "2020-04-01/2020-07-01",
        "2020/P3M",
        "2020/21",
        "Q1 2020/21",
        "Undated",
        " 2020",
        "2020 ",
        "二〇二〇",
        "٢٠٢٠",
    ] {
        assert_eq!(Period::parse(text), None, "{text}");
    }
}

#[test]
fn publishers_words_stand_as_they_are() {
    let named = |text, label: &str| NamedPeriod { period: period(text), label: Some(label.to_owned()) };
    assert_eq!(words::named(Lang::En, &named("2020-10-01/P3M", "Autumn term")), "Autumn term");
    assert_eq!(words::words(Lang::En, &named("undated", "Easter count")), "Easter count");
    assert_eq!(words::when(Lang::En, period("undated"), "at the last count"), "(at the last count)");
    assert_eq!(words::when(Lang::En, period("2020-02-01/P3M"), "spring"), "in spring");
    assert_eq!(words::words(Lang::En, &NamedPeriod { period: Period::Undated, label: None }), "no date given");
    assert_eq!(words::words(Lang::En, &NamedPeriod { period: period("2021-03-01/P1M"), label: None }), "March 2021");
}

#[test]
fn headings() {
    for (text, kind, previous) in [
        ("2020-04-01/P3M", "Quarter", "The quarter before"),
        ("2020-04-01/P1M", "Month", "The month before"),
        ("2020-04-01/P1Y", "Year", "The year before"),
        ("2020", "Year", "The year before"),
        ("2021-03-31", "Date", "The period before"),
        ("undated", "Period", "The period before"),
        ("2020-02-01/P3M", "Period", "The period before"),
    ] {
        let found = period(text).kind();
        assert_eq!(
            (words::kind_heading(Lang::En, found), words::previous_heading(Lang::En, found)),
            (kind, previous),
            "{text}"
        );
    }
}

#[test]
fn order_is_by_beginning_then_by_end() {
    let sorted = [
        "undated",
        "0001",
        "2019",
        "2019-04-01/P1Y",
        "2020-01-01/P3M",
        "2020",
        "2020-01-01/P1Y",
        "2020-03-31",
        "2020-04-01/P1M",
        "2020-04-01/P3M",
        "2020-04-01/P1Y",
        "2020-07-01/P3M",
        "9999-12-31",
    ];
    let mut periods: Vec<Period> = sorted.iter().rev().map(|text| period(text)).collect();
    periods.sort_unstable();
    assert_eq!(periods, sorted.map(period));
}

#[test]
fn days_that_do_not_exist_become_the_last_of_the_month() {
    for (date, months, expect) in [
        ("2020-01-31", 1, "2020-02-29"),
        ("2021-01-31", 1, "2021-02-28"),
        ("2020-12-31", -6, "2020-06-30"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2020-06-15", 0, "2020-06-15"),
        ("2020-06-15", i32::MAX, "9999-12-15"),
        ("2020-06-15", i32::MIN, "0001-01-15"),
    ] {
        assert_eq!(Date::parse(date).unwrap().plus_months(months).to_string(), expect, "{date} {months:+}");
    }
}

fn dates() -> impl Strategy<Value = Date> {
    (1..=9999_i16, 1..=12_u8, 1..=31_u8).prop_filter_map("a day", |(year, month, day)| Date::new(year, month, day))
}

#[test]
fn every_period_is_read_as_printed_and_lies_after_the_one_before() {
    let periods = (dates(), 0..=1200_u16, 0..4_u8).prop_map(|(start, months, form)| match form {
        0 => Period::Undated,
        1 => Period::Unstated(start.year()),
        2 => Period::Snapshot(start),
        _ => Period::Span { start, months: months.max(1) },
    });
    holds(5000, periods, |period| {
        prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
        let _ = (words::label(Lang::En, period), words::parts(Lang::En, period));
        for earlier in [period.previous(), period.year_before()].into_iter().flatten() {
            prop_assert_eq!(earlier.kind(), period.kind());
            prop_assert_eq!(earlier < period, true);
        }
        Ok(())
    });
}

#[test]
fn a_day_before_a_day() {
    holds(5000, dates(), |date| {
        let before = date.previous_day();
        prop_assert_eq!(before < date || date == Date::new(1, 1, 1).unwrap(), true);
        let first = date.day() == 1;
        prop_assert_eq!(first || before.day() == date.day() - 1, true);
        Ok(())
    });
}

/// Which of an indicator's periods answers to a chosen one.
#[test]
fn the_answering_period() {
    let quarters = r#"["2020-04-01/P3M", "2020-10-01/P3M"]"#;
    let years = r#"["2019-04-01/P1Y", "2020-04-01/P1Y"]"#;
    for (periods, chosen, expect) in [
        // A quarterly indicator answers with exactly the chosen quarter or not at all.
        (quarters, "2020-10-01/P3M", "2020-10-01/P3M"),
        (quarters, "2020-07-01/P3M", "-"),
        (quarters, "2021-01-01/P3M", "-"),
        // Any other answers with the latest that begins on or before the quarter's end.
        (years, "2020-04-01/P3M", "2020-04-01/P1Y"),
        (years, "2020-01-01/P3M", "2019-04-01/P1Y"),
        (years, "2019-01-01/P3M", "-"),
        (years, "2030-01-01/P3M", "2020-04-01/P1Y"),
        (r#"["2020-03-31", "2021-03-31"]"#, "2021-01-01/P3M", "2021-03-31"),
        (r#"["2020-03-31", "2021-04-01"]"#, "2021-01-01/P3M", "2020-03-31"),
        (r#"["2019", "2020"]"#, "2020-01-01/P3M", "2020"),
        (r#"["2019", "2020"]"#, "2019-10-01/P3M", "2019"),
        (r#"["2020-12-01/P1M", "2021-03-01/P1M"]"#, "2021-01-01/P3M", "2021-03-01/P1M"),
        // Undated always answers, unless something dated answers better.
        (r#"["undated"]"#, "1950-01-01/P3M", "undated"),
        (r#"["undated", "2020"]"#, "2021-01-01/P3M", "2020"),
        (r#"["undated", "2020"]"#, "2019-10-01/P3M", "undated"),
        // Nothing chosen: the latest.
        (years, "-", "2020-04-01/P1Y"),
        (r#"["undated"]"#, "-", "undated"),
    ] {
        let count = periods.matches('"').count() / 2;
        let file = with(
            THREE,
            r#"["2020", "2021"], "series": [ { "area": "A", "values": [1, 2]"#,
            &format!(r#"{periods}, "series": [ {{ "area": "A", "values": [{}]"#, vec!["1"; count].join(", ")),
        );
        let dataset = dataset(&file);
        let indicator = &dataset.indicators[0];
        let found = indicator.answering_period(Period::parse(chosen));
        let found = found.map_or("-".to_owned(), |at| indicator.periods[at].period.to_string());
        assert_eq!(found, expect, "{periods} at {chosen}");
    }
}

/// The filter offers quarters; without any, the commonest kind.
#[test]
fn what_the_filter_offers() {
    for (one, two, six, expect) in [
        ("2020", "2020-04-01/P3M", "undated", "2020-04-01/P3M"),
        ("2020-07-01/P3M", "2020-04-01/P3M", "2020-07-01/P3M", "2020-04-01/P3M 2020-07-01/P3M"),
        ("2020-04-01/P1Y", "2019-04-01/P1Y", "2021-03-31", "2019-04-01/P1Y 2020-04-01/P1Y"),
        ("2020-04-01/P1Y", "2020-01-01/P1Y", "2019-04-01/P1Y", "2019-04-01/P1Y 2020-04-01/P1Y"),
        ("undated", "undated", "2020", "2020"),
        ("undated", "undated", "undated", ""),
    ] {
        let mut file = THREE.replace("[7, 8]", "[7]");
        for (period, values, single) in [(one, "[1, 2]", "[1]"), (two, "[3, 4]", "[3]"), (six, "[5, 6]", "[5]")] {
            file = with(&with(&file, r#"["2020", "2021"]"#, &format!(r#"["{period}"]"#)), values, single);
        }
        let offered: Vec<String> = dataset(&file).filter_periods.iter().map(Period::to_string).collect();
        assert_eq!(offered.join(" "), expect);
    }
    assert!(matches!(period("2020-04-01/P3M").kind(), PeriodKind::Quarter));
}

/// A financial year as a choice says when it ends: "2021" may be meant to be either of the years.
#[test]
fn choices() {
    for (id, english, welsh) in [
        ("2020-04-01/P1Y", "2020/21 (to March 2021)", "2020/21 (hyd fis Mawrth 2021)"),
        ("2020-01-01/P1Y", "2020", "2020"),
        ("2020", "2020", "2020"),
        ("2021-01-01/P3M", "Q4 2020/21", "Ch4 2020/21"),
        ("2020-09-01/P1Y", "academic year 2020/21", "blwyddyn academaidd 2020/21"),
        ("2021-03-31", "31 March 2021", "31 Mawrth 2021"),
    ] {
        let found = Period::parse(id).unwrap();
        assert_eq!([words::choice(Lang::En, found), words::choice(Lang::Cy, found)], [english, welsh], "{id}");
    }
}
