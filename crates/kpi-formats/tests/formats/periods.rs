use crate::given::with;
use kpi_formats::tabular::{Options, Periods, QuarterYear, SplitYear, YearMeaning};

/// What a period becomes in a tidy table, and what is said of it.
fn read(heading: &str, cells: &[&str], periods: Periods) -> String {
    let rows: String = cells.iter().enumerate().map(|(at, cell)| format!("E{at};{cell};1\n")).collect();
    let text = format!("area_code;{heading};value\n{rows}");
    let read = with("a.csv", text.as_bytes(), &Options { periods, ..Options::default() });
    let facts = read.facts.map(|facts| facts.facts).unwrap_or_default();
    let period = facts.first().map(|fact| fact.period.to_string()).unwrap_or_default();
    let complaint = read.problems.iter().find(|problem| problem.place.row > 0);
    let complaint = complaint.map(|problem| format!("| {}", problem.kind.what())).unwrap_or_default();
    format!("{period} {complaint}").trim().to_owned()
}

fn check(cell: &str, expected: &str) {
    assert_eq!(read("period", &[cell], Periods::default()), expected, "{cell:?}");
}

#[test]
fn periods_are_read_in_every_usual_spelling() {
    for (cell, expected) in [
        ("2021-04-01/P1Y", "2021-04-01/P1Y"),
        ("2021-04-01/P3M", "2021-04-01/P3M"),
        ("2021-04-01T00:00:00/P1Y", "2021-04-01/P1Y"),
        ("2021-04-01/2022-03-31", "2021-04-01/P1Y"),
        ("2021-03-31", "2021-03-31"),
        ("2021-03-31T00:00:00", "2021-03-31"),
        ("2021-03-31 00:00:00", "2021-03-31"),
        ("31/03/2021", "2021-03-31"),
        ("03/04/2021", "2021-04-03"),
        ("31.03.2021", "2021-03-31"),
        ("31-03-2021", "2021-03-31"),
        ("31 March 2021", "2021-03-31"),
        ("31st March, 2021", "2021-03-31"),
        ("As at 31 March 2021", "2021-03-31"),
        ("March 2021", "2021-03-01/P1M"),
        ("Sept 2021", "2021-09-01/P1M"),
        ("Mar-2021", "2021-03-01/P1M"),
        ("2021-03", "2021-03-01/P1M"),
        ("03/2021", "2021-03-01/P1M"),
        ("2020", "2020"),
        ("undated", "undated"),
        ("FY 2020/21", "2020-04-01/P1Y"),
        ("FY2020/21", "2020-04-01/P1Y"),
        ("Financial year 2020/21", "2020-04-01/P1Y"),
        ("2020/21 financial year", "2020-04-01/P1Y"),
        ("Academic year 2020/21", "2020-09-01/P1Y"),
        ("2020/21 (academic)", "| \"2020/21 (academic)\" is not a period; the row is left out."),
        ("Q3 FY 2020/21", "2020-10-01/P3M"),
        ("FY 2020/21 Q4", "2021-01-01/P3M"),
        ("April to June 2020", "2020-04-01/P3M"),
        ("Apr-Jun 2020", "2020-04-01/P3M"),
        ("April 2020 to March 2021", "2020-04-01/P1Y"),
        ("Year ending March 2021", "2020-04-01/P1Y"),
        ("Year ending 31 March 2021", "2020-04-01/P1Y"),
        ("12 months to June 2021", "2020-07-01/P1Y"),
    ] {
        check(cell, expected);
    }
}

#[test]
fn a_year_with_two_numbers_is_the_financial_year_and_that_is_told() {
    let year = |found: &str| {
        format!(
            "2017-04-01/P1Y | \"{found}\" does not say which kind of year it is; it is read as the financial year from April."
        )
    };
    for cell in ["2017/18", "201718", "2017/2018", "2017 to 2018", "2017 – 18"] {
        check(cell, &year(cell));
    }
    for cell in ["Q3 2020/21", "2020/21 Q3", "2020-21 Q3", "Quarter 3 2020/21", "2020/21 - Q3", "202021 Q3"] {
        check(
            cell,
            &format!(
                "2020-10-01/P3M | \"{cell}\" does not say which kind of year it is; it is read as a quarter of the financial year from April."
            ),
        );
    }
}

