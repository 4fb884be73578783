//! What lies over a chart while it is read: a rule at the spot, and a box of words that never covers it. The canvas below
//! stays as it is.

use super::painter::Painter;
use kpi_chart::{Placed, Snap, Spot};
use web_sys::HtmlElement;
use yew::NodeRef;

/// From the spot to the box, in CSS pixels.
const GAP: f64 = 14.0;
/// A side narrower than this has no room for the box.
const NARROWEST: f64 = 200.0;
/// Beside a period of a chart that is narrower the box would hide most of it. It goes above the plot, over names that it says
/// too, where no finger lies upon it.
const NARROWEST_CHART: f64 = 480.0;

/// Puts rule and box where they belong; away where nothing is read.
pub(super) fn place(painter: &Painter, at: Option<usize>, rule: &NodeRef, read_out: &NodeRef) {
    let (Some(rule), Some(read_out)) = (rule.cast::<HtmlElement>(), read_out.cast::<HtmlElement>()) else { return };
    let placed = painter.placed();
    let spot = at.and_then(|at| placed?.spots.get(at));
    let (Some(placed), Some(spot)) = (placed, spot) else {
        rule.set_hidden(true);
        read_out.set_hidden(true);
        return;
    };
    rule.set_hidden(false);
    read_out.set_hidden(false);
    put(&rule, &rule_of(placed, spot));
    put(&read_out, &box_of(placed, spot, f64::from(read_out.offset_height())));
}

/// Properties in CSS pixels; what has none is left to the stylesheet.
type Places = [(&'static str, Option<f64>); 4];

fn put(element: &HtmlElement, places: &Places) {
    let style = element.style();
    for (property, place) in places {
        // Without a value it is none.
        let value = place.map(|place| format!("{}px", place.round() as i32)).unwrap_or_default();
        // Set by CSSOM, which every policy allows; refused, the box stands at the side.
        let _ = style.set_property(property, &value);
    }
}

/// Down the plot at a period, across it at a row, around a dot.
fn rule_of(placed: &Placed, spot: &Spot) -> Places {
    let plot = placed.plot;
    match placed.snap {
        Snap::Period => {
            [("left", Some(spot.at.x)), ("top", Some(plot.top)), ("width", Some(0.0)), ("height", Some(plot.height()))]
        }
        Snap::Row => {
            [("left", Some(plot.left)), ("top", Some(spot.at.y)), ("width", Some(plot.width())), ("height", Some(0.0))]
        }
        Snap::Dot => [
            ("left", Some(spot.at.x)),
            ("top", Some(spot.at.y - GAP)),
            ("width", Some(0.0)),
            ("height", Some(2.0 * GAP)),
        ],
    }
}

/// Beside a period, on the side with more room; above or below a row or a dot; above the plot where it is too narrow.
fn box_of(placed: &Placed, spot: &Spot, height: f64) -> Places {
    let width = placed.size.width;
    let (left, right) = (spot.at.x, width - spot.at.x);
    match placed.snap {
        Snap::Period if width < NARROWEST_CHART => {
            let top = placed.plot.top - GAP / 2.0 - height;
            [("left", Some(0.0)), ("top", Some(top)), ("max-width", Some(width)), ("right", None)]
        }
        Snap::Period if right >= left => [
            ("left", Some(left + GAP)),
            ("top", Some(placed.plot.top)),
            ("max-width", Some(right - GAP)),
            ("right", None),
        ],
        Snap::Period => [
            ("right", Some(right + GAP)),
            ("top", Some(placed.plot.top)),
            ("max-width", Some(left - GAP)),
            ("left", None),
        ],
        Snap::Row | Snap::Dot => {
            let is_above = spot.at.y - GAP - height > 0.0;
            let top = if is_above { spot.at.y - GAP - height } else { spot.at.y + GAP };
            let start = placed.plot.left.min(width - NARROWEST).max(0.0);
            [("left", Some(start)), ("top", Some(top)), ("max-width", Some(width - start)), ("right", None)]
        }
    }
}
