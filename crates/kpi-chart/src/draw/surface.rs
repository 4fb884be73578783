use crate::{Size, Xy};

/// How a backend's whole numbers relate to CSS pixels and to device pixels.
///
/// plotters' coordinates are whole numbers. Taken as device pixels they are too coarse for dashes on a slope, so a
/// device pixel can be divided further: the backend then has to be scaled down by [`Surface::grain`] (a canvas by its
/// transform). Rules and bars lie on whole device pixels in any case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Surface {
    /// Device pixels to a CSS pixel.
    ratio: f64,
    /// Units of the backend to a device pixel.
    grain: u32,
}

impl Surface {
    /// A canvas with so many device pixels to a CSS pixel, each divided into `grain` units.
    ///
    /// A ratio that is not a positive number is taken as 1, a grain of 0 as well.
    #[must_use]
    pub fn canvas(ratio: f64, grain: u32) -> Self {
        let ratio = if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 };
        Self { ratio, grain: grain.max(1) }
    }

    /// Units of the backend to a device pixel.
    #[must_use]
    pub fn grain(&self) -> u32 {
        self.grain
    }

    /// The backend's extent for a picture of this size.
    #[must_use]
    pub fn extent(&self, size: Size) -> (u32, u32) {
        let units = |css: f64| self.whole(css).max(0).unsigned_abs();
        (units(size.width), units(size.height))
    }

    pub(super) fn exact(&self, at: Xy) -> (i32, i32) {
        (self.units(at.x), self.units(at.y))
    }

    pub(super) fn all(&self, points: &[Xy]) -> Vec<(i32, i32)> {
        points.iter().map(|point| self.exact(*point)).collect()
    }

    /// The nearest corner of a device pixel.
    pub(super) fn snapped(&self, at: Xy) -> (i32, i32) {
        (self.whole(at.x), self.whole(at.y))
    }

    /// Where a hairline begins so that it lies as evenly around a place as whole device pixels allow.
    pub(super) fn around(&self, css: f64, thickness: i32) -> i32 {
        let grain = f64::from(self.grain);
        let start = css * self.ratio - f64::from(thickness) / grain / 2.0;
        ((start + 0.5).floor().max(0.0) * grain) as i32
    }

    pub(super) fn units(&self, css: f64) -> i32 {
        (css * self.ratio * f64::from(self.grain)).round() as i32
    }

    /// About a CSS pixel.
    pub(super) fn hairline(&self) -> i32 {
        self.whole(1.0).max(self.grain as i32)
    }

    pub(super) fn font_size(&self, css: f64) -> f64 {
        css * self.ratio * f64::from(self.grain)
    }

    fn whole(&self, css: f64) -> i32 {
        ((css * self.ratio).round() * f64::from(self.grain)) as i32
    }
}
