//! Round numbers on the value axis.

use crate::fixtures::{count, percent, rate, thousand_pounds};
use kpi_chart::Ticks;
use kpi_core::model::Unit;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, proptest};
use proptest::test_runner::RngSeed;

/// From the top, as they stand in the picture.
fn check(low: f64, high: f64, unit: &Unit, at_most: usize, expect: &str) {
    let mut labels: Vec<String> =
        Ticks::new(low, high, unit, at_most).labelled(unit).into_iter().map(|(_, label)| label).collect();
    labels.reverse();
    assert_eq!(labels.join(" "), expect, "{low} to {high}");
}

#[test]
fn round_numbers() {
    check(70.0, 91.0, &percent(), 6, "100% 90 80 70 60");
    check(90.0, 94.0, &percent(), 6, "100% 95 90 85");
    check(53.0, 107.0, &rate(), 6, "125 100 75 50 25 0");
    check(167.2, 262.3, &rate(), 6, "275 250 225 200 175 150");
    check(0.0, 1e9, &count(), 6, "1,000,000,000 800,000,000 600,000,000 400,000,000 200,000,000 0");
    check(0.0, 1e9, &count(), 3, "1,000,000,000 500,000,000 0");
    check(-374.0, 603.0, &thousand_pounds(), 6, "£750 k 500 250 0 −250 −500");
    check(0.2, 0.9, &rate(), 6, "1.0 0.8 0.6 0.4 0.2 0.0");
}

#[test]
fn percentages_start_at_zero_when_they_are_near_it_and_end_at_a_hundred() {
    check(7.1, 7.3, &percent(), 6, "8% 6 4 2 0");
    check(12.0, 16.4, &percent(), 6, "20% 15 10 5 0");
    check(99.0, 100.0, &percent(), 6, "100% 98 96 94 92 90");
    check(100.0, 100.0, &percent(), 3, "100% 95 90");
    check(95.0, 104.0, &percent(), 6, "105% 100 95 90");
    check(-22.9, -8.3, &percent(), 6, "0% −5 −10 −15 −20 −25");
}

#[test]
fn equal_values_stand_in_the_middle_and_never_below_zero() {
    check(94.0, 94.0, &percent(), 6, "100% 95 90 85");
    check(0.0, 0.0, &percent(), 6, "10% 8 6 4 2 0");
    check(0.0, 0.0, &count(), 6, "2 1 0");
    check(1.0, 1.0, &count(), 6, "2 1 0");
    check(188.0, 188.0, &count(), 6, "200 195 190 185 180 175");
    check(-56.0, -56.0, &thousand_pounds(), 6, "−£52 k −54 −56 −58 −60");
}

#[test]
fn nobody_counts_halves() {
    check(0.0, 1.0, &count(), 6, "2 1 0");
    check(3.0, 4.0, &count(), 6, "4 3 2");
}

#[test]
fn what_is_no_number_does_no_harm() {
    for (low, high) in [(f64::NAN, 1.0), (f64::NEG_INFINITY, f64::INFINITY), (-1e300, 1e300), (0.0, 1e-300)] {
        assert!(Ticks::new(low, high, &rate(), 6).labelled(&rate()).len() < 10_000, "{low} to {high}");
    }
}

fn range() -> impl Strategy<Value = (f64, f64)> {
    (-1e6..1e6, 0.0..1e6, -12..9).prop_map(|(low, span, power): (f64, f64, i32)| {
        let size = 10_f64.powi(power);
        (low * size, (low + span) * size)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(0), ..ProptestConfig::default() })]

    #[test]
    fn three_to_six_that_cover_the_values((low, high) in range(), at_most in 3_usize..=6) {
        for unit in [percent(), rate(), count()] {
            let ticks = Ticks::new(low, high, &unit, at_most);
            let values: Vec<f64> = ticks.labelled(&unit).into_iter().map(|(value, _)| value).collect();
            prop_assert!((3..=at_most).contains(&values.len()), "{values:?}");
            let slack = (ticks.high() - ticks.low()) * 1e-6;
            prop_assert!(ticks.low() <= low + slack && high <= ticks.high() + slack, "{values:?}");
            prop_assert!(low < 0.0 || ticks.low() >= 0.0, "{values:?}");
            prop_assert!(low < 0.0 || high > 100.0 || unit != percent() || ticks.high() <= 100.0 + slack, "{values:?}");
        }
    }

    #[test]
    fn labels_say_what_the_lines_show((low, high) in range()) {
        let unit = rate();
        for (value, label) in Ticks::new(low, high, &unit, 6).labelled(&unit) {
            let said: f64 = label.replace(',', "").replace('\u{2212}', "-").parse().unwrap();
            prop_assert!((said - value).abs() <= value.abs() * 1e-9 + 1e-12, "{label} at {value}");
        }
    }
}
