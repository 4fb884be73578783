//! The words of the calendar, in whatever file they stand.

/// The number of a month, by its English name in small letters or by the beginning of it: `march`, `mar`, `sept`.
#[must_use]
pub fn month(name: &str) -> Option<u8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let name = name.trim_end_matches('.');
    let is = |month: &str| month == name || month.get(..3) == Some(name) || (month == "september" && name == "sept");
    (1..).zip(NAMES).find(|(_, month)| is(month)).map(|(number, _)| number)
}
