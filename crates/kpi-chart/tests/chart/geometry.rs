//! Where marks lie, for charts of any shape on surfaces of any size.

use crate::fixtures::{KEY, bar, count, percent, rate, thousand_pounds};
use crate::pictures;
use kpi_chart::{
    Anchor, FixedMetrics, Mark, Metrics, Placed, Rect, Size, TextRole, Weight, Xy, frame, place, suggested_height,
};
use kpi_core::model::Unit;
use kpi_core::view::{
    Bar, BarChart, BarMark, ChartModel, Dot, Goal, Line, LineChart, LineForm, PeriodTick, Point, StripChart, Tone,
};
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

fn goal() -> impl Strategy<Value = Goal> {
    number().prop_map(|number| Goal { number, text: format!("{number:.0}") })
}

fn form() -> impl Strategy<Value = LineForm> {
    prop_oneof![4 => Just(LineForm::Course), 1 => Just(LineForm::Slope), 1 => Just(LineForm::Small)]
}

fn line_chart() -> impl Strategy<Value = LineChart> {
    let lines = |periods: usize| vec((name(), vec(point(), periods)), 0..8);
    let group = || prop_oneof![Just(String::new()), Just("2020/21".to_owned()), Just("2021/22".to_owned())];
    let ticks = move |periods: usize| {
        let label = prop_oneof!["Q[1-4]", "20[0-9]{2}", Just("Year to 31 March 2021".to_owned())];
        vec((label, group(), prop_oneof![8 => Just(12), 1 => 1..120_i32]), periods)
    };
    (0_usize..50).prop_flat_map(move |periods| {
        let chosen = option::of(0..periods.max(1));
        (unit(), ticks(periods), lines(periods), chosen, vec(option::of(goal()), 0..50), (form(), name())).prop_map(
            |(unit, ticks, lines, chosen, targets, (form, note))| {
                let line = |(position, (name, points))| Line { name, tone: tone(position), key: KEY, points };
                LineChart {
                    lang: Lang::En,
                    title: String::new(),
                    subtitle: String::new(),
                    unit,
                    periods: periods_of(ticks),
                    lines: lines.into_iter().enumerate().map(line).collect(),
                    targets,
                    chosen,
                    form,
                    note,
                }
            },
        )
    })
}

/// Ticks of labels, groups and how many months after the one before they lie: twelve is what follows at once.
fn periods_of(ticks: Vec<(String, String, i32)>) -> Vec<PeriodTick> {
    let (mut periods, mut month) = (Vec::new(), 24_000);
    for (position, (label, group, months)) in ticks.into_iter().enumerate() {
        month += months;
        let follows = position > 0 && months == 12;
        periods.push(PeriodTick { name: label.clone(), label, group, position, month, follows });
    }
    periods
}

/// Areas; or parts with what stands upon them and is said of them.
fn bar_chart() -> impl Strategy<Value = BarChart> {
    let row = |marks: usize| (name(), point(), vec(point(), marks), 0..3_u8, any::<bool>(), option::of(name()));
    let marks = prop_oneof![2 => Just(0_usize), 1 => 1_usize..5];
    (unit(), marks, any::<bool>()).prop_flat_map(move |(unit, marks, is_plan)| {
        (vec(row(marks), 0..14), vec(name(), marks), option::of(name())).prop_map(move |(rows, names, note)| {
            let (name, note) = ("Outturn".to_owned(), note.unwrap_or_default());
            let mut chart = BarChart { unit: unit.clone(), name, note, ..crate::fixtures::no_bars() };
            for (position, name) in names.into_iter().enumerate() {
                let tone = if is_plan { Tone::Plan } else { tone(position + 1) };
                chart.marks.push(BarMark { name, tone, area: KEY.area, measure: KEY.measure });
            }
            for (position, (name, point, marks, depth, is_total, aside)) in rows.into_iter().enumerate() {
                let tone = match (chart.marks.is_empty(), is_total) {
                    (true, _) => tone(position),
                    (false, true) => Tone::Focus,
                    (false, false) => Tone::Part,
                };
                let (aside, depth) =
                    if marks.is_empty() { (String::new(), 0) } else { (aside.unwrap_or_default(), depth) };
                chart.bars.push(Bar { marks, aside, depth, ..bar(&name, tone, point) });
            }
            chart
        })
    })
}

