//! Pictures keep inside them what a reader needs who has nothing else.

use crate::given::{EVERYTHING, dataset, demo, many_areas, with};
use expect_test::{Expect, expect};
use kpi_core::model::{Dataset, MeasureIx};
use kpi_core::query::fragment::find_indicator;
use kpi_core::query::{Query, View};
use kpi_core::view::{IndicatorModel, Picture};

fn check(dataset: &Dataset, id: &str, chart: usize, expect: &Expect) {
    let ix = find_indicator(id, dataset).unwrap();
    let query = Query { view: View::of(ix), ..Query::initial(dataset) };
    let model = IndicatorModel::new(dataset, &query, ix, MeasureIx(0)).unwrap();
    let picture = Picture::new(dataset, &query, &model, &model.charts[chart]);
    let mut lines = vec![picture.title, picture.sentence, picture.subtitle];
    lines.extend(picture.notes);
    expect.assert_eq(&lines.join("\n"));
}

#[test]
fn with_symbols_groups_limits_and_a_licence() {
    // Bars want two figures.
    let dataset = dataset(&with(EVERYTHING, "[null, 1e1", "[65, 1e1"));
    check(
        &dataset,
        "symbols",
        0,
        &expect![[r#"
            Symbols and marks
            70.0% in Q4 2020/21 (provisional, derived and not itself published, likely to be between 65.5% and 74.5%). It is 5.0 percentage points higher than England (65%), which is better. It misses the target of 75% by 5.0 percentage points. It cannot be compared with Q3 (not exact). No figure is published here for statistical neighbours (not applicable). Higher is better.
            Per cent, Q1 2020/21 to Q4 2020/21
            Statistical neighbours, median of Beeton and Ceeton (Ayton's ten, 2020).
            c: confidential; z: not applicable; low: rounds to zero; u: too unreliable to publish; [p]: provisional; [r]: revised; [e]: estimated; [f]: forecast; [b]: not comparable with earlier figures; [u]: low reliability; [d]: derived, not published; hollow: provisional, estimated or forecast; band or thin stroke: confidence limits, between which the true figure probably lies.
            Source: Source, page 7, http://source.example. Published by Ayton Council.
            Licence: Open Government Licence v3.0."#]],
    );
    check(
        &dataset,
        "symbols",
        1,
        &expect![[r#"
            Symbols and marks
            70.0% in Q4 2020/21 (provisional, derived and not itself published, likely to be between 65.5% and 74.5%). It is 5.0 percentage points higher than England (65%), which is better. It misses the target of 75% by 5.0 percentage points. It cannot be compared with Q3 (not exact). No figure is published here for statistical neighbours (not applicable). Higher is better.
            Per cent, Q4 2020/21
            Statistical neighbours, median of Beeton and Ceeton (Ayton's ten, 2020).
            z: not applicable; [p]: provisional; [d]: derived, not published; hollow: provisional, estimated or forecast; band or thin stroke: confidence limits, between which the true figure probably lies.
            Source: Source, page 7, http://source.example. Published by Ayton Council.
            Licence: Open Government Licence v3.0."#]],
    );
    check(
        &dataset,
        "money",
        1,
        &expect![[r#"
            Money
            Money in 2020/21: 0.8% under budget, outturn over £1.1905 million (forecast) against a budget of £1.200 million. Budget is up £200 thousand since 2019/20 (£1.000 million). It is £50 thousand above the target of £1.150 million. It is not defined whether higher or lower is better.
            £ thousand
            [f]: forecast; hollow: provisional, estimated or forecast.
            Source: Ayton Council.
            Licence: Open Government Licence v3.0."#]],
    );
}

#[test]
fn of_the_demo() {
    check(
        &demo(),
        "icpc-in-time",
        0,
        &expect![[r#"
            Initial child protection conferences within timescales
            70% in Q4 2020/21, down 9 percentage points since Q3 (79%), which is worse. It has got worse for 3 quarters in a row. No figure is published here for statistical neighbours, South East or England. Higher is better.
            Per cent, Q1 2020/21 to Q4 2020/21
            Source: Isle of Wight Council, “Children's Social Care Performance Quarter Three and Four 2020/2021” (slides), slide “Performance- timely response”."#]],
    );
    check(
        &demo(),
        "children-looked-after",
        0,
        &expect![[r#"
            Children looked after
            107 per 10,000 in 2020. It is higher than statistical neighbours (78.5), South East (53) and England (67). There is no earlier figure to compare with. It is not defined whether higher or lower is better.
            Rate per 10,000, 2020
            Statistical neighbours, as published.
            Source: Isle of Wight Council, “Children's Social Care Performance Quarter Three and Four 2020/2021” (slides), slide “Local context” (the second of two with this title), table, row “Children looked after (per 10,000)”."#]],
    );
    check(
        &demo(),
        "outturn",
        0,
        &expect![[r#"
            Budget and outturn by service area
            Children's Services (non-schools) in 2020/21: £603 thousand (2.2%) under budget, forecast £27.018 million against a budget of £27.622 million. That is the published variance; the published forecast and budget themselves differ by £604 thousand.
            £ thousand, 2020/21
            Source: Isle of Wight Council, “Children's Social Care Performance Quarter Three and Four 2020/2021” (slides), slide “Finance – Quarter 4 20/21 Outturn Position”, table."#]],
    );
}

#[test]
fn of_many_areas() {
    check(
        &dataset(&many_areas(30)),
        "rate",
        0,
        &expect![[r#"
        Rate
        107 per 10,000 in 2020 (likely to be between 95 and 120). It is 30 higher than statistical neighbours' median (77, from 3 areas), which is worse, and similar to Area 4 (98), given the confidence limits. It is the second worst of 4, counting its statistical neighbours. There is no earlier figure to compare with. Lower is better.
        Rate per 10,000, 2020
        Statistical neighbours, median of Area 0, Area 1 and Area 2.
        –: not published; c: confidential; band or thin stroke: confidence limits, between which the true figure probably lies.
        Source: Isle of Wight Council."#]],
    );
}
