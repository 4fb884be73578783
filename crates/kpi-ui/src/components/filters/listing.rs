use super::{Choice, labelled, labelled_list};
use crate::Action;
use crate::components::Page;
use crate::element::{Element, el};
use crate::text::{self, Text};
use kpi_core::model::TopicIx;
use kpi_core::query::{Listing, Only, Since, Sort};
use kpi_core::words::sentence;

/// Which indicators are listed, and in which order.
pub(super) fn listing(page: &Page<'_>) -> Element {
    let sorts = [Sort::Published, Sort::Name, Sort::WorseFirst];
    let sorts = sorts
        .map(|sort| choice(page, text::sort(page.query.lang, sort).to_owned(), Listing { sort, ..now(page) }))
        .into();
    el("div")
        .class("listing")
        .role("group")
        .aria_label(page.say(Text::List))
        .child(labelled_list(page, page.say(Text::Topic), topics(page)))
        .child(labelled_list(page, page.say(Text::Only), onlys(page)))
        .child(labelled_list(page, page.say(Text::Order), sorts))
}

/// What to look for: beside the list and never folded away, so that what is found is seen while it is typed.
pub(crate) fn find(page: &Page<'_>) -> Element {
    let field =
        el("input").kind("search").typed(page.query.listing.find.clone()).oninput(page.does_typed(Action::Find));
    labelled(page.say(Text::Find), field).class("field find")
}

fn now(page: &Page<'_>) -> Listing {
    page.query.listing.clone()
}

fn choice(page: &Page<'_>, words: String, listing: Listing) -> Choice {
    Choice { words, chosen: page.query.listing == listing, action: Action::List(listing) }
}

/// The topics that have indicators.
fn topics(page: &Page<'_>) -> Vec<Choice> {
    let mut topics = vec![choice(page, page.say(Text::AllTopics).to_owned(), Listing { topic: None, ..now(page) })];
    for (ix, topic) in (0..).map(TopicIx).zip(&page.dataset.topics) {
        if page.dataset.indicators.iter().any(|indicator| indicator.topic == ix) {
            topics.push(choice(page, topic.name.clone(), Listing { topic: Some(ix), ..now(page) }));
        }
    }
    topics
}

/// What can be asked of an indicator: only what is compared with, and targets where there are any.
fn onlys(page: &Page<'_>) -> Vec<Choice> {
    let mut onlys = vec![(page.say(Text::Everything).to_owned(), Only::All)];
    for since in [Since::Previous, Since::YearBefore] {
        if page.query.compare.has_since(since) || page.query.listing.only == Only::GotWorse(since) {
            onlys.push((text::got_worse(page.query.lang, since), Only::GotWorse(since)));
        }
    }
    for (ix, area) in page.dataset.comparators() {
        if page.query.compare.has(ix) || page.query.listing.only == Only::WorseThan(ix) {
            onlys.push((
                text::worse_than(page.query.lang, &sentence::in_sentence(page.query.lang, area)),
                Only::WorseThan(ix),
            ));
        }
    }
    if page.dataset.derived.has_targets {
        onlys.push((page.say(Text::MissesTarget).to_owned(), Only::MissesTarget));
    }
    let made = |(words, only)| choice(page, words, Listing { only, ..now(page) });
    onlys.into_iter().map(made).collect()
}
