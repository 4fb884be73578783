//! By which method a group's figure came about: what is said of it is true of the figure that is shown, everywhere.

use crate::given::{dataset, with};
use kpi_core::export::{sheet, shown};
use kpi_core::ingest::read_data_file;
use kpi_core::model::{Dataset, MeasureIx, Method};
use kpi_core::query::{Query, View, fragment};
use kpi_core::view::{ChartModel, IndicatorModel, OverviewModel, Picture, method_choices, multiples, read_out};
use kpi_core::words::{Lang, method};

/// Of "one" the members have figures, of "two" the group has its own, of "both" they all have, of "none" neither; the parts of
/// "parts" are the group's own, its total is not.
const FILE: &str = include_str!("../../../../tests/fixtures/method.kpi.json");

fn query(dataset: &Dataset, choices: &str) -> Query {
    fragment::read(&format!("kpi?c=SN&{choices}"), &Query::initial(dataset), dataset).unwrap()
}

fn model(dataset: &Dataset, query: &Query) -> IndicatorModel {
    let View::Indicator { indicator, measure, .. } = query.view else { panic!() };
    IndicatorModel::new(dataset, query, indicator, measure).unwrap()
}

/// The names of a chart's series.
fn names(chart: &ChartModel) -> Vec<&str> {
    match chart {
        ChartModel::Line(chart) => chart.lines.iter().map(|line| line.name.as_str()).collect(),
        ChartModel::Bars(chart) if chart.marks.is_empty() => chart.bars.iter().map(|bar| bar.name.as_str()).collect(),
        ChartModel::Bars(chart) => chart.marks.iter().map(|mark| mark.name.as_str()).collect(),
        ChartModel::Strip(chart) => chart.dots.iter().map(|dot| dot.name.as_str()).collect(),
    }
}

