use kpi_core::model::Decimal;

/// A workbook's number as text: the fifteen digits that a spreadsheet shows, without what floating point adds
/// (16.900000000000002 is 16.9).
pub(super) fn text(number: f64) -> String {
    let shortest = number.to_string();
    Decimal::parse(&shortest).map_or(shortest, |parsed| parsed.number.to_string())
}

/// A share that the workbook shows with a per cent sign: 0.45 is `45%`.
pub(super) fn percent(share: f64) -> String {
    let Some(share) = Decimal::parse(&share.to_string()) else { return share.to_string() };
    let share = share.number;
    let shown = match share.decimals().checked_sub(2) {
        Some(decimals) => Decimal::new(share.mantissa(), decimals),
        None => Decimal::new(share.mantissa().saturating_mul(10_i64.pow(2 - u32::from(share.decimals()))), 0),
    };
    format!("{shown}%")
}
