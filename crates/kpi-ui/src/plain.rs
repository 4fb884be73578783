use kpi_core::model::{Dataset, MeasureIx};
use kpi_core::query::Query;
use kpi_core::view::{IndicatorModel, TableModel};
use yew::{Html, Properties, component, html};

use crate::Publication;
use crate::text::Text;

/// Props of [`PlainFigures`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PlainFiguresProps {
    /// The figures.
    pub publication: Publication,
}

/// Every figure as plain tables, one an indicator: what stands inside the element until the program runs, and what is
/// left wherever it cannot run. No classes, no script, nothing that the page around does not style itself.
#[component]
pub fn PlainFigures(props: &PlainFiguresProps) -> Html {
    let dataset = props.publication.dataset();
    let query = Query::initial(dataset);
    html! {
        <>
            <h2>{ &dataset.title }</h2>
            <p>{ &dataset.publisher.name }</p>
            { for (0..).map(kpi_core::model::TopicIx).zip(&dataset.topics).map(|(ix, topic)| {
                let indicators = dataset.indexed_indicators().filter(|(_, indicator)| indicator.topic == ix);
                html! {
                    <>
                        <h3>{ &topic.name }</h3>
                        { for indicators.map(|(ix, _)| indicator(dataset, &query, ix)) }
                    </>
                }
            }) }
            if !dataset.notes.is_empty() {
                <h3>{ Text::About.say(query.lang) }</h3>
                <ul>{ for dataset.notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul>
            }
        </>
    }
}

fn indicator(dataset: &Dataset, query: &Query, ix: kpi_core::model::IndicatorIx) -> Html {
    let model = IndicatorModel::new(dataset, query, ix, MeasureIx(0));
    let Some(IndicatorModel { sentence, tables, source, notes, .. }) = model else {
        return Html::default();
    };
    let source = source.map(|source| source.words());
    html! {
        <>
            { for tables.iter().map(plain_table) }
            <p>{ sentence }</p>
            if let Some(source) = source { <p>{ format!("{}: {source}.", Text::Source.say(query.lang)) }</p> }
            if !notes.is_empty() { <ul>{ for notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul> }
        </>
    }
}

fn plain_table(table: &TableModel) -> Html {
    html! {
        <table>
            <caption>{ &table.caption }</caption>
            <thead><tr>{ for table.columns.iter().map(|column| html! { <th scope="col">{ &column.heading }</th> }) }</tr></thead>
            <tbody>
                { for table.rows.iter().map(|row| html! {
                    <tr>
                        <th scope="row">{ &row.heading }</th>
                        { for row.cells.iter().map(|cell| html! {
                            <td>{ &cell.text }if !cell.aside.is_empty() { { format!(" ({})", cell.aside) } }</td>
                        }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
