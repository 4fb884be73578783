//! Tables: in which order, from when on, with which parts and differences.

use crate::given::{EVERYTHING, dataset, demo, with};
use kpi_core::model::{AreaIx, Dataset, IndicatorIx, MeasureIx};
use kpi_core::query::{Direction, Query, Sight, View, fragment, peers};
use kpi_core::view::{IndicatorModel, TableModel};
use std::fmt::Write;

fn tables(dataset: &Dataset, choices: &str) -> Vec<TableModel> {
    let query = fragment::read(&format!("kpi?{choices}"), &Query::initial(dataset), dataset).unwrap();
    let View::Indicator { indicator, measure, .. } = query.view else { panic!("{choices} names no indicator") };
    IndicatorModel::new(dataset, &query, indicator, measure).unwrap().tables
}

/// The headings of the rows and the first column of figures of one of the tables.
fn check(dataset: &Dataset, choices: &str, table: usize, expect: &str) {
    let tables = tables(dataset, choices);
    let mut told = String::new();
    for row in &tables[table].rows {
        write!(told, "{} {}; ", row.heading, row.cells.first().map_or("", |cell| &cell.text)).unwrap();
    }
    assert_eq!(told.trim_end_matches("; "), expect, "{choices}");
}

#[test]
fn rows_are_sorted_by_any_column() {
    let demo = demo();
    let money = |order: &str, expect: &str| check(&demo, &format!("i=outturn&{order}"), 0, expect);
    let published = "Access, Resources & Business Development 4,351; Strategic Development 245; \
                     Education & Inclusion 1,808; Children & Families 21,218; Children's Services (non-schools) 27,622";
    money("", published);
    money(
        "r=0",
        "Access, Resources & Business Development 4,351; Children & Families 21,218; \
         Children's Services (non-schools) 27,622; Education & Inclusion 1,808; Strategic Development 245",
    );
    money(
        "r=-0,figure,E06000046,budget",
        "Children's Services (non-schools) 27,622; Children & Families 21,218; \
         Access, Resources & Business Development 4,351; Education & Inclusion 1,808; Strategic Development 245",
    );
    // By the variance: −603, −374, −150, −56, −23.
    money(
        "r=0,figure,E06000046,variance",
        "Children's Services (non-schools) 27,622; Access, Resources & Business Development 4,351; \
         Education & Inclusion 1,808; Strategic Development 245; Children & Families 21,218",
    );
    // Another table's, or a column that is not there.
    money("r=1,figure,E06000046,budget", published);
    money("r=0,figure,E92000001,budget", published);
    money("r=0,place,E06000046,budget", published);
}

#[test]
fn periods_are_sorted_by_time_and_what_has_no_number_comes_last() {
    let demo = demo();
    let quarters = |order: &str, expect: &str| check(&demo, &format!("i=icpc-in-time&{order}"), 0, expect);
    quarters("r=-0", "Q4 2020/21 70%; Q3 2020/21 79%; Q2 2020/21 90%; Q1 2020/21 91%");
    quarters("r=0,figure,E06000046", "Q4 2020/21 70%; Q3 2020/21 79%; Q2 2020/21 90%; Q1 2020/21 91%");
    // The first quarter has no change: last both ways. −11, −9, −1.
    quarters("r=0,previous,E06000046", "Q3 2020/21 79%; Q4 2020/21 70%; Q2 2020/21 90%; Q1 2020/21 91%");
    quarters("r=-0,previous,E06000046", "Q2 2020/21 90%; Q4 2020/21 70%; Q3 2020/21 79%; Q1 2020/21 91%");
    let sorted = tables(&demo, "i=icpc-in-time&r=-0,previous,E06000046");
    let marked: Vec<Option<Direction>> = sorted[0].columns.iter().map(|column| column.sorted).collect();
    assert_eq!(marked.iter().filter(|sorted| sorted.is_some()).count(), 1);
    assert_eq!(marked[2], Some(Direction::Descending));
}

/// What is sorted by a column stays so whatever else is chosen, and is in the usual order while the column is not there.
#[test]
fn the_order_follows_its_column() {
    let dataset = dataset(EVERYTHING);
    let summer = "Q1 2020/21 c; Summer 71% [b]; Q3 2020/21 about 69.5% [r]; Q4 2020/21 70.0% [p] [d]";
    let by_england = "Q3 2020/21 about 69.5% [r]; Summer 71% [b]; Q1 2020/21 c; Q4 2020/21 70.0% [p] [d]";
    let sorted = |choices: &str, expect: &str| {
        check(&dataset, &format!("i=symbols&{choices}&r=0,figure,E"), 0, expect);
        let tables = tables(&dataset, &format!("i=symbols&{choices}&r=0,figure,E"));
        let heads = tables[0].columns.iter().filter(|column| column.sorted.is_some());
        let expect: &[&str] = if expect == summer { &[] } else { &["England"] };
        assert_eq!(heads.map(|head| head.heading.as_str()).collect::<Vec<_>>(), expect, "{choices}");
    };
    sorted("c=previous,B,SN,E", by_england);
    sorted("c=B,SN,E", by_england);
    sorted("c=E", by_england);
    sorted("c=previous,year-before,E,C&x=differences", by_england);
    sorted("c=previous,B,SN", summer);
    // Of several measures each has a column of its own.
    let money = |choices: &str, expect: &str| check(&dataset, &format!("i=money&c=B&{choices}"), 0, expect);
    money("r=-0,figure,B,outturn&s=outturn", "2020/21 1,200; 2019/20 1,000");
    money("r=-0,figure,B,outturn", "2019/20 1,000; 2020/21 1,200");
    money("r=-0,figure,A,budget", "2020/21 1,200; 2019/20 1,000");
    money("r=-0,figure,A,budget&s=share", "2020/21 1,200; 2019/20 1,000");
}

