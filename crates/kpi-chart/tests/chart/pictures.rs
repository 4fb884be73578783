//! The specification of charts as pictures, one for each kind of chart and of trouble.

use crate::fixtures::{
    ENGLAND, FOCUS, NEIGHBOURS, SOUTH_EAST, bar, bars, count, goals, lines, percent, points, quarters, rate,
    spread_out, strip, thousand_pounds, ticks, years,
};
use expect_test::expect_file;
use kpi_chart::{Colour, FixedMetrics, Size, Theme, frame, place, suggested_height, svg};
use kpi_core::model::{AreaIx, MeasureIx, Unit};
use kpi_core::view::{Bar, BarChart, BarMark, ChartModel, Goal, LineChart, LineForm, Picture, Point, StripChart, Tone};
use kpi_core::words::Lang;
use std::rc::Rc;

const FONT: &str = "Arial, Liberation Sans, sans-serif";
const WIDE: f64 = 640.0;
const NARROW: f64 = 300.0;

fn check(name: &str, model: &ChartModel, width: f64) {
    check_theme(name, model, width, &Theme::LIGHT);
}

fn check_theme(name: &str, model: &ChartModel, width: f64, theme: &Theme) {
    let size = Size { width, height: suggested_height(model, width, &FixedMetrics) };
    expect_file![format!("../snapshots/{name}.svg")].assert_eq(&svg(
        &place(model, size, &FixedMetrics),
        model.title(),
        model.subtitle(),
        theme,
        FONT,
    ));
}

fn check_lines(name: &str, chart: LineChart, width: f64) {
    check(name, &ChartModel::Line(chart), width);
}

pub fn three_comparators() -> LineChart {
    let others = [(NEIGHBOURS, "88 86 87 85"), (SOUTH_EAST, "80 81 79 80"), (ENGLAND, "84 84 83 83")];
    quarters(percent(), "91 90 79 70", &others)
}

fn areas_of_children_looked_after() -> ChartModel {
    bars(rate(), &[((Tone::Focus, FOCUS), "107"), (NEIGHBOURS, "78.5"), (SOUTH_EAST, "53"), (ENGLAND, "67")])
}

#[test]
fn assessments_in_time() {
    check_lines("line-assessments", quarters(percent(), "94 93 93 90", &[]), WIDE);
}

#[test]
fn conferences_in_time() {
    check_lines("line-conferences", quarters(percent(), "91 90 79 70", &[]), WIDE);
}

/// One line with few values says each of them: above, below where the line comes from above and goes there, and aside where
/// it passes.
#[test]
fn the_values_of_an_only_line() {
    let zigzag = || quarters(percent(), "40 70 55 55 80 30 35", &[]);
    check_lines("line-figures", zigzag(), WIDE);
    check_lines("line-figures-narrow", zigzag(), NARROW);
    let mut chart = quarters(percent(), "40 70c 55p 60(50:70) 80", &[(ENGLAND, "c c c c c")]);
    check_lines("line-figures-symbols", chart.clone(), WIDE);
    // Where the end of the line is not what the page is about, it has its name there, and its value as the others.
    let mut earlier = quarters(percent(), "91 90 79 70", &[]);
    earlier.chosen = Some(1);
    check_lines("line-figures-earlier", earlier, WIDE);
    // A target that would cross one of them leaves all to the table.
    chart.targets = goals("58 58 58 58 58", &percent());
    check_lines("line-figures-crossed", chart, WIDE);
    // As many have no room.
    check_lines("line-figures-many", quarters(percent(), "40 70 55 55 80 30 35 40 45", &[]), WIDE);
}

#[test]
fn compared_with_three() {
    check_lines("line-three-comparators", three_comparators(), WIDE);
}

#[test]
fn compared_with_three_on_a_phone() {
    check_lines("line-three-comparators-narrow", three_comparators(), NARROW);
}

#[test]
fn compared_with_three_on_a_wide_screen() {
    check_lines("line-three-comparators-1100", three_comparators(), 1100.0);
}

#[test]
fn at_night() {
    check_theme("line-dark", &ChartModel::Line(three_comparators()), WIDE, &Theme::DARK);
    check_theme("bars-dark", &areas_of_children_looked_after(), WIDE, &Theme::DARK);
}

