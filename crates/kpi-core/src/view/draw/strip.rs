use super::{dwarfs, largest, point, subtitle};
use crate::model::Unit;
use crate::query::Sight;
use crate::sorted::sorted;
use crate::view::areas::areas;
use crate::view::chart::{Dot, Point, StripChart, Tone};
use crate::view::many::Many;
use crate::words::{chart as words, number};

/// Every area of the focus's kind, and whatever the reader has chosen besides.
pub(super) fn strip(sight: Sight<'_>, many: &Many) -> Option<StripChart> {
    let unit = &sight.measure()?.unit;
    let mut dots: Vec<Dot> = Vec::new();
    let mut lacking = 0;
    for area in many.peers.iter().filter(|area| **area != sight.area && !sight.query.compare.has(**area)) {
        let (Some(found), sight) = (sight.dataset.area(*area), sight.of(*area)) else { continue };
        let dot = dot(sight, found.name.clone(), Tone::Other, unit);
        if dot.point.number().is_some() {
            dots.push(dot);
        } else {
            lacking += 1;
        }
    }
    let (mut own, mut left_out) = (0.0, Vec::new());
    let most = many.ranking.numbers().last().map_or(0.0, |most| most.to_f64());
    for shown in areas(sight) {
        let dot = dot(sight.of(shown.area), shown.name, shown.tone, unit);
        let number = largest([&dot.point].into_iter());
        if dot.tone == Tone::Focus {
            own = number;
        } else if number > most && dwarfs(unit, own, number) {
            left_out.push(dot.name);
            continue;
        }
        dots.push(dot);
    }
    // By value; what has no number comes last.
    let value = |dot: &Dot| dot.point.number().unwrap_or(f64::INFINITY);
    let dots = sorted(dots, &|one, other| value(one) < value(other));
    let quartiles = many.ranking.quartiles().map(|numbers| {
        numbers.map(|number| Point::Value {
            number: number.to_f64(),
            text: number::short(number, unit),
            provisional: false,
            limits: None,
            is_break: false,
        })
    });
    let (lang, rank) = (sight.query.lang, many.rank(sight));
    let name = sight.dataset.area(sight.area).map(|area| area.name.as_str()).unwrap_or_default();
    let mut note = words::rank(lang, name, rank, sight.polarity(), lacking);
    if !left_out.is_empty() {
        note.push(' ');
        note.push_str(&words::left_out(lang, &left_out));
    }
    Some(StripChart {
        lang,
        title: sight.indicator.name.clone(),
        subtitle: subtitle(sight, None),
        unit: unit.clone(),
        position: sight.position,
        dots,
        quartiles,
        note,
    })
}

fn dot(sight: Sight<'_>, name: String, tone: Tone, unit: &Unit) -> Dot {
    Dot { name, tone, key: sight.key(), point: point(sight.query.lang, sight.figure(), unit) }
}
