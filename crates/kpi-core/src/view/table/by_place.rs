use super::making::Table;
use crate::model::{AreaIx, Decimal, Polarity, Unit};
use crate::query::{ColumnKind, Sight, peers, quartiles};
use crate::view::areas::everyone;
use crate::words::{Text, number};

impl Table {
    /// Every area of the strip in the shown period, with its place among those of the focus's kind.
    pub(super) fn by_place(&mut self, sight: Sight<'_>, unit: &Unit) {
        self.heading(Text::Area.say(self.lang));
        self.column(&number::unit_heading(self.lang, unit), ColumnKind::Figure, sight);
        self.column(Text::Place.say(self.lang), ColumnKind::Place, sight);
        let peers = peers(sight);
        let number = |area: AreaIx| Some(unit.published(sight.of(area).figure()?.exact()?));
        let mut numbers: Vec<Decimal> = peers.iter().filter_map(|area| number(*area)).collect();
        let is_up = sight.polarity() == Polarity::Lower;
        for shown in everyone(sight, &peers) {
            self.row(&shown.name, shown.area == sight.area);
            self.figure(sight.of(shown.area), unit);
            let own = number(shown.area).filter(|_| peers.binary_search(&shown.area).is_ok());
            // Whatever is equal shares the first of its places.
            let is_before = |other: Decimal, own| if is_up { other < own } else { other > own };
            let place = own.map(|own| numbers.iter().filter(|other| is_before(**other, own)).count() + 1);
            match place.and_then(|place| u32::try_from(place).ok()) {
                Some(place) => self.compared(number::whole(place), Some(Decimal::new(place.into(), 0))),
                None => self.words("–".to_owned()),
            }
        }
        // What the band and the rule of the strip show.
        let names = [Text::LowerQuartile, Text::Median, Text::UpperQuartile];
        for (name, number) in names.into_iter().zip(quartiles(&mut numbers).into_iter().flatten()) {
            self.row(name.say(self.lang), false);
            self.compared(number::short(number, unit), Some(number));
            self.words("–".to_owned());
        }
    }
}
