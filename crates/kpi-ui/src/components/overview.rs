use super::figure::{moved_by, moved_how, value, when};
use super::filters::find;
use super::{Page, multiples, take_away, verdict_mark};
use crate::Action;
use crate::browser::{Left, Way};
use crate::element::{Element, el, fragment};
use crate::text::{self, Text};
use kpi_core::query::{Listing, Since, Verdict};
use kpi_core::view::{Against, ChangeModel, Mover, Movers, OverviewModel, OverviewRow, Section, Trend};
use kpi_core::words::{method, sentence};

/// All of a trend, with room around it for its lines and its dot.
const VIEW_BOX: &str = "-4 -4 108 28";

/// All indicators at the chosen period: a table where there is room, a list of cards where there is none.
pub(crate) fn overview(page: &Page<'_>, model: &OverviewModel) -> Element {
    let is_filtered = page.query.listing != page.default.listing;
    let mut caption = if is_filtered {
        text::listed(page.query.lang, model.listed, page.dataset.indicators.len())
    } else {
        page.say(Text::AllIndicators).to_owned()
    };
    let (between, period) = match page.query.period {
        Some(_) => (", ", model.period.clone()),
        None if page.dataset.filter_periods.is_empty() => ("", String::new()),
        None => (": ", sentence::lowercased(page.say(Text::Latest))),
    };
    caption.push_str(between);
    caption.push_str(&period);
    // It is of all, and would be taken for that of what is listed.
    let moved: &[Movers] = if is_filtered { &[] } else { &model.movers };
    // Whoever comes from what moved finds it there, unless they have chosen otherwise since.
    let is_moved = |ix| moved.iter().flat_map(|moved| &moved.named).any(|mover| mover.indicator == ix);
    let left = page.left.map(|left| if is_moved(left.indicator) { left } else { Left { way: Way::Row, ..left } });
    let page = &Page { left, ..*page };
    let focus = page.dataset.area(page.dataset.focus()).map_or("", |area| &area.name);
    let table = if model.listed == 0 { nothing_found(page) } else { table(page, model) };
    el("section")
        .class("overview")
        .part("overview")
        .aria_labelledby("kpi-overview")
        .child(find(page))
        .child(el("h2").id("kpi-overview").tabindex("-1").node_ref(page.heading).text(&caption))
        .optional((!is_filtered).then(|| el("p").class("summary").text(&model.summary)))
        .optional((!moved.is_empty()).then(|| movers(page, moved)))
        // Said before the figures: "2 points higher" beside England's figure is not about England.
        .optional((model.listed > 0).then(|| el("p").class("key").text(focus).text(page.say(Text::VerdictKey))))
        .optional(page.query.listing.topic.and_then(|topic| multiples(page, topic)))
        .child(table)
        .child(take_away(page, &[], model.listed))
}

/// What got worse and what got better, as two short lists: the finding, before the figures.
fn movers(page: &Page<'_>, movers: &[Movers]) -> Element {
    let list = |moved: &Movers| {
        let (shape, kind, words) = match moved.verdict {
            Verdict::Better => ("▲ ", "better", Text::MovedBetter),
            _ => ("▼ ", "worse", Text::MovedWorse),
        };
        let one = |mover: &Mover| {
            let link = page.link_to(mover.indicator, Way::Movers).text(&mover.name);
            el("li").child(link).text(" ").child(moved_by(page.query.lang, &mover.change)).child(when(&mover.when))
        };
        let more = (moved.more > 0).then(|| el("li").text(&text::and_more(page.query.lang, moved.more)));
        el("div")
            .child(el("h3").child(el("span").aria_hidden("true").data_verdict(kind).text(shape)).text(page.say(words)))
            .child(el("ul").children(moved.named.iter().map(one)).optional(more))
    };
    el("div").class("movers").children(movers.iter().map(list))
}

/// A list without anything in it leads back to one that has.
fn nothing_found(page: &Page<'_>) -> Element {
    let all = el("button")
        .kind("button")
        .onclick(page.does(Some(Action::List(Listing::default()))))
        .text(page.say(Text::ShowAll));
    let told = el("p").text(page.say(Text::NothingFound));
    let told = if page.query.listing.find.is_empty() { told } else { told.text(" ").text(page.say(Text::LooksIn)) };
    el("div").class("notice").child(told).child(all)
}

