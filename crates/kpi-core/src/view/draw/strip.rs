use super::{dwarfs, largest, point, subtitle};
use crate::model::{Decimal, Unit};
use crate::query::{Sight, peers, quartiles};
use crate::view::areas::areas;
use crate::view::chart::{Dot, Point, StripChart, Tone};
use crate::words::{chart as words, number};

/// So many areas with a number still have a bar each; more are dots.
const MOST_BARS: usize = 24;

/// Every area of the focus's kind, and whatever the reader has chosen besides; `None` where bars have room for them.
pub(in crate::view) fn strip(sight: Sight<'_>) -> Option<StripChart> {
    let unit = &sight.measure()?.unit;
    let peers = peers(sight);
    let mut numbers: Vec<Decimal> = Vec::new();
    for peer in &peers {
        let number = sight.of(*peer).figure().and_then(|figure| figure.exact());
        numbers.extend(number.map(|number| unit.published(number)));
    }
    if numbers.len() <= MOST_BARS {
        return None;
    }
    let chosen = areas(sight);
    let mut dots: Vec<Dot> = Vec::new();
    let mut lacking = 0;
    for area in peers.iter().filter(|area| !chosen.iter().any(|shown| shown.area == **area)) {
        let (Some(found), sight) = (sight.dataset.area(*area), sight.of(*area)) else { continue };
        let dot = dot(sight, found.name.clone(), Tone::Other, unit);
        if dot.point.number().is_some() {
            insert(dot, &mut dots);
        } else {
            lacking += 1;
        }
    }
    let (mut own, mut left_out) = (0.0, Vec::new());
    let most = numbers.iter().max().map_or(0.0, |most| most.to_f64());
    for shown in chosen {
        let dot = dot(sight.of(shown.area), shown.name, shown.tone, unit);
        let number = largest([&dot.point].into_iter());
        if dot.tone == Tone::Focus {
            own = number;
        } else if number > most && dwarfs(unit, own, number) {
            left_out.push(dot.name);
            continue;
        }
        insert(dot, &mut dots);
    }
    let quartiles = quartiles(&mut numbers).map(|numbers| {
        numbers.map(|number| Point::Value {
            number: number.to_f64(),
            text: number::short(number, unit),
            provisional: false,
            limits: None,
            is_break: false,
        })
    });
    let (lang, rank) = (sight.query.lang, sight.rank(&peers));
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

/// By value; what has no number comes last, and what is equal keeps its order. A sort of so many so large things would weigh
/// more than it saves.
fn insert(dot: Dot, dots: &mut Vec<Dot>) {
    let value = |dot: &Dot| dot.point.number().unwrap_or(f64::INFINITY);
    let at = dots.partition_point(|other| value(other) <= value(&dot));
    dots.insert(at, dot);
}
