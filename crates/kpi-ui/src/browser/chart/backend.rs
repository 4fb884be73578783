use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use std::f64::consts::TAU;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// plotters' canvas with finer units than the canvas has pixels, and with the primitives of a chart drawn here, in opaque
/// colours.
///
/// plotters-canvas prints the alpha of every colour and the size of every text as a float. Nothing else on the page
/// prints floats, and the code for it costs a visitor 5 kB. And it measures text by writing a `style` attribute into the
/// page, which a strict policy reports.
pub(super) struct FineCanvas<'c> {
    canvas: CanvasBackend,
    context: &'c CanvasRenderingContext2d,
    extent: (u32, u32),
    /// The colour and the width of the lines that are told to the canvas and not drawn yet. The dashes of a line are a hundred
    /// lines of one kind, and are drawn at one stroke.
    pending: Option<((u8, u8, u8), u32)>,
}

type Drawn = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl<'c> FineCanvas<'c> {
    /// `extent` in the units of the context's transform.
    pub(super) fn new(
        canvas: HtmlCanvasElement,
        context: &'c CanvasRenderingContext2d,
        extent: (u32, u32),
    ) -> Option<Self> {
        Some(Self { canvas: CanvasBackend::with_canvas_object(canvas)?, context, extent, pending: None })
    }

    /// Draws what is pending. Whatever else is drawn comes after it.
    fn stroke(&mut self) {
        if self.pending.take().is_some() {
            self.context.stroke();
        }
    }

    fn fill(&self, style: &impl BackendStyle) {
        self.context.set_fill_style_str(&css(style.color()));
        self.context.fill();
    }
}

fn css(BackendColor { rgb: (red, green, blue), .. }: BackendColor) -> String {
    format!("rgb({red},{green},{blue})")
}

impl DrawingBackend for FineCanvas<'_> {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.extent
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.canvas.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.canvas.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.canvas.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.canvas.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        if !fill {
            return self.canvas.draw_rect(from, to, style, fill);
        }
        let (left, top) = (f64::from(from.0), f64::from(from.1));
        self.stroke();
        self.context.set_fill_style_str(&css(style.color()));
        self.context.fill_rect(left, top, f64::from(to.0) - left, f64::from(to.1) - top);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let line = Some((style.color().rgb, style.stroke_width()));
        if self.pending != line {
            self.stroke();
            self.pending = line;
            self.context.begin_path();
            self.context.set_stroke_style_str(&css(style.color()));
            self.context.set_line_width(f64::from(style.stroke_width()));
        }
        let mut path = path.into_iter();
        if let Some((x, y)) = path.next() {
            self.context.move_to(f64::from(x), f64::from(y));
        }
        for (x, y) in path {
            self.context.line_to(f64::from(x), f64::from(y));
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, middle: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        if !fill {
            return self.canvas.draw_circle(middle, radius, style, fill);
        }
        self.stroke();
        self.context.begin_path();
        // No radius is negative, and nothing else is refused.
        let _ = self.context.arc(f64::from(middle.0), f64::from(middle.1), f64::from(radius), 0.0, TAU);
        self.fill(style);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.stroke();
        self.context.begin_path();
        for (x, y) in path {
            // To the first point nothing leads.
            self.context.line_to(f64::from(x), f64::from(y));
        }
        self.fill(style);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.stroke();
        self.context.set_fill_style_str(&css(style.color()));
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        self.context.set_text_baseline(match style.anchor().v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        });
        let (weight, family, size) = (style.style(), style.family(), style.size().round() as i32);
        self.context.set_font(&format!("{} {size}px {}", weight.as_str(), family.as_str()));
        // A text that cannot be drawn is in the table.
        let _ = self.context.fill_text(text, f64::from(at.0), f64::from(at.1));
        Ok(())
    }

    /// Nothing asks: kpi-chart has placed every text with the canvas's own measure.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        _text: &str,
        _style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        Ok((0, 0))
    }
}

impl Drop for FineCanvas<'_> {
    fn drop(&mut self) {
        self.stroke();
    }
}
