//! WCAG 2.2: text 4.5 to 1, figures 3 to 1, in every theme.

use kpi_chart::{Colour, Theme};
use kpi_core::view::Tone;

const TONES: [Tone; 10] = [
    Tone::Focus,
    Tone::Part,
    Tone::Comparator(0),
    Tone::Comparator(1),
    Tone::Comparator(2),
    Tone::Comparator(3),
    Tone::Comparator(4),
    Tone::Comparator(255),
    Tone::Plan,
    Tone::Other,
];

/// The contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it.
fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance, from 0 to 1, as WCAG 2.2 defines it.
fn luminance(colour: Colour) -> f64 {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.channels().map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn check(theme: &Theme) {
    let at_least = |least: f64, what: &str, colour: Colour, ground: Colour| {
        let contrast = contrast(colour, ground);
        assert!(contrast >= least, "{what}: {contrast:.2}, at least {least}");
    };
    at_least(4.5, "ink", theme.ink, theme.ground);
    at_least(4.5, "muted text", theme.muted, theme.ground);
    for tone in TONES {
        let colours = theme.tone(tone);
        at_least(3.0, &format!("line of {tone:?}"), colours.graphic, theme.ground);
        at_least(4.5, &format!("name of {tone:?}"), colours.text, theme.ground);
        at_least(4.5, &format!("value upon {tone:?}"), theme.upon(tone), colours.graphic);
    }
    // These carry nothing; they only have to be behind what does.
    for behind in [theme.grid, theme.rule] {
        assert!(
            TONES.iter().all(|tone| contrast(theme.tone(*tone).graphic, theme.ground) > contrast(behind, theme.ground))
        );
    }
}

#[test]
fn light() {
    check(&Theme::LIGHT);
}

#[test]
fn dark() {
    check(&Theme::DARK);
}

#[test]
fn forced() {
    check(&Theme::forced(Colour(0x000000), Colour(0xFFFF00)));
    check(&Theme::forced(Colour(0xFFFFFF), Colour(0x000000)));
}

#[test]
fn the_light_theme_is_the_specified_one() {
    let theme = Theme::LIGHT;
    let graphic = |tone| theme.tone(tone).graphic;
    assert_eq!(graphic(Tone::Focus), Colour(0x12436D));
    assert_eq!(graphic(Tone::Comparator(0)), Colour(0x28A197));
    assert_eq!(graphic(Tone::Comparator(1)), Colour(0x801650));
    assert_eq!(graphic(Tone::Comparator(2)), Colour(0xF46A25));
    assert_eq!(graphic(Tone::Comparator(3)), Colour(0x3D3D3D));
    assert_eq!(theme.grid, Colour(0xD9D9D9));
}

#[test]
fn the_quick_contrast_is_near_the_exact_one() {
    let theme = Theme::LIGHT;
    for tone in TONES {
        let colour = theme.tone(tone).graphic;
        for other in [theme.ink, theme.ground] {
            let (quick, exact) = (colour.contrast(other), contrast(colour, other));
            assert!((quick / exact - 1.0).abs() < 0.2, "{colour:?}: {quick:.2} for {exact:.2}");
        }
    }
}

#[test]
fn contrast_as_wcag_reckons_it() {
    let (black, white) = (Colour(0x000000), Colour(0xFFFFFF));
    assert_eq!(contrast(black, white), 21.0);
    assert_eq!(contrast(white, white), 1.0);
    // The grey that everybody quotes.
    assert!((contrast(Colour(0x767676), white) - 4.54).abs() < 0.005);
}

#[test]
fn colours_as_browsers_compute_them() {
    let check = |css: &str, expect: Option<Colour>| assert_eq!(Colour::from_computed(css), expect, "{css}");
    check("rgb(18, 67, 109)", Some(Colour(0x12436D)));
    check("rgba(18, 67, 109, 0.5)", None);
    check("rgba(0, 0, 0, 0)", None);
    check("color(srgb 0.07 0.26 0.43)", None);
    check("CanvasText", None);
    check("rgb(18, 67)", None);
    check("rgb(300, 0, 0)", None);
    check("", None);
}
