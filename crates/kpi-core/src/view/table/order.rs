//! The order of the rows, and points below points.

use super::Row;
use super::making::Table;
use crate::query::{Direction, Order};
use crate::sorted::{by_name, sorted};

impl Table {
    /// Puts rows in the order that is asked for. What has no number comes last.
    pub(super) fn sort(&mut self, order: Option<Order>) {
        let Some(Order { column, direction, .. }) = order else { return };
        let Some(at) = self.columns.iter().position(|head| head.id == column) else { return };
        if let Some(head) = self.columns.get_mut(at) {
            head.sorted = Some(direction);
        }
        let is_down = direction == Direction::Descending;
        let rows = std::mem::take(&mut self.rows);
        let Some(at) = at.checked_sub(1) else {
            let by_heading = |one: &Row, other: &Row| by_name(&one.heading, &other.heading);
            self.rows = if self.is_in_time { rows } else { sorted(rows, &by_heading) };
            if is_down {
                self.rows.reverse();
            }
            return;
        };
        let number = |row: &Row| row.cells.get(at).and_then(|cell| cell.number);
        self.rows = sorted(rows, &|one, other| match (number(one), number(other)) {
            (Some(one), Some(other)) if is_down => one > other,
            (Some(one), Some(other)) => one < other,
            (one, other) => one.is_some() && other.is_none(),
        });
    }

    /// Puts points below points: published rows mix 107 and 78.5.
    pub(super) fn align(&mut self) {
        for (at, _) in self.columns.iter().skip(1).enumerate().filter(|(_, column)| column.id.is_numeric()) {
            let decimals = |text: &str| match text.bytes().position(|byte| byte == b'.') {
                Some(point) => text.bytes().skip(point + 1).take_while(u8::is_ascii_digit).count(),
                None => 0,
            };
            let cells = || self.rows.iter().filter_map(|row| row.cells.get(at));
            let most = cells().map(|cell| decimals(&cell.text)).max().unwrap_or(0);
            for cell in self.rows.iter_mut().filter_map(|row| row.cells.get_mut(at)) {
                let own = decimals(&cell.text);
                if own == 0 && most > 0 {
                    cell.pad.push(AS_A_POINT);
                }
                cell.pad.extend(std::iter::repeat_n(AS_A_DIGIT, most - own));
            }
        }
    }
}

/// Spaces as wide as a point and as a digit.
const AS_A_POINT: char = '\u{2008}';
const AS_A_DIGIT: char = '\u{2007}';
