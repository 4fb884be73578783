use kpi_core::ingest;
use kpi_core::query::{Query, fragment};
use kpi_core::words::Lang;
use kpi_ui::{
    App, AppProps, FigureFile, PlainFigures, PlainFiguresProps, PrintedPages, PrintedPagesProps, Publication, Settings,
};
use std::path::PathBuf;
use yew::{Callback, LocalServerRenderer};

pub(crate) fn path(relative: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(relative)
}

pub(crate) fn seed_bytes() -> Vec<u8> {
    std::fs::read(path("www/data/isle-of-wight-2020-21.kpi.json")).unwrap()
}

pub(crate) fn publication(bytes: &[u8]) -> Publication {
    Publication::new(ingest::read(bytes)).expect("figures that can be shown")
}

/// The page as the address `#fragment` shows it.
pub(crate) fn page(publication: &Publication, fragment: &str) -> String {
    page_in(None, publication, fragment)
}

/// The same in the language that the page around asks for.
pub(crate) fn page_in(lang: Option<&'static str>, publication: &Publication, fragment: &str) -> String {
    page_of(publication, FigureFile { address: "kpi.json".into(), ..FigureFile::default() }, lang, fragment)
}

/// The page of figures that came in a file.
pub(crate) fn page_of(
    publication: &Publication,
    file: FigureFile,
    lang: Option<&'static str>,
    fragment: &str,
) -> String {
    let settings = Settings { fragment: fragment.to_owned().into(), ..Settings::default() };
    let props = AppProps {
        publication: Some(publication.clone()),
        file,
        hands: None,
        settings: Settings { lang: lang.map(Into::into), ..settings },
        on_change: Callback::noop(),
    };
    lines(&pollster::block_on(LocalServerRenderer::<App>::with_props(props).hydratable(false).render()))
}

/// What is printed of the indicators that are listed.
pub(crate) fn printed(lang: Lang, publication: &Publication, choices: &str) -> String {
    let dataset = publication.dataset();
    let query = fragment::read(choices, &Query { lang, ..Query::initial(dataset) }, dataset).unwrap();
    let props = PrintedPagesProps { publication: publication.clone(), query };
    lines(&pollster::block_on(LocalServerRenderer::<PrintedPages>::with_props(props).hydratable(false).render()))
}

/// What stands inside the element until the program runs.
pub(crate) fn plain(publication: &Publication) -> String {
    let props = PlainFiguresProps { publication: publication.clone() };
    lines(&pollster::block_on(LocalServerRenderer::<PlainFigures>::with_props(props).hydratable(false).render()))
}

/// One element a line, so that a difference is a line.
fn lines(html: &str) -> String {
    html.replace("><", ">\n<")
}
