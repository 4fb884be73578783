//! The figures of one indicator in a file of their own, read when somebody looks at it.

use super::diagnostic::{Diagnostic, Problem};
use super::directory::{Directory, Ids};
use super::json::{Fields, Node};
use super::log::Log;
use super::period::Periods;
use super::{outline, series, text, version};
use crate::model::{DataFile, Dataset, Indicator, IndicatorIx};

/// Reads `{ "kpi": "1.0", "indicator": "outturn", "series": [...] }` for an indicator of a publication: the indicator with
/// all its figures, and what is wrong with the file. `None` where no figure could be read.
#[must_use]
pub fn read(bytes: &[u8], dataset: &Dataset, ix: IndicatorIx) -> (Option<Indicator>, Vec<Diagnostic>) {
    let (text, problem) = text(bytes);
    let mut log = Log::new(text);
    let indicator = match problem {
        Some(problem) => {
            log.at_offset(text.len(), problem);
            None
        }
        None => dataset.indicator(ix).and_then(|indicator| figures(text, dataset, indicator, &mut log)),
    };
    (indicator, log.finish())
}

fn figures(text: &str, dataset: &Dataset, indicator: &Indicator, log: &mut Log<'_>) -> Option<Indicator> {
    let data = indicator.data.as_ref()?;
    let outline = outline::read(text, log)?;
    let root = Node::root(text);
    let fields = Fields::found(root, &outline.members);
    version::read(&fields, outline.cut_off, log)?;
    // What a file cut off lacks may have been in it.
    let need = |name, log: &mut Log<'_>| if outline.cut_off { fields.take(name) } else { fields.need(name, log) };
    let named = need("indicator", log)?;
    let found = named.text(log)?;
    if found != indicator.id {
        return named.wrong(Problem::OtherIndicator { found }, log);
    }
    let directory = Directory::of_areas(&dataset.areas);
    let categories = indicator
        .dimensions
        .iter()
        .map(|dimension| dimension.categories.iter().map(|category| category.id.clone()).zip(0..).collect::<Ids>());
    let shape = series::Shape {
        directory: &directory,
        periods: Periods { order: &data.order, sorted: &indicator.periods },
        measures: &indicator.measures,
        dimensions: &indicator.dimensions,
        categories: categories.collect(),
    };
    let cube = shape.read(need("series", log)?, log)?;
    fields.finish(log);
    Some(Indicator { cube, data: None, ..indicator.clone() })
}

/// The file that an indicator names for its figures.
pub(super) fn named(fields: &Fields<'_, '_>, order: &[usize], log: &mut Log<'_>) -> Option<DataFile> {
    let hash = fields.text("hash", log);
    let node = fields.take("data")?;
    let path = node.text(log)?;
    // A browser drops spaces around an address and some control characters within it, so that " ../a" would lead out.
    let is_step = |step: &str| !step.is_empty() && !step.starts_with('.') && step.trim_ascii() == step;
    let is_inside =
        path.split('/').all(is_step) && !path.contains(|letter: char| letter.is_control() || "\\:?#%".contains(letter));
    if !is_inside {
        return node.wrong(Problem::BadPath { found: path }, log);
    }
    Some(DataFile { path, hash, order: order.to_vec() })
}
