use crate::text;
use kpi_core::view::{Cell, Column, Row, TableModel};
use yew::{Html, html};

/// Every figure of the charts, and the key to its symbols.
pub(crate) fn figure_table(model: &TableModel) -> Html {
    let TableModel { caption, columns, rows, key } = model;
    html! {
        <section class="figures" part="table" aria-label={text::FIGURES}>
            // Wider than the page it scrolls by itself, and whoever has no mouse can scroll it with the keys.
            <div class="scroll" role="region" tabindex="0" aria-label={caption.clone()}>
                <table>
                    <caption><span>{ caption }</span></caption>
                    <thead><tr>{ for columns.iter().map(head) }</tr></thead>
                    <tbody>{ for rows.iter().map(|row| body(row, columns)) }</tbody>
                </table>
            </div>
            if !key.is_empty() {
                <p class="key">
                    { text::KEY }{ ": " }
                    { key.iter().map(|(symbol, meaning)| format!("{symbol} {meaning}")).collect::<Vec<_>>().join("; ") }
                    { "." }
                </p>
            }
        </section>
    }
}

fn head(column: &Column) -> Html {
    html! { <th scope="col" data-kind={column.numeric.then_some("number")}>{ &column.heading }</th> }
}

fn body(row: &Row, columns: &[Column]) -> Html {
    let cells = row.cells.iter().zip(columns.iter().skip(1)).map(|(cell, column)| figure(cell, column));
    html! {
        <tr data-kind={row.strong.then_some("strong")}>
            <th scope="row">{ &row.heading }</th>
            { for cells }
        </tr>
    }
}

fn figure(cell: &Cell, column: &Column) -> Html {
    let Cell { text, aside, spoken } = cell;
    html! {
        <td data-kind={column.numeric.then_some("number")}>
            { text }
            if !aside.is_empty() { <span class="small aside">{ format!(" {aside}") }</span> }
            if !spoken.is_empty() { <span class="hidden">{ format!(" ({spoken})") }</span> }
        </td>
    }
}
