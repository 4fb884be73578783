//! Where marks lie, for charts of any shape on surfaces of any size.

use crate::fixtures::{KEY, bar, count, percent, rate, thousand_pounds};
use kpi_chart::{
    Anchor, FixedMetrics, Mark, Metrics, Placed, Rect, Size, TextRole, Weight, Xy, place, suggested_height,
};
use kpi_core::model::Unit;
use kpi_core::view::{BarChart, ChartModel, Line, LineChart, LineForm, PeriodTick, Point, Tone};
use kpi_core::words::Lang;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::test_runner::RngSeed;

fn unit() -> impl Strategy<Value = Unit> {
    prop_oneof![Just(percent()), Just(count()), Just(rate()), Just(thousand_pounds())]
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => 0.0..100.0,
        2 => -1000.0..1000.0,
        1 => Just(0.0),
        1 => 0.0..1e9,
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
        1 => Just(-1e300),
    ]
}

fn point() -> impl Strategy<Value = Point> {
    let value = |(number, provisional, limits, is_break): (f64, bool, Option<(f64, f64)>, bool)| {
        let limits = limits.map(|(below, above)| (number - below.abs(), number + above.abs()));
        Point::Value { number, text: format!("{number:.1}"), provisional, limits, is_break }
    };
    let missing = |symbol: &str| Point::Missing { symbol: symbol.to_owned(), reason: "not published".to_owned() };
    prop_oneof![
        6 => (number(), any::<bool>(), option::of((number(), number())), proptest::bool::weighted(0.1)).prop_map(value),
        1 => prop_oneof![Just("c"), Just("low"), Just("–"), Just("")].prop_map(missing),
    ]
}

fn name() -> impl Strategy<Value = String> {
    vec("[A-Z]?[a-z]{1,14}", 1..7).prop_map(|words| words.join(" "))
}

fn tone(position: usize) -> Tone {
    match position {
        0 => Tone::Focus,
        _ => Tone::Comparator(u8::try_from(position - 1).unwrap()),
    }
}

fn line_chart() -> impl Strategy<Value = LineChart> {
    let lines = |periods: usize| vec((name(), vec(point(), periods)), 0..8);
    let group = || prop_oneof![Just(String::new()), Just("2020/21".to_owned()), Just("2021/22".to_owned())];
    let ticks = move |periods: usize| {
        vec((prop_oneof!["Q[1-4]", "20[0-9]{2}", Just("Year to 31 March 2021".to_owned())], group()), periods)
    };
    (0_usize..50).prop_flat_map(move |periods| {
        (unit(), ticks(periods), lines(periods), option::of(0..periods.max(1)), vec(option::of(number()), 0..50))
            .prop_map(|(unit, ticks, lines, chosen, targets)| {
                let line = |(position, (name, points))| Line { name, tone: tone(position), key: KEY, points };
                LineChart {
                    lang: Lang::En,
                    title: String::new(),
                    subtitle: String::new(),
                    unit,
                    periods: ticks
                        .into_iter()
                        .enumerate()
                        .map(|(position, (label, group))| PeriodTick { label, group, position })
                        .collect(),
                    lines: lines.into_iter().enumerate().map(line).collect(),
                    targets,
                    chosen,
                    form: LineForm::Course,
                }
            })
    })
}

fn bar_chart() -> impl Strategy<Value = BarChart> {
    (unit(), vec((name(), point()), 0..14)).prop_map(|(unit, bars)| {
        let bar = |(position, (name, point)): (usize, (String, Point))| bar(&name, tone(position), point);
        let bars = bars.into_iter().enumerate().map(bar).collect();
        BarChart {
            lang: Lang::En,
            title: String::new(),
            subtitle: String::new(),
            unit,
            name: String::new(),
            marks: Vec::new(),
            bars,
        }
    })
}

/// What a mark covers, with the size of markers and the height of text.
fn bounds(mark: &Mark) -> Rect {
    let around = |points: &[Xy], reach: f64| Rect {
        left: points.iter().map(|point| point.x).fold(f64::INFINITY, f64::min) - reach,
        right: points.iter().map(|point| point.x).fold(f64::NEG_INFINITY, f64::max) + reach,
        top: points.iter().map(|point| point.y).fold(f64::INFINITY, f64::min) - reach,
        bottom: points.iter().map(|point| point.y).fold(f64::NEG_INFINITY, f64::max) + reach,
    };
    match mark {
        Mark::Rule { from, to, .. } | Mark::Leader { from, to, .. } => around(&[*from, *to], 0.0),
        Mark::Line { points, .. } | Mark::Band { corners: points } => around(points, 0.0),
        Mark::Whisker { from, to } => around(&[*from, *to], 0.0),
        Mark::Marker { at, .. } => around(&[*at], 6.0),
        Mark::Dot { at, radius } => around(&[*at], *radius),
        Mark::Bar { rect, .. } => *rect,
        Mark::Text { at, text, size, anchor, role } => {
            let width = FixedMetrics.width(text, *size, role.weight());
            let left = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - width / 2.0,
                Anchor::End => at.x - width,
            };
            Rect { left, right: left + width, top: at.y - size / 2.0, bottom: at.y + size / 2.0 }
        }
    }
}

