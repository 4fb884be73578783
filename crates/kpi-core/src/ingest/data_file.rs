//! The figures of one indicator in a file of their own, read when somebody looks at it.

use super::diagnostic::Diagnostic;
use super::directory::{Directory, Ids};
use super::json::{Fields, Node};
use super::log::Log;
use super::outline::Outline;
use super::period::Periods;
use super::problem::Problem;
use super::{open, series, version};
use crate::model::{Cube, DataFile, Dataset, Indicator};
use std::cell::OnceCell;

/// Reads `{ "kpi": "1.0", "indicator": "outturn", "series": [...] }` into the indicator that lacks it. What is wrong with
/// the file is returned; where not one figure could be read, the indicator still lacks it.
#[must_use]
pub fn read(bytes: &[u8], dataset: &Dataset, indicator: &Indicator) -> Vec<Diagnostic> {
    let (outline, mut log) = open(bytes);
    let cube = outline.as_ref().and_then(|outline| figures(outline, dataset, indicator, &mut log));
    if let (Some(data), Some(cube)) = (&indicator.data, cube) {
        // Of two answers to one question the first counts.
        let _ = data.figures.set(cube);
    }
    log.finish(outline.as_ref())
}

fn figures(outline: &Outline<'_>, dataset: &Dataset, indicator: &Indicator, log: &mut Log<'_>) -> Option<Cube> {
    let data = indicator.data.as_ref()?;
    let fields = Fields::found(Node { raw: outline.text }, &outline.members);
    version::read(&fields, outline.cut_off, log)?;
    // What a file cut off lacks may have been in it.
    let need = |name, log: &mut Log<'_>| if outline.cut_off { fields.take(name) } else { fields.need(name, log) };
    let named = need("indicator", log)?;
    let found = named.text(log)?;
    if found != indicator.id {
        return named.wrong(Problem::OtherIndicator { found }, log);
    }
    // No id stands there twice.
    let mut areas = Ids::default();
    for area in &dataset.areas {
        areas.insert(&area.id);
    }
    let directory = Directory::new(areas, Ids::default());
    let mut categories = Vec::new();
    for dimension in &indicator.dimensions {
        let mut ids = Ids::default();
        for category in &dimension.categories {
            ids.insert(&category.id);
        }
        categories.push(ids);
    }
    let shape = series::Shape {
        directory: &directory,
        periods: Periods { order: &data.order, sorted: &indicator.periods },
        measures: &indicator.measures,
        dimensions: &indicator.dimensions,
        categories,
    };
    let cube = shape.read(need("series", log)?, log)?;
    fields.finish(log);
    Some(cube)
}

/// The file that an indicator names for its figures.
pub(super) fn named(fields: &Fields<'_>, order: &[usize], log: &mut Log<'_>) -> Option<DataFile> {
    let node = fields.take("data")?;
    let hash = fields.take("hash").and_then(|node| {
        let hash = node.text(log)?;
        if is_hash(&hash) { Some(hash) } else { node.wrong_kind("a hash that begins with sha256-", log) }
    });
    let path = node.text(log)?;
    // A browser drops spaces around an address and some control characters within it, so that " ../a" would lead out.
    let is_step = |step: &str| !step.is_empty() && !step.starts_with('.') && step.trim_ascii() == step;
    let is_inside =
        path.split('/').all(is_step) && !path.contains(|letter: char| letter.is_control() || "\\:?#%".contains(letter));
    if !is_inside {
        return node.wrong(Problem::BadPath { found: path }, log);
    }
    Some(DataFile { path, hash, order: order.to_vec(), figures: OnceCell::new() })
}

/// Whether a text is one hash as an integrity attribute writes it: an algorithm, and so many letters of base64.
fn is_hash(text: &str) -> bool {
    let Some((algorithm, hash)) = text.split_once('-') else { return false };
    let length = match algorithm {
        "sha256" => 43,
        "sha384" => 64,
        "sha512" => 86,
        _ => return false,
    };
    let letters = hash.trim_end_matches('=');
    let is_base64 = letters.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(&byte));
    is_base64 && letters.len() == length && hash.len() == length.next_multiple_of(4)
}
