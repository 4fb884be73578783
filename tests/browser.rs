//! What only a browser can show of the page: that it mounts, listens, draws, follows the address, and leaves nothing
//! behind. Everything else is tested natively, and the built files as a whole in tests/e2e.
#![cfg(target_arch = "wasm32")]
// A test that cannot go on should stop, with the place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "browser/leaks.rs"]
mod leaks;
#[path = "browser/stage.rs"]
mod stage;

use leaks::Leaks;
use stage::{Stage, until};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const CONFERENCES: &str = "kpi?i=icpc-in-time";

#[wasm_bindgen_test]
async fn the_app_mounts_and_shows_every_indicator() {
    let stage = Stage::open("").await;
    assert_eq!(stage.text("h2"), "All indicators, Q4 2020/21");
    assert_eq!(stage.count("tbody a"), 27);
    stage.close().await;
}

#[wasm_bindgen_test]
async fn a_click_changes_what_is_shown() {
    let stage = Stage::open(CONFERENCES).await;
    assert!(stage.text(".sentence").starts_with("70% in Q4 2020/21"));
    stage.click("Q3 2020/21");
    until("the sentence follows", || stage.text(".sentence").starts_with("79% in Q3 2020/21")).await;
    stage.click("All indicators");
    until("the overview is back", || stage.text("h2") == "All indicators, Q3 2020/21").await;
    stage.close().await;
}

#[wasm_bindgen_test]
async fn a_chart_is_drawn_and_drawn_anew_only_for_a_change() {
    let mut stage = Stage::open(CONFERENCES).await;
    until("the chart is drawn", || stage.is_drawn()).await;
    let drawn = stage.picture();

    stage.wipe_chart();
    stage.give_heading();
    until("the title follows", || stage.count("h1") == 0).await;
    stage.set_chart_height(600).await;
    assert!(!stage.is_drawn(), "drawn anew although nothing in it changed");

    stage.click("Q3 2020/21");
    until("the chart is drawn anew", || stage.is_drawn()).await;
    assert_ne!(stage.picture(), drawn);
    stage.close().await;
}

#[wasm_bindgen_test]
async fn a_chart_is_drawn_anew_for_another_width() {
    let stage = Stage::open(CONFERENCES).await;
    until("the chart is drawn", || stage.is_drawn()).await;
    let before = stage.canvas().width();
    stage.set_width(400);
    until("the chart is narrower", || stage.canvas().width() < before && stage.is_drawn()).await;
    stage.close().await;
}

#[wasm_bindgen_test]
async fn a_hundred_pages_leave_nothing_behind() {
    // The first one may leave what all of them share.
    Stage::open(CONFERENCES).await.close().await;
    let leaks = Leaks::watch();
    for _ in 0..100 {
        let stage = Stage::open(CONFERENCES).await;
        stage.click("Q3 2020/21");
        stage.close().await;
    }
    assert_eq!(leaks.nodes(), 0, "nodes");
    assert_eq!(leaks.listeners(), 0, "listeners of the window and of media queries");
    assert_eq!(leaks.observers(), 0, "observers");
    assert!(leaks.ever_listened() >= 100 && leaks.ever_observed() >= 100, "the count itself counts nothing");
}

#[wasm_bindgen_test]
async fn back_and_forward_lead_through_what_was_shown() {
    let stage = Stage::open("").await;
    stage.click("Q3 2020/21");
    until("the address follows", || stage::fragment() == "#kpi?p=2020-10-01/P3M").await;
    stage.click("Children looked after");
    until("the indicator is shown", || stage.text("h2") == "Children looked after").await;
    until("in the address too", || stage::fragment() == "#kpi?i=children-looked-after&p=2020-10-01/P3M").await;

    stage::go(-1);
    until("one back", || stage.text("h2") == "All indicators, Q3 2020/21").await;
    stage::go(-1);
    until("two back", || stage.text("h2") == "All indicators, Q4 2020/21" && stage::fragment().is_empty()).await;
    stage::go(2);
    until("and forward", || stage.text("h2") == "Children looked after").await;
    stage.close().await;
}
