use crate::given::{STANDARD, facts, file, told, with};
use expect_test::expect;
use kpi_core::model::UnitKind;
use kpi_formats::tabular::{Options, Periods, YearMeaning};

#[test]
fn a_sound_file_is_read_without_a_word() {
    let read = file("plans.csv", STANDARD);
    assert_eq!(told(&read), "");
    expect![[r#"
        E92000001 2020 plans_count: 4000 (sex Total)
        E92000001 2020 plans_percent: 51.5 (sex Total)
        E92000001 2020 plans_count: 1900 (sex Girls)
        E92000001 2020 plans_percent: 50 (sex Girls)
        E12000008 2021 plans_count: 700 (sex Total)
        E12000008 2021 plans_percent: c (sex Total)
        E06000046 2021 plans_count: low (sex Total)
        E06000046 2021 plans_percent: z (sex Total)
        E06000046 2021 plans_count: – (sex Girls)
        E06000046 2021 plans_percent: 12.0 (sex Girls)
    "#]]
    .assert_eq(&facts(&read));
    let facts = read.facts.unwrap();
    expect!["the DfE's open data standard: 5 rows, 2 columns of figures, filtered by sex"].assert_eq(&facts.form);
    assert_eq!(facts.notes, ["topic: Plans"]);
    let island = facts.areas.last().unwrap();
    assert_eq!((island.name.as_str(), island.level.as_deref()), ("Isle of Wight", Some("Local authority")));
    assert_eq!((island.other_code.as_deref(), island.region.as_deref()), (Some("921"), Some("E12000008")));
    let [england, region, _] = facts.areas.as_slice() else { panic!() };
    assert_eq!((england.other_code.as_deref(), england.region.as_deref()), (None, None));
    assert_eq!((region.name.as_str(), region.region.as_deref()), ("South East", None));
    let totals: Vec<bool> = facts.dimensions[0].categories.iter().map(|category| category.total).collect();
    assert_eq!(totals, [true, false]);
    assert_eq!((facts.facts[9].row, facts.facts[9].column), (6, 14));
}

/// What a time of the standard becomes.
#[track_caller]
fn check(period: &str, identifier: &str, expected: &str) {
    let text = format!(
        "time_period,time_identifier,geographic_level,country_code,country_name,n\n{period},{identifier},National,E92,England,1\n"
    );
    let read = file("a.csv", &text);
    let period = read.facts.map(|facts| facts.facts[0].period.to_string());
    let problem = read.problems.iter().find(|problem| problem.place.row > 0);
    let found = period.or(problem.map(|problem| format!("{} {}", problem.place.heading, problem.kind.what())));
    assert_eq!(found.unwrap(), expected);
}

#[test]
fn times_are_those_of_the_standard() {
    check("2021", "Reporting year", "2021");
    check("2021", "Calendar year", "2021-01-01/P1Y");
    check("202021", "Financial year", "2020-04-01/P1Y");
    check("202021", "Academic year", "2020-09-01/P1Y");
    check("202021", "Tax year", "2020-04-06/P1Y");
    check("202021", "Financial year Q1", "2020-04-01/P3M");
    check("202021", "Financial year Q4", "2021-01-01/P3M");
    check("2021", "Calendar year Q2", "2021-04-01/P3M");
    check("202021", "Part 1 (April to September)", "2020-04-01/P6M");
    check("202021", "Part 2 (October to March)", "2020-10-01/P6M");
    check("2021", "January", "2021-01-01/P1M");
    check("199900", "Academic year", "1999-09-01/P1Y");
}

#[test]
fn other_times_are_refused_by_name() {
    for identifier in
        ["Autumn term", "Autumn and spring term", "Week 12", "Academic year Q1", "Tax year Q2", "Financial year Q5", ""]
    {
        let expected =
            format!("time_identifier Figures for \"{identifier}\" are not supported; such rows are left out.");
        check("202021", identifier, &expected);
    }
    check("202122", "Calendar year", "time_period \"202122\" is not a period; the row is left out.");
    check("2021", "Financial year", "time_period \"2021\" is not a period; the row is left out.");
    check("202023", "Academic year", "time_period \"202023\" is not a period; the row is left out.");
}

#[test]
fn the_caller_may_know_what_a_reporting_year_is() {
    let periods = Periods { year: YearMeaning::On { month: 3, day: 31 }, ..Periods::default() };
    let read = with("plans.csv", STANDARD.as_bytes(), &Options { periods, ..Options::default() });
    let facts = read.facts.unwrap();
    assert_eq!(facts.facts[0].period.to_string(), "2020-03-31");
}

#[test]
fn schools_and_wards_are_counted_and_left_out() {
    let text = STANDARD.replace("Regional,", "School,").replace("Local authority,", "Ward,");
    let read = file("plans.csv", &text);
    expect![[r#"
        plans.csv, row 4, column C "geographic_level": Rows of the geographic level "School" are not read. Read are National, Regional and Local authority; nothing need be done if these are enough.
        plans.csv, row 5, column C "geographic_level": Rows of the geographic level "Ward" are not read. One more place is like this. Read are National, Regional and Local authority; nothing need be done if these are enough.
    "#]]
    .assert_eq(&told(&read));
    assert_eq!(read.facts.unwrap().facts.len(), 4);
}

#[test]
fn one_bad_cell_makes_no_filter_of_an_indicator() {
    let read = file("plans.csv", &STANDARD.replace("1900", "many"));
    expect![[r#"
        plans.csv, row 3, column M "plans_count": "many" is neither a number nor a known symbol. Write a number without words, or one of the symbols c, x, z, low, k, u; leave the cell empty where nothing is published.
    "#]]
    .assert_eq(&told(&read));
    let facts = facts(&read);
    assert!(facts.contains("E92000001 2020 plans_count: ? (sex Girls)"), "{facts}");
    assert_eq!(facts.lines().count(), 10);
}

#[test]
fn a_place_without_a_code_goes_by_another() {
    let text = STANDARD.replace("E06000046", "").replace("E12000008,South East,,,,", "x,Not available,,,,");
    let facts = file("plans.csv", &text).facts.unwrap();
    let codes: Vec<&str> = facts.areas.iter().map(|area| area.code.as_str()).collect();
    assert_eq!(codes, ["E92000001", "Not available", "921"]);
}

#[test]
fn a_filter_of_numbers_is_named_by_the_caller() {
    let text = "time_period,time_identifier,geographic_level,country_code,country_name,age,n\n\
                2021,Calendar year,National,E92,England,1,10\n2021,Calendar year,National,E92,England,2,11\n";
    let unnamed = file("a.csv", text);
    assert_eq!(unnamed.problems.len(), 1);
    let read = with("a.csv", text.as_bytes(), &Options { filters: vec!["Age".to_owned()], ..Options::default() });
    expect![[r#"
        E92 2021-01-01/P1Y n: 10 (age 1)
        E92 2021-01-01/P1Y n: 11 (age 2)
    "#]]
    .assert_eq(&facts(&read));
    assert_eq!(told(&read), "");
}

/// Which unit a column's name states.
#[track_caller]
fn unit(name: &str, expected: Option<UnitKind>) {
    let text = format!(
        "time_period,time_identifier,geographic_level,country_code,country_name,\"{name}\"\n2021,Calendar year,National,E92,England,1\n"
    );
    let facts = file("a.csv", &text).facts.unwrap();
    assert_eq!(facts.indicators[0].measures[0].unit.clone().map(|unit| unit.kind), expected, "{name}");
}

#[test]
fn units_are_read_where_a_name_leaves_no_doubt() {
    let rate = |per| Some(UnitKind::Rate { per });
    unit("rereferral_percent", Some(UnitKind::Percent));
    unit("Percentage of children", Some(UnitKind::Percent));
    unit("children_count", Some(UnitKind::Count));
    unit("Number of children", Some(UnitKind::Count));
    unit("starters_headcount", Some(UnitKind::Count));
    unit("rate_per_10000", rate(10_000));
    unit("Rate per 10,000 children", rate(10_000));
    unit("rate_per_10k", rate(10_000));
    for name in [
        "turnover_rate_headcount",
        "inpost_fte",
        "cases",
        "population_estimate",
        "percentage_point_change",
        "number_per_worker",
    ] {
        unit(name, None);
    }
}

#[test]
fn all_together_goes_by_many_names() {
    let totals = |first: &str, second: &str| {
        let text = STANDARD.replace("Total", first).replace("Girls", second);
        let facts = file("a.csv", &text).facts.unwrap();
        facts.dimensions[0].categories.iter().map(|category| category.total).collect::<Vec<_>>()
    };
    assert_eq!(totals("All pupils", "Girls"), [true, false]);
    assert_eq!(totals("Any", "Girls"), [true, false]);
    assert_eq!(totals("TOTAL", "All girls"), [true, false]);
    assert_eq!(totals("All boys", "All girls"), [false, false]);
    assert_eq!(totals("Allergy", "Girls"), [false, false]);
}
