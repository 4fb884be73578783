//! What is said above the charts, case by case: what a small publication has, and the sentences that are made of it.

use crate::given::{EVERYTHING, THREE, dataset, demo, holds, period, with};
use expect_test::expect_file;
use kpi_core::model::{IndicatorIx, MeasureIx};
use kpi_core::query::{Query, Sight, View, fragment};
use kpi_core::view::{IndicatorModel, OverviewModel};
use kpi_core::words::{Lang, sentence, story};
use proptest::strategy::Strategy;
use proptest::{collection, prop_assert, prop_assert_eq};
use std::fmt::Write;

/// A publication of one indicator, and what is asked of it.
#[derive(Clone)]
pub(crate) struct Given {
    unit: String,
    polarity: String,
    /// More of the indicator: `"target": 75, "tolerance": 2`.
    more: String,
    periods: String,
    values: String,
    /// More of Ayton's series: `"status": { "2020": "p" }`.
    beside: String,
    /// The values of other areas.
    others: Vec<(String, String)>,
    /// The neighbours' method.
    method: String,
    ask: String,
    at: Option<&'static str>,
}

/// Ayton's values in years up to 2020, or as [`Given::quarters`].
pub(crate) fn of(values: &str) -> Given {
    let count = values.split(',').count();
    let periods = (0..count).map(|at| format!("\"{}\"", 2021 - count + at)).collect::<Vec<_>>().join(", ");
    Given {
        unit: r#""kind": "percent""#.to_owned(),
        polarity: "none".to_owned(),
        more: String::new(),
        periods,
        values: values.to_owned(),
        beside: String::new(),
        others: Vec::new(),
        method: "median".to_owned(),
        ask: "previous".to_owned(),
        at: None,
    }
}

impl Given {
    /// The values are those of quarters up to Q4 2020/21.
    pub(crate) fn quarters(mut self) -> Self {
        let count = self.values.split(',').count();
        let quarters = (0..count).rev().map(|back| {
            let (year, month) = (2021 - back.div_ceil(4), [1, 10, 7, 4][back % 4]);
            format!("\"{year}-{month:02}-01/P3M\"")
        });
        self.periods = quarters.collect::<Vec<_>>().join(", ");
        self
    }

    pub(crate) fn periods(self, periods: &str) -> Self {
        Self { periods: periods.to_owned(), ..self }
    }

    pub(crate) fn unit(self, unit: &str) -> Self {
        Self { unit: unit.to_owned(), ..self }
    }

    pub(crate) fn polarity(self, polarity: &str) -> Self {
        Self { polarity: polarity.to_owned(), ..self }
    }

    pub(crate) fn more(self, more: &str) -> Self {
        Self { more: more.to_owned(), ..self }
    }

    pub(crate) fn beside(self, beside: &str) -> Self {
        Self { beside: beside.to_owned(), ..self }
    }

    pub(crate) fn method(self, method: &str) -> Self {
        Self { method: method.to_owned(), ..self }
    }

    pub(crate) fn ask(self, ask: &str) -> Self {
        Self { ask: ask.to_owned(), ..self }
    }

    pub(crate) fn at(self, at: &'static str) -> Self {
        Self { at: Some(at), ..self }
    }

    /// Another area's value in the last period, which may have more of its series behind it.
    pub(crate) fn other(mut self, area: &str, last: &str) -> Self {
        let nulls = "null, ".repeat(self.values.split(',').count() - 1);
        let (value, beside) = last.split_once(" + ").unwrap_or((last, ""));
        let beside = if beside.is_empty() { String::new() } else { format!(", {beside}") };
        self.others.push((area.to_owned(), format!("[{nulls}{value}]{beside}")));
        self
    }

    /// The values of the neighbours N0, N1, ... in the last period.
    pub(crate) fn neighbours(mut self, values: &str) -> Self {
        for (at, value) in values.split(' ').enumerate() {
            self = self.other(&format!("N{at}"), value);
        }
        self
    }

    fn file(&self) -> String {
        let Self { unit, polarity, more, periods, values, beside, others, method, .. } = self;
        let comma = |text: &str| if text.is_empty() { String::new() } else { format!(", {text}") };
        let mut areas = String::new();
        for (id, name) in [("B", "Beeton"), ("C", "Ceeton"), ("D", "Deeton"), ("E", "England"), ("F", "Effton")] {
            write!(areas, r#", {{ "id": "{id}", "name": "{name}" }}"#).unwrap();
        }
        for at in 0..10 {
            write!(areas, r#", {{ "id": "N{at}", "name": "Neighbour {at}" }}"#).unwrap();
        }
        let members = (0..10).map(|at| format!("\"N{at}\"")).collect::<Vec<_>>().join(", ");
        let mut series = format!(r#"{{ "area": "A", "values": [{values}]{} }}"#, comma(beside));
        for (area, values) in others {
            write!(series, r#", {{ "area": "{area}", "values": {values} }}"#).unwrap();
        }
        format!(
            r#"{{ "kpi": "1.0", "title": "One", "publisher": {{ "name": "Ayton Council" }},
              "areas": [ {{ "id": "A", "name": "Ayton", "role": "focus" }},
                {{ "id": "SN", "name": "Statistical neighbours", "method": "{method}", "members": [{members}] }},
                {{ "id": "G", "name": "Family group", "method": "published" }}{areas} ],
              "topics": [ {{ "id": "t", "name": "Topic" }} ],
              "indicators": [ {{ "id": "one", "topic": "t", "name": "One", "unit": {{ {unit} }}, "polarity": "{polarity}"{},
                "periods": [{periods}], "series": [ {series} ] }} ] }}"#,
            comma(more)
        )
    }

    fn tells(&self) -> String {
        self.tells_in(Lang::En)
    }

    pub(crate) fn tells_in(&self, lang: Lang) -> String {
        let dataset = dataset(&self.file());
        let initial = Query { period: None, ..Query::initial(&dataset) };
        let compare = fragment::read_comparators(&self.ask, &dataset);
        let query = Query { compare, period: self.at.map(period), lang, ..initial };
        let model = IndicatorModel::new(&dataset, &query, IndicatorIx(0), MeasureIx(0)).unwrap();
        is_prose(&model.sentence, lang);
        model.sentence
    }
}

/// What holds of all sentences.
fn is_prose(text: &str, lang: Lang) {
    assert!(!text.is_empty() && text.ends_with('.') && text.trim() == text, "{text:?}");
    for never in ["  ", "..", " .", " ,", ",,", "()", "( ", " )", "It It"] {
        assert!(!text.contains(never), "{never:?} in {text:?}");
    }
    // Welsh says the same in more words.
    let most = if lang == Lang::En { 75 } else { 95 };
    assert!(text.split(' ').count() <= most, "{} words: {text}", text.split(' ').count());
}

/// The numbers of a text, from the smallest as text.
pub(crate) fn numbers(text: &str) -> Vec<&str> {
    let parts = text.split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ',' | '/'));
    let mut numbers: Vec<&str> =
        parts.map(|part| part.trim_matches(['.', ',', '/'])).filter(|part| !part.is_empty()).collect();
    numbers.sort_unstable();
    numbers
}

/// Welsh says what English says: the same sentences, with the same numbers in them.
pub(crate) fn is_said_alike(english: &str, welsh: &str) -> bool {
    let sentences = |text: &str| text.split(". ").count();
    numbers(english) == numbers(welsh) && sentences(english) == sentences(welsh)
}

