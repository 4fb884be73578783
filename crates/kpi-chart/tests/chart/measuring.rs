//! What drawing asks of a backend: whole device pixels for rules and bars, and never the width of a text.

use crate::fixtures::{ENGLAND, FOCUS, bars, percent, quarters, thousand_pounds};
use kpi_chart::{FixedMetrics, Size, Surface, Theme, draw, place};
use kpi_core::view::{ChartModel, Tone};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;

const SIZE: Size = Size { width: 600.0, height: 320.0 };

/// Notes rectangles and refuses to measure. What it does not implement would end in single pixels, which it refuses too.
struct Listener {
    extent: (u32, u32),
    rectangles: Vec<(BackendCoord, BackendCoord)>,
    texts: usize,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Listener {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.extent
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        panic!("single pixels")
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S, fill: bool) -> Drawn {
        assert!(fill, "an outline is smeared over two rows of pixels");
        self.rectangles.push((from, to));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        assert!(path.into_iter().count() > 1);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, _: BackendCoord, _: u32, _: &S, fill: bool) -> Drawn {
        assert!(fill);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, _: I, _: &S) -> Drawn {
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, _: &str, _: &T, _: BackendCoord) -> Drawn {
        self.texts += 1;
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        _: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        panic!("asked for the width of {text}")
    }
}

fn check(model: &ChartModel, ratio: f64, grain: u32) {
    let surface = Surface::canvas(ratio, grain);
    let mut listener = Listener { extent: surface.extent(SIZE), rectangles: Vec::new(), texts: 0 };
    draw(&place(model, SIZE, &FixedMetrics), &Theme::LIGHT, "Arial", surface, &mut listener).unwrap();
    assert!(listener.texts > 0 && listener.rectangles.len() > 1);
    for ((left, top), (right, bottom)) in listener.rectangles {
        for side in [left, top, right, bottom] {
            assert_eq!(side.rem_euclid(grain as i32), 0, "part of a device pixel at {ratio} × {grain}");
        }
        assert!(right >= left && bottom > top);
    }
}

#[test]
fn whole_device_pixels_and_no_measuring() {
    let lines = ChartModel::Line(quarters(percent(), "91 90p c 70", &[(ENGLAND, "84 – 83 82")]));
    let rows = [((Tone::Focus, FOCUS), "-374"), (ENGLAND, "603p"), (ENGLAND, "0"), (ENGLAND, "c")];
    let bars = bars(thousand_pounds(), &rows);
    for (ratio, grain) in [(1.0, 1), (1.0, 10), (1.25, 8), (2.0, 1), (2.625, 4), (f64::NAN, 0)] {
        check(&lines, ratio, grain.max(1));
        check(&bars, ratio, grain.max(1));
    }
}
