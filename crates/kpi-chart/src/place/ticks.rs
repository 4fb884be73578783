use kpi_core::model::{Unit, UnitKind};
use kpi_core::words::number;

/// The steps between grid lines, times a power of ten.
const STEPS: [f64; 4] = [1.0, 2.0, 2.5, 5.0];
/// A value this much of a step beyond a grid line counts as on it: 0.3 / 0.1 is 2.9999999999999996.
const SLACK: f64 = 1e-9;
/// Fewer grid lines are no scale.
const FEWEST: usize = 3;

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
        let at_most = at_most.max(FEWEST);
        let (low, high) = axis_range(low, high, unit);
        let mut ticks = finest(low, high, unit, at_most);
        // No percentage lies above 100 where none of the figures does.
        let top = if is_percent(unit) && high <= 100.0 { 100.0 + SLACK } else { f64::INFINITY };
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
    pub fn labelled<'a>(&'a self, unit: &'a Unit) -> impl Iterator<Item = (f64, String)> + 'a {
        (self.first..=self.last).map(move |position| {
            let value = position as f64 * self.step;
            (value, number::tick(value, self.decimals, unit, position == self.last))
        })
    }

    /// The part of the top tick's label that follows its digits: `%`. Digits stand below digits, not below it.
    pub(super) fn sign(&self, unit: &Unit) -> String {
        let plain = number::tick(self.high(), self.decimals, unit, false);
        let top = number::tick(self.high(), self.decimals, unit, true);
        top.rsplit_once(&plain).map_or_else(String::new, |(_, sign)| sign.to_owned())
    }

    fn count(&self) -> usize {
        usize::try_from(self.last - self.first + 1).unwrap_or(0)
    }
}

/// The smallest step that needs no more than so many ticks.
fn finest(low: f64, high: f64, unit: &Unit, at_most: usize) -> Ticks {
    let smallest = (high - low).log10().floor().clamp(-12.0, 18.0) as i32 - 2;
    let candidates = (smallest..smallest + 6).flat_map(|power| STEPS.map(|step| (step, power)));
    let mut ticks = Ticks { step: 1.0, first: 0, last: 1, decimals: 0 };
    for (step, power) in candidates {
        let decimals = -power;
        // 2.5 would need a decimal more than its neighbours, and nobody counts halves.
        if step == 2.5 && decimals >= 0 || matches!(unit.kind, UnitKind::Count) && decimals > 0 {
            continue;
        }
        let size = step * 10_f64.powi(power);
        ticks = Ticks {
            step: size,
            first: (low / size + SLACK).floor() as i64,
            last: (high / size - SLACK).ceil() as i64,
            decimals: u8::try_from(decimals.max(0)).unwrap_or(0),
        };
        if ticks.count() <= at_most {
            break;
        }
    }
    ticks
}

/// What the axis has to cover: the values, zero where they are near it, and never so little that noise looks like news.
fn axis_range(low: f64, high: f64, unit: &Unit) -> (f64, f64) {
    let percent = is_percent(unit);
    let near_zero = |near: f64, far: f64| near <= far / 2.0 || percent && far <= 25.0;
    let bottom = if low >= 0.0 && near_zero(low, high) { 0.0 } else { low };
    let top = if high <= 0.0 && near_zero(-high, -low) { 0.0 } else { high };

    let size = low.abs().max(high.abs());
    let smallest_span = match size {
        0.0 => 1.0,
        _ if percent => 10.0,
        // Nothing smaller can be told from zero: a figure has at most 12 decimals.
        _ => (size / 10.0).max(1e-11),
    };
    let missing = (smallest_span - (top - bottom)).max(0.0);
    let (bottom, top) = (bottom - missing / 2.0, top + missing / 2.0);
    // A lowest value on the axis itself would look like zero.
    let clearance = if bottom == 0.0 { 0.0 } else { (top - bottom) * 0.06 };
    let bottom = bottom.min(low - clearance);

    // There are neither negative counts nor percentages above 100; what is cut off here is added at the other end.
    let excess = match () {
        () if low >= 0.0 && bottom < 0.0 => bottom,
        () if high <= 0.0 && top > 0.0 => top,
        () if percent && high <= 100.0 && top > 100.0 => top - 100.0,
        () => 0.0,
    };
    (bottom - excess, top - excess)
}

fn is_percent(unit: &Unit) -> bool {
    matches!(unit.kind, UnitKind::Percent)
}
