use kpi_core::model::{Unit, UnitKind};
use kpi_core::words::number;

/// The steps between grid lines, times a power of ten.
const STEPS: [f64; 4] = [1.0, 2.0, 2.5, 5.0];
/// A value this much of a step beyond a grid line counts as on it: 0.3 / 0.1 is 2.9999999999999996.
const SLACK: f64 = 1e-9;
/// Fewer grid lines are no scale.
const FEWEST: i64 = 3;

/// Round numbers on a value axis; the first and the last are its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ticks {
    step: f64,
    first: i64,
    last: i64,
    decimals: u8,
}

impl Ticks {
    /// Ticks for values from `low` to `high`: at least 3 and at most `at_most` (itself at least 3).
    #[must_use]
    pub fn new(low: f64, high: f64, unit: &Unit, at_most: usize) -> Self {
        let drawable = |value: f64| if value.is_finite() { value.clamp(-1e15, 1e15) } else { 0.0 };
        let (low, high) = axis_range(drawable(low), drawable(high), unit);
        let mut ticks = finest(low, high, unit, FEWEST.max(at_most as i64));
        let top = if is_share(low, high, unit) { 100.0 + SLACK } else { f64::INFINITY };
        while ticks.count() < FEWEST {
            if (ticks.last + 1) as f64 * ticks.step <= top {
                ticks.last += 1;
            } else {
                ticks.first -= 1;
            }
        }
        ticks
    }

    /// The lower end of the axis.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.first as f64 * self.step
    }

    /// The upper end of the axis.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.last as f64 * self.step
    }

    /// Whether zero is neither on the axis nor at one of its ends.
    #[must_use]
    pub fn leaves_out_zero(&self) -> bool {
        self.first > 0 || self.last < 0
    }

    /// Values and labels from the lowest up; the sign of the unit stands at the top one.
    #[must_use]
    pub fn labelled(&self, unit: &Unit) -> Vec<(f64, String)> {
        let mut labels = Vec::new();
        for position in self.first..=self.last {
            let value = position as f64 * self.step;
            labels.push((value, number::tick(value, self.decimals, unit, position == self.last)));
        }
        labels
    }

    fn count(&self) -> i64 {
        self.last - self.first + 1
    }
}

/// The smallest step that needs no more than so many ticks.
fn finest(low: f64, high: f64, unit: &Unit, at_most: i64) -> Ticks {
    // Nobody counts halves.
    let smallest = if matches!(unit.kind, UnitKind::Count) { 0 } else { -12 };
    let mut ticks = Ticks { step: 1.0, first: 0, last: 1, decimals: 0 };
    for power in smallest..=16 {
        for step in STEPS {
            let size = step * 10_f64.powi(power);
            // 2.5 would need a decimal more than its neighbours; 25 does not.
            if (high - low) / size > at_most as f64 || step == 2.5 && power < 1 {
                continue;
            }
            ticks = Ticks {
                step: size,
                first: (low / size + SLACK).floor() as i64,
                last: (high / size - SLACK).ceil() as i64,
                decimals: u8::try_from(-power).unwrap_or(0),
            };
            if ticks.count() <= at_most {
                return ticks;
            }
        }
    }
    ticks
}

/// What the axis has to cover: the values, zero where they are near it, and never so little that noise looks like news.
fn axis_range(low: f64, high: f64, unit: &Unit) -> (f64, f64) {
    let percent = is_percent(unit);
    let near_zero = |near: f64, far: f64| near <= far / 2.0 || percent && far <= 25.0;
    if low >= 0.0 && high > 0.0 && near_zero(low, high) {
        return (0.0, high);
    }
    if high <= 0.0 && low < 0.0 && near_zero(-high, -low) {
        return (low, 0.0);
    }
    let size = low.abs().max(high.abs());
    let smallest_span = match size {
        _ if percent => 10.0,
        0.0 => 1.0,
        // Nothing smaller can be told from zero: a figure has at most 12 decimals.
        _ => (size / 10.0).max(1e-11),
    };
    let missing = (smallest_span - (high - low)).max(0.0);
    let (bottom, top) = (low - missing / 2.0, high + missing / 2.0);
    // A lowest value on the axis itself would look like zero.
    let bottom = bottom.min(low - (top - bottom) * 0.06);
    // There are neither negative counts nor percentages above 100; what is cut off here is added at the other end.
    let excess = match () {
        () if low >= 0.0 && bottom < 0.0 => bottom,
        () if high <= 0.0 && top > 0.0 => top,
        () if is_share(low, high, unit) && top > 100.0 => top - 100.0,
        () => 0.0,
    };
    (bottom - excess, top - excess)
}

/// Percentages of a whole, of which none can lie above 100.
fn is_share(low: f64, high: f64, unit: &Unit) -> bool {
    is_percent(unit) && low >= 0.0 && high <= 100.0
}

fn is_percent(unit: &Unit) -> bool {
    matches!(unit.kind, UnitKind::Percent)
}
