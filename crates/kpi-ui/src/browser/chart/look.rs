use kpi_chart::{Colour, Metrics, Theme, Weight};
use std::cell::RefCell;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// How the page around a canvas looks, as the browser computed it.
#[derive(PartialEq)]
pub(super) struct Look {
    /// `None` where the page's colour is one that cannot be told from its computed style: transparent, or in a colour
    /// space of its own.
    ground: Option<Colour>,
    ink: Option<Colour>,
    forced: bool,
    /// A font family as CSS writes it.
    pub(super) font: String,
    /// In CSS pixels.
    pub(super) width: f64,
    /// Device pixels to a CSS pixel.
    pub(super) ratio: f64,
}

impl Look {
    /// `None` where there is nowhere to draw.
    pub(super) fn of(canvas: &HtmlCanvasElement) -> Option<Self> {
        let window = web_sys::window()?;
        let style = window.get_computed_style(canvas).ok()??;
        let matches = |query| window.match_media(query).ok().flatten().is_some_and(|query| query.matches());
        let colour = |property: &str| Colour::from_computed(&style.get_property_value(property).ok()?);
        let look = Self {
            ground: colour("background-color"),
            ink: colour("color"),
            forced: matches("(forced-colors: active)"),
            font: style.get_property_value("font-family").ok()?,
            // Whole pixels: a canvas of a fraction of one is stretched to the next and blurred.
            width: canvas.parent_element()?.get_bounding_client_rect().width().floor(),
            ratio: if matches("print") { PAPER } else { window.device_pixel_ratio() },
        };
        (look.width > 0.0).then_some(look)
    }

    /// Follows the stylesheet's decisions instead of making them again: whether the page is dark is seen from the ground
    /// that it gave the canvas.
    pub(super) fn theme(&self) -> Theme {
        if let (true, Some(ground), Some(ink)) = (self.forced, self.ground, self.ink) {
            return Theme::forced(ground, ink);
        }
        let ink = self.ink.unwrap_or(Theme::LIGHT.ink).luminance();
        let theme = if ink > self.ground.unwrap_or(MIDDLE).luminance() { Theme::DARK } else { Theme::LIGHT };
        Theme { ground: self.ground.unwrap_or(theme.ground), ..theme }
    }
}

/// Pixels to a CSS pixel on paper, which is finer than any screen and says that it is as coarse: 384 dots an inch.
const PAPER: f64 = 4.0;

/// Neither dark nor light.
const MIDDLE: Colour = Colour(0x77_77_77);

/// Measures text with the canvas that will draw it, for one picture: the page's font may be another one next time, under the
/// same name, because it has come from the network since.
pub(super) struct CanvasMetrics<'c> {
    context: &'c CanvasRenderingContext2d,
    font: &'c str,
    /// What was measured. Placing asks for the width of a text six times over, and the canvas takes its time.
    known: RefCell<Vec<(String, Weight, f64)>>,
}

impl<'c> CanvasMetrics<'c> {
    pub(super) fn new(context: &'c CanvasRenderingContext2d, font: &'c str) -> Self {
        Self { context, font, known: RefCell::default() }
    }
}

impl Metrics for CanvasMetrics<'_> {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let mut known = self.known.borrow_mut();
        let found = known.iter().find(|(known, as_heavy, _)| known == text && *as_heavy == weight);
        let width = found.map(|(_, _, width)| *width).unwrap_or_else(|| {
            let words = match weight {
                Weight::Regular => "normal",
                Weight::Bold => "bold",
            };
            // Widths grow with the size, so that any size does.
            self.context.set_font(&format!("{words} 100px {}", self.font));
            let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width() / 100.0);
            known.push((text.to_owned(), weight, width));
            width
        });
        width * size
    }
}
