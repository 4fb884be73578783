use super::found::{Found, Kind};
use crate::terminal::{ERROR, HEADING};
use anyhow::Result;
use std::io::Write;

/// Everything that differs, under headings, the figures grouped by indicator.
pub(super) fn list(out: &mut dyn Write, found: &[Found]) -> Result<()> {
    if found.is_empty() {
        writeln!(out, "Nothing differs.")?;
    }
    for (section, of_kind) in found.chunk_by(|one, next| one.kind == next.kind).enumerate() {
        let Some(kind) = of_kind.first().map(|found| found.kind) else { continue };
        if section > 0 {
            writeln!(out)?;
        }
        let style = if kind == Kind::Unmarked { ERROR } else { HEADING };
        writeln!(out, "{style}{} ({}){style:#}", kind.heading(), of_kind.len())?;
        if !kind.advice().is_empty() {
            writeln!(out, "{}", kind.advice())?;
        }
        for of_indicator in of_kind.chunk_by(|one, next| one.indicator == next.indicator) {
            lines(out, of_indicator)?;
        }
    }
    Ok(())
}

/// The things of one kind about one indicator: one behind its name, or several below it.
fn lines(out: &mut dyn Write, found: &[Found]) -> Result<()> {
    let name = found.first().and_then(|found| found.indicator.as_ref()).map(|indicator| &indicator.name);
    let texts: Vec<String> = found.iter().map(line).collect();
    match (name, texts.as_slice()) {
        // "Children looked after: 4 figures": there is no place within it.
        (Some(name), [only])
            if found.iter().all(|found| found.period.is_none() && found.before.is_none())
                && found.iter().all(|found| found.area.is_none()) =>
        {
            writeln!(out, "  {name}: {only}")?;
        }
        (Some(name), texts) => {
            writeln!(out, "  {name}")?;
            for text in texts {
                writeln!(out, "    {text}")?;
            }
        }
        (None, texts) => {
            for text in texts {
                writeln!(out, "  {text}")?;
            }
        }
    }
    Ok(())
}

/// `Q3 2020/21, Isle of Wight: was 79%, now 78%`
fn line(found: &Found) -> String {
    let names = [&found.period, &found.area].into_iter().flatten().map(|named| named.name.clone());
    let place = names.chain(found.part.iter().cloned()).collect::<Vec<_>>().join(", ");
    let change = match (&found.before, &found.now, found.figures) {
        (Some(before), Some(now), _) if found.kind.is_text() => format!("was “{before}”, now “{now}”"),
        (Some(before), Some(now), _) => format!("was {before}, now {now}"),
        (None, Some(now), Some(figures)) => format!("{now}; {}", count(figures)),
        (Some(before), None, Some(figures)) => format!("{before}; {}", count(figures)),
        (None, Some(now), None) => format!("new: “{now}”"),
        (Some(before), None, None) => format!("gone: “{before}”"),
        (None, None, Some(figures)) => count(figures),
        (None, None, None) => String::new(),
    };
    match (place.as_str(), change.as_str()) {
        ("", change) => change.to_owned(),
        (place, "") => place.to_owned(),
        (place, change) => format!("{place}: {change}"),
    }
}

fn count(figures: usize) -> String {
    match figures {
        1 => "1 figure".to_owned(),
        more => format!("{more} figures"),
    }
}
