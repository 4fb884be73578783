//! Colours. Every text has a contrast of 4.5 and every figure one of 3 with what it stands on (WCAG 2.2, 1.4.3 and
//! 1.4.11); a test reckons them all.

use kpi_core::view::Tone;

/// How a picture looks; which mark has which colour is decided when it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// What lies between confidence limits: faint, because the table says them too.
    pub band: Colour,
    /// The focus and its parts, then the comparators in their order; those beyond the last have the last one's.
    pub tones: [ToneColours; 6],
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
    pub const LIGHT: Self = Self {
        ground: Colour(0xFFFFFF),
        ink: Colour(0x0B0C0C),
        muted: Colour(0x505A5F),
        grid: Colour(0xD9D9D9),
        rule: Colour(0xB1B4B6),
        band: Colour(0xDCE6EE),
        tones: [
            ToneColours::new(0x12436D, 0x12436D),
            ToneColours::new(0x28A197, 0x17736B),
            ToneColours::new(0x801650, 0x801650),
            ToneColours::new(0xF46A25, 0xB3470C),
            ToneColours::new(0x3D3D3D, 0x3D3D3D),
            ToneColours::new(0x8D9397, 0x505A5F),
        ],
    };

    /// On near black: the hues of the light theme, lifted.
    pub const DARK: Self = Self {
        ground: Colour(0x0B0C0C),
        ink: Colour(0xF3F2F1),
        muted: Colour(0xB1B4B6),
        grid: Colour(0x383F43),
        rule: Colour(0x5F686D),
        band: Colour(0x1B3040),
        tones: [
            ToneColours::new(0x6CB0F0, 0x8CC2F5),
            ToneColours::new(0x3FBFB4, 0x5CCBC1),
            ToneColours::new(0xE071AE, 0xE88FC0),
            ToneColours::new(0xF98C52, 0xFBA274),
            ToneColours::new(0xC8CACB, 0xC8CACB),
            ToneColours::new(0x7F868A, 0xB1B4B6),
        ],
    };

    /// Forced colours: the system's `Canvas` and `CanvasText`. Areas differ by dashes, markers and names; those that nobody has
    /// chosen step back.
    #[must_use]
    pub fn forced(canvas: Colour, canvas_text: Colour) -> Self {
        let tone = ToneColours { graphic: canvas_text, text: canvas_text };
        let further = ToneColours { graphic: canvas.towards(canvas_text, 7), ..tone };
        Self {
            ground: canvas,
            ink: canvas_text,
            muted: canvas_text,
            grid: canvas.towards(canvas_text, 3),
            rule: canvas.towards(canvas_text, 6),
            band: canvas.towards(canvas_text, 2),
            tones: [tone, tone, tone, tone, tone, further],
        }
    }

    /// The colours of an area.
    #[must_use]
    pub fn tone(&self, tone: Tone) -> ToneColours {
        let [focus, .., last] = self.tones;
        match tone {
            Tone::Focus | Tone::Part => focus,
            Tone::Plan => ToneColours { graphic: self.ink, text: self.ink },
            Tone::Other => last,
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
        Self { graphic: Colour(graphic), text: Colour(text) }
    }
}

/// A colour in sRGB: `0x12436D` is CSS's `#12436D`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u32);

impl Colour {
    /// Reads what a browser says an opaque colour is: `rgb(18, 67, 109)`. `None` for what lets the ground show through
    /// (`rgba`) and for colour spaces of their own.
    #[must_use]
    pub fn from_computed(css: &str) -> Option<Self> {
        let mut rest = css.strip_prefix("rgb(")?.bytes();
        let mut colour = 0;
        for _ in 0..3 {
            let mut channel = rest.find(u8::is_ascii_digit)? - b'0';
            while let Some(digit) = rest.next().filter(u8::is_ascii_digit) {
                channel = channel.checked_mul(10)?.checked_add(digit - b'0')?;
            }
            colour = (colour << 8) | u32::from(channel);
        }
        Some(Self(colour))
    }

    /// Red, green and blue.
    #[must_use]
    pub fn channels(self) -> [u8; 3] {
        let [_, red, green, blue] = self.0.to_be_bytes();
        [red, green, blue]
    }

    /// About the contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it: near enough to choose between
    /// colours. Whether a theme has enough of it is reckoned exactly in the tests.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// About the relative luminance, from 0 to 1. A square is near sRGB's curve and needs no power function on the wire.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.channels().map(|channel| f64::from(channel) / 255.0);
        0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue
    }

    /// The colour so many tenths of the way to another.
    fn towards(self, other: Self, tenths: u32) -> Self {
        let mut mixed = 0;
        for (from, to) in self.channels().into_iter().zip(other.channels()) {
            let channel = (u32::from(from) * (10 - tenths) + u32::from(to) * tenths + 5) / 10;
            mixed = (mixed << 8) | channel;
        }
        Self(mixed)
    }
}