#[test]
fn what_is_no_period_or_two_is_left_out() {
    for cell in [
        "",
        "soon",
        "2020/22",
        "202022",
        "31/02/2021",
        "03/31/2021",
        "31/03/21",
        "Mar-21",
        "Q5 2020/21",
        "13/2021",
        "2021-04-02/2022-03-31",
        "2021-13-01",
        "year ending 15 March 2021",
        "0000",
    ] {
        let problem = if cell.is_empty() {
            "| There is no period; the row is left out.".to_owned()
        } else {
            format!("| \"{cell}\" is not a period; the row is left out.")
        };
        check(cell, &problem);
    }
    check(
        "2020 Q3",
        "| \"2020 Q3\" may be July 2020 to September 2020 or October 2020 to December 2020; the row is left out.",
    );
    check("2011-12", "| \"2011-12\" may be the year 2011/12 or December 2011; the row is left out.");
}

#[test]
fn the_other_cells_of_a_column_tell_years_from_months() {
    let assumed = "| \"2011-12\" does not say which kind of year it is; it is read as the financial year from April.";
    assert_eq!(read("period", &["2011-12", "2012-13"], Periods::default()), format!("2011-04-01/P1Y {assumed}"));
    assert_eq!(read("period", &["2011-12", "2012-01"], Periods::default()), "2011-12-01/P1M");
}

#[test]
fn the_heading_may_say_which_year_is_meant() {
    assert_eq!(read("Financial Year", &["2017/18"], Periods::default()), "2017-04-01/P1Y");
    assert_eq!(read("academic_year", &["2017/18"], Periods::default()), "2017-09-01/P1Y");
    assert_eq!(read("calendar_year", &["2017"], Periods::default()), "2017-01-01/P1Y");
    assert_eq!(read("year", &["2017"], Periods::default()), "2017");
    assert_eq!(read("calendar_year;quarter", &["2017;3"], Periods::default()), "2017-07-01/P3M");
    assert_eq!(read("financial_year;quarter", &["2017/18;Q3"], Periods::default()), "2017-10-01/P3M");
    assert_eq!(read("financial_year;quarter", &["2017/18;Total"], Periods::default()), "2017-04-01/P1Y");
    assert_eq!(read("year;month", &["2017;March"], Periods::default()), "2017-03-01/P1M");
    assert_eq!(read("year;month", &["2017;3"], Periods::default()), "2017-03-01/P1M");
}

#[test]
fn the_caller_says_what_the_file_does_not() {
    let rule = |periods: Periods, cell: &str, expected: &str| assert_eq!(read("period", &[cell], periods), expected);
    let split_year = |year| Periods { split_year: Some(year), ..Periods::default() };
    rule(split_year(SplitYear::Financial), "2017/18", "2017-04-01/P1Y");
    rule(split_year(SplitYear::Academic), "2017/18", "2017-09-01/P1Y");
    rule(split_year(SplitYear::Academic), "FY 2017/18", "2017-04-01/P1Y");
    let year = |year| Periods { year, ..Periods::default() };
    rule(year(YearMeaning::Calendar), "2021", "2021-01-01/P1Y");
    rule(year(YearMeaning::FinancialEnding), "2021", "2020-04-01/P1Y");
    rule(year(YearMeaning::FinancialBeginning), "2021", "2021-04-01/P1Y");
    rule(year(YearMeaning::AcademicEnding), "2021", "2020-09-01/P1Y");
    rule(year(YearMeaning::AcademicBeginning), "2021", "2021-09-01/P1Y");
    rule(year(YearMeaning::On { month: 3, day: 31 }), "2021", "2021-03-31");
    rule(year(YearMeaning::On { month: 2, day: 29 }), "2021", "| \"2021\" is not a period; the row is left out.");
    let quarter = |quarter| Periods { quarter: Some(quarter), ..Periods::default() };
    rule(quarter(QuarterYear::Calendar), "2020 Q3", "2020-07-01/P3M");
    rule(quarter(QuarterYear::FinancialBeginning), "2020 Q3", "2020-10-01/P3M");
    rule(quarter(QuarterYear::FinancialEnding), "2020 Q4", "2020-01-01/P3M");
}
