//! Publications as they come to nobody's mind.

use kpi_core::model::{
    Decimal, MeasureRole, Method, Missing, NamedPeriod, Period, Polarity, Source, Unit, UnitKind, Value,
};
use kpi_formats::document::{
    Along, Area, ByPeriod, Category, Cell, Dimension, Document, Earlier, Indicator, Measure, Number, Publisher, Role,
    Series, Target, Topic,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::{select, subsequence};
use std::collections::BTreeSet;

const PERIODS: [&str; 9] = [
    "undated",
    "2019",
    "2019-04-01/P1Y",
    "2020-04-01/P3M",
    "2020-07-01/P3M",
    "2020-09-01/P1Y",
    "2021-01-01/P1M",
    "2021-03-31",
    "2021-02-10/P5M",
];

/// A text that is not blank, with what JSON, CSV and spreadsheets have trouble with.
pub fn text() -> impl Strategy<Value = String> {
    "[A-Za-z0-9 =+@,;:'\"\\\\{}\\[\\]\t\n£é–-]{0,12}[a-z=]"
}

pub fn number() -> impl Strategy<Value = Decimal> {
    (-1_000_000_000_i64..1_000_000_000, 0_u8..5).prop_map(|(mantissa, decimals)| Decimal::new(mantissa, decimals))
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => number().prop_map(Value::Number),
        1 => select(&Missing::ALL[..6]).prop_map(Value::Missing),
        1 => Just(Value::Missing(Missing::NotPublished)),
    ]
}

/// What figures rarely have.
#[derive(Clone, Debug)]
struct Beside {
    limits: (Decimal, Decimal),
    earlier: Vec<Earlier>,
}

fn beside() -> impl Strategy<Value = Beside> {
    // An earlier figure that was not published is none.
    let published = value().prop_filter("published", |value| *value != Value::Missing(Missing::NotPublished));
    let earlier = (published, option::of(Just("2021-01-15".to_owned())))
        .prop_map(|(value, published)| Earlier { value: Cell(value), published });
    (number(), number(), vec(earlier, 1..3))
        .prop_map(|(one, other, earlier)| Beside { limits: (one.min(other), one.max(other)), earlier })
}

