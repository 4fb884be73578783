//! An indicator with several measures: all of them in a sentence, and budget against spending in words.

use super::{Story, Worth, level, push};
use crate::model::{Decimal, Figure, Measure, MeasureIx, MeasureRole, Missing};
use crate::query::Sight;
use crate::words::{number, period, sentence, symbol};
use std::cmp::Ordering;

/// `All non-schools in 2020/21: forecast £27,018 thousand against a budget of £27,622 thousand, £603 thousand (2.2%) under
/// budget`. What follows is about the measure of the sight, by its name.
pub(super) fn tell(story: &mut Story<'_>, measure: &Measure) {
    let sight = story.sight;
    let first = sight.indicator.dimensions.first();
    let total = first.and_then(|dimension| dimension.categories.get(usize::from(dimension.total()?.0)));
    let mut subject = level::whose(sight);
    if let Some(total) = total.filter(|_| sight.cell == sight.indicator.total_cell()) {
        subject = if subject.is_empty() { total.name.clone() } else { [&total.name, ", ", &subject].concat() };
    } else if subject.is_empty() {
        subject.push_str(&sight.indicator.name);
    }
    let when = period::when(story.named.period, &period::named(story.named));
    let mut text = [&subject, " ", &when, ": "].concat();
    let mut doubt = String::new();
    match spending(sight) {
        Some((told, differs)) => {
            text.push_str(&told);
            doubt = differs;
        }
        None => text.push_str(&all(sight)),
    }
    story.say(Worth::Told, text);
    story.say(Worth::Told, doubt);
    story.subject = plain(measure).to_owned();
}

/// `budget £1,200 thousand, outturn not published and variance −0.8%`
fn all(sight: Sight<'_>) -> String {
    let mut figures = Vec::new();
    for (measure, shown) in (0..).map(MeasureIx).zip(&sight.indicator.measures) {
        if let Some(figure) = (Sight { measure, ..sight }).figure() {
            figures.push([&sentence::lowercased(plain(shown)), " ", &level::value(&figure, &shown.unit)].concat());
        }
    }
    if figures.is_empty() {
        figures.push(symbol::reason(Missing::NotPublished).to_owned());
    }
    sentence::listed(&figures, "and")
}

/// Spending against the budget, and a sentence of doubt where the publisher's variance is not the difference of the two: the
/// published figure stands. `None` where one of them is not a number, or the figures contradict each other.
fn spending(sight: Sight<'_>) -> Option<(String, String)> {
    let of = |role| {
        let at = sight.indicator.measures.iter().position(|measure| measure.role == role)?;
        let (figure, measure) = figure(sight, at)?;
        Some((figure, measure, figure.number_in(&measure.unit).ok()?))
    };
    let (spent, outturn, own) = of(MeasureRole::Outturn)?;
    let (planned, budget, other) = of(MeasureRole::Budget)?;
    let variance = of(MeasureRole::Variance).filter(|(_, measure, _)| measure.unit.kind == outturn.unit.kind);
    let percent = of(MeasureRole::Percent).map(|(_, measure, number)| (number, measure));
    if outturn.unit.kind != budget.unit.kind {
        return None;
    }
    let difference = own.minus(other);
    // "Over" and "approximately" are not reckoned with.
    let is_exact = spent.remark.is_none() && planned.remark.is_none();
    let amount = variance.map(|(_, _, number)| number).or(is_exact.then_some(difference));
    let sign = amount.or(percent.map(|(number, _)| number)).map(Decimal::sign);
    let side = sign.unwrap_or(Ordering::Equal);
    let disagrees = |sign: Ordering| sign != Ordering::Equal && sign != side;
    if disagrees(difference.sign()) && side != Ordering::Equal
        || percent.is_some_and(|(number, _)| disagrees(number.sign()))
    {
        return None;
    }
    let mut text = [
        &sentence::lowercased(plain(outturn)),
        " ",
        &level::value(&spent, &outturn.unit),
        " against a budget of ",
        &level::value(&planned, &budget.unit),
    ]
    .concat();
    if sign.is_some() {
        text.push_str(", ");
    }
    if side != Ordering::Equal {
        let share = percent.map(|(number, measure)| number::short(number.magnitude(), &measure.unit));
        match (amount, share) {
            (Some(amount), share) => {
                text.push_str(&number::difference(amount, &outturn.unit));
                if let Some(share) = share {
                    push(&mut text, &[" (", &share, ")"]);
                }
            }
            (None, share) => text.push_str(&share.unwrap_or_default()),
        }
        text.push(' ');
    }
    text.push_str(match (sign, side) {
        (None, _) => "",
        (_, Ordering::Greater) => "over budget",
        (_, Ordering::Less) => "under budget",
        _ => "on budget",
    });
    let doubt = match variance {
        Some((_, _, variance)) if is_exact && variance != difference => {
            let size = number::difference(difference, &outturn.unit);
            ["The published ", &sentence::lowercased(plain(outturn)), " and budget differ by ", &size].concat()
        }
        _ => String::new(),
    };
    Some((text, doubt))
}

fn figure<'d>(sight: Sight<'d>, at: usize) -> Option<(Figure<'d>, &'d Measure)> {
    let sight = Sight { measure: MeasureIx(u16::try_from(at).ok()?), ..sight };
    Some((sight.figure()?, sight.measure()?))
}

/// "Variance, %" without its unit, which the figure has.
fn plain(measure: &Measure) -> &str {
    measure.name.trim_end_matches(['%', ',', ' '])
}