fn check(cases: &[(Given, &str)]) {
    let mut wrong = String::new();
    for (given, expect) in cases {
        let told = given.tells();
        if told != *expect {
            write!(wrong, "\n told {told}\nmeant {expect}\n").unwrap();
        }
        let welsh = given.tells_in(Lang::Cy);
        if !is_said_alike(&told, &welsh) {
            write!(wrong, "\nEnglish {told}\n  Welsh {welsh}\n").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

pub(crate) const RATE: &str = r#""kind": "rate", "per": 10000"#;
pub(crate) const COUNT: &str = r#""kind": "count""#;
pub(crate) const THOUSAND: &str = r#""kind": "gbp", "scale": 1000"#;

#[test]
fn the_level_in_every_unit() {
    check(&[
        (of("70").ask(""), "70% in 2020."),
        (of("70.0").ask(""), "70.0% in 2020."),
        (of("1097.3").unit(RATE).ask(""), "1,097.3 per 10,000 in 2020."),
        (of("27018").unit(THOUSAND).ask(""), "£27.018 million in 2020."),
        (of("-603").unit(THOUSAND).ask(""), "−\u{2060}£603 thousand in 2020."),
        (of("1").unit(r#""kind": "days""#).ask(""), "1 day in 2020."),
        (of("12").unit(r#""kind": "days""#).ask(""), "12 days in 2020."),
        (of("3").unit(r#""kind": "score""#).ask(""), "3 points in 2020."),
        (of("1.5").unit(r#""kind": "ratio""#).ask(""), "1.5 in 2020."),
        (of("188").unit(r#""kind": "count""#).ask(""), "188 in 2020."),
        (of("1234567").unit(r#""kind": "other", "label": "visits""#).ask(""), "1,234,567 visits in 2020."),
    ]);
}

#[test]
fn every_kind_of_period_has_its_words() {
    check(&[
        (of("5").periods(r#""2020-10-01/P3M""#).ask(""), "5% in Q3 2020/21."),
        (of("5").periods(r#""2021-03-31""#).ask(""), "5% on 31 March 2021."),
        (of("5").periods(r#""2020-12-01/P1M""#).ask(""), "5% in December 2020."),
        (of("5").periods(r#""2020-04-01/P1Y""#).ask(""), "5% in 2020/21."),
        (of("5").periods(r#""2020-09-01/P1Y""#).ask(""), "5% in the academic year 2020/21."),
        (of("5").periods(r#""2020-02-01/P3M""#).ask(""), "5% from February to April 2020."),
        (of("5").periods(r#""2020-10-01/P1Y""#).ask(""), "5% from October 2020 to September 2021."),
        (of("5").periods(r#""undated""#), "5%, with no date given."),
        (of("5").periods(r#"{ "id": "undated", "label": "at the last count" }"#), "5% (at the last count)."),
        (of("5").periods(r#"{ "id": "2020-10-01/P3M", "label": "Autumn term" }"#).ask(""), "5% in Autumn term."),
        (
            of("5, 6").periods(r#""2019-09-01/P1Y", "2020-09-01/P1Y""#),
            "6% in the academic year 2020/21, up 1 percentage point since the academic year 2019/20 (5%). It is not defined whether higher or lower is better.",
        ),
        (
            of("5, 6").periods(r#""2020-03-31", "2021-03-31""#),
            "6% on 31 March 2021, up 1 percentage point since 31 March 2020 (5%). It is not defined whether higher or lower is better.",
        ),
        (
            of("5, 6").periods(r#""2020-12-01/P1M", "2021-01-01/P1M""#),
            "6% in January 2021, up 1 percentage point since December 2020 (5%). It is not defined whether higher or lower is better.",
        ),
        (
            of("5, 6").periods(r#""2020-02-01/P1M", "2020-03-01/P1M""#),
            "6% in March 2020, up 1 percentage point since February (5%). It is not defined whether higher or lower is better.",
        ),
    ]);
}

#[test]
fn what_the_publisher_says_beside_a_figure() {
    check(&[
        (of("70").ask("").beside(r#""remarks": { "2020": "approximately" }"#), "Approximately 70% in 2020."),
        (of("70").ask("").beside(r#""status": { "2020": "p" }"#), "70% in 2020 (provisional)."),
        (of("70").ask("").beside(r#""status": { "2020": "e" }"#), "70% in 2020 (estimated)."),
        (of("70").ask("").beside(r#""status": { "2020": "f" }"#), "70% in 2020 (forecast)."),
        (of("70").ask("").beside(r#""status": { "2020": "u" }"#), "70% in 2020 (low reliability)."),
        (of("70").ask("").beside(r#""status": { "2020": "d" }"#), "70% in 2020 (derived and not itself published)."),
        // Where all are, it is said once.
        (
            of("71, 70").ask("previous,B").beside(r#""status": { "2019": "d", "2020": "d" }"#).other("B", r#"62 + "status": { "2020": "d" }"#),
            "70% in 2020 (derived and not published, like the others named here), down 1 percentage point since 2019 (71%). It is 8 percentage points higher than Beeton (62%). It is not defined whether higher or lower is better.",
        ),
        (
            of("71, 70").ask("previous,B").beside(r#""status": { "2019": "d", "2020": "d" }"#).other("B", "62"),
            "70% in 2020 (derived and not itself published), down 1 percentage point since 2019 (71%, derived, not published). It is 8 percentage points higher than Beeton (62%). It is not defined whether higher or lower is better.",
        ),
        (of("70").ask("").beside(r#""status": { "2020": "b" }"#), "70% in 2020 (not comparable with earlier figures)."),
        (of("70").ask("").beside(r#""status": { "2020": "pe" }"#), "70% in 2020 (provisional, estimated)."),
        (of("70").ask("").beside(r#""status": { "2020": "r" }"#), "70% in 2020 (revised)."),
        (
            of("70").ask("").beside(r#""status": { "2020": "r" }, "previous": { "2020": [{ "value": 68, "published": "2021-03-31" }] }"#),
            "70% in 2020 (revised from 68% as published on 31 March 2021).",
        ),
        // The one published last, wherever the file has it.
        (
            of("70").ask("").beside(
                r#""previous": { "2020": [{ "value": 69, "published": "2021-06-30" }, { "value": 68, "published": "2021-03-31" }, { "value": 67 }] }"#,
            ),
            "70% in 2020 (revised from 69% as published on 30 June 2021).",
        ),
        (
            of("70").ask("").beside(r#""previous": { "2020": [{ "value": 67 }] }"#),
            "70% in 2020 (revised from 67%).",
        ),
        (
            of("70").ask("").beside(r#""previous": { "2020": [{ "value": "c", "published": "2021-03-31" }] }"#),
            "70% in 2020 (revised, before that confidential as published on 31 March 2021).",
        ),
        (
            of("70").ask("").beside(r#""lower": [66], "upper": [76]"#),
            "70% in 2020 (likely to be between 66% and 76%).",
        ),
        (
            of("-70").ask("").unit(RATE).beside(r#""status": { "2020": "p" }, "lower": [-76], "upper": [2]"#),
            "−70 per 10,000 in 2020 (provisional, likely to be between −76 and 2).",
        ),
    ]);
}

#[test]
fn what_changed() {
    check(&[
        (
            of("90, 95").polarity("higher"),
            "95% in 2020, up 5 percentage points since 2019 (90%), which is better. Higher is better.",
        ),
        (
            of("90, 89").polarity("higher"),
            "89% in 2020, down 1 percentage point since 2019 (90%), which is worse. Higher is better.",
        ),
        (
            of("90, 95").polarity("lower"),
            "95% in 2020, up 5 percentage points since 2019 (90%), which is worse. Lower is better.",
        ),
        (
            of("90, 85").polarity("lower"),
            "85% in 2020, down 5 percentage points since 2019 (90%), which is better. Lower is better.",
        ),
        (
            of("90, 85"),
            "85% in 2020, down 5 percentage points since 2019 (90%). It is not defined whether higher or lower is better.",
        ),
        (of("90, 90.0").polarity("lower"), "90.0% in 2020, unchanged since 2019. Lower is better."),
        (
            of("78.5, 107").unit(RATE),
            "107 per 10,000 in 2020, up 28.5 since 2019 (78.5). It is not defined whether higher or lower is better.",
        ),
        (
            of("-603, 5").unit(THOUSAND),
            "£5 thousand in 2020, up £608 thousand since 2019 (−\u{2060}£603 thousand). It is not defined whether higher or lower is better.",
        ),
        (
            of("-5, -7").unit(r#""kind": "score""#).polarity("higher"),
            "−7 points in 2020, down 2 points since 2019 (−5), which is worse. Higher is better.",
        ),
        (
            of("2, 1").unit(r#""kind": "days""#).polarity("lower"),
            "1 day in 2020, down 1 day since 2019 (2), which is better. Lower is better.",
        ),
        (
            of("1.25, 1.5").unit(r#""kind": "ratio""#),
            "1.5 in 2020, up 0.25 since 2019 (1.25). It is not defined whether higher or lower is better.",
        ),
        // The earlier figure has its own remark and marks.
        (
            of("90, 95").beside(r#""remarks": { "2019": "about" }, "status": { "2019": "p" }"#),
            "95% in 2020. It cannot be compared with 2019 (not exact).",
        ),
        // Nobody asked.
        (of("90, 95").ask("").polarity("higher"), "95% in 2020."),
    ]);
}

#[test]
fn a_difference_that_does_not_matter() {
    check(&[
        (
            of("71, 72").polarity("higher").more(r#""tolerance": 2"#),
            "72% in 2020, up 1 percentage point since 2019 (71%), within the tolerance of 2 percentage points. Higher is better.",
        ),
        (
            of("71, 72").polarity("higher").more(r#""tolerance": 0.5"#),
            "72% in 2020, up 1 percentage point since 2019 (71%), which is better. Higher is better.",
        ),
        (
            of("71, 72").polarity("higher").beside(r#""lower": [66, 68], "upper": [76, 77]"#),
            "72% in 2020 (likely to be between 68% and 77%), up 1 percentage point since 2019 (71%), no clear difference given the confidence limits. Higher is better.",
        ),
        (
            of("71, 92").polarity("higher").beside(r#""lower": [66, 88], "upper": [76, 97]"#),
            "92% in 2020 (likely to be between 88% and 97%), up 21 percentage points since 2019 (71%), which is better. Higher is better.",
        ),
        (
            of("71").polarity("higher").ask("B").more(r#""tolerance": 2"#).other("B", "73"),
            "71% in 2020. It is similar to Beeton (73%), within the tolerance of 2 percentage points. Higher is better.",
        ),
        (
            of("71")
                .polarity("higher")
                .ask("B,C,D")
                .beside(r#""lower": [66], "upper": [76]"#)
                .neighbours("1")
                .other("B", "73")
                .other("C", "80")
                .other("D", "74"),
            "71% in 2020 (likely to be between 66% and 76%). It is 9 percentage points lower than Ceeton (80%), which is worse, and similar to Beeton (73%) and Deeton (74%), given the confidence limits. Higher is better.",
        ),
    ]);
}

#[test]
fn the_same_period_a_year_before() {
    check(&[
        (
            of("90, 91, 88, 79, 70").quarters().polarity("higher").ask("previous,year-before"),
            "70% in Q4 2020/21, down 9 percentage points since Q3 (79%) and down 20 percentage points since Q4 2019/20 (90%), both worse. It has got worse for 3 quarters in a row and is the worst of the 5 quarters published here. Higher is better.",
        ),
        (
            of("68, 91, 50, 79, 70").quarters().polarity("higher").ask("previous,year-before"),
            "70% in Q4 2020/21, down 9 percentage points since Q3 (79%), which is worse, but up 2 percentage points since Q4 2019/20 (68%), which is better. Higher is better.",
        ),
        (
            of("70, 91, 50, 79, 70").quarters().polarity("lower").ask("previous,year-before"),
            "70% in Q4 2020/21, down 9 percentage points since Q3 (79%), which is better, but unchanged since Q4 2019/20. Lower is better.",
        ),
        (
            of("60, 91, 50, 69, 70").quarters().ask("previous,year-before"),
            "70% in Q4 2020/21, up 1 percentage point since Q3 (69%) and up 10 percentage points since Q4 2019/20 (60%). It is not defined whether higher or lower is better.",
        ),
        (
            of("60, 91, 50, 69, 70")
                .quarters()
                .polarity("higher")
                .more(r#""tolerance": 2"#)
                .ask("previous,year-before"),
            "70% in Q4 2020/21, up 1 percentage point since Q3 (69%), within the tolerance of 2 percentage points, and up 10 percentage points since Q4 2019/20 (60%), which is better. Higher is better.",
        ),
        (
            of("60, 91, 50, 79, 70").quarters().polarity("higher").ask("year-before"),
            "70% in Q4 2020/21, up 10 percentage points since Q4 2019/20 (60%), which is better. Higher is better.",
        ),
        // A year is told once.
        (
            of("90, 95").polarity("higher").ask("previous,year-before"),
            "95% in 2020, up 5 percentage points since 2019 (90%), which is better. Higher is better.",
        ),
        (
            of("90, 95").polarity("higher").ask("year-before"),
            "95% in 2020, up 5 percentage points since 2019 (90%), which is better. Higher is better.",
        ),
    ]);
}

/// Quarters from Q1 2019/20 on, behind the first of them the year 2019/20, with which another way of counting begins.
const FROM_2019: &str =
    r#""2019-04-01/P3M", "2019-04-01/P1Y", "2019-07-01/P3M", "2019-10-01/P3M", "2020-01-01/P3M", "2020-04-01/P3M""#;
const QUARTERS_AND_A_YEAR: &str = "95, 77, 70, 60, 80, 85";
const YEAR_BREAKS: &str = r#""status": { "2019-04-01/P1Y": "b" }"#;

#[test]
fn why_something_cannot_be_compared() {
    check(&[
        (of("90"), "90% in 2020. There is no earlier figure to compare with."),
        (of(r#""c", 90"#), "90% in 2020. It cannot be compared with 2019 (confidential)."),
        (of("null, 90"), "90% in 2020. It cannot be compared with 2019 (not published)."),
        (of(r#""x", 90"#), "90% in 2020. It cannot be compared with 2019 (not available)."),
        (of(r#""low", 90"#), "90% in 2020. It cannot be compared with 2019 (rounds to zero)."),
        (of("80, 90").periods(r#""2018", "2020""#), "90% in 2020. It cannot be compared with 2019 (not published)."),
        (
            of("80, 90").periods(r#""2019-04-01/P1Y", "2021-01-01/P3M""#),
            "90% in Q4 2020/21. Earlier figures are for another kind of period and cannot be compared.",
        ),
        (of("80, 90").beside(r#""status": { "2020": "b" }"#), "90% in 2020 (not comparable with earlier figures)."),
        (
            of("60, 91, 50, 69, 70")
                .quarters()
                .ask("previous,year-before")
                .beside(r#""status": { "2020-07-01/P3M": "b" }"#),
            "70% in Q4 2020/21, up 1 percentage point since Q3 (69%). It cannot be compared with Q4 2019/20 (break in the series). It is not defined whether higher or lower is better.",
        ),
        // A break is one of its own kind of period: a year that breaks is none between its quarters.
        (
            of(QUARTERS_AND_A_YEAR).periods(FROM_2019).at("2019-07-01/P3M").beside(YEAR_BREAKS),
            "70% in Q2 2019/20, down 25 percentage points since Q1 (95%). It is not defined whether higher or lower is better.",
        ),
        (
            of(r#""c", 91, 50, "z", 70"#).quarters().ask("previous,year-before"),
            "70% in Q4 2020/21. It cannot be compared with Q3 (not applicable) or Q4 2019/20 (confidential).",
        ),
        (
            of("69, 70").quarters().ask("previous,year-before"),
            "70% in Q4 2020/21, up 1 percentage point since Q3 (69%). It cannot be compared with Q4 2019/20 (not published). It is not defined whether higher or lower is better.",
        ),
        (
            of("70").quarters().ask("previous,year-before"),
            "70% in Q4 2020/21. There is no earlier figure to compare with.",
        ),
        (of("70").periods(r#""undated""#).ask("previous,year-before"), "70%, with no date given."),
        (of("80, 90").periods(r#""undated", "2020""#), "90% in 2020. There is no earlier figure to compare with."),
    ]);
}

#[test]
fn runs() {
    check(&[
        (
            of("94, 91, 90, 79").polarity("higher"),
            "79% in 2020, down 11 percentage points since 2019 (90%), which is worse. It has got worse for 3 years in a row. Higher is better.",
        ),
        (
            of("94, 91, 90, 79").quarters().polarity("lower"),
            "79% in Q4 2020/21, down 11 percentage points since Q3 (90%), which is better. It has got better for 3 quarters in a row. Lower is better.",
        ),
        (
            of("1, 2, 3, 4, 5").quarters(),
            "5% in Q4 2020/21, up 1 percentage point since Q3 (4%). It has risen for 4 quarters in a row. It is not defined whether higher or lower is better.",
        ),
        (
            of("9, 8, 7, 6").periods(r#""2018-03-31", "2019-03-31", "2020-03-31", "2021-03-31""#),
            "6% on 31 March 2021, down 1 percentage point since 31 March 2020 (7%). It has fallen for 3 years in a row. It is not defined whether higher or lower is better.",
        ),
        (
            of("5, 5, 5, 5").quarters().polarity("lower"),
            "5% in Q4 2020/21, unchanged since Q3. It has not changed for 3 quarters in a row. Lower is better.",
        ),
        // Two moves are no run, nor is one over a gap or a break.
        (
            of("91, 90, 79").polarity("higher"),
            "79% in 2020, down 11 percentage points since 2019 (90%), which is worse. Higher is better.",
        ),
        (
            of("94, 91, null, 79, 78").polarity("higher"),
            "78% in 2020, down 1 percentage point since 2019 (79%), which is worse. It is the worst of the 4 years published here. No figure is published for 2018. Higher is better.",
        ),
        (
            of("94, 93, 92, 91").polarity("higher").beside(r#""status": { "2018": "b" }"#),
            "91% in 2020, down 1 percentage point since 2019 (92%), which is worse. Higher is better.",
        ),
        // Moves within the tolerance are not worse, but they fall.
        (
            of("94, 93, 92, 89").polarity("higher").more(r#""tolerance": 1"#),
            "89% in 2020, down 3 percentage points since 2019 (92%), which is worse. It has fallen for 3 years in a row. Higher is better.",
        ),
        (
            of("100, 95, 90, 89, 80").polarity("higher").more(r#""tolerance": 1"#),
            "80% in 2020, down 9 percentage points since 2019 (89%), which is worse. It has fallen for 4 years in a row. Higher is better.",
        ),
        // A run that does not go through the whole series, and where it leads.
        (
            of("92, 93, 91, 90, 79").polarity("higher"),
            "79% in 2020, down 11 percentage points since 2019 (90%), which is worse. It has got worse for 3 years in a row and is the worst of the 5 years published here. Higher is better.",
        ),
        // Nobody asked for the period before.
        (of("94, 91, 90, 79").ask(""), "79% in 2020. It is the lowest of the 4 years published here."),
    ]);
}

#[test]
fn bests_and_worsts() {
    check(&[
        (
            of("90, 93, 91, 95").ask("").polarity("higher"),
            "95% in 2020. It is the best of the 4 years published here. Higher is better.",
        ),
        (
            of("90, 93, 91, 89").ask("").polarity("higher"),
            "89% in 2020. It is the worst of the 4 years published here. Higher is better.",
        ),
        (
            of("90, 93, 91, 95").ask("").polarity("lower"),
            "95% in 2020. It is the worst of the 4 years published here. Lower is better.",
        ),
        (
            of("90, 93, 91, 89").ask("").polarity("lower"),
            "89% in 2020. It is the best of the 4 years published here. Lower is better.",
        ),
        (
            of("90, 93, 91, 95").ask("").quarters(),
            "95% in Q4 2020/21. It is the highest of the 4 quarters published here.",
        ),
        (
            of("-9, -3, -1, -10").ask("").unit(THOUSAND),
            "−\u{2060}£10 thousand in 2020. It is the lowest of the 4 years published here.",
        ),
        // Of three nothing is best.
        (of("90, 93, 95").ask(""), "95% in 2020."),
        // Ties.
        (
            of("90, 95, 91, 95").ask("").quarters(),
            "95% in Q4 2020/21. It is the joint highest of the 4 quarters published here, with Q2 2020/21.",
        ),
        (
            of("90, 95, 91, 89, 95.0, 88, 87, 95").ask(""),
            "95% in 2020. It is the joint highest of the 8 years published here, with 2 others.",
        ),
        (of("95, 95, 91, 95").ask(""), "95% in 2020."),
        (of("90, 95, 95, 90, 95").ask(""), "95% in 2020."),
        // Seen from the middle, later figures count too.
        (of("90, 95, 91, 89").ask("").at("2018"), "95% in 2018. It is the highest of the 4 years published here."),
        (of("90, 91, 92, 95, 99").ask("").at("2019"), "95% in 2019."),
        // Since when.
        (
            of("60, 99, 70, 71, 72, 65").ask("").quarters(),
            "65% in Q4 2020/21. It is the lowest published since Q3 2019/20 (60%).",
        ),
        (
            of("60, 99, 70, 71, 72, 60").ask("").polarity("lower"),
            "60% in 2020. It is the joint best of the 6 years published here, with 2015. Lower is better.",
        ),
        (
            of("59, 60, 99, 70, 71, 72, 60").ask("").polarity("lower"),
            "60% in 2020. It is the best published since 2015 (60%). Lower is better.",
        ),
        (of("60, 70, 71, 65").ask(""), "65% in 2020."),
        (
            of("60, 99, 72, 71, 70, 65").quarters(),
            "65% in Q4 2020/21, down 5 percentage points since Q3 (70%). It has fallen for 4 quarters in a row and is the lowest published since Q3 2019/20 (60%). It is not defined whether higher or lower is better.",
        ),
        // Only what is comparable: a break, another kind of period.
        (
            of("99, 90, 93, 91, 95").ask("").beside(r#""status": { "2017": "b" }"#),
            "95% in 2020. It is the highest of the 4 comparable years published here.",
        ),
        (of("99, 90, 93, 91, 95").ask("").beside(r#""status": { "2018": "b" }"#), "95% in 2020."),
        (
            of("90, 93, 91, 95, 99").ask("").at("2019").beside(r#""status": { "2020": "b" }"#),
            "95% in 2019. It is the highest of the 4 comparable years published here.",
        ),
        (
            of("90, 93, 99, 91, 95")
                .ask("")
                .periods(r#""2017-04-01/P1Y", "2018-04-01/P1Y", "2018-04-01/P3M", "2019-04-01/P1Y", "2020-04-01/P1Y""#),
            "95% in 2020/21. It is the highest of the 4 years published here.",
        ),
        (
            of(QUARTERS_AND_A_YEAR).periods(FROM_2019).ask("").beside(YEAR_BREAKS),
            "85% in Q1 2020/21. It is the highest published since Q1 2019/20 (95%).",
        ),
        (
            of("99, 90, 10, 93, 91, 95")
                .ask("")
                .periods(r#""2016", "2017", "2017-04-01/P3M", "2018", "2019", "2020""#)
                .beside(r#""status": { "2017-04-01/P3M": "b" }"#),
            "95% in 2020. It is the highest published since 2016 (99%).",
        ),
        // What is not exact is higher and lower than nothing, and nothing is higher or lower than it.
        (
            of("45, 46, 47, 50").ask("").quarters().beside(r#""remarks": { "2021-01-01/P3M": "fewer than" }"#),
            "Fewer than 50% in Q4 2020/21.",
        ),
        (
            of("45, 44, 46, 47, 50").ask("").quarters().beside(r#""remarks": { "2020-01-01/P3M": "over" }"#),
            "50% in Q4 2020/21.",
        ),
        (
            of("44, 45, 46, 47, 50")
                .ask("")
                .quarters()
                .beside(r#""remarks": { "2020-01-01/P3M": "over" }, "status": { "2020-04-01/P3M": "b" }"#),
            "50% in Q4 2020/21. It is the highest of the 4 comparable quarters published here.",
        ),
        (
            of("45, 44, 47, 50, 49")
                .ask("")
                .at("2020-10-01/P3M")
                .quarters()
                .beside(r#""remarks": { "2021-01-01/P3M": "over" }"#),
            "50% in Q3 2020/21.",
        ),
        (
            of("60, 99, 70, 71, 72, 65").ask("").quarters().beside(r#""remarks": { "2020-04-01/P3M": "fewer than" }"#),
            "65% in Q4 2020/21.",
        ),
        (
            of("59, 60, 70, 71, 72, 65").ask("").quarters().beside(r#""remarks": { "2019-10-01/P3M": "about" }"#),
            "65% in Q4 2020/21. It is the lowest published since Q4 2019/20 (60%).",
        ),
        (
            of("94, 93, 92, 91").beside(r#""remarks": { "2019": "about" }"#),
            "91% in 2020. It cannot be compared with 2019 (not exact).",
        ),
        // Symbols do not count, provisional figures do.
        (of(r#"90, "c", 91, 95"#).ask(""), "95% in 2020. No figure is published for 2018 (confidential)."),
        (
            of("90, 93, 91, 95").ask("").beside(r#""status": { "2020": "p" }"#),
            "95% in 2020 (provisional). It is the highest of the 4 years published here.",
        ),
    ]);
}

#[test]
fn comparators() {
    check(&[
        (
            of("12").polarity("lower").ask("E").other("E", "16"),
            "12% in 2020. It is 4 percentage points lower than England (16%), which is better. Lower is better.",
        ),
        (
            of("107").unit(RATE).ask("G,B,E").other("G", "78.5").other("B", "53").other("E", "67"),
            "107 per 10,000 in 2020. It is higher than Family group (78.5), Beeton (53) and England (67). It is not defined whether higher or lower is better.",
        ),
        (
            of("34").polarity("lower").ask("G,B,E").other("G", "38.8").other("B", "34").other("E", "39"),
            "34% in 2020. It is lower than Family group (38.8%) and England (39%), which is better, and the same as Beeton (34%). Lower is better.",
        ),
        (
            of("70").polarity("higher").ask("B,C").other("B", "62").other("C", "80"),
            "70% in 2020. It is 8 percentage points higher than Beeton (62%), which is better, but 10 percentage points lower than Ceeton (80%), which is worse. Higher is better.",
        ),
        (
            of("70").ask("B,C,D").other("B", "62").other("C", "80").other("D", "90"),
            "70% in 2020. It is 8 percentage points higher than Beeton (62%), but lower than Ceeton (80%) and Deeton (90%). It is not defined whether higher or lower is better.",
        ),
        (
            of("70").ask("B").other("B", "70.0"),
            "70% in 2020. It is the same as Beeton (70.0%). It is not defined whether higher or lower is better.",
        ),
        // More than four are counted, and have a place where all of them can: England and who has no figure have none.
        (
            of("70")
                .ask("B,C,D,E,F")
                .other("B", "1")
                .other("C", "2")
                .other("D", "3")
                .other("E", "4")
                .other("F", r#""c""#),
            "70% in 2020. It is higher than Beeton (1%), Ceeton (2%), Deeton (3%) and England (4%). No figure is published here for Effton (confidential). It is not defined whether higher or lower is better.",
        ),
        (
            of("70").ask("B,C,D,E,F").other("B", "1").other("C", "2").other("D", "3").other("E", "4").other("F", "5"),
            "70% in 2020. It is higher than Beeton (1%), Ceeton (2%), Deeton (3%) and 2 others. It is the highest of 6, counting the areas chosen. It is not defined whether higher or lower is better.",
        ),
        (
            of("70").ask("B").other("B", r#"62 + "status": { "2020": "pb" }, "remarks": { "2020": "about" }"#),
            "70% in 2020. It cannot be compared with Beeton (about 62%, provisional), which is not exact.",
        ),
        (
            of("70")
                .ask("B,C")
                .other("B", r#"62 + "remarks": { "2020": "about" }"#)
                .other("C", r#"110 + "remarks": { "2020": "over" }"#),
            "70% in 2020. It cannot be compared with Beeton (about 62%) or Ceeton (over 110%), which are not exact.",
        ),
        // Who has no figure, and why.
        (
            of("70").ask("B,C,D,E").other("B", "62").other("C", r#""c""#).other("D", "null"),
            "70% in 2020. It is 8 percentage points higher than Beeton (62%). No figure is published here for Ceeton (confidential), Deeton or England. It is not defined whether higher or lower is better.",
        ),
        (of("70").polarity("higher").ask("E"), "70% in 2020. No figure is published here for England."),
        // A total says nothing beside another area's.
        (
            of("240, 258").unit(COUNT).polarity("lower").ask("previous,B,C,E").other("B", "62").other("E", "81770"),
            "258 in 2020, up 18 since 2019 (240), which is worse. No figure is published here for Ceeton. Totals are not compared with other areas. Lower is better.",
        ),
        (
            of("258").unit(COUNT).ask("SN").neighbours("61 62 63 60 62 65 80 55 75 60"),
            "258 in 2020. Totals are not compared with other areas.",
        ),
        (
            of("258").unit(COUNT).ask("B").other("B", r#"62 + "remarks": { "2020": "about" }"#),
            "258 in 2020. It cannot be compared with Beeton (about 62), which is not exact.",
        ),
        // A change and comparators.
        (
            of("79, 70").quarters().polarity("higher").ask("previous,B,E").other("B", "62").other("E", "69"),
            "70% in Q4 2020/21, down 9 percentage points since Q3 (79%), which is worse. It is higher than Beeton (62%) and England (69%), which is better. Higher is better.",
        ),
    ]);
}

#[test]
fn groups_are_a_method_with_a_place_among_their_members() {
    check(&[
        (
            of("70").polarity("higher").ask("SN,E").neighbours("61 62 63 60 62 65 80 55 75 60").other("E", "69"),
            "70% in 2020. It is higher than statistical neighbours' median (62%, from 10 areas) and England (69%), which is better. It is the third best of 11, counting its statistical neighbours. Higher is better.",
        ),
        (
            of("70").ask("SN").method("mean").neighbours("61 62 63 60 62 65 80 55 75 60"),
            "70% in 2020. It is 5.7 percentage points higher than statistical neighbours' mean (64.3%, from 10 areas). It is the third highest of 11, counting its statistical neighbours. It is not defined whether higher or lower is better.",
        ),
        // Members without a figure have no place.
        (
            of("70").polarity("lower").ask("SN").neighbours(r#"61 "c" 63 null 62 65 80 55 75 60"#),
            "70% in 2020. It is 7.5 percentage points higher than statistical neighbours' median (62.5%, from 8 of 10 areas), which is worse. It is the third worst of 9, counting its statistical neighbours. Lower is better.",
        ),
        (
            of("70").polarity("lower").ask("SN").neighbours(r#"61 "c" 63 null 62"#),
            "70% in 2020. It is the worst of 4, counting its statistical neighbours. No figure is published here for statistical neighbours (not enough published figures: 3 of 10 areas). Lower is better.",
        ),
        (
            of("70").polarity("lower").ask("SN").neighbours("61 63"),
            "70% in 2020. No figure is published here for statistical neighbours (not enough published figures: 2 of 10 areas).",
        ),
        // Joint places, and the ends.
        (
            of("70").polarity("higher").ask("SN").neighbours("70 80 90 60 60 60 60 60 60 60"),
            "70% in 2020. It is 10 percentage points higher than statistical neighbours' median (60%, from 10 areas), which is better. It is the joint third best of 11, counting its statistical neighbours. Higher is better.",
        ),
        (
            of("90").polarity("higher").ask("SN").neighbours("70 80 90 60 60 60 60 60 60 60"),
            "90% in 2020. It is 30 percentage points higher than statistical neighbours' median (60%, from 10 areas), which is better. It is the joint best of 11, counting its statistical neighbours. Higher is better.",
        ),
        (
            of("55").ask("SN").neighbours("70 80 90 60 60 60 60 60 60 60"),
            "55% in 2020. It is 5 percentage points lower than statistical neighbours' median (60%, from 10 areas). It is the lowest of 11, counting its statistical neighbours. It is not defined whether higher or lower is better.",
        ),
        (
            of("65").ask("SN").neighbours("70 80 90 61 62 63 66 67 68 69"),
            "65% in 2020. It is 2.5 percentage points lower than statistical neighbours' median (67.5%, from 10 areas). It is the fourth lowest of 11, counting its statistical neighbours. It is not defined whether higher or lower is better.",
        ),
        (
            of("60").ask("SN").neighbours("60 60 60 60 60 60 60 60 60 60"),
            "60% in 2020. It is the same as statistical neighbours' median (60%, from 10 areas). It is not defined whether higher or lower is better.",
        ),
        (
            of("65").polarity("lower").ask("SN").neighbours("70 80 90 81 82 50 60 51 52 53"),
            "65% in 2020. It is the same as statistical neighbours' median (65%, from 10 areas). It is the sixth best of 11, counting its statistical neighbours. Lower is better.",
        ),
        // What the publisher prints for the group stands.
        (
            of("70").ask("SN,G").other("SN", "61").other("G", "75"),
            "70% in 2020. It is 9 percentage points higher than statistical neighbours' median (61%), but 5 percentage points lower than Family group (75%). It is not defined whether higher or lower is better.",
        ),
    ]);
}

#[test]
fn targets() {
    check(&[
        (
            of("70").ask("").polarity("higher").more(r#""target": 75"#),
            "70% in 2020. It misses the target of 75% by 5 percentage points. Higher is better.",
        ),
        (
            of("78").ask("").polarity("higher").more(r#""target": 75"#),
            "78% in 2020. It meets the target of 75% with 3 percentage points to spare. Higher is better.",
        ),
        (
            of("75").ask("").polarity("higher").more(r#""target": 75"#),
            "75% in 2020. It is at the target of 75%. Higher is better.",
        ),
        (
            of("74").ask("").polarity("higher").more(r#""target": 75, "tolerance": 2"#),
            "74% in 2020. It nearly meets the target of 75%: 1 percentage point below, within the tolerance of 2 percentage points. Higher is better.",
        ),
        (
            of("76").ask("").polarity("lower").more(r#""target": 75, "tolerance": 2"#),
            "76% in 2020. It nearly meets the target of 75%: 1 percentage point above, within the tolerance of 2 percentage points. Lower is better.",
        ),
        (
            of("12").ask("").unit(r#""kind": "days""#).polarity("lower").more(r#""target": 10"#),
            "12 days in 2020. It misses the target of 10 days by 2 days. Lower is better.",
        ),
        (
            of("70").ask("").more(r#""target": 75"#),
            "70% in 2020. It is 5 percentage points below the target of 75%. It is not defined whether higher or lower is better.",
        ),
        // Of another period.
        (of("70, 71").ask("").more(r#""target": { "2019": 75 }"#), "71% in 2020."),
        (of(r#""c""#).ask("").more(r#""target": 75"#), "No figure in 2020: confidential."),
    ]);
}

#[test]
fn gaps() {
    check(&[
        (of(r#"90, "c""#), "No figure in 2020: confidential. The latest figure is for 2019 (90%)."),
        (of("90, null"), "No figure in 2020: not published. The latest figure is for 2019 (90%)."),
        (
            of(r#"90, "c""#).beside(r#""remarks": { "2019": "fewer than" }, "status": { "2019": "p" }"#),
            "No figure in 2020: confidential. The latest figure is for 2019 (fewer than 90%, provisional).",
        ),
        (of(r#"90, 91, "x", "x""#), "No figure in 2020: not available. The latest figure is for 2018 (91%)."),
        (of(r#""z""#), "No figure in 2020: not applicable."),
        (of(r#""low""#), "No figure in 2020: rounds to zero."),
        (of(r#""u""#), "No figure in 2020: too unreliable to publish."),
        (of(r#""c", 91"#).at("2019"), "No figure in 2019: confidential. The first figure is for 2020 (91%)."),
        (
            of(r#"90, "c", 91"#).at("2019"),
            "No figure in 2019: confidential. The last figure before that is for 2018 (90%).",
        ),
        (
            of("1, 2, null, 4, 3.5, 4").quarters().ask(""),
            "4% in Q4 2020/21. It is the joint highest of the 5 quarters published here, with Q2 2020/21. No figure is published for Q1 2020/21.",
        ),
        (
            of(r#"1, "c", "c", 5, 4, 4.5"#).quarters().ask(""),
            "4.5% in Q4 2020/21. No figure is published between Q3 2019/20 and Q2 2020/21 (confidential).",
        ),
        (
            of(r#"1, "c", 5, null, 4.5, "z", 4.7"#).ask(""),
            "4.7% in 2020. No figure is published for 2015 (confidential), for 2017 or for 2019 (not applicable).",
        ),
        (
            of("5, 6").periods(r#""2017-09-01/P1Y", "2019-09-01/P1Y""#).ask(""),
            "6% in the academic year 2019/20. No figure is published for the academic year 2018/19.",
        ),
        (of("1, null, 2, null, 3, null, 4, null, 3.5").ask(""), "3.5% in 2020. The series has 4 gaps."),
        // Quarters that the publication does not list.
        (
            of("5, 4, 3, 4")
                .ask("")
                .periods(r#""2019-04-01/P3M", "2019-10-01/P3M", "2020-10-01/P3M", "2021-01-01/P3M""#),
            "4% in Q4 2020/21. No figure is published for Q2 2019/20 or between Q3 2019/20 and Q3 2020/21.",
        ),
        // What the change has said is not said again.
        (of("5, null, 4"), "4% in 2020. It cannot be compared with 2019 (not published)."),
        (
            of("5, null, 4, 3, 2, 4").quarters().ask("previous,year-before"),
            "4% in Q4 2020/21, up 2 percentage points since Q3 (2%). It cannot be compared with Q4 2019/20 (not published). It is not defined whether higher or lower is better.",
        ),
        // A series that starts late has no gap before it.
        (of("null, null, 4").ask(""), "4% in 2020."),
        // Other spans may overlap.
        (of("5, 4").ask("").periods(r#""2018-04-01/P2Y", "2020-04-01/P2Y""#), "4% from April 2020 to March 2022."),
    ]);
}

/// An indicator asked for at a time that it has no period of.
#[test]
fn no_figure_for_this_time() {
    for (first, second, at, expect) in [
        (
            "2020-07-01/P3M",
            "2020-10-01/P3M",
            "2020-04-01/P3M",
            "There is no figure for Q1 2020/21. The first figure is for Q2 2020/21 (1%).",
        ),
        (
            "2020-07-01/P3M",
            "2020-10-01/P3M",
            "2021-01-01/P3M",
            "There is no figure for Q4 2020/21. The latest figure is for Q3 2020/21 (2%).",
        ),
        (
            "2020-07-01/P3M",
            "2021-01-01/P3M",
            "2020-10-01/P3M",
            "There is no figure for Q3 2020/21. The last figure before that is for Q2 2020/21 (1%).",
        ),
        (
            "2021-04-01/P1Y",
            "2022-04-01/P1Y",
            "2021-01-01/P3M",
            "There is no figure for Q4 2020/21. The first figure is for 2021/22 (1%).",
        ),
    ] {
        let file = with(THREE, r#"["2020", "2021"]"#, &format!(r#"["{first}", "{second}"]"#));
        let quarters = r#"["2020-04-01/P3M", "2020-10-01/P3M", "2021-01-01/P3M"]"#;
        let dataset = dataset(&with(&with(&file, r#"["2020", "2021"]"#, quarters), "[3, 4]", "[3, 4, 5]"));
        let query = fragment::read(&format!("kpi?i=one&p={at}"), &Query::initial(&dataset), &dataset).unwrap();
        let model = IndicatorModel::new(&dataset, &query, IndicatorIx(0), MeasureIx(0)).unwrap();
        assert_eq!(model.sentence, expect);
        assert!(model.tables.is_empty() && model.charts.is_empty() && model.period.is_empty());
    }
}

/// Measures and values of Ayton's; the measures of the demo but for what is left out.
pub(crate) fn spending(measures: &[(&str, &str, &str)], expect: &str) {
    let (mut declared, mut series) = (Vec::new(), Vec::new());
    for (role, name, values) in measures {
        let unit = if *role == "percent" { r#""kind": "percent""# } else { THOUSAND };
        declared.push(format!(r#"{{ "id": "{role}", "name": "{name}", "role": "{role}", "unit": {{ {unit} }} }}"#));
        let (values, beside) = values.split_once(" + ").unwrap_or((values, ""));
        let beside = if beside.is_empty() { String::new() } else { format!(", {beside}") };
        series.push(format!(r#"{{ "area": "A", "measure": "{role}", "values": [{values}]{beside} }}"#));
    }
    let count = measures[0].2.split(" + ").next().unwrap().split(',').count();
    let periods = ["\"2019-04-01/P1Y\"", "\"2020-04-01/P1Y\""][2 - count..].join(", ");
    let file = with(
        THREE,
        r#""unit": { "kind": "percent" }, "periods": ["2020", "2021"], "series": [ { "area": "A", "values": [1, 2] } ]"#,
        &format!(r#""measures": [{}], "periods": [{periods}], "series": [{}]"#, declared.join(", "), series.join(", ")),
    );
    let dataset = dataset(&file);
    let tells = |lang| {
        let query = Query { period: None, lang, ..Query::initial(&dataset) };
        let model = IndicatorModel::new(&dataset, &query, IndicatorIx(0), MeasureIx(0)).unwrap();
        is_prose(&model.sentence, lang);
        model.sentence
    };
    assert_eq!(tells(Lang::En), expect);
    let welsh = tells(Lang::Cy);
    assert!(is_said_alike(expect, &welsh), "{welsh}");
}

#[test]
fn budget_against_spending() {
    let budget = ("budget", "Budget", "1000");
    for (measures, expect) in [
        (
            vec![budget, ("outturn", "Outturn", "900")],
            "One in 2020/21: £100 thousand under budget, outturn £900 thousand against a budget of £1.000 million.",
        ),
        (
            vec![budget, ("outturn", "Forecast", "1")],
            "One in 2020/21: £999 thousand under budget, forecast £1 thousand against a budget of £1.000 million.",
        ),
        (
            vec![
                budget,
                ("outturn", "Outturn", "1100"),
                ("variance", "Variance", "100"),
                ("percent", "Variance, %", "10.0"),
            ],
            "One in 2020/21: £100 thousand (10.0%) over budget, outturn £1.100 million against a budget of £1.000 million.",
        ),
        (
            vec![budget, ("outturn", "Outturn", "1000")],
            "One in 2020/21: on budget, outturn £1.000 million against a budget of £1.000 million.",
        ),
        // The published variance stands.
        (
            vec![budget, ("outturn", "Outturn", "900"), ("variance", "Variance", "-99"), ("percent", "%", "-9.9")],
            "One in 2020/21: £99 thousand (9.9%) under budget, outturn £900 thousand against a budget of £1.000 million. That is the published variance; the published outturn and budget themselves differ by £100 thousand.",
        ),
        // Of a figure that is not exact nothing is reckoned.
        (
            vec![budget, ("outturn", "Outturn", r#"900 + "remarks": { "2020-04-01/P1Y": "over" }"#)],
            "One in 2020/21: outturn over £900 thousand against a budget of £1.000 million.",
        ),
        (
            vec![
                budget,
                ("outturn", "Outturn", r#"900 + "remarks": { "2020-04-01/P1Y": "over" }"#),
                ("percent", "%", "-9.9"),
            ],
            "One in 2020/21: 9.9% under budget, outturn over £900 thousand against a budget of £1.000 million.",
        ),
        (
            vec![
                budget,
                ("outturn", "Outturn", r#"900 + "remarks": { "2020-04-01/P1Y": "over" }"#),
                ("variance", "Variance", "-99"),
            ],
            "One in 2020/21: £99 thousand under budget, outturn over £900 thousand against a budget of £1.000 million.",
        ),
        (
            vec![
                budget,
                ("outturn", "Outturn", "900"),
                ("variance", "Variance", r#"-90 + "remarks": { "2020-04-01/P1Y": "about" }"#),
                ("percent", "%", r#"-9 + "remarks": { "2020-04-01/P1Y": "about" }"#),
            ],
            "One in 2020/21: £100 thousand under budget, outturn £900 thousand against a budget of £1.000 million.",
        ),
        // Figures that contradict each other, and figures that are missing, are told as they are.
        (
            vec![budget, ("outturn", "Outturn", "900"), ("variance", "Variance", "100")],
            "One in 2020/21: budget £1.000 million, outturn £900 thousand and variance £100 thousand.",
        ),
        (
            vec![budget, ("outturn", "Outturn", r#""c""#), ("variance", "Variance", "null")],
            "One in 2020/21: budget £1.000 million, outturn confidential and variance not published.",
        ),
        (
            vec![budget, ("variance", "Variance", "-5")],
            "One in 2020/21: budget £1.000 million and variance −\u{2060}£5 thousand.",
        ),
        (vec![budget, ("percent", "Variance %", "-5")], "One in 2020/21: budget £1.000 million and variance −5%."),
        (vec![budget, ("percent", "%", "-5")], "One in 2020/21: budget £1.000 million and % −5%."),
        // What follows is about the measure that is chosen.
        (
            vec![
                ("outturn", "Outturn", r#"800, 900 + "status": { "2020-04-01/P1Y": "f" }"#),
                ("budget", "Budget", "1000, 1000"),
            ],
            "One in 2020/21: £100 thousand under budget, outturn £900 thousand (forecast) against a budget of £1.000 million. Outturn is up £100 thousand since 2019/20 (£800 thousand). It is not defined whether higher or lower is better.",
        ),
    ] {
        spending(&measures, expect);
    }
}

/// A part that stands for want of a total is called by its name, and so is any part or area that is looked at.
#[test]
fn a_part_is_not_sold_as_the_whole() {
    let dataset = dataset(EVERYTHING);
    let query = Query::initial(&dataset);
    let model = IndicatorModel::new(&dataset, &query, IndicatorIx(2), MeasureIx(0)).unwrap();
    assert!(model.sentence.starts_with("Girls: 60.0 per 10,000 on 31 March 2021"), "{}", model.sentence);
    let captions: Vec<&str> = model.tables.iter().map(|table| table.caption.as_str()).collect();
    let caption = "Children by age and sex: rate per 10,000, Girls";
    assert_eq!(captions, [caption, &format!("{caption}, 31 March 2021")]);
    let overview = OverviewModel::new(&dataset, &query);
    let rows: Vec<String> =
        overview.sections.iter().flat_map(|section| &section.rows).map(|row| format!("{:?}", row.value)).collect();
    assert!(rows.iter().any(|row| row.contains(r#"unit: "per 10,000, Girls""#)), "{rows:?}");
    let alone = Query { compare: fragment::read_comparators("", &dataset), ..query };
    let sight = Sight::new(&dataset, &alone, &dataset.indicators[2], MeasureIx(0), 1);
    // Ages 0 to 4, 5 to 17, all; of each girls and boys.
    for (cell, expect) in [
        (0, "0 to 4, Girls: 51.0 per 10,000 on 31 March 2021."),
        (1, "0 to 4, Boys: no figure on 31 March 2021: not published."),
        (5, "Boys: 61.3 per 10,000 on 31 March 2021."),
    ] {
        assert_eq!(story::tell(Sight { cell, ..sight }), expect);
    }
    let (england, _) = dataset.comparators().find(|(_, area)| area.id == "E").unwrap();
    assert_eq!(story::tell(sight.of(england)), "England, Girls: 60.0 per 10,000 on 31 March 2021.");
    assert_eq!(story::tell(Sight { position: 9, ..sight }), "There are no figures.");
}

/// Sentences that are worth least are left out where there are too many words.
#[test]
fn what_matters_is_told_first() {
    let long = of("60, 99, 72, null, 71, 70, 65").quarters().polarity("higher").more(r#""target": 75"#);
    let long = long
        .ask("previous,year-before,SN,B,C,D,E")
        .neighbours("61 62 63 60 62 65 80 55 75 60")
        .other("B", "62")
        .other("E", r#""c""#);
    check(&[
        // Six sentences, and no word of England.
        (
            of("61, 62, 64, 65")
                .unit(r#""kind": "count", "total": false"#)
                .polarity("higher")
                .more(r#""target": 65"#)
                .ask("SN,E")
                .neighbours("60 60 60 60 60 60 60 60 60 60"),
            "65 in 2020. It is the best of the 4 years published here. It is 5 higher than statistical neighbours' median (60, from 10 areas), which is better. It is the best of 11, counting its statistical neighbours. It is at the target of 65. Higher is better.",
        ),
        (
            long.clone(),
            "65% in Q4 2020/21, down 5 percentage points since Q3 (70%) and down 7 percentage points since Q4 2019/20 (72%), both worse. It is higher than statistical neighbours' median (62%, from 10 areas) and Beeton (62%), which is better. It misses the target of 75% by 10 percentage points. Higher is better.",
        ),
        // The gap and the place among the neighbours are left out.
        (
            long.ask("previous,SN"),
            "65% in Q4 2020/21, down 5 percentage points since Q3 (70%), which is worse. It is the worst published since Q2 2019/20 (60%). It is 3 percentage points higher than statistical neighbours' median (62%, from 10 areas), which is better. It misses the target of 75% by 10 percentage points. Higher is better.",
        ),
    ]);
}

#[test]
fn the_overview_in_a_sentence() {
    for (better, worse, same, expect) in [
        (0, 0, 0, "No indicator shown here has both a direction and an earlier figure to compare with."),
        (
            1,
            0,
            0,
            "Of the one indicator that has a direction and an earlier figure, 1 got better and 0 got worse since the period before.",
        ),
        (
            3,
            2,
            0,
            "Of the 5 indicators that have a direction and an earlier figure, 3 got better and 2 got worse since the period before.",
        ),
        (
            3,
            2,
            1,
            "Of the 6 indicators that have a direction and an earlier figure, 3 got better, 2 got worse and 1 did not change since the period before.",
        ),
    ] {
        assert_eq!(sentence::overview(Lang::En, [better, worse, same, 0]), expect);
    }
    let clearly = "Of the 3 indicators that have a direction and an earlier figure, 0 got better, 0 got worse, 1 did not change and 2 did not change clearly since the period before.";
    assert_eq!(sentence::overview(Lang::En, [0, 0, 1, 2]), clearly);
}

#[test]
fn lists() {
    for (parts, expect) in [("", ""), ("a", "a"), ("a b", "a and b"), ("a b c", "a, b and c")] {
        let parts: Vec<String> = parts.split_whitespace().map(str::to_owned).collect();
        assert_eq!(sentence::listed(Lang::En, &parts), expect);
    }
}

/// All sentences of the demo, to be read aloud.
#[test]
fn the_demo_read_aloud() {
    let dataset = demo();
    let mut text = String::new();
    for at in &dataset.filter_periods {
        writeln!(text, "==== {at}").unwrap();
        for (ix, indicator) in dataset.indexed_indicators() {
            let view = View::of(ix);
            let mut query = Query { view, period: Some(*at), ..Query::initial(&dataset) };
            query.compare = query.compare.toggled_since(kpi_core::query::Since::YearBefore);
            let told = IndicatorModel::new(&dataset, &query, ix, MeasureIx(0)).unwrap().sentence;
            is_prose(&told, Lang::En);
            assert_eq!(told, IndicatorModel::new(&dataset, &query, ix, MeasureIx(0)).unwrap().sentence);
            writeln!(text, "\n{}\n{told}", indicator.name).unwrap();
        }
        text.push('\n');
    }
    expect_file!["./snapshots/stories.txt"].assert_eq(&text);
}

/// Years of Ayton (a number, a symbol, or nothing), marks and remarks, behind which of them there is a quarter, what is asked,
/// and what the neighbours have.
type Publication = (Vec<u8>, [Vec<u8>; 3], (u8, u8, u8), Vec<u16>);

fn some_publication() -> impl Strategy<Value = Publication> {
    let values = collection::vec(0..40_u8, 1..12);
    let beside = [collection::vec(0..12_u8, 12), collection::vec(0..16_u8, 12), collection::vec(0..6_u8, 12)];
    (values, beside, (0..3_u8, 0..8_u8, 0..16_u8), collection::vec(0..500_u16, 10))
}

/// Every number in a sentence follows from the publication, found here by another way.
#[test]
fn nothing_is_told_that_the_figures_do_not_say() {
    holds(600, some_publication(), |(values, [marks, remarks, quarters], (polarity, asked, more), others)| {
        // A third of the values of a range so narrow that many are equal; some are symbols.
        let number = |value: u8| (value < 36).then(|| i64::from(value / 3) * 7 + 300);
        let first = 2021 - values.len();
        let (mut periods, mut written, mut statuses) = (Vec::new(), Vec::new(), Vec::new());
        for (at, value) in values.iter().enumerate() {
            let year = first + at;
            periods.push(format!(r#""{year}""#));
            let symbol = || ["null", "\"c\"", "\"z\"", "\"low\""][usize::from(value % 4)].to_owned();
            written.push(number(*value).map_or_else(symbol, |number| number.to_string()));
            if marks[at] < 3 {
                statuses.push(format!(r#""{year}": "{}""#, ["b", "p", "e"][usize::from(marks[at])]));
            }
            // Higher than any year's, or lower, and not comparable with what is before it: nothing of it may be told.
            if quarters[at] < 2 && at + 1 < values.len() {
                periods.push(format!(r#""{year}-04-01/P3M""#));
                written.push(["8888", "-7777"][usize::from(quarters[at])].to_owned());
                statuses.push(format!(r#""{year}-04-01/P3M": "b""#));
            }
        }
        let is_exact = |at: usize| remarks[at] > 1;
        let inexact = (0..values.len()).filter(|at| !is_exact(*at) && number(values[*at]).is_some());
        let said: Vec<String> = inexact
            .map(|at| format!(r#""{}": "{}""#, first + at, ["over", "about"][usize::from(remarks[at])]))
            .collect();
        let neighbours: Vec<String> =
            others.iter().map(|other| if *other < 80 { "\"c\"".to_owned() } else { other.to_string() }).collect();
        let asks = [("previous", 1), ("SN", 2), ("E", 4)].into_iter().filter(|(_, bit)| asked & bit != 0);
        let mut extra = Vec::new();
        extra.extend((more & 1 != 0).then_some(r#""target": 350"#));
        extra.extend((more & 2 != 0).then_some(r#""tolerance": 7"#));
        let given = of(&written.join(", "))
            .polarity(["higher", "lower", "none"][usize::from(polarity)])
            .unit(r#""kind": "count""#)
            .periods(&periods.join(", "))
            .beside(&format!(r#""status": {{ {} }}, "remarks": {{ {} }}"#, statuses.join(", "), said.join(", ")))
            .more(&extra.join(", "))
            .ask(&asks.map(|(word, _)| word).collect::<Vec<_>>().join(","))
            .neighbours(&neighbours.join(" "))
            .other("E", "333");
        let told = given.tells();
        prop_assert_eq!(&told, &given.tells());
        let welsh = given.tells_in(Lang::Cy);
        prop_assert!(is_said_alike(&told, &welsh), "{told}\n{welsh}");
        let numbers: Vec<Option<i64>> = values.iter().map(|value| number(*value)).collect();
        let Some(own) = numbers[values.len() - 1] else {
            prop_assert!(told.starts_with("No figure in 2020"), "{told}");
            return Ok(());
        };
        // What may be said: figures, differences from them, tenths of the median's, counts, years.
        let members: Vec<i64> = others.iter().filter(|other| **other >= 80).map(|other| i64::from(*other)).collect();
        let mut figures: Vec<i64> = numbers.iter().flatten().chain(&members).copied().chain([333, 350, 7]).collect();
        figures.extend(members.iter().flat_map(|one| members.iter().map(move |other| (one + other) / 2)));
        let differences: Vec<i64> = figures.iter().map(|figure| (own - figure).abs()).collect();
        for token in told.split(|letter: char| !letter.is_ascii_digit() && letter != '.') {
            let whole = token.trim_end_matches('.').trim_end_matches(".5");
            let Ok(token) = whole.parse::<i64>() else { continue };
            let is_known = figures.contains(&token)
                || differences.contains(&token)
                || (0..=11).contains(&token)
                || (2009..=2020).contains(&token)
                || differences.contains(&(token + 1));
            prop_assert!(is_known, "{token} in {told}");
        }
        // Since the last break the figures are comparable, and what is exact is higher or lower than another.
        let from = (0..values.len()).rev().find(|at| marks[*at] == 0).unwrap_or(0);
        let exact: Vec<Option<i64>> = (0..values.len()).map(|at| numbers[at].filter(|_| is_exact(at))).collect();
        let comparable: Vec<i64> = exact[from..].iter().flatten().copied().collect();
        let is_told_as_record = told.contains(" published since ")
            || told.contains(" years published")
            || told.contains("comparable years");
        let all_exact = exact[from..] == numbers[from..];
        if exact[values.len() - 1].is_none() {
            for never in ["in a row", " than ", " with its ", "target of", " up ", " down ", "unchanged"] {
                prop_assert!(!told.contains(never), "{never} in {told}");
            }
            prop_assert!(!is_told_as_record, "{told}");
        }
        let (best, worst) = (comparable.iter().max() == Some(&own), comparable.iter().min() == Some(&own));
        let is_joint = comparable.iter().filter(|number| **number == own).count() > 1;
        if is_told_as_record && !told.contains(" published since ") {
            prop_assert!(all_exact, "{told}");
            prop_assert_eq!(told.contains("comparable years"), numbers[..from].iter().any(Option::is_some), "{}", told);
            let is_top = told.contains("highest of the")
                || told.contains(if polarity == 1 { "worst of the" } else { "best of the" });
            prop_assert!(if is_top { best } else { worst }, "{told}");
            prop_assert_eq!(told.contains("joint"), is_joint, "{}", told);
            prop_assert!(told.contains(&format!(" of the {} ", comparable.len())), "{told}");
        }
        if let Some((before, since)) = told.split_once(" published since ") {
            let at = since[..4].parse::<usize>().unwrap() - first;
            let is_top = before.ends_with("highest") || before.ends_with(if polarity == 1 { "worst" } else { "best" });
            let is_behind = |number: i64| if is_top { number < own } else { number > own };
            prop_assert!(at >= from && exact[at].is_some_and(|then| !is_behind(then)), "{told}");
            let later = &exact[at + 1..values.len() - 1];
            prop_assert!(later == &numbers[at + 1..values.len() - 1] && later.iter().flatten().count() >= 3, "{told}");
            prop_assert!(later.iter().flatten().all(|number| is_behind(*number)), "{told}");
        }
        let run = comparable_run(&exact[from..]);
        match told.split_once(" years in a row") {
            Some((before, _)) => {
                let moves: usize = before.rsplit(' ').next().unwrap().parse().unwrap();
                let is_judged = before.contains("got ");
                prop_assert!(if is_judged { moves <= run } else { moves == run } && moves >= 3, "{run}: {told}");
            }
            // It may have been left out.
            None => prop_assert!(run < 3 || asked & 1 == 0 || told.split(' ').count() > 35, "{run}: {told}"),
        }
        if let Some((place, _)) = told.split_once(", counting its statistical neighbours") {
            prop_assert!(place.ends_with(&format!(" of {}", members.len() + 1)), "{told}");
            let above = members.iter().filter(|member| **member > own).count();
            let below = members.iter().filter(|member| **member < own).count();
            let ordinal = ["", "second ", "third ", "fourth ", "fifth ", "sixth "][above.min(below)];
            let end = match (above <= below, polarity) {
                (true, 0) | (false, 1) => "best",
                (false, 0) | (true, 1) => "worst",
                (true, _) => "highest",
                (false, _) => "lowest",
            };
            // From the middle either end may be counted.
            prop_assert!(above == below || place.contains(&format!("{ordinal}{end} of")), "{told}");
        }
        Ok(())
    });
}

/// How many moves in one direction end at the last number.
fn comparable_run(numbers: &[Option<i64>]) -> usize {
    let moves: Vec<Option<std::cmp::Ordering>> =
        numbers.windows(2).rev().map(|pair| Some(pair[1]?.cmp(&pair[0]?))).collect();
    moves.iter().take_while(|one| one.is_some() && **one == moves[0]).count()
}
