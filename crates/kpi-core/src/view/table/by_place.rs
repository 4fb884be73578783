use super::making::Table;
use crate::model::{Decimal, Unit};
use crate::query::{ColumnKind, Sight};
use crate::view::areas::everyone;
use crate::view::many::Many;
use crate::words::{Text, number};

impl Table {
    /// Every area of the strip in the shown period, with its place among those of the focus's kind.
    pub(super) fn by_place(&mut self, sight: Sight<'_>, many: &Many, unit: &Unit) {
        self.heading(Text::Area.say(self.lang));
        self.column(&number::unit_heading(self.lang, unit), ColumnKind::Figure, sight);
        let is_ranked = !unit.is_total();
        if is_ranked {
            self.column(Text::Rank.say(self.lang), ColumnKind::Place, sight);
        }
        for shown in everyone(sight, &many.peers) {
            self.row(&shown.name, shown.area == sight.area);
            let sight = sight.of(shown.area);
            self.figure(sight, unit);
            if !is_ranked {
                continue;
            }
            match many.rank(sight).and_then(|rank| u32::try_from(rank.place).ok()) {
                Some(place) => self.compared(number::whole(place), Some(Decimal::new(place.into(), 0))),
                None => self.words("–".to_owned()),
            }
        }
        // What the band and the rule of the strip show.
        let names = [Text::LowerQuartile, Text::Median, Text::UpperQuartile];
        for (name, number) in names.into_iter().zip(many.ranking.quartiles().into_iter().flatten()) {
            self.row(name.say(self.lang), false);
            self.compared(number::short(number, unit), Some(number));
            if is_ranked {
                self.words("–".to_owned());
            }
        }
    }
}
