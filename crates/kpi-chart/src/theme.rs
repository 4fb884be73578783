//! Colours. Every text has a contrast of 4.5 and every figure one of 3 with what it stands on (WCAG 2.2, 1.4.3 and
//! 1.4.11); a test reckons them all.

use kpi_core::view::Tone;

/// How a picture looks; which mark has which colour is decided when it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Behind everything.
    pub ground: Colour,
    /// Values, the focus's name, the chosen period.
    pub ink: Colour,
    /// Axes and their text.
    pub muted: Colour,
    /// Grid lines: they help the eye and carry nothing, so they may be faint.
    pub grid: Colour,
    /// The rule at the chosen period, which its bold label names.
    pub rule: Colour,
    /// The focus and its parts, then the comparators in their order; those beyond the last have the last one's.
    pub tones: [ToneColours; 6],
    /// A font family as CSS writes it: `Arial, sans-serif`.
    pub font: String,
}

/// The colours of one area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToneColours {
    /// Lines, markers and bars.
    pub graphic: Colour,
    /// Its name: the same hue, dark (or light) enough to read.
    pub text: Colour,
}

impl Theme {
    /// On white.
    #[must_use]
    pub fn light(font: impl Into<String>) -> Self {
        Self {
            ground: Colour::hex(0xFFFFFF),
            ink: Colour::hex(0x0B0C0C),
            muted: Colour::hex(0x505A5F),
            grid: Colour::hex(0xD9D9D9),
            rule: Colour::hex(0xB1B4B6),
            tones: [
                ToneColours::new(0x12436D, 0x12436D),
                ToneColours::new(0x28A197, 0x17736B),
                ToneColours::new(0x801650, 0x801650),
                ToneColours::new(0xF46A25, 0xB3470C),
                ToneColours::new(0x3D3D3D, 0x3D3D3D),
                ToneColours::new(0x8D9397, 0x505A5F),
            ],
            font: font.into(),
        }
    }

    /// On near black: the hues of the light theme, lifted.
    #[must_use]
    pub fn dark(font: impl Into<String>) -> Self {
        Self {
            ground: Colour::hex(0x0B0C0C),
            ink: Colour::hex(0xF3F2F1),
            muted: Colour::hex(0xB1B4B6),
            grid: Colour::hex(0x383F43),
            rule: Colour::hex(0x5F686D),
            tones: [
                ToneColours::new(0x6CB0F0, 0x8CC2F5),
                ToneColours::new(0x3FBFB4, 0x5CCBC1),
                ToneColours::new(0xE071AE, 0xE88FC0),
                ToneColours::new(0xF98C52, 0xFBA274),
                ToneColours::new(0xC8CACB, 0xC8CACB),
                ToneColours::new(0x7F868A, 0xB1B4B6),
            ],
            font: font.into(),
        }
    }

    /// Forced colours: the system's `Canvas` and `CanvasText`. Areas differ by dashes, markers and names.
    #[must_use]
    pub fn forced(canvas: Colour, canvas_text: Colour, font: impl Into<String>) -> Self {
        Self {
            ground: canvas,
            ink: canvas_text,
            muted: canvas_text,
            grid: canvas.towards(canvas_text, 0.3),
            rule: canvas.towards(canvas_text, 0.6),
            tones: [ToneColours { graphic: canvas_text, text: canvas_text }; 6],
            font: font.into(),
        }
    }

    /// The colours of an area.
    #[must_use]
    pub fn tone(&self, tone: Tone) -> ToneColours {
        let [focus, .., last] = self.tones;
        match tone {
            Tone::Focus | Tone::Part => focus,
            Tone::Comparator(position) => self.tones.get(usize::from(position) + 1).copied().unwrap_or(last),
        }
    }

    /// The colour of text upon a bar: the ink or the ground, whichever is easier to read.
    #[must_use]
    pub fn upon(&self, tone: Tone) -> Colour {
        let bar = self.tone(tone).graphic;
        if self.ink.contrast(bar) >= self.ground.contrast(bar) { self.ink } else { self.ground }
    }
}

impl ToneColours {
    const fn new(graphic: u32, text: u32) -> Self {
        Self { graphic: Colour::hex(graphic), text: Colour::hex(text) }
    }
}

/// Red, green and blue in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// `0x12436D` as CSS's `#12436D`.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self(red, green, blue)
    }

    /// Reads what a browser says a colour is: `rgb(18, 67, 109)`, also with a fourth number, which is not looked at.
    #[must_use]
    pub fn from_computed(css: &str) -> Option<Self> {
        let (_, numbers) = css.trim().strip_suffix(')')?.split_once('(')?;
        let mut numbers = numbers.split([',', ' ', '/']).filter(|part| !part.is_empty());
        let mut next = || numbers.next()?.parse().ok();
        Some(Self(next()?, next()?, next()?))
    }

    /// The colour a share of the way, from 0 to 1, to another.
    fn towards(self, other: Self, share: f64) -> Self {
        let mix = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// About the contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it: near enough to choose between
    /// colours. Whether a theme has enough of it is reckoned exactly in the tests.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// About the relative luminance, from 0 to 1. A square is near sRGB's curve and needs no power function on the wire.
    fn luminance(self) -> f64 {
        let linear = |channel: u8| (f64::from(channel) / 255.0).powi(2);
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}
