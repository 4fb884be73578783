//! The same in Welsh: every template of the table once at least, and what Welsh does that English does not.
//!
//! That each sentence has the numbers of the English one is checked where the English ones are (`sentences.rs`).

use crate::given::{dataset, decimal, demo, period, unit};
use crate::sentences::{Given, RATE, THOUSAND, is_said_alike, numbers, of};
use kpi_core::check::sums;
use kpi_core::model::{MeasureIx, Method, NamedPeriod, Polarity, UnitKind};
use kpi_core::query::{Query, Rank, Sight, View};
use kpi_core::view::{IndicatorModel, OverviewModel, Picture};
use kpi_core::words::{Lang, Text, chart, fill, method, number, period as periods, plural, rules, sentence, story};
use std::fmt::Write;

fn check(cases: &[(Given, &str)]) {
    let mut wrong = String::new();
    for (given, expect) in cases {
        let told = given.tells_in(Lang::Cy);
        if told != *expect {
            write!(wrong, "\n told {told}\nmeant {expect}\n").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_level() {
    check(&[
        (of("70.0").ask(""), "70.0% yn 2020."),
        (of("1097.3").unit(RATE).ask(""), "1,097.3 fesul 10,000 yn 2020."),
        (of("27018").unit(THOUSAND).ask(""), "£27.018 miliwn yn 2020."),
        (of("1.07").unit(r#""kind": "gbp", "scale": 1000000"#).ask(""), "£1.07 miliwn yn 2020."),
        (of("12").unit(r#""kind": "days""#).ask(""), "12 diwrnod yn 2020."),
        (of("3").unit(r#""kind": "score""#).ask(""), "3 phwynt yn 2020."),
        (of("1234567").unit(r#""kind": "other", "label": "visits""#).ask(""), "1,234,567 visits yn 2020."),
        (of("5").periods(r#""2020-10-01/P3M""#).ask(""), "5% yn Ch3 2020/21."),
        (of("5").periods(r#""2021-03-31""#).ask(""), "5% ar 31 Mawrth 2021."),
        (of("5").periods(r#""2020-12-01/P1M""#).ask(""), "5% ym mis Rhagfyr 2020."),
        (of("5").periods(r#""2020-04-01/P1Y""#).ask(""), "5% yn 2020/21."),
        (of("5").periods(r#""2020-09-01/P1Y""#).ask(""), "5% yn y flwyddyn academaidd 2020/21."),
        (of("5").periods(r#""2020-02-01/P3M""#).ask(""), "5% o fis Chwefror i fis Ebrill 2020."),
        (of("5").periods(r#""undated""#), "5%, heb ddyddiad wedi'i nodi."),
        (of("5").periods(r#"{ "id": "2020-10-01/P3M", "label": "Tymor y gaeaf" }"#).ask(""), "5% (Tymor y gaeaf)."),
        (of("5").periods(r#"{ "id": "undated", "label": "y cyfrif diwethaf" }"#), "5% (y cyfrif diwethaf)."),
        (of("70").ask("").beside(r#""remarks": { "2020": "tua" }"#), "Tua 70% yn 2020."),
        (of("70").ask("").beside(r#""status": { "2020": "pe" }"#), "70% yn 2020 (dros dro, amcangyfrif)."),
        (of("70").ask("").beside(r#""status": { "2020": "r" }"#), "70% yn 2020 (wedi'i ddiwygio)."),
        (
            of("70").ask("").beside(r#""status": { "2020": "d" }"#),
            "70% yn 2020 (wedi'i ddeillio a heb ei gyhoeddi ei hun).",
        ),
        (
            of("70").ask("").beside(
                r#""status": { "2020": "r" }, "previous": { "2020": [{ "value": 68, "published": "2021-03-31" }] }"#,
            ),
            "70% yn 2020 (diwygiwyd o 68% fel y'i cyhoeddwyd ar 31 Mawrth 2021).",
        ),
        (
            of("70").ask("").beside(r#""previous": { "2020": [{ "value": "c" }] }"#),
            "70% yn 2020 (diwygiwyd; cyn hynny: cyfrinachol).",
        ),
        (of("70").ask("").beside(r#""lower": [66], "upper": [76]"#), "70% yn 2020 (amrediad tebygol: 66% i 76%)."),
    ]);
}

#[test]
fn changes() {
    check(&[
        (
            of("90, 95").polarity("higher"),
            "95% yn 2020, i fyny 5 pwynt canran ers 2019 (90%), sy'n well. Gorau po uchaf.",
        ),
        (
            of("90, 88").polarity("higher"),
            "88% yn 2020, i lawr 2 bwynt canran ers 2019 (90%), sy'n waeth. Gorau po uchaf.",
        ),
        (of("90, 90.0").polarity("lower"), "90.0% yn 2020, yn ddigyfnewid ers 2019. Gorau po isaf."),
        (
            of("78.5, 107").unit(RATE),
            "107 fesul 10,000 yn 2020, i fyny 28.5 ers 2019 (78.5). Ni ddiffiniwyd pa gyfeiriad sy'n well.",
        ),
        (
            of("71, 72").polarity("higher").more(r#""tolerance": 2"#),
            "72% yn 2020, i fyny 1 pwynt canran ers 2019 (71%), o fewn y goddefiant o 2 bwynt canran. Gorau po uchaf.",
        ),
        (
            of("71, 72").polarity("higher").beside(r#""lower": [66, 68], "upper": [76, 77]"#),
            "72% yn 2020 (amrediad tebygol: 68% i 77%), i fyny 1 pwynt canran ers 2019 (71%), heb wahaniaeth clir o ystyried y terfynau hyder. Gorau po uchaf.",
        ),
        (
            of("90, 91, 50, 79, 70").quarters().polarity("lower").ask("previous,year-before"),
            "70% yn Ch4 2020/21, i lawr 9 pwynt canran ers Ch3 (79%) ac i lawr 20 pwynt canran ers Ch4 2019/20 (90%), y ddau'n well. Gorau po isaf.",
        ),
        (
            of("68, 91, 50, 79, 70").quarters().polarity("higher").ask("previous,year-before"),
            "70% yn Ch4 2020/21, i lawr 9 pwynt canran ers Ch3 (79%), sy'n waeth, ond i fyny 2 bwynt canran ers Ch4 2019/20 (68%), sy'n well. Gorau po uchaf.",
        ),
        (
            of("60, 91, 50, 69, 70")
                .quarters()
                .polarity("higher")
                .more(r#""tolerance": 2"#)
                .ask("previous,year-before"),
            "70% yn Ch4 2020/21, i fyny 1 pwynt canran ers Ch3 (69%), o fewn y goddefiant o 2 bwynt canran, ac i fyny 10 pwynt canran ers Ch4 2019/20 (60%), sy'n well. Gorau po uchaf.",
        ),
        (
            of("5, 6").periods(r#""2019-09-01/P1Y", "2020-09-01/P1Y""#),
            "6% yn y flwyddyn academaidd 2020/21, i fyny 1 pwynt canran ers y flwyddyn academaidd 2019/20 (5%). Ni ddiffiniwyd pa gyfeiriad sy'n well.",
        ),
        (of("90"), "90% yn 2020. Nid oes ffigur cynharach i gymharu ag ef."),
        (
            of(r#""c", 91, 50, "z", 70"#).quarters().ask("previous,year-before"),
            "70% yn Ch4 2020/21. Ni ellir ei gymharu â: Ch3 (ddim yn berthnasol), Ch4 2019/20 (cyfrinachol).",
        ),
        (
            of("60, 91, 50, 69, 70").quarters().ask("year-before").beside(r#""status": { "2020-07-01/P3M": "b" }"#),
            "70% yn Ch4 2020/21. Ni ellir ei gymharu â: Ch4 2019/20 (toriad yn y gyfres).",
        ),
        (
            of("90, 95").beside(r#""remarks": { "2019": "tua" }"#),
            "95% yn 2020. Ni ellir ei gymharu â: 2019 (nid ffigur union).",
        ),
        (
            of("80, 90").periods(r#""2019-04-01/P1Y", "2021-01-01/P3M""#),
            "90% yn Ch4 2020/21. Mae ffigurau cynharach ar gyfer math arall o gyfnod ac ni ellir eu cymharu.",
        ),
    ]);
}

#[test]
fn runs_and_records() {
    check(&[
        (
            of("94, 91, 90, 79").quarters().polarity("lower"),
            "79% yn Ch4 2020/21, i lawr 11 pwynt canran ers Ch3 (90%), sy'n well. Mae wedi gwella am 3 chwarter yn olynol. Gorau po isaf.",
        ),
        (
            of("92, 93, 91, 90, 79").polarity("higher"),
            "79% yn 2020, i lawr 11 pwynt canran ers 2019 (90%), sy'n waeth. Mae wedi gwaethygu am 3 o flynyddoedd yn olynol a dyma'r gwaethaf o'r 5 o flynyddoedd a gyhoeddir yma. Gorau po uchaf.",
        ),
        (
            of("1, 2, 3, 4, 5").quarters(),
            "5% yn Ch4 2020/21, i fyny 1 pwynt canran ers Ch3 (4%). Mae wedi codi am 4 chwarter yn olynol. Ni ddiffiniwyd pa gyfeiriad sy'n well.",
        ),
        (
            of("60, 99, 72, 71, 70, 65").quarters(),
            "65% yn Ch4 2020/21, i lawr 5 pwynt canran ers Ch3 (70%). Mae wedi gostwng am 4 chwarter yn olynol a dyma'r isaf a gyhoeddwyd ers Ch3 2019/20 (60%). Ni ddiffiniwyd pa gyfeiriad sy'n well.",
        ),
        (
            of("5, 5, 5, 5").quarters().polarity("lower"),
            "5% yn Ch4 2020/21, yn ddigyfnewid ers Ch3. Nid yw wedi newid am 3 chwarter yn olynol. Gorau po isaf.",
        ),
        (
            of("90, 93, 91, 95").ask("").polarity("higher"),
            "95% yn 2020. Dyma'r gorau o'r 4 o flynyddoedd a gyhoeddir yma. Gorau po uchaf.",
        ),
        (
            of("90, 95, 91, 95").ask("").quarters(),
            "95% yn Ch4 2020/21. Dyma'r uchaf ar y cyd o'r 4 chwarter a gyhoeddir yma (hefyd Ch2 2020/21).",
        ),
        (
            of("90, 95, 91, 89, 95.0, 88, 87, 95").ask(""),
            "95% yn 2020. Dyma'r uchaf ar y cyd o'r 8 o flynyddoedd a gyhoeddir yma (hefyd 2 arall).",
        ),
        (
            of("99, 90, 93, 91, 95").ask("").beside(r#""status": { "2017": "b" }"#),
            "95% yn 2020. Dyma'r uchaf o'r 4 o flynyddoedd cymaradwy a gyhoeddir yma.",
        ),
        (
            of("9, 8, 7, 6")
                .periods(r#""2020-10-01/P1M", "2020-11-01/P1M", "2020-12-01/P1M", "2021-01-01/P1M""#)
                .ask(""),
            "6% ym mis Ionawr 2021. Dyma'r isaf o'r 4 o fisoedd a gyhoeddir yma.",
        ),
    ]);
}

#[test]
fn other_areas() {
    check(&[
        (
            of("12").polarity("lower").ask("E").other("E", "16"),
            "12% yn 2020. Mae hyn 4 pwynt canran yn is na ffigur England (16%), sy'n well. Gorau po isaf.",
        ),
        (
            of("107").unit(RATE).ask("G,B,E").other("G", "78.5").other("B", "53").other("E", "67"),
            "107 fesul 10,000 yn 2020. Mae'n uwch na ffigurau Family group (78.5), Beeton (53), England (67). Ni ddiffiniwyd pa gyfeiriad sy'n well.",
        ),
        (
            of("34").polarity("lower").ask("G,B,E").other("G", "38.8").other("B", "34").other("E", "39"),
            "34% yn 2020. Mae'n is na ffigurau Family group (38.8%), England (39%), sy'n well, ac mae'r un fath â ffigur Beeton (34%). Gorau po isaf.",
        ),
        (
            of("70").ask("B,C,D").other("B", "62").other("C", "80").other("D", "90"),
            "70% yn 2020. Mae hyn 8 pwynt canran yn uwch na ffigur Beeton (62%), ond mae'n is na ffigurau Ceeton (80%), Deeton (90%). Ni ddiffiniwyd pa gyfeiriad sy'n well.",
        ),
        (
            of("71").polarity("higher").ask("B").more(r#""tolerance": 2"#).other("B", "73"),
            "71% yn 2020. Mae'n debyg i ffigur Beeton (73%), o fewn y goddefiant o 2 bwynt canran. Gorau po uchaf.",
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
            "71% yn 2020 (amrediad tebygol: 66% i 76%). Mae hyn 9 pwynt canran yn is na ffigur Ceeton (80%), sy'n waeth, ac mae'n debyg i ffigurau Beeton (73%), Deeton (74%), o ystyried y terfynau hyder. Gorau po uchaf.",
        ),
        (
            of("70").ask("B,C,D,E,F").other("B", "1").other("C", "2").other("D", "3").other("E", "4").other("F", "5"),
            "70% yn 2020. Mae'n uwch na ffigurau Beeton (1%), Ceeton (2%), Deeton (3%), hefyd 2 arall. Dyma'r uchaf o 6, gan gynnwys yr ardaloedd a ddewiswyd. Ni ddiffiniwyd pa gyfeiriad sy'n well.",
        ),
        (
            of("258").unit(r#""kind": "count""#).ask("B").other("B", "62"),
            "258 yn 2020. Ni chymherir cyfansymiau ag ardaloedd eraill.",
        ),
        (
            of("70").ask("B").other("B", r#"62 + "status": { "2020": "p" }, "remarks": { "2020": "tua" }"#),
            "70% yn 2020. Ni ellir ei gymharu â: Beeton (tua 62%, dros dro); nid ffigur union.",
        ),
        (
            of("70")
                .ask("B,C")
                .other("B", r#"62 + "remarks": { "2020": "tua" }"#)
                .other("C", r#"110 + "remarks": { "2020": "dros" }"#),
            "70% yn 2020. Ni ellir ei gymharu â: Beeton (tua 62%), Ceeton (dros 110%); nid ffigurau union.",
        ),
        (
            of("70").ask("B,C,D,E").other("B", "62").other("C", r#""c""#).other("D", "null"),
            "70% yn 2020. Mae hyn 8 pwynt canran yn uwch na ffigur Beeton (62%). Ni chyhoeddir ffigur yma ar gyfer: Ceeton (cyfrinachol), Deeton, England. Ni ddiffiniwyd pa gyfeiriad sy'n well.",
        ),
        (
            of("70").polarity("higher").ask("SN").neighbours("61 62 63 60 62 65 80 55 75 60"),
            "70% yn 2020. Mae hyn 8 pwynt canran yn uwch na ffigur Statistical neighbours (canolrif 62%, ar sail 10 ardal), sy'n well. Dyma'r trydydd gorau o 11, gan gynnwys y grŵp Statistical neighbours. Gorau po uchaf.",
        ),
        // "Ail" changes what follows it.
        (
            of("75").polarity("higher").method("mean").ask("SN").neighbours("61 62 63 60 62 65 80 55 70 62"),
            "75% yn 2020. Mae hyn 11.0 pwynt canran yn uwch na ffigur Statistical neighbours (cymedr 64.0%, ar sail 10 ardal), sy'n well. Dyma'r ail orau o 11, gan gynnwys y grŵp Statistical neighbours. Gorau po uchaf.",
        ),
        (
            of("56").polarity("higher").ask("SN").neighbours("61 62 63 60 62 65 80 55 70 62"),
            "56% yn 2020. Mae hyn 6 phwynt canran yn is na ffigur Statistical neighbours (canolrif 62%, ar sail 10 ardal), sy'n waeth. Dyma'r ail waethaf o 11, gan gynnwys y grŵp Statistical neighbours. Gorau po uchaf.",
        ),
        (
            of("75").ask("SN").neighbours("61 62 63 60 62 65 80 55 70 62"),
            "75% yn 2020. Mae hyn 13 pwynt canran yn uwch na ffigur Statistical neighbours (canolrif 62%, ar sail 10 ardal). Dyma'r ail uchaf o 11, gan gynnwys y grŵp Statistical neighbours. Ni ddiffiniwyd pa gyfeiriad sy'n well.",
        ),
        (
            of("70").polarity("higher").ask("SN").neighbours("60 60 60 60 60 60 60 70 80 90"),
            "70% yn 2020. Mae hyn 10 pwynt canran yn uwch na ffigur Statistical neighbours (canolrif 60%, ar sail 10 ardal), sy'n well. Dyma'r trydydd gorau ar y cyd o 11, gan gynnwys y grŵp Statistical neighbours. Gorau po uchaf.",
        ),
        (
            of("70").ask("SN").neighbours(r#""c" "c" "c" "c" "c" "c" "c" "c" 61 62"#),
            "70% yn 2020. Ni chyhoeddir ffigur yma ar gyfer: Statistical neighbours (dim digon o ffigurau wedi'u cyhoeddi: 2 o 10 ardal).",
        ),
    ]);
}

#[test]
fn targets() {
    check(&[
        (
            of("70").ask("").polarity("higher").more(r#""target": 75"#),
            "70% yn 2020. Nid yw'n cyrraedd y targed o 75%; y gwahaniaeth yw 5 pwynt canran. Gorau po uchaf.",
        ),
        (
            of("78").ask("").polarity("higher").more(r#""target": 75"#),
            "78% yn 2020. Mae'n cyrraedd y targed o 75% gyda 3 phwynt canran wrth gefn. Gorau po uchaf.",
        ),
        (
            of("75").ask("").polarity("higher").more(r#""target": 75"#),
            "75% yn 2020. Mae'n cyfateb i'r targed o 75%. Gorau po uchaf.",
        ),
        (
            of("74").ask("").polarity("higher").more(r#""target": 75, "tolerance": 2"#),
            "74% yn 2020. Mae bron â chyrraedd y targed o 75%: 1 pwynt canran yn is, o fewn y goddefiant o 2 bwynt canran. Gorau po uchaf.",
        ),
        (
            of("76").ask("").polarity("lower").more(r#""target": 75, "tolerance": 2"#),
            "76% yn 2020. Mae bron â chyrraedd y targed o 75%: 1 pwynt canran yn uwch, o fewn y goddefiant o 2 bwynt canran. Gorau po isaf.",
        ),
        (
            of("12").ask("").polarity("lower").unit(r#""kind": "days""#).more(r#""target": 10"#),
            "12 diwrnod yn 2020. Nid yw'n cyrraedd y targed o 10 diwrnod; y gwahaniaeth yw 2 ddiwrnod. Gorau po isaf.",
        ),
        (
            of("70").ask("").more(r#""target": 75"#),
            "70% yn 2020. Mae hyn 5 pwynt canran yn is na'r targed o 75%. Ni ddiffiniwyd pa gyfeiriad sy'n well.",
        ),
        (
            of("77").ask("").more(r#""target": 75"#),
            "77% yn 2020. Mae hyn 2 bwynt canran yn uwch na'r targed o 75%. Ni ddiffiniwyd pa gyfeiriad sy'n well.",
        ),
    ]);
}

#[test]
fn what_is_not_there() {
    check(&[
        (of(r#"90, "c""#).ask(""), "Dim ffigur yn 2020: cyfrinachol. Mae'r ffigur diweddaraf ar gyfer 2019 (90%)."),
        (of(r#""z""#).ask(""), "Dim ffigur yn 2020: ddim yn berthnasol."),
        (
            of(r#""c", 91"#).ask("").at("2019"),
            "Dim ffigur yn 2019: cyfrinachol. Mae'r ffigur cyntaf ar gyfer 2020 (91%).",
        ),
        (
            of(r#"90, "c", 91"#).ask("").at("2019"),
            "Dim ffigur yn 2019: cyfrinachol. Mae'r ffigur diweddaraf cyn hynny ar gyfer 2018 (90%).",
        ),
        (of(r#"90, "c", 91, 95"#).ask(""), "95% yn 2020. Ni chyhoeddir ffigur ar gyfer 2018 (cyfrinachol)."),
        (
            of("3, null, 2, null, null, 4").ask("").quarters(),
            "4% yn Ch4 2020/21. Ni chyhoeddir ffigur ar gyfer Ch4 2019/20 nac ar ôl Ch1 2020/21 a chyn Ch4 2020/21.",
        ),
        (
            of("5, 6").periods(r#""2017-09-01/P1Y", "2019-09-01/P1Y""#).ask(""),
            "6% yn y flwyddyn academaidd 2019/20. Ni chyhoeddir ffigur ar gyfer y flwyddyn academaidd 2018/19.",
        ),
        (
            of(r#"3, "c", 4, "z", 5, null, 6"#).ask(""),
            "6% yn 2020. Dyma'r uchaf o'r 4 o flynyddoedd a gyhoeddir yma. Ni chyhoeddir ffigur ar gyfer 2015 (cyfrinachol), ar gyfer 2017 (ddim yn berthnasol) nac ar gyfer 2019.",
        ),
        (
            of("1, null, 2, null, 3, null, 1.5, null, 3.5").ask(""),
            "3.5% yn 2020. Dyma'r uchaf o'r 5 o flynyddoedd a gyhoeddir yma. Mae 4 o fylchau yn y gyfres.",
        ),
        (of("71, 72").ask("").at("2021"), "Nid oes ffigur ar gyfer 2021. Mae'r ffigur diweddaraf ar gyfer 2020 (72%)."),
    ]);
    let demo = demo();
    let query = Query { lang: Lang::Cy, period: Some(period("2019-10-01/P3M")), ..Query::initial(&demo) };
    let conferences = demo.indicators.iter().find(|indicator| indicator.id == "icpc-in-time").unwrap();
    let told = story::no_figure(&demo, &query, conferences, MeasureIx(0));
    assert_eq!(told, "Nid oes ffigur ar gyfer Ch3 2019/20. Mae'r ffigur cyntaf ar gyfer Ch1 2020/21 (91%).");
}

/// number, in one: long | difference | short difference
#[test]
fn numbers_with_their_nouns() {
    for (kind, text, expect) in [
        (UnitKind::Percent, "1", "1% | 1 pwynt canran | 1 pwynt"),
        (UnitKind::Percent, "2", "2% | 2 bwynt canran | 2 bwynt"),
        (UnitKind::Percent, "-2", "−2% | 2 bwynt canran | 2 bwynt"),
        (UnitKind::Percent, "3", "3% | 3 phwynt canran | 3 phwynt"),
        (UnitKind::Percent, "4", "4% | 4 pwynt canran | 4 pwynt"),
        (UnitKind::Percent, "6", "6% | 6 phwynt canran | 6 phwynt"),
        (UnitKind::Percent, "12", "12% | 12 pwynt canran | 12 pwynt"),
        (UnitKind::Percent, "2.0", "2.0% | 2.0 pwynt canran | 2.0 pwynt"),
        (UnitKind::Percent, "0.3", "0.3% | 0.3 pwynt canran | 0.3 pwynt"),
        (UnitKind::Days, "1", "1 diwrnod | 1 diwrnod | 1"),
        (UnitKind::Days, "2", "2 ddiwrnod | 2 ddiwrnod | 2"),
        (UnitKind::Days, "3", "3 diwrnod | 3 diwrnod | 3"),
        (UnitKind::Score, "6", "6 phwynt | 6 phwynt | 6"),
        (UnitKind::Rate { per: 10_000 }, "1097.3", "1,097.3 fesul 10,000 | 1,097.3 | 1,097.3"),
        (UnitKind::Gbp { scale: 1_000 }, "-603", "−\u{2060}£603 mil | £603 mil | £603 mil"),
        (UnitKind::Gbp { scale: 1_000 }, "2", "£2 fil | £2 fil | £2 fil"),
        (UnitKind::Gbp { scale: 1_000 }, "3", "£3 mil | £3 mil | £3 mil"),
        (UnitKind::Gbp { scale: 1_000_000 }, "2", "£2 filiwn | £2 filiwn | £2 filiwn"),
        (UnitKind::Gbp { scale: 1_000_000 }, "1.07", "£1.07 miliwn | £1.07 miliwn | £1.07 miliwn"),
    ] {
        let (unit, value) = (unit(kind), decimal(text));
        let found = [
            number::long(Lang::Cy, value, &unit),
            number::difference(Lang::Cy, value, &unit),
            number::short_difference(Lang::Cy, value, &unit),
        ];
        assert_eq!(found.join(" | "), expect);
    }
    let headings = [
        UnitKind::Count,
        UnitKind::Percent,
        UnitKind::Rate { per: 1_000 },
        UnitKind::Gbp { scale: 1_000 },
        UnitKind::Ratio,
        UnitKind::Days,
        UnitKind::Score,
    ];
    let headings = headings.map(|kind| number::unit_heading(Lang::Cy, &unit(kind)));
    assert_eq!(headings.join(", "), "Nifer, Canran, Cyfradd fesul 1,000, £ mil, Cymhareb, Diwrnodau, Pwyntiau");
}

#[test]
fn forms_by_number() {
    let forms = "{0} dangosydd|{0} dangosydd|{0} ddangosydd";
    for (number, expect) in [(0, "0 dangosydd"), (1, "1 dangosydd"), (2, "2 ddangosydd"), (3, "3 dangosydd")] {
        assert_eq!(fill(plural(forms, Some(number)), &[&number.to_string()]), expect);
    }
    assert_eq!(plural("day|days", None), "days");
    assert_eq!(plural("day|days", Some(2)), "days");
    assert_eq!(plural("pwynt|pwynt|bwynt|phwynt", Some(6)), "phwynt");
    assert_eq!(plural("one form", Some(1)), "one form");
    assert_eq!(plural("one form", Some(5)), "one form");
}

#[test]
fn places_in_a_sentence() {
    for (sentence, expect) in
        [("", ""), ("none", "none"), ("{0}", "a"), ("{1}: {0}, {1}", "b: a, b"), ("{0}{1}", "ab"), ("{7}.", ".")]
    {
        assert_eq!(fill(sentence, &["a", "b"]), expect, "{sentence}");
    }
    assert_eq!(fill("{0} {1}", &["{1}", "{0}"]), "{1} {0}", "what is filled in is not read again");
}

/// text | label | when | in a sentence
#[test]
fn periods_and_dates() {
    for case in [
        "2021-01-01/P3M | Ch4 2020/21 | yn Ch4 2020/21 | Ch4 2020/21",
        "2020-04-01/P1Y | 2020/21 | yn 2020/21 | 2020/21",
        "2020-01-01/P1Y | 2020 | yn 2020 | 2020",
        "2020-09-01/P1Y | blwyddyn academaidd 2020/21 | yn y flwyddyn academaidd 2020/21 | y flwyddyn academaidd 2020/21",
        "2020-12-01/P1M | Rhagfyr 2020 | ym mis Rhagfyr 2020 | Rhagfyr 2020",
        "2021-03-01/P1M | Mawrth 2021 | ym mis Mawrth 2021 | Mawrth 2021",
        "2021-03-31 | 31 Mawrth 2021 | ar 31 Mawrth 2021 | 31 Mawrth 2021",
        "2020 | 2020 | yn 2020 | 2020",
        "undated | Dim dyddiad wedi'i nodi | (dim dyddiad wedi'i nodi) | dim dyddiad wedi'i nodi",
        "2020-02-01/P3M | Chwefror i fis Ebrill 2020 | o fis Chwefror i fis Ebrill 2020 | Chwefror i fis Ebrill 2020",
        "2020-10-01/P1Y | Hydref 2020 i fis Medi 2021 | o fis Hydref 2020 i fis Medi 2021 | Hydref 2020 i fis Medi 2021",
        "2020-06-15/P1Y | 15 Mehefin 2020 i 14 Mehefin 2021 | o 15 Mehefin 2020 i 14 Mehefin 2021 | 15 Mehefin 2020 i 14 Mehefin 2021",
    ] {
        let text = case.split(" | ").next().unwrap();
        let named = NamedPeriod { period: period(text), label: None };
        let label = periods::named(Lang::Cy, &named);
        let when = periods::when(Lang::Cy, named.period, &label);
        let found = [text, &label, &when, &periods::in_sentence(Lang::Cy, &named)];
        assert_eq!(found.join(" | "), case);
    }
    let months = (1..=12).map(|month| periods::label(Lang::Cy, period(&format!("2020-{month:02}-01/P1M"))));
    assert_eq!(
        months.map(|label| label.replace(" 2020", "")).collect::<Vec<_>>().join(" "),
        "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"
    );
    for (text, expect) in [
        ("2021-01-01/P3M", "Chwarter, Y chwarter blaenorol, Yr un chwarter y flwyddyn flaenorol"),
        ("2021-01-01/P1M", "Mis, Y mis blaenorol, Yr un mis y flwyddyn flaenorol"),
        ("2020-04-01/P1Y", "Blwyddyn, Y flwyddyn flaenorol, Blwyddyn ynghynt"),
        ("2021-03-31", "Dyddiad, Y cyfnod blaenorol, Blwyddyn ynghynt"),
    ] {
        let headings = [periods::kind_heading, periods::previous_heading, periods::year_before_heading];
        assert_eq!(headings.map(|heading| heading(Lang::Cy, period(text).kind())).join(", "), expect);
    }
}

/// "I" would change the month that follows it: "mis" takes that upon itself.
#[test]
fn ticks_of_an_axis() {
    for (text, label, group) in [
        ("2020-10-01/P3M", "Ch3", "2020/21"),
        ("2020-12-01/P1M", "Rhagfyr", "2020"),
        ("2021-03-31", "2021", "31 Mawrth"),
        ("2020-04-01/P1Y", "2020/21", ""),
        ("2020-09-01/P1Y", "2020/21", "blwyddyn academaidd"),
        ("2020-10-01/P1Y", "2020/21", "Hydref i fis Medi"),
        ("2020-07-01/P1Y", "2020/21", "Gorffennaf i fis Mehefin"),
        ("2020-06-15/P1Y", "15 Mehefin 2020 i 14 Mehefin 2021", ""),
        ("undated", "Dim dyddiad wedi'i nodi", ""),
    ] {
        let found = periods::tick(Lang::Cy, period(text));
        assert_eq!((found.0.as_str(), found.1.as_str()), (label, group), "{text}");
    }
}

/// By twenties: "unfed ar ddeg", "deuddegfed", "unfed ar hugain", "deugeinfed".
#[test]
fn ordinals() {
    let ordinal = |number| number::ordinal(Lang::Cy, number);
    for expect in [
        "1af 2il 3ydd 4ydd 5ed 6ed 7fed 8fed 9fed 10fed",
        "11eg 12fed 13eg 14eg 15fed 16eg 17eg 18fed 19eg 20fed",
        "21ain 22ain 25ain 29ain 30ain 31ain 32ain 38ain 39ain 40fed",
        "41ain 45ain 49ain 50fed 51ain 55ain 59ain 60fed",
        "61ain 65ain 70ain 71ain 75ain 79ain 80fed",
        "81ain 90ain 91ain 95ain 99ain 100fed",
        "101fed 102il 103ydd 105ed 108fed 110fed 111eg 112fed 120fed 121ain 140fed 142ain 200fed 1,012fed",
    ] {
        let numbers =
            expect.split(' ').map(|one| one.replace(',', "").trim_end_matches(char::is_alphabetic).parse().unwrap());
        assert_eq!(numbers.map(ordinal).collect::<Vec<_>>().join(" "), expect);
    }
}

#[test]
fn ranks_among_many() {
    let rank = |place, sharing| Some(Rank { place, sharing, of: 151 });
    for (rank, polarity, lacking, english, welsh) in [
        (
            rank(142, 1),
            Polarity::Lower,
            0,
            "Ayton ranks 142 of 151 areas, where 1 is the best.",
            "Ayton: safle 142 o 151 ardal, lle 1 yw'r gorau.",
        ),
        (
            rank(3, 2),
            Polarity::Neither,
            1,
            "Ayton shares rank 3 of 151 areas, where 1 is the highest. 1 more area has no figure.",
            "Ayton: safle cydradd 3 o 151 ardal, lle 1 yw'r uchaf. Heb ffigur: 1 ardal arall.",
        ),
        (None, Polarity::Neither, 2, "2 more areas have no figure.", "Heb ffigur: 2 ardal arall."),
    ] {
        let said = |lang| chart::rank(lang, "Ayton", rank, polarity, lacking);
        assert_eq!([said(Lang::En), said(Lang::Cy)], [english, welsh]);
    }
}

/// "Ac" before a vowel, and no "a" before what it would change.
#[test]
fn lists() {
    for (parts, expect) in [
        ("Bexley", "Bexley"),
        ("Bexley Medway", "Bexley a Medway"),
        ("Bexley Medway Essex", "Bexley, Medway ac Essex"),
        ("Bexley Kent", "Bexley, Kent"),
        ("Bexley Torbay", "Bexley, Torbay"),
        ("Bexley Cumbria", "Bexley, Cumbria"),
        ("Bexley York", "Bexley, York"),
        ("Bexley Ynys\u{a0}Môn", "Bexley ac Ynys\u{a0}Môn"),
        ("Bexley Wrecsam", "Bexley a Wrecsam"),
        ("5 8", "5, 8"),
        ("", ""),
    ] {
        let parts: Vec<String> = parts.split(' ').map(str::to_owned).collect();
        assert_eq!(sentence::listed(Lang::Cy, &parts), expect);
    }
}

#[test]
fn the_overview_in_a_sentence() {
    for (counts, expect) in [
        ([0, 0, 0, 0], "Nid oes gan unrhyw ddangosydd yma gyfeiriad yn ogystal â ffigur cynharach i gymharu ag ef."),
        (
            [1, 0, 0, 0],
            "O'r unig ddangosydd sydd â chyfeiriad a ffigur cynharach, ers y cyfnod blaenorol: 1 wedi gwella, 0 wedi gwaethygu.",
        ),
        (
            [1, 1, 0, 0],
            "O'r 2 ddangosydd sydd â chyfeiriad a ffigur cynharach, ers y cyfnod blaenorol: 1 wedi gwella, 1 wedi gwaethygu.",
        ),
        (
            [5, 4, 3, 2],
            "O'r 14 dangosydd sydd â chyfeiriad a ffigur cynharach, ers y cyfnod blaenorol: 5 wedi gwella, 4 wedi gwaethygu, 3 heb newid, 2 heb newid yn glir.",
        ),
    ] {
        assert_eq!(sentence::overview(Lang::Cy, counts), expect);
    }
}

/// Parts, totals and methods, which no single figure tells.
#[test]
fn beside_a_figure() {
    let demo = demo();
    let query = Query { lang: Lang::Cy, ..Query::initial(&demo) };
    let (ix, outturn) = demo.indexed_indicators().find(|(_, indicator)| indicator.id == "outturn").unwrap();
    let sight = Sight::new(&demo, &query, outturn, MeasureIx(1), 0);
    let said = |lang| sums::sums(sight).map(|sum| sums::sentence(lang, &sum, &outturn.measures[1].unit)).unwrap();
    assert_eq!(
        said(Lang::Cy),
        "Cyfanswm y rhannau yw £27.019 miliwn, sef £1 mil yn fwy na'r cyfanswm a gyhoeddwyd; gall talgrynnu yn unig wneud gwahaniaeth o hyd at £2 fil."
    );
    let query = Query { view: View::of(ix), ..query };
    let model = IndicatorModel::new(&demo, &query, ix, MeasureIx(1)).unwrap();
    assert_eq!(
        model.sentence,
        "Children's Services (non-schools) yn 2020/21: £603 mil (2.2%) o dan y gyllideb, forecast £27.018 miliwn yn erbyn cyllideb o £27.622 miliwn. Dyna'r amrywiant a gyhoeddwyd; y gwahaniaeth rhwng y ffigurau eraill a gyhoeddwyd (forecast, cyllideb) yw £604 mil."
    );
    let picture = Picture::new(&demo, &query, &model, &model.charts[0]);
    assert!(picture.notes.iter().any(|note| note.starts_with("Ffynhonnell: ")), "{:?}", picture.notes);
}

#[test]
fn a_method_that_decides() {
    let (median, mean) = ((Method::Median, decimal("62")), (Method::Mean, decimal("69.4")));
    let rate = unit(UnitKind::Rate { per: 10_000 });
    let said = method::moves(Lang::Cy, "Cymdogion", median, mean, ("England", decimal("69")), &rate);
    let expect = "Y dull sy'n penderfynu a yw'r grŵp Cymdogion uwchlaw ynteu islaw ffigur England (69): canolrif 62, cymedr 69.4.";
    assert_eq!(said.as_deref(), Some(expect));
}

/// The whole of the demo and of everything that the format has: each sentence of the one language has the numbers of the
/// other's.
#[test]
fn the_demo_says_the_same() {
    for file in [crate::given::DEMO, crate::given::EVERYTHING] {
        let dataset = dataset(file);
        for (ix, _) in dataset.indexed_indicators() {
            let say = |lang| {
                let query = Query { lang, view: View::of(ix), ..Query::initial(&dataset) };
                let model = IndicatorModel::new(&dataset, &query, ix, MeasureIx(0)).unwrap();
                let mut said = vec![model.sentence];
                said.extend(model.decisions);
                said.extend(model.notes);
                said.extend(model.revisions);
                for table in model.tables {
                    said.push(table.caption);
                    said.extend(table.columns.into_iter().map(|column| column.heading));
                    for row in table.rows {
                        said.push(row.heading);
                        said.extend(row.cells.into_iter().flat_map(|cell| [cell.text, cell.aside]));
                    }
                }
                said
            };
            let (english, welsh) = (say(Lang::En), say(Lang::Cy));
            assert_eq!(english.len(), welsh.len());
            assert!(is_said_alike(&english[0], &welsh[0]), "{}\n{}", english[0], welsh[0]);
            for (english, welsh) in english.iter().zip(&welsh) {
                assert_eq!(numbers(english), numbers(welsh), "{english}\n{welsh}");
            }
        }
        let all = |lang| format!("{:?}", OverviewModel::new(&dataset, &Query { lang, ..Query::initial(&dataset) }));
        assert_eq!(numbers(&all(Lang::En)), numbers(&all(Lang::Cy)));
    }
}

/// No text is missing in one of the languages, is English in both, or has a place that only one of them fills.
#[test]
fn the_table_is_complete() {
    // Words that only one of the languages needs: Welsh begins with the verb, and has a noun before names.
    assert_eq!(Text::TABLE.faults(&["It", "", " is "]), Vec::<String>::new());
    assert_eq!(rules(Lang::Cy).len(), rules(Lang::En).len());
    for (welsh, english) in rules(Lang::Cy).iter().zip(rules(Lang::En)) {
        assert!(welsh.text != english.text && welsh.heading != english.heading, "{welsh:?}");
    }
}

kpi_core::texts! {
    /// Faults.
    enum Faulty {
        Sound: "{0} and {1}", "{1} a {0}";
        Untranslated: "English";
        Same: "same", "same";
        Empty: "empty", "";
        Places: "{0} of {1}", "{0}";
        Meant: "%", "%";
    }
}

#[test]
fn faults_of_a_table_are_found() {
    let faults = Faulty::TABLE.faults(&["%"]);
    let expect = [r#""English", "English""#, r#""same", "same""#, r#""empty", """#, r#""{0} of {1}", "{0}""#];
    assert_eq!(faults, expect);
    let said = [Faulty::Sound, Faulty::Untranslated, Faulty::Same, Faulty::Empty, Faulty::Places, Faulty::Meant];
    let said = said.map(|text| text.say(Lang::Cy));
    assert_eq!(said, ["{1} a {0}", "English", "same", "", "{0}", "%"]);
}