fn table(page: &Page<'_>, model: &OverviewModel) -> Element {
    // Laid out as cards a table would lose its meaning in some browsers; the roles keep it.
    let head = el("tr")
        .role("row")
        .child(column_head(page.say(Text::Indicator)))
        .child(column_head(page.say(Text::Figure)).class("figure"))
        .child(column_head(page.say(Text::Trend)).class("course"))
        .children(model.changes.iter().map(|since| column_head(text::since(page.query.lang, *since))))
        .children(model.comparators.iter().map(|name| column_head(name)));
    let columns = 3 + model.changes.len() + model.comparators.len();
    el("table")
        .role("table")
        .aria_labelledby("kpi-overview")
        .child(el("thead").role("rowgroup").child(head))
        .children(model.sections.iter().map(|section| topic(page, model, section, columns)))
}

fn column_head(words: &str) -> Element {
    el("th").scope("col").role("columnheader").text(words)
}

fn topic(page: &Page<'_>, model: &OverviewModel, section: &Section, columns: usize) -> Element {
    let heading = || {
        el("th")
            .scope("rowgroup")
            .role("rowheader")
            .colspan(columns.to_string())
            .lang(page.own_lang())
            .text(&section.name)
    };
    let heading = section.topic.map(|_| el("tr").role("row").class("topic").child(heading()));
    el("tbody").role("rowgroup").optional(heading).children(section.rows.iter().map(|row| indicator(page, model, row)))
}

fn indicator(page: &Page<'_>, model: &OverviewModel, row: &OverviewRow) -> Element {
    let link = page.link_to(row.indicator, Way::Row).text(&row.name);
    let name =
        el("th").scope("row").role("rowheader").child(link).optional(row.topic.as_ref().map(|topic| when(topic)));
    let figure = el("td")
        .role("cell")
        .class("figure")
        .child(value(&row.value))
        .optional(row.period.as_ref().map(|period| when(period)))
        .optional((!row.target.is_empty()).then(|| when(&row.target)))
        .optional(row.share.map(bar));
    let course = el("td").role("cell").class("course").optional(row.trend.as_ref().map(trend));
    el("tr")
        .role("row")
        .child(name)
        .child(figure)
        .child(course)
        .children(row.changes.iter().zip(&model.changes).map(|(found, since)| change(page, found, *since)))
        .children(row.against.iter().zip(&model.comparators).map(|(found, name)| against(page, found, name)))
}

/// Seen only: whoever hears the page hears the change in words, and finds all figures in the indicator's table.
fn trend(trend: &Trend) -> Element {
    let (x, y) = trend.shown;
    el("svg")
        .class("trend")
        .aria_hidden("true")
        .view_box(VIEW_BOX)
        .children(trend.lines.iter().map(|line| el("polyline").points(line.clone())))
        .child(el("circle").cx(x.to_string()).cy(y.to_string()).r("3"))
}

/// How long the figure is beside the others of its card: seen only, where there is no room for columns.
fn bar(share: u8) -> Element {
    let rect = el("rect").width(share.to_string()).height("8");
    el("svg").class("bar").aria_hidden("true").view_box("0 0 100 8").preserve_aspect_ratio("none").child(rect)
}

fn change(page: &Page<'_>, change: &Result<ChangeModel, &'static str>, since: Since) -> Element {
    let cell = el("td").role("cell").data_label(text::since(page.query.lang, since));
    let change = match change {
        Ok(change) => change,
        Err("") => return nothing(page),
        Err(why) => return cell.class("unchanged").child(el("span").class("small").text(why)),
    };
    let lang = page.query.lang;
    cell.child(moved_by(lang, change)).optional(moved_how(lang, change)).child(when(&change.since))
}

fn against(page: &Page<'_>, found: &Against, name: &str) -> Element {
    if found.value.is_empty() {
        return nothing(page);
    }
    let verdict = found
        .verdict
        .map(|verdict| fragment().text(" ").child(verdict_mark(page.query.lang, verdict, &found.difference)));
    el("td")
        .role("cell")
        .data_label(name.to_owned())
        .child(el("span").text(&found.value))
        .optional(found.method.map(|found| when(method::word(page.query.lang, found))))
        .optional(verdict)
        .optional(found.share.map(bar))
}

fn nothing(page: &Page<'_>) -> Element {
    el("td").role("cell").class("nothing").child(el("span").class("hidden").text(page.say(Text::NoFigure)))
}
