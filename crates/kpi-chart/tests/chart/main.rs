//! What charts look like, where their marks lie, and that nothing in them is too faint, too small or out of sight.

mod contrast;
mod fixtures;
mod geometry;
mod measuring;
mod metrics;
mod pictures;
mod spread;
mod ticks;
