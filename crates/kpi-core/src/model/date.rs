use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

impl Date {
    /// `None` where there is no such day; years 1 to 9999.
    #[must_use]
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let valid =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        valid.then_some(Self { year, month, day })
    }

    /// Reads `2021-03-31`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let shape = year.len() == 4 && month.len() == 2 && day.len() == 2 && parts.next().is_none();
        if !shape {
            return None;
        }
        let [year, month, day] = [whole(year)?, whole(month)?, whole(day)?];
        Self::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The same day so many months later (earlier where negative), or the month's last day where it has no such day.
    /// Stops at the calendar's ends, January of the year 1 and December 9999.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let count = i32::from(self.year) * 12 + i32::from(self.month) - 1;
        let count = count.saturating_add(months).clamp(12, 9999 * 12 + 11);
        let year = i16::try_from(count.div_euclid(12)).unwrap_or(self.year);
        let month = u8::try_from(count.rem_euclid(12) + 1).unwrap_or(self.month);
        Self { year, month, day: self.day.min(days_in_month(year, month)) }
    }

    /// The day before.
    #[must_use]
    pub fn previous_day(self) -> Self {
        if self.day > 1 {
            return Self { day: self.day - 1, ..self };
        }
        let before = Self { day: 1, ..self }.plus_months(-1);
        Self { day: days_in_month(before.year, before.month), ..before }
    }
}

fn days_in_month(year: i16, month: u8) -> u8 {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A number of digits alone.
pub(crate) fn whole(text: &str) -> Option<u16> {
    let mut number: u16 = 0;
    for digit in text.chars() {
        number = number.checked_mul(10)?.checked_add(u16::try_from(digit.to_digit(10)?).ok()?)?;
    }
    (!text.is_empty()).then_some(number)
}