fn check_within(placed: &Placed) {
    for mark in &placed.marks {
        let Rect { left, top, right, bottom } = bounds(mark);
        let inside = left >= -0.01 && top >= -0.01;
        let inside = inside && right <= placed.size.width + 0.01 && bottom <= placed.size.height + 0.01;
        assert!(inside, "{mark:?} is not on {:?}", placed.size);
    }
}

fn check_texts(placed: &Placed, alike: fn(TextRole) -> bool) {
    let texts: Vec<(&Mark, Rect)> = placed
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Text { role, .. } if alike(*role)))
        .map(|mark| (mark, bounds(mark)))
        .collect();
    for (position, (mark, one)) in texts.iter().enumerate() {
        for (other_mark, other) in &texts[position + 1..] {
            let apart = one.right <= other.left + 0.01
                || other.right <= one.left + 0.01
                || one.bottom <= other.top + 0.01
                || other.bottom <= one.top + 0.01;
            assert!(apart, "{mark:?} and {other_mark:?} overlap");
        }
    }
}

fn check_sizes(placed: &Placed) {
    for mark in &placed.marks {
        if let Mark::Text { size, text, .. } = mark {
            assert!(*size >= 14.0 && !text.is_empty());
        }
    }
}

fn drawable(point: &Point) -> Option<f64> {
    point.number().filter(|number| number.abs() <= 1e15)
}

/// Values and places of all points that can be drawn.
fn values<'a>(chart: &'a LineChart, placed: &'a Placed) -> impl Iterator<Item = (f64, Xy)> + 'a {
    placed.spots.iter().filter_map(|spot| {
        let point = &chart.lines[spot.series].points[spot.period];
        Some((drawable(point)?, spot.at))
    })
}

/// Every value lies where the labelled grid lines say.
fn check_scale(chart: &LineChart, placed: &Placed) {
    let ticks: Vec<(f64, f64)> = placed
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { at, text, role: TextRole::Tick, .. } => {
                let digits: String =
                    text.replace('\u{2212}', "-").chars().filter(|c| "-.0123456789".contains(*c)).collect();
                Some((digits.parse().unwrap(), at.y))
            }
            _ => None,
        })
        .collect();
    let (Some((low, bottom)), Some((high, top))) = (ticks.first(), ticks.last()) else { return };
    for (value, at) in values(chart, placed) {
        let expected = bottom + (value - low) / (high - low) * (top - bottom);
        assert!((at.y - expected).abs() < 0.01, "{value} lies at {} and not at {expected}", at.y);
    }
}

/// Every value is a marker or lies on a line, and no line leads over a gap.
fn check_drawn(chart: &LineChart, placed: &Placed) {
    let in_plot = |at: &Xy| at.y >= placed.plot.top - 0.01 && at.y <= placed.plot.bottom + 0.01;
    let (mut on_lines, mut markers) = (Vec::new(), Vec::new());
    for mark in &placed.marks {
        match mark {
            Mark::Line { points, tone } if points.iter().all(in_plot) => {
                assert!(points.len() > 1);
                on_lines.extend(points.iter().map(|point| (*point, *tone)));
            }
            Mark::Marker { at, tone, .. } if in_plot(at) => markers.push((*at, *tone)),
            _ => {}
        }
    }
    let mut runs = 0;
    for spot in &placed.spots {
        let line = &chart.lines[spot.series];
        let known = |position: Option<usize>| {
            position.and_then(|position| line.points.get(position)).is_some_and(|point| drawable(point).is_some())
        };
        let has = |marks: &[(Xy, Tone)]| marks.contains(&(spot.at, line.tone));
        if known(Some(spot.period)) {
            let breaks = |period: usize| matches!(line.points.get(period), Some(Point::Value { is_break: true, .. }));
            let to_last = known(spot.period.checked_sub(1)) && !breaks(spot.period);
            let joined = to_last || (known(Some(spot.period + 1)) && !breaks(spot.period + 1));
            runs += usize::from(joined);
            assert!(if joined { has(&on_lines) } else { has(&markers) }, "{spot:?} is not drawn");
        }
    }
    assert_eq!(on_lines.len(), runs, "a line leads over a gap or a break");
}

