/// A place in CSS pixels from the surface's upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Xy {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// The extent of a surface in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Across.
    pub width: f64,
    /// Down.
    pub height: f64,
}

/// An upright rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// The smaller x.
    pub left: f64,
    /// The smaller y.
    pub top: f64,
    /// The larger x.
    pub right: f64,
    /// The larger y.
    pub bottom: f64,
}

impl Rect {
    /// Across.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Down.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }
}