/// The publisher's method, the reader's, the indicator: the latest figure, and by which method it came about.
#[test]
fn everything_that_shows_a_figure_says_the_same() {
    for (declared, asked, id, figure, method) in [
        ("published", "", "one", "–", "as published"),
        ("published", "mean", "one", "6.0", "mean"),
        ("published", "median", "one", "5", "median"),
        ("published", "published", "one", "–", "as published"),
        ("published", "", "two", "77", "as published"),
        // No member has a figure: what is published stands, and is not called what it is not.
        ("published", "mean", "two", "77", "as published"),
        ("published", "median", "two", "77", "as published"),
        ("published", "", "both", "77", "as published"),
        ("published", "mean", "both", "6.0", "mean"),
        ("published", "published", "both", "77", "as published"),
        ("median", "", "one", "5", "median"),
        ("median", "mean", "one", "6.0", "mean"),
        ("median", "published", "one", "–", "as published"),
        // How its own figure came about is the publisher's word.
        ("median", "", "two", "77", "median"),
        ("median", "mean", "two", "77", "median"),
        ("median", "published", "two", "77", "as published"),
        ("median", "", "both", "77", "median"),
        ("median", "median", "both", "5", "median"),
        ("median", "published", "both", "77", "as published"),
        // Of what is not there, what was asked for.
        ("published", "mean", "none", "–", "mean"),
        ("median", "", "none", "–", "median"),
    ] {
        let dataset = dataset(&with(FILE, "\"published\"", &format!("\"{declared}\"")));
        let choice = if asked.is_empty() { String::new() } else { format!("m=SN:{asked}") };
        let case = format!("{declared} {asked} {id}");
        let query = query(&dataset, &format!("i={id}&{choice}"));
        let View::Indicator { indicator, .. } = query.view else { panic!() };
        let (model, heading) = (model(&dataset, &query), format!("Neighbours ({method})"));

        let [table] = model.tables.as_slice() else { panic!("{case}") };
        let at = table.columns.iter().position(|column| column.heading == heading);
        let at = at.unwrap_or_else(|| panic!("{case}: {:?}", table.columns));
        assert_eq!(table.rows.last().unwrap().cells[at - 1].text, figure, "{case}");

        for chart in &model.charts {
            let named: Vec<_> = names(chart).into_iter().filter(|name| name.starts_with("Neighbours")).collect();
            assert!(named.iter().all(|name| *name == heading), "{case}: {named:?}");
            assert_eq!(named.is_empty(), matches!(&**chart, ChartModel::Line(_)) && figure == "–", "{case}");
            let note = match method {
                "as published" => "Neighbours, as published: B, C and D.".to_owned(),
                method => format!("Neighbours, {method} of B, C and D."),
            };
            let notes = Picture::new(&dataset, &query, &model, chart).notes;
            let notes: Vec<_> = notes.iter().filter(|note| note.starts_with("Neighbours")).collect();
            assert!(notes.iter().all(|said| **said == note), "{case}: {notes:?}");
            assert_eq!(notes.len(), named.len(), "{case}: {notes:?}");
            let place = names(chart).iter().position(|name| *name == heading);
            if let Some(place) = place {
                let read = read_out(&dataset, &query, indicator, chart, place, 1).or_else(|| {
                    // Bars of areas have one period.
                    read_out(&dataset, &query, indicator, chart, place, 0)
                });
                let read = read.unwrap();
                let row = read.rows.iter().find(|row| row.here).unwrap();
                assert_eq!((row.name.as_str(), row.value.as_str()), (heading.as_str(), figure), "{case}");
                assert!(!row.asides.iter().any(|aside| aside.contains("published") && figure != "–"), "{case} {row:?}");
            }
        }

        let told = match method {
            "as published" => format!("lower than Neighbours ({figure})"),
            method => format!("Neighbours' {method} ({figure}"),
        };
        let told = if figure == "–" { "No figure is published here for Neighbours" } else { &told };
        let is_told = model.sentence.contains(told) || model.sentence.contains(&told.replace("lower", "higher"));
        assert!(is_told, "{case}: {}", model.sentence);

        let mut text = String::new();
        shown(&dataset, &query, &mut text).unwrap();
        let rows: Vec<&str> = text.lines().filter(|row| row.contains(",Neighbours,")).collect();
        let says = |row: &str| row.replace('"', "").contains(&format!(",{method},"));
        assert!(!rows.is_empty() && rows.iter().all(|row| says(row)), "{case}: {rows:?}");

        // The overview has one heading for all that is listed: where methods differ each is said beside its figure.
        for find in ["", &model.name] {
            let mut query = Query { view: View::Overview, ..query.clone() };
            query.listing.find = find.to_owned();
            let all = OverviewModel::new(&dataset, &query);
            let mut rows = all.sections.iter().flat_map(|section| &section.rows);
            let row = rows.find(|row| row.indicator == indicator).unwrap();
            let beside = row.against[0].method.map(|method| method::word(Lang::En, method));
            let said = beside.map_or(all.comparators[0].clone(), |word| format!("Neighbours ({word})"));
            assert!(said == heading || figure == "–", "{case}: {said}");
            assert!(beside.is_none() || all.comparators == ["Neighbours"] && all.listed > 1, "{case}");
            let pasted = sheet(&dataset, &query).text();
            let line = pasted.lines().find(|line| line.starts_with(&row.name)).unwrap();
            assert!(beside.is_none_or(|word| line.contains(word)), "{case}: {line}");
        }

        // What is asked for can be seen and asked for again.
        let choices = method_choices(&dataset, &query);
        assert!(choices[0].choices.contains(&choices[0].asked), "{case}: {choices:?}");
    }
}

/// A total from members and parts of the group's own: each part says so, wherever it is shown.
#[test]
fn parts_may_have_another_method_than_their_total() {
    let dataset = dataset(FILE);
    for (choices, heading, asides, said) in [
        ("i=parts&m=SN:mean", "Neighbours (mean, as published)", ["as published", "as published", ""], "mean"),
        ("i=parts&m=SN:mean&d=sex:f", "Neighbours (as published, mean)", ["", "", "mean"], "as published"),
        ("i=parts", "Neighbours (as published)", ["", "", ""], "as published"),
    ] {
        let query = query(&dataset, choices);
        let View::Indicator { indicator, .. } = query.view else { panic!() };
        let model = model(&dataset, &query);
        let [over_time, by_part] = model.tables.as_slice() else { panic!("{choices}") };
        assert!(over_time.columns.iter().any(|column| column.heading == format!("Neighbours ({said})")), "{choices}");
        assert_eq!(by_part.columns[2].heading, heading, "{choices}");
        let found: Vec<&str> = by_part.rows.iter().map(|row| row.cells[1].aside.as_str()).collect();
        assert_eq!(found, asides, "{choices}");
        let [line, bars] = model.charts.as_slice() else { panic!("{choices}") };
        assert_eq!(names(bars), [heading], "{choices}");
        assert!(names(line)[1..].iter().all(|name| *name == format!("Neighbours ({said})")), "{choices}");
        for (part, aside) in asides.iter().enumerate() {
            let read = read_out(&dataset, &query, indicator, bars, part, 1).unwrap();
            let row = read.rows.into_iter().find(|row| row.here).unwrap();
            assert_eq!(row.asides.contains(&(*aside).to_owned()), !aside.is_empty(), "{choices}: {row:?}");
        }
        let note = |chart| {
            let notes = Picture::new(&dataset, &query, &model, chart).notes;
            notes.into_iter().filter(|note| note.starts_with("Neighbours")).collect::<Vec<_>>().join(" ")
        };
        for method in ["mean", "as published"] {
            assert_eq!(note(bars).contains(method), heading.contains(method), "{choices}");
            assert_eq!(note(line).contains(method), method == said && names(line).len() > 1, "{choices}");
        }
    }
}

