use crate::given::{decimal, holds, with};
use kpi_core::model::{AreaIx, Decimal, MeasureIx, Polarity};
use kpi_core::query::{Query, Rank, Ranking, Sight};
use proptest::collection::vec;
use proptest::prelude::prop_assert_eq;

/// own and others, place, sharing, of: by polarity higher and lower
#[test]
fn equal_figures_share_a_place_and_the_places_behind_stay_empty() {
    for (numbers, higher, lower) in [
        ("5", (1, 1, 1), (1, 1, 1)),
        ("5 4 3", (1, 1, 3), (3, 1, 3)),
        ("5 4 3 2", (1, 1, 4), (4, 1, 4)),
        ("4 5 3 2", (2, 1, 4), (3, 1, 4)),
        ("4 5 4.0 3", (2, 2, 4), (2, 2, 4)),
        ("4 5 4.00 4 3", (2, 3, 5), (2, 3, 5)),
        ("4 4 4 4 4 4 4 4", (1, 8, 8), (1, 8, 8)),
        ("-1 -2 0 1", (3, 1, 4), (2, 1, 4)),
        ("7 8 6 5 4 3 2 1", (2, 1, 8), (7, 1, 8)),
        ("6 8 7 5 4 3 2 1", (3, 1, 8), (6, 1, 8)),
        ("3 8 7 6 5 4 2 1", (6, 1, 8), (3, 1, 8)),
        ("2 8 7 6 5 4 3 1", (7, 1, 8), (2, 1, 8)),
    ] {
        let all: Vec<Decimal> = numbers.split(' ').map(decimal).collect();
        for (polarity, expect) in [(Polarity::Higher, higher), (Polarity::Neither, higher), (Polarity::Lower, lower)] {
            let Rank { place, sharing, of } = Ranking::new(all.clone()).rank(all[0], polarity);
            assert_eq!((place, sharing, of), expect, "{numbers} {polarity:?}");
        }
    }
}

/// The places of all of a list, by sorting it.
fn by_sorting(all: &[Decimal], polarity: Polarity) -> Vec<Rank> {
    let mut sorted = all.to_vec();
    sorted.sort_by(|one, other| if polarity == Polarity::Lower { one.cmp(other) } else { other.cmp(one) });
    let place = |number: &Decimal| sorted.iter().position(|other| other == number).unwrap() + 1;
    let rank = |number: &Decimal| Rank {
        place: place(number),
        sharing: all.iter().filter(|other| *other == number).count(),
        of: all.len(),
    };
    all.iter().map(rank).collect()
}

#[test]
fn agrees_with_sorting() {
    holds(3000, (vec((-9..9_i64, 0..3_u8), 1..30), 0..3_usize), |(numbers, polarity)| {
        let polarity = [Polarity::Higher, Polarity::Lower, Polarity::Neither][polarity];
        let all: Vec<Decimal> = numbers.iter().map(|(mantissa, decimals)| Decimal::new(*mantissa, *decimals)).collect();
        let ranking = Ranking::new(all.clone());
        for (own, expect) in all.iter().zip(by_sorting(&all, polarity)) {
            prop_assert_eq!(ranking.rank(*own, polarity), expect);
        }
        Ok(())
    });
}

/// Areas without a number have no place, an area is not ranked against itself, and what is shown alike has one place.
#[test]
fn the_rank_of_an_area() {
    let file = r#"{ "kpi": "1.0", "title": "T", "publisher": { "name": "P" },
      "areas": [ { "id": "A", "name": "A", "role": "focus" }, { "id": "B", "name": "B" }, { "id": "C", "name": "C" },
                 { "id": "D", "name": "D" }, { "id": "E", "name": "E" }, { "id": "F", "name": "F" } ],
      "topics": [ { "id": "t", "name": "T" } ],
      "indicators": [ { "id": "i", "topic": "t", "name": "I", "unit": { "kind": "percent", "decimals": 0 },
        "polarity": "higher", "periods": ["2020", "2021"], "series": [
        { "area": "A", "values": [70.4, "c"] }, { "area": "B", "values": [69.6, 1] }, { "area": "C", "values": ["c", 2] },
        { "area": "D", "values": [80, 3] }, { "area": "E", "values": [60, 4] } ] } ] }"#;
    let ranked = |file: &str, position| {
        let dataset = crate::given::dataset(file);
        let query = Query::initial(&dataset);
        let areas: Vec<AreaIx> = (0..6).map(AreaIx).collect();
        let sight = Sight::new(&dataset, &query, &dataset.indicators[0], MeasureIx(0), position);
        sight.rank(&areas)
    };
    assert_eq!(ranked(file, 0), Some(Rank { place: 2, sharing: 2, of: 4 }));
    assert_eq!(ranked(file, 1), None);
    let exact = with(file, r#", "decimals": 0"#, "");
    assert_eq!(ranked(&exact, 0), Some(Rank { place: 2, sharing: 1, of: 4 }));
    let lower = with(&exact, r#""higher""#, r#""lower""#);
    assert_eq!(ranked(&lower, 0), Some(Rank { place: 3, sharing: 1, of: 4 }));
}
