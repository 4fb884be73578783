use super::{Page, chart};
use crate::element::{Element, el};
use crate::text::Text;
use kpi_core::model::TopicIx;
use kpi_core::query::View;
use kpi_core::view::{ChartModel, Line, multiples as charts_of};
use std::rc::Rc;

/// Small charts of a topic's indicators side by side: one look at how they went. `None` where fewer than two have a course.
pub(crate) fn multiples(page: &Page<'_>, topic: TopicIx) -> Option<Element> {
    let charts = charts_of(page.dataset, page.query, topic);
    let mut lines: Vec<&Line> = Vec::new();
    for line in charts.iter().flat_map(|(_, _, chart)| &chart.lines) {
        // A group's figures may come about by one method in one chart and by another in the next.
        if !lines.iter().any(|known| (known.tone, &known.name) == (line.tone, &line.name)) {
            lines.push(line);
        }
    }
    let legend = lines.into_iter().map(|line| {
        el("li").child(el("span").class("sample").data_label(chart::kind(line.tone))).child(el("span").text(&line.name))
    });
    let legend = el("ul").class("legend").children(legend);
    if charts.len() < 2 {
        return None;
    }
    let mut list = el("ul").class("multiples").aria_label(page.say(Text::Courses));
    for (indicator, name, small) in charts {
        let link = page.link(View::of(indicator)).lang(page.own_lang()).text(&name);
        let note = small.note.clone();
        let chart = chart::chart(page, indicator, &Rc::new(ChartModel::Line(small)));
        list = list.child(
            el("li")
                .key(indicator.0.to_string())
                .child(el("p").child(link))
                .child(chart)
                .optional((!note.is_empty()).then(|| el("p").class("key").text(&note))),
        );
    }
    Some(el("div").class("courses").child(legend).child(list))
}
