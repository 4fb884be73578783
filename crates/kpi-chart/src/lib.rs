//! Charts, in three steps: what is shown ([`ChartModel`], made in kpi-core), where it goes ([`place()`]), and how that
//! gets onto a surface ([`draw()`]).
//!
//! [`Placed`] is the whole picture as a list of [`Mark`]s in CSS pixels. A mark says what it is for, never which colour
//! it has: colours, dashes and marker shapes belong to drawing. Placing is a pure function of a model, a [`Size`] and
//! [`Metrics`]; drawing works on any plotters backend and never asks plotters how wide a text is, because in a browser
//! that question writes to the page.
//!
//! [`ChartModel`]: kpi_core::view::ChartModel

mod draw;
mod frame;
mod metrics;
mod place;
mod placed;
mod svg;
mod theme;
mod words;

pub use draw::{Surface, draw};
pub use frame::frame;
pub use metrics::{FixedMetrics, Metrics, Weight};
pub use place::{Ticks, place, spread, suggested_height};
pub use placed::{Anchor, Mark, Placed, Rect, RuleRole, Size, Snap, Spot, Step, TextRole, Xy};
pub use svg::svg;
pub use theme::{Colour, Theme, ToneColours};