#[test]
fn in_forced_colours() {
    let theme = Theme::forced(Colour(0x000000), Colour(0xFFFF00));
    check_theme("line-forced", &ChartModel::Line(three_comparators()), WIDE, &theme);
}

#[test]
fn in_welsh() {
    let others =
        [((Tone::Comparator(0), "Cymdogion ystadegol"), "88 86 87 85"), ((Tone::Comparator(1), "Cymru"), "84 84 83 x")];
    let mut chart = quarters(percent(), "91 90 79b 70p", &others);
    for tick in &mut chart.periods {
        tick.label = tick.label.replace('Q', "Ch");
    }
    let lines = chart.lines.iter_mut().flat_map(|line| &mut line.points);
    for point in lines {
        if let Point::Missing { reason, .. } = point {
            *reason = "ddim ar gael".to_owned();
        }
    }
    let chart = LineChart {
        lang: Lang::Cy,
        title: "Cynadleddau amddiffyn plant o fewn y terfyn amser".to_owned(),
        subtitle: "Canran".to_owned(),
        targets: vec![Some(Goal { number: 95.0, text: "95%".to_owned() }); 4],
        ..chart
    };
    check_lines("line-welsh", chart.clone(), WIDE);
    check_lines("line-welsh-narrow", chart, NARROW);
    let ChartModel::Strip(chart) = looked_after() else { panic!("no strip") };
    let title = "Plant sy'n derbyn gofal".to_owned();
    let subtitle = "Cyfradd fesul 10,000, 31 Mawrth 2021".to_owned();
    let note = "Isle of Wight: safle 100 o 151 ardal, lle 1 yw'r gorau.".to_owned();
    check("strip-welsh", &ChartModel::Strip(StripChart { lang: Lang::Cy, title, subtitle, note, ..chart }), WIDE);
    let nothing = BarChart {
        lang: Lang::Cy,
        title: String::new(),
        subtitle: String::new(),
        unit: percent(),
        name: String::new(),
        marks: Vec::new(),
        note: String::new(),
        bars: Vec::new(),
    };
    check("bars-welsh-nothing", &ChartModel::Bars(nothing), WIDE);
}

#[test]
fn four_comparators_and_further_areas() {
    let others = [
        (NEIGHBOURS, "88 86 87 85 84 83"),
        (SOUTH_EAST, "80 81 79 80 78 79p"),
        (ENGLAND, "84 84 83 83 82 81p"),
        ((Tone::Comparator(3), "Hampshire"), "76 75 77 74 73 72"),
        ((Tone::Comparator(4), "Torbay"), "70 72 69 68 71 67"),
        ((Tone::Comparator(5), "Cornwall"), "92 93 91 94 92 93"),
    ];
    check_lines("line-further-areas", quarters(percent(), "91 90 79 70 72 74p", &others), WIDE);
}

#[test]
fn a_gap() {
    check_lines(
        "line-gap",
        quarters(percent(), "91 90 – 70 72 – 75 – 71 73", &[(ENGLAND, "84 84 83 83 – – 82 82 82 81")]),
        WIDE,
    );
}

/// Periods that are not listed: of them nothing is known, also not that it lay between the figures around it.
#[test]
fn periods_that_are_not_listed() {
    let years = vec![2010, 2014, 2015, 2016, 2022, 2023];
    let others = [(NEIGHBOURS, "60 62 66 64 70 71p"), (ENGLAND, "70 71 c 72 – 74")];
    let focus = "52(48:56) 55(50:60) 58(53:63) 57(52:62) 75(70:80) 73(68:78)";
    let mut chart = lines(rate(), ticks(years, |year| year.to_string(), ""), focus, &others);
    chart.targets = goals("80 80 80 80 80 85", &rate());
    check_lines("line-not-listed", chart.clone(), WIDE);
    check_lines("line-not-listed-narrow", chart.clone(), NARROW);
    check_lines("small-not-listed", LineChart { form: LineForm::Small, ..chart }, 240.0);
}

#[test]
fn symbols() {
    let others = [(ENGLAND, "4 x x 8 9 x"), (NEIGHBOURS, "x x x x x x")];
    check_lines("line-symbols", quarters(count(), "12 c 9 7 low 6", &others), WIDE);
}

#[test]
fn provisional() {
    check_lines("line-provisional", quarters(percent(), "91 90 79p 70p", &[(ENGLAND, "84 84 83p 83p")]), WIDE);
}