fn strip_chart() -> impl Strategy<Value = StripChart> {
    let dots = vec((name(), point(), proptest::bool::weighted(0.05)), 0..160);
    (unit(), dots, option::of(number()), name()).prop_map(|(unit, dots, median, note)| {
        let ChartModel::Strip(mut chart) = crate::fixtures::strip(unit, &[], &[]) else { unreachable!() };
        chart.note = note;
        let value =
            |number| Point::Value { number, text: "62".to_owned(), provisional: false, limits: None, is_break: false };
        chart.quartiles = median.map(|median| [value(median - 1.0), value(median), value(median + 1.0)]);
        for (position, (name, point, is_chosen)) in dots.into_iter().enumerate() {
            let tone = if position == 0 || is_chosen { tone(position % 6) } else { Tone::Other };
            chart.dots.push(Dot { name, tone, key: KEY, point });
        }
        let value = |dot: &Dot| dot.point.number().unwrap_or(f64::INFINITY);
        chart.dots.sort_by(|one, other| value(one).total_cmp(&value(other)));
        chart
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
        Mark::Marker { at, tone: Tone::Plan, .. } => {
            Rect { left: at.x - 2.0, right: at.x + 2.0, top: at.y - 13.0, bottom: at.y + 13.0 }
        }
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

/// Periods lie as far apart as they are in time.
fn check_time(chart: &LineChart, placed: &Placed) {
    let at = |period: usize| placed.spots.iter().find(|spot| spot.period == period).map(|spot| spot.at.x);
    let [first, .., last] = chart.periods.as_slice() else { return };
    let (Some(from), Some(to)) = (at(0), at(chart.periods.len() - 1)) else { return };
    for (period, tick) in chart.periods.iter().enumerate() {
        let share = f64::from(tick.month - first.month) / f64::from(last.month - first.month);
        assert!((at(period).unwrap() - (from + share * (to - from))).abs() < 0.01, "{tick:?}");
    }
}

/// Every value is a marker or lies on a line, and no line leads over a gap, a period that is not there or a break.
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
            let leads_to = |period: usize| {
                let is_break = matches!(line.points.get(period), Some(Point::Value { is_break: true, .. }));
                !is_break && chart.periods.get(period).is_some_and(|tick| tick.follows)
            };
            let to_last = known(spot.period.checked_sub(1)) && leads_to(spot.period);
            let joined = to_last || (known(Some(spot.period + 1)) && leads_to(spot.period + 1));
            runs += usize::from(joined);
            assert!(if joined { has(&on_lines) } else { has(&markers) }, "{spot:?} is not drawn");
        }
    }
    assert_eq!(on_lines.len(), runs, "a line leads over a gap or a break");
}

/// Lengths are proportional to values and start at one zero.
fn check_bars(chart: &BarChart, placed: &Placed) {
    // Above the plot are samples.
    let bars: Vec<&Rect> = placed
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Bar { rect, .. } = mark { Some(rect) } else { None })
        .filter(|rect| rect.top >= placed.plot.top)
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

/// Spots lie in order, and each is its own nearest.
fn check_spots(placed: &Placed) {
    let order: Vec<(usize, usize)> = placed.spots.iter().map(|spot| (spot.series, spot.period)).collect();
    assert!(order.is_sorted_by(|one, other| one < other), "{order:?}");
    for (position, spot) in placed.spots.iter().enumerate() {
        let nearest = placed.nearest(spot.at).map(|nearest| placed.spots[nearest].at);
        assert_eq!(nearest, Some(spot.at), "{position}");
    }
}

/// Every area lies at its value, and while there is room none hides another.
fn check_dots(chart: &StripChart, placed: &Placed) {
    assert_eq!(placed.spots.len(), chart.dots.len());
    let valued: Vec<(f64, Xy)> =
        placed.spots.iter().filter_map(|spot| Some((drawable(&chart.dots[spot.series].point)?, spot.at))).collect();
    for pair in valued.windows(2) {
        assert!(pair[0].0 > pair[1].0 || pair[0].1.y >= pair[1].1.y - 0.01, "a larger value lies lower");
    }
    let drawn = placed.marks.iter().filter(|mark| matches!(mark, Mark::Dot { .. } | Mark::Marker { .. }));
    assert!(drawn.count() >= valued.len());
    for (position, (_, one)) in valued.iter().enumerate() {
        for (_, other) in &valued[position + 1..] {
            assert_ne!(one, other, "one dot hides another");
        }
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
        check_texts(&placed, |role| matches!(role, TextRole::Period { .. } | TextRole::Group | TextRole::Note | TextRole::Tick | TextRole::Label(_) | TextRole::Figure));
        if chart.form != LineForm::Slope {
            check_scale(&chart, &placed);
        }
        check_drawn(&chart, &placed);
        check_time(&chart, &placed);
        check_spots(&placed);
    }

    #[test]
    fn any_strip(chart in strip_chart(), width in 280.0..900.0) {
        let model = ChartModel::Strip(chart);
        let height = suggested_height(&model, width, &FixedMetrics);
        let placed = place(&model, Size { width, height }, &FixedMetrics);
        let ChartModel::Strip(chart) = model else { unreachable!() };
        check_within(&placed);
        check_sizes(&placed);
        check_texts(&placed, |_| true);
        check_spots(&placed);
        check_dots(&chart, &placed);
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
        check_spots(&placed);
    }

    #[test]
    fn any_size_at_all(chart in line_chart(), bars in bar_chart(), strip in strip_chart(), width in number(), height in number()) {
        for model in [ChartModel::Line(chart), ChartModel::Bars(bars), ChartModel::Strip(strip)] {
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

/// Whatever leaves the page has all its words on it, none upon another, and none too small.
#[test]
fn framed() {
    for model in [pictures::looked_after(), pictures::budget(), ChartModel::Line(pictures::three_comparators())] {
        let picture = pictures::picture(model);
        for width in [280.0, 301.5, 520.0, 1200.0] {
            let placed = frame(&picture, width, &FixedMetrics);
            check_within(&placed);
            check_texts(&placed, |_| true);
            let mut words = String::new();
            for mark in &placed.marks {
                if let Mark::Text { size, text, .. } = mark {
                    assert!(*size >= 12.0);
                    words.push_str(text);
                    words.push(' ');
                }
            }
            // Long addresses go on on the next line.
            let dense = |text: &str| text.replace(' ', "");
            for said in picture.notes.iter().chain([&picture.title, &picture.sentence, &picture.subtitle]) {
                assert!(dense(&words).contains(&dense(said)), "{said} at {width}");
            }
        }
    }
}
