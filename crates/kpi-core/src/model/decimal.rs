use crate::sorted::sort;
use std::cmp::Ordering;
use std::fmt;

/// An exact decimal number that remembers how many decimals it was written with: `70`, `70.0` and `70.00` are equal,
/// and each is shown as it was published.
///
/// At most 15 significant digits, so that the number is also exact as an `f64`, and at most [`Decimal::MAX_DECIMALS`]
/// decimals.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    mantissa: i64,
    decimals: u8,
}

/// A number read from text, and whether it had more digits than anybody can have measured.
#[derive(Clone, Copy, Debug)]
pub struct ParsedDecimal {
    /// The number; rounded half to even where `rounded`.
    pub number: Decimal,
    /// The text had more than 15 significant digits (`16.900000000000002`, as floating-point programs write 16.9), or
    /// more than [`Decimal::MAX_DECIMALS`] decimals.
    pub rounded: bool,
}

const MAX_DIGITS: i64 = 15;
const LIMIT: i64 = 10_i64.pow(MAX_DIGITS as u32);

impl Decimal {
    /// More decimals than this cannot be told from zero beside any figure of a publication.
    pub const MAX_DECIMALS: u8 = 12;

    /// `mantissa / 10^decimals`.
    #[must_use]
    pub const fn new(mantissa: i64, decimals: u8) -> Self {
        let decimals = if decimals > Self::MAX_DECIMALS { Self::MAX_DECIMALS } else { decimals };
        Self { mantissa, decimals }
    }

    /// Reads a number as JSON writes it: an optional minus, digits, an optional fraction, an optional exponent.
    ///
    /// `None` where the text is not such a number, or is 10^15 or more.
    #[must_use]
    pub fn parse(text: &str) -> Option<ParsedDecimal> {
        let bytes = text.as_bytes();
        let negative = bytes.first() == Some(&b'-');
        let start = usize::from(negative);
        // The digits as a whole number; it may wrap around.
        let (mut mantissa, mut end, mut point) = (0_i64, start, None);
        let exponent = loop {
            match bytes.get(end) {
                Some(digit @ b'0'..=b'9') => {
                    mantissa = mantissa.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
                }
                Some(b'.') if point.is_none() => point = Some(end),
                Some(b'e' | b'E') => break text.get(end + 1..)?.parse::<i32>().ok()?,
                None => break 0,
                Some(_) => return None,
            }
            end += 1;
        };
        let whole = point.unwrap_or(end) - start;
        let fraction = point.map_or(0, |point| end - point - 1);
        if whole == 0 || (point.is_some() && fraction == 0) || (whole > 1 && bytes.get(start) == Some(&b'0')) {
            return None;
        }
        let zeros = bytes.get(start..end)?.iter().take_while(|byte| matches!(byte, b'0' | b'.')).count();
        // From the first digit that is not zero; a point before it was counted with the zeros.
        let count = end - start - zeros - usize::from(point.is_some_and(|point| point >= start + zeros));
        let count = i64::try_from(count).ok()?;
        // The position of the last digit, counted in decimals: 78.5 has one, 1e3 has minus three.
        let mut decimals = i64::try_from(fraction).ok()? - i64::from(exponent);
        if count == 0 {
            // Zero is zero whatever its exponent; counting a huge one down would take minutes.
            let decimals = u8::try_from(decimals.max(0)).unwrap_or(Self::MAX_DECIMALS);
            return Some(ParsedDecimal { number: Self::new(0, decimals), rounded: false });
        }
        // Digits past the fifteenth, and decimals past the twelfth, are rounded away, all at once.
        let beyond = decimals - i64::from(Self::MAX_DECIMALS);
        let dropped = beyond.max(count - MAX_DIGITS).max(0);
        if dropped > 0 {
            let digits = bytes.get(start..end)?.iter().filter(|byte| **byte != b'.').map(|byte| byte - b'0');
            mantissa = leading(digits.skip_while(|digit| *digit == 0), count - dropped);
        }
        decimals -= dropped;
        while dropped > 0 && decimals > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            decimals -= 1;
        }
        while decimals < 0 && mantissa < LIMIT {
            mantissa *= 10;
            decimals += 1;
        }
        if mantissa >= LIMIT {
            return None;
        }
        let mantissa = if negative { -mantissa } else { mantissa };
        Some(ParsedDecimal { number: Self::new(mantissa, u8::try_from(decimals).ok()?), rounded: dropped > 0 })
    }

    /// The number without its point.
    #[must_use]
    pub const fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// How many decimals it was written with.
    #[must_use]
    pub const fn decimals(self) -> u8 {
        self.decimals
    }

    /// For drawing; every figure in words is made from the decimal itself.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.mantissa as f64 / 10_f64.powi(i32::from(self.decimals))
    }

    /// Whether it is below, at or above zero.
    #[must_use]
    pub fn sign(self) -> Ordering {
        self.mantissa.cmp(&0)
    }

    /// The same number without its sign.
    #[must_use]
    pub fn magnitude(self) -> Self {
        Self { mantissa: self.mantissa.saturating_abs(), ..self }
    }

    /// `self - other` with the decimals of the more precise of the two; exact up to 18 digits, which two numbers of
    /// one publication do not reach.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        let decimals = self.decimals.max(other.decimals);
        let difference = self.scaled_to(decimals) - other.scaled_to(decimals);
        Self::fit(difference, decimals)
    }

    /// Rounded, or filled up with zeros, to this many decimals; halves go away from zero, as published tables do.
    #[must_use]
    pub fn with_decimals(self, decimals: u8) -> Self {
        let decimals = decimals.min(Self::MAX_DECIMALS);
        if decimals >= self.decimals {
            return Self::fit(self.scaled_to(decimals), decimals);
        }
        let divisor = 10_i64.pow(u32::from(self.decimals - decimals));
        let quotient = self.mantissa / divisor;
        let remainder = self.mantissa % divisor;
        let carry = if remainder.abs() * 2 >= divisor { remainder.signum() } else { 0 };
        Self { mantissa: quotient + carry, decimals }
    }

    /// The mean at some decimals, rounded once; or with one decimal more than the most precise of the numbers (at most
    /// [`Decimal::MAX_DECIMALS`]), so that it does not pass for more precise than they are. `None` of none.
    #[must_use]
    pub fn mean(numbers: &[Self], at: Option<u8>) -> Option<Self> {
        let decimals = numbers.iter().map(|number| number.decimals).max()?;
        let at = at.unwrap_or(decimals + 1).min(Self::MAX_DECIMALS);
        let sum = numbers.iter().map(|number| number.scaled_to(decimals)).sum::<i128>();
        let ten = |times: u8| 10_i128.pow(u32::from(times));
        let (sum, parts) = (sum * ten(at.saturating_sub(decimals)), ten(decimals.saturating_sub(at)));
        let count = i128::try_from(numbers.len()).ok()? * parts;
        // Halves go away from zero, as published tables do.
        let half = if sum < 0 { -count } else { count };
        Some(Self::fit(divided(2 * sum + half, (2 * count).unsigned_abs()), at))
    }

    /// The number in the middle, or half-way between the two in the middle, with as many decimals as that needs; `None` of
    /// none. Sorts the numbers; in which order they come makes no difference, not even to the decimals.
    #[must_use]
    pub fn median(numbers: &mut [Self]) -> Option<Self> {
        Self::sort(numbers);
        Self::middle(numbers)
    }

    /// The smallest first; of equal ones that with the fewest decimals.
    pub(crate) fn sort(numbers: &mut [Self]) {
        sort(numbers, &|one, other| (*one, one.decimals) < (*other, other.decimals));
    }

    /// The median of sorted numbers.
    pub(crate) fn middle(numbers: &[Self]) -> Option<Self> {
        let upper = *numbers.get(numbers.len() / 2)?;
        if numbers.len() % 2 == 1 {
            return Some(upper);
        }
        let lower = *numbers.get(numbers.len() / 2 - 1)?;
        let middle = Self::mean(&[lower, upper], None)?;
        let is_whole = middle.decimals > lower.decimals.max(upper.decimals) && middle.mantissa % 10 == 0;
        Some(middle.with_decimals(middle.decimals - u8::from(is_whole)))
    }

    fn scaled_to(self, decimals: u8) -> i128 {
        i128::from(self.mantissa) * 10_i128.pow(u32::from(decimals.saturating_sub(self.decimals)))
    }

    /// Gives up decimals (cut, not rounded), never digits before the point, until the number fits.
    fn fit(mut mantissa: i128, mut decimals: u8) -> Self {
        while decimals > 0 && i64::try_from(mantissa).is_err() {
            mantissa = divided(mantissa, 10);
            decimals -= 1;
        }
        let limit = if mantissa < 0 { i64::MIN } else { i64::MAX };
        Self { mantissa: i64::try_from(mantissa).unwrap_or(limit), decimals }
    }
}

