use super::making::Table;
use crate::model::Unit;
use crate::query::{ColumnKind, Sight};
use crate::view::areas::ShownArea;
use crate::words::{Text, fill, number};

impl Table {
    /// Areas in the one period there is.
    pub(super) fn by_area(&mut self, sight: Sight<'_>, areas: &[ShownArea], unit: &Unit) {
        self.heading(Text::Area.say(self.lang));
        self.column(&number::unit_heading(self.lang, unit), ColumnKind::Figure, sight);
        let focus = areas.first().filter(|_| areas.len() > 1 && !unit.is_total());
        if let Some(focus) = focus {
            self.column(&fill(Text::FocusIs.say(self.lang), &[&focus.name]), ColumnKind::Difference, sight);
        }
        for shown in areas {
            let is_focus = shown.area == sight.area;
            self.row(&shown.name, is_focus);
            self.figure(sight.of(shown.area), unit);
            if focus.is_some() && is_focus {
                self.words(String::new());
            } else if focus.is_some() {
                self.difference(sight.against(shown.area), unit);
            }
        }
    }
}
