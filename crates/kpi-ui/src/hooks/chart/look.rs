use kpi_chart::{Colour, Metrics, Theme, Weight};
use std::cell::RefCell;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement};

/// How the page around a canvas looks, as the browser computed it.
#[derive(PartialEq)]
pub(super) struct Look {
    /// Colours and font.
    pub(super) theme: Theme,
    /// Device pixels to a CSS pixel.
    pub(super) ratio: f64,
}

impl Look {
    /// Reads the stylesheet's decisions instead of making them again: whether the page is dark follows from the ground
    /// it gave the canvas.
    pub(super) fn of(canvas: &HtmlCanvasElement) -> Option<Self> {
        let window = web_sys::window()?;
        let style = window.get_computed_style(canvas).ok()??;
        let font = style.get_property_value("font-family").unwrap_or_default();
        let colour = |property: &str| computed(&style, property);
        let (ground, ink) = (colour("background-color")?, colour("color")?);
        let forced = window.match_media("(forced-colors: active)").ok()?.is_some_and(|query| query.matches());
        let theme = if forced {
            Theme::forced(ground, ink, font)
        } else if light(ink) > light(ground) {
            Theme { ground, ..Theme::dark(font) }
        } else {
            Theme { ground, ..Theme::light(font) }
        };
        Some(Self { theme, ratio: window.device_pixel_ratio() })
    }
}

/// Roughly how light a colour is; enough to tell ink from ground.
fn light(Colour(red, green, blue): Colour) -> u16 {
    u16::from(red) + u16::from(green) + u16::from(blue)
}

fn computed(style: &CssStyleDeclaration, property: &str) -> Option<Colour> {
    Colour::from_computed(&style.get_property_value(property).ok()?)
}

/// Measures text with the canvas that will draw it. Each text is measured once a drawing.
pub(super) struct CanvasMetrics<'c> {
    context: &'c CanvasRenderingContext2d,
    font: &'c str,
    known: RefCell<Vec<Known>>,
}

struct Known {
    text: String,
    weight: Weight,
    /// At [`MEASURED_AT`] pixels.
    width: f64,
}

/// Widths grow with the size, so that one size is enough.
const MEASURED_AT: f64 = 100.0;

impl<'c> CanvasMetrics<'c> {
    pub(super) fn new(context: &'c CanvasRenderingContext2d, font: &'c str) -> Self {
        Self { context, font, known: RefCell::default() }
    }

    fn measure(&self, text: &str, weight: Weight) -> f64 {
        let weight = match weight {
            Weight::Regular => "normal",
            Weight::Bold => "bold",
        };
        self.context.set_font(&format!("{weight} 100px {}", self.font));
        // A browser that cannot measure gets the width of an average letter.
        let average = || text.chars().count() as f64 * MEASURED_AT / 2.0;
        self.context.measure_text(text).map_or_else(|_| average(), |metrics| metrics.width())
    }
}

impl Metrics for CanvasMetrics<'_> {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let known = self
            .known
            .borrow()
            .iter()
            .find(|known| known.weight == weight && known.text == text)
            .map(|known| known.width);
        let width = known.unwrap_or_else(|| {
            let width = self.measure(text, weight);
            self.known.borrow_mut().push(Known { text: text.to_owned(), weight, width });
            width
        });
        width * size / MEASURED_AT
    }
}
