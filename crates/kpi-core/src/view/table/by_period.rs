use super::figures::Figures;
use super::making::Table;
use crate::model::{Decimal, Measure, Unit};
use crate::query::{ColumnKind, Sight};
use crate::words::{Lang, Text, fill, number, period, sentence};
use std::cmp::Ordering;

impl Table {
    /// Periods by area and measure; beside the one measure of the focus area its target, and its changes where they are
    /// asked for.
    pub(super) fn by_period(&mut self, sight: Sight<'_>, figures: &[Figures<'_>], single: Option<&Measure>) {
        let changes = if single.is_some() { sight.query.compare.since() } else { &[] };
        let target = single.and_then(|measure| measure.target.as_ref());
        self.heading(Text::Period.say(self.lang));
        for (at, column) in figures.iter().enumerate() {
            let seen = column.sight;
            self.column(&column.heading, ColumnKind::Figure, seen);
            if at == 0 {
                if target.is_some() {
                    self.column(Text::Target.say(self.lang), ColumnKind::Target, seen);
                }
                for since in changes {
                    self.column(sentence::change_heading(self.lang, *since), ColumnKind::Change(*since), seen);
                }
            } else if sight.query.differences {
                let heading = fill(Text::DifferenceFrom.say(self.lang), &[&column.heading]);
                self.column(&heading, ColumnKind::Difference, seen);
            }
        }
        for position in sight.positions() {
            let Some(named) = sight.indicator.periods.get(position) else { continue };
            self.row(&period::named(self.lang, named), position == sight.position);
            for (at, column) in figures.iter().enumerate() {
                let now = Sight { position, ..column.sight };
                self.figure(now, column.unit);
                if at > 0 {
                    if sight.query.differences {
                        let focus = Sight { area: sight.area, ..now };
                        self.difference(focus.against(now.area), column.unit);
                    }
                    continue;
                }
                if let Some(target) = target {
                    let target = target.at(position);
                    self.compared(
                        target.map_or(Text::NoTarget.say(self.lang).to_owned(), |target| {
                            number::short(target, column.unit)
                        }),
                        target,
                    );
                }
                for since in changes {
                    match now.change(*since) {
                        Ok(change) => {
                            let amount = change.difference.amount;
                            self.compared(signed(self.lang, amount, column.unit), Some(amount));
                        }
                        Err(why) => self.words(sentence::no_change(self.lang, why).to_owned()),
                    }
                }
            }
        }
    }
}

fn signed(lang: Lang, amount: Decimal, unit: &Unit) -> String {
    match amount.sign() {
        Ordering::Equal => Text::NoChange.say(lang).to_owned(),
        Ordering::Greater => fill(Text::Up.say(lang), &[&number::difference(lang, amount, unit)]),
        Ordering::Less => fill(Text::Down.say(lang), &[&number::difference(lang, amount, unit)]),
    }
}