#[test]
fn every_marker_hollow() {
    let others = [
        (NEIGHBOURS, "90p 88p 86p 84p"),
        (SOUTH_EAST, "80p 78p 76p 74p"),
        (ENGLAND, "70p 68p 66p 64p"),
        ((Tone::Comparator(3), "Hampshire"), "60p 58p 56p 54p"),
    ];
    check_lines("line-hollow", quarters(percent(), "100p 98p 96p 94p", &others), WIDE);
}

#[test]
fn one_period() {
    check_lines(
        "line-one-period",
        years(rate(), "107", &[(NEIGHBOURS, "78.5"), (SOUTH_EAST, "53"), (ENGLAND, "67")]),
        WIDE,
    );
}

#[test]
fn one_value() {
    check_lines("line-one-value", quarters(percent(), "– – 79 –", &[]), WIDE);
}

#[test]
fn all_equal() {
    check_lines("line-all-equal", quarters(percent(), "94 94 94 94", &[(ENGLAND, "94 94 94 94")]), WIDE);
}

#[test]
fn all_zero() {
    check_lines("line-all-zero", quarters(count(), "0 0 0 0", &[]), WIDE);
}

#[test]
fn negative_values() {
    check_lines(
        "line-negative",
        years(thousand_pounds(), "-374 120 0 -56 603", &[(ENGLAND, "-150 -23 40 10 -8")]),
        WIDE,
    );
}

#[test]
fn up_to_a_thousand_million() {
    check_lines("line-large", years(count(), "0 250000000 1000000000", &[]), WIDE);
    check_lines("line-large-narrow", years(count(), "0 250000000 1000000000", &[]), NARROW);
}

#[test]
fn small_rates_start_at_zero() {
    check_lines("line-small-percent", years(percent(), "7.1 7.3 6.8 7.1", &[(ENGLAND, "16 15.8 16 16.4")]), WIDE);
}

#[test]
fn nothing_to_draw() {
    check_lines("line-nothing", quarters(percent(), "c c – –", &[(ENGLAND, "– – – –")]), WIDE);
}

#[test]
fn long_names() {
    let others = [
        ((Tone::Comparator(0), "Statistical neighbours (the ten most similar authorities)"), "88 86 87 85"),
        ((Tone::Comparator(1), "Bournemouth, Christchurch and Poole"), "86 85 86 84"),
        ((Tone::Comparator(2), "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"), "84 84 84 83"),
    ];
    check_lines("line-long-names", quarters(percent(), "91 90 79 84.5", &others), WIDE);
    check_lines("line-long-names-narrow", quarters(percent(), "91 90 79 84.5", &others), NARROW);
}

#[test]
fn forty_quarters() {
    let row = |base: i32| (0..40).map(|n| (base + (n * 7) % 11 - n / 3).to_string()).collect::<Vec<_>>().join(" ");
    let mut chart = quarters(rate(), &row(70), &[(NEIGHBOURS, &row(60)), (ENGLAND, &row(50))]);
    chart.chosen = Some(30);
    check_lines("line-forty-quarters", chart.clone(), WIDE);
    check_lines("line-forty-quarters-narrow", chart, NARROW);
}

#[test]
fn long_periods() {
    let chart = |years: std::ops::Range<i32>| {
        let row = vec!["80"; years.len()].join(" ");
        lines(percent(), ticks(years.collect(), |year| format!("Year to 31 March {year}"), ""), &row, &[])
    };
    check_lines("line-long-periods", chart(2016..2022), WIDE);
    check_lines("line-long-periods-many", chart(2004..2022), WIDE);
}

#[test]
fn a_day_of_each_year() {
    let days = ticks((2017..2026).collect(), |year| year.to_string(), "30 September");
    let chart = lines(rate(), days, "22 20 20 19 19 23 20 18 17", &[]);
    check_lines("line-days", chart.clone(), WIDE);
    check_lines("small-days", LineChart { form: LineForm::Small, ..chart }, 240.0);
}