#[test]
fn tables_begin_where_they_are_asked_to() {
    let demo = demo();
    let quarters = |from: &str, expect: &str| check(&demo, &format!("i=icpc-in-time&{from}"), 0, expect);
    quarters("f=2020-07-01/P3M", "Q2 2020/21 90%; Q3 2020/21 79%; Q4 2020/21 70%");
    // The period that the page is about is there in any case.
    quarters("f=2020-10-01/P3M&p=2020-04-01/P3M", "Q1 2020/21 91%; Q3 2020/21 79%; Q4 2020/21 70%");
    quarters("f=1999-01-01/P3M", "Q1 2020/21 91%; Q2 2020/21 90%; Q3 2020/21 79%; Q4 2020/21 70%");
}

#[test]
fn a_part_is_looked_at_and_parts_stand_side_by_side() {
    let dataset = dataset(EVERYTHING);
    let ages = |choices: &str| tables(&dataset, &format!("i=ages&{choices}"));
    let captions = |choices: &str| ages(choices).into_iter().map(|table| table.caption).collect::<Vec<_>>();
    let caption = "Children by age and sex: rate per 10,000";
    // Without a total of both sexes it is the first one's.
    assert_eq!(captions(""), [format!("{caption}, Girls"), format!("{caption}, Girls, 31 March 2021")]);
    assert_eq!(
        captions("d=age:0-4,sex:f"),
        [format!("{caption}, 0 to 4, Girls"), format!("{caption}, Girls, 31 March 2021")]
    );
    assert_eq!(captions("d=sex:m&b=sex"), [format!("{caption}, Boys"), format!("{caption}, 31 March 2021")]);
    check(&dataset, "i=ages&d=sex:m", 0, "31 March 2020 62.0; 31 March 2021 61.3");
    check(&dataset, "i=ages&b=sex", 1, "Girls 60.0; Boys 61.3");
    check(&dataset, "i=ages&b=sex&d=age:0-4", 1, "Girls 51.0; Boys –");
    // Whatever is unknown leaves the totals.
    assert_eq!(captions("d=age:99,colour:red&b=gone"), captions(""));
}