fn day() -> impl Strategy<Value = String> {
    (2000..2030, 1..13, 1..29).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

fn target(periods: &[NamedPeriod]) -> impl Strategy<Value = Option<Target>> + use<> {
    let periods: Vec<Period> = periods.iter().map(|named| named.period).collect();
    let by_period = vec(number(), 1..3).prop_map(move |targets| {
        Target::ByPeriod(ByPeriod(periods.iter().copied().zip(targets.into_iter().map(Number)).collect()))
    });
    option::of(prop_oneof![number().prop_map(|number| Target::Always(Number(number))), by_period])
}

fn unit() -> impl Strategy<Value = Unit> {
    let kind = prop_oneof![
        Just(UnitKind::Count),
        Just(UnitKind::Percent),
        (1_u32..100_000).prop_map(|per| UnitKind::Rate { per }),
        select(&[1_u32, 1000, 1_000_000][..]).prop_map(|scale| UnitKind::Gbp { scale }),
        Just(UnitKind::Ratio),
        Just(UnitKind::Days),
        Just(UnitKind::Score),
        text().prop_map(|label| UnitKind::Other { label }),
    ];
    (kind, option::of(0_u8..4), option::of(any::<bool>())).prop_map(|(kind, decimals, total)| Unit {
        kind,
        decimals,
        total,
    })
}

type Group = (Method, Option<String>);

fn areas() -> impl Strategy<Value = Vec<Area>> {
    let group = option::of((select(&[Method::Published, Method::Mean, Method::Median][..]), option::of(text())));
    (vec((text(), group), 1..5), any::<u8>()).prop_map(|(areas, focus)| {
        let focus = usize::from(focus) % areas.len();
        let area = |(position, (name, group)): (usize, (String, Option<Group>))| {
            let area = Area { id: format!("A{position}"), name, ..Area::default() };
            match group {
                _ if position == focus => Area { role: Some(Role::Focus), ..area },
                Some((method, model)) => Area { method: Some(method), model, ..area },
                None => area,
            }
        };
        let mut areas: Vec<Area> = areas.into_iter().enumerate().map(area).collect();
        let places: Vec<String> =
            areas.iter().filter(|area| area.method.is_none()).map(|area| area.id.clone()).collect();
        for area in areas.iter_mut().filter(|area| area.model.is_some()) {
            area.members.clone_from(&places);
            area.year = Some(2021);
        }
        areas
    })
}

fn indicator(id: usize, areas: usize, topics: usize) -> impl Strategy<Value = Indicator> {
    let periods = (subsequence(&PERIODS[..], 1..PERIODS.len()), vec(option::of(text()), PERIODS.len()));
    let dimensions = vec((text(), vec(text(), 1..4), option::of(0_usize..3)), 0..3);
    let about = (text(), option::of(text()), option::of((text(), option::of(text()))), vec(text(), 0..3));
    let shape = (about, periods, vec((text(), unit()), 0..4), unit(), dimensions);
    let rest = (0..=topics, select(&[Polarity::Higher, Polarity::Lower, Polarity::Neither][..]));
    (shape, rest).prop_flat_map(move |(shape, (topic, polarity))| {
        let (about, (periods, labels), measures, unit, dimensions) = shape;
        let (name, definition, source, notes) = about;
        let periods: Vec<NamedPeriod> = periods
            .into_iter()
            .zip(labels)
            .map(|(period, label)| NamedPeriod { period: Period::parse(period).unwrap(), label })
            .collect();
        let dimensions: Vec<Dimension> = (0..)
            .zip(dimensions)
            .map(|(position, (name, names, total))| {
                let category = |(at, name)| Category {
                    id: format!("c{at}"),
                    name,
                    parent: total.filter(|total| *total > 0 && at < *total).map(|_| "c0".to_owned()).filter(|_| at > 0),
                    total: total == Some(at),
                };
                Dimension {
                    // One id that other tables and columns use for something of their own.
                    id: if position == 0 { "measure".to_owned() } else { format!("d{position}") },
                    name,
                    categories: names.into_iter().enumerate().map(category).collect(),
                }
            })
            .collect();
        let measure = |(position, (name, unit)): (usize, (String, Unit))| {
            let role = [MeasureRole::Value, MeasureRole::Numerator, MeasureRole::Percent][position % 3];
            Measure { id: format!("m{position}"), name, role, unit: Some(unit), target: None }
        };
        let measures: Vec<Measure> = measures.into_iter().enumerate().map(measure).collect();
        let indicator = Indicator {
            id: format!("i{id}"),
            topic: (topic < topics).then(|| format!("t{topic}")),
            name,
            unit: measures.is_empty().then_some(unit),
            polarity,
            definition,
            source: source.map(|(name, at)| Source { name, url: Some("https://a.example/b?c".to_owned()), at }),
            keywords: notes.iter().map(|note| format!("{note}, otherwise")).collect(),
            notes,
            target: None,
            tolerance: None,
            periods,
            measures,
            dimensions,
            series: Vec::new(),
            data: None,
            hash: None,
        };
        let one = series(areas, &indicator);
        let tolerance = option::of((0_i64..100).prop_map(|tolerance| Number(Decimal::new(tolerance, 1))));
        (vec(one, 1..6), target(&indicator.periods), tolerance).prop_map(move |(series, target, tolerance)| {
            let mut indicator = Indicator { tolerance, ..indicator.clone() };
            match indicator.measures.last_mut() {
                Some(measure) => measure.target = target,
                None => indicator.target = target,
            }
            let mut met = BTreeSet::new();
            let key = |one: &Series| (one.area.clone(), one.measure.clone(), one.at.clone());
            let series = series.into_iter().filter(|one| met.insert(key(one))).collect();
            Indicator { series, ..indicator }
        })
    })
}

/// A value, its status, its remark, and what figures rarely have.
type Drawn = (Value, Option<&'static str>, Option<String>, Option<Beside>);

fn series(areas: usize, of: &Indicator) -> impl Strategy<Value = Series> + use<> {
    let periods: Vec<Period> = of.periods.iter().map(|named| named.period).collect();
    let measures: Vec<String> = of.measures.iter().map(|measure| measure.id.clone()).collect();
    let dimensions: Vec<(String, usize)> =
        of.dimensions.iter().map(|dimension| (dimension.id.clone(), dimension.categories.len())).collect();
    let figure = (
        value(),
        option::weighted(0.2, select(&["p", "r", "e", "f", "b", "u", "d", "pr", "ebud"][..])),
        option::weighted(0.1, text()),
        option::weighted(0.2, beside()),
    );
    (0..areas, any::<u8>(), vec(any::<u8>(), 3), vec(figure, periods.len())).prop_map(
        move |(area, measure, at, figures)| {
            let pick = |from: u8, of: usize| usize::from(from) % of;
            let at = dimensions.iter().zip(at).map(|((id, size), at)| (id.clone(), format!("c{}", pick(at, *size))));
            let mut series = Series {
                area: format!("A{area}"),
                measure: (!measures.is_empty()).then(|| measures[pick(measure, measures.len())].clone()),
                at: at.collect(),
                values: Along::List(figures.iter().map(|(value, ..)| Cell(*value)).collect()),
                lower: None,
                upper: None,
                status: ByPeriod::default(),
                remarks: ByPeriod::default(),
                previous: ByPeriod::default(),
            };
            let limit = |which: fn(&Beside) -> Decimal| {
                let limit = |(.., beside): &Drawn| beside.as_ref().map(which).map(Number);
                Some(Along::List(figures.iter().map(limit).collect()))
            };
            (series.lower, series.upper) = (limit(|beside| beside.limits.0), limit(|beside| beside.limits.1));
            for (period, (_, status, remark, beside)) in periods.iter().zip(figures) {
                series.status.0.extend(status.map(|letter| (*period, letter.to_owned())));
                series.remarks.0.extend(remark.map(|remark| (*period, remark)));
                series.previous.0.extend(beside.map(|beside| (*period, beside.earlier)));
            }
            series
        },
    )
}

pub fn document() -> impl Strategy<Value = Document> {
    (areas(), 0_usize..3, 1_usize..4).prop_flat_map(|(areas, topics, indicators)| {
        let indicators: Vec<_> = (0..indicators).map(|id| indicator(id, areas.len(), topics).boxed()).collect();
        (text(), text(), option::of(text()), option::of(day()), option::of(day()), vec(text(), 0..3), indicators)
            .prop_map(move |(title, publisher, licence, published, modified, notes, indicators)| Document {
                kpi: Document::VERSION,
                title,
                publisher: Publisher { name: publisher, url: Some("http://a.example".to_owned()) },
                language: None,
                licence,
                published,
                modified,
                notes,
                areas: areas.clone(),
                topics: (0..topics).map(|at| Topic { id: format!("t{at}"), name: format!("Topic {at}") }).collect(),
                indicators,
            })
    })
}