#[test]
fn who_is_left_out() {
    let note = "Too large for this chart, but in the table: South East and England.".to_owned();
    let mut chart = years(count(), "258 262 270 261", &[(NEIGHBOURS, "663 650 640 645")]);
    chart.note.clone_from(&note);
    check_lines("line-left-out", chart.clone(), WIDE);
    check_lines("line-left-out-narrow", chart, NARROW);
    let ChartModel::Bars(chart) = bars(count(), &[(NEIGHBOURS, "663"), ((Tone::Focus, FOCUS), "258")]) else {
        unreachable!()
    };
    check("bars-left-out", &ChartModel::Bars(BarChart { note, ..chart }), 380.0);
}

#[test]
fn the_chosen_is_not_the_last() {
    let mut chart = three_comparators();
    chart.chosen = Some(1);
    check_lines("line-chosen", chart.clone(), WIDE);
    check_lines("line-chosen-narrow", chart, NARROW);
}

#[test]
fn four_areas() {
    check("bars-four-areas", &areas_of_children_looked_after(), WIDE);
    check("bars-four-areas-third", &areas_of_children_looked_after(), 350.0);
    check("bars-four-areas-narrow", &areas_of_children_looked_after(), 280.0);
}

#[test]
fn a_missing_bar() {
    let rows = [((Tone::Focus, FOCUS), "70"), (NEIGHBOURS, "82p"), (SOUTH_EAST, "c"), (ENGLAND, "–")];
    check("bars-missing", &bars(percent(), &rows), WIDE);
}

#[test]
fn bars_on_both_sides() {
    let rows = [
        ((Tone::Part, "Access, Resources & Business Development"), "-374"),
        ((Tone::Part, "Strategic Development"), "-56"),
        ((Tone::Part, "Education & Inclusion"), "-150"),
        ((Tone::Part, "Children & Families"), "-23"),
        ((Tone::Part, "Schools"), "603"),
        ((Tone::Part, "Commissioning"), "x"),
        ((Tone::Part, "Reserves"), "0"),
    ];
    check("bars-negative", &bars(thousand_pounds(), &rows), WIDE);
    check("bars-negative-narrow", &bars(thousand_pounds(), &rows), NARROW);
    check("bars-all-negative", &bars(thousand_pounds(), &rows[..4]), WIDE);
}

#[test]
fn bars_with_long_names() {
    let rows = [
        ((Tone::Focus, FOCUS), "107"),
        ((Tone::Comparator(0), "Statistical neighbours (the ten most similar authorities)"), "78.5"),
        ((Tone::Comparator(1), "Bournemouth, Christchurch and Poole"), "53"),
    ];
    check("bars-long-names", &bars(rate(), &rows), WIDE);
    check("bars-long-names-narrow", &bars(rate(), &rows), NARROW);
}

#[test]
fn twelve_bars() {
    let names: Vec<String> = (1..=12).map(|number| format!("Locality {number}")).collect();
    let cells: Vec<String> = (1..=12).map(|number| (number * 37 % 50 + 5).to_string()).collect();
    let rows: Vec<((Tone, &str), &str)> =
        names.iter().zip(&cells).map(|(name, cell)| ((Tone::Part, name.as_str()), cell.as_str())).collect();
    check("bars-twelve", &bars(count(), &rows), WIDE);
}

#[test]
fn bars_of_nothing() {
    check("bars-nothing", &bars(count(), &[]), WIDE);
    check("bars-all-zero", &bars(count(), &[((Tone::Focus, FOCUS), "0"), (ENGLAND, "0")]), WIDE);
}

#[test]
fn confidence_limits() {
    let focus = "60(55:65) 63(58:68) 65p(60:70) 64 61(57:66) c 58(54:62)";
    let chart = quarters(rate(), focus, &[(ENGLAND, "66 67(60:74) 69 68 67 66 65")]);
    check_lines("line-limits", chart.clone(), WIDE);
    check_theme("line-limits-dark", &ChartModel::Line(chart), WIDE, &Theme::DARK);
    let rows =
        [((Tone::Focus, FOCUS), "65p(60:70)"), (NEIGHBOURS, "59.5(40:64)"), (ENGLAND, "69"), (SOUTH_EAST, "-3(-9:2)")];
    check("bars-limits", &bars(rate(), &rows), WIDE);
    check_theme("bars-limits-dark", &bars(rate(), &rows), NARROW, &Theme::DARK);
}