/// Lengths are proportional to values and start at one zero.
fn check_bars(chart: &BarChart, placed: &Placed) {
    let bars: Vec<&Rect> = placed
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Bar { rect, .. } = mark { Some(rect) } else { None })
        .collect();
    let values: Vec<f64> = chart.bars.iter().filter_map(|bar| drawable(&bar.point)).collect();
    assert_eq!(bars.len(), values.len());
    let scale = bars.iter().zip(&values).map(|(bar, value)| bar.width() / value.abs()).find(|scale| scale.is_finite());
    let zero = bars.iter().zip(&values).map(|(bar, value)| if *value < 0.0 { bar.right } else { bar.left }).next();
    for (bar, value) in bars.iter().zip(&values) {
        let start = if *value < 0.0 { bar.right } else { bar.left };
        assert!((start - zero.unwrap_or(start)).abs() < 0.01, "{value} does not start at zero");
        assert!((bar.width() - value.abs() * scale.unwrap_or(0.0)).abs() < 0.01, "{value} has the wrong length");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, rng_seed: RngSeed::Fixed(0), ..ProptestConfig::default() })]

    #[test]
    fn any_line_chart(chart in line_chart(), width in 280.0..1400.0, height in option::of(200.0..900.0)) {
        let model = ChartModel::Line(chart);
        let height: f64 = height.unwrap_or_else(|| suggested_height(&model, width, &FixedMetrics));
        let placed = place(&model, Size { width, height }, &FixedMetrics);
        let ChartModel::Line(chart) = model else { unreachable!() };
        assert!(!placed.marks.is_empty());
        check_within(&placed);
        check_sizes(&placed);
        check_texts(&placed, |role| matches!(role, TextRole::Label(_)));
        check_texts(&placed, |role| matches!(role, TextRole::Tick));
        check_texts(&placed, |role| matches!(role, TextRole::Period { .. } | TextRole::Group | TextRole::Note | TextRole::Tick | TextRole::Label(_)));
        check_scale(&chart, &placed);
        check_drawn(&chart, &placed);
    }

    #[test]
    fn any_bar_chart(chart in bar_chart(), width in 280.0..1400.0) {
        let model = ChartModel::Bars(chart);
        let height = suggested_height(&model, width, &FixedMetrics);
        let placed = place(&model, Size { width, height }, &FixedMetrics);
        let ChartModel::Bars(chart) = model else { unreachable!() };
        check_within(&placed);
        check_sizes(&placed);
        check_texts(&placed, |_| true);
        check_bars(&chart, &placed);
    }

    #[test]
    fn any_size_at_all(chart in line_chart(), bars in bar_chart(), width in number(), height in number()) {
        for model in [ChartModel::Line(chart), ChartModel::Bars(bars)] {
            assert!(suggested_height(&model, width, &FixedMetrics) > 0.0);
            for mark in place(&model, Size { width, height }, &FixedMetrics).marks {
                let Rect { left, top, right, bottom } = bounds(&mark);
                assert!([left, top, right, bottom].into_iter().all(f64::is_finite), "{mark:?}");
            }
        }
    }
}

/// A page whose text is large.
struct Large;

impl Metrics for Large {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        FixedMetrics.width(text, size, weight)
    }

    fn text_size(&self) -> f64 {
        24.0
    }
}

/// A canvas that cannot say anything.
struct Broken;

impl Metrics for Broken {
    fn width(&self, _: &str, _: f64, _: Weight) -> f64 {
        f64::NAN
    }

    fn text_size(&self) -> f64 {
        f64::NAN
    }
}

#[test]
fn text_follows_the_page_and_survives_a_canvas_that_cannot_measure() {
    let model = ChartModel::Line(crate::fixtures::quarters(percent(), "91 90 79 70", &[]));
    let size = |metrics: &dyn Metrics| {
        let placed = place(&model, Size { width: 640.0, height: 400.0 }, metrics);
        placed.marks.iter().find_map(|mark| if let Mark::Text { size, .. } = mark { Some(*size) } else { None })
    };
    assert_eq!(size(&FixedMetrics), Some(14.0));
    assert_eq!(size(&Large), Some(24.0));
    assert_eq!(size(&Broken), Some(14.0));
}