#[test]
fn breakdowns_lead_to_their_parts() {
    let dataset = dataset(EVERYTHING);
    let default = Query::initial(&dataset);
    let query = fragment::read("kpi?i=ages&d=age:0-4,sex:f", &default, &dataset).unwrap();
    let View::Indicator { indicator, measure, .. } = query.view else { panic!() };
    let model = IndicatorModel::new(&dataset, &query, indicator, measure).unwrap();
    let mut told = String::new();
    for breakdown in &model.breakdowns {
        writeln!(told, "{}", breakdown.name).unwrap();
        for part in &breakdown.parts {
            let view = View::Indicator { indicator, measure, cut: part.cut };
            let address = fragment::write(&Query { view, ..query.clone() }, &default, &dataset);
            writeln!(told, "{} {} {address}", if part.chosen { "*" } else { "-" }, part.name).unwrap();
        }
        let beside = breakdown.side_by_side.map(|cut| {
            let view = View::Indicator { indicator, measure, cut };
            fragment::write(&Query { view, ..query.clone() }, &default, &dataset)
        });
        writeln!(told, "side by side: {}", beside.unwrap_or("they are".to_owned())).unwrap();
    }
    expect_test::expect![[r#"
        Age
        * 0 to 4 kpi?i=ages&d=age:0-4,sex:f
        - 5 to 17 kpi?i=ages&d=age:5-17,sex:f
        - All ages kpi?i=ages
        side by side: they are
        Sex
        * Girls kpi?i=ages&d=age:0-4,sex:f
        - Boys kpi?i=ages&d=age:0-4,sex:m
        side by side: kpi?i=ages&d=age:0-4,sex:f&b=sex
    "#]]
    .assert_eq(&told);
}

#[test]
fn differences_stand_beside_each_comparator() {
    let demo = demo();
    let [table] = tables(&demo, "i=audit-smart-plan&x=differences&c=E92000001").try_into().unwrap();
    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(headings, ["Period", "Isle of Wight", "England", "Difference from England"]);
    assert!(table.rows.iter().all(|row| row.cells.last().unwrap().text == "not compared"), "{table:?}");
    let everything = dataset(EVERYTHING);
    let [table] = tables(&everything, "i=symbols&x=differences&c=B").try_into().unwrap();
    let last: Vec<&str> = table.rows.iter().map(|row| row.cells.last().unwrap().text.as_str()).collect();
    assert_eq!(last, ["not compared", "not compared", "not compared", "the same"]);
    // The focus is not compared with itself, however many measures it has; each target stands beside its own.
    let headings = |choices: &str| {
        let tables = tables(&everything, &format!("i=money&x=differences&c=B&{choices}"));
        tables[0].columns.iter().map(|column| column.heading.clone()).collect::<Vec<_>>().join(" | ")
    };
    // Totals of areas are not compared.
    let own = "Period | Budget, £ thousand | Budget, £ thousand: target | Outturn, £ thousand | Variance, %";
    assert_eq!(headings("s=outturn"), format!("{own} | Beeton: outturn, £ thousand"));
    assert_eq!(headings("s=budget"), format!("{own} | Beeton: budget, £ thousand"));
}

/// A target is for the whole, and no part of it is measured by it.
#[test]
fn targets_stand_beside_the_whole_alone() {
    let file = with(EVERYTHING, r#""polarity": "lower","#, r#""polarity": "lower", "target": 55,"#);
    let dataset =
        dataset(&with(&file, r#"{ "id": "f", "name": "Girls" }"#, r#"{ "id": "f", "name": "Girls", "total": true }"#));
    let has_target = |choices: &str| {
        let tables = tables(&dataset, &format!("i=ages&{choices}"));
        tables[0].columns.iter().any(|column| column.heading == "Target")
    };
    assert!(has_target(""));
    assert!(!has_target("d=age:0-4"));
}

/// Points stand below points: what a cell lacks in decimals of its column it has in spaces, a point's width first.
#[test]
fn decimals_are_made_up_in_spaces() {
    let demo = demo();
    let [table] = tables(&demo, "i=children-looked-after").try_into().unwrap();
    let pads: Vec<(&str, usize)> =
        table.rows.iter().map(|row| (row.cells[0].text.as_str(), row.cells[0].pad.chars().count())).collect();
    assert_eq!(pads, [("107", 2), ("78.5", 0), ("53", 2), ("67", 2)]);
}

/// The places of many areas are those that `Sight::rank` gives to each, and groups and other kinds of area have none.
#[test]
fn many_areas_have_their_places() {
    for polarity in ["higher", "lower", "none"] {
        let code = |at: usize| format!("E06{at:06}");
        let areas: Vec<String> =
            (1..30).map(|at| format!(r#"{{ "id": "{}", "name": "Area {at}" }}"#, code(at))).collect();
        let series: Vec<String> =
            (0..30).map(|at| format!(r#"{{ "area": "{}", "values": [{}] }}"#, code(at), at * 7 % 11)).collect();
        let file = format!(
            r#"{{ "kpi": "1.0", "title": "Many", "publisher": {{ "name": "Ayton" }},
            "areas": [{{ "id": "{}", "name": "Ayton", "role": "focus" }}, {{ "id": "E92000001", "name": "England" }}, {}],
            "indicators": [{{ "id": "many", "name": "Many", "polarity": "{polarity}", "unit": {{ "kind": "score" }},
            "periods": ["2020"], "series": [{{ "area": "E92000001", "values": [5] }}, {}] }}] }}"#,
            code(0),
            areas.join(", "),
            series.join(", ")
        );
        let dataset = dataset(&file);
        let query = Query::initial(&dataset);
        let tables = tables(&dataset, "i=many&c=E92000001");
        let table = tables.last().unwrap();
        assert_eq!(table.rows.len(), 34, "{polarity}");
        let quartiles: Vec<&str> = table.rows[31..].iter().map(|row| row.cells[0].text.as_str()).collect();
        // 30 figures: 0 to 10 about three times each.
        assert_eq!(quartiles, ["2", "5", "8"]);
        let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
        assert_eq!(headings, ["Area", "Points", "Rank"]);
        let indicator = dataset.indicator(IndicatorIx(0)).unwrap();
        let sight = Sight::new(&dataset, &query, indicator, MeasureIx(0), 0);
        let peers = peers(sight);
        for (ix, area) in (0..).map(AreaIx).zip(&dataset.areas) {
            let row = table.rows.iter().find(|row| row.heading == area.name).unwrap();
            let rank = sight.of(ix).rank(&peers).filter(|_| area.name != "England");
            let expect = rank.map_or("–".to_owned(), |rank| rank.place.to_string());
            assert_eq!(row.cells[1].text, expect, "{} {polarity}", area.name);
        }
        // The largest total is that of the largest area, and no place.
        let dataset = crate::given::dataset(&file.replace("score", "count"));
        let table = self::tables(&dataset, "i=many&c=E92000001").pop().unwrap();
        let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
        assert_eq!((headings, table.rows.len()), (vec!["Area", "Number"], 34));
        assert!(table.rows.iter().all(|row| row.cells.len() == 1));
    }
}