#[test]
fn targets_and_breaks() {
    let mut chart = quarters(percent(), "80 82 84 90b 91 92", &[(ENGLAND, "81 81 82 82 82 83")]);
    chart.targets = goals("85 85 - 95 95 95", &percent());
    check_lines("line-target-break", chart.clone(), WIDE);
    check_lines("line-target-break-narrow", chart, NARROW);
    let mut chart = years(count(), "5b", &[]);
    chart.targets = goals("12", &count());
    check_lines("line-target-one-period", chart, WIDE);
}

const CHOSEN: [((Tone, &str), &str); 4] =
    [((Tone::Focus, FOCUS), "112(99:126)"), (NEIGHBOURS, "78.5"), (SOUTH_EAST, "53"), (ENGLAND, "67")];

pub fn looked_after() -> ChartModel {
    strip(rate(), &spread_out(150, 20.0, 180.0, 0), &CHOSEN)
}

#[test]
fn a_hundred_and_fifty_areas() {
    check("strip-150", &looked_after(), WIDE);
    check("strip-150-third", &looked_after(), 380.0);
    check("strip-150-narrow", &looked_after(), NARROW);
    check_theme("strip-150-dark", &looked_after(), 380.0, &Theme::DARK);
    let theme = Theme::forced(Colour(0x000000), Colour(0xFFFF00));
    check_theme("strip-150-forced", &looked_after(), 380.0, &theme);
}

#[test]
fn twenty_five_areas() {
    let chosen = [((Tone::Focus, FOCUS), "91"), (ENGLAND, "84p"), (SOUTH_EAST, "c")];
    check("strip-25", &strip(percent(), &spread_out(24, 60.0, 100.0, 0), &chosen), 380.0);
}

#[test]
fn areas_that_are_all_equal() {
    check(
        "strip-equal",
        &strip(percent(), &vec!["100".to_owned(); 150], &[((Tone::Focus, FOCUS), "100"), (ENGLAND, "100")]),
        380.0,
    );
}

/// Bars with marks upon them: names of the marks, and rows of a name, how deep it is, a tone, its cell, the marks' cells and
/// what is said beside.
fn marked(unit: Unit, name: &str, marks: &[(Tone, &str)], rows: &[(&str, u8, Tone, &str, &str, &str)]) -> ChartModel {
    let mark = |(tone, name): &(Tone, &str)| BarMark {
        name: (*name).to_owned(),
        tone: *tone,
        area: AreaIx(0),
        measure: MeasureIx(0),
    };
    let bar = |(name, depth, tone, cell, marks, aside): &(&str, u8, Tone, &str, &str, &str)| Bar {
        depth: *depth,
        marks: points(marks, &unit),
        aside: (*aside).to_owned(),
        ..bar(name, *tone, points(cell, &unit).remove(0))
    };
    let ChartModel::Bars(chart) = bars(unit.clone(), &[]) else { unreachable!() };
    ChartModel::Bars(BarChart {
        name: name.to_owned(),
        marks: marks.iter().map(mark).collect(),
        bars: rows.iter().map(bar).collect(),
        ..chart
    })
}

pub fn budget() -> ChartModel {
    let rows = [
        ("Access, Resources & Business Development", 0, Tone::Part, "3977", "4351", "£374 thousand under"),
        ("Strategic Development", 0, Tone::Part, "189", "245", "£56 thousand under"),
        ("Education & Inclusion", 0, Tone::Part, "1958", "1808", "£150 thousand over"),
        ("Children & Families", 0, Tone::Part, "21195p", "21195", "on budget"),
        ("Commissioning", 0, Tone::Part, "x", "310", ""),
        ("Children's Services (non-schools)", 0, Tone::Focus, "27018", "27622", "£603 thousand under"),
    ];
    marked(thousand_pounds(), "Forecast", &[(Tone::Plan, "Budget")], &rows)
}

#[test]
fn budget_and_outturn() {
    check("budget", &budget(), WIDE);
    check("budget-third", &budget(), 380.0);
    check("budget-narrow", &budget(), NARROW);
    check_theme("budget-dark", &budget(), WIDE, &Theme::DARK);
}

pub fn ages() -> ChartModel {
    let rows = [
        ("All children", 0, Tone::Focus, "100", "100 100 100", ""),
        ("Under 5", 0, Tone::Part, "21", "26 25 24", ""),
        ("Under 1", 1, Tone::Part, "4", "6 5 5p", ""),
        ("1 to 4", 1, Tone::Part, "17", "20 20 19", ""),
        ("5 to 9", 0, Tone::Part, "18p", "17 18 18", ""),
        ("10 to 15", 0, Tone::Part, "39", "37 c 38", ""),
        ("16 and over", 0, Tone::Part, "22", "20 21 –", ""),
    ];
    marked(percent(), FOCUS, &[NEIGHBOURS, SOUTH_EAST, ENGLAND], &rows)
}