/// `number / by`, cut. Bit by bit as on paper: the compiler's own division of such numbers is a kilobyte of program, and few
/// figures are ever divided.
fn divided(number: i128, by: u128) -> i128 {
    let (mut rest, mut bits) = (0, number.unsigned_abs());
    for _ in 0..i128::BITS {
        rest = rest << 1 | bits >> 127;
        bits <<= 1;
        if rest >= by {
            rest -= by;
            bits |= 1;
        }
    }
    if number < 0 { -(bits as i128) } else { bits as i128 }
}

/// The first digits, at most 15, as a number; the others round it, halves to even. Less than none are zero.
fn leading(digits: impl Iterator<Item = u8>, kept: i64) -> i64 {
    let (mut mantissa, mut next, mut others) = (0_i64, 0, false);
    for (position, digit) in (0_i64..).zip(digits) {
        if position < kept {
            mantissa = mantissa * 10 + i64::from(digit);
        } else if position == kept {
            next = digit;
        } else {
            others |= digit > 0;
        }
    }
    mantissa + i64::from(next > 5 || (next == 5 && (others || mantissa % 2 == 1)))
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let decimals = self.decimals.max(other.decimals);
        self.scaled_to(decimals).cmp(&other.scaled_to(decimals))
    }
}

/// As a file writes it: `-374`, `511.58`. What a reader sees is made by [`crate::words::number`].
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = self.mantissa.unsigned_abs();
        let divisor = 10_u64.pow(u32::from(self.decimals));
        write!(f, "{sign}{}", digits / divisor)?;
        if self.decimals > 0 {
            write!(f, ".{:0width$}", digits % divisor, width = usize::from(self.decimals))?;
        }
        Ok(())
    }
}
