//! The table of widths against the font it stands for.

use kpi_chart::{FixedMetrics, Metrics, Weight};

/// Widths in font sizes of Liberation Sans 2.1, which has Arial's: regular and bold.
const MEASURED: [(&str, f64, f64); 13] = [
    ("70% Isle of Wight", 7.781, 8.214),
    ("85% Statistical neighbours", 11.785, 12.726),
    ("Bournemouth, Christchurch and Poole", 16.954, 18.390),
    ("1,097.3", 3.336, 3.336),
    ("−374", 2.252, 2.252),
    ("Axis does not start at zero", 11.561, 12.503),
    ("Access, Resources & Business Development", 20.009, 21.454),
    ("Year to 31 March 2021", 10.081, 10.451),
    ("£27,018 thousand", 8.007, 8.392),
    ("illicit lilliput", 4.668, 5.500),
    ("WMWM", 3.554, 3.554),
    ("Q4 2020/21", 5.227, 5.227),
    ("Initial child protection conferences", 15.064, 16.559),
];

#[test]
fn right_to_a_few_per_cent() {
    for (text, regular, bold) in MEASURED {
        for (weight, measured) in [(Weight::Regular, regular), (Weight::Bold, bold)] {
            let width = FixedMetrics.width(text, 1.0, weight);
            let error = width / measured - 1.0;
            assert!(error.abs() < 0.04, "{text} in {weight:?}: {width:.3} for {measured:.3}");
        }
    }
}

#[test]
fn more_text_is_wider_and_bold_is_never_narrower() {
    for (text, ..) in MEASURED {
        let mut before = 0.0;
        for (end, character) in text.char_indices() {
            let width = FixedMetrics.width(&text[..end + character.len_utf8()], 14.0, Weight::Regular);
            assert!(width > before, "{text}");
            before = width;
        }
        assert!(FixedMetrics.width(text, 14.0, Weight::Bold) >= before);
    }
}

#[test]
fn width_grows_with_size() {
    let width = |size| FixedMetrics.width("Isle of Wight", size, Weight::Bold);
    assert!((width(28.0) - 2.0 * width(14.0)).abs() < 1e-9);
    assert_eq!(FixedMetrics.width("", 14.0, Weight::Regular), 0.0);
}

#[test]
fn figures_are_as_wide_in_bold() {
    let width = |weight| FixedMetrics.width("0123456789", 14.0, weight);
    assert_eq!(width(Weight::Regular), width(Weight::Bold));
}