#[test]
fn parts_with_comparators() {
    check("parts", &ages(), WIDE);
    check("parts-third", &ages(), 380.0);
    check("parts-narrow", &ages(), NARROW);
    let theme = Theme::forced(Colour(0x000000), Colour(0xFFFF00));
    check_theme("parts-forced", &ages(), 380.0, &theme);
}

fn slope(focus: &str, others: &[((Tone, &str), &str)]) -> LineChart {
    LineChart { form: LineForm::Slope, ..years(percent(), focus, others) }
}

#[test]
fn two_periods() {
    let others = [(NEIGHBOURS, "66 68"), (SOUTH_EAST, "62 64"), (ENGLAND, "65 c")];
    check_lines("slope", slope("64 72", &others), WIDE);
    check_lines("slope-third", slope("64 72", &others), 380.0);
    check_lines("slope-narrow", slope("64 72", &others), NARROW);
    check_lines("slope-alone", slope("47 83p", &[]), WIDE);
    let close = [(NEIGHBOURS, "70.1 70.2"), (SOUTH_EAST, "70.2 70.1"), (ENGLAND, "70 70")];
    check_lines("slope-equal", slope("70 70", &close), WIDE);
    check_theme("slope-dark", &ChartModel::Line(slope("64 72", &others)), WIDE, &Theme::DARK);
}

#[test]
fn small() {
    let small = |chart: LineChart| LineChart { form: LineForm::Small, ..chart };
    check_lines("small", small(three_comparators()), 240.0);
    check_lines("small-gap", small(quarters(count(), "1200 c 1340 – – 1430p", &[])), 240.0);
    check_lines("small-years", small(years(rate(), "90 85b 107 112", &[(ENGLAND, "60 62 64 67")])), 240.0);
    check_lines("small-money", small(years(thousand_pounds(), "-374 120 0 -56 603", &[])), 240.0);
    check_lines("small-nothing", small(years(percent(), "c c c", &[])), 240.0);
}

pub fn picture(chart: ChartModel) -> Picture {
    Picture {
        title: "Initial child protection conferences within timescales".to_owned(),
        sentence: "70% in Q4 2020/21, down 9 percentage points since Q3 (79%), which is worse. It is the worst of the 4 \
                   quarters published here. Higher is better."
            .to_owned(),
        subtitle: format!("{}, Q1 2020/21 to Q4 2020/21", chart.subtitle()),
        chart: Rc::new(chart),
        notes: vec![
            "Statistical neighbours, median of Torbay, Norfolk, East Sussex, Cornwall, Lincolnshire, Plymouth, \
             Southend-on-Sea, Bournemouth, Christchurch and Poole, Suffolk and Derbyshire (DfE model, 2021)."
                .to_owned(),
            "c: confidential; hollow: provisional, estimated or forecast.".to_owned(),
            "Source: Children’s social care performance report, slide 9, \
             https://iwc.example/a/very/long/address/that/has/no/place/to/break/but/must/be/there/to/the/last/letter.pdf. \
             Published by Isle of Wight Council."
                .to_owned(),
            "Licence: Open Government Licence v3.0.".to_owned(),
        ],
    }
}

fn check_frame(name: &str, chart: ChartModel, width: f64, theme: &Theme) {
    let picture = picture(chart);
    let placed = frame(&picture, width, &FixedMetrics);
    let drawn = svg(&placed, &picture.title, &picture.sentence, theme, FONT);
    expect_file![format!("../snapshots/{name}.svg")].assert_eq(&drawn);
}

#[test]
fn pictures_that_leave_the_page() {
    check_frame("frame-line", ChartModel::Line(three_comparators()), 800.0, &Theme::LIGHT);
    check_frame("frame-line-narrow", ChartModel::Line(three_comparators()), 320.0, &Theme::LIGHT);
    check_frame("frame-strip", looked_after(), 520.0, &Theme::LIGHT);
    check_frame("frame-budget-dark", budget(), 640.0, &Theme::DARK);
}
