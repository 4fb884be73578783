use super::figures::Figures;
use super::making::Table;
use crate::model::{Decimal, Unit};
use crate::query::{ColumnKind, Sight, Since};
use crate::words::{Lang, Text, fill, number, period, sentence};
use std::cmp::Ordering;

impl Table {
    /// Periods by area and measure. Beside a measure of the focus area stands its target, and beside the only one its changes
    /// where they are asked for; beside another area's figures how the focus stands to them.
    pub(super) fn by_period(&mut self, sight: Sight<'_>, figures: &[Figures<'_>]) {
        let is_single = sight.indicator.measures.len() == 1;
        let changes = if is_single { sight.query.compare.since() } else { &[] };
        let is_focus = |column: &Figures<'_>| column.sight.area == sight.area;
        let has_difference = |column: &Figures<'_>| sight.query.differences && !column.unit.is_total();
        self.heading(Text::Period.say(self.lang));
        for column in figures {
            let seen = column.sight;
            self.column(&column.heading, ColumnKind::Figure, seen);
            if !is_focus(column) {
                if has_difference(column) {
                    let heading = fill(Text::DifferenceFrom.say(self.lang), &[&column.heading]);
                    self.column(&heading, ColumnKind::Difference, seen);
                }
                continue;
            }
            if seen.target().is_some() {
                let target = Text::Target.say(self.lang);
                let of_measure = [&column.heading, ": ", &sentence::lowercased(target)].concat();
                self.column(if is_single { target } else { &of_measure }, ColumnKind::Target, seen);
            }
            for since in changes {
                self.column(sentence::change_heading(self.lang, *since), ColumnKind::Change(*since), seen);
            }
        }
        for position in sight.positions() {
            let Some(named) = sight.indicator.periods.get(position) else { continue };
            self.row(&period::named(self.lang, named), position == sight.position);
            for column in figures {
                let now = Sight { position, ..column.sight };
                self.figure(now, column.unit);
                if !is_focus(column) {
                    if has_difference(column) {
                        let focus = Sight { area: sight.area, ..now };
                        self.difference(focus.against(now.area), column.unit);
                    }
                    continue;
                }
                if let Some(target) = now.target() {
                    let target = target.at(position);
                    let none = || Text::NoTarget.say(self.lang).to_owned();
                    self.compared(target.map_or_else(none, |target| number::short(target, column.unit)), target);
                }
                for since in changes {
                    self.change(now, *since, column.unit);
                }
            }
        }
    }

    /// What changed since an earlier period.
    fn change(&mut self, sight: Sight<'_>, since: Since, unit: &Unit) {
        match sight.change(since) {
            Ok(change) => {
                let amount = change.difference.amount;
                self.compared(signed(self.lang, amount, unit), Some(amount));
            }
            Err(why) => self.words(sentence::no_change(self.lang, why).to_owned()),
        }
    }
}

fn signed(lang: Lang, amount: Decimal, unit: &Unit) -> String {
    match amount.sign() {
        Ordering::Equal => Text::NoChange.say(lang).to_owned(),
        Ordering::Greater => fill(Text::Up.say(lang), &[&number::short_difference(lang, amount, unit)]),
        Ordering::Less => fill(Text::Down.say(lang), &[&number::short_difference(lang, amount, unit)]),
    }
}
