//! A rate that nobody publishes, of figures that somebody does.

use kpi_core::model::{Decimal, Mark, Marks, Missing, Value};

/// A figure with its marks.
pub(super) type Marked = (Value, Marks);

/// `numerator / denominator * per`, rounded to so many decimals, halves away from zero. A symbol in place of either is
/// the rate's, the numerator's first; there is no rate of nobody.
pub(super) fn rate(numerator: Marked, denominator: Marked, per: u32, decimals: u8) -> Marked {
    let marks = numerator.1.and(denominator.1);
    let value = match (numerator.0, denominator.0) {
        (Value::Missing(reason), _) | (_, Value::Missing(reason)) => return (Value::Missing(reason), marks),
        (Value::Number(_), Value::Number(whole)) if whole.mantissa() == 0 => Value::Missing(Missing::NotApplicable),
        (Value::Number(part), Value::Number(whole)) => {
            quotient(part, whole, per, decimals).map_or(Value::Missing(Missing::NotAvailable), Value::Number)
        }
    };
    (value, marks.with(Mark::Derived))
}

fn quotient(part: Decimal, whole: Decimal, per: u32, decimals: u8) -> Option<Decimal> {
    let power = |exponent: u8| 10_i128.checked_pow(u32::from(exponent));
    let above = i128::from(part.mantissa()).checked_mul(i128::from(per))?;
    let above = above.checked_mul(power(decimals.checked_add(whole.decimals())?)?)?;
    let below = i128::from(whole.mantissa()).checked_mul(power(part.decimals())?)?;
    // Half of the divisor away from zero before cutting.
    let (above, below) = if below < 0 { (above.checked_neg()?, below.checked_neg()?) } else { (above, below) };
    let half = if above < 0 { -below } else { below };
    let rounded = above.checked_mul(2)?.checked_add(half)? / below.checked_mul(2)?;
    Some(Decimal::new(i64::try_from(rounded).ok()?, decimals))
}
