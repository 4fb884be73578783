//! Labels move apart.

use kpi_chart::spread;
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, prop_assert, proptest};
use proptest::test_runner::RngSeed;

fn middles(labels: &[(f64, f64)], to: f64) -> Vec<f64> {
    let mut labels = labels.to_vec();
    spread(&mut labels, 0.0, to);
    labels.into_iter().map(|(middle, _)| middle).collect()
}

fn check(labels: &[(f64, f64)], expect: &[f64]) {
    assert_eq!(middles(labels, 100.0), expect);
}

#[test]
fn they_stay_where_they_do_not_touch() {
    check(&[(20.0, 10.0), (80.0, 10.0), (50.0, 10.0)], &[20.0, 80.0, 50.0]);
}

#[test]
fn they_share_the_way_they_have_to_go() {
    check(&[(50.0, 10.0), (50.0, 10.0)], &[45.0, 55.0]);
    check(&[(52.0, 10.0), (50.0, 10.0), (54.0, 10.0)], &[52.0, 42.0, 62.0]);
}

#[test]
fn they_stay_within() {
    check(&[(0.0, 10.0), (1.0, 10.0)], &[5.0, 15.0]);
    check(&[(100.0, 10.0), (99.0, 20.0)], &[95.0, 80.0]);
    check(&[], &[]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(0), ..ProptestConfig::default() })]

    #[test]
    fn never_overlap_keep_order_and_stay_within(labels in vec((-50.0..450.0, 10.0..50.0), 0..12)) {
        let middles = middles(&labels, 400.0);
        prop_assert!(middles.len() == labels.len());
        let mut order: Vec<usize> = (0..labels.len()).collect();
        order.sort_by(|one, other| labels[*one].0.total_cmp(&labels[*other].0));
        let top = |position: usize| middles[position] - labels[position].1 / 2.0;
        let bottom = |position: usize| middles[position] + labels[position].1 / 2.0;
        for pair in order.windows(2) {
            prop_assert!(bottom(pair[0]) <= top(pair[1]) + 1e-9);
        }
        if labels.iter().map(|label| label.1).sum::<f64>() <= 400.0 {
            for position in order {
                prop_assert!(top(position) >= -1e-9 && bottom(position) <= 400.0 + 1e-9);
            }
        }
    }
}