/// A part without a figure has no method, whatever is asked for.
#[test]
fn parts_without_a_figure_have_none() {
    let (before, parts) = FILE.split_once(r#"{ "id": "parts""#).unwrap();
    let members =
        parts.find(r#"{ "area": "B""#).unwrap()..parts.find(r#"{ "area": "A", "at": { "sex": "f" }"#).unwrap();
    let parts = parts.replace(&parts[members], "").replace(r#""SN", "at": { "sex": "m" }"#, r#""SN""#);
    let dataset = dataset(&format!(r#"{before}{{ "id": "parts"{parts}"#));
    let model = model(&dataset, &query(&dataset, "i=parts&m=SN:mean"));
    let table = &model.tables[1];
    assert_eq!(table.columns[2].heading, "Neighbours (as published)");
    let cells: Vec<String> =
        table.rows.iter().map(|row| format!("{}{}", row.cells[1].text, row.cells[1].aside)).collect();
    assert_eq!(cells, ["41", "–", "43"]);
}

/// Small charts side by side have the method of their own figures.
#[test]
fn small_charts_say_their_own() {
    let dataset = dataset(FILE);
    let query = Query { period: None, ..query(&dataset, "m=SN:mean") };
    let topic = kpi_core::model::TopicIx(0);
    let found: Vec<String> = multiples(&dataset, &query, topic)
        .iter()
        .map(|(_, name, chart)| {
            let names: Vec<&str> = chart.lines[1..].iter().map(|line| line.name.as_str()).collect();
            format!("{name}: {}", names.join(", "))
        })
        .collect();
    let expect = [
        "One: Neighbours (mean)",
        "Two: Neighbours (as published)",
        "Both: Neighbours (mean)",
        "None: ",
        "Parts: Neighbours (mean)",
    ];
    assert_eq!(found, expect);
}

/// The group's own figures are in a file of their own: a link may ask for them before they come.
#[test]
fn figures_that_come_later_are_among_the_methods() {
    use Method::{Mean, Median, Published};
    let own = r#"{ "area": "SN", "values": [76, 77] }"#;
    let two = FILE.lines().position(|line| line.contains(r#""id": "two""#)).unwrap();
    let series = FILE.lines().nth(two + 1).unwrap();
    // The first look has the focus alone.
    let file = with(FILE, &format!(", {own} ] }},"), " ] },");
    let file = with(&file, r#""id": "two", "#, r#""id": "two", "data": "two.json", "#);
    // Nothing else is of the group's own.
    let both = file.find(r#"    { "id": "both""#).unwrap();
    let file = format!("{}\n  ] }}", file[..both].trim_end().trim_end_matches(','));
    let file = with(&file, "\"method\": \"published\"", "\"method\": \"median\"");
    let dataset = dataset(&file);
    let choices = |choices: &str| {
        let found = method_choices(&dataset, &query(&dataset, choices)).remove(0);
        (found.asked, found.choices)
    };
    assert_eq!(choices("m=SN:published"), (Published, vec![Published, Mean, Median]));
    assert_eq!(choices(""), (Median, vec![Mean, Median]));
    let apart = format!(r#"{{ "kpi": "1.0", "indicator": "two", {} }}"#, series.trim().trim_end_matches(" },"));
    assert_eq!(read_data_file(apart.as_bytes(), &dataset, &dataset.indicators[1]), []);
    assert_eq!(choices(""), (Median, vec![Published, Mean, Median]));
    assert_eq!(choices("m=SN:published"), (Published, vec![Published, Mean, Median]));
    let table = IndicatorModel::new(
        &dataset,
        &query(&dataset, "m=SN:published"),
        kpi_core::model::IndicatorIx(1),
        MeasureIx(0),
    );
    assert_eq!(table.unwrap().tables[0].columns.last().unwrap().heading, "Neighbours (as published)");
}
