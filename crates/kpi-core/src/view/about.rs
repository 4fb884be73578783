use super::heading::measure_heading;
use super::revision;
use super::table::whole_key;
use crate::model::{AreaRole, Dataset, Indicator, IndicatorIx, Source};
use crate::query::Query;
use crate::words::{Lang, Rule, Text, chart, dates, fill, method, number, rules, sentence};

/// What a reader has to know of the whole publication.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutModel {
    /// When it was published and last changed; empty where it does not say so.
    pub dates: String,
    /// By what rules figures are compared.
    pub rules: Vec<Rule>,
    /// How the figures of each group come about: by which method, of whom, chosen by which model.
    pub groups: Vec<String>,
    /// Every symbol and mark with its meaning, whether this publication has it or not.
    pub key: Vec<(String, String)>,
    /// In the order of the publication.
    pub indicators: Vec<AboutIndicator>,
}

/// What a reader has to know of one indicator, whichever of its figures are looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutIndicator {
    /// Where a click leads.
    pub indicator: IndicatorIx,
    /// Its name.
    pub name: String,
    /// What exactly is counted.
    pub definition: Option<String>,
    /// "Higher is better. Figures that differ by up to 2 percentage points are called similar."
    pub direction: String,
    /// What is counted, in which unit: of one measure its unit alone.
    pub measures: Vec<String>,
    /// Who published the figures, and where.
    pub source: Option<Source>,
    /// What a reader has to know besides.
    pub notes: Vec<String>,
    /// What revised figures were before: those of every area.
    pub revisions: Vec<String>,
}

impl AboutModel {
    /// Of a publication, in the language of a query.
    #[must_use]
    pub fn new(dataset: &Dataset, query: &Query) -> Self {
        let lang = query.lang;
        let mut indicators = Vec::new();
        for (ix, indicator) in dataset.indexed_indicators() {
            indicators.push(about(dataset, lang, ix, indicator));
        }
        Self {
            dates: dates(dataset, lang),
            rules: rules(lang),
            groups: groups(dataset, lang),
            key: whole_key(lang),
            indicators,
        }
    }
}

fn about(dataset: &Dataset, lang: Lang, ix: IndicatorIx, indicator: &Indicator) -> AboutIndicator {
    let mut direction = sentence::direction(lang, indicator.polarity).to_owned();
    if let (Some(tolerance), Some(measure)) = (indicator.tolerance, indicator.measures.first()) {
        direction.push(' ');
        let size = number::difference(lang, tolerance, &measure.unit);
        direction.push_str(&fill(Text::ToleranceOf.say(lang), &[&size]));
    }
    let mut measures = Vec::new();
    for measure in &indicator.measures {
        measures.push(match indicator.measures.len() {
            1 => number::unit_heading(lang, &measure.unit),
            _ => measure_heading(lang, measure),
        });
    }
    AboutIndicator {
        indicator: ix,
        name: indicator.name.clone(),
        definition: indicator.definition.clone(),
        direction,
        measures,
        source: indicator.source.clone(),
        notes: indicator.notes.clone(),
        revisions: revision::of_all(dataset, lang, indicator),
    }
}

/// `Statistical neighbours, median of Torbay, Norfolk and Suffolk (DfE model, 2021).`
fn groups(dataset: &Dataset, lang: Lang) -> Vec<String> {
    let mut groups = Vec::new();
    for area in &dataset.areas {
        let AreaRole::Group { method, model, year, members } = &area.role else { continue };
        let mut names = Vec::new();
        for member in members {
            names.extend(dataset.area(*member).map(|member| member.name.clone()));
        }
        let model = method::model(model.as_deref(), *year);
        groups.push(chart::method(lang, &area.name, *method, &model, &names));
    }
    groups
}
